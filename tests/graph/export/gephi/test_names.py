"""Names of columns, spells and texts that would break a reader."""

from __future__ import annotations

from cemai.graph.export.network.names import RESERVED, free_names
from cemai.graph.export.network.spells import Spell, around, births, thing_spell, tie_spell
from cemai.graph.export.network.text import attribute, clean, content
from hypothesis import given
from hypothesis import strategies as st

from . import expected

NAMES = st.lists(
    st.one_of(st.sampled_from(sorted(RESERVED)), st.sampled_from(["Type", "type_", "TYPE_", "a_"]), st.text())
)
SURROGATES = st.characters(categories=["Cs"])


@given(NAMES)
def test_names_are_free_and_each_stands_once(names: list[str]) -> None:
    found = list(free_names(names))
    assert len({name.lower() for name in found}) == len(names)
    assert not {name.lower() for name in found} & RESERVED
    assert all(name.rstrip("_") == given.rstrip("_") for name, given in zip(found, names, strict=True))


def test_a_name_that_nothing_reserves_stays() -> None:
    assert list(free_names(["relation", "type", "Type", "year"])) == ["relation", "type_", "Type__", "year"]


@given(st.text(st.one_of(st.characters(), SURROGATES)))
def test_text_is_kept_but_for_what_xml_cannot_hold(text: str) -> None:
    from xml.etree.ElementTree import fromstring

    assert clean(text) == expected.kept(text)
    assert fromstring(f'<a b="{attribute(text)}"/>').get("b") == expected.kept(text)  # noqa: S314
    assert (fromstring(f"<a>{content(text)}</a>").text or "") == expected.kept(text)  # noqa: S314


def test_spells() -> None:
    span = {"dateBegin": "2015-01-01", "dateEnd": "2015-12-31", "dateKind": "started"}
    assert tie_spell(span) == ("2015-01-01", None)
    assert tie_spell(span, "2020-06-01") == ("2015-01-01", "2020-06-01")
    assert tie_spell(span, "2014-06-01") == ("2015-01-01", None), "begun again after an end"
    assert tie_spell(span | {"dateKind": "ended"}, "2015-12-31") == (None, "2015-12-31")
    assert tie_spell({"validFrom": "2021-01-01", "validTo": "2021-12-31"}) == ("2021-01-01", "2021-12-31")
    assert tie_spell({"validFrom": "2021-01-01", "validTo": "2020-12-31"}) == ("2021-01-01", None)
    assert tie_spell({"evaluationYear": "2022"}) == ("2022-01-01", "2022-12-31")
    assert tie_spell({}) == (None, None)


def test_spells_of_things() -> None:
    assert thing_spell("2016-01-12", "2020-06-01", Spell("2016-01-01", "2019-01-01")) == ("2016-01-01", "2020-06-01")
    assert thing_spell("2016-01-12", "2020-06-01", Spell("2017-01-01", "2021-01-01")) == ("2016-01-12", None)
    assert thing_spell(None, None, Spell("2017-01-01", "2021-01-01")) == (None, None)
    told = {"predicate": "dated", "subject": "policy/a", "dateBegin": "2015-08-20", "dateKind": "signed"}
    assert list(births(told)) == [("policy/a", "2015-08-20")]
    assert not list(births(told | {"dateKind": "reported"})) and not list(births(told | {"predicate": "issued"}))
    assert around([Spell(None, "2020-01-01"), Spell(), Spell("2021-01-01")]) == ("2020-01-01", "2021-01-01")
    assert around([Spell()]) is None
