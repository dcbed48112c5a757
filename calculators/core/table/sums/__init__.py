"""Rows of totals, told from rows of orders by their labels and by what they add up to."""
