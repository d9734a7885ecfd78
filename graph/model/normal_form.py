"""The one normal form of a name: two names that a reader takes for the same have the same key.

`plain` makes alike what is only written in another way and keeps words and punctuation; `name_key` drops these, too.
Both are for names and questions, never for texts with positions: they change lengths. `docs/names.md` has the rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from .sign_variants import RADICALS, SCRIPTS

# Before NFKC, which takes some of them apart into a space and an accent.
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʻʹˈ′‵`´＇｀ꞌ"), "'")
_BEFORE = RADICALS | _APOSTROPHES
_DASHES = frozenset("−⁃")
_DASH_RUN = re.compile("--+")
_BLANKS = frozenset("\u2800\u3164\u115f\u1160")
# Middle dots and bullets; NFKC brings the half-width and the Greek one here.
_DOTS = frozenset("·・•‧∙⋅⸱⸳ꞏ◦")
_QUOTES = frozenset("'\"″‴")
_DROPPED_CATEGORIES = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Ps", "Pe", "Pi", "Pf"))
# Traditional signs that stand in GB 2312 all the same; every other sign of that set is simplified.
TRADITIONAL_IN_GB2312 = frozenset("乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """The normal form of a name, to look it up and compare it: `plain` without spaces, dots, quotes and brackets.

    Empty for a name without a sign that counts.
    """
    return _settled(name, lambda text: plain(text).translate(_KEPT))


def plain(text: str) -> str:
    """A name or question in half width, lower case, composed and simplified, with one kind of dash and apostrophe.

    Marks without width are gone; words stay apart and punctuation stays.
    """
    return _settled(text, _plain_once)


def _plain_once(text: str) -> str:
    if not text.isascii():
        folded = unicodedata.normalize("NFKC", text.translate(_BEFORE)).casefold()
        text = unicodedata.normalize("NFKC", folded)
    return _DASH_RUN.sub("-", text.casefold().translate(_PLAIN))


def _settled(text: str, step: Callable[[str], str]) -> str:
    """The form that `step` leaves as it is; a mark that goes can let an accent join the letter before it."""
    while (done := step(text)) != text:
        text = done
    return text


def simplified(text: str) -> str:
    """The text in simplified characters, sign by sign, so that the form of a part is a part of the form.

    Only for comparing: 乾 of 乾隆 becomes 干 as that of 乾淨 does.
    """
    return text if text.isascii() else "".join(map(_simplified_sign, text))


@cache
def _simplified_sign(sign: str) -> str:
    if sign in SCRIPTS:
        return SCRIPTS[sign]
    if not _HAN.match(sign) or _known_simplified(sign):
        return sign
    return _settled(sign, lambda one: SCRIPTS.get(one) or _converter()(one))


def _known_simplified(sign: str) -> bool:
    """Whether GB 2312 vouches for a sign: for most names OpenCC need not be loaded."""
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return sign not in TRADITIONAL_IN_GB2312


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


class _Signs(dict[int, str]):
    """A table for `str.translate` that asks `form` for each sign once."""

    def __init__(self, form: Callable[[str], str]) -> None:
        self._form = form

    def __missing__(self, code: int) -> str:
        self[code] = self._form(chr(code))
        return self[code]


def _plain_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Pd" or sign in _DASHES:
        return "-"
    if sign.isspace() or category[0] == "Z" or sign in _BLANKS:
        return " "
    if category in ("Cf", "Cc") or _is_selector(sign):
        return ""
    return _APOSTROPHES.get(ord(sign)) or _simplified_sign(sign)


def _is_selector(sign: str) -> bool:
    """Variation selectors and the joiner: they pick a picture of the sign before them."""
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef" or sign == "\u034f"


def _kept_sign(sign: str) -> str:
    dropped = unicodedata.category(sign) in _DROPPED_CATEGORIES or sign in _DOTS or sign in _QUOTES
    return "" if dropped else sign


_PLAIN, _KEPT = _Signs(_plain_sign), _Signs(_kept_sign)
