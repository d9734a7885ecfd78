"""Entities: whatever statements are about, and whatever else the graph names (concepts, datasets, findings)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as in the model of a claim
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Ref:
    """Another entity as the value of a property: its identifier, or the IRI of what is named outside ``id/``."""

    id: str


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A text in a language, as the value of a property that is no name of the entity."""

    text: str
    language: str


PropertyValue = str | bool | int | Decimal | Day | Ref | TaggedText
Property = tuple[str, PropertyValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entity with its names. Datasets state what it is; rules derive more, which stands apart.

    `classes` are local names of the ontology, IRIs for those of other vocabularies, and so are the names of
    `properties` (``lon``, ``lat`` and ``title`` stand for themselves). `derived_classes` and `derived` are what the
    rules added: classes above, plain edges. `name_zh` is empty for what has no name, such as a finding.
    """

    id: str
    classes: tuple[str, ...]
    name_zh: str
    name_en: str | None = None
    name_en_basis: str | None = None
    aliases_zh: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    note: str | None = None
    properties: tuple[Property, ...] = ()
    derived_classes: tuple[str, ...] = ()
    derived: tuple[Property, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, Chinese first."""
        return tuple(n for n in (self.name_zh, *self.aliases_zh, self.name_en, *self.aliases_en) if n)

    @property
    def label(self) -> str:
        """What it is called: its name, else its identifier."""
        return self.name_zh or self.name_en or self.id

    def is_a(self, name: str) -> bool:
        """Whether it is of that class, as stated or as derived."""
        return name in self.classes or name in self.derived_classes

    def stated(self) -> Iterator[Property]:
        """All that datasets state of it beside classes and names."""
        if self.name_en_basis:
            yield "nameEnBasis", Ref(f"name-basis/{self.name_en_basis}")
        if self.note:
            yield "note", self.note
        yield from self.properties

    def values(self, name: str) -> tuple[PropertyValue, ...]:
        """The stated values of one property."""
        return tuple(value for given, value in self.stated() if given == name)

    def text(self, name: str) -> str | None:
        """The first stated value of one property as text, None where there is none."""
        for value in self.values(name):
            return value.id if isinstance(value, Ref) else value.text if isinstance(value, TaggedText) else str(value)
        return None
