"""How to cite the data: a Citation File Format document (1.2.0) with the sources as references."""

from __future__ import annotations

from typing import Any

from cemai.graph.export.tabular.about import AUTHOR, KEYWORDS, About, Source


def citation(about: About) -> str:
    """The text of CITATION.cff; the date is that of the data."""
    import yaml

    found = {
        "cff-version": "1.2.0",
        "message": "请引用本数据集及所用断言的来源。Please cite this dataset and the sources of the claims you use.",
        "type": "dataset",
        "title": f"{about.zh} · {about.en}",
        "authors": [{"name": AUTHOR}],
        "version": about.version,
        "date-released": about.day.isoformat(),
        "license": "Apache-2.0",
        "keywords": list(KEYWORDS),
        "references": [_reference(source) for source in about.sources],
    }
    return yaml.safe_dump({k: v for k, v in found.items() if v}, allow_unicode=True, sort_keys=False, width=10_000)


def _reference(source: Source) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "generic",
        "title": source.zh,
        "authors": [{"name": source.publisher or "不详 not known"}],
    }
    if source.written:
        found["year"] = int(source.written[:4])
    if source.interest:
        found["notes"] = f"发布者利益关系 interest of the publisher: {source.interest}"
    return found
