"""What a query of a user may not do: reach another host. Updates do not parse as queries and are refused there."""

from __future__ import annotations

from cemai.graph.errors import QueryError


def refuse_remote(text: str) -> None:
    """Raise QueryError when the query holds SERVICE, is an update, or does not parse (so nothing slips by)."""
    from rdflib.plugins.sparql.parser import parseQuery, parseUpdate

    try:
        parsed = parseQuery(text)
    except Exception as error:
        if _parses(parseUpdate, text):
            raise QueryError("updates are refused: this graph is read-only 拒绝更新：图谱只读") from None
        raise QueryError(f"the query does not parse: {error} 查询语法错误") from None
    if _holds_service(parsed):
        raise QueryError("SERVICE is refused: nothing leaves this machine 拒绝 SERVICE：不访问外部主机")


def _parses(parser: object, text: str) -> bool:
    try:
        parser(text)  # type: ignore[operator]
    except Exception:
        return False
    return True


def _holds_service(part: object) -> bool:
    """Whether a ServiceGraphPattern stands anywhere in a parse tree (dictionaries and lists)."""
    if getattr(part, "name", None) == "ServiceGraphPattern":
        return True
    if isinstance(part, dict):
        return any(_holds_service(value) for value in part.values())
    if isinstance(part, str) or not hasattr(part, "__iter__"):
        return False
    return any(_holds_service(value) for value in part)
