"""A new concept in each vocabulary, and a new role, used in rows: their labels come everywhere, the code as it is."""

from __future__ import annotations

import csv
import html
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from cemai.viz.plots.fonts import chinese_font

from tests.making import write_csv
from tests.ontology.copied import Copy, add_concept

MADE = Path(__file__).parents[1] / "queries" / "fixture" / "made"
Commands = dict[str, tuple[str | Path, ...]]
ROLE = "sponsored"
# Where a new concept stands in the small dataset: by vocabulary the table, the row and the column. Two vocabularies
# stand in no row: how exact a date is follows from its form, how statements disagree is for the audit to say.
ROWS = {
    "basis": ("adoptions", "yungang-c1", "date_kind_basis"),
    "beneficiary": ("provisions", "yungang-site", "beneficiary"),
    "caliber": ("observations", "yungang-trade-2023", "caliber"),
    "claim-rank": ("adoptions", "yunxi-c1", "claim_rank"),
    "confidence": ("adoptions", "yungang-c1", "confidence"),
    "date-kind": ("adoptions", "yungang-c1", "date_kind"),
    "evaluation-tier": ("evaluations", "yungang-2021", "tier"),
    "evidence-tier": ("adoptions", "xingcheng-c1", "evidence_tier"),
    "hedge": ("observations", "yungang-trade-2023", "hedge"),
    "measure": ("observations", "yungang-trade-2023", "measure"),
    "modality": ("observations", "yungang-trade-2023", "modality"),
    "name-basis": ("places", "790300", "name_en_basis"),
    "per": ("provisions", "yungang-site", "per"),
    "place-level": ("places", "790300", "level"),
    "span-role": ("evidence", "yungang-c1", "role"),
    "stage": ("adoptions", "yungang-c1", "stage"),
    "topic": ("provisions", "yungang-site", "topic"),
    "unit": ("provisions", "yungang-site", "threshold_unit"),
}
IN_NO_ROW = {"date-precision", "disagreement-class"}
TIER = {"evidence_tier": "new-evidence-tier"}
MORE = {
    ("adoptions", "yunxi-c1"): {"predicate": ROLE, "rank_reason": "试验"},
    ("designations", "zone-yungang"): TIER,
    ("evaluations", "yungang-2022"): TIER,
    ("provisions", "yungang-talent"): TIER,
}
# The vocabularies whose concepts a page or picture shows.
FACT = {"basis", "confidence", "date-kind", "evidence-tier", ROLE}
SHOWN = {
    "trace": FACT,
    "measures": {"per", "unit"},
    "timeline": FACT | {"evaluation-tier"},
    "matrix": FACT,
    "network": FACT,
    "map": FACT,
    "comparison": {"caliber", "evaluation-tier", "hedge", "measure", "modality"},
    "site": FACT | {"caliber", "evaluation-tier", "modality", "per", "place-level", "unit"},
    "curve": {"evidence-tier", "stage"},
    "raster": {"evidence-tier"},
    "batches": {"evidence-tier"},
    "tiers": {"evaluation-tier", "evidence-tier"},
    "subsidies": {"evidence-tier", "per", "topic"},
}
# Drawn only where there is a font for them.
PLOTS = {"curve": ("甲一",), "raster": ("--least", "1"), "batches": (), "tiers": (), "subsidies": ()}
EVERY = {*ROWS, *IN_NO_ROW}
NETWORK = {"date-kind", "date-precision", "evaluation-tier", "evidence-tier", ROLE}
EXPORTED = {
    "nquads": EVERY | {ROLE}, "trig": EVERY | {ROLE}, "turtle": EVERY | {ROLE}, "jsonld": EVERY | {ROLE},
    "rdfxml": EVERY | {ROLE}, "ntriples": EVERY | {ROLE}, "tables": EVERY | {ROLE}, "rocrate": EVERY | {ROLE},
    "neo4j": EVERY, "gephi": NETWORK, "graphml": NETWORK, "cytoscape": NETWORK,
}  # fmt: skip


@dataclass(frozen=True)
class New:
    """The new concept of a vocabulary, or the new role."""

    key: str
    zh: str
    en: str


@dataclass(frozen=True)
class Written:
    """What commands wrote, on stdout or to files, by name; and the new concepts by vocabulary."""

    texts: Mapping[str, str]
    new: Mapping[str, New]

    def labels(self, name: str, language: str) -> set[str]:
        """The vocabularies whose new concept has its label in a text."""
        text = self.texts[name]
        return {scheme for scheme, new in self.new.items() if getattr(new, language) in text}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    root = tmp_path_factory.mktemp("copied")
    copy, out = Copy.of(root), root / "out"
    out.mkdir()
    new = _grown(copy)
    commands = {name: tuple(given) for name, given in (_answers(out) | _exports(out)).items()}
    _, *texts = copy.run([("build", "--data", _dataset(root / "made", new)), *commands.values()])
    return Written({n: text or _read(out / n) for n, text in zip(commands, texts, strict=True)}, new)


