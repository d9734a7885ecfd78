"""Whether the readers can read the graph: the table `graph.rdf.needs` asked of every thing that it speaks of.

The same could be said in SHACL, but pySHACL needs two seconds for what takes a tenth here, and SHACL's datatypes let
pass what no reader takes (a date with a zone). A thing with which another judge finds fault is left to that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from cemai.graph.rdf.literals import Unreadable, read_literal
from cemai.graph.rdf.needs import (
    CHINESE,
    CONCEPT,
    ENGLISH,
    KEYS,
    LABELS,
    NEEDS,
    TERM,
    THING,
    Need,
    datatypes,
    relations,
)
from cemai.graph.rdf.writer import A, graph_node
from cemai.ontology.namespaces import CM, ID, WGS84, identifier, term
from cemai.ontology.schema import load
from pyoxigraph import Literal, NamedNode, Store

from .loader import short

SHAPE = "ReaderNeeds"
_INFERRED = graph_node("inferred")
_LANGUAGES = {CHINESE: ("zh", "中文", "text in Chinese"), ENGLISH: ("en", "英文", "text in English")}
_RECORDS = {"Claim": "claim/", "Evidence": "evidence/", "Passage": "passage/"}
_HELD = (("Evidence", ("evidence",), "没有断言以它为证据", "no claim rests on the evidence"),
         ("Passage", tuple(f"{role}Passage" for role in ("value", "subject", "period", "header", "unit", "statement")),
          "没有证据引用此片段", "no evidence uses the passage"))  # fmt: skip
_ENTITY = frozenset({"Entity"})
Values = Mapping[Any, list[Any]]
Fields = dict[str, str]
Of = Callable[[str], Values]


def unreadable(store: Store) -> Iterator[Fields]:
    """What the readers need and do not find, as the fields of a GateFinding."""
    of = cache(lambda property_: _values(store, property_))
    members = {class_: _members(store, class_) for class_ in {*KEYS, *(need.class_ for need in NEEDS)}}
    for need in NEEDS:
        yield from _unmet(need, members[need.class_], of(need.property))
    typed = {quad.subject for quad in store.quads_for_pattern(None, A, None, None)}
    for property_ in {*datatypes(), *LABELS}:
        yield from _wrong_values(property_, of(property_))
    for property_ in relations():
        yield from _lost_ends(property_, of(property_), typed)
    for class_, key in KEYS.items():
        yield from _misnamed(class_, re.compile(key), members[class_])
    yield from _half_points(of(WGS84 + "lat"), of(WGS84 + "long"))
    yield from _without_class(store, members, typed)
    yield from _without_own_class(store, members["Entity"])
    for class_, properties, zh, en in _HELD:
        used = {value for property_ in properties for values in of(term(property_)).values() for value in values}
        yield from (_finding(thing, "", None, zh, en) for thing in members[class_] - used)


def _values(store: Store, property_: str) -> Values:
    found: dict[Any, list[Any]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, NamedNode(property_), None, None):
        if quad.object not in found[quad.subject]:
            found[quad.subject].append(quad.object)
    return found


@cache
def _below(class_: str) -> tuple[str, ...]:
    return tuple(name for name in load().classes if load().is_a(name, frozenset({class_})))


def _members(store: Store, class_: str) -> set[Any]:
    names = (class_,) if class_ in _RECORDS else _below(class_)  # records are looked for under this very class
    kinds = (store.quads_for_pattern(None, A, NamedNode(term(name)), None) for name in names)
    return {quad.subject for quads in kinds for quad in quads}


def _unmet(need: Need, things: set[Any], values: Values) -> Iterator[Fields]:
    fits = _fits(need)
    for thing in things:
        found = values.get(thing, [])
        if need.form in _LANGUAGES:
            language, zh, en = _LANGUAGES[need.form]
            found = [value for value in found if isinstance(value, Literal) and value.language == language]
        else:
            zh, en = "值", "value"
            yield from (_finding(thing, need.property, value, *_WRONG[need.form]) for value in found if not fits(value))
        if not need.least <= len(found) <= need.most:
            yield _finding(thing, need.property, found[-1] if found else None, *_count(need, len(found), zh, en))


def _count(need: Need, number: int, zh: str, en: str) -> tuple[str, str]:
    if number < need.least:
        return f"缺少{zh}，读取需要", f"there is no {en}, and readers need one"
    return f"{zh}有 {number} 个，只能有一个", f"there are {number} values ({en}) where readers take one"


_WRONG = {
    THING: ("须为本库的事物（id/…）", "it must be a thing (an IRI below id/)"),
    CONCEPT: ("须为词表中的概念", "it must be a concept of its vocabulary"),
    TERM: ("须为本体的属性", "it must be a property of the ontology"),
}


def _fits(need: Need) -> Callable[[Any], bool]:
    """Whether one value is of the form; literals are judged by their property, whatever they are said of."""
    start = {THING: ID, CONCEPT: f"{ID}{need.scheme}/", TERM: CM}.get(need.form)
    if start is None:
        return lambda value: True
    return lambda value: isinstance(value, NamedNode) and value.value.startswith(start) and value.value != start


def _wrong_values(property_: str, values: Values) -> Iterator[Fields]:
    for thing, found in values.items():
        for value in found:
            if not isinstance(value, Literal):
                yield _finding(thing, property_, value, "须为文字值而非 IRI", "it must be a literal, no IRI")
                continue
            try:
                read = read_literal(property_, value)
            except Unreadable as problem:
                yield _finding(thing, property_, value, problem.problem, problem.fix)
            else:
                if read != value:
                    yield _finding(thing, property_, value, f"须写作 {read}", f"readers need it written as {read}")


def _misnamed(class_: str, key: re.Pattern[str], things: set[Any]) -> Iterator[Fields]:
    for thing in things:
        if not thing.value.startswith(ID) or not key.fullmatch(thing.value.removeprefix(ID)):
            yield _finding(thing, "", None, f"IRI 不合 {class_} 的写法",
                           f"the IRI is not that of a {class_}: {ID}{key.pattern}")  # fmt: skip


def _half_points(lat: Values, long: Values) -> Iterator[Fields]:
    for thing in lat.keys() ^ long.keys():
        absent = WGS84 + ("long" if thing in lat else "lat")
        yield _finding(thing, absent, None, "坐标缺少一半", "half of its point is lost")


def _lost_ends(property_: str, values: Values, typed: set[Any]) -> Iterator[Fields]:
    """What stands where a thing is due: a literal, or what the graph says nothing of."""
    for thing, found in values.items():
        for value in found:
            if isinstance(value, Literal):
                yield _finding(thing, property_, value, "须为 IRI 而非文字值", "it must be an IRI, no literal")
            elif value not in typed and (property_ != A.value or value.value.startswith(CM)):
                yield _finding(
                    thing, property_, value, "所指之物不在图谱中", "the graph says nothing of what it points to"
                )


def _without_class(store: Store, members: Mapping[str, set[Any]], typed: set[Any]) -> Iterator[Fields]:
    """Records and things of which something is said, but not what they are."""
    for thing in {quad.subject for quad in store}:
        if not isinstance(thing, NamedNode) or not thing.value.startswith(ID):
            continue
        start = thing.value.removeprefix(ID).partition("/")[0] + "/"
        lacks = next((c for c, prefix in _RECORDS.items() if prefix == start and thing not in members[c]), None)
        if lacks or thing not in typed:
            yield _finding(thing, "rdf:type", None, "没有写明它属于哪一类",
                           f"it does not say what it is{f' (cm:{lacks})' if lacks else ''}")  # fmt: skip


def _without_own_class(store: Store, entities: set[Any]) -> Iterator[Fields]:
    """Things whose class is derived only: what they are was lost."""
    kinds = _below("Entity")
    stated = {quad.subject for name in kinds
              for quad in store.quads_for_pattern(None, A, NamedNode(term(name)), None)
              if quad.graph_name != _INFERRED}  # fmt: skip
    for thing in entities - stated:
        yield _finding(
            thing, "rdf:type", None, "只有推出的类，缺少本来的类", "its own class is lost, only derived ones are left"
        )


def _finding(thing: Any, property_: str, value: Any, zh: str, en: str) -> Fields:
    path = property_ if ":" in property_ and "://" not in property_ else property_ and _short(property_)
    return {
        "severity": "violation", "shape": SHAPE, "focus": identifier(thing.value), "path": path,
        "value": identifier(value.value) if value is not None else "", "message_zh": zh, "message_en": en,
        "term": str(value) if value is not None else "",
    }  # fmt: skip


def _short(iri: str) -> str:
    from rdflib import URIRef

    return short(URIRef(iri))
