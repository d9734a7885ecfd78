"""The tables of datasets, of the concepts of all vocabularies, and of what the audit found."""

from __future__ import annotations

from collections.abc import Container, Iterator
from decimal import Decimal

from cemai.graph.store.backend import Source
from cemai.ontology.namespaces import CM, DCT, ID, RDF, SKOS, identifier, term
from cemai.ontology.text import Described, LangText
from pyoxigraph import Literal, NamedNode

from .about import About
from .claims import CLAIMS
from .model import Column, Row, Table, Value
from .words import concept, identity, labels, link, schemes, words_of

DISAGREEMENTS, INVOLVED = "disagreement", "disagreement_claim"


def dataset_table(about: About) -> Table:
    """One row a dataset: title, licence, who recorded it and when."""
    columns = (
        identity(), *labels(),
        Column("licence", "string", Described("许可", "licence"), required=True, property=DCT + "license"),
        Column("recorded_by", "string", words_of("recordedBy"), required=True, property=CM + "recordedBy"),
        Column("recorded_at", "date", words_of("recordedAt"), required=True, property=CM + "recordedAt"),
    )  # fmt: skip

    def rows() -> Iterator[Row]:
        return ([d.id, d.zh, d.en, d.licence, d.recorded_by, d.recorded_at] for d in about.datasets)

    return Table("dataset", words_of("Dataset"), columns, rows, about=f"{ID}dataset/{{+id}}")


def concept_table() -> Table:
    """One row a value of a vocabulary; claims hold its key."""
    columns = (
        identity(),
        Column("scheme", "string", Described("词表", "vocabulary"), True, property=SKOS + "inScheme",
               value=f"{ID}scheme/{{+scheme}}"),
        Column("key", "string",
               Described("键", "key", LangText("各表中所写的值。", "The value that stands in the tables.")), True),
        *labels(),
        *(Column(f"definition_{language}", "string", Described(zh, en), property=SKOS + "definition",
                 language=language)
          for language, zh, en in (("zh", "中文定义", "Chinese definition"), ("en", "英文定义", "English definition"))),
    )  # fmt: skip

    def rows() -> Iterator[Row]:
        for scheme in schemes().values():
            for c in sorted(scheme.concepts, key=lambda c: c.id):
                w = c.label
                yield [c.id, scheme.key, c.id.partition("/")[2], w.zh, w.en, w.definition.zh, w.definition.en]

    return Table("concept", words_of("Concept"), columns, rows, about=f"{ID}{{+id}}")


class Findings:
    """What the audit found, of which every claim stands in the tables; `left_out` counts the others."""

    def __init__(self, store: Source, claims: Container[str]) -> None:
        typed = store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(term("Disagreement")), None)
        found = [_finding(store, q.subject) for q in typed]  # type: ignore[arg-type]
        self.kept = sorted((f for f in found if all(c in claims for c in f[1])), key=lambda f: str(f[0][0]))
        self.left_out = len(found) - len(self.kept)

    def tables(self) -> Iterator[Table]:
        """One row a finding, and one row a claim that takes part in it."""
        yield Table(DISAGREEMENTS, words_of("Disagreement"), _columns(), lambda: (row for row, _ in self.kept),
                    about=f"{ID}{{+id}}")  # fmt: skip
        both = (
            link("disagreement", DISAGREEMENTS, words_of("Disagreement"), required=True),
            link("claim", CLAIMS, words_of("involves"), CM + "involves", required=True, below="claim/"),
        )
        yield Table(INVOLVED, words_of("involves"), both, self._involved, ("disagreement", "claim"),
                    about=f"{ID}{{+disagreement}}")  # fmt: skip

    def _involved(self) -> Iterator[Row]:
        return ([row[0], claim] for row, claims in self.kept for claim in claims)


def _columns() -> tuple[Column, ...]:
    says = (("zh", "说明（中文）", "finding in Chinese"), ("en", "说明（英文）", "finding in English"))
    return (
        identity(),
        concept("class", "disagreement-class", words_of("disagreementClass"), CM + "disagreementClass", required=True),
        Column("is_disagreement", "boolean", words_of("isDisagreement"), True, property=CM + "isDisagreement"),
        Column("seriousness", "integer", words_of("seriousness"), True, property=CM + "seriousness"),
        Column("audit_rule", "string", words_of("auditRule"), True, property=CM + "auditRule"),
        Column("gap", "decimal", words_of("gap"), property=CM + "gap"),
        concept("gap_unit", "unit", words_of("gapUnit"), CM + "gapUnit"),
        Column("relative_gap", "decimal", words_of("relativeGap"), property=CM + "relativeGap"),
        *(Column(f"description_{language}", "string", Described(zh, en), True, property=DCT + "description",
                 language=language) for language, zh, en in says),
    )  # fmt: skip


def _finding(store: Source, node: NamedNode) -> tuple[list[Value], list[str]]:
    """The row of a finding, and the claims that it involves."""
    said, claims, words = dict[str, str](), list[str](), dict[str, str]()
    for quad in store.quads_for_pattern(node, None, None, None):
        name, o = quad.predicate.value.removeprefix(CM), quad.object
        assert isinstance(o, NamedNode | Literal)  # noqa: S101 - the graph has no blank nodes
        if name == "involves":
            claims.append(o.value.removeprefix(f"{ID}claim/"))
        elif name == DCT + "description" and isinstance(o, Literal):
            words[o.language or ""] = o.value
        else:
            said[name] = identifier(o.value)
    numbers = [Decimal(said[n]) if n in said else None for n in ("gap", "relativeGap")]
    klass, unit = said["disagreementClass"].partition("/")[2], said.get("gapUnit", "").partition("/")[2] or None
    return [
        identifier(node.value), klass, said["isDisagreement"] == "true", int(said["seriousness"]), said["auditRule"],
        numbers[0], unit, numbers[1], words.get("zh"), words.get("en"),
    ], sorted(claims)  # fmt: skip
