"""Values of other hands as the readers need them: language tags, dates with zones, numbers of other datatypes.

The rules, all of them: any tag of Chinese or English is read as ``zh`` or ``en``, but for traditional script and its
regions; a date is the day that is written, its zone left out; midnight of a day is the day; a number keeps its digits.
Whatever else does not fit is refused, with the way to mend it.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from cemai.ontology.namespaces import XSD
from pyoxigraph import Literal, NamedNode

from .needs import DATATYPES, LABELS, datatypes
from .writer import plain

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_OTHER_CHINESE = re.compile(r"[a-z]{3}")  # zh-yue, zh-min: languages of their own
_INTEGERS = frozenset({
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
    "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
})  # fmt: skip
_STRINGS = frozenset({"string", "normalizedString", "token", "anyURI"})
_FORMS = {
    "integer": re.compile(r"[+-]?[0-9]+"),
    "decimal": re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"),
    "double": re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?"),
    "date": re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?"),
    "dateTime": re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00:00(?:\.0+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"),
    "boolean": re.compile("true|false|1|0"),
}  # fmt: skip
_FIXES = {
    "integer": 'write a whole number 请写整数: "5"^^xsd:integer',
    "decimal": 'write a number 请写数值: "1.5"^^xsd:decimal',
    "date": 'write a day 请写日期: "2022-01-31"^^xsd:date',
    "boolean": 'write 请写 "true"^^xsd:boolean or "false"^^xsd:boolean',
    "string": 'write a plain text, without a language 请写不带语言标记的文字: "…"',
    "anyURI": 'write a web address 请写网址: "https://…"^^xsd:anyURI',
}  # fmt: skip
_TAG_FIX = "tag it @zh or @en, or leave the statement out 请标 @zh 或 @en，或删去此句"
_LONGEST = 60  # digits of a number


class Unreadable(Exception):
    """A value that no reader can read: the problem, and the fix."""

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.problem, self.fix = problem, fix


def read_literal(property_: str, literal: Literal) -> Literal:
    """The literal as readers need it for a property (an IRI); itself where nothing is to be changed.

    Raises Unreadable.
    """
    if literal.language is not None:
        return _tagged(property_, literal, literal.language)
    own = literal.datatype.value.removeprefix(XSD)
    if property_ in LABELS:
        raise Unreadable("a name or description without a language 名称或说明没有语言标记", _TAG_FIX)
    wanted = datatypes().get(property_, own)
    if wanted not in DATATYPES:
        return literal
    try:
        text = _written(literal.value, own, wanted)
    except ValueError:
        raise Unreadable(f"no xsd:{wanted}{'' if own == wanted else f', but xsd:{own}'} 不是合法的 xsd:{wanted}",
                         _FIXES[wanted]) from None  # fmt: skip
    if not text.strip():
        raise Unreadable("an empty value 值为空", "write it, or leave the statement out 请填写或删去此句")
    if text == literal.value and own == wanted:
        return literal
    return Literal(text, datatype=NamedNode(XSD + wanted))


def _tagged(property_: str, literal: Literal, tag: str) -> Literal:
    if (wanted := datatypes().get(property_)) is not None:
        raise Unreadable(f"a text in a language (@{tag}) where xsd:{wanted} is due 此处不应带语言标记", _FIXES[wanted])
    if literal.direction is not None:
        raise Unreadable("a text with a direction 不接受书写方向标记", "leave the direction out 请删去方向")
    language = base_language(tag)
    if language is None and property_ in LABELS:
        raise Unreadable(
            f"a name or description in a language that is not read (@{tag}) 只读中文（简体）与英文", _TAG_FIX
        )
    if property_ in LABELS and not literal.value.strip():
        raise Unreadable("an empty name or description 名称或说明为空", "write it, or leave it out 请填写或删去")
    return literal if language in (None, tag) else Literal(literal.value, language=language)


def base_language(tag: str) -> str | None:
    """``zh`` for every tag of simplified Chinese or of Chinese alone, ``en`` for every tag of English, else None."""
    first, *more = re.split("[-_]", tag.lower())
    if first == "en":
        return "en"
    traditional = "hans" not in more and not _TRADITIONAL.isdisjoint(more)
    if first != "zh" or traditional or "hant" in more or any(_OTHER_CHINESE.fullmatch(part) for part in more[:1]):
        return None
    return "zh"


def _written(text: str, own: str, wanted: str) -> str:
    """The text of a value in the form that stores give back. Raises ValueError for one that is not of its form."""
    match wanted:
        case "string" | "anyURI" if own in _STRINGS:
            return text
        case "integer" if own in _INTEGERS:
            return str(int(_matched("integer", text)))
        case "decimal" if own in _INTEGERS or own == "decimal":
            return _decimal(_matched("integer" if own in _INTEGERS else "decimal", text))
        case "decimal" if own in ("double", "float"):
            return _decimal(_matched("double", text))
        case "date" if own in ("date", "dateTime"):
            return date.fromisoformat(_matched(own, text)).isoformat()
        case "boolean" if own == "boolean":
            return {"1": "true", "0": "false"}.get(_matched("boolean", text), text)
    raise ValueError(own)


def _matched(form: str, text: str) -> str:
    found = _FORMS[form].fullmatch(text)
    if not found or len(text) > _LONGEST:
        raise ValueError(text)
    return found[1] if found.re.groups else text


def _decimal(text: str) -> str:
    return plain(Decimal(text))
