"""What a query of a user may not do: reach another host. Updates do not parse as queries and are refused, too.

Two readers look for SERVICE, rdflib's parser and a lexer of our own, because a text that two engines read
differently could hide it from one of them. `normalise` first takes away what they are known to read differently.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from cemai.graph.errors import QueryError
from cemai.graph.store.parameters import OPAQUE

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPAQUE = re.compile(OPAQUE, re.DOTALL)
_SERVICE = re.compile(r"(?<![?$:\w.-])service(?![\w:-])", re.IGNORECASE)


def normalise(text: str) -> str:
    """The text with one kind of line end and with its code point escapes written out.

    Raises QueryError when an escape remains after that: engines would read such a text differently.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        plain = _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), lines)
        plain.encode("utf-8")
    except (ValueError, UnicodeEncodeError):
        raise QueryError("the query holds an escape that is no character 查询含无效的字符转义") from None
    if _ESCAPE.search(plain):
        raise QueryError("the query holds an escape inside an escape 查询含嵌套的字符转义")
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def safe(text: str) -> str:
    """The normalised text of a query that reads only and stays on this machine; QueryError for any other."""
    from rdflib.plugins.sparql.parser import parseQuery, parseUpdate

    plain = normalise(text)
    if not _OPAQUE.sub(" ", plain).strip():
        raise QueryError("the query is empty 查询为空")
    try:
        parsed = parseQuery(plain)
    except Exception as error:
        if _parses(parseUpdate, plain):
            raise QueryError("updates are refused: this graph is read-only 拒绝更新：图谱只读") from None
        raise QueryError(f"the query does not parse: {error} 查询语法错误") from None
    if _holds_service(parsed) or _in_the_text(plain):
        raise QueryError("SERVICE is refused: nothing leaves this machine 拒绝 SERVICE：不访问外部主机")
    return plain


def _parses(parser: Callable[[str], object], text: str) -> bool:
    try:
        parser(text)
    except Exception:
        return False
    return True


def _in_the_text(plain: str) -> bool:
    """Whether the word SERVICE stands outside strings, IRIs and comments, as our own lexer reads them."""
    return bool(_SERVICE.search(_OPAQUE.sub(" ", plain)))


def _holds_service(part: object) -> bool:
    """Whether a ServiceGraphPattern stands anywhere in a parse tree (dictionaries and lists)."""
    if getattr(part, "name", None) == "ServiceGraphPattern":
        return True
    if isinstance(part, dict):
        return any(_holds_service(value) for value in part.values())
    if isinstance(part, str) or not hasattr(part, "__iter__"):
        return False
    return any(_holds_service(value) for value in part)
