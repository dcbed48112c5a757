"""The tools of those who keep the handbook."""
