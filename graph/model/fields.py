"""The fields of a claim, read from its class: one table for writer, reader, loaders, exports and codebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_type_hints

from .field import Field, Form
from .statement import Claim

_FORMS: dict[type, Form] = {date: "date", Decimal: "decimal", int: "integer"}


def _fields() -> Iterator[Field]:
    for name, hint in get_type_hints(Claim, include_extras=True).items():
        for field in getattr(hint, "__metadata__", ()):
            yield replace(field, name=name, form=_form(field, hint.__origin__), column=field.column or name)


def _form(field: Field, hint: Any) -> Form:
    """``Decimal | None`` is a decimal; a text is what its annotation says."""
    if field.scheme:
        return "concept"
    return next((form for kind, form in _FORMS.items() if kind in (hint, *get_args(hint))), field.form)


FIELDS: tuple[Field, ...] = tuple(_fields())
BY_NAME = {field.name: field for field in FIELDS}
