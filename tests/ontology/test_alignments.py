"""Alignments stand outside the DL closure and point only at terms that their vocabularies have."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.ontology.schema import alignment_files, files
from rdflib import DCAT, OWL, PROV, QB, RDF, RDFS, SDO, SKOS, TIME, BNode, Graph, Namespace, URIRef
from rdflib.namespace import ORG, DefinedNamespace

CM = Namespace("https://w3id.org/cemai/ontology#")
# rdflib knows the terms of these vocabularies.
KNOWN: dict[str, type[DefinedNamespace]] = {
    "org": ORG, "prov": PROV, "time": TIME, "schema": SDO, "dcat": DCAT, "qb": QB, "skos": SKOS,
    "rdf-statement": RDF,
}  # fmt: skip
# It has no list for these (its WGS84 has an https base that is wrong): looked up where they are published.
LISTED = {
    "eli": ("http://data.europa.eu/eli/ontology#", {"Work", "id_local"}),
    "oa": ("http://www.w3.org/ns/oa#", {"Annotation", "SpecificResource", "hasTarget", "hasSource"}),
    "wgs84": ("http://www.w3.org/2003/01/geo/wgs84_pos#", {"SpatialThing"}),
}
ALLOWED = {RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty}
HEADER = "https://w3id.org/cemai/ontology/alignments/"


def exists(stem: str, term: URIRef) -> bool:
    if stem in LISTED:
        base, names = LISTED[stem]
        return str(term).removeprefix(base) in names
    return term in KNOWN[stem]


@pytest.mark.parametrize("path", alignment_files(), ids=lambda p: p.stem)
def test_targets_exist(path: Path) -> None:
    graph = Graph().parse(path)
    seen = 0
    for s, p, o in graph:
        if str(s).startswith(HEADER):
            continue
        if isinstance(s, BNode):
            foreign = [o] if p in (OWL.onProperty, OWL.someValuesFrom) else []
        else:
            assert isinstance(s, URIRef) and s in CM and p in ALLOWED, (s, p)
            foreign = [] if isinstance(o, BNode) else [o]
        for term in foreign:
            assert isinstance(term, URIRef) and exists(path.stem, term), term
            seen += 1
    assert seen


def test_alignments_stand_outside_the_closure() -> None:
    for path in files():
        text = path.read_text(encoding="utf-8")
        assert "/alignments/" not in text
        assert "22-rdf-syntax-ns#Statement" not in text and "rdf:subject" not in text


def test_every_vocabulary_has_its_file() -> None:
    assert {p.stem for p in alignment_files()} == {*KNOWN, *LISTED}
