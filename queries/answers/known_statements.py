"""What is stated of places beside figures, as items of the dimensions in which they are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cemai.graph.model.date_text import brief
from cemai.graph.repository import UNVERIFIED
from cemai.ontology.labels import TERMS
from cemai.queries.runner import Row
from cemai.queries.session import Session

from .phrases import Coded, Phrase, phrase

# By dimension and item what is known of a place: the words of a cell, each with its claim.
Known = dict[tuple[str, str], list[tuple[Phrase, str]]]
Text = dict[str, str]
# What the statements of each part are ordered by.
_ORDERS = {
    "adoption": ("thing", "begin", "claim"), "zone": ("begin", "claim"), "programme": ("thing", "begin", "claim"),
    "evaluation": ("year", "claim"), "actor": ("type", "thing", "claim"), "activity": ("thing", "relation", "claim"),
    "policy": ("thing", "relation", "claim"), "measure": ("thing", "policy", "relation", "claim"),
}  # fmt: skip
# Parts that are shown whatever their tier.
_ALWAYS = ("evaluation", "measure")


def find_known(kg: Session, places: Sequence[str], *, unverified: bool) -> tuple[list[Known], int]:
    """What is known of each place, and how many unverified statements were left out."""
    found: dict[str, Known] = {place: defaultdict(list) for place in places}
    rows = {tuple(row.values()): _texts(row) for row in kg.rows("compare/statements", {"place": places})}
    hidden = 0
    for row in sorted(rows.values(), key=lambda row: [row[name] for name in _ORDERS[row["part"]]]):
        if unverified or row["tier"] != UNVERIFIED or row["part"] in _ALWAYS:
            found[row["place"]][_item(row)].append((_words(row), row["claim"]))
        else:
            hidden += 1
    return list(found.values()), hidden


def _texts(row: Row) -> Text:
    return {name: "" if cell is None else str(cell) for name, cell in row.items()}


def _item(row: Text) -> tuple[str, str]:
    """The dimension of a statement, and what it is about there."""
    match row["part"]:
        case "adoption":
            return "innovations", row["thing_zh"]
        case "zone":
            return "innovations", "综试区 pilot zone"
        case "programme":
            return "innovations", f"获批：{row['thing_zh']}"
        case "evaluation":
            return "innovations", f"评估 evaluation {row['year']}"
        case "actor":
            return "associations" if row["type"] == "Association" else "entities", f"所在 located: {row['type']}"
        case "activity":
            return "associations", f"活动 {row['relation']}"
        case "policy":
            return "policies", "政策文件 policies"
    return "policies", "措施 measures"


def _words(row: Text) -> Phrase:
    """What is said of it."""
    match row["part"]:
        case "adoption":
            return phrase(Coded(TERMS, row["relation"]), row["date"])
        case "zone":
            return phrase(brief(row["begin"], row["end"]), Coded("date-kind", row["kind"]) if row["kind"] else None)
        case "programme":
            return phrase(Coded(TERMS, "designated"), row["begin"][:4])
        case "evaluation":
            return phrase(Coded("evaluation-tier", row["grade"]))
        case "activity":
            return phrase(row["thing_zh"], row["object_zh"] or row["text"])
        case "policy":
            return phrase(row["thing_zh"], row["begin"] and f"({row['begin']})")
    return phrase(row["thing_zh"])
