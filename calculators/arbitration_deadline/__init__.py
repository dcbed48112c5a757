"""Until when a penalty, a sampling result or a ruling can be appealed."""
