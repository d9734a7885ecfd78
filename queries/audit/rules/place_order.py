"""Places: one above the place it lies in, the first and the first batch, several originators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import ACTUAL
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.statement_index import Facts, amount, as_of, period, source
from cemai.queries.audit.wording import name, said, topic

YEARS = 3


def places(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """What is said of places that cannot be set side by side."""
    yield from _places(facts)
    yield from _before_first_batch(facts)
    yield from _originators(facts)


def _places(facts: Facts) -> Iterator[Finding]:
    """A place above the place it lies in: in one period a contradiction, in near years another way to count."""
    levels: dict[tuple[str, str | None, str | None], list[Claim]] = defaultdict(list)
    for c in facts.observations:
        located = c.subject == facts.nation or facts.parents(c.subject)
        if c.measure == "level" and (c.modality or "actual") in ACTUAL and located:
            levels[c.subject, c.object, c.unit].append(c)
    for (subject, indicator, unit), group in levels.items():
        for parent in facts.parents(subject):
            found = [pair for whole in levels.get((parent, indicator, unit), ()) for part in group
                     if (pair := _above(facts, part, whole))]  # fmt: skip
            if found:
                yield _larger(facts, *min(found, key=lambda p: (period(p[0]) != period(p[1]), p[0].id, p[1].id)))


def _above(facts: Facts, part: Claim, whole: Claim) -> tuple[Claim, Claim] | None:
    days = as_of(part, facts), as_of(whole, facts)
    lengths = _length(part), _length(whole)
    near = days[0] and days[1] and abs(days[0].year - days[1].year) <= YEARS and lengths[0] <= lengths[1]
    return (part, whole) if near and strict(part).low > strict(whole).high else None


def _length(claim: Claim) -> int:
    """Days of the period; a count without period is of a day."""
    days = period(claim)
    return (days[1] - days[0]).days if days and claim.unit in ("CNY", "USD") else 0


def _larger(facts: Facts, part: Claim, whole: Claim) -> Finding:
    same = period(part) is not None and period(part) == period(whole)
    one, other, a, b = said(part), said(whole), topic(facts, part), topic(facts, whole)
    zh = f"{a[0]}{one[0]}大于其所在的{b[0]}{other[0]}。" + ("" if same else "年份与口径不同，不宜比较。")
    en = f"{a[1]}, {one[1]}, exceeds {b[1]}, {other[1]}, in which it lies." + (
        "" if same else " Other years and ways to count: not comparable.")  # fmt: skip
    return finding("place-above-its-whole", "arithmetic" if same else "caliber", (part, whole), (zh, en),
                   disagreement=same, gap=amount(part) - amount(whole), unit=part.unit,
                   relative=relative_gap(amount(part), amount(whole)))  # fmt: skip


def _before_first_batch(facts: Facts) -> Iterator[Finding]:
    """A designation that is older than the first batch of its programme."""
    first: dict[str, Claim] = {}
    for claim in facts.stated("designated"):
        if claim.batch == 1 and claim.object and claim.date_begin:
            first.setdefault(claim.object, claim)
    for claim in facts.stated("designated"):
        batch = first.get(claim.object or "")
        if batch and claim.batch is None and claim.date_end and batch.date_begin and claim.date_end < batch.date_begin:
            one, other, what = name(facts, claim.subject), name(facts, batch.subject), name(facts, claim.object)
            zh = (f"{what[0]}：{one[0]}（{claim.date}）早于{other[0]}所在的第一批（{batch.date_begin:%Y-%m}）："
                  "首个与第一批不是一回事，并非矛盾。")  # fmt: skip
            en = (f"{what[1]}: {one[1]} was designated by {claim.date_end}, before the first batch with {other[1]} "
                  f"({batch.date_begin:%Y-%m}): the first one is not the first batch.")  # fmt: skip
            yield finding("first-and-first-batch", "scope", (claim, batch), (zh, en), disagreement=False)


def _originators(facts: Facts) -> Iterator[Finding]:
    """One innovation that sources ascribe to different originators."""
    groups: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in facts.stated("originated"):
        groups[claim.object or ""].setdefault(claim.subject, claim)
    for thing, by_subject in groups.items():
        claims = list(by_subject.values())
        if len(claims) > 1:
            what = name(facts, thing)
            told = [(name(facts, c.subject), source(c).rpartition("/")[2]) for c in claims]
            zh, en = "、".join(f"{n[0]}（{w}）" for n, w in told), ", ".join(f"{n[1]} ({w})" for n, w in told)
            sentence = f"{what[0]}的首创者不一：{zh}。", f"sources name different originators of {what[1]}: {en}."
            yield finding("originators", "value", claims, sentence, disagreement=True)
