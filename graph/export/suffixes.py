"""What the end of a file's name promises about its content, and names that promise something else are refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from cemai.graph.errors import OutputError

from .files import is_stream

PACKED = ".gz"
PAGES = (".html", ".htm")
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}")  # .2024 and .10 belong to the name
# Ends of names by which people and programs take a path for a file.
_OF_FILES = (
    ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json", ".jsonl", ".xml", ".html", ".htm", ".md", ".txt", ".pdf",
    ".docx", ".svg", ".png", ".zip", ".gz", ".tar", ".gexf", ".graphml", ".cyjs", ".parquet", ".db", ".sqlite",
    ".nq", ".nt", ".ttl", ".trig", ".rdf", ".jsonld", ".py", ".js",
)  # fmt: skip


def suffix_of(path: Path) -> str:
    """The end of a name that promises a format, in lower case; empty where the name has none."""
    return path.suffix.lower() if _SUFFIX.fullmatch(path.suffix) else ""


def check_suffix(path: Path, format: str, suffixes: Sequence[str], *, packed: bool = False) -> None:
    """Raise OutputError for a name that promises another format than the one that is written.

    A name without a suffix promises nothing, nor does a pipe or device. `packed` says that gzip packs the file; it may
    then end in ``.gz``, after the suffix of its format, and else may not.
    """
    if is_stream(path):
        return
    inner = path.with_suffix("") if packed and path.suffix.lower() == PACKED else path
    wanted = [suffix + PACKED if packed else suffix for suffix in suffixes]
    stem = Path(inner.stem if inner.suffix.lower() == PACKED else inner.name)
    if suffix_of(inner) not in ("", *suffixes) or (packed and inner is path and suffix_of(path)):
        raise OutputError(
            f"{path}: {format} is written to a file that ends in {' or '.join(wanted)}: name it "
            f"{stem.with_suffix(wanted[0])}, or choose another format 文件后缀与格式不符"
        )


def check_folder(path: Path) -> None:
    """Raise OutputError for a new folder whose name is that of a file."""
    if suffix_of(path) in _OF_FILES and not path.is_dir():
        raise OutputError(
            f"{path}: a folder is written here: name it {Path(path.name).with_suffix('')} 此处写出目录，名称不带后缀"
        )
