"""The words of a claim's passage, where the reader holds the text."""

from __future__ import annotations

from pathlib import Path

from cemai.graph.model.locators import Document
from cemai.graph.model.statement import Claim


class Passages:
    """Reads each source text once; without a corpus every passage is empty."""

    def __init__(self, corpus: Path | None) -> None:
        self.corpus, self._documents = corpus, dict[str, Document | None]()

    def of(self, claim: Claim) -> str:
        """The words of the main span between its neighbours, ``…before【words】after…``; empty without the text."""
        span = claim.main_span
        document = self._document(span.source) if span else None
        if not span or not document or span.end > len(document.squeezed):
            return ""
        before, words, after = document.around(span.start, span.end)
        return f"…{before}【{words}】{after}…"

    def _document(self, source: str) -> Document | None:
        if source not in self._documents:
            name = source.removeprefix("source/")
            path = self.corpus / f"{name}.txt" if self.corpus else None
            self._documents[source] = Document.read(name, path) if path and path.is_file() else None
        return self._documents[source]
