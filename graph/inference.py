"""Inference: SPARQL updates over the store, in the order of their file names, until they add nothing more.

Each rule is one implication and writes into ``g:inferred`` only. One rule may feed another (a part found by the
transitive rule has an inverse), so the list runs again until a pass adds nothing; on the shipped data that is the
third pass. What they derive equals what an OWL reasoner derives; see ``tests/model/test_entailments.py``.
"""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

RULES = Path(__file__).parent / "rules"


def rule_files() -> list[Path]:
    """The rules in the order in which they run."""
    return sorted(RULES.glob("*.ru"))


def infer(store: Store) -> int:
    """Run the rules until they add nothing; the number of quads they added."""
    rules = [path.read_text(encoding="utf-8") for path in rule_files()]
    before, known = len(store), -1
    while known != len(store):
        known = len(store)
        for rule in rules:
            store.update(rule)
    return len(store) - before
