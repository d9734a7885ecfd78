"""Dates of one event: other days of one kind of date disagree; other kinds (signed, published) need not agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import ROLES, Days, source_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import date_kind, joined, source_keys

Event = tuple[str, str, str]  # what is dated, of which subject, of which thing
SILENT = ("ended", "reported")  # an end is another event; a report's day is not the event's
SHOWN = 3


@rule("date-differs", "date-kinds")
def dates_that_exclude_each_other(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Events with two dates that leave no day in common; events of one pattern (a batch) make one finding."""
    patterns: dict[tuple[object, ...], list[tuple[Event, list[Claim]]]] = defaultdict(list)
    for event, claims in _events(statements).items():
        if not any(c.evidence_tier == "passage" for c in claims):
            continue
        if event[0] in ROLES and len({source_of(c) for c in claims}) == 1:
            continue  # one source that dates two steps of a city tells of two sites or rounds
        if event[0] != "piloted":
            yield from _same_kind(statements, event, claims)
        apart = _apart(claims)
        if len({c.date_kind for c in apart}) > 1:
            patterns[event[0], event[2].partition("/")[0], *_pattern(apart)].append((event, apart))
    for group in patterns.values():
        yield _several_kinds(statements, group)


def _events(statements: StatementIndex) -> dict[Event, list[Claim]]:
    """Dated claims by event; days of an act that names zones stand with each of these zones."""
    events: dict[Event, list[Claim]] = defaultdict(list)
    for claim in statements.claims:
        event = _event(claim)
        if event and claim.date_begin and claim.date_end and claim.date_kind not in SILENT:
            events[event].append(claim)
    merged: set[Event] = set()
    for event, claims in events.items():
        for act in {c.act for c in claims if c.act} if event[0] == "designated" else ():
            of_act = events.get(("issued", "", act), [])
            days = {(c.date_kind, c.date) for c in of_act if c.evidence_tier != "passage"}
            claims[:] = [c for c in claims if c.evidence_tier == "passage" or (c.date_kind, c.date) not in days]
            claims += of_act
            group = [event] if statements.is_a(event[1], "PlaceGroup") else []  # all places of the act in one word
            merged.update([("issued", "", act), *group] if of_act else [])
    return {event: claims for event, claims in events.items() if event not in merged}


def _event(claim: Claim) -> Event | None:
    """What is dated: a designation, an adoption in one role, an act, a founding."""
    if claim.predicate in ("designated", *ROLES) and claim.object:
        return claim.predicate, claim.subject, claim.object
    if claim.predicate == "issued" and claim.object:
        return "issued", "", claim.object
    if claim.predicate in ("dated", "founded"):
        return "issued" if claim.predicate == "dated" else "founded", "", claim.subject
    return None


def _days(claim: Claim) -> Days:
    return claim.date_begin or date.min, claim.date_end or date.max


def _extremes(claims: list[Claim]) -> tuple[Claim, Claim] | None:
    """The earliest and the latest of claims that leave no day in common."""
    early = min(claims, key=lambda c: (_days(c)[1], c.id))
    late = max(claims, key=lambda c: (_days(c)[0], c.id))
    return (early, late) if _days(early)[1] < _days(late)[0] else None


def _apart(claims: list[Claim]) -> list[Claim]:
    """The claims that some other claim of another kind excludes: a year that holds the day says nothing else."""
    return [c for c in claims if any(o.date_kind != c.date_kind and _extremes([c, o]) for o in claims)]


def _pattern(claims: list[Claim]) -> list[tuple[str, str, date, date]]:
    """What events of one batch have in common: kinds of date and days, by source."""
    sources = {c.id: source_of(c) if c.evidence_tier == "passage" else "act" for c in claims}
    return sorted({(sources[c.id], c.date_kind or "", *_days(c)) for c in claims})


def _same_kind(statements: StatementIndex, event: Event, claims: list[Claim]) -> Iterator[AuditFinding]:
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        kinds[claim.date_kind or ""].append(claim)
    for kind, group in kinds.items():
        pair = _extremes(group)
        if pair and "passage" in (pair[0].evidence_tier, pair[1].evidence_tier):
            days = (_days(pair[1])[0] - _days(pair[0])[1]).days
            name, label, one, other = _name(statements, event), date_kind(kind), _dated(pair[0]), _dated(pair[1])
            sentence = LangText(
                f"{name.zh}：{one.zh}与{other.zh}同为{label.zh}而相差{days}天。",
                f"{name.en}: {one.en} and {other.en} are both dates of the kind {label.en}, {days} days apart.",
            )
            yield finding("date-differs", "value", pair, sentence, disagreement=True, gap=Gap.of_days(days), disputed=2)


def _several_kinds(statements: StatementIndex, group: list[tuple[Event, list[Claim]]]) -> AuditFinding:
    """The first event stands for all of them: they have the same days."""
    claims = group[0][1]
    by_day: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (_days(c), c.id)):
        by_day[claim.date_kind, _days(claim)].append(claim)
    names, dates = joined(_name(statements, e) for e, _ in group[:SHOWN]), joined(_dated(*c) for c in by_day.values())
    more = LangText(f"等{len(group)}项", f" and {len(group) - SHOWN} more") if len(group) > SHOWN else LangText("")
    days = (max(_days(c)[0] for c in claims) - min(_days(c)[1] for c in claims)).days
    sentence = LangText(
        f"{names.zh}{more.zh}：{dates.zh}。日期种类不同，并非矛盾。",
        f"{names.en}{more.en}: {dates.en}. The kinds of date differ: no contradiction.",
    )
    every = [c for _, apart in group for c in apart]
    return finding("date-kinds", "date-kind", every, sentence, gap=Gap.of_days(days))


def _name(statements: StatementIndex, event: Event) -> LangText:
    predicate, subject, thing = event
    one, other = statements.name(subject), statements.name(thing)
    if predicate == "designated" and statements.is_a(thing, "PilotZone"):
        return LangText(f"{one.zh}综试区", f"the zone of {one.en}")
    return LangText(f"{one.zh}{other.zh}", f"{other.en} of {one.en}") if subject else other


def _dated(*claims: Claim) -> LangText:
    """The day and kind of claims that share both, with every source."""
    kind, (begin, end) = date_kind(claims[0].date_kind), _days(claims[0])
    day = str(begin) if begin == end else f"{begin}–{end}"
    where = source_keys(claims)
    return LangText(f"{kind.zh}{day}（{where.zh}）", f"{kind.en} {day} ({where.en})")
