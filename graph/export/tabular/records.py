"""The tables of datasets and of the concepts of all vocabularies."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.export.provenance import Provenance
from cemai.ontology.namespaces import CM, DCT, ID, SKOS
from cemai.ontology.text import Described, LangText

from .model import FilledTable, Row, SchemaColumn, TableSchema
from .schema_columns import described, identity_column, label_columns, schemes


def dataset_table(provenance: Provenance) -> FilledTable:
    """One row a dataset: title, licence, who recorded it and when."""
    columns = (
        identity_column(), *label_columns(),
        SchemaColumn("licence", "string", Described("许可", "licence"), required=True, property=DCT + "license"),
        SchemaColumn("recorded_by", "string", described("recordedBy"), required=True, property=CM + "recordedBy"),
        SchemaColumn("recorded_at", "date", described("recordedAt"), required=True, property=CM + "recordedAt"),
    )  # fmt: skip
    schema = TableSchema("dataset", described("Dataset"), columns, about=f"{ID}dataset/{{+id}}")
    rows: Iterator[Row] = ([d.id, d.zh, d.en, d.licence, d.recorded_by, d.recorded_at] for d in provenance.datasets)
    return FilledTable(schema, rows)


def concept_table() -> FilledTable:
    """One row a value of a vocabulary; claims hold its key."""
    columns = (
        identity_column(),
        SchemaColumn("scheme", "string", Described("词表", "vocabulary"), True, property=SKOS + "inScheme",
               value=f"{ID}scheme/{{+scheme}}"),
        SchemaColumn("key", "string",
               Described("键", "key", LangText("各表中所写的值。", "The value used in the tables.")), True),
        *label_columns(),
        *(SchemaColumn(f"definition_{language}", "string", Described(zh, en), property=SKOS + "definition",
                 language=language)
          for language, zh, en in (("zh", "中文定义", "Chinese definition"), ("en", "英文定义", "English definition"))),
    )  # fmt: skip

    def rows() -> Iterator[Row]:
        for scheme in schemes().values():
            for c in sorted(scheme.concepts, key=lambda c: c.id):
                w = c.label
                yield [c.id, scheme.key, c.id.partition("/")[2], w.zh, w.en, w.definition.zh, w.definition.en]

    return FilledTable(TableSchema("concept", described("Concept"), columns, about=f"{ID}{{+id}}"), rows())
