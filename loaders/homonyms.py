"""Names that two things share: refused where the two are of one kind, unless identity.csv keeps them apart.

Things of different kinds may share a name (深圳海关 is a customs district and an agency): a look-up then lists both.
Within a kind it is nearly always one thing that stands twice, which would double every count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from cemai.graph.errors import DataError, Where
from cemai.graph.model.entity import Entity
from cemai.graph.model.names import NameIndex
from cemai.graph.model.normal_form import name_key
from cemai.ontology.schema import OntologyTerms

from .dataset import Dataset
from .schema import IdentityRow

# Classes that say too little of a thing to make it of one kind with another.
_WIDE = frozenset({"Entity", "Actor", "Area"})


def check_homonyms(
    datasets: Iterable[Dataset], names: NameIndex, origin: Mapping[str, Where], terms: OntologyTerms
) -> list[DataError]:
    """One error for each two things of one kind that share a name and are not kept apart."""
    apart = _kept_apart(datasets)
    pairs: dict[tuple[str, str], str] = {}
    for key, things in names.shared().items():
        for one, other in combinations(things, 2):
            if _of_one_kind(one, other, terms) and not {one.id, other.id} <= apart[key]:
                pairs.setdefault((one.id, other.id), key)
    return [_error(names.things[one], names.things[other], key, origin) for (one, other), key in pairs.items()]


def _kept_apart(datasets: Iterable[Dataset]) -> dict[str, set[str]]:
    """By name key the things that a decision keeps apart."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in _decisions(datasets):
        if row.decision == "kept-apart":
            for name in row.names:
                found[name_key(name)] |= set(row.things)
    return found


def _decisions(datasets: Iterable[Dataset]) -> Iterator[IdentityRow]:
    rows = (row for dataset in datasets for table in dataset.tables.values() for _, row in table)
    return (row for row in rows if isinstance(row, IdentityRow))


def _of_one_kind(one: Entity, other: Entity, terms: OntologyTerms) -> bool:
    kinds, others = (
        {c for name in thing.classes for c in terms.ancestors.get(name, frozenset({name}))} for thing in (one, other)
    )
    return bool((kinds & others & terms.classes) - _WIDE)


def _error(first: Entity, second: Entity, key: str, origin: Mapping[str, Where]) -> DataError:
    """The later of the two is the one to correct; both are named as they are written."""
    here, there = _where(second, key, origin), _where(first, key, origin)
    problem = f"{second.id} has the same name as {first.id} ({there}) 与另一事物同名"
    fix = (
        "if they are one thing, keep one row and its id; if they are two, keep them apart in a table of the kind "
        f"Identity: kept-apart, {here.value}, {first.id}|{second.id} "
        "若为同一事物，合并为一行；若不同，在 Identity 表中声明"
    )
    return DataError(here, problem, fix)


def _where(thing: Entity, key: str, origin: Mapping[str, Where]) -> Where:
    """The cell that holds the name."""
    place = origin[thing.id]
    columns = {"name_zh": (thing.name_zh,), "name_en": (thing.name_en or "",), "aliases_zh": thing.aliases_zh,
               "aliases_en": thing.aliases_en}  # fmt: skip
    written = ((column, name) for column, names in columns.items() for name in names if name_key(name) == key)
    column, name = next(written, ("key", key))
    return Where(place.file, place.row, column, name)
