"""Cemai 策脉: a knowledge graph of China's cross-border e-commerce policy.

>>> import cemai
>>> kg = cemai.open()                      # the graph that `cemai build` made in .cemai
>>> kg.query("zones/ended").columns        # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .kg import KnowledgeGraph

__version__ = "0.1.0"
__all__ = ["open"]


def open(root: Path | str = ".cemai") -> KnowledgeGraph:
    """Open the graph built at `root`, read-only. Raises StoreError when there is none."""
    from .kg import KnowledgeGraph

    return KnowledgeGraph.open(Path(root))
