"""Texts that want to be more than a label, and things and statements that bear one in every field."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from cemai.ontology.text import LangText
from cemai.viz.facts import Fact, Thing

MARK = "window.ran = 1"
HOSTILE = {
    "script": f"<script>{MARK}</script>",
    "end of script": f"</script><script>{MARK}</script>",
    "attribute": f'"><img src=x onerror="{MARK}">',
    "single quotes": f"'><svg onload='{MARK}'>",
    "comment": f"<!--<script>{MARK}//-->",
    "title": f"</title><script>{MARK}</script>",
    "style": f"</style><script>{MARK}</script>",
    "address": f"javascript:{MARK}",
    "template": "{{ 7 * 7 }}{% raw %}${7 * 7}",
    "entities": f"&lt;img src=x onerror={MARK}&gt;&quot;",
    "line ends": f"a\u2028\u2029\r\n\\n';{MARK};//",
    "right to left": "\u202e\u2066市州杭\u2069\u202c\u200f\ufeff",
    "long": "长" * 5_000,
    "long word": "a" * 5_000,
    "prototype": "__proto__",
    "constructor": "constructor",
    "empty": "",
    "control": "\x01\x1b[31m\x7f",
    "beyond the plane": "𠮷👩‍👩‍👧‍👦🇨🇳" + "\u0301" * 300,
}


def fact(text: str, claim: str, subject: str | None = None) -> Fact:
    """A statement with the text in every field that takes one; dates are real where they must be."""
    plain: dict[str, Any] = {f.name: LangText(text, text) if f.type == "LangText" else text for f in fields(Fact)}
    return Fact(**plain | {"claim": claim, "begin": "2016-01-01", "end": "2016-12-31", "until": ""}
                | ({"subject": subject} if subject else {}))  # fmt: skip


def thing(text: str, name: str, claims: tuple[str, ...], kind: str = "city") -> Thing:
    """A thing whose id ends in the text and whose names are the text."""
    return Thing(name + text, LangText(text, text), kind, claims, (text,))
