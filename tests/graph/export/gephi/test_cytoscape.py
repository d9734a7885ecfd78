"""What Cytoscape reads: north above, ids that nodes and edges do not share, nothing for what is not known."""

from __future__ import annotations

import json

from cemai.graph.export.cytoscape import cytoscape_lines
from cemai.graph.export.network.rows import Attribute, Network, NetworkEdge, NetworkNode


def test_a_map_is_not_upside_down_and_unknown_values_are_left_out() -> None:
    nodes = [
        NetworkNode("a", "北", ("x", None), x=1.0, y=250.0),
        NetworkNode("b", "南\x00", (None, 2), x=0.0, y=-250.0),
    ]
    edges = [NetworkEdge("a", "a", "b", "cites", "引用", 2), NetworkEdge("b", "b", "a", "cites", "引用")]
    columns = (Attribute("region"), Attribute("year", "integer"))
    found = json.loads("\n".join(cytoscape_lines(Network("甲", columns, (), nodes, edges))))
    (north, south), (one, other) = found["elements"]["nodes"], found["elements"]["edges"]
    assert north["position"] == {"x": 1.0, "y": -250.0} and south["position"]["y"] == 250.0, "y grows downwards there"
    assert (north["data"]["region"], "year" in north["data"], south["data"]["year"]) == ("x", False, 2)
    assert {"a", "b"}.isdisjoint({one["data"]["id"], other["data"]["id"]}) and one["data"]["key"] == "a"
    assert (one["data"]["source"], one["data"]["target"], one["data"]["weight"]) == ("a", "b", 2)
    assert "\x00" not in south["data"]["name"] and found["directed"] is found["multigraph"] is True


def test_a_network_of_nothing_is_json_too() -> None:
    found = json.loads("\n".join(cytoscape_lines(Network("", (), (), [], []))))
    assert found["elements"] == {"nodes": [], "edges": []}
