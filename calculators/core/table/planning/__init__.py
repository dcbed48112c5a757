"""How a table is to be answered, what it lacks for that, and the lines that would add it."""
