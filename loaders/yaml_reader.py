"""Read YAML strictly: data only, no key twice, and dates stay text until they are checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from cemai.graph.errors import DataError, DataErrors, Where
from pydantic import ValidationError

T = TypeVar("T")


class _UniqueKeys(yaml.SafeLoader):
    """A SafeLoader to which a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        repeated = sorted({str(k) for k in keys if keys.count(k) > 1})
        if repeated:
            raise yaml.constructor.ConstructorError(None, None, f"duplicate key {repeated[0]!r}", node.start_mark)
        return super().construct_mapping(node, deep)


def _text(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


_UniqueKeys.add_constructor("tag:yaml.org,2002:timestamp", _text)


def read_yaml(path: Path, checked: Callable[[Any], T]) -> T:
    """The content of a file as `checked` makes it. Raises DataErrors with file, row or key, value and fix."""
    try:
        return checked(yaml.load(path.read_text(encoding="utf-8"), _UniqueKeys))  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        row = mark.line + 1 if mark else None
        problem = f"not YAML: {getattr(error, 'problem', error)} 不是合法的 YAML"
        raise DataError(Where(path, row), problem, "fix the file") from None
    except UnicodeDecodeError:
        raise DataError(Where(path), "not UTF-8 编码不是 UTF-8", "save the file as UTF-8") from None
    except OSError as error:
        raise DataError(Where(path), f"cannot be read: {error.strerror} 无法读取", "make it a readable file") from None
    except ValidationError as error:
        raise DataErrors([_fault(path, e) for e in error.errors()]) from None


def _fault(path: Path, error: Any) -> DataError:
    key = ".".join(str(part) for part in error["loc"])
    value = error.get("input") if key and error["type"] != "missing" else None
    message = error["msg"].removeprefix("Value error, ")
    known = error.get("ctx", {}).get("known")
    return DataError(
        Where(path, None, key or None, value), f"{message} 值无效", f"known: {known}" if known else "fix the file"
    )
