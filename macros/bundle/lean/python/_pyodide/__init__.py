"""What Pyodide's script asks of Python, imported before anything else of it."""

from . import _base, _importhook

__all__ = ["_base", "_importhook", "set_excepthook"]


def set_excepthook():
    """Python's own hook prints tracebacks well enough, without importing traceback now."""
