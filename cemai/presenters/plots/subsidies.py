"""The rows of the plot of subsidies: stated amounts by topic, place and way of counting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.errors import QueryError
from cemai.graph.repository import UNVERIFIED, short
from cemai.ontology.text import LangText
from cemai.queries.answers.measures import NOTICE
from cemai.queries.answers.topics import one_topic
from cemai.queries.runner import Cell
from cemai.viz.facts import Head
from cemai.viz.plots.subsidies import Amount

from .common import notes, place_name

Row = Mapping[str, Cell]
_FIGURES = ("rate", "amount", "cap", "floor")
_NOWHERE = LangText("（未写明地方）", "(no place named)")
_NO_BASIS = LangText("按何计未载", "basis not stated")


def subsidy_rows(
    kg: KnowledgeGraph, topics: tuple[str, ...] = (), *, unverified: bool = False
) -> tuple[Head, list[Amount]]:
    """Head and rows of the topics (all without any): each provision with a figure of support.

    Ordered by currency, topic, way of counting, then the highest amount first. Raises QueryError for a topic that
    is none, and where no figure is stated.
    """
    keys = {f"topic/{one_topic(kg, topic)}" for topic in topics}
    rows = [r for r in kg.query("measures/provisions").dicts() if not keys or r["topic"] in keys]
    shown = [r for r in rows if unverified or short(str(r["tier"])) != UNVERIFIED]
    figured = [r for r in shown if any(r[name] is not None for name in _FIGURES)]
    if not figured:
        raise QueryError("no provision with a figure is known for these topics 没有带数字的支持标准")
    places = _places(kg)
    amounts = [(_amount(kg, r, places.get(str(r["measure"]))), r) for r in figured]
    amounts.sort(key=lambda pair: (*pair[0].like, -(pair[0].most or 0), str(pair[1]["claim"])))
    notice = f"{NOTICE.en[0].upper()}{NOTICE.en[1:]}"
    subtitle = LangText(
        f"{NOTICE.zh}。{len(figured)} 项；{len(shown) - len(figured)} 项未载数字，未画。条件从略，见 cemai measures。",
        f"{notice}. {len(figured)} provisions; {len(shown) - len(figured)} state no figure "
        "and are not drawn. Conditions are left out: cemai measures.",
    )
    title = LangText("公布的支持金额", "Support as published: stated amounts")
    claims = [short(str(r["claim"])) for r in figured]
    return (Head(title, subtitle, notes(kg, claims, hidden=len(rows) - len(shown), unverified=unverified)),
            [amount for amount, _ in amounts])  # fmt: skip


def _places(kg: KnowledgeGraph) -> dict[str, LangText]:
    """The places of each measure."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in kg.query("measures/places").dicts():
        found[str(row["measure"])][str(row["place"])] = None
    names = {m: [place_name(kg, place) for place in places] for m, places in found.items()}
    return {
        m: LangText("、".join(n.zh for n in some), ", ".join(n.en or n.zh for n in some)) for m, some in names.items()
    }


def _amount(kg: KnowledgeGraph, row: Row, place: LangText | None) -> Amount:
    def money(name: str) -> float | None:
        return None if row[name] is None else float(str(row[name]))

    per = str(row["per"]).partition("/")[2] if row["per"] else None
    return Amount(
        LangText(str(row["topic_zh"]), str(row["topic_en"])), short(str(row["currency"] or "CNY")).rpartition("/")[2],
        kg.concept("per", per) if per else _NO_BASIS, place or _NOWHERE,
        money("floor"), money("cap"), money("amount"), _terms(kg, row), short(str(row["tier"])) != UNVERIFIED,
    )  # fmt: skip


def _terms(kg: KnowledgeGraph, row: Row) -> LangText:
    """Rate and base, amounts, threshold: ``30% of …, cap 200,000; from 750,000 US dollar``."""
    zh, en = list[str](), list[str]()
    for column, word in (("amount", ("定额", "fixed")), ("floor", ("起付", "floor")), ("cap", ("上限", "cap"))):
        if row[column] is not None:
            zh.append(word[0] + _number(row[column], chinese=True))
            en.append(f"{word[1]} {_number(row[column])}")
    if row["rate"] is not None:
        base = row["rate_base"]
        zh.append(f"{base or '（基数未载）'}的{_number(row['rate'])}%")
        en.append(f"{_number(row['rate'])}% of {base or '(base not stated)'}")
    if row["threshold"] is not None:
        unit = kg.concept("unit", str(row["threshold_unit"]).partition("/")[2])
        zh.append(f"门槛≥{_number(row['threshold'], chinese=True)}{unit.in_('zh')}")
        en.append(f"from {_number(row['threshold'])} {unit.in_('en')}")
    return LangText("；".join(zh), "; ".join(en))


def _number(cell: Cell, *, chinese: bool = False) -> str:
    """``200,000``, in Chinese ``20万``; no digit is lost."""
    value = Decimal(str(cell))
    scale = "万" if chinese and value >= 10_000 else ""
    text = f"{value / 10_000 if scale else value:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + scale
