"""What stood around an adoption: neighbours of the same province or batch, and the stage of the centre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as in graph.claims

from .events import Adoption, Event, Unit

NONE, NATIONWIDE = "none", "nationwide"


@dataclass(frozen=True, slots=True)
class Exposure:
    """Of `peers` others, `before` had certainly adopted before the unit did, up to `possible` may have.

    Those of the same day are in neither: they did not come before.
    """

    peers: int
    before: int
    possible: int


def exposure_of(adoption: Adoption, others: Sequence[Adoption], peers: Iterable[str]) -> Exposure | None:
    """Exposure of a dated adoption to `peers` (ids of units, itself left out); None when undated."""
    if not adoption.earliest or not adoption.latest:
        return None
    wanted = set(peers) - {adoption.unit}
    dated = [(o.earliest, o.latest) for o in others if o.unit in wanted and o.earliest and o.latest]
    before = sum(latest < adoption.earliest for _, latest in dated)
    possible = sum(earliest < adoption.latest for earliest, _ in dated)
    return Exposure(len(wanted), before, possible)


def province_peers(unit: Unit, units: Iterable[Unit]) -> list[str]:
    """Units of the same kind and province; none where the province is not known."""
    return [u.id for u in units if u.province and u.province == unit.province and u.kind == unit.kind]


def batch_peers(unit: Unit, units: Iterable[Unit]) -> list[str]:
    """Units whose zone came in the same batch; none for a unit without a zone."""
    return [u.id for u in units if u.batch is not None and u.batch == unit.batch]


def stage_at(day: Day, central: Sequence[Event]) -> str:
    """The stage of the last central act that is known to have come by that day; `none` when there is none."""
    known = [e for e in central if e.stage and e.begin and e.begin <= day]
    return max(known, key=lambda e: (e.begin or Day.min, e.claim)).stage or NONE if known else NONE


def stage_of(adoption: Adoption, central: Sequence[Event]) -> tuple[str | None, str | None]:
    """Stage of the centre at an adoption and its basis: ``stated`` by its claim, else by the ``act in force``.

    None for an adoption without a date whose claim states no stage.
    """
    if stated := adoption.deciding.stage:
        return stated, "stated"
    if adoption.latest is None:
        return None, None
    return stage_at(adoption.latest, central), "act in force"


def stage_shares(stages: Iterable[str]) -> Mapping[str, tuple[int, float]]:
    """Number and percent of adoptions by stage."""
    counted = Counter(stages)
    total = counted.total()
    return {stage: (n, round(100 * n / total, 1)) for stage, n in counted.most_common()}
