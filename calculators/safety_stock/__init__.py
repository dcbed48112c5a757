"""How many pieces of a popular product to hold back."""
