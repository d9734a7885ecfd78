"""`cemai build --from` a file of another hand: read right, or refused with its line; what passes, commands can read."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from cemai.graph.export.rdf import export_rdf
from cemai.graph.rdf.foreign import as_needed
from cemai.graph.rdf.literals import Unreadable
from cemai.graph.rdf.name_keys import renew_name_keys
from cemai.graph.store.embedded import building, open_read_only, write
from cemai.graph.store.self_description import DESCRIPTION, describe_graph
from cemai.ontology.schema import ONTOLOGY_GRAPH
from cemai.shapes.gate import check
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize

from cemai.pipeline.restore import complete
from tests.conftest import Small
from tests.running import Inside

CITY = "<https://w3id.org/cemai/id/place/330100>"
NAME = '<http://www.w3.org/2004/02/skos/core#prefLabel> "杭州市"@zh '
DAY, DATE = '"2015-03-07"^^<http://www.w3.org/2001/XMLSchema#date>', "http://www.w3.org/2001/XMLSchema#date"
MINI = "<https://w3id.org/cemai/graph/mini>"


@pytest.fixture(scope="module")
def lines(small: Small, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The small graph as lines of N-Quads, its description left out so that it cannot tell what was changed."""
    file = tmp_path_factory.mktemp("lines") / "graph.nq"
    assert small.inside("export", "rdf", "--format", "nquads", "--out", file).status == 0
    found = file.read_text(encoding="utf-8").splitlines(keepends=True)
    return [line for line in found if not line.endswith(f"{DESCRIPTION} .\n")]


READ: dict[str, Callable[[str], str]] = {
    "tags of regions": lambda text: text.replace("@zh ", "@zh-CN ").replace("@en ", "@en-GB "),
    "tags of a locale": lambda text: text.replace("@zh ", "@zh_Hans_CN ").replace("@en ", "@en_US "),
    "days with a zone": lambda text: text.replace(DAY, DAY.replace("07", "07+08:00")),
    "midnights": lambda text: text.replace(DAY, '"2015-03-07T00:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>'),
    "a mark and CRLF": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "no ontology": lambda text: "".join(line for line in text.splitlines(True) if f"{ONTOLOGY_GRAPH} ." not in line),
    "nothing derived": lambda text: "".join(line for line in text.splitlines(True) if "/graph/inferred> ." not in line),
    "each statement twice": lambda text: text + text,
}


@pytest.mark.parametrize("what", list(READ))
def test_what_says_the_same_gives_the_same_graph(small: Small, lines: list[str], tmp_path: Path, what: str) -> None:
    text = "".join(lines)
    changed = READ[what](text)
    assert changed != text
    (tmp_path / "a.nq").write_text(changed, encoding="utf-8", newline="")
    done = small.inside("build", "--from", tmp_path / "a.nq", store=tmp_path / "store")
    assert done.status == 0, done.err
    assert "没有自述" in done.err
    assert set(open_read_only(tmp_path / "store")) == set(open_read_only(small.store))


REFUSED: dict[str, tuple[str, str, str]] = {
    "another language": (NAME, NAME.replace("@zh", "@zh-Hant"), "prefLabel"),
    "no language": (NAME, NAME.replace("@zh", ""), "prefLabel"),
    "no name": (f"{CITY} {NAME}{MINI} .\n", "", "prefLabel"),
    "two names": (f"{CITY} {NAME}{MINI} .\n", f"{CITY} {NAME}{MINI} .\n{CITY} {NAME.replace('市', '')}{MINI} .\n",
                  "one name per language"),
    "a day of no calendar": (DAY, DAY.replace("-03-", "-13-"), "xsd:date"),
    "an hour": (DAY, '"2015-03-06T16:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>', "xsd:date"),
    "another base": (CITY, CITY.replace("https:", "http:"), "another base"),
    "a blank node": (f"{CITY} {NAME}", f"_:b {NAME}", "blank node"),
    "a predicate of nobody": ("ontology#adopted> <https://w3id.org/cemai/graph/mini>",
                              "ontology#adoptedx> <https://w3id.org/cemai/graph/mini>", "predicate"),
    "a link to nothing": ("<https://w3id.org/cemai/id/innovation/1210> <https://w3id.org/cemai/graph/mini>",
                          "<https://w3id.org/cemai/id/innovation/1211> <https://w3id.org/cemai/graph/mini>",
                          "innovation/1211"),
}  # fmt: skip


@pytest.mark.parametrize("what", list(REFUSED))
def test_what_says_something_else_is_refused_with_its_line(
    small: Small, lines: list[str], tmp_path: Path, what: str
) -> None:
    old, new, named = REFUSED[what]
    text = "".join(lines)
    assert old in text
    (tmp_path / "a.nq").write_text(text.replace(old, new), encoding="utf-8")
    said = small.inside("build", "--from", tmp_path / "a.nq", store=tmp_path / "store").complaint
    assert re.search(r"a\.nq, line \d+, subject \S", said) and named in said, said
    assert not (tmp_path / "store" / "current").exists()


