"""``python -m tests.graph.export.everything STORE OUT DATA…``: build DATA into STORE and write every export to OUT."""

from __future__ import annotations

import sys
from pathlib import Path

from cemai.graph.export.base import Options, run_exporters
from cemai.graph.export.rdf import FORMATS, RdfExporter
from cemai.graph.export.statements import StatementsExporter
from cemai.graph.store.embedded import open_read_only

from cemai.pipeline.build import build_graph

NAMES = [*FORMATS, "trig.gz", "jsonl", "csv"]


def export_everything(store: Path, out: Path) -> None:
    """Each RDF format and both tables of claims, as files named like the format."""
    out.mkdir(parents=True)
    run_exporters(
        open_read_only(store),
        *(RdfExporter(out / name, Options(format=name)) for name in FORMATS),
        RdfExporter(out / "trig.gz"),
        *(StatementsExporter(out / name, Options(format=name)) for name in ("jsonl", "csv")),
    )


if __name__ == "__main__":
    build_graph(Path(sys.argv[1]), [Path(folder) for folder in sys.argv[3:]])
    export_everything(Path(sys.argv[1]), Path(sys.argv[2]))
