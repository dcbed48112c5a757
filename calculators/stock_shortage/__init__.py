"""How many pieces of an order are missing, and what can be done about it."""
