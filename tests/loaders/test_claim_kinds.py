"""The kinds of claims are the same wherever they must be named: ontology, model, rows, shapes, disjointness."""

from __future__ import annotations

from cemai.graph.model.statement import KINDS
from cemai.loaders.schema import CLAIM_ROWS, ClaimRow
from cemai.ontology.describe import describe_ontology
from cemai.ontology.schema import load
from cemai.shapes.loader import shape_files


def test_ontology_model_rows_and_shapes_know_the_same_kinds() -> None:
    kinds = set(KINDS)
    assert load().leaves("Claim") == kinds == set(CLAIM_ROWS)
    assert kinds <= {path.stem.title() for path in shape_files()}


def test_no_claim_is_of_two_kinds() -> None:
    for term in describe_ontology().classes:
        if term.name in KINDS:
            assert {*term.disjoint, term.name} >= set(KINDS), term.name


def test_each_kind_has_its_row_with_the_predicates_that_it_takes() -> None:
    assert len(set(CLAIM_ROWS.values())) == len(CLAIM_ROWS)
    assert all(issubclass(row, ClaimRow) and "predicate" in row.model_fields for row in CLAIM_ROWS.values())
