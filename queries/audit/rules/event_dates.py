"""Dates of one event: other days of one kind of date disagree; other kinds (signed, published) need not agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.counting.lists import ROLES
from cemai.queries.audit.findings import Finding, finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.statement_index import Facts, source
from cemai.queries.audit.wording import KINDS, Pair, name

Event = tuple[str, str, str]
SILENT = ("ended", "reported")  # an end is another event; a report's day is not the event's
SHOWN = 3


def dates(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Events with two dates that exclude each other; events of one pattern (a batch) are told together."""
    events: dict[Event, list[Claim]] = defaultdict(list)
    for claim in facts.claims:
        event = _event(claim)
        if event and claim.date_begin and claim.date_end and claim.date_kind not in SILENT:
            events[event].append(claim)
    _with_acts(facts, events)
    patterns: dict[tuple[object, ...], list[tuple[Event, list[Claim]]]] = defaultdict(list)
    for event, claims in events.items():
        if not any(c.evidence_tier == "passage" for c in claims):
            continue
        if event[0] in ROLES and len({source(c) for c in claims}) == 1:
            continue  # one source that dates two steps of a city tells of two sites or rounds
        if event[0] != "piloted":
            yield from _same_kind(facts, event, claims)
        apart = _apart(claims)
        if len({c.date_kind for c in apart}) > 1:
            pattern = sorted({(source(c) if c.evidence_tier == "passage" else "act", c.date_kind or "",
                               c.date_begin or date.min, c.date_end or date.min) for c in apart})  # fmt: skip
            patterns[event[0], event[2].partition("/")[0], *pattern].append((event, apart))
    for group in patterns.values():
        yield _kinds(facts, group)


def _with_acts(facts: Facts, events: dict[Event, list[Claim]]) -> None:
    """Days of an act that names zones are days of each of these zones, and are told with them."""
    told: set[Event] = set()
    for event, claims in events.items():
        for act in {c.act for c in claims if c.act} if event[0] == "designated" else ():
            of_act = events.get(("issued", "", act), [])
            days = {(c.date_kind, c.date) for c in of_act if c.evidence_tier != "passage"}
            claims[:] = [c for c in claims if c.evidence_tier == "passage" or (c.date_kind, c.date) not in days]
            claims += of_act
            group = [event] if facts.is_a(event[1], "PlaceGroup") else []  # all places of the act in one word
            told.update([("issued", "", act), *group] if of_act else [])
    for event in told:
        del events[event]


def _event(claim: Claim) -> Event | None:
    """What is dated: a designation, an adoption in one role, an act, a founding."""
    if claim.predicate in ("designated", *ROLES) and claim.object:
        return claim.predicate, claim.subject, claim.object
    if claim.predicate == "issued" and claim.object:
        return "issued", "", claim.object
    if claim.predicate in ("dated", "founded"):
        return "issued" if claim.predicate == "dated" else "founded", "", claim.subject
    return None


def _days(claim: Claim) -> tuple[date, date]:
    return claim.date_begin or date.min, claim.date_end or date.max


def _extremes(claims: list[Claim]) -> tuple[Claim, Claim] | None:
    """The earliest and the latest of claims that leave no day in common."""
    early = min(claims, key=lambda c: (_days(c)[1], c.id))
    late = max(claims, key=lambda c: (_days(c)[0], c.id))
    return (early, late) if _days(early)[1] < _days(late)[0] else None


def _apart(claims: list[Claim]) -> list[Claim]:
    """The claims that some other claim of another kind excludes: a year that holds the day says nothing else."""
    return [c for c in claims if any(o.date_kind != c.date_kind and _extremes([c, o]) for o in claims)]


def _same_kind(facts: Facts, event: Event, claims: list[Claim]) -> Iterator[Finding]:
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        kinds[claim.date_kind or ""].append(claim)
    for kind, group in kinds.items():
        pair = _extremes(group)
        if pair and "passage" in (pair[0].evidence_tier, pair[1].evidence_tier):
            what, days = _what(facts, event), (_days(pair[1])[0] - _days(pair[0])[1]).days
            (zh1, en1), (zh2, en2) = (_said(c) for c in pair)
            words = KINDS.get(kind, (kind, kind))
            zh = f"{what[0]}：{zh1}与{zh2}同为{words[0]}日而相差{days}天。"
            en = f"{what[1]}: {en1} and {en2} are both dates of the kind {words[1]}, {days} days apart."
            yield finding("date-differs", "value", pair, (zh, en), disagreement=True, gap=Decimal(days), unit="day")


def _kinds(facts: Facts, group: list[tuple[Event, list[Claim]]]) -> Finding:
    claims = group[0][1]
    told: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (_days(c), c.id)):
        told[claim.date_kind, _days(claim)].append(claim)
    names = [_what(facts, e) for e, _ in group[:SHOWN]]
    more = (f"等{len(group)}项", f" and {len(group) - SHOWN} more") if len(group) > SHOWN else ("", "")
    days = (max(_days(c)[0] for c in claims) - min(_days(c)[1] for c in claims)).days
    said = [_said(*same) for same in told.values()]
    zh, en = "、".join(s[0] for s in said), ", ".join(s[1] for s in said)
    zh = f"{'、'.join(n[0] for n in names)}{more[0]}：{zh}。日期种类不同，并非矛盾。"
    en = f"{', '.join(n[1] for n in names)}{more[1]}: {en}. The kinds of date differ: no contradiction."
    every = [c for _, apart in group for c in apart]
    return finding("date-kinds", "date-kind", every, (zh, en), disagreement=False, gap=Decimal(days), unit="day")


def _what(facts: Facts, event: Event) -> Pair:
    role, subject, thing = event
    one, other = name(facts, subject), name(facts, thing)
    if role == "designated" and facts.is_a(thing, "PilotZone"):
        return f"{one[0]}综试区", f"the zone of {one[1]}"
    return (f"{one[0]}{other[0]}", f"{other[1]} of {one[1]}") if subject else other


def _said(claim: Claim, *others: Claim) -> Pair:
    """A day and its kind with every source of it."""
    kind = KINDS.get(claim.date_kind or "", (claim.date_kind or "", claim.date_kind or ""))
    begin, end = _days(claim)
    day = str(begin) if begin == end else f"{begin}–{end}"
    where = list(dict.fromkeys(source(c).rpartition("/")[2] for c in (claim, *others)))
    return f"{kind[0]}日{day}（{'、'.join(where)}）", f"{kind[1]} {day} ({', '.join(where)})"
