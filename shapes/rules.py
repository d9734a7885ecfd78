"""Rules that compare nodes: one SPARQL file each under ``rules/``, run once as a set query on the store.

A file begins with ``#+`` lines (YAML): severity, zh, en. It selects ?focus and may select ?value. The files under
``tallies/`` have zh and en only and select one ?count: what is worth knowing, but no fault of any row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from cemai.graph.errors import GateError
from cemai.ontology.namespaces import identifier
from pyoxigraph import NamedNode, QuerySolutions, Store

HERE = Path(__file__).parent
RULES, TALLIES = HERE / "rules", HERE / "tallies"


@dataclass(frozen=True)
class GateRule:
    """One file: its name, severity (empty for a tally), messages and query."""

    name: str
    severity: str
    zh: str
    en: str
    query: str
    path: Path


@dataclass(frozen=True)
class Tally:
    """A number with what it counts."""

    name: str
    zh: str
    en: str
    count: int


@cache
def read_rules(folder: Path = RULES) -> tuple[GateRule, ...]:
    """Every rule. Raises GateError for a header that does not say what it must."""
    return tuple(_read(path, {"severity", "zh", "en"}) for path in sorted(folder.glob("*.rq")))


def rule_findings(store: Store, rule: GateRule) -> Iterator[dict[str, str]]:
    """What one rule finds, as the fields of a GateFinding."""
    solutions = _run(store, rule, "focus")
    has_value = any(v.value == "value" for v in solutions.variables)
    for row in solutions:
        focus, value = row["focus"], row["value"] if has_value else None
        assert isinstance(focus, NamedNode)  # noqa: S101 - the graph has no blank nodes
        yield {
            "severity": rule.severity, "shape": rule.name, "focus": identifier(focus.value), "path": "",
            "value": identifier(getattr(value, "value", "")), "message_zh": rule.zh, "message_en": rule.en,
            "term": str(value) if value is not None else "",
        }  # fmt: skip


def read_tallies(folder: Path = TALLIES) -> list[GateRule]:
    """Every tally, as a rule without severity."""
    return [_read(path, {"zh", "en"}) for path in sorted(folder.glob("*.rq"))]


def tallies(store: Store, folder: Path = TALLIES) -> list[Tally]:
    """Every count that goes into the report."""
    found = []
    for rule in read_tallies(folder):
        count = next(iter(_run(store, rule, "count")))["count"]
        found.append(Tally(rule.name, rule.zh, rule.en, int(getattr(count, "value", 0))))
    return found


def _run(store: Store, rule: GateRule, wanted: str) -> QuerySolutions:
    try:
        solutions = store.query(rule.query, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise _unparsed(rule, str(error)) from None
    if not isinstance(solutions, QuerySolutions) or wanted not in {v.value for v in solutions.variables}:
        raise GateError(f"{rule.path}: the rule must select ?{wanted} 规则须选出 ?{wanted}")
    return solutions


def _unparsed(rule: GateRule, said: str) -> GateError:
    """The engine names line and column, and then everything that it would have taken instead."""
    found = re.match(r"error at (\d+):(\d+): ", said)
    where = f", line {found[1]}, column {found[2]}" if found else ""
    return GateError(f"{rule.path}{where}: the rule does not parse 规则有语法错误")


def _read(path: Path, fields: set[str]) -> GateRule:
    text = path.read_text(encoding="utf-8")
    header = read_header(text, path)
    if set(header) != fields or not all(isinstance(v, str) and v for v in header.values()):
        raise GateError(f"{path}, line 1: the header needs {', '.join(sorted(fields))} and nothing else 文件头不全")
    severity = header.get("severity", "")
    if "severity" in fields and severity not in ("violation", "warning"):
        raise GateError(f"{path}, line 1: severity is violation or warning, not {severity} 严重程度无效")
    return GateRule(path.stem, severity, header["zh"], header["en"], text, path)


def read_header(text: str, path: Path) -> dict[str, Any]:
    """The YAML in the ``#+`` lines at the head of a query."""
    lines = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    try:
        found = yaml.safe_load("\n".join(lines))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise GateError(f"{path}, line {mark.line + 1 if mark else 1}: the header is not YAML: {error}") from None
    return found if isinstance(found, dict) else {}