NOTE = NamedNode("https://w3id.org/cemai/ontology#note")
LOST: dict[str, Callable[[list[Quad]], list[Quad]]] = {
    "one statement": lambda quads: quads[:700] + quads[701:],
    "the last of all": lambda quads: quads[:-1],
    "a half": lambda quads: quads[::2],
    "one claim's value": lambda quads: [q for q in quads if not q.predicate.value.endswith("#datePrinted")],
    "one added": lambda quads: [*quads, Quad(NOTE, NOTE, Literal("x"), quads[0].graph_name)],
}  # fmt: skip


@pytest.mark.parametrize("what", list(LOST))
@pytest.mark.parametrize("form", [RdfFormat.N_QUADS, RdfFormat.TURTLE, RdfFormat.RDF_XML], ids=str)
def test_a_graph_that_lost_a_part_says_so_itself(small: Small, tmp_path: Path, form: RdfFormat, what: str) -> None:
    """The counts of its description tell, with graphs and without."""
    whole = sorted(open_read_only(small.store), key=str)
    described = [q for q in whole if q.graph_name == DESCRIPTION]
    left = [*LOST[what]([q for q in whole if q.graph_name != DESCRIPTION]), *described]
    file = tmp_path / f"a.{form.file_extension}"
    serialize(left if form.supports_datasets else (q.triple for q in left), file, format=form)
    said = small.inside("build", "--from", file, store=tmp_path / "store").complaint
    assert "told" in said and "自述" in said, said


def test_two_graphs_may_say_the_same(small: Small, tmp_path: Path) -> None:
    """A file without graphs gives such a statement once, and its description counts it once."""
    store = Store()
    store.bulk_extend(q for q in open_read_only(small.store) if q.graph_name != DESCRIPTION)
    twice = [q for q in store if str(q.graph_name) == MINI][:50]
    other = NamedNode("https://w3id.org/cemai/graph/other")
    store.extend(Quad(q.subject, q.predicate, q.object, other) for q in twice)
    store.extend(describe_graph(store))
    for name, ending in (("turtle", "ttl"), ("nquads", "nq")):
        file = tmp_path / f"a.{ending}"
        export_rdf(store, name, file)
        assert small.inside("build", "--from", file, store=tmp_path / name).status == 0


COMMANDS = (
    ("show", "place/790100"), ("show", "zone/790100"), ("show", "policy/act-2"), ("trace", "innovation/c1", "--all"),
    ("path", "place/790100", "place/790200"), ("compare", "place/790100", "place/790200"), ("measures",), ("audit",),
    ("peers", "place/790100"), ("query", "zones/by-province"), ("query", "claims/evidence"), ("validate",),
)  # fmt: skip


@cache
def answers(store: Path) -> dict[tuple[str, ...], int]:
    """The exit status of each command; a fault of our own is a traceback."""
    inside = Inside(store)
    done = {command: inside(*command) for command in COMMANDS}
    assert not [command for command, each in done.items() if "Traceback" in each.err]
    return {command: each.status for command, each in done.items()}


def mangled(quad: Quad, choice: random.Random) -> list[Quad]:
    """Nothing in its place, or the statement with another value."""
    value = quad.object
    others: list[NamedNode | Literal] = [NamedNode("http://example.org/x")]
    if isinstance(value, Literal):
        others += [
            Literal(value.value, language="zh"),
            Literal(value.value),
            Literal(""),
            Literal("abc", language="en"),
        ]
        others += [] if value.language else [Literal("abc", datatype=value.datatype)]
    else:
        others += [Literal("x"), NamedNode(f"{value.value}x")]  # type: ignore[union-attr]
    new = choice.choice([None, *(other for other in others if other != value)])
    return [Quad(quad.subject, quad.predicate, new, quad.graph_name)] if new is not None else []


def passed(quads: list[Quad], root: Path) -> bool:
    """Whether the graph of those statements was taken, and stands at `root`."""
    store = Store()
    try:
        store.bulk_extend(map(as_needed, quads))
    except Unreadable:
        return False
    complete(store)
    renew_name_keys(store)
    if any(finding.severity == "violation" for finding in check(store, on_disk=False)):
        return False
    with building(root) as folder:
        disk = write(folder, store)
        disk.extend(describe_graph(disk))
        disk.flush()
        del disk
        (folder / "done").touch()
    return True


@pytest.mark.parametrize("seed", range(16))
def test_a_graph_that_passes_the_gate_makes_every_command_work(made: Inside, tmp_path: Path, seed: int) -> None:
    """Any one statement gone or spoiled: either the gate refuses, or every command still answers as it did."""
    choice = random.Random(seed)
    whole = [q for q in open_read_only(made.store) if q.graph_name not in (DESCRIPTION, ONTOLOGY_GRAPH)]
    whole.sort(key=str)
    at = choice.randrange(len(whole))
    if passed([*whole[:at], *mangled(whole[at], choice), *whole[at + 1 :]], tmp_path / "store"):
        assert answers(tmp_path / "store") == answers(made.store), whole[at]
