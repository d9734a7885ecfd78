"""Rules that compare nodes: one SPARQL file each under ``rules/``, run as a set query on the store.

A file begins with ``#+`` lines (YAML): severity, zh, en. It selects ?focus and may select ?value.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from cemai.graph.errors import GateError
from cemai.ontology.names import identifier
from pyoxigraph import QuerySolutions, Store

FOLDER = Path(__file__).parent / "rules"


def rule_findings(store: Store) -> Iterator[dict[str, str]]:
    """The findings of every rule, as the fields of a Finding."""
    for path in sorted(FOLDER.glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        header = read_header(text)
        try:
            solutions = store.query(text, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise GateError(f"{path}: the rule does not parse: {error}") from None
        assert isinstance(solutions, QuerySolutions)  # noqa: S101 - rules are SELECT queries
        names = [v.value for v in solutions.variables]
        for row in solutions:
            focus, value = row["focus"], row["value"] if "value" in names else None
            yield {
                "severity": header["severity"], "shape": path.stem, "focus": identifier(getattr(focus, "value", "")),
                "path": "", "value": identifier(getattr(value, "value", "")),
                "message_zh": header["zh"], "message_en": header["en"],
            }  # fmt: skip


def read_header(text: str) -> dict[str, Any]:
    """The YAML in the ``#+`` lines at the head of a query."""
    lines = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    found = yaml.safe_load("\n".join(lines))
    return found if isinstance(found, dict) else {}
