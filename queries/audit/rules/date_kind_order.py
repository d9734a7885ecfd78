"""Days that do not follow the order of their kinds: in force before signed, two kinds in one column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.queries.audit.findings import Finding, finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.statement_index import Facts, source
from cemai.queries.audit.wording import KINDS, name

TABLE = 3  # batches


def daykinds(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Kinds of date, none of them a disagreement."""
    yield from _before_signed(facts)
    yield from _column(facts)


def _before_signed(facts: Facts) -> Iterator[Finding]:
    """An act that is in force before the day on which it was signed."""
    acts: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in facts.stated("dated"):
        if claim.date_begin and claim.date_end and claim.date_kind in ("signed", "effective"):
            acts[claim.subject].setdefault(claim.date_kind, claim)
    for act, kinds in acts.items():
        signed, effective = kinds.get("signed"), kinds.get("effective")
        if signed and effective and _end(effective) < _begin(signed):
            what, days = name(facts, act), (_begin(signed) - _end(effective)).days
            zh = f"{what[0]}：施行日{effective.date}早于签发日{signed.date}，或为追溯施行；日期种类不同，并非矛盾。"
            en = f"{what[1]} is in force from {effective.date}, before it was signed on {signed.date}: kinds of date."
            yield finding("in-force-before-signed", "date-kind", (signed, effective), (zh, en), disagreement=False,
                          gap=Decimal(days), unit="day")  # fmt: skip


def _begin(claim: Claim) -> date:
    return claim.date_begin or date.min


def _end(claim: Claim) -> date:
    return claim.date_end or date.max


def _column(facts: Facts) -> Iterator[Finding]:
    """A table of batches whose one column of days holds days of several kinds."""
    tables: dict[str, dict[int, Claim]] = defaultdict(dict)
    for claim in sorted(facts.stated("designated"), key=lambda c: c.id):
        if claim.batch and claim.date_begin and claim.date_kind and claim.evidence_tier == "passage":
            tables[f"{source(claim)}|{claim.id.rsplit('/', 1)[0]}"].setdefault(claim.batch, claim)
    for batches in tables.values():
        kinds: dict[str, list[Claim]] = defaultdict(list)
        for _, claim in sorted(batches.items()):
            kinds[claim.date_kind or ""].append(claim)
        if len(batches) >= TABLE and len(kinds) > 1:
            yield _mixed(source(next(iter(batches.values()))), kinds)


def _mixed(where: str, kinds: dict[str, list[Claim]]) -> Finding:
    told = sorted(kinds.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    zh = "、".join(f"第{'、'.join(str(c.batch) for c in group)}批为{KINDS.get(k, (k, k))[0]}日" for k, group in told)
    en = ", ".join(f"{KINDS.get(k, (k, k))[1]} for {', '.join(str(c.batch) for c in group)}" for k, group in told)
    paper = where.rpartition("/")[2]
    return finding("column-of-two-kinds", "date-kind", [c for _, group in told for c in group], (
        f"{paper}同一栏日期种类不一：{zh}，并非矛盾。", f"one column of {paper} holds days of other kinds: {en}."),
        disagreement=False)  # fmt: skip
