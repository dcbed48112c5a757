"""What a calculation finds, and the types of its outputs."""
