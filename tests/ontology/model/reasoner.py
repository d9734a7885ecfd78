"""A sample of the shipped graph, what HermiT entails of it and what our rules do; both as sets of triples."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from cemai.graph.store.inference import RULES, infer
from cemai.ontology.namespaces import CM, GRAPH, ID, RDF
from cemai.ontology.schema import files, load, ontology_quads
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize
from rdflib import OWL, Graph

from tests.components import need

ENTAIL = Path(__file__).parent / "java" / "Entail.java"
INFERRED = NamedNode(GRAPH + "inferred")
EDGES = RULES / "10-edges.ru"
TYPE = RDF + "type"
Triple = tuple[str, str, str]


@cache
def entity_classes() -> frozenset[str]:
    """IRIs of the classes of things: cm:Entity and all below it. Nothing is derived for records and concepts."""
    return frozenset(CM + name for name, above in load().ancestors.items() if "Entity" in above)


def statements(store: Store, things: frozenset[str]) -> frozenset[Triple]:
    """Every statement of a class or of an edge whose ends are both among `things`, in any graph."""
    found = set()
    for quad in store:
        s, p, o = quad.subject, quad.predicate.value, quad.object
        if not isinstance(s, NamedNode) or not isinstance(o, NamedNode) or s.value not in things:
            continue
        if (p == TYPE and o.value in entity_classes()) or (p.startswith(CM) and o.value in things):
            found.add((s.value, p, o.value))
    return frozenset(found)


def by_rules(facts: Iterable[Quad]) -> Store:
    """A store of the ontology and the facts after inference."""
    store = Store()
    store.extend([*ontology_quads(), *facts])
    infer(store)
    return store


def premises(facts: Iterable[Quad]) -> Store:
    """The facts with the plain edges that their claims give, and no more: what both sides start from."""
    store = Store()
    store.extend(facts)
    store.update(EDGES.read_text(encoding="utf-8"))
    return store


def by_hermit(start: frozenset[Triple], things: frozenset[str], folder: Path) -> frozenset[Triple]:
    """What HermiT entails of `things` from the ontology and the statements of `start`."""
    java = need("java")
    graph = Graph()
    for path in files():
        graph.parse(path)
    graph.remove((None, OWL.imports, None))  # all modules are in the one graph
    quads = (Quad(*map(NamedNode, triple)).triple for triple in start)
    data = serialize(quads, format=RdfFormat.N_TRIPLES)
    assert data is not None
    graph.parse(data=data, format="nt")
    path = folder / "sample.rdf"
    graph.serialize(path, format="xml", encoding="utf-8")
    spec = find_spec("owlready2")
    assert spec is not None and spec.origin is not None
    jar = Path(spec.origin).parent / "hermit" / "HermiT.jar"
    command = [str(part) for part in (java, "-Xmx1g", "-cp", jar, ENTAIL, path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return frozenset(_kept(done.stdout.splitlines(), things))


def _kept(lines: Iterable[str], things: frozenset[str]) -> Iterable[Triple]:
    for line in lines:
        s, p, o = line.split("\t")
        if s in things and ((p == "a" and o in entity_classes()) or o in things):
            yield (s, TYPE if p == "a" else p, o)


__all__ = ["CM", "GRAPH", "ID", "INFERRED", "by_hermit", "by_rules", "premises", "statements"]
