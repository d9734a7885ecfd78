"""The text of a file: UTF-8, or UTF-16 that says so; anything else is refused with the encoding that it looks like.

A byte order mark is no part of a text. Signs that nobody sees (zero width, direction of writing, NUL …) are found
here and refused by those whose cells are compared; in a source text they count, for its hash was taken with them.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from cemai.graph.errors import DataError, Where

_BY_MARK = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16 does, so it is tried first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# By codec the lead bytes of its everyday characters and the name that programs give it.
_CHINESE = {"gb18030": (range(0xB0, 0xD8), "GB18030 (GBK)"), "big5": (range(0xA4, 0xC7), "Big5")}
_PUNCTUATION = range(0xA1, 0xA4)  # of both
_ENOUGH = 0.7  # of the characters that are not ASCII
# Controls but tab and ends of lines, fillers and formats without a width, private use, characters lost or none.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\uffa0\ufeff\ufff0-\uffff\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_CONTROLS = {"\x00": "NUL", "\x0b": "LINE TABULATION", "\x0c": "FORM FEED", "\x7f": "DELETE"}


def read_text(path: Path) -> str:
    """The text of a file as its bytes give it, ends of lines included. Raises DataError."""
    return decoded(path, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises DataError where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError(
            Where(path),
            "the file is missing 文件不存在",
            "add it, or correct its name 补上文件或改正文件名",
        ) from None
    except IsADirectoryError:
        raise DataError(
            Where(path), "is a folder, not a file 是目录而不是文件", "put the file in its place 请放置文件"
        ) from None
    except OSError as error:
        raise DataError(
            Where(path), f"cannot be read: {error.strerror} 无法读取", "make it a readable file 请使文件可读"
        ) from None


def decoded(path: Path, data: bytes) -> str:
    """The text of these bytes. Raises DataError with the line of the first byte that does not fit."""
    mark, codec = next(((m, c) for m, c in _BY_MARK if data.startswith(m)), (b"", "utf-8"))
    if not mark and b"\x00" in data and (wide := _wide(data)):
        raise DataError(Where(path), f"not UTF-8: looks like {wide} without a byte order mark 像是没有 BOM 的 {wide}",
                        _save(wide))  # fmt: skip
    try:
        return data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        raise _undecodable(path, data[len(mark) :], error, codec) from None


def hidden_signs(text: str) -> Iterator[tuple[int, str]]:
    """Each sign that nobody sees, with its position and name: ``(3, "U+200B ZERO WIDTH SPACE")``."""
    return ((match.start(), sign_name(match.group())) for match in _HIDDEN.finditer(text))


def without_hidden_signs(text: str) -> str:
    """The text as it is seen."""
    return _HIDDEN.sub("", text)


def sign_name(sign: str) -> str:
    """A sign by its code point and name."""
    named = _CONTROLS.get(sign) or unicodedata.name(sign, "PRIVATE USE" if sign >= "\ue000" else "CONTROL")
    return f"U+{ord(sign):04X} {named}"


def _undecodable(path: Path, data: bytes, error: UnicodeDecodeError, codec: str) -> DataError:
    row = data[: error.start].count(b"\n") + 1 if codec == "utf-8" else None
    if error.end >= len(data) and error.reason in ("unexpected end of data", "truncated data"):
        problem = f"not {codec.upper()}: cut off in the middle of a character 文件末尾不完整，断在一个字中间"
        return DataError(Where(path, row), problem, "take the whole file again 请重新取得完整文件")
    where = Where(path, row, None, data[error.start : error.start + 4].hex(" "))
    if codec != "utf-8" or _is_damaged(data):
        problem = f"not {codec.upper()}: bytes here are damaged 此处字节已损坏"
        return DataError(where, problem, "mend the text there, or take the file again 请改正此处或重新取得文件")
    likely = _likely(data)
    looks = f"looks like {likely} 像是 {likely} 编码" if likely else "of an unknown encoding 编码不明"
    return DataError(where, f"not {codec.upper()}: {looks}", _save(likely))


def _save(likely: str) -> str:
    tool = f": iconv -f {likely.split()[0]} -t UTF-8" if likely else ""
    return f"save it as UTF-8{tool} 请另存为 UTF-8"


def _is_damaged(data: bytes) -> bool:
    """Whether nearly all that is not ASCII is UTF-8."""
    text = data.decode("utf-8", errors="replace")
    return text.count("\ufffd") * 2 < sum(sign > "\x7f" for sign in text)


def _likely(data: bytes) -> str:
    """The encoding whose everyday Chinese characters the bytes hold most, else one of the West, else nothing."""
    shares = {name: _share(data, codec, leads) for codec, (leads, name) in _CHINESE.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= _ENOUGH:
        return best
    high = sum(byte >= 0x80 for byte in data)
    return "Windows-1252" if high < 0.1 * len(data) and not re.search(rb"[\x80-\xff]{2}", data) else ""


def _share(data: bytes, codec: str, leads: range) -> float:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return 0
    wide = [sign.encode(codec) for sign in text if sign > "\x7f"]
    common = sum(len(sign) == 2 and (sign[0] in leads or sign[0] in _PUNCTUATION) for sign in wide)
    return common / len(wide) if wide else 0


def _wide(data: bytes) -> str:
    """UTF-16LE or UTF-16BE, if every other byte of the signs of ASCII is zero there; nothing for a stray NUL."""
    pairs = len(data) // 2
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or max(even, odd) < max(2, pairs // 10) or min(even, odd) * 4 > max(even, odd):
        return ""
    return "UTF-16LE" if odd > even else "UTF-16BE"
