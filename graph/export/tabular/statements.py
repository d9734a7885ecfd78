"""The tables of claims, of their evidence, and of the spans of that evidence."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.export.columns import COLUMNS, StatementColumn
from cemai.graph.export.statements import StatementRows
from cemai.graph.model.field import Field
from cemai.graph.model.statement import KINDS, Claim
from cemai.ontology.namespaces import CM, ID, RDF
from cemai.ontology.text import Described, LangText

from .entities import THINGS
from .model import Kind, Reference, Row, SchemaColumn, TableSchema
from .schema_columns import concept_column, described, identity_column, keys_of, link_column, property_iri

CLAIMS, EVIDENCE, SPANS = "claim", "evidence", "span"
_KINDS: dict[str, Kind] = {"decimal": "decimal", "integer": "integer", "date": "date"}
_OTHER: dict[str, Kind] = {"start": "integer", "end": "integer", "spans": "spans"}
_REQUIRED = ("dataset", "key", "subject", "predicate", "claim_rank", "evidence_tier", "confidence")


def claim_schema() -> TableSchema:
    """One row a claim, with the columns of `export.columns`."""
    columns = tuple(map(_column, COLUMNS))
    return TableSchema(CLAIMS, described("Claim"), columns, about=f"{ID}claim/{{+id}}")


def evidence_schema() -> TableSchema:
    """One row an evidence of a claim."""
    columns = (
        link_column("claim", CLAIMS, described("Claim"), required=True, below="claim/"),
        SchemaColumn("evidence", "integer", described("evidenceNumber"), True, property=CM + "evidenceNumber"),
        link_column("source", THINGS, described("source"), CM + "source", required=True),
        SchemaColumn("page", "string", described("page"), property=CM + "page"),
    )
    about = f"{ID}evidence/{{+claim}}/e{{evidence}}"
    return TableSchema(EVIDENCE, described("Evidence"), columns, ("claim", "evidence"), about=about)


def span_schema() -> TableSchema:
    """One row a span of an evidence."""
    role = Described("作用", "role", LangText(
        "片段证明的是数值、主语、时期、表头、单位还是整句。",
        "Whether the passage states value, subject, period, header, unit, or the whole.",
    ))  # fmt: skip
    columns = (
        link_column("claim", CLAIMS, described("Claim"), required=True, below="claim/"),
        SchemaColumn("evidence", "integer", described("evidenceNumber"), required=True),
        SchemaColumn("role", "string", role, required=True, choices=keys_of("span-role")),
        link_column("source", THINGS, described("inSource"), required=True),
        SchemaColumn("start", "integer", described("start"), required=True),
        SchemaColumn("end", "integer", described("end"), required=True),
        SchemaColumn("sha256", "string", described("sha256"), required=True),
    )
    key = ("claim", "evidence", "role", "source", "start", "end")
    owner = Reference(("claim", "evidence"), EVIDENCE, ("claim", "evidence"))
    return TableSchema(SPANS, described("Passage"), columns, key, (owner,))


def claim_row(rows: StatementRows, claim: Claim) -> Row:
    """The row of a claim."""
    return [*rows.row(claim).values()]


def evidence_rows(claim: Claim) -> Iterator[Row]:
    """The rows of its evidence."""
    return ([claim.id, e.number, e.source, e.page] for e in claim.evidence)


def span_rows(claim: Claim) -> Iterator[Row]:
    """The rows of the spans of its evidence."""
    for e in claim.evidence:
        for s in e.spans:
            yield [claim.id, e.number, s.role, s.source, s.start, s.end, s.sha256]


def column_words(column: StatementColumn) -> Described:
    """What a column of a table of claims holds: as the ontology says it of the property, or the column itself."""
    return described(column.field.property) if column.field else Described(column.words.zh, column.words.en)


def _column(column: StatementColumn) -> SchemaColumn:
    name = column.name
    if column.field is not None:
        return _of_field(name, column.field, required=name in _REQUIRED)
    words = column_words(column)
    match name:
        case "id":
            return identity_column(words.zh, words.en)
        case "kind":
            return SchemaColumn(name, "string", words, True, None, KINDS, RDF + "type", f"{CM}{{+kind}}")
        case "source":
            return link_column(name, THINGS, words, required=True)
    return SchemaColumn(name, _OTHER.get(name, "string"), words)


def _of_field(name: str, field: Field, *, required: bool) -> SchemaColumn:
    words, iri = described(field.property), property_iri(field.property)
    if field.scheme:
        return concept_column(name, field.scheme, words, iri, required=required)
    match field.form:
        case "thing":
            of_dataset = field.name == "dataset"
            refers, below = ("dataset", "dataset/") if of_dataset else (THINGS, "")
            return link_column(name, refers, words, iri, required=required, below=below)
        case "predicate":
            return SchemaColumn(name, "string", words, required, property=iri, value=f"{CM}{{+{name}}}")
    return SchemaColumn(name, _KINDS.get(field.form, "string"), words, required, property=iri)
