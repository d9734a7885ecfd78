"""Positions computed beforehand, and names cut as they have to be."""

from __future__ import annotations

import json

from cemai.ontology.text import LangText
from cemai.viz.content import EntityView, Head, StatementView, most_exact
from cemai.viz.layout import rings
from cemai.viz.page import json_text
from cemai.viz.shell import with_home
from cemai.viz.site.drawing import strip
from cemai.viz.site.svg import Scale
from cemai.viz.views.network.page import ViewNode, network_page


def test_positions_are_the_same_each_time_and_apart() -> None:
    """Without chance: no two nodes on one spot."""
    parents: dict[str, str | None] = {"root": None} | {f"n{i}": "root" for i in range(300)}
    places = rings(parents)
    assert places == rings(parents)
    assert len(set(places.values())) == len(parents)


def test_a_page_of_one_node() -> None:
    root = EntityView("root", LangText("根", "root"), "innovation")
    assert "root" in network_page(Head(LangText("t")), (), (ViewNode(root, None),), ())


def test_a_page_of_a_site_leads_back_and_one_alone_does_not() -> None:
    root = EntityView("root", LangText("根", "root"), "innovation")
    page = network_page(Head(LangText("t")), (), (ViewNode(root, None),), ())
    back = with_home(page, "../index.html", LangText("<回>", "back"))
    assert 'class="home"' not in page
    assert '<a class="home" href="../index.html">' in back and "&lt;回&gt;" in back and "<回>" not in back


def statement(begin: str, end: str) -> StatementView:
    """A statement of which only the days matter."""
    text = LangText("甲")
    return StatementView("d/t/c", "place/1", text, "adopted", text, "innovation/1", text, "passage", text, "d 1–2",
                         begin, begin, end)  # fmt: skip


def test_half_a_year_is_no_year() -> None:
    """Only what begins and ends with a year or a month reads as one."""
    assert most_exact([statement("2016-01-01", "2016-06-30")]) == "2016-01-01–2016-06-30"
    assert most_exact([statement("2016-07-01", "2016-12-31")]) == "2016-07-01–2016-12-31"
    assert most_exact([statement("2016-01-01", "2017-12-31")]) == "2016-01-01–2017-12-31"
    assert most_exact([statement("2016-01-01", "2016-12-31")]) == "2016"
    assert most_exact([statement("2016-01-01", "2016-12-31"), statement("2016-01-01", "2016-06-30")]) != "2016"
    assert most_exact([]) == most_exact([statement("", "")]) == ""


def test_json_of_a_page_cannot_end_its_element_nor_begin_another() -> None:
    """No sign of markup is left as it is, in keys neither, and the scripts read back every text."""
    texts = ["</script>", "<!--", "-->", "]]>", "&lt;", "&amp;", "<", ">", "&", "a\u2028b", '"\\']
    written = json_text({text: [text] for text in texts})
    assert not {"<", ">", "&"} & set(written)
    assert json.loads(written) == {text: [text] for text in texts}


def test_an_axis_of_days_reaches_to_the_end_of_time() -> None:
    scale = Scale("9998-06-01", "9999-12-31")
    places = [scale.x(day) for day in ("9998-01-01", "9999-01-01", "9999-12-31")]
    assert places == sorted(places) and places[0] == scale.left and places[-1] <= scale.right
    assert list(scale.years()) == [9998, 9999, 10000]
    drawn = strip(LangText("t"), [statement("9999-01-01", "9999-12-31")])
    assert drawn is not None and "9999" in drawn.svg
