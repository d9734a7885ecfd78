"""A validation report in the vocabulary of SHACL: no blank nodes, the same findings give the same bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from cemai.ontology.namespaces import BASE, CM, PREFIXES, XSD, iri
from pyoxigraph import Literal

from .gate import Finding
from .loader import SHAPES

SH = "http://www.w3.org/ns/shacl#"
REPORT = f"{BASE}report/gate"
RULE = f"{SHAPES}SetRule"
_SHORT = {"cm": CM, "sh": SH, "shape": SHAPES, "xsd": XSD}
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def as_turtle(findings: Sequence[Finding]) -> str:
    """The report as Turtle, the results in the order of the findings."""
    return "\n".join(_lines(findings)) + "\n"


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    yield from (f"@prefix {prefix}: <{space}> ." for prefix, space in _SHORT.items())
    yield f"\n<{REPORT}> a sh:ValidationReport ; sh:conforms {'false' if findings else 'true'} ."
    for finding in findings:
        yield ""
        yield f"<{REPORT}> sh:result <{_name(finding)}> ."
        yield f"<{_name(finding)}> a sh:ValidationResult ;"
        yield " ;\n".join(f"    sh:{p} {o}" for p, o in _result(finding)) + " ."


def _result(finding: Finding) -> Iterator[tuple[str, str]]:
    """Property and value of one result, as Turtle."""
    yield "focusNode", _term(finding.focus if "://" in finding.focus else iri(finding.focus))
    yield "resultSeverity", f"sh:{finding.severity.capitalize()}"
    yield "sourceShape", _term(SHAPES + finding.shape)
    yield "sourceConstraintComponent", _term(SH + finding.constraint if finding.constraint else RULE)
    if finding.path:
        prefix, _, local = finding.path.partition(":")
        yield "resultPath", _term(PREFIXES[prefix] + local)
    if finding.term:
        yield "value", finding.term
    yield "resultMessage", str(Literal(finding.message_zh, language="zh"))
    yield "resultMessage", str(Literal(finding.message_en, language="en"))


def _name(finding: Finding) -> str:
    """A result's IRI is made of what it says, never of a counter."""
    parts = (finding.shape, finding.constraint, finding.focus, finding.path, finding.term, finding.message_en)
    return f"{REPORT}/{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:16]}"


def _term(iri_: str) -> str:
    """An IRI, with a prefix where one fits."""
    for prefix, space in _SHORT.items():
        if iri_.startswith(space) and _LOCAL.fullmatch(iri_[len(space) :]):
            return f"{prefix}:{iri_[len(space) :]}"
    return f"<{iri_}>"
