"""Until when the platform must have its invoice."""
