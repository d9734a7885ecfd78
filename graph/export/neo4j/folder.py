"""The folder that neo4j-admin imports: CSV files, the schema, ten questions in Cypher, a script and a README."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from cemai.graph.export.files import whole_folder

from .model import Neo4jTable, Row
from .rows import GraphRows
from .sinks import CsvFolder

ASSETS = Path(__file__).parent / "assets"


class Neo4jExporter(GraphRows):
    """A folder for ``neo4j-admin database import``."""

    summary: ClassVar[str] = (
        "导出为 neo4j-admin 可导入的目录（CSV、索引、查询、load.sh） · A folder that neo4j-admin imports."
    )
    takes: ClassVar[tuple[str, ...]] = ("no_claims", "force")

    def start(self, tables: tuple[Neo4jTable, ...]) -> None:
        folder = self.opened.enter_context(whole_folder(self.out, force=self.options.force))
        for asset in sorted(ASSETS.rglob("*.*")):
            if (
                not self.options.no_claims or asset.suffix != ".cypher" or asset.parent == ASSETS
            ):  # questions ask the claims
                _copy(asset, folder / asset.relative_to(ASSETS))
        (folder / "load.sh").chmod(0o755)
        self.csv = self.opened.enter_context(CsvFolder(folder, tables))

    def emit(self, table: Neo4jTable, row: Row) -> None:
        self.csv.add(table, row)

    def finish(self) -> None:
        super().finish()
        self.csv.flush()
        self.report += [*self.csv.report.lines(), f"→ {self.out}：README.md, load.sh"]


def _copy(asset: Path, target: Path) -> None:
    """The content alone: an installed package may be read-only."""
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(asset.read_bytes())


def schema() -> list[str]:
    """The statements of schema.cypher, one by one."""
    lines = (ASSETS / "schema.cypher").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("//"))
    return [statement.strip() for statement in text.split(";") if statement.strip()]
