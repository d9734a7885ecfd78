"""Places side by side: the rows of `compare` and the figures behind them, for the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.ontology.text import LangText
from cemai.queries.answers import compare
from cemai.queries.answers.figures import Figure, figures
from cemai.queries.answers.phrases import Phrase
from cemai.viz.comparison import Cell, Dimension, Line, Point, Small, comparison_page
from cemai.viz.facts import Head

from .statements import Statements


def comparison(
    kg: KnowledgeGraph, cities: Sequence[str], *, unverified: bool = False, corpus: Path | None = None
) -> tuple[str, int]:
    """The page as HTML, with the number of its rows. Raises as `compare.compare`."""
    found = compare.compare(kg, cities, unverified=unverified)
    statements = Statements(kg, corpus)
    stated = [f for city in found.cities for f in figures(kg, city, unverified=unverified)[0]]
    claims: dict[str, dict[str, None]] = {city: {} for city in found.cities}
    for line in found.lines:
        for city, ids in zip(found.cities, line.claims, strict=True):
            claims[city] |= dict.fromkeys((ids or "").split())
    everything = {c for ids in claims.values() for c in ids} | {f.claim for f in stated}
    facts = tuple(statements.fact(claim) for claim in sorted(everything))
    places = [statements.thing(city, claims[city]) for city in found.cities]
    names = [statements.name(city) for city in found.cities]
    head = Head(
        LangText(" · ".join(n.zh for n in names), " · ".join(n.en or n.zh for n in names)),
        LangText(f"五个方面，{len(found.lines)} 行", f"five dimensions, {len(found.lines)} rows"),
        statements.notes(facts, found.hidden),
    )
    parts = _parts(statements, found.lines)
    return comparison_page(head, facts, places, _smalls(statements, stated), parts), len(found.lines)


def _smalls(statements: Statements, stated: Iterable[Figure]) -> list[Small]:
    """One picture an indicator, measure, unit and modality of which two figures or more are known."""
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for f in stated:
        groups[(f.indicator, f.measure, f.unit, f.modality, f.share_of or "", f.rank_scope or "")].append(f)
    return [_small(statements, group) for group in groups.values() if len(group) > 1 and group[0].measure != "rank"]


def _small(statements: Statements, group: list[Figure]) -> Small:
    first = group[0]
    name, measure = statements.name(first.indicator), statements.concept("measure", first.measure)
    unit = statements.concept("unit", first.unit)
    if first.modality != "actual":
        modality = statements.concept("modality", first.modality)
        measure = LangText(f"{measure.zh}，{modality.zh}", f"{measure.en}, {modality.en}")
    points = tuple(
        Point(
            f.subject,
            float(f.value),
            _said(statements, [f.phrase()], ""),
            statements.concept("caliber", f.caliber),
            f.claim,
        )
        for f in sorted(group, key=lambda f: (f.period or "", f.subject, f.claim))
    )
    full = LangText(f"{name.zh}（{measure.zh}）", f"{name.en or name.zh} ({measure.en})")
    return Small(full, unit, points, any(f.caliber == "unspecified" for f in group))


def _said(statements: Statements, phrases: Iterable[Phrase], mark: str) -> LangText:
    """``超过 2000亿元 | 试点 2016`` · ``over 2000亿元 | piloted 2016``."""
    words = list(phrases)
    zh, en = (mark.join(dict.fromkeys(p.said(statements.kg, lang) for p in words)) for lang in ("zh", "en"))
    return LangText(zh, en)


def _parts(statements: Statements, lines: Iterable[compare.Line]) -> list[Dimension]:
    by_part: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_part[line.dimension].append(_line(statements, line))
    return [Dimension(compare.DIMENSIONS[key], tuple(rows)) for key, rows in by_part.items()]


def _line(statements: Statements, line: compare.Line) -> Line:
    cells = tuple(Cell(_said(statements, phrases, line.mark), tuple((ids or "").split()))
                  for phrases, ids in zip(line.phrases, line.claims, strict=True))  # fmt: skip
    beside = list(_beside(statements, line))
    return Line(
        LangText(line.item), LangText(" · ".join(t.zh for t in beside), " · ".join(t.en or t.zh for t in beside)),
        line.comparable, line.comparable in (compare.YES, compare.BOTH_SIDES), cells,
    )  # fmt: skip


def _beside(statements: Statements, line: compare.Line) -> Iterator[LangText]:
    """Measure, period, caliber and modality, where there are any."""
    for scheme, key in (("measure", line.measure), ("period", line.period), ("caliber", line.caliber),
                        ("modality", line.modality if line.modality != "actual" else None)):  # fmt: skip
        if key:
            yield LangText(key) if scheme == "period" else statements.concept(scheme, key)
