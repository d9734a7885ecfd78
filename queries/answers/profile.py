"""What is known of a thing: its names and properties, and every statement about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from cemai.graph.repository import UNVERIFIED
from cemai.ontology.labels import TERMS
from cemai.queries.runner import Cell, Row
from cemai.queries.session import Session

from .columns import AnswerColumn, AnswerTable
from .provisions import ProvisionTerms

STATEMENTS = AnswerTable(
    (
        AnswerColumn("type", heading="种类 kind"), AnswerColumn("subject"),
        AnswerColumn("subject_zh", heading="主语 subject"),
        AnswerColumn("predicate", heading="谓语 predicate", scheme=TERMS), AnswerColumn("object"),
        AnswerColumn("object_zh", heading="宾语 object"), AnswerColumn("what", heading="内容 what"),
        AnswerColumn("when", heading="时间 when"), AnswerColumn("tier", heading="证据层级 tier"),
        AnswerColumn("claim", heading="陈述 claim"),
    ),
    ("type", "subject_zh", "predicate", "object_zh", "what", "when", "tier", "claim"),
)  # fmt: skip
_NAMES = ("prefLabel", "altLabel")
# What a source supports is counted, not listed: it may be thousands of statements.
_LISTED = 12


def describe_thing(kg: Session, thing: str) -> list[str]:
    """Lines that head the answer: names, classes, the thing's own properties, and for a source what rests on it."""
    rows = [(str(row["property"]), str(row["value"])) for row in kg.rows("show/thing", {"thing": thing})]
    names = [value for property_, value in rows if property_.endswith(_NAMES)]
    classes = [value.removeprefix("cm:") for property_, value in rows if property_.endswith("#type")]
    rest = [(property_, value) for property_, value in rows if not property_.endswith((*_NAMES, "#type"))]
    kg.entities.load(value for _, value in rest if _may_be_thing(value))
    return [
        f"{thing} · {' · '.join(classes)}",
        "名称 names: " + " | ".join(names),
        *_short_list(f"{_local(property_)}: {_named(kg, value)}" for property_, value in rest),
        *_cited(kg, thing, classes),
    ]


def _short_list(lines: Iterable[str]) -> Iterator[str]:
    """The lines; of a property with many values the first few."""
    seen: Counter[str] = Counter()
    for line in lines:
        name = line.partition(":")[0]
        seen[name] += 1
        if seen[name] <= _LISTED:
            yield line
    yield from (f"{name}: … +{n - _LISTED}" for name, n in seen.items() if n > _LISTED)


def _cited(kg: Session, thing: str, classes: list[str]) -> Iterator[str]:
    if not {"Source", "Policy"} & set(classes):
        return
    counts = Counter(str(row["predicate"]) for row in kg.rows("show/cited-by", {"source": thing}))
    if counts:
        listed = ", ".join(f"{name} {n}" for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
        yield f"证据 {counts.total()} statements rest on it: {listed}"


def _named(kg: Session, value: str) -> str:
    """A thing by its label, anything else as it is."""
    label = kg.label(value) if _may_be_thing(value) else None
    return f"{label} ({value})" if label else value


def _may_be_thing(value: str) -> bool:
    return "/" in value and "//" not in value and " " not in value


def _local(iri: str) -> str:
    return iri.removeprefix("cm:").rpartition("#")[2].rpartition("/")[2]


def statements_about(kg: Session, thing: str, *, unverified: bool) -> tuple[list[dict[str, Cell]], int]:
    """Records of every statement about a thing, and how many unverified ones were left out."""
    rows = kg.rows("show/about", {"thing": thing})
    shown = [row for row in rows if unverified or row["tier"] != UNVERIFIED]
    provisions = [str(row["claim"]) for row in shown if row["type"] == "Provision"]
    given = {claim.id: ProvisionTerms.of(claim).formula(kg).zh for claim in kg.claims(provisions)}
    return [_record(row, given) for row in shown], len(rows) - len(shown)


def _record(row: Row, given: Mapping[str, str]) -> dict[str, Cell]:
    """A statement as a record; `given` says what provisions give."""
    when = _spaced(row["date"] or row["period"], row["kind"])
    record = {key: row[key] for key in STATEMENTS.kinds if key in row}
    return {**record, "what": given.get(str(row["claim"])) or _content(row), "when": when}


def _content(row: Row) -> str:
    """A figure with its caliber and modality, or a text."""
    caliber = f"[{row['caliber']}]" if row["caliber"] not in (None, "unspecified") else None
    modality = row["modality"] if row["modality"] != "actual" else None
    return _spaced(_spaced(row["measure"], row["hedge"], row["printed"]), row["text"], caliber, modality)


def _spaced(*parts: Cell) -> str:
    return " ".join(str(part) for part in parts if part)
