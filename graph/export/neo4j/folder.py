"""The folder that neo4j-admin imports: CSV files, the schema, ten questions in Cypher, a script and a README."""

from __future__ import annotations

from pathlib import Path

from cemai.graph.export.files import whole_folder
from cemai.graph.store.backend import Source

from .rows import Graph
from .sinks import Told, write_tables

ASSETS = Path(__file__).parent / "assets"


def export_neo4j(store: Source, out: Path, *, claims: bool = True, force: bool = False) -> Told:
    """Write the folder whole or not at all; what was written. Raises OutputError."""
    with whole_folder(out, force=force) as folder:
        for asset in sorted(ASSETS.rglob("*.*")):
            if claims or asset.suffix != ".cypher" or asset.parent == ASSETS:  # the questions ask the claims
                _copy(asset, folder / asset.relative_to(ASSETS))
        (folder / "load.sh").chmod(0o755)
        graph = Graph(store, claims=claims)
        return write_tables(folder, graph.tables, graph.rows())


def _copy(asset: Path, target: Path) -> None:
    """The content alone: an installed package may be read-only."""
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(asset.read_bytes())


def schema() -> list[str]:
    """The statements of schema.cypher, one by one."""
    lines = (ASSETS / "schema.cypher").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("//"))
    return [statement.strip() for statement in text.split(";") if statement.strip()]
