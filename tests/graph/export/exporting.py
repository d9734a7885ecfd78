"""Exports without files: the network that a graph gives, and claims as rows."""

from __future__ import annotations

from typing import Any

from cemai.graph.export.base import Options, run_exporters
from cemai.graph.export.network.exporter import NetworkExporter
from cemai.graph.export.network.rows import Network
from cemai.graph.export.snapshot import Snapshot
from cemai.graph.export.statements import StatementRows
from cemai.graph.store.backend import GraphBackend


class _Kept(NetworkExporter):
    """Keeps the network."""

    def write(self, network: Network) -> None:
        self.network = network


def network_of(store: GraphBackend, *, unverified: bool = False) -> Network:
    """The network of a store."""
    kept = _Kept(options=Options(unverified=unverified))
    run_exporters(store, kept)
    return kept.network


def rows_of(store: GraphBackend) -> list[dict[str, Any]]:
    """Every claim of a store as a row of the contract."""
    snapshot = Snapshot(store)
    return list(map(StatementRows(snapshot).row, snapshot.statements()))
