"""Places side by side: the rows of `compare` and the figures behind them, for the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Annotated

from cemai.ontology.text import LangText
from cemai.queries.answers import comparison
from cemai.queries.answers.figures import StatedFigure
from cemai.queries.answers.phrases import Phrase
from cemai.viz.content import Head
from cemai.viz.views.comparison.page import ChartPoint, ComparisonCell, ComparisonRow, Dimension, Small, comparison_page

from .notes import page_notes
from .presenter import StatementPresenter
from .registry import Page, ViewArgument, view


@view(
    "compare", "几个地方在五个方面的对照页 · Places side by side in five dimensions.", ("深圳", "宁波"),
)  # fmt: skip
def comparison_view(
    presenter: StatementPresenter, places: Annotated[list[str], ViewArgument("两个以上地方 · two places or more")], *,
    unverified: bool = False,
) -> Page:  # fmt: skip
    """Places side by side. Raises as `compare_places`."""
    found = comparison.compare_places(presenter.kg, places, unverified=unverified)
    claims: dict[str, dict[str, None]] = {city: {} for city in found.cities}
    for line in found.lines:
        for city, ids in zip(found.cities, line.claims, strict=True):
            claims[city] |= dict.fromkeys((ids or "").split())
    facts = presenter.statements(sorted({c for ids in claims.values() for c in ids}), *found.cities)
    cities = [presenter.entity(city, claims[city]) for city in found.cities]
    names = [presenter.name(city) for city in found.cities]
    head = Head(
        LangText(" · ".join(n.zh for n in names), " · ".join(n.en or n.zh for n in names)),
        LangText(f"五个方面，{len(found.lines)} 行", f"five dimensions, {len(found.lines)} rows"),
        page_notes(presenter, facts, found.hidden),
    )
    parts = _parts(presenter, found.lines)
    page = comparison_page(head, facts, cities, _smalls(presenter, found.figures), parts)
    return Page(page, {"rows 行": len(found.lines)})


def _smalls(presenter: StatementPresenter, stated: Iterable[StatedFigure]) -> list[Small]:
    """One picture an indicator, measure, unit and modality of which two figures or more are known."""
    groups: dict[tuple[str, ...], list[StatedFigure]] = defaultdict(list)
    for f in stated:
        groups[(f.indicator, f.measure, f.unit, f.modality, f.share_of or "", f.rank_scope or "")].append(f)
    return [_small(presenter, group) for group in groups.values() if len(group) > 1 and group[0].measure != "rank"]


def _small(presenter: StatementPresenter, group: list[StatedFigure]) -> Small:
    first = group[0]
    name, measure = presenter.name(first.indicator), presenter.concept("measure", first.measure)
    unit = presenter.concept("unit", first.unit)
    if first.modality != "actual":
        modality = presenter.concept("modality", first.modality)
        measure = LangText(f"{measure.zh}，{modality.zh}", f"{measure.en}, {modality.en}")
    points = tuple(
        ChartPoint(
            f.subject,
            float(f.value),
            _joined_text(presenter, [f.stated], ""),
            presenter.concept("caliber", f.caliber),
            f.claim,
        )
        for f in sorted(group, key=lambda f: (f.period or "", f.subject, f.claim))
    )
    full = LangText(f"{name.zh}（{measure.zh}）", f"{name.en or name.zh} ({measure.en})")
    return Small(full, unit, points, any(f.caliber == "unspecified" for f in group))


def _joined_text(presenter: StatementPresenter, phrases: Iterable[Phrase], mark: str) -> LangText:
    """``超过 2000亿元 | 试点 2016`` · ``over 2000亿元 | piloted 2016``."""
    words = list(phrases)
    zh, en = (mark.join(dict.fromkeys(p.text(presenter.kg, lang) for p in words)) for lang in ("zh", "en"))
    return LangText(zh, en)


def _parts(presenter: StatementPresenter, lines: Iterable[comparison.ComparisonLine]) -> list[Dimension]:
    by_part: dict[str, list[ComparisonRow]] = defaultdict(list)
    for line in lines:
        by_part[line.dimension].append(_line(presenter, line))
    return [Dimension(comparison.DIMENSIONS[key], tuple(rows)) for key, rows in by_part.items()]


def _line(presenter: StatementPresenter, line: comparison.ComparisonLine) -> ComparisonRow:
    cells = tuple(ComparisonCell(_joined_text(presenter, phrases, line.mark), tuple((ids or "").split()))
                  for phrases, ids in zip(line.phrases, line.claims, strict=True))  # fmt: skip
    beside = list(_beside(presenter, line))
    return ComparisonRow(
        LangText(line.item), LangText(" · ".join(t.zh for t in beside), " · ".join(t.en or t.zh for t in beside)),
        line.comparable, line.comparable in (comparison.YES, comparison.BOTH_SIDES), cells,
    )  # fmt: skip


def _beside(presenter: StatementPresenter, line: comparison.ComparisonLine) -> Iterator[LangText]:
    """Measure, period, caliber and modality, where there are any."""
    for scheme, key in (("measure", line.measure), ("period", line.period), ("caliber", line.caliber),
                        ("modality", line.modality if line.modality != "actual" else None)):  # fmt: skip
        if key:
            yield LangText(key) if scheme == "period" else presenter.concept(scheme, key)
