"""Every table of a graph, and a folder of them with their metadata."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from cemai.graph.errors import OutputError
from cemai.graph.model.statement import Claim
from cemai.graph.rdf.reader import read_claims
from cemai.graph.store.backend import Source
from pyoxigraph import Store

from .about import About, about
from .claims import Meanings, claim_tables
from .csvfile import write_csv
from .csvw import FILE as CSVW
from .csvw import csvw
from .datapackage import FILE as DATAPACKAGE
from .datapackage import datapackage
from .items import read_items
from .model import Table
from .parquet import need_polars, write_parquet
from .readme import readme
from .records import Findings, concept_table, dataset_table
from .things import thing_tables


@dataclass(frozen=True)
class Tables:
    """Every table of a graph, what is said of the whole, and what was left out."""

    tables: tuple[Table, ...]
    about: About
    hidden: tuple[str, ...]


def tables_of(store: Source, meanings: Meanings, *, unverified: bool = False) -> Tables:
    """Read the graph into tables; unverified claims only when asked for."""
    items, everything = read_items(store), list(read_claims(store))
    claims = [c for c in everything if unverified or c.evidence_tier != "unverified"]
    whole = about(store, items, {e.source for c in claims for e in c.evidence})
    findings = Findings(store, {c.id for c in claims})
    tables = (
        *claim_tables(claims, items, meanings), *thing_tables(items), *findings.tables(), dataset_table(whole),
        concept_table(),
    )  # fmt: skip
    return Tables(tables, whole, tuple(_hidden(everything, claims, findings.left_out)))


def fixed_tables(meanings: Meanings) -> list[Table]:
    """The tables that every graph gives, without rows and without that of claims: for the codebook."""
    store = Store()
    _, *evidence = claim_tables((), {}, meanings)
    findings, whole = Findings(store, ()), about(store, {}, ())
    return [*thing_tables({}), *evidence, *findings.tables(), dataset_table(whole), concept_table()]


def _hidden(everything: Sequence[Claim], kept: Sequence[Claim], findings: int) -> list[str]:
    counted = [
        (len(everything) - len(kept), "条未核实的陈述未收入 unverified statements are left out"),
        (findings, "处分歧涉及未收入的陈述，亦未收入 findings of the audit that involve them are left out"),
    ]
    return [f"{count} {words}: --all" for count, words in counted if count]


def check(form: str, *, excel: bool = False) -> None:
    """Raise OutputError where tables cannot be written so: Parquet without polars, or Parquet for spreadsheets."""
    if form == "parquet":
        need_polars()
        if excel:
            raise OutputError("--excel is for CSV, not for Parquet --excel 只用于 CSV")


def write_tables(folder: Path, held: Tables, form: str, *, excel: bool = False) -> dict[str, int]:
    """Write tables, metadata and README into a folder that stands; the rows of each table."""
    write: Callable[[Path, Table], int] = write_parquet if form == "parquet" else partial(write_csv, excel=excel)
    counts = {table.name: write(folder / f"{table.name}.{form}", table) for table in held.tables}
    write_json(folder / DATAPACKAGE, datapackage(folder, held.tables, held.about, form))
    if form == "csv":
        write_json(folder / CSVW, csvw(held.tables, held.about))
    text = readme(held.tables, counts, held.about, form, held.hidden, excel=excel)
    (folder / "README.md").write_text(text, encoding="utf-8", newline="\n")
    return counts


def write_json(path: Path, data: Any) -> None:
    """JSON as people read it."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
