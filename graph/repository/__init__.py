"""Entities, statements and vocabularies of a graph, each read in batches: no answer asks the store once a row."""

from cemai.graph.model.statement import UNVERIFIED

from .entities import NAME_KEY
from .repository import Repository

__all__ = ["NAME_KEY", "UNVERIFIED", "Repository"]
