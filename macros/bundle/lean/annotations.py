"""Sources without the annotations of functions, which Python evaluates when it loads a module.

Those of classes stay: dataclasses and named tuples are made from them. So do those of decorated
functions, which a decorator may read.
"""

import ast
import re
from itertools import accumulate

# What may stand between the annotation of what is returned and the colon.
_CLOSING = re.compile(rb"[\s)]*")


def without_annotations(source: bytes) -> bytes:
    """``source`` with every statement in the line where it was, so that tracebacks stay true."""
    annotations = _Annotations(source)
    annotations.visit(ast.parse(source))
    pieces: list[bytes] = []
    done = 0
    for begin, end, newline in sorted(annotations.cuts):
        pieces += [source[done:begin], newline * source.count(b"\n", begin, end)]
        done = end
    return b"".join((*pieces, source[done:]))


class _Annotations(ast.NodeVisitor):
    """Collects ``cuts``: where each begins and ends, and how a line ends in that place."""

    def __init__(self, source: bytes) -> None:
        self.cuts: list[tuple[int, int, bytes]] = []
        self._source = source
        lines = source.splitlines(keepends=True)
        self._begins = [0, *accumulate(len(each) for each in lines)]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if not node.decorator_list:
            self._cut(node)
        self.generic_visit(node)

    def _cut(self, node: ast.FunctionDef) -> None:
        given = node.args
        every = (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg)
        for each in every:
            if each and each.annotation:
                name = self._at(each.lineno, each.col_offset) + len(each.arg.encode())
                self.cuts.append((name, self._at(each.end_lineno, each.end_col_offset), b"\n"))
        if node.returns:
            begin = self._at(node.returns.lineno, node.returns.col_offset)
            arrow = self._source.rindex(b"->", 0, begin)
            end = self._at(node.returns.end_lineno, node.returns.end_col_offset)
            closing = _CLOSING.match(self._source, end)
            # No bracket is open there any more.
            self.cuts.append((arrow, closing.end() if closing else end, b"\\\n"))

    def _at(self, line: int | None, column: int | None) -> int:
        return self._begins[(line or 1) - 1] + (column or 0)
