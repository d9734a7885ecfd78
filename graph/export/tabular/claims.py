"""The tables of claims, of their evidence, and of the spans of that evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cemai.graph.export.statements import COLUMNS, rows
from cemai.graph.model.fields import BY_NAME, Field
from cemai.graph.model.statement import KINDS, Claim
from cemai.ontology.namespaces import CM, ID, RDF
from cemai.ontology.text import Described, LangText

from .items import Item
from .model import Column, Kind, Reference, Row, Table
from .things import THINGS
from .words import concept, identity, keys, link, property_iri, words_of

CLAIMS, EVIDENCE, SPANS = "claim", "evidence", "span"
_KINDS: dict[str, Kind] = {"decimal": "decimal", "integer": "integer", "date": "date"}
_OTHER: dict[str, Kind] = {"start": "integer", "end": "integer", "spans": "spans"}
_REQUIRED = ("dataset", "key", "subject", "predicate", "claim_rank", "evidence_tier", "confidence")
Meanings = Mapping[str, tuple[str, str]]


def claim_tables(claims: Sequence[Claim], items: Mapping[str, Item], meanings: Meanings) -> Iterator[Table]:
    """Claims, evidence, spans. `meanings` say in Chinese and English what a column is that is no field of a claim."""
    columns = tuple(_column(name, meanings) for name in COLUMNS)

    def label(thing: str) -> str | None:
        return items[thing].names.get("zh") if thing in items else None

    def document(source: str) -> tuple[str | None, str | None]:
        stated = items[source].stated if source in items else {}
        digest, profile = (stated.get(name, [None])[0] for name in ("sha256", "textProfile"))
        return (digest.value if digest else None), (profile.value if profile else None)

    def claim_rows() -> Iterator[Row]:
        return ([row[column] for column in COLUMNS] for row in rows(claims, label, document))

    yield Table(CLAIMS, words_of("Claim"), columns, claim_rows, about=f"{ID}claim/{{+id}}")
    yield _evidence(claims)
    yield _spans(claims)


def _column(name: str, meanings: Meanings) -> Column:
    field, required = BY_NAME.get(name), name in _REQUIRED
    if field is not None:
        return _of_field(field, required=required)
    zh, en = meanings[name]
    words = Described(zh, en)
    match name:
        case "id":
            return identity(zh, en)
        case "kind":
            return Column(name, "string", words, True, None, KINDS, RDF + "type", f"{CM}{{+kind}}")
        case "source":
            return link(name, THINGS, words, required=True)
    return Column(name, _OTHER.get(name, "string"), words)


def _of_field(field: Field, *, required: bool) -> Column:
    words, iri = Described(field.zh, field.en), property_iri(field.property)
    if field.scheme:
        return concept(field.name, field.scheme, words, iri, required=required)
    match field.form:
        case "thing":
            of_dataset = field.name == "dataset"
            refers, below = ("dataset", "dataset/") if of_dataset else (THINGS, "")
            return link(field.name, refers, words, iri, required=required, below=below)
        case "predicate":
            return Column(field.name, "string", words, required, property=iri, value=f"{CM}{{+{field.name}}}")
    return Column(field.name, _KINDS.get(field.form, "string"), words, required, property=iri)


def _evidence(claims: Sequence[Claim]) -> Table:
    columns = (
        link("claim", CLAIMS, words_of("Claim"), required=True, below="claim/"),
        Column("evidence", "integer", words_of("evidenceNumber"), True, property=CM + "evidenceNumber"),
        link("source", THINGS, words_of("source"), CM + "source", required=True),
        Column("page", "string", words_of("page"), property=CM + "page"),
    )

    def evidence_rows() -> Iterator[Row]:
        return ([claim.id, e.number, e.source, e.page] for claim in claims for e in claim.evidence)

    about = f"{ID}evidence/{{+claim}}/e{{evidence}}"
    return Table(EVIDENCE, words_of("Evidence"), columns, evidence_rows, ("claim", "evidence"), about=about)


def _spans(claims: Sequence[Claim]) -> Table:
    role = Described("作用", "role", LangText(
        "片段证明的是数值、主语、时期、表头、单位还是整句。",
        "Whether the passage states value, subject, period, header, unit, or the whole.",
    ))  # fmt: skip
    columns = (
        link("claim", CLAIMS, words_of("Claim"), required=True, below="claim/"),
        Column("evidence", "integer", words_of("evidenceNumber"), required=True),
        Column("role", "string", role, required=True, choices=keys("span-role")),
        link("source", THINGS, words_of("inSource"), required=True),
        Column("start", "integer", words_of("start"), required=True),
        Column("end", "integer", words_of("end"), required=True),
        Column("sha256", "string", words_of("sha256"), required=True),
    )

    def span_rows() -> Iterator[Row]:
        for claim in claims:
            for e in claim.evidence:
                for s in e.spans:
                    yield [claim.id, e.number, s.role, s.source, s.start, s.end, s.sha256]

    key = ("claim", "evidence", "role", "source", "start", "end")
    owner = Reference(("claim", "evidence"), EVIDENCE, ("claim", "evidence"))
    return Table(SPANS, words_of("Passage"), columns, span_rows, key, (owner,))
