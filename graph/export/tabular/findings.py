"""The tables of what the audit found: one row a finding, and one row a claim that takes part in it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from cemai.graph.model.entity import Entity, Ref, TaggedText
from cemai.ontology.namespaces import CM, DCT, ID
from cemai.ontology.text import Described

from .model import FilledTable, Row, SchemaColumn, TableSchema, Value
from .schema_columns import concept_column, described, identity_column, link_column
from .statements import CLAIMS

DISAGREEMENTS, INVOLVED = "disagreement", "disagreement_claim"
_DESCRIPTION = DCT + "description"
_OF_COLUMNS = ("isDisagreement", "severityRank", "auditRule", "gap", "gapUnit", "relativeGap")


@dataclass(frozen=True)
class Findings:
    """Findings of which every claim stands in the tables; `left_out` counts the others."""

    kept: tuple[Entity, ...]
    left_out: int

    @classmethod
    def among(cls, findings: Iterable[Entity], claims: Container[str]) -> Findings:
        """Those that the exported claims bear out."""
        found = [each for each in findings if "Disagreement" in each.classes]
        kept = tuple(each for each in found if all(claim in claims for claim in _involved(each)))
        return cls(kept, len(found) - len(kept))

    def tables(self) -> Iterator[FilledTable]:
        """The two tables."""
        schema = TableSchema(DISAGREEMENTS, described("Disagreement"), _columns(), about=f"{ID}{{+id}}")
        yield FilledTable(schema, map(_row, self.kept))
        both = (
            link_column("disagreement", DISAGREEMENTS, described("Disagreement"), required=True),
            link_column("claim", CLAIMS, described("involves"), CM + "involves", required=True, below="claim/"),
        )
        schema = TableSchema(INVOLVED, described("involves"), both, ("disagreement", "claim"),
                             about=f"{ID}{{+disagreement}}")  # fmt: skip
        yield FilledTable(schema, ([each.id, claim] for each in self.kept for claim in _involved(each)))


def _columns() -> tuple[SchemaColumn, ...]:
    descriptions = (("zh", "说明（中文）", "finding in Chinese"), ("en", "说明（英文）", "finding in English"))
    return (
        identity_column(),
        concept_column(
            "class", "disagreement-class", described("disagreementClass"), CM + "disagreementClass", required=True
        ),
        SchemaColumn("is_disagreement", "boolean", described("isDisagreement"), True, property=CM + "isDisagreement"),
        SchemaColumn("severity_rank", "integer", described("severityRank"), True, property=CM + "severityRank"),
        SchemaColumn("audit_rule", "string", described("auditRule"), True, property=CM + "auditRule"),
        SchemaColumn("gap", "decimal", described("gap"), property=CM + "gap"),
        concept_column("gap_unit", "unit", described("gapUnit"), CM + "gapUnit"),
        SchemaColumn("relative_gap", "decimal", described("relativeGap"), property=CM + "relativeGap"),
        *(SchemaColumn(f"description_{language}", "string", Described(zh, en), True, property=_DESCRIPTION,
                 language=language) for language, zh, en in descriptions),
    )  # fmt: skip


def _row(finding: Entity) -> Row:
    words = {value.language: value.text for value in finding.values(_DESCRIPTION) if isinstance(value, TaggedText)}
    return [finding.id, *(_value(finding, name) for name in ("disagreementClass", *_OF_COLUMNS)), words.get("zh"),
            words.get("en")]  # fmt: skip


def _value(finding: Entity, name: str) -> Value:
    """The value of a property, of a concept its key."""
    for value in finding.values(name):
        match value:
            case Ref():
                return value.id.partition("/")[2]
            case TaggedText():
                return value.text
        return value
    return None


def _involved(finding: Entity) -> list[str]:
    """The claims that disagree."""
    return sorted(value.id.removeprefix("claim/") for value in finding.values("involves") if isinstance(value, Ref))
