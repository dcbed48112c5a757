"""What is said above the totals of how a table was read."""