def _grown(copy: Copy) -> dict[str, New]:
    """A concept more in each vocabulary, a role more among innovations; what needs a line of Turtle beside gets it."""
    found = {}
    for number, path in enumerate(sorted(copy.ontology("vocabularies").glob("*.ttl"))):
        key = "footnote" if path.stem == "span-role" else f"new-{path.stem}"  # it is a part of a property's name
        found[path.stem] = New(key, f"试{number:02d}词", f"trial{number:02d}")
        add_concept(path, key, {"zh": found[path.stem].zh, "en": found[path.stem].en})
    found[ROLE] = New(ROLE, "试角色", "trialrole")
    _add_property(copy.ontology("evidence.ttl"), "footnotePassage", "passage", "脚注片段", "footnote passage")
    _add_property(copy.ontology("innovation.ttl"), ROLE, "hasRoleIn", found[ROLE].zh, found[ROLE].en)
    shape = copy.shape("adoption.ttl")
    shape.write_text(shape.read_text("utf-8").replace("cm:reportedOperating )", f"cm:reportedOperating cm:{ROLE} )"))
    return found


def _add_property(path: Path, name: str, above: str, zh: str, en: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(f"""
cm:{name} a owl:ObjectProperty ; rdfs:subPropertyOf cm:{above} ;
    rdfs:label "{zh}"@zh , "{en}"@en ; skos:definition "试验用。"@zh , "For a test."@en ; cm:servesQuestion "CQ1" .
""")


def _dataset(folder: Path, new: Mapping[str, New]) -> Path:
    """The small dataset with the new concepts in its rows."""
    shutil.copytree(MADE, folder)
    cells = dict(MORE)
    for scheme, (table, row, column) in ROWS.items():
        cells[table, row] = cells.get((table, row), {}) | {column: new[scheme].key}
    for table in {table for table, _ in cells}:
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for (other, key), more in cells.items():
            if other == table == "evidence":  # a span more: a statement keeps the one it has
                rows.append(next(r for r in rows if r["key"] == key) | more)
            elif other == table:
                next(r for r in rows if r["key"] == key).update(more)
        write_csv(folder / f"{table}.csv", rows)
    return folder


def _answers(out: Path) -> Commands:
    plots = PLOTS if chinese_font() else {}
    return {
        "trace": ("trace", "甲一"),
        "measures": ("measures",),
        "series": ("series", "云港", "进出口额"),
        "show": ("show", "云港"),
        "diffusion": ("diffusion", "甲一"),
        "timeline": ("view", "timeline", "--out", out / "timeline"),
        "matrix": ("view", "matrix", "--out", out / "matrix"),
        "network": ("view", "trace", "甲一", "--out", out / "network"),
        "map": ("view", "map", "甲一", "--out", out / "map"),
        "comparison": ("view", "compare", "云港", "星城", "--out", out / "comparison"),
        "site": ("site", "--out", out / "site"),
        **{name: ("plot", name, *more, "--text", "--out", out / f"{name}.svg") for name, more in plots.items()},
    }


def _exports(out: Path) -> Commands:
    rdf = ("nquads", "trig", "turtle", "jsonld", "rdfxml", "ntriples")
    others = ("tables", "rocrate", "gephi", "graphml", "cytoscape", "neo4j")
    return {
        **{name: ("export", "rdf", "--format", name, "--out", out / name) for name in rdf},
        **{name: ("export", name, "--out", out / name) for name in others},
        "claims": ("export", "claims", "--out", out / "claims.jsonl"),
    }


def _read(path: Path) -> str:
    """The text of a file, or of all files below a folder; escapes of JSON and HTML as what they stand for."""
    path = path if path.exists() else next(path.parent.glob(f"{path.name}.*"))
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    text = "\n".join(p.read_bytes().decode("utf-8", "replace") for p in files)
    return html.unescape(re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text))


def test_every_vocabulary_has_a_new_concept_in_a_row(written: Written) -> None:
    assert {*ROWS, *IN_NO_ROW, ROLE} == set(written.new)
    rows = "\n".join(line for line in written.texts["nquads"].splitlines() if "/graph/made>" in line)
    assert {scheme for scheme, new in written.new.items() if new.key in rows} == {*ROWS, ROLE}


@pytest.mark.parametrize("name", SHOWN)
def test_its_label_stands_where_such_concepts_are_shown(
    written: Written, name: str, request: pytest.FixtureRequest
) -> None:
    if name in PLOTS:
        request.getfixturevalue("font")
    assert written.labels(name, "zh") >= SHOWN[name]
    assert written.labels(name, "en") >= SHOWN[name]


@pytest.mark.parametrize("name", EXPORTED)
def test_its_label_travels_with_every_export(written: Written, name: str) -> None:
    assert written.labels(name, "zh") >= EXPORTED[name]
    assert written.labels(name, "en") >= EXPORTED[name]


def test_a_figure_says_in_a_series_what_no_column_says(written: Written) -> None:
    new = written.new
    said = " ".join(new[scheme].key for scheme in ("modality", "measure", "hedge"))
    assert said in re.sub(r"\s+", " ", written.texts["series"])
