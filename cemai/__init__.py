"""Cemai 策脉: a knowledge graph of China's cross-border e-commerce policy.

>>> import cemai
>>> kg = cemai.open()                      # the graph that `cemai build` made in .cemai
>>> kg.query("zones/ended").columns        # doctest: +SKIP
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cemai.api.knowledge_graph import KnowledgeGraph

__version__ = "0.2.0.dev0"
__all__ = ["open"]


def open(root: Path | str | None = None) -> KnowledgeGraph:
    """Open the graph built at `root`, or on the SPARQL server at that URL, read-only. StoreError when there is none.

    Without `root`: where CEMAI_STORE says, else `.cemai`, as the commands do.
    """
    from cemai.api.knowledge_graph import KnowledgeGraph

    return KnowledgeGraph.open(root or os.environ.get("CEMAI_STORE") or ".cemai")
