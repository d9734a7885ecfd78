"""IRIs: the three name spaces, and the way from an identifier (``place/330100``) to its IRI and back."""

from __future__ import annotations

import re

BASE = "https://w3id.org/cemai/"
CM = BASE + "ontology#"
ID = BASE + "id/"
GRAPH = BASE + "graph/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCT = "http://purl.org/dc/terms/"
WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#"

PREFIXES = {
    "cm": CM, "id": ID, "g": GRAPH, "rdf": RDF, "rdfs": RDFS, "owl": OWL, "skos": SKOS, "xsd": XSD,
    "dct": DCT, "geo": WGS84,
}  # fmt: skip

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
IDENTIFIER = re.compile(r"[a-z][a-z-]*/[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


def iri(identifier: str) -> str:
    """IRI of a thing, concept or claim: ``place/330100`` gives ``https://w3id.org/cemai/id/place/330100``."""
    return ID + identifier


def identifier(iri: str) -> str:
    """The way back; an IRI of another name space is returned whole."""
    return iri.removeprefix(ID)


def term(name: str) -> str:
    """IRI of a class or property of the ontology by its local name."""
    return CM + name


def local(iri: str) -> str:
    """Local name of a term of the ontology; an IRI of another name space is returned whole."""
    return iri.removeprefix(CM)


def parted(name: str, mark: str) -> str:
    """The words of a local name in small letters, with a mark between them: ``madeEligible`` as ``made-eligible``."""
    return _HUMP.sub(mark, name).lower()
