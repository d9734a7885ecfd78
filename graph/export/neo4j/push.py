"""The graph over the wire into a running Neo4j, with the official driver.

Everything is merged by its id in batches and marked with the version of the graph; what has our label or mark from
an earlier load and is no longer in the graph is removed at the end. So a second push changes nothing, and one that
was cut off is mended by pushing again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from cemai.graph.errors import OutputError

from .folder import schema
from .model import MARK, OURS, Neo4jTable, Row, Rows
from .spool import RowSpool

if TYPE_CHECKING:
    from neo4j import Driver

BATCH = 1000
REMOVED = 10_000  # as many at once, because each batch of them looks through all
Progress = Callable[[str, int, int], None]  # what, how many done, of how many

# Labels and types that are computed need Neo4j 5.26. Labels of an earlier load that a node no longer has are removed.
_NODES = f"""UNWIND $rows AS row MERGE (n:{OURS} {{id: row.of.id}}) SET n = row.of
WITH n, row, [name IN labels(n) WHERE NOT name IN row.labels] AS stale
REMOVE n:$(stale) SET n:$(row.labels) RETURN count(n) AS count"""
_LINKS = f"""UNWIND $rows AS row MATCH (a:{OURS} {{id: row.start}}) MATCH (b:{OURS} {{id: row.end}})
MERGE (a)-[r:$(row.type)]->(b) SET r = row.of RETURN count(r) AS count"""
_STALE = (
    f"MATCH (:{OURS})-[r]->() WHERE r.{MARK} <> $version WITH r LIMIT $batch DELETE r RETURN count(*) AS count",
    f"MATCH (n:{OURS}) WHERE coalesce(n.{MARK}, '') <> $version WITH n LIMIT $batch DETACH DELETE n "
    "RETURN count(*) AS count",
)


@dataclass
class Neo4jPushed:
    """How many nodes and relationships the server now has of the graph, and how many old ones were removed."""

    nodes: int
    links: int
    removed: int


class Pusher:
    """Sends the rows of a spool to a database. Raises the driver's own errors."""

    def __init__(self, driver: Driver, database: str | None, spool: RowSpool, progress: Progress) -> None:
        self.driver, self.database, self.spool, self.progress = driver, database, spool, progress
        self.version = spool.version

    def run(self) -> Neo4jPushed:
        """Schema, nodes, relationships, then what is no longer there."""
        for statement in schema():
            self._ask(statement)
        self._ask("CALL db.awaitIndexes(600)")
        of_nodes, of_links = self.spool.counts
        nodes = self._send("nodes 节点", _NODES, self.spool.nodes(), of_nodes)
        links = self._send("relationships 关系", _LINKS, self.spool.links(), of_links)
        return Neo4jPushed(nodes, links, sum(map(self._remove, _STALE)))

    def _send(self, what: str, query: str, rows: Rows, of: int) -> int:
        done = 0
        while batch := [self._sent(table, row) for table, row in islice(rows, BATCH)]:
            [found] = self._ask(query, rows=batch)
            if found["count"] != len(batch):  # both ends of a relationship must be there
                raise OutputError(f"{len(batch) - found['count']} {what} lead to what is not in the graph; run cemai "
                                  "validate 有关系指向图谱中没有的事物")  # fmt: skip
            done += len(batch)
            self.progress(what, done, of)
        return done

    def _sent(self, table: Neo4jTable, row: Row) -> dict[str, Any]:
        """A row as the queries take it."""
        of = {c.name: v for c, v in zip(table.columns, row[table.first :], strict=True) if v is not None}
        of[MARK] = self.version
        if table.end:
            return {"start": row[0], "end": row[1], "type": row[2], "of": of}
        return {"labels": str(row[1]).split(";"), "of": of | {"id": row[0]}}

    def _remove(self, statement: str) -> int:
        removed = 0
        while count := self._ask(statement, version=self.version, batch=REMOVED)[0]["count"]:
            removed += count
        return removed

    def _ask(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        records, _, _ = self.driver.execute_query(query, parameters, database_=self.database)
        return [record.data() for record in records]
