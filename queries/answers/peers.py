"""What the peers of a place have a claim for and the place has none: peers by batch, province and evaluation tier."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass

from cemai.graph.errors import QueryError
from cemai.graph.repository import UNVERIFIED, short
from cemai.queries.runner import Cell
from cemai.queries.session import Session

BASES = {"batch": "peers/same-batch", "province": "peers/same-province", "tier": "peers/same-tier"}


@dataclass(frozen=True)
class Lack:
    """Something that `count` of `of` peers have a claim for and the place has none: an innovation or a topic."""

    basis: str
    kind: str
    what: str
    what_zh: str
    count: int
    of: int
    who: str
    claims: str

    def row(self) -> dict[str, Cell]:
        """The lack as a row for a table."""
        return asdict(self)


@dataclass(frozen=True)
class Peers:
    """The peers of a place by basis, and what they have and it has not."""

    place: str
    name: str
    groups: dict[str, dict[str, str]]
    lacks: tuple[Lack, ...]


# By place and kind of thing: what is known, with its name and the claims.
_Has = dict[str, dict[tuple[str, str, str], set[str]]]


def peers(kg: Session, name: str, *, basis: str | None = None, unverified: bool = False) -> Peers:
    """Compare a place with its peers. Unverified claims count as none unless asked for.

    Raises NameUnknown, NameAmbiguous, or QueryError for a basis that is none.
    """
    if basis is not None and basis not in BASES:
        raise QueryError(f"--by {basis!r}: choose from {', '.join(BASES)} 可用的值见前")
    place = kg.one(name, ("Place",))
    groups = {b: _group(kg, q, place) for b, q in BASES.items() if basis in (None, b)}
    has = _known(kg, unverified=unverified)
    lacks = [lack for b, group in groups.items() for lack in _lacks(b, group, has, place)]
    return Peers(place, kg.label(place) or place, groups, tuple(lacks))


def _group(kg: Session, query: str, place: str) -> dict[str, str]:
    """The peers with their names, in the order of their identifiers."""
    rows = kg.query(query, {"place": place}).dicts()
    return dict(sorted((str(r["peer"]), str(r["peer_zh"] or r["peer"])) for r in rows))


def _known(kg: Session, *, unverified: bool) -> _Has:
    found: _Has = defaultdict(lambda: defaultdict(set))
    for row in kg.query("peers/adoptions").dicts():
        if unverified or short(str(row["tier"])) != UNVERIFIED:
            key = ("innovation", str(row["innovation"]), str(row["innovation_zh"]))
            found[str(row["place"])][key].add(short(str(row["claim"])))
    for row in kg.query("trace/of-topic").dicts():
        if unverified or short(str(row["tier"])) != UNVERIFIED:
            topic = str(row["topic"])
            found[str(row["place"])][("topic of measures", topic, kg.label(topic) or topic)].add(
                short(str(row["claim"]))
            )
    return found


def _lacks(basis: str, group: dict[str, str], has: _Has, place: str) -> list[Lack]:
    who: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for peer in group:
        for key in has.get(peer, {}):
            if key not in has.get(place, {}):
                who[key].append(peer)
    ordered = sorted(who, key=lambda key: (-len(who[key]), key))
    return [
        Lack(basis, *key, len(who[key]), len(group), "、".join(group[p] for p in who[key]),
             " ".join(sorted(claim for p in who[key] for claim in has[p][key])))
        for key in ordered
    ]  # fmt: skip
