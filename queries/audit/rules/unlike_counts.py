"""Cities set side by side in one source although they are counted in different ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.queries.audit.figure_index import ACTUAL
from cemai.queries.audit.findings import Finding, finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.statement_index import Facts, caliber, period, source
from cemai.queries.audit.wording import Pair, name

Cell = tuple[object, ...]


def peers(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Levels of several cities for one period in one source, of more than one caliber or near indicator."""
    groups: dict[Cell, list[Claim]] = defaultdict(list)
    for c in facts.observations:
        if c.measure == "level" and (c.modality or "actual") in ACTUAL and period(c) and facts.is_a(c.subject, "City"):
            groups[c.object, c.unit, period(c), source(c)].append(c)
    for group in groups.values():
        yield from _calibers(facts, group)
    for one, other in relations.near:
        for key, group in groups.items():
            if key[0] == other and (beside := groups.get((one, *key[1:]))):
                yield _indicators(facts, beside, group)


def _calibers(facts: Facts, group: list[Claim]) -> Iterator[Finding]:
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for claim in group:
        kinds[caliber(claim) or ""].append(claim)
    if len(kinds) > 1 and len({c.subject for c in group}) > 1:
        stated = [c for kind, claims in kinds.items() if kind for c in claims]
        others = [c for c in kinds.get("", ()) if c.subject not in {s.subject for s in stated}]
        if others or len(kinds) > 2:
            what, a, b = name(facts, group[0].object), _cities(facts, stated), _cities(facts, others)
            when, where = group[0].period, source(group[0]).rpartition("/")[2]
            zh = f"{where}所列各市（{when}）{what[0]}口径不一：{a[0]}写明口径，{b[0]}未写明，不宜排在一起比较。"
            en = f"{what[1]} of cities ({when}) in {where}: {a[1]} state a caliber, {b[1]} do not: not comparable."
            yield finding("cities-by-caliber", "caliber", [*stated, *others], (zh, en), disagreement=False)


def _indicators(facts: Facts, some: list[Claim], rest: list[Claim]) -> Finding:
    one, other = name(facts, some[0].object), name(facts, rest[0].object)
    a, b, when = _cities(facts, some), _cities(facts, rest), some[0].period
    where = source(some[0]).rpartition("/")[2]
    zh = f"{where}所列数值（{when}）：{a[0]}为{one[0]}，{b[0]}为{other[0]}，所计范围不同，不宜比较。"
    en = f"figures of {when} in {where}: {one[1]} for {a[1]}, {other[1]} for {b[1]}: another scope, not comparable."
    return finding("cities-by-indicator", "scope", [*some, *rest], (zh, en), disagreement=False)


def _cities(facts: Facts, claims: list[Claim]) -> Pair:
    names = [name(facts, s) for s in dict.fromkeys(c.subject for c in claims)]
    return "、".join(n[0] for n in names), ", ".join(n[1] for n in names)
