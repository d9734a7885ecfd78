"""One line of CSV. The writer quotes a cell only for the characters that it ends lines with, so it ends with both."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any


def csv_line(cells: Iterable[Any]) -> str:
    """The cells as a line without its end; a cell with a line break of any kind is quoted."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n")
