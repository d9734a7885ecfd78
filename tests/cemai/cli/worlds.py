"""Twenty worlds in which something is wrong, and every command: what a user may find on a bad day."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from filelock import FileLock

from tests.conftest import Small

# By name: a command that answers on a sound graph. {store}, {data}, {corpus} and {out} are put in.
COMMANDS: dict[str, str] = {
    "build": "build --data {data} --store {fresh}",
    "build --from": "build --from {file} --store {fresh}",
    "validate": "validate", "validate --data": "validate --data {data}",
    "validate --report": "validate --data {data} --report {out}/report.html",
    "verify": "verify --data {data} --corpus {corpus}",
    "annotate": "annotate {data} --corpus {corpus}",
    "coverage": "coverage --data {data} --corpus {corpus} --page {out}/page.html",
    "ask": "ask 宁波有哪些政策？", "trace": "trace 1210 --out {out}/rows.csv", "show": "show 宁波",
    "query": "query zones/by-batch", "query a file": "query {file}", "queries": "queries",
    "explain": "explain mini/zones/hangzhou --corpus {corpus}",
    "measures": "measures", "compare": "compare 宁波 杭州", "series": "series 宁波 进出口额", "peers": "peers 宁波",
    "path": "path 宁波 1210", "audit": "audit", "diffusion": "diffusion 1210",
    "diffusion --out": "diffusion 1210 --out {out}/study",
    "site": "site --out {out}/site --corpus {corpus}",
    "ontology": "ontology --html {out}/html --context {out}/context.jsonld",
    "plot": "plot curve 1210 --out {out}/plot.svg",
    "export rdf": "export rdf --out {out}/graph.trig", "export claims": "export claims --out {out}/claims.jsonl",
    "export tables": "export tables --out {out}/tables", "export gephi": "export gephi --out {out}/gephi",
    "export graphml": "export graphml --out {out}/g.graphml", "export neo4j": "export neo4j --out {out}/neo4j",
    "export cytoscape": "export cytoscape --out {out}/g.cyjs", "export rocrate": "export rocrate --out {out}/crate",
    "view trace": "view trace 1210 --out {out}/trace.html --corpus {corpus}",
    "view map": "view map 1210 --out {out}/map.html",
    "push sparql": "push sparql --endpoint http://127.0.0.1:9/q",
    "push neo4j": "push neo4j --uri bolt://127.0.0.1:9 --password x",
}  # fmt: skip
