"""Runs the OWL API and HermiT (both inside owlready2's HermiT.jar) over the ontology, offline."""

from __future__ import annotations

import importlib.util
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cemai.ontology.terms import files
from rdflib import OWL, RDF, XSD, Graph, Literal, URIRef

from tests.components import need

ROOT = URIRef("https://w3id.org/cemai/ontology")
SAMPLE = URIRef("https://w3id.org/cemai/ontology/sample")
JUDGE = Path(__file__).parent / "java" / "Judge.java"


@dataclass(frozen=True)
class Verdict:
    """What the OWL API and HermiT say of an ontology with its imports."""

    ontologies: int
    classes: int
    individuals: int
    violations: tuple[str, ...]
    consistent: bool
    unsatisfiable: tuple[str, ...]


def judge(folder: Path, sample: Graph | None = None) -> Verdict:
    """Judge the shipped ontology, with the triples of `sample` added; `folder` takes the converted files."""
    java = need("java")
    graphs = [Graph().parse(path) for path in files()]
    if sample is not None:
        graphs.append(_without_dates(sample))
    listed = _convert(graphs, folder)
    root = SAMPLE if sample is not None else ROOT
    command = [java, "-Xmx1g", "-cp", _hermit_jar(), JUDGE, listed, root]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return _read(done.stdout.splitlines())


def _without_dates(sample: Graph) -> Graph:
    """HermiT aborts on xsd:date, which is not in the OWL 2 datatype map: leave such triples out."""
    kept = Graph()
    for s, p, o in sample:
        if not (isinstance(o, Literal) and o.datatype == XSD.date):
            kept.add((s, p, o))
    kept.add((SAMPLE, RDF.type, OWL.Ontology))
    kept.add((SAMPLE, OWL.imports, ROOT))
    return kept


def _convert(graphs: Iterable[Graph], folder: Path) -> Path:
    """Write each graph as RDF/XML (the OWL API in the jar is old) and a list of ontology IRIs and files."""
    lines = []
    for number, graph in enumerate(graphs):
        path = folder / f"{number}.rdf"
        graph.serialize(path, format="xml", encoding="utf-8")
        lines.append(f"{graph.value(predicate=RDF.type, object=OWL.Ontology)}\t{path}\n")
    listed = folder / "files.tsv"
    listed.write_text("".join(lines), encoding="utf-8")
    return listed


def _hermit_jar() -> Path:
    """The jar inside owlready2, found without importing the package."""
    spec = importlib.util.find_spec("owlready2")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "hermit" / "HermiT.jar"


def _read(lines: Iterable[str]) -> Verdict:
    said: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        key, _, value = line.partition("\t")
        said[key].append(value)
    return Verdict(
        ontologies=int(said["ontologies"][0]),
        classes=int(said["classes"][0]),
        individuals=int(said["individuals"][0]),
        violations=tuple(sorted(said["violation"])),
        consistent=said["consistent"] == ["true"],
        unsatisfiable=tuple(sorted(said["unsatisfiable"])),
    )
