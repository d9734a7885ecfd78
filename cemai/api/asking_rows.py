"""Rows of the catalogue as an answer: unverified statements left out, each row with its tier and where it is stated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from cemai.graph.repository import UNVERIFIED, Repository
from cemai.ontology.labels import TERMS
from cemai.queries.answers.columns import AnswerColumn, AnswerTable, Kind, Record
from cemai.queries.catalogue import Query, QueryColumn, query_named
from cemai.queries.runner import Cell

from . import notes
from .frames import seen_kinds
from .references import LOCATOR, claims_of
from .result import Result

if TYPE_CHECKING:
    from .knowledge_graph import KnowledgeGraph

TIER = "证据层级"
_TIER, _AND = "evidence-tier", "、"
_COUNTED = "各行为汇总，不对应单条陈述 the rows are sums or names: no single statement stands behind one"
# Columns that need not be shown where the row says the same in words.
_IDENTIFIERS = ("dataset", "basis", "confidence", "precision")


def located(kg: KnowledgeGraph, name: str, parameters: Mapping[str, str], *, unverified: bool) -> Result[Any]:
    """A query of the catalogue with columns `evidence_tier` and `locator` more where its rows name claims."""
    found = kg.select(name, parameters)
    kg.claims(found.claims)
    rows = [_located(kg, record) for record in found.records]
    shown = tuple(row for row in rows if unverified or not _unverified(row))
    columns = (*found.kinds, *(c for c in ("evidence_tier", LOCATOR) if rows and c in rows[0]))
    remarks = (f"{len(shown)} 行 rows", *notes.hidden(len(rows) - len(shown)), *notes.nothing(shown))
    if shown and LOCATOR not in columns:
        remarks = (*remarks, _COUNTED)
    query = query_named(name)
    head = (f"{query.zh} {query.en}",) if query else ()
    return Result(kg, head, shown, shown, _table(query, seen_kinds(columns, shown, query)), remarks, found.answer)


def _located(kg: KnowledgeGraph, record: Record) -> dict[str, Cell]:
    claims = kg.claims(claims_of(record))
    if not claims:
        return dict(record)
    tiers = _AND.join(dict.fromkeys(claim.evidence_tier for claim in claims))
    where = "; ".join(dict.fromkeys(kg.locator(claim) for claim in claims))
    return {**record, "evidence_tier": tiers, LOCATOR: where}


def _unverified(row: Record) -> bool:
    return UNVERIFIED in str(row.get("evidence_tier", "")) or row.get("tier") == f"evidence-tier/{UNVERIFIED}"


def _table(query: Query | None, kinds: Mapping[str, Kind]) -> AnswerTable:
    """Names rather than identifiers, headings in both languages."""
    known = query.columns if query else {}
    columns = [_column(name, kind, known.get(name)) for name, kind in kinds.items()]
    shown = [name for name in kinds if f"{name}_zh" not in kinds and name not in _IDENTIFIERS
             and not (name == "tier" and "evidence_tier" in kinds and known[name].zh == TIER)]  # fmt: skip
    return AnswerTable(tuple(columns), tuple(shown) if query else ())


def _column(name: str, kind: Kind, known: QueryColumn | None) -> AnswerColumn:
    match name:
        case "evidence_tier":
            return AnswerColumn(name, kind, f"{TIER} tier", show=_tiers)
        case str() if name == LOCATOR:
            return AnswerColumn(name, kind, "出处 locator")
    heading = f"{known.zh} {name}" if known else name
    return AnswerColumn(name, kind, heading, show=partial(_word, name, known.kind if known else ""))


def _tiers(kg: Repository, row: Record) -> Cell:
    tiers = row.get("evidence_tier")
    return _AND.join(kg.concept(_TIER, tier).both() for tier in str(tiers).split(_AND)) if tiers else None


def _word(name: str, kind: str, kg: Repository, row: Record) -> Cell:
    """A concept of a vocabulary or a term of the ontology by its label, a claim by its id, anything else as it is."""
    value = row.get(name)
    if not isinstance(value, str):
        return value
    scheme, _, key = value.partition("/")
    match kind:
        case "term":
            return kg.concept(TERMS, value.removeprefix("cm:")).both()
        case "concept":
            return kg.concept(scheme, key).both()
        case "claim":
            return key
    return value
