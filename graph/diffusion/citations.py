"""Who cites whom, as the papers say it; and why no network is inferred from dates alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .events import Adoption

LEAST_FOR_CASCADE = 5
LEAST_CASCADES = 50


@dataclass(frozen=True, slots=True)
class Citation:
    """One paper names another: `relation` is cites or follows."""

    claim: str
    citing: str
    cited: str
    relation: str
    tier: str = "passage"


@dataclass(frozen=True, slots=True)
class CitationNetwork:
    """Size of the observed network."""

    papers: int
    ties: int
    components: int


def network(citations: Iterable[Citation]) -> CitationNetwork:
    """The directed network of papers; a tie stated twice counts once."""
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_edges_from((c.citing, c.cited) for c in citations)
    components = nx.number_weakly_connected_components(graph)
    return CitationNetwork(graph.number_of_nodes(), graph.number_of_edges(), components)


def why_not_inferred(by_policy: Mapping[str, Sequence[Adoption]]) -> str:
    """Why a network of influence (NetInf) is not inferred, with the numbers of these data."""
    cascades = {p: dated for p, f in by_policy.items() if len(dated := [a for a in f if a.latest]) >= LEAST_FOR_CASCADE}
    found = [a for dated in cascades.values() for a in dated]
    acts = sum(bool(a.deciding.act) for a in found)
    days = len({a.latest for a in found})
    return (
        f"no network is inferred (NetInf): {len(cascades)} of {len(by_policy)} innovations have {LEAST_FOR_CASCADE} or "
        f"more dated adopters (at least {LEAST_CASCADES} independent cascades would be wanted); their {len(found)} "
        f"adoptions fall on {days} different days, and {acts} of them were dated by a central act that names many at "
        "once: such dates say nothing about who learned from whom. "
        "不推断影响网络：有日期且相互独立的扩散序列太少，且多数日期由中央文件统一给定"
    )
