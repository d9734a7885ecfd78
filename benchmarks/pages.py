"""Pages: seconds to build, kB, seconds until drawn in headless Chromium; and a whole site.

``python -m benchmarks.pages STORE [--runs 3] [--without-site]``. Beside the views of the store two networks are made
up: 300 nodes as a trace draws them, 10,000 as a large neighbourhood does. Times are the least of the runs; the CPU
time of building stands beside it, because other work on the machine does not change that.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cemai.ontology.text import LangText
from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.views.large.page import large_page
from cemai.viz.views.network.page import ViewEdge, ViewNode, network_page
from playwright.sync_api import Browser

from cemai.presenters.site.build import build_site
from tests.components import need
from tests.running import Inside
from tests.viz.browser import browser, opened
from tests.viz.pages import VIEWS

# Seconds: any one page built, 300 nodes drawn, 10,000 nodes drawn, a thousand pages of a site.
BUILT, DRAWN, DRAWN_LARGE, THOUSAND = 2.0, 2.0, 3.0, 20.0
HUB = 25


@dataclass(frozen=True)
class Timing:
    """One page: seconds to build (wall and CPU), kB, seconds until drawn."""

    name: str
    built: float
    cpu: float
    size: float
    drawn: float

    def line(self) -> str:
        """For the table, with a word where an aim is missed."""
        aim = DRAWN_LARGE if "10,000" in self.name else DRAWN
        missed = " too slow" * (self.cpu > BUILT and "nodes" not in self.name) + " drawn too late" * (self.drawn > aim)
        return f"{self.name:28} {self.built:6.2f} {self.cpu:6.2f} {self.size:8,.0f} {self.drawn:7.2f}{missed}"


def makers(store: Path, folder: Path) -> dict[str, Callable[[], str]]:
    """The examples of every view by its command, run in this process, and two networks that are made up."""
    inside = Inside(store)

    def page(words: tuple[str, ...]) -> str:
        inside("view", *words, "--out", folder / "view.html")
        return (folder / "view.html").read_text(encoding="utf-8")

    return {" ".join(("view", *words)): partial(page, words) for words in VIEWS.values()} | {
        "a network of 300 nodes": lambda: network_page(*made(300)),
        "a network of 10,000 nodes": lambda: large_page(*made(10_000)),
    }


def made(count: int) -> tuple[Head, tuple[StatementView, ...], list[ViewNode], list[ViewEdge]]:
    """A root, hubs around it, leaves around the hubs; a statement each."""
    names = [f"thing/{n}" for n in range(count)]
    above = [None if n == 0 else names[0] if n <= count // HUB else names[1 + n % (count // HUB)] for n in range(count)]
    facts = tuple(
        StatementView(
            f"made/{n}", names[n], LangText(f"事物{n}", f"thing {n}"), "adopted", LangText("采用", "adopted"), over,
            LangText(over), "passage", LangText("单一来源", "one source"), f"made {n}–{n + 9}", f"{2010 + n % 15}",
            f"{2010 + n % 15}-01-01", f"{2010 + n % 15}-12-31",
        )
        for n, over in enumerate(above) if over
    )  # fmt: skip
    claims = {fact.subject: (fact.claim,) for fact in facts}
    things = [EntityView(name, LangText(f"事物{n}", f"thing {n}"), "city" if n else "innovation", claims.get(name, ()))
              for n, name in enumerate(names)]  # fmt: skip
    nodes = [ViewNode(thing, over) for thing, over in zip(things, above, strict=True)]
    edges = [
        ViewEdge(over, name, LangText("采用", "adopted"), claims[name])
        for name, over in zip(names, above, strict=True)
        if over
    ]
    return Head(LangText("试", "made")), facts, nodes, edges


def timed(by: Browser, name: str, make: Callable[[], str], path: Path, runs: int) -> Timing:
    """Build a page and open it, several times."""
    built, cpu, drawn = [], [], []
    for _ in range(runs):
        wall, work = time.perf_counter(), time.process_time()
        page = make()
        built.append(time.perf_counter() - wall)
        cpu.append(time.process_time() - work)
        path.write_text(page, encoding="utf-8")
        wall = time.perf_counter()
        with opened(by, path):
            drawn.append(time.perf_counter() - wall)
    return Timing(name, min(built), min(cpu), path.stat().st_size / 1024, min(drawn))


def pages(store: Path, runs: int, folder: Path) -> Iterator[Timing]:
    """A timing for each view."""
    with browser(need("chromium")) as by:
        for number, (name, make) in enumerate(makers(store, folder).items()):
            yield timed(by, name, make, folder / f"{number}.html", runs)


def site(store: Path, folder: Path) -> str:
    """A whole site: pages, MB, seconds, seconds a thousand pages."""
    wall, work = time.perf_counter(), time.process_time()
    built = build_site(store, folder / "site")
    seconds, cpu = time.perf_counter() - wall, time.process_time() - work
    thousand = cpu / built.pages * 1000
    return (f"site: {built.pages:,} pages, {built.megabytes:.1f} MB, {seconds:.1f} s ({cpu:.1f} s CPU); "
            f"a thousand pages {thousand:.1f} s CPU{' too slow' * (thousand > THOUSAND)}")  # fmt: skip


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--without-site", action="store_true")
    given = parser.parse_args()
    print(f"{'page':28} {'built':>6} {'CPU':>6} {'kB':>8} {'drawn':>7}   (seconds, least of {given.runs})")
    with tempfile.TemporaryDirectory() as folder:
        for timing in pages(given.store, given.runs, Path(folder)):
            print(timing.line(), flush=True)
        if not given.without_site:
            print(site(given.store, Path(folder)))


if __name__ == "__main__":
    main()
