"""The codebook of the files (``codebook.yml``): every column of every file, in Chinese and English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent

BIAS = (
    "Walker 得分有偏：来源是优秀案例与中央名单，只写做成的地方；并列者同分；名单不全处未采用记 0；创新数很少。"
    "比较城市前请先看 walker_policies。",
    "Walker's score is biased: the sources are good practice and central lists, which name those that did it; ties "
    "share a score; who is on no list scores 0; few innovations count. See walker_policies before comparing.",
)


@cache
def files() -> dict[str, Any]:
    """``{file: {zh, en, columns: {name: {zh, en, kind}}}}`` in the order in which files and columns are written."""
    found: dict[str, Any] = yaml.safe_load((HERE / "codebook.yml").read_text(encoding="utf-8"))
    return found


def columns(file: str) -> list[str]:
    """The columns of a file, in order."""
    return list(files()[file]["columns"])


def kinds(file: str) -> dict[str, str]:
    """What the cells of each column are: ``date``, ``integer``, ``number`` or ``text``."""
    return {name: column.get("kind", "text") for name, column in files()[file]["columns"].items()}


def markdown(head: list[tuple[str, str]]) -> str:
    """The codebook as Markdown: what holds for the whole export (`head`: zh, en), then file by file."""
    lines = ["# 数据说明 Codebook", ""]
    lines += [f"- {zh}\n  {en}" for zh, en in (*head, BIAS)]
    for file, what in files().items():
        lines += ["", f"## {file}", "", what["zh"], "", what["en"], "", "| column | 含义 | meaning |", "|---|---|---|"]
        lines += [f"| `{name}` | {_cell(c['zh'])} | {_cell(c['en'])} |" for name, c in what["columns"].items()]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
