"""A printed count against the list behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.counting.lists import LISTERS, Items, first_uses, policies_listed, zones
from cemai.queries.audit.figure_index import figures_of
from cemai.queries.audit.findings import Finding, finding, relative_gap
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.statement_index import Facts, amount, as_of, source
from cemai.queries.audit.wording import name, said, topic

NAMED = ("listed-words", "parts")  # lists in words, which may leave items out
WHOLE = ("directory", "modes-added")  # the reason names the claims that tell, not the whole list


def counts(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Counts whose list is known and has another length."""
    for claim in facts.observations:
        lister = relations.counts.get(claim.object or "")
        actual = (claim.modality or "actual") == "actual"
        if claim.measure == "level" and lister and actual:
            items = LISTERS[lister](facts, claim)
            if items is not None and Decimal(len(items)) not in strict(claim):
                yield _count(facts, claim, items, lister)
    yield from _zones_of_batches(facts)


def _count(facts: Facts, claim: Claim, items: Items, lister: str) -> Finding:
    what, printed = topic(facts, claim), said(claim)
    zh = f"{what[0]}印作{printed[0]}，而所列为{len(items)}项。"
    en = f"{what[1]} is printed as {printed[1]}, but its list has {len(items)}."
    more, disagreement = _reason(facts, claim, items, lister)
    behind = more[2] if lister in WHOLE else items.values()
    return finding(f"count-{lister}", "arithmetic", (claim, *behind), (zh + more[0], en + more[1]),
                   disagreement=disagreement, gap=abs(amount(claim) - len(items)), unit=claim.unit,
                   relative=relative_gap(amount(claim), Decimal(len(items))))  # fmt: skip


def _reason(facts: Facts, claim: Claim, items: Items, lister: str) -> tuple[tuple[str, str, list[Claim]], bool]:
    """What more is known of the difference, and whether the two cannot both be right."""
    if lister == "policies":
        listed = list(policies_listed(facts, claim).values())
        days = sorted(str(c.date_begin) for c in listed)
        return ((f"名单共{len(listed)}项，日期自{days[0]}至{days[-1]}。",
                 f" The whole list has {len(listed)}, dated {days[0]} to {days[-1]}.", listed), True)  # fmt: skip
    if lister == "directory":
        entries = [c for c in facts.stated("listedIn") if c.object == next(iter(items.values())).object]
        twice = [thing for thing, n in Counter(c.subject for c in entries).items() if n > 1]
        zh = f"名录有{len(entries)}个编号，其中{len(twice)}个集群重复列出。"
        en = f" The directory numbers {len(entries)} entries; {len(twice)} clusters stand in it more than once."
        return (zh, en, [c for c in entries if c.subject in twice]), True
    if lister == "modes-added":
        nearest = _first_modes(facts, claim)
        told = [f"{c.object} {c.date_begin}".removeprefix("innovation/") for c in nearest]
        return (f"最近的首次日期：{'、'.join(told)}。", f" The nearest first dates: {', '.join(told)}.", nearest), True
    if lister in NAMED and len(items) < amount(claim):
        return ("所列或不完整，并非矛盾。", " The list need not be whole: no contradiction.", []), False
    return ("", "", []), True


def _first_modes(facts: Facts, claim: Claim) -> list[Claim]:
    """The first dated uses of the modes that came nearest before the end of the period."""
    end = claim.period_end or date.max
    return [c for c in first_uses(facts).values() if (c.date_begin or date.max) <= end][-int(amount(claim)) :]


def _zones_of_batches(facts: Facts) -> Iterator[Finding]:
    """A total of zones and a number of batches said together: the zones of that many batches are another number."""
    figures = figures_of(facts)
    total, number = "indicator/pilot-zones", "indicator/pilot-zone-batches"
    for days, group in figures.series(facts.nation or "", total).items():
        for claim in group:
            said_with = figures.best(claim.subject, number, days, claim)
            if not said_with or source(said_with) != source(claim):
                continue
            every = zones(facts, claim) or {}
            inside = {z: c for z, c in every.items() if c.batch and c.batch <= amount(said_with)}
            if inside and len(inside) != amount(claim) and as_of(claim, facts):
                yield _batches(facts, claim, said_with, every, len(inside))


def _batches(facts: Facts, claim: Claim, batches: Claim, every: Items, inside: int) -> Finding:
    sizes = Counter(c.batch for c in every.values())
    running, fits = 0, None
    for batch in sorted(b for b in sizes if b):
        running += sizes[batch]
        if running == amount(claim):
            fits = batch
    one, other, place = said(claim), said(batches), name(facts, claim.subject)
    zh = f"{place[0]}综试区{one[0]}与批次{other[0]}不合：{amount(batches)}批共{inside}个"
    en = f"zones of {place[1]}: {one[1]} in {other[1]} batches do not fit: {amount(batches)} batches have {inside}"
    if fits:
        zh, en = f"{zh}，{amount(claim)}个是前{fits}批之和", f"{en}; {amount(claim)} is the sum of {fits} batches"
    return finding("zones-of-batches", "arithmetic", (claim, batches), (zh + "。", en + "."), disagreement=True,
                   gap=abs(amount(claim) - inside), unit=claim.unit,
                   relative=relative_gap(amount(claim), Decimal(inside)))  # fmt: skip
