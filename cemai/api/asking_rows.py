"""Rows of the catalogue as an answer: unverified statements left out, each row with its tier and where it is stated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cemai.graph.repository import UNVERIFIED, Repository, short
from cemai.ontology.labels import TERMS
from cemai.ontology.schema import load
from cemai.queries.catalogue import Query, named
from cemai.queries.runner import Cell

from . import notes
from .frames import seen_kinds
from .references import LOCATOR, claims_of
from .result import Result
from .table_views import Look, Record

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
    rows = [_located(kg, record) for record in found.records]
    shown = tuple(row for row in rows if unverified or not _unverified(row))
    columns = (*found.kinds, *(c for c in ("evidence_tier", LOCATOR) if rows and c in rows[0]))
    told = (f"{len(shown)} 行 rows", *notes.hidden(len(rows) - len(shown)), *notes.nothing(shown))
    if shown and LOCATOR not in columns:
        told = (*told, _COUNTED)
    query = named(name)
    look = _look(query, columns) if query else Look()
    head = (f"{query.zh} {query.en}",) if query else ()
    return Result(kg, head, shown, shown, seen_kinds(columns, shown), look, told, found.found)


def _located(kg: KnowledgeGraph, record: Record) -> dict[str, Cell]:
    claims = [kg.claim(claim) for claim in claims_of(record)]
    if not claims:
        return dict(record)
    tiers = _AND.join(dict.fromkeys(claim.evidence_tier for claim in claims))
    where = "; ".join(dict.fromkeys(kg.locator(claim) for claim in claims))
    return {**record, "evidence_tier": tiers, LOCATOR: where}


def _unverified(row: Record) -> bool:
    return UNVERIFIED in str(row.get("evidence_tier", "")) or row.get("tier") == f"evidence-tier/{UNVERIFIED}"


def _look(query: Query, columns: tuple[str, ...]) -> Look:
    """Names rather than identifiers, heads in both languages."""
    heads = {name: f"{query.columns[name].zh} {name}" if name in query.columns else name for name in columns
             if f"{name}_zh" not in columns and name not in _IDENTIFIERS
             and not (name == "tier" and "evidence_tier" in columns and query.columns[name].zh == TIER)}  # fmt: skip
    heads |= {"evidence_tier": f"{TIER} tier"} if "evidence_tier" in columns else {}
    heads |= {LOCATOR: "出处 locator"} if LOCATOR in columns else {}
    return Look(heads, _words)


def _words(kg: Repository, row: Record) -> Record:
    shown = {name: _word(kg, value) for name, value in row.items()}
    if tiers := row.get("evidence_tier"):
        shown["evidence_tier"] = _AND.join(kg.concept(_TIER, tier).both() for tier in str(tiers).split(_AND))
    return shown


def _word(kg: Repository, value: Cell) -> Cell:
    """A concept of a vocabulary or a term of the ontology by its label, anything else as it is."""
    if not isinstance(value, str):
        return value
    if value.startswith("cm:"):
        return kg.concept(TERMS, value.removeprefix("cm:")).both()
    scheme, _, key = value.partition("/")
    concept = scheme in load().concepts and key.replace("-", "").isalnum()
    return kg.concept(scheme, key).both() if concept else short(value)
