"""Words of an answer in which concepts and terms stand by their keys, so that they can be said in either language."""

from __future__ import annotations

from dataclasses import dataclass

from cemai.graph.repository import Repository


@dataclass(frozen=True)
class Coded:
    """A concept by its scheme and key (``date-kind``, ``signed``), or a term of the ontology (``cm``, ``piloted``)."""

    scheme: str
    key: str


@dataclass(frozen=True)
class Phrase:
    """Pieces that stand beside each other; as text, data keeps the keys: ``piloted 2016-12``."""

    pieces: tuple[str | Coded, ...]

    def __str__(self) -> str:
        return " ".join(piece.key if isinstance(piece, Coded) else piece for piece in self.pieces)

    def text(self, kg: Repository, language: str) -> str:
        """The phrase with labels in the place of keys: ``试点 2016-12``."""
        return " ".join(
            kg.concept(piece.scheme, piece.key).in_(language) if isinstance(piece, Coded) else piece
            for piece in self.pieces
        )


def phrase(*pieces: str | Coded | None) -> Phrase:
    """A phrase of the pieces that there are."""
    return Phrase(tuple(piece for piece in pieces if piece))
