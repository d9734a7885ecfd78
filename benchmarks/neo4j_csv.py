"""CSV for Neo4j against polars: ``python benchmarks/neo4j_csv.py [CLAIMS] [STORE]`` (a million, .cemai).

The rows of the shipped graph stand again in copies with ids of their own until there are that many claims. Each way
runs in a process of its own and gets the same rows one by one: nothing but making the rows; our writer; polars, which
makes frames of 100,000 rows and writes them. Processor time and peak memory are those of the process, with reading
the store once.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from cemai.graph.export.neo4j.model import Row, Rows, Table
from cemai.graph.export.neo4j.rows import Graph
from cemai.graph.export.neo4j.sinks import write_tables
from cemai.graph.store.embedded import open_read_only

CHUNK = 100_000


def copies(template: list[tuple[Table, Row]], claims: int) -> Rows:
    """The rows of a template again and again, until there are so many claims."""
    each = sum(table.name == "claims" for table, _ in template)
    for copy in range(-(-claims // each)):
        for table, row in template:
            mark = f"-{copy}"
            if table.end:
                yield table, (f"{row[0]}{mark}", f"{row[1]}{mark}", *row[2:])
            else:
                yield table, (f"{row[0]}{mark}", *row[1:])


def by_polars(folder: Path, tables: tuple[Table, ...], rows: Rows) -> float:
    """The same files by polars; the seconds that writing alone took, without making the frames."""
    import polars as pl

    types: dict[str, Any] = {"string": pl.String, "string[]": pl.List(pl.String), "date": pl.Date, "long": pl.Int64,
                             "double": pl.Float64, "boolean": pl.Boolean}  # fmt: skip
    schemas = {t.name: dict.fromkeys(t.heads[:t.first], pl.String) | {c.head: types[c.kind] for c in t.columns}
               for t in tables}  # fmt: skip
    writing = 0.0
    waiting: dict[str, list[Row]] = defaultdict(list)

    def flush(name: str) -> float:
        frame = pl.DataFrame(waiting.pop(name), schema=schemas[name], orient="row")
        lists = [pl.col(h).list.join(";") for h, kind in schemas[name].items() if kind == pl.List(pl.String)]
        began = time.perf_counter()
        path = folder / f"{name}.csv"
        with path.open("ab") as file:
            frame.with_columns(lists).write_csv(file, include_header=not path.stat().st_size)
        return time.perf_counter() - began

    for table, row in rows:
        waiting[table.name].append(row)
        if len(waiting[table.name]) == CHUNK:
            writing += flush(table.name)
    return writing + sum(map(flush, list(waiting)))


def one(way: str, claims: int, store: Path) -> None:
    """Run one way in this process and print what it took."""
    graph = Graph(open_read_only(store))
    rows = copies(list(graph.rows()), claims)
    began, more = time.perf_counter(), ""
    with tempfile.TemporaryDirectory() as name:
        match way:
            case "rows":
                written = sum(1 for _ in rows)
                more = f", {written:,} rows"
            case "ours":
                write_tables(Path(name), graph.tables, rows)
            case "polars":
                more = f", of which write_csv {by_polars(Path(name), graph.tables, rows):.1f} s"
        took = time.perf_counter() - began
        size = sum(p.stat().st_size for p in Path(name).rglob("*") if p.is_file()) / 1e6
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak, work = used.ru_maxrss / 1024, used.ru_utime + used.ru_stime
    print(
        f"{way:7} {took:7.1f} s  {work:7.1f} s of processors  {peak:6.0f} MB peak  {size:7.0f} MB written{more}",
        flush=True,
    )


def main(claims: int = 1_000_000, store: str = ".cemai") -> None:
    """Each way in a process of its own."""
    for way in ("rows", "ours", "polars"):
        subprocess.run([sys.executable, __file__, way, str(claims), store], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in ("rows", "ours", "polars"):
        one(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(*(int(a) if a.isdigit() else a for a in sys.argv[1:]))  # type: ignore[arg-type]
