"""``relations.yml`` beside the tables of a dataset: how its indicators hang together, for the audit.

Names are identifiers; each must stand in the register, each class, property and concept in the ontology.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from cemai.graph.errors import DataError, Where
from cemai.graph.model.count_lists import (
    COUNT_LISTS,
    CountList,
    Designations,
    Evaluations,
    Figures,
    ListedWords,
    Related,
)
from cemai.graph.model.declared_relations import DeclaredRelations
from cemai.graph.model.names import NameIndex
from cemai.ontology.schema import OntologyTerms
from pydantic import TypeAdapter
from pydantic_core import InitErrorDetails, ValidationError

from .faults import explain, refused
from .yaml_reader import read_yaml

RELATIONS = "relations.yml"


def read_relations(folder: Path) -> DeclaredRelations:
    """What the dataset in `folder` declares; nothing where it has no such file. Raises DataErrors."""
    path = folder / RELATIONS
    return read_yaml(path, _relations) if path.exists() else DeclaredRelations()


def _relations(content: Any) -> DeclaredRelations:
    declared = TypeAdapter(DeclaredRelations).validate_python(
        {k: v for k, v in content.items() if k != "counts"} if isinstance(content, dict) else content
    )
    counts = TypeAdapter(dict[str, dict[str, Any]]).validate_python(
        content.get("counts", {}) if isinstance(content, dict) else {}
    )
    return replace(declared, counts={indicator: _count_list(indicator, entry) for indicator, entry in counts.items()})


def _count_list(indicator: str, entry: Mapping[str, Any]) -> CountList:
    """The form that `list` names; its other keys are the form's own."""
    name = entry.get("list")
    if name not in COUNT_LISTS:
        error = refused("not a form of list 没有这种清单形式", f"known 可用: {', '.join(COUNT_LISTS)}")
        detail = InitErrorDetails(type=error, loc=("counts", indicator, "list"), input=name)
        raise ValidationError.from_exception_data("counts", [detail])
    try:
        adapter: TypeAdapter[CountList] = TypeAdapter(COUNT_LISTS[name])
        return adapter.validate_python({k: v for k, v in entry.items() if k != "list"})
    except ValidationError as error:
        details = [
            InitErrorDetails(type=refused(*explain(e)), loc=("counts", indicator, *e["loc"]), input=e["input"])
            for e in error.errors()
        ]
        raise ValidationError.from_exception_data("counts", details) from None


def merge_relations(declared: Iterable[tuple[Path, DeclaredRelations]]) -> tuple[DeclaredRelations, list[DataError]]:
    """What all datasets declare together; an error where two give one key different values."""
    merged: dict[str, Any] = {}
    origin: dict[tuple[str, str], Path] = {}
    errors: list[DataError] = []
    for path, relations in declared:
        for field in fields(relations):
            new = getattr(relations, field.name)
            known = merged.setdefault(field.name, type(new)())
            if isinstance(new, Mapping):
                for key, value in new.items():
                    if known.setdefault(key, value) != value:
                        other = origin[field.name, key]
                        errors.append(_clash(Where(path, None, f"{field.name}.{key}", value), other))
                    origin.setdefault((field.name, key), path)
            else:
                merged[field.name] = type(new)(dict.fromkeys([*known, *new]))
    return DeclaredRelations(**merged), errors


def _clash(where: Where, other: Path) -> DataError:
    return DataError(
        where,
        f"{other} declares another value 与另一数据集的声明不同",
        "declare it in one dataset only 只在一个数据集中声明",
    )


def check_relations(
    path: Path, declared: DeclaredRelations, names: NameIndex, terms: OntologyTerms
) -> Iterator[DataError]:
    """Every identifier that no register holds, and every word that the ontology does not know."""
    for at, value in _strings("", declared):
        if "/" in value and value not in names.things:
            near = ", ".join(t.id for n in names.suggest(value.rpartition("/")[2]) for t in names.find(n))
            fix = "add it to a table of things 请加入事物表" + (f", or use 或用: {near}" if near else "")
            yield DataError(Where(path, None, at, value), "no thing has this identifier 未登记的编号", fix)
    for name in declared.complete_sets:
        yield from _unknown(Where(path, None, "complete_sets", name), "class", terms.classes)
    for tier in declared.tier_names:
        yield from _unknown(Where(path, None, "tier_names", tier), "evaluation tier", terms.concepts["evaluation-tier"])
    for indicator, form in declared.counts.items():
        yield from _check_list(Where(path, None, f"counts.{indicator}"), form, terms)


def _check_list(where: Where, form: CountList, terms: OntologyTerms) -> Iterator[DataError]:
    match form:
        case Designations() | Figures():
            yield from _unknown(replace(where, value=form.of), "class", terms.classes)
        case Related():
            for name in (*form.forward, *form.inverse):
                yield from _unknown(replace(where, value=name), "property", terms.properties)
        case ListedWords():
            yield from _unknown(replace(where, value=form.property), "property", terms.properties)
        case Evaluations(tier=str(tier)):
            yield from _unknown(replace(where, value=tier), "evaluation tier", terms.concepts["evaluation-tier"])
    if isinstance(form, Figures):
        yield from _unknown(replace(where, value=form.measure), "measure", terms.concepts["measure"])


def _unknown(where: Where, kind: str, known: Collection[str]) -> Iterator[DataError]:
    if where.value not in known:
        fix = f"known 可用: {', '.join(sorted(known))}" if len(known) < 20 else "see docs/model.md 见此文档"
        yield DataError(where, f"the ontology has no {kind} of this name 本体中没有此名称", fix)


def _strings(at: str, value: object) -> Iterator[tuple[str, str]]:
    """Every text in a value with the path of keys that leads to it: ``sums.0.whole``."""
    inner = f"{at}." if at else ""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield at, key
            yield from _strings(f"{inner}{key}", item)
    elif isinstance(value, tuple | frozenset):
        for number, item in enumerate(sorted(value) if isinstance(value, frozenset) else value):
            yield from _strings(f"{inner}{number}", item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(f"{inner}{field.name}", getattr(value, field.name))
