"""What is said below an answer: what was left out, what it does not say, and how to see more."""

from __future__ import annotations

NOTHING = "没有陈述不等于没有发生 no statement is known here; that is not a no"


def hidden(count: int) -> list[str]:
    """How many unverified statements were left out, and how to see them."""
    words = "条未核实的陈述未列出 unverified statements are not shown: --all shows them, in Python unverified=True"
    return [f"{count} {words}"] if count else []


def nothing(rows: object) -> list[str]:
    """An empty answer is no denial."""
    return [] if rows else [NOTHING]


def cut(rows: int) -> str:
    """What is said of an answer that has more rows than its limit."""
    return f"截断于 {rows} 行，还有更多 cut at {rows} rows, there are more (--max-rows)"
