"""Rows of things to things."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.graph.model import dates
from cemai.graph.model.statement import PropertyValue, Ref, Thing

from .dataset import Dataset, SourceMeta
from .schema import FormerRow, LocalityRow, PlaceRow, ThingRow

# 上海 is a City and a Province at once.
_LEVELS = {
    "province": ("Province",),
    "municipality": ("City", "Province"),
    "sar": ("Province",),
    "prefecture": ("City",),
    "county": ("County",),
}


def things_of(dataset: Dataset) -> Iterator[tuple[str, int, Thing]]:
    """Every thing of a dataset with its table and row number; its sources are things, too."""
    for source in dataset.meta.sources:
        yield "dataset.yml", 0, _source(source)
    for table in dataset.meta.tables:
        for number, row in dataset.tables[table.name]:
            match row:
                case PlaceRow():
                    yield table.name, number, _place(row)
                case LocalityRow():
                    yield table.name, number, _locality(row, table.kind)
                case FormerRow():
                    yield table.name, number, _former(row)
                case ThingRow():
                    yield table.name, number, _thing(row)


def _source(meta: SourceMeta) -> Thing:
    span = dates.parse(meta.written)
    properties: list[tuple[str, PropertyValue]] = [
        ("publisherName", meta.publisher.zh),
        ("interest", meta.interest.zh),
        ("writtenBegin", span.begin),
        ("writtenEnd", span.end),
    ]
    if meta.document_sha256:
        properties.append(("sha256", meta.document_sha256))
    if meta.text_profile:
        properties.append(("textProfile", meta.text_profile))
    return Thing(id=f"source/{meta.id}", classes=("Source",), name_zh=meta.title.zh, name_en=meta.title.en,
                 properties=tuple(properties))  # fmt: skip


def _place(row: PlaceRow) -> Thing:
    properties: list[tuple[str, PropertyValue]] = [
        ("code", row.key),
        ("codeVersion", row.code_version),
        ("level", Ref(f"place-level/{row.level}")),
    ]
    if row.province:
        properties.append(("inProvince", Ref(f"place/{row.province}")))
    if row.lon is not None and row.lat is not None:
        properties += [("lon", row.lon), ("lat", row.lat)]
    classes = _LEVELS.get(row.level, ("Place",))
    return Thing(id=f"place/{row.key}", classes=classes, name_zh=row.name_zh, name_en=row.name_en,
                 name_en_basis=row.name_en_basis, aliases_zh=row.aliases_zh, aliases_en=row.aliases_en,
                 note=row.note, properties=tuple(properties))  # fmt: skip


def _locality(row: LocalityRow, kind: str) -> Thing:
    properties: list[tuple[str, PropertyValue]] = []
    if row.parent:
        properties.append(("within", Ref(f"place/{row.parent}")))
    if row.lon is not None and row.lat is not None:
        properties += [("lon", row.lon), ("lat", row.lat)]
    return Thing(id=f"place/{row.key}", classes=("FunctionalArea" if kind == "Area" else "Town",),
                 name_zh=row.name_zh, name_en=row.name_en, name_en_basis="pinyin" if row.name_en else None,
                 aliases_zh=row.aliases_zh, note=row.note, properties=tuple(properties))  # fmt: skip


def _former(row: FormerRow) -> Thing:
    properties: tuple[tuple[str, PropertyValue], ...] = (
        ("inProvince", Ref(f"place/{row.province}")),
        ("validTo", dates.parse(row.valid_to).end),
        ("successor", Ref(f"place/{row.successor}")),
    )
    return Thing(id=f"place/{row.key}", classes=("FormerDivision",), name_zh=row.name_zh, name_en=row.name_en,
                 name_en_basis="pinyin" if row.name_en else None, aliases_zh=row.aliases_zh, note=row.note,
                 properties=properties)  # fmt: skip


def _thing(row: ThingRow) -> Thing:
    return Thing(id=row.id, classes=(row.class_,), name_zh=row.name_zh, name_en=row.name_en,
                 name_en_basis=row.name_en_basis, aliases_zh=row.aliases_zh, aliases_en=row.aliases_en,
                 note=row.note)  # fmt: skip
