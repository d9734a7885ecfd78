"""Entities, statements and vocabularies of a graph, each read in batches: a question never asks the store once a row."""

from .repository import UNVERIFIED, Repository

__all__ = ["UNVERIFIED", "Repository"]
