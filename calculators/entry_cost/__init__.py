"""What it takes to open a shop."""
