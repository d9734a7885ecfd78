"""Two printed figures for one thing: other values (value), or values of two calibers (caliber)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import caliber_of, modality_of, period_of, source_of, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import loose, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic

Group = list[Claim]


@rule("value-differs", "caliber-differs", yields_to=("percent-for-points",))
def figures_that_exclude_each_other(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Figures of one subject, indicator, measure, unit, modality and period whose printed forms exclude each other."""
    for group in _groups(statements):
        by_caliber: dict[tuple[str, str], Group] = defaultdict(list)
        for claim in group:
            caliber = caliber_of(claim)
            by_caliber[(caliber, "") if caliber else ("", source_of(claim))].append(claim)
        other_values = [f for part in by_caliber.values() for f in _other_value(statements, part)]
        yield from other_values or (_other_caliber(statements, group) if len(by_caliber) > 1 else ())


def _groups(statements: StatementIndex) -> Iterator[Group]:
    """Figures with one key; figures without period only inside one source."""
    groups: dict[tuple[object, ...], Group] = defaultdict(list)
    for c in statements.observations:
        when = period_of(c) or source_of(c)
        scope = c.rank_scope if c.measure == "rank" else None
        key = (c.subject, c.object, c.measure, c.unit, modality_of(c), when, c.base_period, c.share_of, scope)
        groups[key].append(c)
    return (group for group in groups.values() if len(group) > 1)


def _extremes(group: Group) -> tuple[Claim, Claim] | None:
    """The two figures that lie farthest apart, the smaller first; None when every two can both be true."""
    high = max(group, key=lambda c: (strict(c).low, strict(c).low_open, c.id))
    low = min(group, key=lambda c: (strict(c).high, not strict(c).high_open, c.id))
    return None if strict(high).meets(strict(low)) else (low, high)


def _other_value(statements: StatementIndex, group: Group) -> Iterator[AuditFinding]:
    if pair := _extremes(group):
        rounding = loose(pair[0]).meets(loose(pair[1]))
        sentence = _sentence(statements, *pair)
        if rounding:
            zh, en = "末尾的零可能是取整，差别可由取整解释。", " The zeros may be rounded, which explains it."
            sentence = LangText(sentence.zh + zh, sentence.en + en)
        yield _finding("value-differs", "value", pair, sentence, not rounding)


def _other_caliber(statements: StatementIndex, group: Group) -> Iterator[AuditFinding]:
    if (pair := _extremes(group)) and not loose(pair[0]).meets(loose(pair[1])):
        sentence = _sentence(statements, *pair)
        zh, en = "两处口径不同或未说明，不宜比较。", " The calibers differ or are not stated: not comparable."
        yield _finding("caliber-differs", "caliber", pair, LangText(sentence.zh + zh, sentence.en + en), False)


def _sentence(statements: StatementIndex, low: Claim, high: Claim) -> LangText:
    about, one, other = topic(statements, low), quote(low), quote(high)
    return LangText(
        f"{about.zh}：{one.zh}与{other.zh}不能同时成立。", f"{about.en}: {one.en} and {other.en} cannot both hold."
    )


def _finding(name: str, klass: str, pair: tuple[Claim, Claim], sentence: LangText, disagreement: bool) -> AuditFinding:
    gap = Gap.between(value_of(pair[0]), value_of(pair[1]), pair[0].unit)
    return finding(name, klass, pair, sentence, disagreement=disagreement, gap=gap, disputed=2)
