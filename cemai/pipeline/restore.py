"""A graph from an exported RDF file: read, judged by the gate, and then the one that answers, or nothing changes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store

from cemai.graph.errors import DataError, DataErrors, GateError, Where
from cemai.graph.rdf.foreign import IMPORTED, find_statement, read_foreign
from cemai.graph.rdf.input_file import form_of
from cemai.graph.rdf.name_keys import renew_name_keys
from cemai.graph.rdf.reader import INFERRED
from cemai.graph.rdf.writer import A, node
from cemai.graph.store.embedded import building, write
from cemai.graph.store.inference import infer
from cemai.graph.store.own_counts import describes, lost
from cemai.graph.store.self_description import describe_graph
from cemai.ontology.namespaces import BASE, CM, PREFIXES
from cemai.ontology.schema import ONTOLOGY_GRAPH
from cemai.shapes.gate import GateFinding, check

from .build import Progress, parsed_ontology

_SHOWN = 20


@dataclass(frozen=True)
class Rebuilt:
    """How many statements and named graphs the new graph has, the gate's warnings, the seconds it took."""

    quads: int
    graphs: int
    warnings: int
    seconds: float


def rebuild(root: Path | str, file: Path, progress: Progress = lambda _: None) -> Rebuilt:
    """Make the graph at `root` from a file of RDF, such as `cemai export rdf` writes, in any format, packed or not.

    Statements without a graph of ours go to the graph ``imported``. The ontology is that of this version, and what
    follows from the statements is derived; the description and the search keys are written anew: from the same
    statements they are the same. Raises a CemaiError and leaves the old graph answering.
    """
    began = time.perf_counter()
    form = form_of(file)
    with building(root) as folder:
        progress(f"装载 loading {file}")
        store = _loaded(folder, file, form, progress)
        complete(store)
        renew_name_keys(store)
        progress(f"校验 gate over {len(store)} quads")
        findings = check(store)
        if violations := [f for f in findings if f.severity == "violation"]:
            raise GateError(_violation_lines(violations, file, form))
        store.extend(describe_graph(store))
        store.flush()
        done = Rebuilt(len(store), sum(1 for _ in store.named_graphs()), len(findings), time.perf_counter() - began)
        del store
        (folder / "done").touch()
    return done


def _loaded(folder: Path, file: Path, form: RdfFormat, progress: Progress) -> Store:
    """The statements of the file but for its description, which tells whether they are all there."""
    description: list[Quad] = []
    store = write(folder, _undescribed(read_foreign(file, form), description))
    first = next(iter(store), None)
    if first is None:
        raise DataError(Where(file), "holds no statement 文件没有任何陈述", "export the graph again 请重新导出")
    if not any(str(q.object).startswith(f"<{CM}") for q in store.quads_for_pattern(None, A, None, None)):
        raise DataError(Where(file, value=first.subject.value), f"no thing of it is of a class of {CM} 没有本库的事物",
                        f"IRIs begin with {BASE}: give a file of `cemai export rdf` 请给本库导出的文件")  # fmt: skip
    if not description:
        progress("文件没有自述，无法核对是否完整 the file does not describe itself: whether it is whole cannot be told")
    in_graphs = any(graph != IMPORTED for graph in store.named_graphs())
    if lines := lost(store, description, in_graphs=in_graphs):
        fix = "a part is lost or was added: fetch or export the file again 内容有增减，请重新取得或导出"
        raise DataErrors([DataError(Where(file), line, fix) for line in lines])
    return store


def _undescribed(quads: Iterable[Quad], description: list[Quad]) -> Iterator[Quad]:
    for quad in quads:
        if describes(quad, IMPORTED):
            description.append(quad)
        else:
            yield quad


def complete(store: Store) -> None:
    """The ontology of this version instead of the file's, and in the graph ``inferred`` what the rules derive."""
    shipped = parsed_ontology()
    described = {quad.subject for quad in shipped}
    old = [q for graph in (ONTOLOGY_GRAPH, IMPORTED) for q in store.quads_for_pattern(None, None, None, graph)
           if q.subject in described]  # fmt: skip
    for quad in set(old) - set(shipped):
        store.remove(quad)
    store.extend(shipped)
    infer(store)
    for quad in list(store.quads_for_pattern(None, None, None, INFERRED)):
        if Quad(quad.subject, quad.predicate, quad.object, IMPORTED) in store:
            store.remove(quad)
    if not any(True for _ in store.quads_for_pattern(None, None, None, INFERRED)):
        store.remove_graph(INFERRED)


def _violation_lines(violations: Sequence[GateFinding], file: Path, form: RdfFormat) -> str:
    """The violations as lines, each with the line of the file that is at fault, or that begins the thing's own."""
    lines = [f"the gate found {len(violations)} violations, the old graph stays 校验发现 {len(violations)} 处违例"]
    return "\n".join([*lines, *(_line(finding, file, form) for finding in violations[:_SHOWN])])


def _line(finding: GateFinding, file: Path, form: RdfFormat) -> str:
    prefix, _, local = finding.path.partition(":")
    property_ = PREFIXES[prefix] + local if prefix in PREFIXES else ""
    line, value = find_statement(file, form, node(finding.focus).value, property_, finding.value)
    where = Where(f"{file}{f', line {line}' if line else ''}, subject {finding.focus}", value=value or None)
    return f"{where}: {f'{finding.path}: ' if finding.path else ''}{finding.message_en} {finding.message_zh}"
