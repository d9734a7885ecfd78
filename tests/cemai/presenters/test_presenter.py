"""What a page says of its data: up to when, and from which sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.presenters.pages.presenter import StatementPresenter
from tests.making import mini
from tests.running import Inside

MORE = "杭州2020年进出口1亿元，2024年目标9亿元，预计2027年开通。\n"
COLUMNS = {"subject": "杭州", "object": "进出口额", "measure": "level", "unit": "CNY", "caliber": "unspecified"}


@pytest.fixture(scope="module")
def presenter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StatementPresenter]:
    """Of a graph with a figure of 2020, a target of 2024, and an adoption that is dated after it was recorded."""
    folder, root = mini(), tmp_path_factory.mktemp("future")
    folder.text += MORE
    del folder.meta["sources"][0]["document_sha256"]
    folder.meta["tables"].append({"file": "figures.csv", "kind": "Observation"})
    folder.tables["things"].append({"id": "indicator/trade", "class": "Indicator", "name_zh": "进出口额"})
    folder.tables["figures"] = [
        COLUMNS | {"key": "past", "value": "100000000", "printed": "1亿元", "period": "2020", "modality": "actual"},
        COLUMNS | {"key": "target", "value": "900000000", "printed": "9亿元", "period": "2024", "modality": "target"},
    ]
    folder.tables["adoptions"].append(folder.tables["adoptions"][0] | {
        "key": "hangzhou", "subject": "杭州", "date": "2027", "date_printed": "2027年"})  # fmt: skip
    folder.anchors |= {
        ("figures", "past"): {"value": "1亿元", "subject": "⟦杭州⟧2020"},
        ("figures", "target"): {"value": "9亿元", "subject": "⟦杭州⟧2020"},
        ("adoptions", "hangzhou"): {"value": "2027年", "subject": "⟦杭州⟧2020", "statement": "开通"},
    }
    data = folder.write(root)
    done = Inside(root / "store")("build", "--data", data)
    assert done.status == 0, done.err
    yield StatementPresenter(KnowledgeGraph.open(root / "store"))


def up_to(presenter: StatementPresenter, *claims: str) -> str:
    """The day that the notes on these claims name."""
    notes = presenter.notes([presenter.statement(f"mini/{claim}") for claim in claims])
    return next((note.en.removeprefix("Data up to ") for note in notes if note.en.startswith("Data up to")), "")


def test_data_reach_to_what_has_happened(presenter: StatementPresenter) -> None:
    """A target's year, and a day after the record, say nothing on how fresh the data are."""
    assert up_to(presenter, "figures/past", "figures/target") == "2020-12-31"
    assert up_to(presenter, "adoptions/ningbo", "adoptions/hangzhou") == "2016-12-31"
    assert up_to(presenter, "figures/target", "adoptions/hangzhou") == ""


def test_the_source_of_a_picture_is_named_once(presenter: StatementPresenter, tmp_path: Path) -> None:
    facts = [presenter.statement(f"mini/{claim}") for claim in ("figures/past", "adoptions/ningbo")]
    assert presenter.sources(facts).zh == "来源：小文本" and presenter.sources(facts).en == "Sources: small text"
    assert presenter.sources([]).zh == ""


@pytest.mark.parametrize(("entity", "read"), [
    ("place/140400", "changzhi"), ("place/411100", "luohe"), ("place/222404", "hunchun"), ("place/440114", "huadu"),
    ("zone/140400", "changzhi"), ("place/330100", "hangzhou"),
])  # fmt: skip
def test_a_page_reads_names_as_the_register_spells_its_places(kg: KnowledgeGraph, entity: str, read: str) -> None:
    """Wherever the name stands: in the place's own, in that of its zone."""
    assert any(read in line for line in StatementPresenter(kg).entity(entity, ()).data()["search"].splitlines())
