"""Which rows are one order, and what has become of it."""
