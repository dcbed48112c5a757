"""The lines that the terminal asks for, with the quotes that a shell needs."""

import shlex

# What means nothing to a shell, of what headings hold.
_PLAIN = set("-_./:%+")


def to_add(name: str, heading: str) -> str:
    """What is to be written behind ``--column``; a shell makes one argument of it."""
    plain = all(each.isalnum() or each in _PLAIN or not each.isascii() for each in heading)
    argument = f"{name}={heading}" if plain else f'{name}="{heading}"'
    assert shlex.split(argument) == [f"{name}={heading}"]
    return argument
