"""The questions that can be asked, as data: `queries/ask/*.yml`. A form is one question in its many wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import cemai.queries
import yaml
from cemai.graph.errors import QueryError

HERE = Path(cemai.queries.__file__).parent / "ask"
WORDS = "words.yml"
_EXAMPLE = re.compile(r"\{([a-z]+)=([^}]+)\}")


@dataclass(frozen=True)
class QuestionVocabulary:
    """What patterns are made of: sets of words that mean the same, kinds of slots, values and more names for them."""

    sets: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, tuple[str, ...]]
    schemes: Mapping[str, str]
    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    names: Mapping[str, str]


@dataclass(frozen=True)
class QuestionTemplate:
    """One question. `run` is a method of the graph or a query of the catalogue, `given` its parameters.

    A parameter is a slot (``{city}``) or a value; one whose slot is not in the question is left out. `zh` and `en`
    are examples with slots and what stands there: ``When did {city=Qingdao} get its zone?`` `row_filter` leaves only
    the rows that have the value of a slot in a column; `required_columns` names columns that must have it in every
    row, else the question is another one. `required_parts` are parts that may stand in any order, with those of
    `optional_parts` between them; they are tried where no pattern of any form fits. A `fallback` gives way to any
    other that fits.
    """

    id: str
    questions: tuple[str, ...]
    zh: str
    en: str
    run: str
    given: Mapping[str, str]
    patterns: tuple[str, ...]
    row_filter: Mapping[str, str] = field(default_factory=dict)
    required_columns: Mapping[str, str] = field(default_factory=dict)
    required_parts: tuple[str, ...] = ()
    optional_parts: tuple[str, ...] = ()
    note: str = ""
    fallback: bool = False

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots of the examples: what a question must name."""
        return tuple(name for name, _ in _EXAMPLE.findall(self.zh))

    def given_in(self, tongue: str) -> dict[str, str]:
        """What stands in the slots of the example in a language."""
        return dict(_EXAMPLE.findall(self.zh if tongue == "zh" else self.en))

    def example(self, tongue: str, values: Mapping[str, str] = MappingProxyType({})) -> str:
        """The example in Chinese (``zh``) or English (``en``), with `values` in the place of its own."""
        text = self.zh if tongue == "zh" else self.en
        return _EXAMPLE.sub(lambda match: values.get(match[1], match[2]), text)


@cache
def question_vocabulary() -> QuestionVocabulary:
    """The vocabulary of `words.yml`."""
    raw = _read(HERE / WORDS)
    many = {name: _texts(found) for name, found in raw["sets"].items()}
    values = {kind: {str(k): _texts(v) for k, v in keys.items()} for kind, keys in raw["values"].items()}
    classes = {kind: _texts(found) for kind, found in raw["classes"].items()}
    return QuestionVocabulary(many, classes, raw["schemes"], values, raw["names"])


@cache
def question_templates() -> tuple[QuestionTemplate, ...]:
    """All forms, in the order of the files and of their places there."""
    return tuple(_forms())


def _forms() -> Iterator[QuestionTemplate]:
    for path in sorted(HERE.glob("*.yml")):
        if path.name != WORDS:
            for entry in _read(path):
                yield _form(path.name, entry)


def _form(file: str, entry: Mapping[str, Any]) -> QuestionTemplate:
    try:
        return QuestionTemplate(
            entry["id"], _texts(entry["questions"]), entry["zh"], entry["en"], entry["run"],
            _plain(entry.get("with")), _texts(entry["patterns"]), _plain(entry.get("row_filter")),
            _plain(entry.get("required_columns")), _texts(entry.get("required_parts", ())),
            _texts(entry.get("optional_parts", ())), entry.get("note", ""), bool(entry.get("fallback")),
        )  # fmt: skip
    except (KeyError, TypeError) as error:
        raise QueryError(f"{file}: form {entry.get('id')!r}: {error!r} 问题样式有误") from None


def _plain(found: Mapping[str, Any] | None) -> dict[str, str]:
    return {str(k): str(v) for k, v in (found or {}).items()}


def _texts(found: Any) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else tuple(str(text) for text in found)


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
