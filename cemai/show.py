"""What is known of a thing: its names and properties, and every statement about it."""

from __future__ import annotations

from cemai.queries.runner import Cell

from .kg import KnowledgeGraph

COLUMNS = ["type", "subject_zh", "predicate", "object_zh", "what", "when", "tier", "claim"]


def profile(kg: KnowledgeGraph, thing: str) -> list[str]:
    """Lines that head the answer: names, classes, and the thing's own properties."""
    rows = list(kg.query("show/thing", {"thing": thing}).dicts())
    names = [f"{r['value']}" for r in rows if str(r["property"]).endswith(("prefLabel", "altLabel"))]
    classes = [str(r["value"]).removeprefix("cm:") for r in rows if str(r["property"]).endswith("#type")]
    rest = [f"{_local(str(r['property']))}: {_shown(kg, str(r['value']))}" for r in rows
            if not str(r["property"]).endswith(("prefLabel", "altLabel", "#type"))]  # fmt: skip
    return [f"{thing} · {' · '.join(classes)}", "名称 names: " + " | ".join(names), *rest]


def _shown(kg: KnowledgeGraph, value: str) -> str:
    """A thing by its label, anything else as it is."""
    named = kg.label(value) if "/" in value and "//" not in value and " " not in value else None
    return f"{named} ({value})" if named else value


def _local(iri: str) -> str:
    return iri.removeprefix("cm:").rpartition("#")[2].rpartition("/")[2]


def statements(kg: KnowledgeGraph, thing: str, *, unverified: bool) -> tuple[list[dict[str, Cell]], int]:
    """Rows for every statement about a thing, and how many unverified ones were left out."""
    rows = list(kg.query("show/about", {"thing": thing}).dicts())
    shown = [r for r in rows if unverified or r["tier"] != "evidence-tier/unverified"]
    return [_row(r) for r in shown], len(rows) - len(shown)


def _row(row: dict[str, Cell]) -> dict[str, Cell]:
    def short(name: str) -> str:
        return str(row[name] or "").rpartition("/")[2].removeprefix("cm:")

    figure = " ".join(filter(None, [short("measure"), short("hedge"), str(row["printed"] or "")]))
    caliber = short("caliber") if short("caliber") not in ("", "unspecified") else ""
    what = " ".join(filter(None, [figure, str(row["text"] or ""), caliber and f"[{caliber}]",
                                  short("modality") if short("modality") != "actual" else ""]))  # fmt: skip
    when = " ".join(filter(None, [str(row["date"] or row["period"] or ""), short("kind")]))
    return {
        "type": short("type"), "subject_zh": row["subject_zh"], "predicate": short("predicate"),
        "object_zh": row["object_zh"], "what": what, "when": when, "tier": short("tier"),
        "claim": str(row["claim"]).removeprefix("claim/"),
    }  # fmt: skip
