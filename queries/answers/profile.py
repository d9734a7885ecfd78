"""What is known of a thing: its names and properties, and every statement about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cemai.graph.repository import Repository
from cemai.ontology.labels import TERMS
from cemai.queries.runner import Cell
from cemai.queries.session import Session

from .provisions import Terms

COLUMNS = ["type", "subject", "subject_zh", "predicate", "object", "object_zh", "what", "when", "tier", "claim"]
HEADS = {
    "type": "种类 kind", "subject_zh": "主语 subject", "predicate": "谓语 predicate", "object_zh": "宾语 object",
    "what": "内容 what", "when": "时间 when", "tier": "证据层级 tier", "claim": "陈述 claim",
}  # fmt: skip
_NAMES = ("prefLabel", "altLabel")
# What a source supports is counted, not listed: it may be thousands of statements.
_LISTED = 12


def profile(kg: Session, thing: str) -> list[str]:
    """Lines that head the answer: names, classes, the thing's own properties, and for a source what rests on it."""
    rows = list(kg.query("show/thing", {"thing": thing}).dicts())
    names = [f"{r['value']}" for r in rows if str(r["property"]).endswith(_NAMES)]
    classes = [str(r["value"]).removeprefix("cm:") for r in rows if str(r["property"]).endswith("#type")]
    rest = [f"{_local(str(r['property']))}: {_shown(kg, str(r['value']))}" for r in rows
            if not str(r["property"]).endswith((*_NAMES, "#type"))]  # fmt: skip
    return [
        f"{thing} · {' · '.join(classes)}",
        "名称 names: " + " | ".join(names),
        *_short_list(rest),
        *_cited(kg, thing, classes),
    ]


def _short_list(lines: list[str]) -> Iterator[str]:
    """The lines; of a property with many values the first few."""
    seen: dict[str, int] = {}
    for line in lines:
        name = line.partition(":")[0]
        seen[name] = seen.get(name, 0) + 1
        if seen[name] <= _LISTED:
            yield line
    yield from (f"{name}: … +{n - _LISTED}" for name, n in seen.items() if n > _LISTED)


def _cited(kg: Session, thing: str, classes: list[str]) -> Iterator[str]:
    if not {"Source", "Policy"} & set(classes):
        return
    rows = list(kg.query("show/cited-by", {"source": thing}).dicts())
    if rows:
        counts: dict[str, int] = {}
        for row in rows:
            counts[str(row["predicate"]).removeprefix("cm:")] = (
                counts.get(str(row["predicate"]).removeprefix("cm:"), 0) + 1
            )
        listed = ", ".join(f"{name} {n}" for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
        yield f"证据 {len(rows)} statements rest on it: {listed}"


def _shown(kg: Session, value: str) -> str:
    """A thing by its label, anything else as it is."""
    named = kg.label(value) if "/" in value and "//" not in value and " " not in value else None
    return f"{named} ({value})" if named else value


def _local(iri: str) -> str:
    return iri.removeprefix("cm:").rpartition("#")[2].rpartition("/")[2]


def statements(kg: Session, thing: str, *, unverified: bool) -> tuple[list[dict[str, Cell]], int]:
    """Rows for every statement about a thing, and how many unverified ones were left out."""
    rows = list(kg.query("show/about", {"thing": thing}).dicts())
    shown = [r for r in rows if unverified or r["tier"] != "evidence-tier/unverified"]
    return [_terms(kg, _row(r)) for r in shown], len(rows) - len(shown)


def _terms(kg: Session, row: dict[str, Cell]) -> dict[str, Cell]:
    """A provision says what it gives."""
    return row | {"what": Terms.of(kg.claim(str(row["claim"]))).said(kg).zh} if row["type"] == "Provision" else row


def _row(row: dict[str, Cell]) -> dict[str, Cell]:
    def short(name: str) -> str:
        return str(row[name] or "").rpartition("/")[2].removeprefix("cm:")

    figure = " ".join(filter(None, [short("measure"), short("hedge"), str(row["printed"] or "")]))
    caliber = short("caliber") if short("caliber") not in ("", "unspecified") else ""
    what = " ".join(filter(None, [figure, str(row["text"] or ""), caliber and f"[{caliber}]",
                                  short("modality") if short("modality") != "actual" else ""]))  # fmt: skip
    when = " ".join(filter(None, [str(row["date"] or row["period"] or ""), short("kind")]))
    return {
        "type": short("type"), "subject": row["subject"], "subject_zh": row["subject_zh"],
        "predicate": short("predicate"), "object": row["object"], "object_zh": row["object_zh"], "what": what,
        "when": when, "tier": short("tier"), "claim": str(row["claim"]).removeprefix("claim/"),
    }  # fmt: skip


def readable(kg: Repository, row: Mapping[str, Cell]) -> dict[str, Cell]:
    """A row with the predicate in both languages: ``获批 designated``."""
    return {**row, "predicate": kg.concept(TERMS, str(row["predicate"])).both()}
