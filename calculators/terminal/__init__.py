"""The calculators from a terminal: what is asked, one answer, a table of them."""

# As other tools end: 2 is for what was asked wrongly, 130 for Ctrl-C.
ANSWERED, NOT_WRITTEN, WRONG_INPUTS, INTERRUPTED = 0, 1, 2, 130

# What stands for it where a file is named.
STANDARD_INPUT = "-"
