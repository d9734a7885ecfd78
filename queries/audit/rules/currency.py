"""One figure in yuan and one in another currency whose quotient is no rate of exchange."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import period_of, value_of
from cemai.queries.audit.conventions import read_conventions
from cemai.queries.audit.findings import AuditFinding, Gap, finding
from cemai.queries.audit.intervals import Interval, strict
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import money, number, quote, topic


@rule("currency")
def no_rate_of_exchange(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Levels of one subject, indicator and period in two currencies."""
    groups: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    for c in statements.observations:
        if c.measure == "level" and c.unit and period_of(c):
            groups[c.subject, c.object, c.modality, period_of(c)].setdefault(c.unit, c)
    for units in groups.values():
        for currency, rates in read_conventions().exchange_rates.items():
            if "CNY" in units and currency in units:
                yield from _rate(statements, units["CNY"], units[currency], rates)


def _rate(statements: StatementIndex, yuan: Claim, other: Claim, rates: Interval) -> Iterator[AuditFinding]:
    if not other.value or strict(yuan).over(strict(other)).meets(rates):
        return
    quotient, most = number(value_of(yuan) / other.value), other.value * rates.high
    about, one, two = topic(statements, yuan), quote(yuan), quote(other)
    sentence = LangText(
        f"{about.zh}：{one.zh}与{two.zh}相除得{quotient}，不是汇率（后者至多折合{money(most, 'CNY').zh}）。"
        "统计范围不同，不宜比较。",
        f"{about.en}: {one.en} against {two.en}, a quotient of {quotient} is no rate of exchange: not comparable.",
    )
    yield finding("currency", "caliber", (yuan, other), sentence, gap=Gap.between(value_of(yuan), most, "CNY"))
