"""The one table of fields: what names a field in tables, in RDF and in exports."""

from __future__ import annotations

from cemai.graph.model.fields import BY_NAME, FIELDS


def test_a_column_of_exports_is_called_as_its_field() -> None:
    """But for the stage, which is the centre's and not the subject's."""
    assert {field.name: field.column for field in FIELDS if field.column != field.name} == {"stage": "central_stage"}


def test_no_two_fields_share_a_name_a_property_or_a_column() -> None:
    for part in ("name", "property", "column"):
        found = [getattr(field, part) for field in FIELDS]
        assert len(found) == len(set(found)), part
    assert BY_NAME["caliber"].scheme == "caliber" and BY_NAME["currency"].scheme == "unit"
    assert all((field.scheme is not None) == (field.form == "concept") for field in FIELDS)
