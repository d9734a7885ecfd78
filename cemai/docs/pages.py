"""The pages of docs/ that are made, by file."""

from __future__ import annotations

from pathlib import Path

from . import ask, codebook, competency_questions, queries, shapes

_MADE = {"ask.md": ask.lines, "codebook.md": codebook.lines, "queries.md": queries.lines}
_FILLED = {"competency-questions.md": competency_questions.filled, "gate.md": shapes.filled}


def rewritten(folder: Path) -> dict[Path, str]:
    """What each page in a folder ought to hold now; those that are only filled keep what was written by hand."""
    return {
        **{folder / name: "\n".join(lines()) + "\n" for name, lines in _MADE.items()},
        **{folder / name: filled((folder / name).read_text(encoding="utf-8")) for name, filled in _FILLED.items()},
    }
