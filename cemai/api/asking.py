"""Questions in Chinese or English, answered by a query or command that exists: no model, no network, no guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from cemai.graph.errors import NameAmbiguous
from cemai.queries.ask.interpretation import NotUnderstood, read
from cemai.queries.ask.mentions import MentionFinder
from cemai.queries.ask.readings import COMMANDS, Reading, texts_of
from cemai.queries.runner import Cell

from . import notes
from .result import Result

if TYPE_CHECKING:
    from .knowledge_graph import KnowledgeGraph

__all__ = ["AskAnswer", "NotUnderstood", "answer_question", "reading"]
_NO_TIERS = ("audit", "explain")  # methods that hide nothing


@dataclass(frozen=True)
class AskAnswer:
    """What a question was read as, and the whole answer of the query that ran."""

    question: str
    reading: Reading
    answer: Any


_REGISTERS: WeakKeyDictionary[KnowledgeGraph, MentionFinder] = WeakKeyDictionary()


def register(kg: KnowledgeGraph) -> MentionFinder:
    """The names of a graph, made at the first question and kept as long as the graph."""
    if kg not in _REGISTERS:
        _REGISTERS[kg] = MentionFinder(kg)
    return _REGISTERS[kg]


def reading(kg: KnowledgeGraph, question: str) -> Reading:
    """How a question is read, without running it. Raises NotUnderstood with the nearest questions."""
    return read(register(kg), question)


def answer_question(kg: KnowledgeGraph, question: str, *, unverified: bool = False) -> Result[Any]:
    """The answer to a question; its head says which query ran with which parameters, `answer` is an AskAnswer.

    Raises NotUnderstood with the nearest three questions that can be answered, NameAmbiguous for a name that
    several things have.
    """
    understood = reading(kg, question)
    found = narrowed_answer(kg, understood, unverified=unverified)
    if any(row.get(column) != _number(understood.kept(slot).value)
           for column, slot in understood.form.required_columns.items() for row in found.records):  # fmt: skip
        from cemai.queries.ask.suggestions import nearest

        raise NotUnderstood(question, nearest(register(kg), question))
    head = (f"查询 query: {understood.query}", f"命令 command: {understood.command}", *found.head)
    remarks = (*found.notes, *_known(kg, understood, found), *([understood.form.note] if understood.form.note else []))
    return replace(found, head=head, notes=remarks, answer=AskAnswer(question, understood, found.answer))


def narrowed_answer(kg: KnowledgeGraph, understood: Reading, *, unverified: bool) -> Result[Any]:
    """The rows of a reading, those of `keep` alone where the form says so."""
    found = whole_answer(kg, understood, unverified=unverified)
    if not understood.form.row_filter:
        return found
    kept = _kept(understood, found)
    hidden = 0 if unverified else len(_kept(understood, whole_answer(kg, understood, unverified=True))) - len(kept)
    remarks = (f"{len(kept)} / {len(found)} 行 rows", *notes.hidden(hidden), *notes.nothing(kept))
    rows, records = tuple(found.rows[i] for i in kept), tuple(found.records[i] for i in kept)
    return replace(found, rows=rows, records=records, notes=remarks)


def whole_answer(kg: KnowledgeGraph, understood: Reading, *, unverified: bool) -> Result[Any]:
    """The rows of a reading before any is left out by the names that the question gives."""
    from .asking_rows import located

    name, given = understood.form.run, dict(understood.parameters)
    if name not in COMMANDS:
        return located(kg, name, {k: str(v) for k, v in given.items()}, unverified=unverified)
    places = [text for place in COMMANDS[name][1] for text in texts_of(given.pop(place, ()))]
    options: dict[str, Any] = {k: True if v == "true" else v for k, v in given.items()}
    if name not in _NO_TIERS:
        options["unverified"] = unverified
    result: Result[Any] = getattr(kg, name)(*places, **options)
    return result


def _kept(understood: Reading, found: Result[Any]) -> list[int]:
    """The numbers of the rows that have what was asked for. Raises NameAmbiguous."""
    wanted: dict[str, str] = {}
    for column, slot in understood.form.row_filter.items():
        mention = understood.kept(slot)
        if len(mention.things) > 1:
            raise NameAmbiguous(mention.value, [(thing, found.kg.label(thing) or thing) for thing in mention.things])
        wanted[column] = mention.things[0] if mention.things else mention.value
    return [i for i, record in enumerate(found.records) if all(_has_value(record.get(c), v) for c, v in wanted.items())]


def _has_value(cell: Cell, value: str) -> bool:
    return value in str(cell).split()


def _number(text: str) -> Cell:
    return int(text) if text.isdecimal() else text


def _known(kg: KnowledgeGraph, understood: Reading, found: Result[Any]) -> Iterator[str]:
    """For an empty answer, how much is known of the things that were asked about."""
    asked = list(dict.fromkeys(t for mentions in understood.mentions.values() for s in mentions for t in s.things))
    if found.records or not asked:
        return
    counts: Counter[str] = Counter()
    for row in kg.rows("show/counts", {"thing": asked}):
        counts[str(row["thing"])] += int(str(row["claims"]))
    kg.entities.load(asked)
    for thing in asked:
        name, count = kg.label(thing) or thing, counts[thing]
        yield f"关于{name}共有 {count} 条陈述 {count} statements are known of it: cemai show {thing}"
