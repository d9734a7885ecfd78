"""What the readers need: ONE table, read by the gate and by what takes RDF from elsewhere.

Every reader of the graph (`graph.rdf.reader`, `graph.repository`, the queries) takes these for granted: how many values
a property has, of which form, and how the thing is named. The fields of a claim come from `graph.model.fields`, the
datatypes of other properties from the ontology; only what neither says stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from cemai.graph.model.fields import FIELDS
from cemai.graph.model.statement import Claim
from cemai.ontology.namespaces import CM, DCT, OWL, RDF, RDFS, SKOS, WGS84, XSD, term
from cemai.ontology.schema import all_quads
from pyoxigraph import NamedNode

# The forms of values beside the XSD datatypes, which stand under their own names.
THING, CONCEPT, TERM, CHINESE, ENGLISH = "thing", "concept", "predicate", "zh", "en"
DATATYPES = frozenset({"string", "decimal", "integer", "date", "boolean", "anyURI"})
_MANY = 1 << 30


@dataclass(frozen=True, slots=True)
class Need:
    """Of every thing of a class: from `least` to `most` values of a property (an IRI), of one form.

    `form` is the local name of a datatype, ``thing`` (an IRI of ours), ``concept`` (of `scheme`), ``predicate`` (of the
    ontology), or a language, which counts the texts in that language alone.
    """

    class_: str
    property: str
    form: str
    least: int = 0
    most: int = 1
    scheme: str | None = None


# What a claim cannot be read without: the fields of its class that may not be None.
_REQUIRED = frozenset(field.name for field in fields(Claim) if field.default is not None)
# Two of a claim's values may be several: nobody reads one alone.
_SEVERAL = frozenset({"recorded_by"})

A = NamedNode(RDF + "type")
_PREF, _TITLE, _WORDS = SKOS + "prefLabel", DCT + "title", DCT + "description"
NEEDS: tuple[Need, ...] = (
    *(Need("Claim", term(f.property), f.form, int(f.name in _REQUIRED), _MANY if f.name in _SEVERAL else 1, f.scheme)
      for f in FIELDS),
    Need("Claim", term("evidence"), THING, 1, _MANY),
    Need("Evidence", term("source"), THING, 1),
    Need("Evidence", term("evidenceNumber"), "integer", 1),
    Need("Evidence", term("page"), "anyURI"),
    Need("Passage", term("inSource"), THING, 1),
    Need("Passage", term("start"), "integer", 1),
    Need("Passage", term("end"), "integer", 1),
    Need("Passage", term("sha256"), "string", 1),
    Need("Entity", _PREF, CHINESE, 1),
    Need("Entity", _PREF, ENGLISH),
    Need("Entity", term("nameEnBasis"), CONCEPT, 0, 1, "name-basis"),
    Need("Place", WGS84 + "lat", "decimal"),
    Need("Place", WGS84 + "long", "decimal"),
    Need("Place", term("code"), "string"),
    Need("Source", term("publisherName"), "string"),
    Need("Source", term("interest"), "string"),
    Need("Source", term("writtenBegin"), "date"),
    Need("Source", term("writtenEnd"), "date"),
    Need("Source", term("sha256"), "string"),
    Need("Dataset", _PREF, CHINESE, 1),
    Need("Dataset", _PREF, ENGLISH),
    Need("Dataset", _TITLE, CHINESE, 1),
    Need("Dataset", _TITLE, ENGLISH, 1),
    Need("Dataset", term("recordedAt"), "date", 1),
    Need("Disagreement", term("disagreementClass"), CONCEPT, 1, 1, "disagreement-class"),
    Need("Disagreement", term("isDisagreement"), "boolean", 1),
    Need("Disagreement", term("auditRule"), "string", 1),
    Need("Disagreement", term("severityRank"), "integer", 1),
    Need("Disagreement", term("involves"), THING, 1, _MANY),
    Need("Disagreement", _WORDS, CHINESE, 1),
    Need("Disagreement", _WORDS, ENGLISH, 1),
    Need("Disagreement", term("gap"), "decimal"),
    Need("Disagreement", term("gapUnit"), CONCEPT, 0, 1, "unit"),
    Need("Disagreement", term("relativeGap"), "decimal"),
    Need("Derivation", term("derivedSubject"), THING, 1),
    Need("Derivation", term("derivedPredicate"), TERM, 1),
    Need("Derivation", term("derivedObject"), THING, 1),
    Need("Derivation", term("derivedTier"), CONCEPT, 1, 1, "evidence-tier"),
    Need("Derivation", term("derivedFrom"), THING, 1, _MANY),
)  # fmt: skip

# How the things of a class are named below ``id/``: the first part of the identifier, and the end where it says more.
KEYS: Mapping[str, str] = {
    "Claim": r"claim/.+/.+/.+", "Evidence": r"evidence/.+/.+/.+/e[1-9][0-9]*", "Passage": r"passage/.+/[0-9]+-[0-9]+",
    "Dataset": r"dataset/[^/]+", "Derivation": r"derivation/.+", "Disagreement": r"[a-z-]+/.+",
    "Entity": r"[a-z][a-z-]*/[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*",
}  # fmt: skip

# Texts that people read: each in Chinese or English, and said to be so.
LABELS = frozenset({_PREF, SKOS + "altLabel", RDFS + "label", _TITLE, _WORDS, SKOS + "definition"})


@cache
def datatypes() -> Mapping[str, str]:
    """By the IRI of a property the local name of the datatype that its values have, whatever they are said of."""
    declared = {
        quad.subject.value: quad.object.value.removeprefix(XSD)
        for quad in all_quads()
        if quad.predicate.value == RDFS + "range" and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode) and quad.object.value.startswith(XSD)
    }  # fmt: skip
    return declared | {need.property: need.form for need in NEEDS if need.form in DATATYPES}


@cache
def relations() -> frozenset[str]:
    """The IRIs of the properties whose values are things or concepts of the graph, and the class of a thing."""
    kind = NamedNode(OWL + "ObjectProperty")
    declared = {str(getattr(q.subject, "value", "")) for q in all_quads() if q.predicate == A and q.object == kind}
    needed = {need.property for need in NEEDS if need.form in (THING, CONCEPT, TERM)}
    return frozenset(iri for iri in declared if iri.startswith(CM)) | needed | {RDF + "type"}
