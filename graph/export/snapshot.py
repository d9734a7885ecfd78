"""One state of a store as exporters see it: every statement and every entity, read once.

Entities are held in memory; statements pass one by one, so that their number is bounded by the disk alone. Whatever is
never asked for is never read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from cemai.graph.model.entity import Entity
from cemai.graph.model.statement import Claim
from cemai.graph.rdf.reader import read_claims, read_entity
from cemai.graph.rdf.writer import PREFERRED, A, prop
from cemai.graph.store.backend import GraphBackend
from cemai.graph.store.opening import embedded
from cemai.graph.store.patterns import pairs_of, subjects_of
from cemai.ontology.namespaces import SKOS, identifier
from pyoxigraph import Literal, NamedNode

from .provenance import Provenance, provenance_of

_IN_SCHEME = NamedNode(SKOS + "inScheme")
FINDINGS = ("Disagreement", "Derivation")


class Snapshot:
    """What a store holds. Of a server a copy is made first."""

    def __init__(self, store: GraphBackend) -> None:
        self.store = embedded(store)
        self._known: dict[str, Entity] = {}

    def statements(self, *, spans: bool = True) -> Iterator[Claim]:
        """Every claim once, in the order of identifiers. Each call goes through the store anew.

        Where `spans` are not wanted, evidence has its number and source alone, which takes less than half the time.
        """
        return read_claims(self.store, spans=spans)

    @property
    def entities(self) -> Iterator[Entity]:
        """Every entity that claims may be about, once, in the order of identifiers."""
        return (node for node in self.nodes.values() if node.is_a("Entity"))

    @cached_property
    def nodes(self) -> dict[str, Entity]:
        """Whatever bears a name or is an entity, by identifier and in their order: concepts and datasets, too."""
        named = subjects_of(self.store, PREFERRED) | self._typed("Entity")
        return self._read(named)

    @cached_property
    def findings(self) -> dict[str, Entity]:
        """What the audit found and what rules derived beyond plain edges, by identifier and in their order."""
        return self._read({iri for name in FINDINGS for iri in self._typed(name)})

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Identifiers of the values of all vocabularies (``topic/talent``)."""
        return frozenset(map(identifier, subjects_of(self.store, _IN_SCHEME)))

    def label(self, identifier_: str, language: str = "zh") -> str | None:
        """The preferred label of an entity or concept."""
        return self._labels.get((identifier_, language))

    def entity(self, identifier_: str) -> Entity:
        """One entity, concept or dataset; one of which nothing is said bears its identifier alone."""
        if identifier_ not in self._known:
            found = read_entity(self.store, identifier_)
            self._known[identifier_] = found or Entity(id=identifier_, classes=(), name_zh="")
        return self._known[identifier_]

    def provenance(self, cited: Collection[str] = ()) -> Provenance:
        """Title, day, datasets and sources; `cited` are the sources and acts on which the exported claims rest."""
        datasets = map(self.entity, sorted(map(identifier, self._typed("Dataset"))))
        return provenance_of(self.store, datasets, [self.entity(name) for name in sorted(cited)])

    @cached_property
    def _labels(self) -> dict[tuple[str, str], str]:
        labels: dict[tuple[str, str], str] = {}
        for iri, text in pairs_of(self.store, PREFERRED):
            if isinstance(text, Literal) and text.language:
                key = identifier(iri), text.language
                labels[key] = min(text.value, labels.get(key, text.value))
        return labels

    def _typed(self, name: str) -> set[str]:
        return subjects_of(self.store, A, prop(name))

    def _read(self, iris: set[str]) -> dict[str, Entity]:
        return {name: self.entity(name) for name in sorted(map(identifier, iris)) if "://" not in name}
