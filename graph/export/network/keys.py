"""What the keys in the attributes of a network are called: a legend that travels with the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cemai.graph.model.fields import FIELDS
from cemai.ontology.labels import TERMS, concepts, label

from .rows import Attribute

_SCHEMES = {field.property: field.scheme for field in FIELDS if field.scheme}


def legend(columns: Iterable[Attribute]) -> Iterator[str]:
    """A line for each attribute that holds keys of a vocabulary: ``dateKind 日期种类 …: signed = 签发 signed; …``."""
    for column in columns:
        if scheme := _SCHEMES.get(column.name):
            listed = "; ".join(f"{key} = {name.both()}" for key, name in concepts(scheme).items())
            yield f"{column.name} {label(TERMS, column.name).both()}: {listed}"
