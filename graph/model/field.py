"""How a field of a claim stands in RDF: what the line of the field in `graph.model.statement` says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["string", "decimal", "integer", "date", "concept", "thing", "predicate"]


@dataclass(frozen=True, slots=True)
class Field:
    """Annotates a field of `Claim` with its property (local name); what it means says the ontology.

    A concept names its scheme; the form of a text that names something must be said, any other follows from its type.
    `column` is the column of exports that holds it, and `name` the field's own name, both filled in by `fields`.
    """

    property: str
    scheme: str | None = None
    form: Form = "string"
    column: str = ""
    name: str = ""
