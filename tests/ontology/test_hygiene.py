"""Each hygiene rule finds nothing in the shipped ontology, and finds its own bad example."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from cemai.ontology.schema import alignment_files, files
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

HYGIENE = Path(__file__).parent / "hygiene"
RULES = sorted(HYGIENE.glob("*.rq"))


def load(paths: Iterable[Path]) -> Store:
    store = Store()
    for path in paths:
        store.load(path=path, format=RdfFormat.TURTLE)
    return store


@cache
def shipped() -> Store:
    return load([*files(), *alignment_files()])


def offenders(rule: Path, store: Store) -> list[str]:
    """Each row that the rule returns, the offender's IRI first."""
    found = store.query(rule.read_text(encoding="utf-8"))
    assert isinstance(found, QuerySolutions)
    return sorted(_row(list(solution)) for solution in found)


def _row(nodes: list[object]) -> str:
    return " ".join(n.value if isinstance(n, NamedNode) else str(n) for n in nodes)


@pytest.mark.parametrize("rule", RULES, ids=lambda p: p.stem)
def test_shipped_ontology_is_clean(rule: Path) -> None:
    assert offenders(rule, shipped()) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda p: p.stem)
def test_rule_finds_its_bad_example(rule: Path) -> None:
    found = offenders(rule, load([HYGIENE / "bad" / f"{rule.stem}.ttl"]))
    names = [row.partition(" ")[0].replace("#", "/").rpartition("/")[2] for row in found]
    assert any(name.lower().startswith("bad") for name in names), found
    assert not any(name == "Good" for name in names)


@pytest.mark.parametrize("rule", RULES, ids=lambda p: p.stem)
def test_rule_says_in_both_languages_what_it_holds(rule: Path) -> None:
    first, second = rule.read_text(encoding="utf-8").splitlines()[:2]
    assert first.startswith("# zh: ") and second.startswith("# en: ")


def test_every_bad_example_has_its_rule() -> None:
    assert {p.stem for p in (HYGIENE / "bad").glob("*.ttl")} == {p.stem for p in RULES}
