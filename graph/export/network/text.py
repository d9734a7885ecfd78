"""Text for XML, CSV and JSON: what cannot be written is replaced, everything else is kept to the letter.

XML 1.0 has no way to write control characters (other than tab and line breaks), single surrogates, U+FFFE and U+FFFF,
not even escaped: each becomes U+FFFD. CSV and JSON follow the same rule, so that all files say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_REFUSED = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_CANNOT = re.compile(f"[{_REFUSED}]")
# One search tells that most texts need nothing done to them.
_SPECIAL = re.compile(f'[&<>"\t\n\r\x85\u2028{_REFUSED}]')
# The line ends of XML 1.1 (U+0085, U+2028) are turned into others by some readers of XML 1.0, too.
_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", "\x85": "&#133;", "\u2028": "&#8232;"})
# Readers turn tabs and line breaks in attributes into spaces unless they are written as references.
_ATTRIBUTE = _CONTENT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def clean(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold."""
    return _CANNOT.sub("\ufffd", text) if _SPECIAL.search(text) else text


def attribute(text: str) -> str:
    """The text as it stands between the double quotes of an XML attribute."""
    return _CANNOT.sub("\ufffd", text).translate(_ATTRIBUTE) if _SPECIAL.search(text) else text


def content(text: str) -> str:
    """The text as it stands between two XML tags."""
    return _CANNOT.sub("\ufffd", text).translate(_CONTENT) if _SPECIAL.search(text) else text


def blocks(lines: Iterator[str]) -> Iterator[str]:
    """The same lines, some hundreds in one text each, so that a file is not written to a million times."""
    while block := list(islice(lines, 500)):
        yield "\n".join(block)
