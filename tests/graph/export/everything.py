"""``python -m tests.graph.export.everything STORE OUT DATA…``: build DATA into STORE and write every export to OUT."""

from __future__ import annotations

import sys
from pathlib import Path

from cemai.graph.export.rdf import FORMATS, export_rdf
from cemai.graph.export.statements import write_csv, write_jsonl
from pyoxigraph import Store

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.build import build
from cemai.pipeline.export.statements import claim_rows

NAMES = [*FORMATS, "trig.gz", "jsonl", "csv"]


def export_everything(store: Path, out: Path) -> None:
    """Each RDF format and both tables of claims, as files named like the format."""
    kg = KnowledgeGraph.open(store)
    assert isinstance(kg.store, Store)
    for name in FORMATS:
        export_rdf(kg.store, name, out / name)
    export_rdf(kg.store, "trig", out / "trig.gz")
    table = claim_rows(kg)
    write_jsonl(out / "jsonl", table)
    write_csv(out / "csv", table)


if __name__ == "__main__":
    build(Path(sys.argv[1]), [Path(folder) for folder in sys.argv[3:]])
    export_everything(Path(sys.argv[1]), Path(sys.argv[2]))
