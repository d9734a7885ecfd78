"""How long the gate takes: on claims of our shape at 10k and 100k triples, on the shipped graph, and on five of it.

Run: ``python benchmarks/gate.py [TRIPLES…]``. The seed is fixed: the same size gives the same claims.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from tempfile import TemporaryDirectory

from cemai.graph.model.entity import Entity, Ref
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.graph.rdf.writer import PREFERRED, A, claim_quads, entity_quads, graph_node, literal, node, prop
from cemai.graph.store.inference import infer
from cemai.loaders.collection import SHIPPED, collect
from cemai.ontology.namespaces import DCT
from cemai.ontology.schema import ontology_quads
from cemai.shapes.gate import check, compare, judge
from cemai.shapes.pyshacl_view import FocusGraph, in_memory
from pyoxigraph import Literal, NamedNode, Quad, Store

from cemai.pipeline.build import quads

SEED, CITIES, FAULTY = 20150307, 60, 100
GRAPH = graph_node("generated")
DAY = date(2024, 1, 1)


def things() -> Iterator[Entity]:
    """A source, a policy, indicators, and cities each with a zone."""
    yield Entity(id="source/book", classes=("Source",), name_zh="资料", properties=(
        ("publisherName", "出版者"), ("interest", "无"), ("writtenBegin", date(2025, 1, 1)),
        ("writtenEnd", date(2025, 12, 31)), ("sha256", "0" * 64), ("textProfile", "squeeze-1")))  # fmt: skip
    yield Entity(id="place/110000", classes=("City", "Province"), name_zh="省市", properties=(
        ("code", "110000"), ("codeVersion", "2025-12"), ("level", Ref("place-level/municipality"))))  # fmt: skip
    for n in range(40):
        yield Entity(id=f"indicator/i{n}", classes=("Indicator",), name_zh=f"指标{n}")
    for n in range(CITIES):
        yield Entity(id=f"place/{city(n)}", classes=("City",), name_zh=f"城市{n}", properties=(
            ("code", city(n)), ("codeVersion", "2025-12"), ("level", Ref("place-level/prefecture")),
            ("inProvince", Ref("place/110000")), ("lon", Decimal("116.4")), ("lat", Decimal("39.9"))))  # fmt: skip
        yield Entity(id=f"zone/{city(n)}", classes=("PilotZone",), name_zh=f"综试区{n}")


def dataset() -> Iterator[Quad]:
    """The description of the generated dataset."""
    me = node("dataset/generated")
    yield Quad(me, A, prop("Dataset"), GRAPH)
    yield Quad(me, prop("recordedBy"), Literal("benchmark"), GRAPH)
    yield Quad(me, prop("recordedAt"), literal(DAY), GRAPH)
    yield Quad(me, NamedNode(DCT + "license"), Literal("none"), GRAPH)
    for language, title in (("zh", "生成的数据"), ("en", "generated")):
        for name in (prop("title"), PREFERRED):
            yield Quad(me, name, Literal(title, language=language), GRAPH)


def city(n: int) -> str:
    """The code of the n-th generated city."""
    return f"11{n + 1:04d}"


def claims() -> Iterator[Claim]:
    """Without end: first a designation for each zone, then observations, each tenth one a target."""
    dice = random.Random(SEED)
    for n in range(CITIES):
        yield _claim(f"zones/z{n}", "Designation", n, predicate="designated", object=f"zone/{city(n)}", batch=1,
                     date="2024", date_begin=DAY, date_end=DAY, date_precision="day", date_kind="signed",
                     date_kind_basis="stated")  # fmt: skip
    n = CITIES
    while True:
        year = dice.randint(2015, 2024)
        yield _claim(f"figures/f{n}", "Observation", dice.randrange(CITIES), predicate="observed",
                     object=f"indicator/i{dice.randrange(40)}", measure=dice.choice(["level", "growth"]),
                     value=Decimal(n), unit="percent", printed=str(n), hedge="over", caliber="unspecified",
                     modality="actual" if n % 10 else "target", period=str(year),
                     period_begin=date(year, 1, 1), period_end=date(year, 12, 31))  # fmt: skip
        n += 1


def _claim(key: str, kind: str, n: int, **fields: object) -> Claim:
    at = 400 * int(key.split("/")[1][1:])
    spans = tuple(Span(role, "source/book", at + 30 * i, at + 30 * i + 9, "a" * 64)
                  for i, role in enumerate(("value", "subject", "header")))  # fmt: skip
    return Claim(id=f"generated/{key}", kind=kind, dataset="generated", key=key.replace("/", "-"),
                 subject=f"place/{city(n)}", recorded_by="benchmark", recorded_at=DAY,
                 evidence=(Evidence(1, "source/book", spans),), **fields)  # type: ignore[arg-type]  # fmt: skip


def generated(size: int, faulty: int = 0) -> Store:
    """A store of about `size` triples beside the ontology; every `faulty`-th claim has lost its confidence."""
    store = Store()
    store.bulk_extend(q for thing in things() for q in entity_quads(thing, GRAPH))
    store.bulk_extend(dataset())
    store.bulk_extend(_until(size - len(store), faulty))
    store.bulk_extend(ontology_quads())
    return store


def _until(room: int, faulty: int) -> Iterator[Quad]:
    for number, claim in enumerate(claims()):
        found = list(claim_quads(claim, GRAPH))
        room -= len(found)
        if room < 0 and number >= CITIES:
            return
        drop = faulty and number % faulty == 0
        yield from (q for q in found if not (drop and q.predicate.value.endswith("#confidence")))


def shipped(copies: int = 0) -> Store:
    """The graph that `cemai build` makes of the shipped datasets, with copies of its claims at other passages."""
    store, collection = Store(), collect([SHIPPED])
    store.bulk_extend(quads(collection))
    for n in range(1, copies + 1):
        store.bulk_extend(q for c in collection.all_claims() for q in claim_quads(_copy(c, n), GRAPH))
    infer(store)
    return store


def _copy(claim: Claim, n: int) -> Claim:
    """The same said elsewhere: another claim with evidences of its own."""
    far = 10_000_000 * n
    evidence = tuple(
        replace(e, spans=tuple(replace(s, start=s.start + far, end=s.end + far) for s in e.spans))
        for e in claim.evidence
    )
    text = f"{claim.text} {n}" if claim.text else None
    return replace(claim, id=f"{claim.id}-copy{n}", evidence=evidence, text=text)


def measure(name: str, made: Store) -> None:
    """One line of the table, seconds by step; the graph stands on the disk, as a build leaves it."""
    with TemporaryDirectory() as folder:
        store = Store(folder)
        store.bulk_extend(made)
        times = [time.perf_counter()]
        memory = in_memory(store)
        times.append(time.perf_counter())
        graph = FocusGraph(memory)
        list(judge(graph))
        times.append(time.perf_counter())
        compare(memory)
        times.append(time.perf_counter())
        used = time.process_time()
        found = check(store)
        used = time.process_time() - used
        times.append(time.perf_counter())
        del store
    seconds = " | ".join(f"{b - a:.2f}" for a, b in pairwise(times))
    print(f"| {name} | {len(made):,} | {graph.view.read():,} | {seconds} | {used:.2f} | {len(found):,} |", flush=True)


def main(sizes: list[int]) -> None:
    """Print the table (Markdown)."""
    import pyshacl  # noqa: F401 - its import is no part of the figures

    print("| graph | triples | read by pySHACL | copy s | pySHACL s | rules s | whole gate s | its CPU s | findings |")
    print("|---|---|---|---|---|---|---|---|---|")
    measure("shipped", shipped())
    measure("shipped, claims five times", shipped(4))
    for size in sizes:
        measure(f"generated {size:,}", generated(size))
        measure(f"generated {size:,}, every {FAULTY}th claim bad", generated(size, FAULTY))


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [10_000, 100_000])
