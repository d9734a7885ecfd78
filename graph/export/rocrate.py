"""The metadata of a Research Object Crate (RO-Crate 1.1): files, authors, licence, datasets, sources with interest.

Every date is one of the datasets or sources, and entities stand in a fixed order: the same data gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cemai.ontology.namespaces import CM, iri

from .provenance import AUTHOR, KEYWORDS, LICENCE, DatasetRecord, Provenance, SourceRecord

FILE = "ro-crate-metadata.json"
PREVIEW = "ro-crate-preview.html"
SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_AUTHOR, _EDITORS = "#contributors", "#editors-"
Entity = dict[str, Any]


@dataclass(frozen=True)
class CratePart:
    """A file or folder (path ends in ``/``) of the crate: names, media type, size in bytes, and the parts below it."""

    path: str
    zh: str
    en: str
    media: str = ""
    size: int = 0
    below: tuple[CratePart, ...] = ()


def crate_metadata(provenance: Provenance, parts: Sequence[CratePart], hidden: Sequence[str] = ()) -> dict[str, Any]:
    """The document of ``ro-crate-metadata.json``; `hidden` says what was left out of the tables."""
    context = [f"{SPECIFICATION}/context", {"interest": f"{CM}interest"}]
    return {"@context": context, "@graph": list(_graph(provenance, parts, hidden))}


def _graph(provenance: Provenance, parts: Sequence[CratePart], hidden: Sequence[str]) -> Iterator[Entity]:
    yield {"@id": FILE, "@type": "CreativeWork", "conformsTo": _link(SPECIFICATION), "about": _link("./")}
    yield _root(provenance, parts, hidden)
    yield {"@id": PREVIEW, "@type": "CreativeWork", "name": "预览 preview", "about": _link("./"),
           "encodingFormat": "text/html"}  # fmt: skip
    for part in parts:
        yield from _data(part)
    yield {
        "@id": LICENCE,
        "@type": "CreativeWork",
        "name": "Apache License 2.0",
        "url": LICENCE,
        "description": "本库数据与本体的许可；来源文字归其发布者。"
        "The licence of data and ontology; the texts of the sources are their publishers'.",
    }
    yield {"@id": _AUTHOR, "@type": "Organization", "name": AUTHOR}
    for name in _editors(provenance):
        yield {"@id": _editor(name), "@type": "Organization", "name": name}
    for dataset in provenance.datasets:
        yield _dataset(dataset)
    for source in provenance.sources:
        yield from _source(source)


def _root(provenance: Provenance, parts: Sequence[CratePart], hidden: Sequence[str]) -> Entity:
    description = (
        "中国跨境电商政策的断言、证据位置与分歧，含表格、RDF、本体与数据手册；不含来源文字。"
        "Claims on China's cross-border e-commerce policy with the positions of their evidence and their "
        "disagreements, as tables and RDF, with ontology and codebook; the texts of the sources are not included."
    )
    return {
        "@id": "./", "@type": "Dataset", "name": f"{provenance.zh} · {provenance.en}", "alternateName": provenance.en,
        "description": " ".join([description, *hidden]), "datePublished": provenance.day.isoformat(),
        "version": provenance.version, "license": _link(LICENCE), "author": _link(_AUTHOR), "publisher": _link(_AUTHOR),
        "keywords": list(KEYWORDS), "inLanguage": ["zh", "en"], "hasPart": [_link(p.path) for p in parts],
        "mentions": [_link(iri(f"dataset/{d.id}")) for d in provenance.datasets],
        "isBasedOn": [_link(iri(s.id)) for s in provenance.sources],
    }  # fmt: skip


def _data(part: CratePart) -> Iterator[Entity]:
    named = {"@id": part.path, "name": f"{part.zh} {part.en}"}
    if part.below:
        yield named | {"@type": "Dataset", "description": f"{part.zh} {part.en}",
                       "hasPart": [_link(p.path) for p in part.below]}  # fmt: skip
    else:
        yield named | {"@type": "File", "encodingFormat": part.media, "contentSize": str(part.size)}
    for inner in part.below:
        yield from _data(inner)


def _dataset(dataset: DatasetRecord) -> Entity:
    """A dataset of claims: no file of the crate, therefore no schema.org Dataset."""
    return {
        "@id": iri(f"dataset/{dataset.id}"), "@type": "CreativeWork", "name": f"{dataset.zh} · {dataset.en}",
        "dateModified": dataset.recorded_at.isoformat(), "creator": _link(_editor(dataset.recorded_by)),
        "usageInfo": dataset.licence,
    }  # fmt: skip


def _source(source: SourceRecord) -> Iterator[Entity]:
    entity: Entity = {"@id": iri(source.id), "@type": "CreativeWork", "name": source.zh,
                      "description": "来源；文字不在其中 a source; its text is not included"}  # fmt: skip
    given = {"alternateName": source.en, "datePublished": source.written, "interest": source.interest}
    if source.sha256:
        given["identifier"] = f"sha256:{source.sha256}"
    entity |= {name: value for name, value in given.items() if value}
    if source.publisher:
        publisher = f"#publisher-{source.id.rpartition('/')[2]}"
        yield entity | {"publisher": _link(publisher)}
        yield {"@id": publisher, "@type": "Organization", "name": source.publisher}
    else:
        yield entity


def _editors(provenance: Provenance) -> list[str]:
    return sorted({d.recorded_by for d in provenance.datasets})


def _editor(name: str) -> str:
    return _EDITORS + "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def _link(target: str) -> dict[str, str]:
    return {"@id": target}


def part_of(folder: Path, path: str, zh: str, en: str, media: str) -> CratePart:
    """A file that stands in `folder`."""
    return CratePart(path, zh, en, media, (folder / path).stat().st_size)
