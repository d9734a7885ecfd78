"""The graph as a Research Object Crate: tables, RDF, ontology, codebook, citation, and a page to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import ClassVar

from pyoxigraph import RdfFormat, serialize

from cemai.docs.codebook import lines
from cemai.graph.export.base import Exporter, Options
from cemai.graph.export.citation import citation_text
from cemai.graph.export.context import jsonld_context
from cemai.graph.export.files import whole_folder
from cemai.graph.export.provenance import AUTHOR, UNKNOWN
from cemai.graph.export.rdf import export_rdf
from cemai.graph.export.rocrate import FILE, PREVIEW, CratePart, crate_metadata, part_of
from cemai.graph.export.snapshot import Snapshot
from cemai.graph.export.tabular.exporter import TablesExporter, write_json
from cemai.graph.export.tabular.readme import trust
from cemai.graph.model.statement import Claim
from cemai.ontology.namespaces import PREFIXES
from cemai.ontology.schema import ontology_quads
from cemai.viz.pages.crate.page import CratePage, File, render

_TABLES, _QUADS = "tables/", "graph.nq.gz"
_MEDIA = {".csv": "text/csv", ".json": "application/json", ".md": "text/markdown"}
_METADATA = {
    "csv-metadata.json": ("表格元数据（CSVW）", "metadata of the tables (CSVW)"),
    "datapackage.json": ("表格元数据（Frictionless）", "metadata of the tables (Frictionless)"),
    "README.md": ("表格说明", "about the tables"),
}


class RoCrateExporter(Exporter):
    """A folder to deposit and cite. The statements in RDF are all there, the tables as they are exported alone."""

    summary: ClassVar[str] = (
        "导出为 RO-Crate 数据包（表格、RDF、本体、引用信息） · Export as an RO-Crate with tables, RDF and citation."
    )
    takes: ClassVar[tuple[str, ...]] = ("unverified", "force")

    def setup(self, snapshot: Snapshot) -> None:
        self.folder = self.opened.enter_context(whole_folder(self.out, force=self.options.force))
        inner = TablesExporter(self.folder / _TABLES, Options(unverified=self.options.unverified))
        self.tables = self.opened.enter_context(inner)
        self.tables.setup(snapshot)
        export_rdf(snapshot.store, "nquads", self.folder / _QUADS)

    def statement(self, claim: Claim) -> None:
        self.tables.statement(claim)

    def finish(self) -> None:
        self.tables.finish()
        self.tables.close()
        parts = [*self._texts(), *self._graph(), self._tabular()]
        write_json(self.folder / FILE, crate_metadata(self.tables.provenance, parts, self._left_out()))
        _write(self.folder / PREVIEW, render(self._page(parts)))
        count = sum(1 for path in self.folder.rglob("*") if path.is_file())
        self.report.append(f"{count} files 个文件 → {self.out}")

    def _texts(self) -> Iterator[CratePart]:
        """README, codebook, citation, licence."""
        texts: dict[str, tuple[Callable[[], str | None], str, str, str]] = {
            "README.md": (self._readme, "说明", "about this crate", "text/markdown"),
            "codebook.md": (lambda: "\n".join(lines()) + "\n", "数据手册", "codebook", "text/markdown"),
            "CITATION.cff": (lambda: citation_text(self.tables.provenance), "如何引用", "how to cite", "text/yaml"),
            "LICENSE": (lambda: _licence("LICENSE"), "许可", "licence", "text/plain"),
            "NOTICE": (lambda: _licence("NOTICE"), "声明", "notice", "text/plain"),
        }
        for name, (make, zh, en, media) in texts.items():
            if text := make():
                _write(self.folder / name, text)
                yield part_of(self.folder, name, zh, en, media)

    def _graph(self) -> Iterator[CratePart]:
        """The statements as N-Quads, packed without a date; the ontology; the JSON-LD context."""
        folder = self.folder
        yield part_of(folder, _QUADS, "全部陈述，按命名图", "all statements by named graph", "application/n-quads+gzip")
        triples = sorted({quad.triple for quad in ontology_quads()}, key=str)
        serialize(triples, str(folder / "ontology.ttl"), format=RdfFormat.TURTLE, prefixes=PREFIXES)
        yield part_of(folder, "ontology.ttl", "本体与词表", "ontology and vocabularies", "text/turtle")
        write_json(folder / "context.jsonld", jsonld_context())
        yield part_of(folder, "context.jsonld", "JSON-LD 上下文", "JSON-LD context", "application/ld+json")

    def _tabular(self) -> CratePart:
        words = _METADATA | {f"{t.name}.csv": (t.label.zh, t.label.en) for t in self.tables.schemas}
        below = tuple(
            part_of(self.folder, f"{_TABLES}{name}", *words[name], _MEDIA[Path(name).suffix]) for name in sorted(words)
        )
        return CratePart(_TABLES, "表格", "tables", below=below)

    def _left_out(self) -> tuple[str, ...]:
        """What the tables lack; the statements in RDF are all there."""
        return tuple(f"{_TABLES}: {line}" for line in self.tables.hidden)

    def _readme(self) -> str:
        whole = self.tables.provenance
        found = [
            f"# {whole.zh}", "", whole.en, "", f"数据截至 data up to: {whole.day} · 版本 version: {whole.version}", "",
            f"请打开 `{PREVIEW}` 查看内容。 Open `{PREVIEW}` to see what is in it.", "",
            *self._left_out(),
            "`graph.nq.gz` 含全部陈述，未核实者均有标明，不生成直连边。",
            "`graph.nq.gz` holds every statement; unverified ones are marked and give no plain edge.",
            *trust(whole),
        ]  # fmt: skip
        return "\n".join(found) + "\n"

    def _page(self, parts: list[CratePart]) -> CratePage:
        whole = self.tables.provenance
        leaves = [leaf for p in parts for leaf in (p.below or (p,))]
        datasets = (f"{d.zh} · {d.en} · {d.recorded_by}, {d.recorded_at} · {d.licence}" for d in whole.datasets)
        return CratePage(
            whole.zh, whole.en, whole.day.isoformat(), whole.version, AUTHOR, "Apache-2.0", self._left_out(),
            tuple(File(p.path, p.zh, p.en, p.media, p.size) for p in leaves), tuple(datasets),
            tuple(source.line for source in whole.sources), whole.acts, UNKNOWN,
        )  # fmt: skip


def _licence(name: str) -> str | None:
    """The text of a licence file that came with the package; None where the installation has none."""
    try:
        return distribution("cemai").read_text(f"licenses/{name}")
    except PackageNotFoundError:
        return None


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
