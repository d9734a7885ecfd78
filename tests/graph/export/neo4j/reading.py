"""What a server holds, read back: a checksum of everything of ours, and claims as rows of the contract."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

from cemai.graph.export.neo4j.model import MARK
from cemai.graph.export.statements import COLUMNS

from tests.graph.export.neo4j.server import Neo4j

_NODES = "MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS of"
_LINKS = "MATCH (a)-[r]->(b) RETURN a.id AS a, b.id AS b, type(r) AS type, properties(r) AS of"
_CLAIMS = """
MATCH (c:Claim)-[:SUBJECT]->(s)
OPTIONAL MATCH (c)-[:OBJECT]->(o)
OPTIONAL MATCH (c)-[:ACT]->(a)
OPTIONAL MATCH (c)-[:SHARE_OF]->(w)
RETURN properties(c) AS c, s{.id, .name_zh} AS s, o{.id, .name_zh} AS o, a{.id, .name_zh} AS a, w.id AS whole, COLLECT {
  MATCH (c)-[:EVIDENCE]->(e)-[:SOURCE]->(source)
  RETURN {number: e.number, source: source{.id, .name_zh, .sha256, .text_profile}, spans: COLLECT {
    MATCH (e)-[r]->(p:Passage)-[:IN_SOURCE]->(in)
    RETURN {evidence: e.number, source: in.id, role: toLower(replace(type(r), '_PASSAGE', '')), start: p.start,
            end: p.end, sha256: p.sha256}
  }} ORDER BY e.number
} AS evidence
"""


def state(server: Neo4j, *, marked: bool = True) -> tuple[int, int, str]:
    """The number of nodes and relationships and a checksum of all that they say; without marks if asked."""
    lines = [sorted(_line(row, marked) for row in server.ask(query)) for query in (_NODES, _LINKS)]
    text = "\n".join(lines[0] + lines[1])
    return len(lines[0]), len(lines[1]), hashlib.sha256(text.encode()).hexdigest()


def _line(row: dict[str, Any], marked: bool) -> str:
    of = {key: value for key, value in row.pop("of").items() if marked or key != MARK}
    return repr((sorted((k, sorted(v) if k == "labels" else v) for k, v in row.items()), sorted(of.items(), key=str)))


def contract(server: Neo4j) -> dict[str, dict[str, Any]]:
    """Every claim as the row of the contract, by its id."""
    rows = map(_row, server.ask(_CLAIMS))
    return {row["id"]: row for row in rows}


def _row(found: dict[str, Any]) -> dict[str, Any]:
    c, evidence = found["c"], found["evidence"]
    row = {column: c.get(column) for column in COLUMNS} | {"id": c["id"].removeprefix("claim/")}
    for name in ("subject", "object", "act"):
        thing = found[name[0]] or {}
        row |= {name: thing.get("id"), f"{name}_name": thing.get("name_zh")}
    row |= {"indicator_name": row["object_name"] if c["kind"] == "Observation" else None, "share_of": found["whole"]}
    ordered = [sorted(e["spans"], key=lambda s: (s["role"], s["source"], s["start"], s["end"])) for e in evidence]
    main = next((_main(spans) for spans in ordered if spans), {})
    source = next(e["source"] for e in evidence if not main or e["source"]["id"] == main["source"])
    row |= {
        "source": source["id"],
        "source_title": source["name_zh"],
        "document_sha256": source.get("sha256"),
        "text_profile": source.get("text_profile"),
        "spans": [s for spans in ordered for s in spans] or None,
    }
    row |= {name: main.get(name) for name in ("start", "end", "sha256")}
    return {name: plain(value) for name, value in row.items()}


def _main(spans: list[dict[str, Any]]) -> dict[str, Any]:
    by_role = {span["role"]: span for span in reversed(spans)}
    return by_role.get("value") or by_role.get("statement") or spans[0]


def plain(value: Any) -> Any:
    """Days of the driver as days, numbers by value."""
    if isinstance(value, float | Decimal):
        return Decimal(str(value)).normalize()
    return date.fromisoformat(value.isoformat()) if hasattr(value, "iso_format") else value
