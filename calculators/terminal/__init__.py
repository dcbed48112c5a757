"""The calculators from a terminal: what is asked, one answer, a table of them."""

ANSWERED, WRONG_INPUTS = 0, 2
