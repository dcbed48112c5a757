"""The types of input field, a file each: all that is particular to one stands in its class."""
