"""Runs the OWL API and HermiT (both inside owlready2's HermiT.jar) over the ontology, offline."""

from __future__ import annotations

import importlib.util
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cemai.ontology.schema import files
from rdflib import OWL, RDF, XSD, Graph, Literal, URIRef

from tests.components import need

ROOT = URIRef("https://w3id.org/cemai/ontology")
JUDGE = Path(__file__).parent / "java" / "Judge.java"


@dataclass(frozen=True)
class Verdict:
    """What the OWL API and HermiT say of an ontology with its imports."""

    ontologies: int
    classes: int
    individuals: int
    violations: tuple[str, ...]
    consistent: bool | None  # None: not OWL 2 DL, so not reasoned over
    unsatisfiable: tuple[str, ...]


def judge(folder: Path, samples: Mapping[str, Graph]) -> dict[str, Verdict]:
    """Judge the shipped ontology (under the name "shipped") and it with each sample added, in one JVM.

    `folder` takes the converted files.
    """
    java = need("java")
    graphs = [Graph().parse(path) for path in files()]
    graphs += [_sample(name, graph) for name, graph in samples.items()]
    listed = _convert(graphs, folder)
    names = {str(ROOT): "shipped"} | {str(_iri(name)): name for name in samples}
    command = [str(part) for part in (java, "-Xmx1g", "-cp", _hermit_jar(), JUDGE, listed, *names)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return {names[iri]: verdict for iri, verdict in _read(done.stdout.splitlines())}


def _iri(sample: str) -> URIRef:
    return URIRef(f"{ROOT}/sample/{sample}")


def _sample(name: str, graph: Graph) -> Graph:
    """The sample as an ontology that imports ours.

    HermiT aborts on xsd:date, which is not in the OWL 2 datatype map: such triples are left out.
    """
    kept = Graph()
    for s, p, o in graph:
        if not (isinstance(o, Literal) and o.datatype == XSD.date):
            kept.add((s, p, o))
    kept.add((_iri(name), RDF.type, OWL.Ontology))
    kept.add((_iri(name), OWL.imports, ROOT))
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


def _read(lines: Iterable[str]) -> Iterator[tuple[str, Verdict]]:
    """The verdict of each ontology, by its IRI."""
    found: list[tuple[str, dict[str, list[str]]]] = []
    for line in lines:
        key, _, value = line.partition("\t")
        if key == "judged":
            found.append((value, defaultdict(list)))
        else:
            found[-1][1][key].append(value)
    for iri, said in found:
        yield iri, _verdict(said)


def _verdict(said: Mapping[str, list[str]]) -> Verdict:
    return Verdict(
        ontologies=int(said["ontologies"][0]),
        classes=int(said["classes"][0]),
        individuals=int(said["individuals"][0]),
        violations=tuple(sorted(said["violation"])),
        consistent=said["consistent"] == ["true"] if said["consistent"] else None,
        unsatisfiable=tuple(sorted(said["unsatisfiable"])),
    )
