"""Places side by side: the rows of `compare` and the figures behind them, for the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.ontology.labels import ROLES
from cemai.queries.answers import compare
from cemai.queries.answers.figures import Figure, figures
from cemai.viz.comparison import Cell, Dimension, Line, Point, Small, comparison_page
from cemai.viz.facts import Head, Text

from .statements import Statements
from .wording import pair

_SIDE = "both known 各有陈述"


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
        Text(" · ".join(n.zh for n in names), " · ".join(n.en or n.zh for n in names)),
        Text(f"五个方面，{len(found.lines)} 行", f"five dimensions, {len(found.lines)} rows"),
        statements.notes(facts, found.hidden),
    )
    parts = _parts(statements, found.lines, {f.claim: f for f in stated})
    return comparison_page(head, facts, places, _smalls(statements, stated), parts), len(found.lines)


def _smalls(statements: Statements, stated: Iterable[Figure]) -> list[Small]:
    """One picture an indicator, measure, unit and modality of which two figures or more are known."""
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for f in stated:
        groups[(f.indicator, f.measure, f.unit, f.modality, f.share_of or "", f.rank_scope or "")].append(f)
    return [_small(statements, group) for group in groups.values() if len(group) > 1 and group[0].measure != "rank"]


def _small(statements: Statements, group: list[Figure]) -> Small:
    first = group[0]
    name, measure = statements.name(first.indicator), statements.name(f"measure/{first.measure}")
    unit = statements.name(f"unit/{first.unit}")
    if first.modality != "actual":
        modality = statements.name(f"modality/{first.modality}")
        measure = Text(f"{measure.zh}，{modality.zh}", f"{measure.en}, {modality.en}")
    points = tuple(
        Point(f.subject, float(f.value), _printed(statements, f), statements.name(f"caliber/{f.caliber}"), f.claim)
        for f in sorted(group, key=lambda f: (f.period or "", f.subject, f.claim))
    )
    full = Text(f"{name.zh}（{measure.zh}）", f"{name.en or name.zh} ({measure.en})")
    return Small(full, unit, points, any(f.caliber == "unspecified" for f in group))


def _printed(statements: Statements, figure: Figure) -> Text:
    """``超过 2000亿元`` · ``over 2000亿元``."""
    words = figure.words().removeprefix(figure.hedge or "").strip()
    hedge = statements.name(f"hedge/{figure.hedge}") if figure.hedge else Text("")
    return Text(f"{hedge.zh} {words}".strip(), f"{hedge.en} {words}".strip())


def _parts(statements: Statements, lines: Iterable[compare.Line], stated: Mapping[str, Figure]) -> list[Dimension]:
    by_part: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_part[line.dimension].append(_line(statements, line, stated))
    return [Dimension(pair(compare.DIMENSIONS[key]), tuple(rows)) for key, rows in by_part.items()]


def _line(statements: Statements, line: compare.Line, stated: Mapping[str, Figure]) -> Line:
    cells = tuple(_cell(statements, text or "", (ids or "").split(), stated)
                  for text, ids in zip(line.cells, line.claims, strict=True))  # fmt: skip
    beside = list(_beside(statements, line))
    return Line(
        Text(line.item), Text(" · ".join(t.zh for t in beside), " · ".join(t.en or t.zh for t in beside)),
        _judged(line.comparable), line.comparable in (compare.YES, _SIDE), cells,
    )  # fmt: skip


def _cell(statements: Statements, text: str, claims: list[str], stated: Mapping[str, Figure]) -> Cell:
    """Figures and roles in both languages; other words as they stand."""
    if claims and all(claim in stated for claim in claims):
        printed = [_printed(statements, stated[claim]) for claim in claims]
        zh, en = (" | ".join(dict.fromkeys(words)) for words in ((p.zh for p in printed), (p.en for p in printed)))
        return Cell(Text(zh, en), tuple(claims))
    pieces = [piece.partition(" ") for piece in text.split("；")]
    zh = "；".join(
        f"{pair(ROLES[head]).zh}{gap}{rest}" if head in ROLES else head + gap + rest for head, gap, rest in pieces
    )
    return Cell(Text(zh, text), tuple(claims))


def _beside(statements: Statements, line: compare.Line) -> Iterator[Text]:
    """Measure, period, caliber and modality, where there are any."""
    for scheme, key in (("measure", line.measure), ("period", line.period), ("caliber", line.caliber),
                        ("modality", line.modality if line.modality != "actual" else None)):  # fmt: skip
        if key:
            yield Text(key) if scheme == "period" else statements.name(f"{scheme}/{key}")


def _judged(words: str) -> Text:
    """``no: calibers differ 口径不同`` as a text in two languages."""
    en, _, zh = words.rpartition(" ")
    return Text(zh, en)
