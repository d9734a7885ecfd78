"""Squeezed text: positions that survive re-wrapping (profile ``squeeze-1``).

Every character with ``str.isspace()`` is removed; positions count Unicode code points of what is left.
Squeezing glues table cells together, so a token is judged whole in the *raw* text, through a map of positions.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cemai.graph.errors import TextError

from .file_text import decoded, read_bytes, without_hidden_signs

LONGEST_SPAN = 300
MARKS = re.compile("⟦(.*?)⟧", re.DOTALL)
_NUMERIC = re.compile(r"[0-9０-９]")
_DIGITS_GO_ON = re.compile(r"[0-9０-９]|[.．,，](?=[0-9０-９])")


def squeeze(text: str) -> str:
    """`text` without any white space."""
    return "".join(c for c in text if not c.isspace())


def sha256(text: str) -> str:
    """Hex SHA-256 of the UTF-8 bytes of `text`."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class Document:
    """A source text: `raw` as read, `squeezed`, and the raw position of every squeezed character."""

    id: str
    raw: str
    file_sha256: str

    @classmethod
    def read(cls, source: str, path: Path) -> Document:
        """The text of a file; a byte order mark is no part of it. Raises DataError."""
        data = read_bytes(path)
        return cls(source, decoded(path, data), hashlib.sha256(data).hexdigest())

    def is_recorded(self, recorded: str | None) -> bool:
        """Whether this is the text of a recorded SHA-256: byte for byte, or but for a byte order mark, the encoding or
        the way its lines end, which editors change unasked. Where none is recorded nothing is known to be another."""
        return recorded is None or recorded == self.file_sha256 or recorded in _with_any_ends(self.raw)

    def change(self, recorded: str) -> str:
        """How this text came of the recorded one, as far as it can be told; it is another one."""
        for made, words in (
            (without_hidden_signs(self.raw), "but for signs that nobody sees 只多出看不见的字符"),
            (self.raw.rstrip(), "but for its end 只有文末不同"),
            (self.raw.rstrip() + "\n", "but for its end 只有文末不同"),
            (unicodedata.normalize("NFC", self.raw), "in another Unicode form 只是 Unicode 形式不同"),
        ):
            if made != self.raw and recorded in _with_any_ends(made):
                return f"the same text, {words}"
        return "another text 文字不同"

    @cached_property
    def squeezed(self) -> str:
        return squeeze(self.raw)

    @cached_property
    def raw_positions(self) -> list[int]:
        return [i for i, c in enumerate(self.raw) if not c.isspace()]

    def slice(self, start: int, end: int) -> str:
        """The squeezed text of a span; raises TextError where the span lies outside or is too long."""
        if not 0 <= start < end <= len(self.squeezed):
            raise TextError(
                f"{self.id}: span {start}-{end} lies outside the text (0-{len(self.squeezed)}) 定位超出原文范围"
            )
        if end - start > LONGEST_SPAN:
            raise TextError(
                f"{self.id}: span {start}-{end} is longer than {LONGEST_SPAN} code points 定位超过 {LONGEST_SPAN} 字"
            )
        return self.squeezed[start:end]

    def around(self, start: int, end: int, width: int = 40) -> tuple[str, str, str]:
        """The words of a span between up to `width` code points before and after it."""
        text = self.squeezed
        return text[max(0, start - width) : start], text[start:end], text[end : end + width]

    def is_whole_token(self, start: int, end: int) -> bool:
        """Whether the span does not cut through a number in the raw text (white space ends a number)."""
        first, last = self.raw_positions[start], self.raw_positions[end - 1]
        before, after = self.raw[:first][-2:], self.raw[last + 1 : last + 3]
        if _NUMERIC.match(self.raw[first]) and re.search(r"[0-9０-９]\Z|[0-9０-９][.．,，]\Z", before):
            return False
        return not (_NUMERIC.match(self.raw[last]) and _DIGITS_GO_ON.match(after))

    def find(self, anchor: str) -> tuple[int, int]:
        """Position of an anchor: words that stand once in the text, the span itself between ⟦ and ⟧.

        Without marks the whole anchor is the span. A leading ``#2 `` picks the second place of several.
        Raises TextError when the words stand nowhere, or in several places and none is picked.
        """
        pick = re.match(r"#(\d+) ", anchor)
        body = squeeze(anchor[pick.end() :] if pick else anchor)
        marked = MARKS.search(body)
        words = body.replace("⟦", "").replace("⟧", "")
        places = [m.start() for m in re.finditer(f"(?={re.escape(words)})", self.squeezed)] if words else []
        if not places:
            raise TextError(f"{self.id}: not in the text 原文中没有: {anchor!r}")
        if pick is None and len(places) > 1:
            problem = f"occurs {len(places)} times, add words or '#2 ' 不止一处，请多写几字或加“#2 ”"
            raise TextError(f"{self.id}: {problem}: {anchor!r}")
        number = int(pick.group(1)) if pick else 1
        if not 1 <= number <= len(places):
            raise TextError(f"{self.id}: occurs only {len(places)} times 只有 {len(places)} 处: {anchor!r}")
        start = places[number - 1] + (marked.start() if marked else 0)
        return start, start + (len(marked.group(1)) if marked else len(words))


def _with_any_ends(text: str) -> set[str]:
    """The hashes of a text with its lines ended in each way."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return {sha256(text), *(sha256(lines.replace("\n", end)) for end in ("\n", "\r\n", "\r"))}
