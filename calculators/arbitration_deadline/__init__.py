"""Until when an arbitration ruling can be appealed."""
