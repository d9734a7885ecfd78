"""Inference: SPARQL updates over the store, in the order of their file names.

Each rule is one implication and writes into ``g:inferred`` only. Those numbered 30 to 69 feed one another (a part found
by the transitive rule has an inverse), so they run until they add nothing; the others read only what is stated and run
once. What they derive equals what an OWL reasoner derives; see ``tests/model/test_entailments.py``.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from pyoxigraph import Store

RULES = Path(__file__).parent / "rules"


def rule_files() -> list[Path]:
    """The rules in the order in which they run."""
    return sorted(RULES.glob("*.ru"))


def infer(store: Store) -> int:
    """Run the rules; the number of quads they added."""
    before = len(store)
    for repeated, group in groupby(rule_files(), _repeats):
        rules = [path.read_text(encoding="utf-8") for path in group]
        known = -1
        while known != len(store):
            known = len(store)
            for rule in rules:
                store.update(rule)
            if not repeated:
                break
    return len(store) - before


def _repeats(path: Path) -> bool:
    """Whether a rule reads what rules derive, by its number."""
    return "30" <= path.name[:2] < "70"
