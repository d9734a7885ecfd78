"""The graph as a folder of tables, or as a Research Object Crate with RDF, ontology, codebook, citation and a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from pyoxigraph import RdfFormat, Store, serialize

from cemai.docs.codebook import DERIVED, lines
from cemai.graph.errors import OutputError
from cemai.graph.export.citation import citation
from cemai.graph.export.context import context
from cemai.graph.export.files import whole_folder
from cemai.graph.export.rdf import export_rdf
from cemai.graph.export.rocrate import FILE, PREVIEW, Part, crate, part
from cemai.graph.export.tabular.about import AUTHOR, UNKNOWN, About
from cemai.graph.export.tabular.folder import Tables, check, tables_of, write_json, write_tables
from cemai.graph.export.tabular.readme import source_line, trust
from cemai.graph.store.opening import embedded
from cemai.ontology.namespaces import PREFIXES
from cemai.ontology.schema import ontology_quads
from cemai.queries.session import Session
from cemai.viz.crate import CratePage, File, render

_TABLES, _QUADS = "tables/", "graph.nq.gz"
_MEDIA = {".csv": "text/csv", ".json": "application/json", ".md": "text/markdown"}
_METADATA = {
    "csv-metadata.json": ("表格元数据（CSVW）", "metadata of the tables (CSVW)"),
    "datapackage.json": ("表格元数据（Frictionless）", "metadata of the tables (Frictionless)"),
    "README.md": ("表格说明", "about the tables"),
}


def tables(kg: Session, *, unverified: bool = False) -> Tables:
    """The graph as tables; unverified claims only when asked for."""
    return tables_of(embedded(kg.store), DERIVED, unverified=unverified)


def export_tables(
    kg: Session, out: Path, form: str = "csv", *, excel: bool = False, unverified: bool = False,
    force: bool = False,
) -> Tables:  # fmt: skip
    """Write tables as ``csv`` or ``parquet`` to the folder `out`. Raises OutputError; nothing half written stays."""
    check(form, excel=excel)
    with whole_folder(out, force=force) as folder:
        held = tables(kg, unverified=unverified)
        write_tables(folder, held, form, excel=excel)
    return held


def export_crate(kg: Session, out: Path, *, unverified: bool = False, force: bool = False) -> int:
    """Write the crate to the folder `out`; how many files. Raises OutputError; nothing half written stays."""
    store = kg.store
    if not isinstance(store, Store):
        raise OutputError("a crate is made from a folder that `cemai build` made, not from a server "
                          "数据包须由本机建的图谱生成，不能来自服务器")  # fmt: skip
    with whole_folder(out, force=force) as folder:
        held = tables(kg, unverified=unverified)
        parts = [*_texts(folder, held), *_graph(folder, store), _tabular(folder, held)]
        write_json(folder / FILE, crate(held.about, parts, _left_out(held)))
        _write(folder / PREVIEW, render(_page(held, parts)))
        return sum(1 for path in folder.rglob("*") if path.is_file())


def _texts(folder: Path, held: Tables) -> Iterator[Part]:
    """README, codebook, citation, licence."""
    texts: dict[str, tuple[Callable[[], str | None], str, str, str]] = {
        "README.md": (lambda: _readme(held), "说明", "about this crate", "text/markdown"),
        "codebook.md": (lambda: "\n".join(lines()) + "\n", "数据手册", "codebook", "text/markdown"),
        "CITATION.cff": (lambda: citation(held.about), "如何引用", "how to cite", "text/yaml"),
        "LICENSE": (lambda: _licence("LICENSE"), "许可", "licence", "text/plain"),
        "NOTICE": (lambda: _licence("NOTICE"), "声明", "notice", "text/plain"),
    }
    for name, (make, zh, en, media) in texts.items():
        if text := make():
            _write(folder / name, text)
            yield part(folder, name, zh, en, media)


def _graph(folder: Path, store: Store) -> Iterator[Part]:
    """The statements as N-Quads, packed without a date; the ontology; the JSON-LD context."""
    export_rdf(store, "nquads", folder / _QUADS)
    yield part(folder, _QUADS, "全部陈述，按命名图", "all statements by named graph", "application/n-quads+gzip")
    triples = sorted({quad.triple for quad in ontology_quads()}, key=str)
    serialize(triples, str(folder / "ontology.ttl"), format=RdfFormat.TURTLE, prefixes=PREFIXES)
    yield part(folder, "ontology.ttl", "本体与词表", "ontology and vocabularies", "text/turtle")
    write_json(folder / "context.jsonld", context())
    yield part(folder, "context.jsonld", "JSON-LD 上下文", "JSON-LD context", "application/ld+json")


def _tabular(folder: Path, held: Tables) -> Part:
    (folder / _TABLES).mkdir()
    write_tables(folder / _TABLES, held, "csv")
    words = _METADATA | {f"{t.name}.csv": (t.words.zh, t.words.en) for t in held.tables}
    below = tuple(
        part(folder, f"{_TABLES}{name}", *words[name], _MEDIA[Path(name).suffix]) for name in sorted(words)
    )  # fmt: skip
    return Part(_TABLES, "表格", "tables", below=below)


def _left_out(held: Tables) -> tuple[str, ...]:
    """What the tables lack; the statements in RDF are all there."""
    return tuple(f"{_TABLES}: {line}" for line in held.hidden)


def _readme(held: Tables) -> str:
    about = held.about
    found = [
        f"# {about.zh}", "", about.en, "", f"数据截至 data up to: {about.day} · 版本 version: {about.version}", "",
        f"请打开 `{PREVIEW}` 查看内容。 Open `{PREVIEW}` to see what is in it.", "",
        *_left_out(held),
        "`graph.nq.gz` 含全部陈述，未核实者均有标明，不生成直连边。",
        "`graph.nq.gz` holds every statement; unverified ones are marked and give no plain edge.",
        *trust(about),
    ]  # fmt: skip
    return "\n".join(found) + "\n"


def _page(held: Tables, parts: list[Part]) -> CratePage:
    about: About = held.about
    leaves = [leaf for p in parts for leaf in (p.below or (p,))]
    datasets = (f"{d.zh} · {d.en} · {d.recorded_by}, {d.recorded_at} · {d.licence}" for d in about.datasets)
    return CratePage(
        about.zh, about.en, about.day.isoformat(), about.version, AUTHOR, "Apache-2.0", _left_out(held),
        tuple(File(p.path, p.zh, p.en, p.media, p.size) for p in leaves), tuple(datasets),
        tuple(source_line(s) for s in about.sources), about.acts, UNKNOWN,
    )  # fmt: skip


def _licence(name: str) -> str | None:
    """The text of a licence file that came with the package; None where the installation has none."""
    try:
        return distribution("cemai").read_text(f"licenses/{name}")
    except PackageNotFoundError:
        return None


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
