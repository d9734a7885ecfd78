"""What a query of a user may cost."""

from __future__ import annotations

import math
from dataclasses import dataclass

from cemai.graph.errors import QueryError

SECONDS, ROWS, MEGABYTES = 30.0, 1_000_000, 2048


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` that an answer is waited for, `rows` after which it is cut, `megabytes` of memory and of bytes.

    The time in which whoever reads the rows is busy does not count. Raises QueryError for what is no limit.
    """

    seconds: float = SECONDS
    rows: int = ROWS
    megabytes: int = MEGABYTES

    def __post_init__(self) -> None:
        if not (math.isfinite(self.seconds) and self.seconds > 0):
            raise QueryError(f"the limit of time is a number of seconds above 0, not {self.seconds} 时限须为正数（秒）")
        if self.rows < 1:
            raise QueryError(f"the limit of rows is at least 1, not {self.rows} 行数上限至少为 1")
        if self.megabytes < 1:
            raise QueryError(f"the limit of memory is at least 1 MB, not {self.megabytes} 内存上限至少为 1 MB")
