"""A whole against the sum of its parts: declared sums, and the provinces against the nation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cemai.graph.model.declared_relations import Sum
from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import value_of
from cemai.queries.audit.figure_index import comparable
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import strict
from cemai.queries.audit.parts import added, parts_of
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import enumeration, money, quote, topic

NOTICED = Decimal("0.05")  # a remainder below a twentieth of the smallest part is what rounding always leaves
_REASONS = {
    "rounding": LangText("可由取整解释。", " Rounding explains it."),
    "overlap": LangText("同一项可归入多类，并非矛盾。", " An item may count under several parts: no contradiction."),
    "partial": LangText("所列只是其中一部分，并非矛盾。", " Only some of the parts are named: no contradiction."),
    "sources": LangText(
        "来源不同而口径未说明，不宜比较。", " The sources differ and state no caliber: not comparable."
    ),
    "wrong": LangText(""),
}


@rule("sum")
def sums_unlike_their_parts(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Every declared sum, in each period of a subject that has the whole and all parts."""
    for total in statements.relations.sums:
        for measure in ("level", "share"):
            yield from _declared(statements, total, measure)
    for indicator in statements.relations.summed_over_provinces:
        yield from _provinces(statements, indicator)


def _declared(statements: StatementIndex, total: Sum, measure: str) -> Iterator[AuditFinding]:
    for subject, series in statements.figures.series_of(total.whole, measure):
        for days, group in series.items():
            whole = statements.figures.best(subject, total.whole, days, group[0], measure)
            if whole is not None:
                parts = parts_of(statements.figures, subject, total.parts, days, whole, measure)
                if len(parts) == len(total.parts):
                    yield from _compared(statements, total, whole, parts)


def _compared(statements: StatementIndex, total: Sum, whole: Claim, parts: list[Claim]) -> Iterator[AuditFinding]:
    made, span = sum((value_of(p) for p in parts), Decimal(0)), added(parts)
    tiny = abs(made - value_of(whole)) <= NOTICED * min((abs(value_of(p)) for p in parts), default=Decimal(0))
    if made == value_of(whole) or (made in strict(whole) and tiny):
        return
    if strict(whole).meets(span):
        reason = "rounding"
    elif total.overlap and span.low > strict(whole).high:
        reason = "overlap"
    elif total.partial and span.high < strict(whole).low:
        reason = "partial"
    else:
        reason = "wrong"
    yield _finding(statements, whole, parts, reason)


def _provinces(statements: StatementIndex, indicator: str) -> Iterator[AuditFinding]:
    """All provinces together against the nation; a missing province leaves nothing to say."""
    figures, every = statements.figures, statements.relations.complete_sets.get("Province")
    for days, group in figures.series(statements.nation or "", indicator).items():
        whole = group[0]
        subjects = {c.subject for c in figures.of_period(indicator, "level", days)} & statements.provinces
        parts = [figures.best(p, indicator, days, whole) for p in sorted(subjects)]
        known = [p for p in parts if p and p.unit == whole.unit]
        if days and every and len(known) >= every and not strict(whole).meets(added(known)):
            yield _finding(statements, whole, known, "wrong")


def _finding(statements: StatementIndex, whole: Claim, parts: list[Claim], reason: str) -> AuditFinding:
    if reason == "wrong" and not comparable((whole, *parts)):
        reason = "sources"
    made = sum((value_of(p) for p in parts), Decimal(0))
    about, printed, of = topic(statements, whole), quote(whole), enumeration(statements, parts, periods=False)
    result, why = money(made, whole.unit), _REASONS[reason]
    sentence = LangText(
        f"{about.zh}印作{printed.zh}；各部分（{of.zh}）相加为{result.zh}。{why.zh}",
        f"{about.en} is printed as {printed.en}; the parts ({of.en}) add up to {result.en}.{why.en}",
    )
    return finding(
        "sum",
        "caliber" if reason == "sources" else "arithmetic",
        (whole, *parts),
        sentence,
        disagreement=reason == "wrong",
        gap=Gap.between(made, value_of(whole), whole.unit),
    )
