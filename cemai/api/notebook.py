"""The small table that a notebook shows of an answer: every text escaped, tier and locator always visible."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from .references import LOCATOR, claims_of
from .table_views import Record

if TYPE_CHECKING:
    from .result import Result

MOST_LINES, MOST_LETTERS, MOST_CLAIMS = 14, 280, 3
PASSAGES = "出处 locator [证据层级 tier]"


def html(result: Result[Any]) -> str:
    """The head, the first rows under the heads of the columns, how many more there are, and the notes."""
    heads = dict(result.look.heads) or {column: column for column in result.columns}
    own = bool({LOCATOR, "passages"} & set(heads)) or not any(map(claims_of, result.records))
    rows = "".join(
        f"<tr>{''.join(_cell(c) for c in _cells(result, number, heads, own))}</tr>"
        for number in range(min(len(result), result.look.most))
    )
    top = "".join(f"<th>{escape(head)}</th>" for head in (*heads.values(), *([] if own else [PASSAGES])))
    more = len(result) - result.look.most
    left = [f"… +{more} 行 rows: .to_pandas(), .records"] if more > 0 else []
    return (
        f"<div>{_lines(result.head)}<table><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>"
        f"{''.join(f'<p><small>{_text(note)}</small></p>' for note in (*left, *result.notes))}</div>"
    )


def _cells(result: Result[Any], number: int, heads: dict[str, str], own: bool) -> list[object]:
    shown: Record = result.look.words(result.kg, result.records[number])
    return [*(shown.get(column) for column in heads), *([] if own else [_where(result, number)])]


def _where(result: Result[Any], number: int) -> str:
    """Where the first few claims of a row stand."""
    claims = claims_of(result.records[number])
    more = f" … +{len(claims) - MOST_CLAIMS}" if len(claims) > MOST_CLAIMS else ""
    return result.located(number, MOST_CLAIMS) + more


def _lines(head: tuple[str, ...]) -> str:
    first = f"<p><b>{_text(head[0])}</b></p>" if head and head[0] else ""
    rest = [*head[1:MOST_LINES], *(["…"] if len(head) > MOST_LINES else [])]
    return first + (f"<p><small>{'<br>'.join(map(_text, rest))}</small></p>" if rest else "")


def _cell(value: object) -> str:
    align = "right" if isinstance(value, int | float) and not isinstance(value, bool) else "left"
    return f'<td style="text-align:{align}">{_text(value)}</td>'


def _text(value: object) -> str:
    """Escaped, cut when too long, and kept apart from the direction of writing around it."""
    text = "" if value is None else str(value)
    text = text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…"
    return f"<bdi>{escape(text)}</bdi>".replace("\n", "<br>")
