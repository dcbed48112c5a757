"""Docstrings for what Pyodide writes in C: there are none, and no signatures."""


def get_cmeth_docstring(function):
    return f"{function.__name__}()\n--\n\n"


def dedent_docstring(docstring):
    return docstring
