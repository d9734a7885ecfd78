"""docs/queries.md from the headers of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cemai.queries.catalogue import Parameter, Query, all_queries

_HEAD = """\
# Queries 查询目录

One `.rq` file a question, in `queries/`. Run one with `cemai query NAME -p parameter=value`; find one with
`cemai queries WORD`. Parameters marked * are required; the others may stay open. Your own query is a file:
`cemai query FILE.rq`. A query is stopped after 30 s, a million rows or 2 GB: `--timeout`, `--max-rows`, `--memory`.
Made by `make docs`.

每个问题一个 `.rq` 文件，放在 `queries/`。用 `cemai query 名称 -p 参数=值` 运行，用 `cemai queries 词` 查找。
带 * 的参数必填，其余可不填。
自己的查询写成文件：`cemai query 文件.rq`。
查询最长 30 秒、一百万行、2 GB，可用 `--timeout`、`--max-rows`、`--memory` 调整。
本页由 `make docs` 生成。"""


def lines() -> Iterator[str]:
    """The page, line by line."""
    queries = list(all_queries().values())
    yield from _HEAD.splitlines()
    yield ""
    yield from _questions(queries)
    for topic, group in groupby(queries, key=lambda q: q.name.partition("/")[0]):
        yield ""
        yield f"## {topic}"
        for query in group:
            yield from _query(query)


def _questions(queries: list[Query]) -> Iterator[str]:
    """Which queries serve each competency question."""
    yield "| question 问题 | queries 查询 |"
    yield "|---|---|"
    numbers = sorted({q for query in queries for q in query.questions}, key=lambda q: int(q.removeprefix("CQ")))
    for number in numbers:
        served = ", ".join(f"`{q.name}`" for q in queries if number in q.questions)
        yield f"| {number} | {served} |"


def _query(query: Query) -> Iterator[str]:
    yield ""
    yield f"### {query.name}"
    yield ""
    yield f"{query.zh} · {query.en} ({', '.join(query.questions)})"
    if query.parameters:
        yield ""
        yield from (_parameter(p) for p in query.parameters)
    if query.columns:
        yield ""
        yield "| column 列 | 含义 | meaning |"
        yield "|---|---|---|"
        yield from (f"| `{name}` | {column.zh} | {column.en} |" for name, column in query.columns.items())


def _parameter(parameter: Parameter) -> str:
    kind = parameter.type
    if parameter.scheme:
        kind = f"key of {parameter.scheme}"
    elif parameter.classes:
        kind = f"name or id of {' or '.join(parameter.classes)}"
    elif parameter.values:
        kind = "one of " + ", ".join(parameter.values)
    default = f"; default {parameter.default}" if parameter.default is not None else ""
    return f"- `{parameter.name}`{'*' if parameter.required else ''}: {parameter.zh} · {parameter.en} ({kind}{default})"
