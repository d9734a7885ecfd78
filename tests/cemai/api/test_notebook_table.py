"""The table that a notebook shows: escaped, short, with tier and passage always visible."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from cemai.queries.answers.columns import AnswerColumn, AnswerTable

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.api.notebook import MOST_LETTERS
from cemai.api.result import Result
from tests.running import Inside

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table>",
    "a&b",
    "x" * 5000,
    "\u202ereversed",
)


class Page(HTMLParser):
    """Collects tags, attributes and cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.heads: list[str] = []
        self.rows: list[list[str]] = []
        self._at = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag in ("th", "td"):
            self._at = tag
            (self.heads if tag == "th" else self.rows[-1]).append("")
        elif tag == "tr":
            self.rows.append([])

    def handle_endtag(self, tag: str) -> None:
        self._at = "" if tag in ("th", "td") else self._at

    def handle_data(self, data: str) -> None:
        if self._at:
            (self.heads if self._at == "th" else self.rows[-1])[-1] += data


@pytest.fixture(scope="module")
def made_kg(made: Inside) -> KnowledgeGraph:
    return KnowledgeGraph.open(made.store)


def test_nothing_of_a_text_becomes_markup(made_kg: KnowledgeGraph) -> None:
    rows = tuple({"name": text} for text in HOSTILE)
    for head in HOSTILE:
        result = Result(
            made_kg,
            (head, *HOSTILE),
            rows,
            rows,
            AnswerTable((AnswerColumn("name", heading=head),), ("name",)),
            HOSTILE,
        )
        page = Page(result._repr_html_())
        assert page.tags <= {"div", "p", "b", "small", "br", "bdi", "table", "thead", "tbody", "tr", "th", "td"}
        assert page.attributes <= {"style"}
        cells = [row[0] for row in page.rows if row]
        assert cells[:4] == list(HOSTILE[:4]) and len(cells[4]) == MOST_LETTERS and cells[5] == HOSTILE[5]


def test_tier_and_passage_of_every_row(made_kg: KnowledgeGraph) -> None:
    several = (
        made_kg.trace("甲一"), made_kg.rounds("甲一"), made_kg.show("云港"), made_kg.series("云港", "进出口额"),
        made_kg.measures(unquantified=True), made_kg.peers("云溪"), made_kg.path("李某", "星城"),
        made_kg.compare("云港", "星城"), made_kg.diffusion("甲一"),
    )  # fmt: skip
    for found in several:
        page = Page(found._repr_html_())
        assert any("tier" in head for head in page.heads), found.title
        (at,) = [n for n, head in enumerate(page.heads) if "locator" in head or "passages" in head]
        assert all(row[at] for row in page.rows if row), found.title


def test_long_answers_are_cut_and_say_so(kg: KnowledgeGraph) -> None:
    found = kg.trace("1210")
    text = found._repr_html_()
    assert len([row for row in Page(text).rows if row]) == found.table.most
    assert f"+{len(found) - found.table.most} 行 rows" in text and all(note[:20] in text for note in found.notes)


def test_an_empty_answer_has_a_table_and_a_note(made_kg: KnowledgeGraph) -> None:
    found = made_kg.series("云溪", "进出口额")
    assert "that is not a no" in found._repr_html_() and Page(found._repr_html_()).heads


def test_a_result_without_heads_shows_its_columns(made_kg: KnowledgeGraph) -> None:
    found = made_kg.select("zones/by-batch")
    page = Page(found._repr_html_())
    assert page.heads == list(found.columns) and len(page.rows) == 1 + len(found)
    assert Page(made_kg.select("zones/dates-of", {"place": "云港"})._repr_html_()).heads[-1].startswith("出处 locator")
