"""The one reader of source texts: a folder (`--corpus`) whose texts are read once and shown only where hashes hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from cemai.graph.errors import TextError
from cemai.graph.model.locators import Document
from cemai.graph.model.passages import Passage, passage
from cemai.graph.model.statement import Span
from cemai.graph.repository import Repository
from cemai.loaders.dataset import SourceMeta


@dataclass(frozen=True)
class Recorded:
    """How a text was recorded: the name of its file and the SHA-256 of its bytes, None where none was."""

    file: str
    sha256: str | None


class Corpus:
    """A folder of source texts. `recorded` gives the record of a source (``source/casebook-2024``), None for a source
    without a text. Raises TextError where the folder is not there, DataError where a text in it cannot be read."""

    def __init__(self, folder: Path, recorded: Callable[[str], Recorded | None]) -> None:
        if not folder.is_dir():
            raise TextError(f"no folder of source texts at {folder} 原文目录不存在")
        self.folder, self._recorded = folder, recorded
        self._read: dict[str, tuple[Document | None, str | None]] = {}

    @classmethod
    def of_datasets(cls, folder: Path, sources: Iterable[SourceMeta]) -> Corpus:
        """The texts as `dataset.yml` records them."""
        known = {f"source/{s.id}": Recorded(s.file, s.document_sha256) for s in sources if s.file}
        return cls(folder, known.get)

    @classmethod
    def of_graph(cls, folder: Path, graph: Repository) -> Corpus:
        """The texts as a graph records them; it knows no names of files, so a text is called ``<id>.txt``."""

        def recorded(source: str) -> Recorded:
            return Recorded(f"{source.removeprefix('source/')}.txt", graph.entities.get(source).first("sha256"))

        return cls(folder, recorded)

    def document(self, source: str) -> Document | None:
        """The text of a source; None where it is not in the folder. It may be another than the recorded one."""
        return self._text(source)[0]

    def is_changed(self, source: str) -> bool:
        """Whether the text in the folder is another than the recorded one."""
        document, recorded = self._text(source)
        return document is not None and not document.is_recorded(recorded)

    def change(self, source: str) -> str:
        """How the text in the folder differs from the recorded one; empty where it does not."""
        document, recorded = self._text(source)
        if document is None or recorded is None or document.is_recorded(recorded):
            return ""
        return document.change(recorded)

    def passage(self, span: Span) -> Passage:
        """What may be shown of a span, and why not more."""
        document, recorded = self._text(span.source)
        if document is None:
            return Passage(zh="目录中没有此文件，无从核对", en=f"its text is not in {self.folder.name}")
        return passage(document, span, recorded)

    def _text(self, source: str) -> tuple[Document | None, str | None]:
        if source not in self._read:
            recorded = self._recorded(source)
            path = self.folder / recorded.file if recorded else None
            document = Document.read(source, path) if path and path.is_file() else None
            self._read[source] = document, recorded.sha256 if recorded else None
        return self._read[source]
