"""Runs source and imports modules for JavaScript; nothing can be awaited in either."""

from _ast import Expr, Expression, PyCF_ONLY_AST
from importlib import import_module


def eval_code(source, globals=None, locals=None):
    """The value of the last expression in ``source``, or ``None``."""
    globals = {} if globals is None else globals
    tree = compile(source, "<exec>", "exec", PyCF_ONLY_AST)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], Expr) else None
    exec(compile(tree, "<exec>", "exec"), globals, locals)
    if last is None:
        return None
    return eval(compile(Expression(last.value), "<exec>", "eval"), globals, locals)


def pyimport_impl(path):
    """The module or, after a colon, what is in it."""
    module, _, inside = path.partition(":")
    found = import_module(module)
    for name in inside.split(".") if inside else ():
        found = getattr(found, name)
    return found
