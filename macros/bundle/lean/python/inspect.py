"""What dataclasses and Pyodide's start ask of inspect."""

_COROUTINE = 128


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Those of a class, as they stand there."""
    if eval_str or not isinstance(obj, type):
        raise NotImplementedError("inspect.get_annotations was cut down to classes")
    return dict(obj.__dict__.get("__annotations__", {}))


def iscoroutinefunction(obj):
    code = getattr(obj, "__code__", None)
    return bool(code and code.co_flags & _COROUTINE)


def signature(obj):
    """None is known: a dataclass then does without one in its docstring, as it would anyway."""
    raise ValueError("signatures were left out of this Python")


def unwrap(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func
