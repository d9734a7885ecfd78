"""`cemai validate`: what the gate finds, with the thing, the dataset row and the report as page, JSON or Turtle."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import Store

from cemai.graph.errors import DataError, OutputError, StoreError, Where
from cemai.graph.export.files import is_stream, write_lines
from cemai.graph.rdf.reader import label, read_claim
from cemai.graph.store.embedded import open_read_only
from cemai.graph.store.inference import infer
from cemai.loaders.collection import SHIPPED, Collection, collect
from cemai.queries.answers.sources import source_line
from cemai.queries.session import Session
from cemai.shapes.gate import GateFinding, check
from cemai.shapes.loader import read_shapes
from cemai.shapes.report import as_turtle
from cemai.shapes.rules import Tally, read_rules, tallies
from cemai.shapes.supported import ontology_terms
from cemai.viz.pages.findings.page import FindingLine, FindingsPage, GroupView, render

from .build import quads
from .finding_places import said_by


@dataclass(frozen=True)
class ReportEntry:
    """A finding with the label of its thing and, where it is known, the file and row that say it (1 is the header)."""

    finding: GateFinding
    label: str
    file: str | None
    row: int | None


@dataclass(frozen=True)
class Group:
    """The findings of one shape (and property) or rule with one message."""

    severity: str
    shape: str
    path: str
    zh: str
    en: str
    entries: tuple[ReportEntry, ...]

    def row(self) -> dict[str, str | int]:
        """The group as a row of the table."""
        return {"severity": self.severity, "shape": self.shape, "path": self.path, "count": len(self.entries),
                "zh": self.zh, "en": self.en}  # fmt: skip


@dataclass(frozen=True)
class ValidationReport:
    """What the gate found, in its order; the tallies; every shape and rule that ran; lines on the sources."""

    entries: tuple[ReportEntry, ...]
    tallies: tuple[Tally, ...]
    ran: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def violations(self) -> int:
        """How many findings would stop a build."""
        return sum(e.finding.severity == "violation" for e in self.entries)

    def groups(self) -> list[Group]:
        """The findings by shape or rule and message; violations and big groups first."""
        found: dict[tuple[str, str, str, str, str], list[ReportEntry]] = {}
        for entry in self.entries:
            f = entry.finding
            found.setdefault((f.severity, f.shape, f.path, f.message_zh, f.message_en), []).append(entry)
        order = sorted(found, key=lambda key: (key[0], -len(found[key]), key))
        return [Group(*key, tuple(found[key])) for key in order]


def validate_graph(root: Path | str, data: Sequence[Path] = ()) -> ValidationReport:
    """Judge the datasets below `data` (built in memory), or, when none is given, the graph that answers at `root`.

    Raises GateError when a shape, rule or ontology file cannot be used, DataErrors when the datasets cannot be read.
    """
    ontology_terms()
    if data:
        collection = collect(data)
        store = Store()
        store.bulk_extend(quads(collection))
        infer(store)
        return report(store, collection, data, on_disk=False)
    store = open_read_only(root)
    try:
        return report(store, collect([SHIPPED]), [SHIPPED])
    except DataError:  # the shipped tables are being worked on: the graph is judged, rows are not known
        return report(store)


def report(
    store: Store, collection: Collection | None = None, roots: Sequence[Path] = (), *, on_disk: bool = True
) -> ValidationReport:
    """The findings on one graph, each with the row of `collection` that says it."""
    origin = collection.origin if collection else {}
    labels = _Labels(store)
    entries = tuple(_entry(finding, labels, origin, roots) for finding in check(store, on_disk=on_disk))
    ran = {shape.name for shape in read_shapes().by_node.values()} | {rule.name for rule in read_rules()}
    return ValidationReport(entries, tuple(tallies(store)), tuple(sorted(ran)), _sources(store))


def _entry(finding: GateFinding, labels: _Labels, origin: dict[str, Where], roots: Sequence[Path]) -> ReportEntry:
    where = origin.get(said_by(finding.focus))
    file = _relative(Path(where.file), roots) if where else None
    return ReportEntry(finding, labels.of(finding.focus), file, where.row if where else None)


def _relative(file: Path, roots: Sequence[Path]) -> str:
    for root in roots:
        if file.is_relative_to(root):
            return file.relative_to(root).as_posix()
    return file.as_posix()


class _Labels:
    """Names for things; a claim is shown by its subject, predicate and object or text."""

    def __init__(self, store: Store) -> None:
        self.store, self.known = store, dict[str, str]()

    def of(self, focus: str) -> str:
        if focus not in self.known:
            kind, _, key = focus.partition("/")
            claim = key if kind == "claim" else key.rpartition("/")[0] if kind == "evidence" else ""
            self.known[focus] = (self._claim(claim) if claim else label(self.store, focus)) or focus
        return self.known[focus]

    def _claim(self, claim_id: str) -> str:
        try:
            claim = read_claim(self.store, claim_id)
        except StoreError:  # what it lacks is what the finding says
            return ""
        if claim is None or not getattr(claim, "subject", None):
            return ""
        what = (label(self.store, claim.object) or claim.object) if claim.object else claim.text or ""
        parts = (label(self.store, claim.subject) or claim.subject, claim.predicate, what, claim.printed or "")
        return " · ".join(part for part in parts if part)


def _sources(store: Store) -> tuple[str, ...]:
    kg = Session(store)
    rows = store.query("PREFIX cm: <https://w3id.org/cemai/ontology#> "
                       "SELECT DISTINCT ?s WHERE { ?d a cm:Dataset ; cm:source ?s }",
                       use_default_graph_as_union=True)  # fmt: skip
    found = sorted(str(row["s"].value).rpartition("/id/")[2] for row in rows)  # type: ignore[union-attr]
    return tuple(source_line(kg, source) for source in found)


def report_suffix(path: Path) -> str:
    """The ending of a report's file; OutputError for one that is none of ours. A pipe or device takes JSON."""
    suffix = path.suffix.lower()
    if suffix in (".html", ".json", ".ttl"):
        return suffix
    if is_stream(path):
        return ".json"
    raise OutputError(
        f"{path}: a report ends in .html, .json or .ttl, not {suffix or 'nothing'} 报告后缀须为 html、json 或 ttl"
    )


