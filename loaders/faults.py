"""What pydantic finds wrong with a value, in plain words: the problem and how to mend it, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

REFUSED = "refused"


class ValueFault(NamedTuple):
    """A problem and its remedy."""

    problem: str
    fix: str


_MISSING = ValueFault("a value is needed here 缺少值", "fill it in 请补填")
_TEXT = ValueFault(
    "a text is needed here 须为文字",
    "write one text; quote it if it looks like something else 写一段文字，必要时加引号",
)
_WHOLE = ValueFault("not a whole number 不是整数", "write digits only: 12 只写数字")
_NUMBER = ValueFault(
    "not a number 不是数字",
    "write digits with a decimal point, no unit and no comma: 1400.5 只写数字与小数点，不写单位与逗号",
)
_DATE = ValueFault("not a day 不是日期", "write year, month and day: 2024-03-07 写年月日")
_LIST = ValueFault("a list is needed here 须为列表", "write one item a line, each after '- ' 每项一行，前加“- ”")
_KEYS = ValueFault(
    "keys with values are needed here 须为“键: 值”",
    "write 'key: value' a line, with the colon of ASCII and a space 每行写“键: 值”，用半角冒号加空格",
)
_BOOLEAN = ValueFault("neither true nor false 不是真假值", "write true or false 写 true 或 false")
_UNKNOWN = ValueFault("unknown key 未知的键", "correct its name or remove it 改正键名或删去")
_LONG = ValueFault("is too long 太长", "shorten it 请缩短")
# By the type of pydantic's error.
_PLAIN: dict[str, ValueFault] = {
    "missing": _MISSING,
    "missing_argument": _MISSING,
    "missing_keyword_only_argument": _MISSING,
    "string_type": _TEXT,
    "string_too_long": _LONG,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": _WHOLE,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "finite_number": ValueFault(
        "not a finite number 不是有限数", "write the number itself, or leave it empty 写出数字或留空"
    ),
    "bool_type": _BOOLEAN,
    "bool_parsing": _BOOLEAN,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "set_type": _LIST,
    "frozen_set_type": _LIST,
    "dict_type": _KEYS,
    "mapping_type": _KEYS,
    "model_type": _KEYS,
    "dataclass_type": _KEYS,
    "dataclass_exact_type": _KEYS,
    "extra_forbidden": _UNKNOWN,
    "unexpected_keyword_argument": _UNKNOWN,
}
_CORRECT = "correct the value 请改正"
# What a pattern of ours asks for.
_PATTERNS = {
    r"^\d{6}$": "six digits: 330100 六位数字代码",
    r"^[0-9a-f]{64}$": "a SHA-256: 64 digits and letters a to f, in lower case 64 位小写十六进制的 SHA-256",
    r"^[a-z0-9][a-z0-9_-]*\.csv$": "a name of a file in lower case that ends in .csv 以 .csv 结尾的小写文件名",
}
_BOUNDS = {
    "greater_than": ("greater than", "大于", "gt"),
    "greater_than_equal": ("at least", "不小于", "ge"),
    "less_than": ("less than", "小于", "lt"),
    "less_than_equal": ("at most", "不大于", "le"),
}


def refused(problem: str, fix: str = _CORRECT) -> PydanticCustomError:
    """The error that a check of a value raises: both in both languages."""
    return PydanticCustomError(REFUSED, "{problem}", {"problem": problem, "fix": fix})


def explain(error: Mapping[str, Any]) -> ValueFault:
    """One entry of `ValidationError.errors()`."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind == REFUSED:
        return ValueFault(context["problem"], context["fix"])
    if kind == "literal_error":
        return ValueFault(
            "not an allowed value 取值不在允许范围", f"allowed 可用: {context['expected'].replace(' or ', ', ')}"
        )
    if kind in _BOUNDS:
        en, zh, name = _BOUNDS[kind]
        return ValueFault(f"must be {en} {context[name]} 须{zh} {context[name]}", _CORRECT)
    if kind == "string_pattern_mismatch":
        form = _PATTERNS.get(context["pattern"], context["pattern"])
        return ValueFault("not of the form that is needed here 格式不符", f"write {form}")
    return ValueFault(f"{error['msg'].removeprefix('Value error, ')} 值无效", _CORRECT)
