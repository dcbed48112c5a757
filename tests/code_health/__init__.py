"""The repository itself: each test says which mistake it guards against."""
