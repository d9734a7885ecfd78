"""The lists behind printed counts, one module a form; a form takes part by its line here."""

# ruff: noqa: F401 - the import registers the form
from . import (
    designations,
    directory,
    evaluations,
    figures,
    listed_words,
    modes_added,
    policies,
    related,
)
