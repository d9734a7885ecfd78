"""The messages that the sources can make: the words of every error about a file, read from the syntax tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.rooms import ALLOWED, ROOT, modules

CHINESE, LATIN = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]{3,}")


def in_both_languages(words: str) -> bool:
    """Whether there are words of Chinese and of English."""
    return bool(CHINESE.search(words) and LATIN.search(words))


@dataclass(frozen=True)
class Message:
    """One error that is constructed: where, and the words of its problem and its fix.

    None: not given; empty: made elsewhere, by a function that explains.
    """

    place: str
    problem: str | None
    fix: str | None


def messages(error: str) -> Iterator[Message]:
    """Every construction of the error in our sources."""
    for path in (path for room in ALLOWED for path in modules(room)):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for scope in ast.walk(tree):
            if isinstance(scope, ast.FunctionDef):
                for call in ast.walk(scope):
                    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == error:
                        yield _message(path, call, Texts(tree, scope))


def _message(path: Path, call: ast.Call, texts: Texts) -> Message:
    place = f"{path.relative_to(ROOT)}:{call.lineno}"
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        return Message(place, "", "")
    words = [texts.within(argument) for argument in call.args[1:3]]
    return Message(place, words[0] if words else None, words[1] if len(words) > 1 else None)


@dataclass(frozen=True)
class Texts:
    """The texts that an expression of a function can hold."""

    module: ast.Module
    scope: ast.AST

    def within(self, node: ast.AST) -> str:
        """All text within; a name or function of the module stands for every text that it is made of."""
        found: list[str] = []
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                found.append(part.value)
            elif isinstance(part, ast.Name):
                found += [Texts(self.module, value).within(value) for value in self._meant(part.id)]
        return " ".join(found).strip()

    def _meant(self, name: str) -> Iterator[ast.AST]:
        for part in [*ast.walk(self.scope), *self.module.body]:
            if isinstance(part, ast.Assign):
                for target in part.targets:
                    yield from _assigned(name, target, part.value)
        for part in self.module.body:
            if isinstance(part, ast.FunctionDef) and part.name == name and part is not self.scope:
                yield part


def _assigned(name: str, target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    if isinstance(target, ast.Name) and target.id == name:
        yield value
    elif isinstance(target, ast.Tuple):
        if isinstance(value, ast.Tuple):
            for inner, part in zip(target.elts, value.elts, strict=False):
                yield from _assigned(name, inner, part)
        elif any(isinstance(inner, ast.Name) and inner.id == name for inner in target.elts):
            yield value
