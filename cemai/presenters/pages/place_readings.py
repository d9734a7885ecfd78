"""How the names of a graph are read: as its register spells its places in English (长治, Changzhi)."""

from __future__ import annotations

from collections import defaultdict

from cemai.graph.model.readings import Readings
from cemai.graph.repository import Repository
from cemai.ontology.namespaces import CM, SKOS

_PREFERRED = f"{SKOS}prefLabel"
_NAMES = f"""SELECT ?place ?kind ?name WHERE {{
  ?place a <{CM}Place> ; ?kind ?name VALUES ?kind {{ <{_PREFERRED}> <{SKOS}altLabel> }}
}}"""


def place_readings(graph: Repository) -> Readings:
    """Readings that know every place of the graph, by preferred names before others; one query."""
    rows = [(row["place"].value, row["kind"].value != _PREFERRED, row["name"].value, row["name"].language)
            for row in graph.store.query(_NAMES, use_default_graph_as_union=True)]  # type: ignore[union-attr]  # fmt: skip
    names: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for place, _, name, language in sorted(rows):
        names[place][language == "en"].append(name)
    return Readings(names.values())
