"""Read YAML strictly: data only, no key twice, every value as it is written; what it means is the reader's to check.

A plain ``2024``, ``2024-03-07``, ``no`` or ``1e3`` is text here, as its author saw it: YAML would make a number, a
day, a falsehood of it. Only nothing (``~``, ``null``, no value) is nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from cemai.graph.errors import DataError, DataErrors, Where
from cemai.graph.model.file_text import hidden_signs, read_text
from pydantic import ValidationError

from .faults import explain

T = TypeVar("T")
MOST_VALUES = 100_000
_NULL = "tag:yaml.org,2002:null"
# By words of PyYAML's message: the problem and its remedy.
_SYNTAX = (
    ("duplicate key", "a key stands twice 键重复", "keep one of them 只留其一"),
    ("could not determine a constructor", "a tag of another program 其他程序的标记", "write plain data 请写普通数据"),
    ("'\\t'", "a tab at the begin of a word 以制表符缩进", "indent with spaces 请用空格缩进"),
    ("mapping values", "a second ': ' in one line 一行有两个“: ”", "quote the text that holds it 该段文字请加引号"),
    ("alias", "an alias or anchor of nothing 锚点无所指", "quote a text that begins with & or * 请加引号"),
    ("single document", "a second document begins here 此处另起一个文档", "remove the line '---' 请删去“---”一行"),
)  # fmt: skip
_OTHER = ("the form of YAML is broken 格式有误", "check indentation, colons and quotes 检查缩进、冒号与引号")


class _Loader(yaml.SafeLoader):
    """A SafeLoader that keeps scalars as text, and to which a key that stands twice is an error."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML declares it
        first: [(tag, form) for tag, form in forms if tag == _NULL]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            self.unused.pop(str(event.anchor), None)
        elif event.anchor:
            self.unused[event.anchor] = event.start_mark
        return super().compose_node(parent, index)

    def root(self) -> yaml.Node | None:
        """The one document. An anchor that nothing refers to is a text that begins with & for its author."""
        self.unused: dict[str, yaml.Mark] = {}
        node = self.get_single_node()
        for mark in self.unused.values():
            raise yaml.composer.ComposerError(None, None, "anchor without alias", mark)
        if node and _size(node, {}) > MOST_VALUES:
            raise RecursionError
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = list[Any]()
        for key, _ in node.value:
            name = self.construct_object(key, deep=True)
            if name in keys:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key {name!r}", key.start_mark)
            keys.append(name)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path, checked: Callable[[Any], T]) -> T:
    """The content of a file as `checked` makes it. Raises DataErrors with file, row, key, value and fix."""
    text = read_text(path)
    for at, sign in hidden_signs(text):
        row = text.count("\n", 0, at) + 1
        problem = f"holds {sign}, which nobody sees 有看不见的字符"
        raise DataError(Where(path, row), problem, "remove it, or type the line anew 请删去，或重新键入此行")
    node: yaml.Node | None = None
    try:
        loader = _Loader(text)
        node = loader.root()
        return checked(loader.construct_document(node) if node else None)
    except yaml.YAMLError as error:
        raise _no_yaml(path, error) from None
    except RecursionError:
        raise DataError(
            Where(path), "nested too deeply, or within itself 嵌套过深", "write it flatter 请减少层次"
        ) from None
    except ValidationError as error:
        raise DataErrors([_fault(path, node, e) for e in error.errors()]) from None


def _size(node: yaml.Node, known: dict[int, int]) -> int:
    """How many values a node is when its aliases are written out. Raises RecursionError for one within itself."""
    if id(node) not in known:
        known[id(node)] = MOST_VALUES + 1  # until it is counted
        inner = node.value if not isinstance(node, yaml.ScalarNode) else ()
        parts = (part for entry in inner for part in (entry if isinstance(entry, tuple) else (entry,)))
        known[id(node)] = 1 + sum(_size(part, known) for part in parts)
    return known[id(node)]


def _no_yaml(path: Path, error: yaml.YAMLError) -> DataError:
    mark = getattr(error, "problem_mark", None)
    reason = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}".strip()
    problem, fix = next(((p, fix) for words, p, fix in _SYNTAX if words in reason), _OTHER)
    key = reason.removeprefix("duplicate key ").strip("'") if reason.startswith("duplicate key") else None
    return DataError(Where(path, mark.line + 1 if mark else None, key), f"not YAML: {problem} 不是合法的 YAML", fix)


def _fault(path: Path, root: yaml.Node | None, error: Any) -> DataError:
    key = ".".join(str(part) for part in error["loc"])
    value = error.get("input") if key and "missing" not in error["type"] else None
    shown = value if isinstance(value, str | int) else None
    return DataError(Where(path, _row(root, error["loc"]), key or None, shown), *explain(error))


def _row(node: yaml.Node | None, path: tuple[Any, ...]) -> int | None:
    """The line of the value that a path of keys leads to, or of the innermost one that is there."""
    row = node.start_mark.line + 1 if node else None
    for part in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        items = node.value if isinstance(node, yaml.SequenceNode) else ()
        inner = [(key, value) for key, value in pairs if key.value == str(part)]
        if inner:
            row, node = inner[0][0].start_mark.line + 1, inner[0][1]
        elif isinstance(part, int) and part < len(items):
            node = items[part]
            row = node.start_mark.line + 1
        else:
            break
    return row
