"""What the description of a built graph says, for pages that show counts."""

from __future__ import annotations

from pathlib import Path

from cemai.graph.store.embedded import current, local
from cemai.graph.store.opening import open_source
from cemai.queries.session import Session
from cemai.viz.reference import Counts


def counts(root: Path | str) -> Counts | None:
    """Members of each class in the graph at `root`; None where no graph was built or it describes nothing."""
    if current(local(root)) is None:
        return None
    rows = list(Session(open_source(root)).query("about/graph").dicts())
    days = [str(r["day"]) for r in rows if r["part"] == "whole" and r["day"]]
    members = {str(r["what"]).removeprefix("cm:"): int(r["count"] or 0) for r in rows if r["part"] == "class"}
    return Counts(members, days[0]) if days else None
