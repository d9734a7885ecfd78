"""A lack that is complained of, and others who are said to have had it: two statements of two times or places."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.queries.audit.counting.lists import ROLES
from cemai.queries.audit.findings import Finding, finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.statement_index import Facts, source
from cemai.queries.audit.wording import name

HAVING = tuple(r for r in ROLES if r != "mandated")


def lacks(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """One finding a challenge: every report of the lack, and everyone said to have the thing."""
    for challenge, innovation in sorted(relations.lacks.items()):
        having = [c for c in facts.stated(*HAVING) if c.object == innovation]
        reports = [c for c in facts.stated("reportsChallenge") if c.object == challenge]
        if having and reports:
            yield _told(facts, reports, having)
    yield from _late(facts, relations)


def _late(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """A city that says it was late and whose zone is of an early batch: late in what is not the same."""
    zones = [c for c in facts.stated("designated") if c.batch and facts.is_a(c.object, "PilotZone")]
    last = max((c.batch or 0 for c in zones), default=0)
    by_city = {c.subject: c for c in sorted(zones, key=lambda c: (c.evidence_tier == "passage", c.id))}
    for report in facts.stated("reportsChallenge"):
        zone = by_city.get(report.subject)
        if report.object in relations.late and zone and (zone.batch or 0) * 2 < last:
            place, said = name(facts, report.subject), source(report).rpartition("/")[2]
            zh = (f"{said}称{place[0]}起步或获批较晚，而其综试区属第{zone.batch}批（共{last}批）：所指或为别的资质，"
                  "未必矛盾。")  # fmt: skip
            en = (f"{said} calls {place[1]} a late starter, yet its zone is of batch {zone.batch} of {last}: late in "
                  "something else, perhaps.")  # fmt: skip
            yield finding("late-but-early-batch", "scope", (report, zone), (zh, en), disagreement=False)


def _told(facts: Facts, reports: list[Claim], having: list[Claim]) -> Finding:
    lack, thing = name(facts, reports[0].object), name(facts, having[0].object)
    who = list(dict.fromkeys(name(facts, c.subject) for c in having))
    said = "、".join(dict.fromkeys(source(c).rpartition("/")[2] for c in reports))
    told = "、".join(dict.fromkeys(source(c).rpartition("/")[2] for c in having))
    zh = (f"{said}称“{lack[0]}”，而{told}称{'、'.join(w[0] for w in who)}已有“{thing[0]}”：时间、地点与所指不尽相同，"
          "未必矛盾。")  # fmt: skip
    en = (f"{said} reports “{lack[1]}”, while {told} tells of {thing[1]} in {', '.join(w[1] for w in who)}: other "
          "times and places, not necessarily a contradiction.")  # fmt: skip
    return finding("lack-and-presence", "scope", [*reports, *having], (zh, en), disagreement=False)
