"""The one tree of errors.

CemaiError                 anything the user can mend; the command line prints it and exits with 2 (or `status`)
├── DataError              a dataset does not say what it must: names file, row, column, value and the fix
├── TextError              a locator does not fit its document
├── NameUnknown            no thing has the name; carries similar names
├── NameAmbiguous          several things have the name; carries them
├── QueryError             a query cannot run: syntax, unknown parameter, refused feature
│   └── QueryStopped       a query was stopped before its answer was whole; exit status 3
│       ├── QueryTimeout   by its limit of time
│       ├── QueryTooLarge  by its limit of memory, or of bytes
│       └── QueryCrashed   by itself: its process died
├── StoreError             the store cannot be opened, built or replaced
├── GateError              the gate found violations
├── OutputError            a result cannot be written
└── ComponentMissing       a program that the command needs is absent or gave up; says how to get it
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


class CemaiError(Exception):
    """Base of every error that a user can mend. `status` is the exit status of a command that it ends."""

    status = 2


@dataclass
class Where:
    """A place in a dataset: file, row (1 is the header), column and the value that stands there."""

    file: Path | str
    row: int | None = None
    column: str | None = None
    value: object = None

    def __str__(self) -> str:
        parts = [str(self.file)]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        if self.value is not None:
            shown = str(self.value)
            parts.append(f"value {shown[:80]!r}{'…' if len(shown) > 80 else ''}")
        return ", ".join(parts)


class DataError(CemaiError):
    """A dataset does not say what it must."""

    def __init__(self, where: Where, problem: str, fix: str = "") -> None:
        self.where, self.problem, self.fix = where, problem, fix
        super().__init__(f"{where}: {problem}" + (f" → {fix}" if fix else ""))


class DataErrors(DataError):
    """Several data errors found in one go."""

    def __init__(self, errors: Sequence[DataError], shown: int = 20) -> None:
        self.errors = list(errors)
        first = self.errors[0]
        super().__init__(first.where, first.problem, first.fix)
        lines = [str(e) for e in self.errors[:shown]]
        if len(self.errors) > shown:
            lines.append(f"… and {len(self.errors) - shown} more")
        self.args = ("\n".join(lines),)


class TextError(CemaiError):
    """A locator does not fit its document."""


@contextmanager
def gathering(errors: list[DataError]) -> Iterator[None]:
    """Put the data errors of the block into `errors` and go on, so that all faults are reported in one go."""
    try:
        yield
    except DataErrors as found:
        errors += found.errors
    except DataError as error:
        errors.append(error)


class NameUnknown(CemaiError):
    """No thing has the name."""

    def __init__(self, name: str, suggestions: Sequence[str] = ()) -> None:
        self.name, self.suggestions = name, list(suggestions)
        hint = f" 相近的名称 similar names: {', '.join(suggestions)}" if suggestions else ""
        shown = name if len(name) <= 80 else f"{name[:80]}…"
        super().__init__(f"nothing is named {shown!r} 没有名为“{shown}”的事物。{hint}")


class NameAmbiguous(CemaiError):
    """Several things have the name."""

    def __init__(self, name: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.name, self.candidates = name, list(candidates)
        listed = "; ".join(f"{label} ({thing})" for thing, label in candidates)
        super().__init__(f"{name!r} names several things, give one of the ids 有多个同名事物，请用编号：{listed}")


class QueryError(CemaiError):
    """A query cannot run."""


class QueryStopped(QueryError):
    """A query was stopped before its answer was whole."""

    status = 3


class QueryTimeout(QueryStopped):
    """A query took longer than its limit of time."""


class QueryTooLarge(QueryStopped):
    """A query needed more memory than its limit, or gave more bytes."""


class QueryCrashed(QueryStopped):
    """The process that ran a query died."""


class StoreError(CemaiError):
    """The store cannot be opened, built or replaced."""


# What code raises that reads a statement which lacks a part, or has a value of another kind.
MALFORMED = (KeyError, IndexError, TypeError, ValueError, ArithmeticError)


def unreadable(statement: str, error: BaseException) -> StoreError:
    """The error for a statement in a graph that another version made, or that is not whole."""
    why = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
    return StoreError(f"the graph holds a statement that cannot be read: {statement} ({why}): run `cemai build` "
                      "图谱中有无法读取的陈述，请重新构建（cemai build）")  # fmt: skip


class GateError(CemaiError):
    """The gate found violations."""


class OutputError(CemaiError):
    """A result cannot be written."""


class ComponentMissing(CemaiError):
    """A program that the command needs is absent, or gave up."""
