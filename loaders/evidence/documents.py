"""Find the source texts: `--corpus`, else CEMAI_CORPUS, else nothing (a checkout's ../shared/corpus is for tests)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cemai.graph.errors import TextError
from cemai.graph.model.locators import Document
from cemai.loaders.dataset import Dataset


def read_documents(corpus: Path, datasets: Iterable[Dataset]) -> dict[str, Document]:
    """The documents of `datasets` that lie in `corpus`, by source identifier (``source/casebook-2024``)."""
    if not corpus.is_dir():
        raise TextError(f"no folder of source texts at {corpus} 原文目录不存在")
    found = {}
    for dataset in datasets:
        for source in dataset.meta.sources:
            path = corpus / source.file if source.file else None
            if path and path.is_file():
                found[f"source/{source.id}"] = Document.read(f"source/{source.id}", path)
    return found
