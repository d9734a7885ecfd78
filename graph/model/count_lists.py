"""The lists that stand behind printed counts: which claims are counted where a source prints “105 zones”.

A dataset declares for each indicator that counts something how its list is found (``relations.yml``, `counts`); how
a list of each form is read stands in `cemai.queries.audit.counting`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """Base of the forms: unknown keys are errors."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Designations(_Form):
    """Things of class `of` designated in the place of the count by its day and not ended since.

    `count`: the things, their batches within the period, or the provinces that have one. `added`: only those of the
    one batch that falls into the period (a month of tolerance: signing and publication differ).
    """

    of: str
    count: Literal["thing", "batch", "province"] = "thing"
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluations(_Form):
    """Evaluations of the years of the period, of one `tier` or of any; `own`: of the subject of the count only."""

    count: Literal["year", "subject"]
    tier: str | None = None
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(_Form):
    """Things of class `of` whose figure of the period is above `over` or below `under`.

    Known only where every thing of the class has a figure (`complete_sets`).
    """

    of: str
    indicator: str
    measure: str = "level"
    over: Decimal | None = None
    under: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related(_Form):
    """Things tied to the subject by a property of its own (`forward`) or of theirs (`inverse`).

    `open`: the list may leave items out, so that a longer count is no contradiction.
    """

    forward: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()
    open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedWords(_Form):
    """The items of a list in the words of a claim of the subject with that property: 金融、物流、海外仓储."""

    property: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory(_Form):
    """The entries of the numbered directory of the same dataset that has as many entries as the count says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModesAdded(_Form):
    """Supervision modes whose first dated use lies in the period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies(_Form):
    """Policies that apply to the subject and were published in the period, in the same source."""


CountList = Designations | Evaluations | Figures | Related | ListedWords | Directory | ModesAdded | Policies
# By the name that `list` gives in relations.yml; it is also the end of the rule's id: count-directory.
COUNT_LISTS: dict[str, type[CountList]] = {
    "designations": Designations,
    "evaluations": Evaluations,
    "figures": Figures,
    "related": Related,
    "listed-words": ListedWords,
    "directory": Directory,
    "modes-added": ModesAdded,
    "policies": Policies,
}
