"""Places where a fault changes nothing that a user could see: annotations, and what only guards or hastens."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

Position = tuple[int, int]
Span = tuple[Position, Position]

# Keywords that no result depends on: how a class is made, how much a cache keeps, how long one waits,
# and a check of our own assumption that two lists are equally long.
KEYWORDS = frozenset({"frozen", "slots", "kw_only", "maxsize", "timeout", "strict", "stacklevel"})
# Constants that say how long is waited and how much is done at a time.
TUNING = re.compile(r"_?(BATCH|SECONDS|SILENCE|PATIENCE|RUN|ROWS|MEMORY|REMOVED|PASSAGES)")


def left_out(code: str) -> list[Span]:
    """Spans ((line, column), (line, column)) of the code, lines from 1, columns in characters from 0."""
    lines = code.splitlines()
    return [_span(node, lines) for top in ast.walk(ast.parse(code)) for node in _of(top)]


def _of(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    match node:
        case ast.AnnAssign(annotation=found) | ast.arg(annotation=ast.expr() as found):
            yield found
        case ast.FunctionDef(returns=ast.expr() as found) | ast.AsyncFunctionDef(returns=ast.expr() as found):
            yield found
        case ast.keyword(arg=str(name), value=value) if name in KEYWORDS:
            yield value
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if TUNING.fullmatch(name):
            yield value
        case ast.If(test=test) if ast.unparse(test) in ("TYPE_CHECKING", "__name__ == '__main__'"):
            yield node


def _span(node: ast.expr | ast.stmt, lines: Sequence[str]) -> Span:
    """Python counts columns in bytes, cosmic-ray in characters."""
    assert node.end_lineno is not None and node.end_col_offset is not None  # noqa: S101 nodes of parsed code
    return (
        (node.lineno, _characters(lines[node.lineno - 1], node.col_offset)),
        (node.end_lineno, _characters(lines[node.end_lineno - 1], node.end_col_offset)),
    )


def _characters(line: str, bytes_before: int) -> int:
    return len(line.encode()[:bytes_before].decode())
