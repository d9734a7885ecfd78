"""`cemai export rocrate`: the reader of the standard reads it; files, sources, dates and page are as they must be."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from frictionless import Package
from pyoxigraph import RdfFormat, parse
from rocrate.rocrate import ROCrate  # type: ignore[import-untyped]

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.export.crate import export_crate
from tests.graph.export.tabular.making import HOSTILE, hostile
from tests.running import Inside

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
Entity = dict[str, Any]


@pytest.fixture(scope="module")
def crate(inside: Inside, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("crate") / "crate"
    done = inside("export", "rocrate", "--out", out)
    assert done.status == 0, done.err
    return out


def entities(folder: Path) -> dict[str, Entity]:
    """The entities of the metadata by their @id; none stands twice."""
    graph = json.loads((folder / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    found = {e["@id"]: e for e in graph}
    assert len(found) == len(graph)
    return found


def test_the_library_of_the_standard_reads_it(crate: Path) -> None:
    read = ROCrate(crate)
    assert read.root_dataset["datePublished"] == "2026-11-21"
    assert read.root_dataset["license"].id == "https://www.apache.org/licenses/LICENSE-2.0"
    names = {e.id for e in read.get_by_type("File")}
    assert {"graph.nq.gz", "ontology.ttl", "codebook.md", "CITATION.cff", "tables/claim.csv"} <= names
    assert all((crate / name).is_file() for name in names)


def test_every_file_is_described_and_every_link_has_an_end(crate: Path) -> None:
    found = entities(crate)
    own = {"ro-crate-metadata.json", "ro-crate-preview.html"}
    described = {i for i, e in found.items() if e["@type"] == "File"}
    assert {p.relative_to(crate).as_posix() for p in crate.rglob("*") if p.is_file()} - own == described
    sizes = {i: (crate / i).stat().st_size for i in described}
    assert {i: int(found[i]["contentSize"]) for i in described} == sizes
    reached, todo = set[str](), ["./", "ro-crate-metadata.json", "ro-crate-preview.html"]
    while todo:
        if (name := todo.pop()) not in reached:
            reached.add(name)
            todo += [i for i in re.findall(r'"@id": "([^"]+)"', json.dumps(found.get(name, {}))) if i in found]
            links = json.dumps({k: v for k, v in found[name].items() if k not in ("@id", "conformsTo")})
            assert all(i in found for i in re.findall(r'"@id": "([^"]+)"', links)), name
    assert reached == found.keys(), "an entity that nothing leads to"


def test_sources_with_interest_and_without_text(crate: Path, corpus: Path) -> None:
    found = entities(crate)
    sources = [found[link["@id"]] for link in found["./"]["isBasedOn"]]
    assert len(sources) >= 5 and all(s["interest"] and s["datePublished"] and s["publisher"] for s in sources)
    plain = [p for p in crate.rglob("*") if p.suffix in (".csv", ".json", ".md")]
    everything = "".join(p.read_text(encoding="utf-8") for p in plain)
    everything += gzip.decompress((crate / "graph.nq.gz").read_bytes()).decode()
    for text in corpus.glob("*.txt"):
        sentences = [s for s in re.split(r"[。；\s]", text.read_text(encoding="utf-8")) if len(s) >= 60]
        assert [s for s in sentences if s in everything] == [], text.name


def test_dates_are_those_of_the_data(crate: Path) -> None:
    found = entities(crate)
    days = {v for e in found.values() for k, v in e.items() if k.startswith("date")}
    assert days <= {"2026-11-21", *(s["datePublished"] for s in found.values() if "interest" in s)}


def test_the_statements_are_those_of_the_graph(crate: Path, kg: KnowledgeGraph) -> None:
    packed = (crate / "graph.nq.gz").read_bytes()
    assert packed[4:8] == b"\0\0\0\0", "no time of packing"
    assert set(parse(gzip.decompress(packed), format=RdfFormat.N_QUADS)) == set(kg.store)  # type: ignore[call-overload]
    assert len(list(parse(path=crate / "ontology.ttl"))) > 1000


def test_the_tables_inside_are_valid(crate: Path) -> None:
    assert Package(str(crate / "tables" / "datapackage.json")).validate().valid


def test_the_citation_file(crate: Path) -> None:
    cited = yaml.safe_load((crate / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["cff-version"] == "1.2.0" and cited["license"] == "Apache-2.0"
    assert cited["date-released"] == "2026-11-21"
    assert all(r["title"] and r["authors"] and r["type"] == "generic" for r in cited["references"])
    own = yaml.safe_load((Path(__file__).parents[4] / "CITATION.cff").read_text(encoding="utf-8"))
    assert own["authors"] == [{"name": "Cemai contributors"}] and own["type"] == "software"


class _Page(HTMLParser):
    """Collects the tags and addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags, self.links = set[str](), list[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attributes if name in ("href", "src")]


def test_the_page_is_offline_and_its_links_lead_to_files(crate: Path) -> None:
    text = (crate / "ro-crate-preview.html").read_text(encoding="utf-8")
    page = _Page(text)
    assert not page.tags & {"script", "link", "img", "iframe", "object"}
    assert "default-src 'none'" in unescape(text)
    assert len(page.links) > 40 and all((crate / link).is_file() for link in page.links)
    assert "2026-11-21" in text and "亚马逊全球开店" in text


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    kg = hostile()
    export_crate(kg, tmp_path / "c")
    packed = gzip.decompress((tmp_path / "c" / "graph.nq.gz").read_bytes())
    assert set(parse(packed, format=RdfFormat.N_QUADS)) == set(kg.store)  # type: ignore[call-overload]
    text = (tmp_path / "c" / "ro-crate-preview.html").read_text(encoding="utf-8")
    assert not _Page(text).tags & {"script", "b"} and "&lt;b&gt;tests&lt;/b&gt;" in text
    read = ROCrate(tmp_path / "c")
    source = read.dereference("https://w3id.org/cemai/id/source/bad")
    assert source["name"] == HOSTILE[0] and source["publisher"]["name"] == HOSTILE[13]
    cited = yaml.safe_load((tmp_path / "c" / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["references"][0]["title"] == HOSTILE[0]


def test_unverified_claims_only_when_asked_for(crate: Path, inside: Inside, tmp_path: Path) -> None:
    assert inside("export", "rocrate", "--all", "--out", tmp_path / "c").status == 0
    fewer, all_ = (len((c / "tables" / "claim.csv").read_bytes()) for c in (crate, tmp_path / "c"))
    assert fewer < all_
    assert "未核实的陈述未收入" in entities(crate)["./"]["description"]
    assert "未核实的陈述未收入" not in entities(tmp_path / "c")["./"]["description"]
