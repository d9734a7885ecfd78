"""How the names of a graph are read: as its register spells its places in English (长治, Changzhi)."""

from __future__ import annotations

from collections import defaultdict

from cemai.graph.model.readings import Readings
from cemai.graph.repository import Repository
from cemai.ontology.namespaces import CM, SKOS

_NAMES = f"""SELECT ?place ?name WHERE {{
  ?place a <{CM}Place> ; <{SKOS}prefLabel>|<{SKOS}altLabel> ?name
}}"""


def place_readings(graph: Repository) -> Readings:
    """Readings that know every place of the graph; one query."""
    names: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for row in graph.store.query(_NAMES, use_default_graph_as_union=True):  # type: ignore[union-attr]
        label = row["name"]
        names[row["place"].value][label.language == "en"].append(label.value)
    return Readings(names[place] for place in sorted(names))