def write_report(found: ValidationReport, path: Path) -> None:
    """Write the report in the form that the ending of the file names. Raises OutputError for another ending."""
    match report_suffix(path):
        case ".html":
            text = render(page(found))
        case ".json":
            text = as_json(found)
        case _:
            text = as_turtle([e.finding for e in found.entries])
    write_lines(path, [text.rstrip("\n")])


def as_json(found: ValidationReport) -> str:
    """The report as JSON: conforms, groups, findings in their order, tallies."""
    findings = [{k: v for k, v in asdict(e.finding).items() if k != "term"}
                | {"label": e.label, "file": e.file, "row": e.row} for e in found.entries]  # fmt: skip
    content = {"conforms": not found.violations, "groups": [g.row() for g in found.groups()], "findings": findings,
               "tallies": [asdict(t) for t in found.tallies]}  # fmt: skip
    return json.dumps(content, ensure_ascii=False, indent=1)


def page(found: ValidationReport) -> FindingsPage:
    """The report as rows for `cemai.viz`."""
    groups = tuple(
        GroupView(g.severity, g.shape, g.path, g.zh, g.en, tuple(_line(e) for e in g.entries)) for g in found.groups()
    )
    silent = tuple(sorted(set(found.ran) - {g.shape for g in groups}))
    return FindingsPage(groups, tuple((t.zh, t.en, t.count) for t in found.tallies), silent, found.sources)


def _line(entry: ReportEntry) -> FindingLine:
    constraint = entry.finding.constraint.removesuffix("ConstraintComponent")
    return FindingLine(entry.finding.focus, entry.label, entry.finding.value, constraint, entry.file or "", entry.row)
