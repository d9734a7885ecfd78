"""A printed multiple (增长12倍, 翻12倍) against its levels, read as grown to and as grown by."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.arithmetic import Check, arithmetic_finding, from_base_to_level, level_and_base
from cemai.queries.audit.claim_fields import is_actual, value_of
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import Interval, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import number, quote, topic

ONE = Interval(Decimal(1), Decimal(1))


@rule("multiple", "multiple-reading")
def multiples_unlike_their_levels(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Multiples of a stated base; one that is a target is held against the target level."""
    for claim in statements.observations:
        if claim.measure == "multiple" and claim.unit == "times" and claim.base_period:
            pair = level_and_base(statements.figures, claim, None if is_actual(claim) else statements.targets)
            if pair:
                yield from _compared(statements, claim, *pair)


def _compared(statements: StatementIndex, claim: Claim, level: Claim, base: Claim) -> Iterator[AuditFinding]:
    ratio = value_of(level) / value_of(base)
    span = strict(level).over(strict(base))
    to, by = Check(claim, (level, base), ratio, span), Check(claim, (level, base), ratio - 1, span - ONE)
    verdicts = to.verdict(), by.verdict()
    if verdicts == (None, None):
        return
    if "wrong" in verdicts and verdicts != ("wrong", "wrong"):
        yield _one_reading(statements, claim, level, base, ratio, to_fits=verdicts[1] == "wrong")
    else:
        nearer = min((to, by), key=lambda c: abs(c.naive - value_of(claim)))
        yield from arithmetic_finding(statements, "multiple", nearer, from_base_to_level(level, base))


def _one_reading(
    statements: StatementIndex, claim: Claim, level: Claim, base: Claim, ratio: Decimal, *, to_fits: bool
) -> AuditFinding:
    about, printed, terms = topic(statements, claim), quote(claim), from_base_to_level(level, base)
    sentence = LangText(
        f"{about.zh}印作{printed.zh}：{terms.zh}为原来的{number(ratio)}倍，即增加{number(ratio - 1)}倍；"
        f"只有读作“{'增至' if to_fits else '增加了'}”才相符。",
        f"{about.en} is printed as {printed.en}: {terms.en} is {number(ratio)} times the base, a growth by "
        f"{number(ratio - 1)} times; it fits only when read as grown {'to' if to_fits else 'by'}.",
    )
    gap = Gap.between(ratio - 1 if to_fits else ratio, value_of(claim), "times")
    return finding("multiple-reading", "arithmetic", (claim, level, base), sentence, gap=gap)
