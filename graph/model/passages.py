"""What may be shown of a span: words that its hash proves; their neighbours where the whole text is as recorded."""

from __future__ import annotations

from dataclasses import dataclass

from cemai.graph.errors import TextError

from .locators import Document, sha256
from .statement import Span


@dataclass(frozen=True)
class Passage:
    """The words of a span between their neighbours; `zh` and `en` say what is not shown, and why.

    No words where the text there has another hash; no neighbours where the file is another one, because no hash
    proves them.
    """

    words: str = ""
    before: str = ""
    after: str = ""
    zh: str = ""
    en: str = ""

    @property
    def quoted(self) -> str:
        """``…before【words】after…``, empty without words."""
        if not self.words:
            return ""
        return f"…{self.before}【{self.words}】{self.after}…" if not self.zh else f"【{self.words}】"


def passage(document: Document, span: Span, recorded: str | None) -> Passage:
    """What may be shown of `span` in a text that was recorded with the SHA-256 `recorded` (None: not recorded)."""
    try:
        words = document.slice(span.start, span.end)
    except TextError as error:
        return Passage(zh="原文已变，定位超出文末", en=str(error))
    if sha256(words) != span.sha256:
        return Passage(zh="原文已变，此处文字不是所记文字，不予显示",
                       en="the text has changed, the words there are others and are not shown")  # fmt: skip
    if not document.is_recorded(recorded):
        return Passage(words, zh="原文文件已变，只显示与记录相符的文字",
                       en="the file has changed, only the words that match the record are shown")  # fmt: skip
    before, _, after = document.around(span.start, span.end)
    return Passage(words, before, after)
