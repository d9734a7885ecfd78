"""Identifiers and IRIs are two spellings of one name; a name's key is the same however it is spaced or cased."""

from __future__ import annotations

import pytest
from cemai.graph.errors import NameAmbiguous, NameUnknown
from cemai.graph.model.names import NameIndex
from cemai.graph.model.normal_form import name_key
from cemai.graph.model.statement import Thing
from cemai.graph.rdf.writer import node
from cemai.ontology.namespaces import CM, ID, IDENTIFIER, KEY, identifier, iri, local, term
from hypothesis import given
from hypothesis import strategies as st

identifiers = st.from_regex(rf"\A{IDENTIFIER.pattern}\Z")


@given(identifiers)
def test_identifier_and_iri(name: str) -> None:
    assert identifier(iri(name)) == name
    assert iri(name).startswith(ID)
    assert node(name).value == iri(name)


@given(st.from_regex(r"\A[A-Za-z]{1,12}\Z"))
def test_term_and_local_name(name: str) -> None:
    assert local(term(name)) == name
    assert identifier(term(name)) == term(name) == CM + name


@given(st.from_regex(rf"\A{KEY.pattern}\Z"))
def test_a_key_makes_an_identifier(key: str) -> None:
    assert IDENTIFIER.fullmatch(f"place/{key}")


@given(st.text(max_size=30))
def test_a_name_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text("杭州Ａa（）(B“”", min_size=1, max_size=12), st.sampled_from([" ", "\u3000", "\n", "\u00a0"]))
def test_white_space_case_and_brackets_do_not_matter(name: str, blank: str) -> None:
    assert name_key(blank.join(name)) == name_key(name) == name_key(name.swapcase())
    assert name_key("（甲）") == name_key("(甲)")


@given(st.lists(st.text("甲乙丙丁", min_size=1, max_size=3), min_size=1, max_size=8, unique=True))
def test_every_name_finds_its_thing(names: list[str]) -> None:
    things = [Thing(id=f"place/{i}", classes=("City",), name_zh=n, aliases_zh=(n + "市",)) for i, n in enumerate(names)]
    index = NameIndex(things)
    for thing in things:
        for name in (*thing.names, thing.id, " ".join(thing.name_zh)):
            assert thing in index.find(name)
        assert index.one(thing.id) is thing


def test_classes_narrow_a_name() -> None:
    """A name of a city and a province: the class decides; without one both are told."""
    city = Thing(id="place/220200", classes=("City",), name_zh="吉林市", aliases_zh=("吉林",))
    province = Thing(id="place/220000", classes=("Province",), name_zh="吉林省", aliases_zh=("吉林",))
    index = NameIndex([city, province])
    assert index.one("吉林", frozenset({"City"})) is city
    with pytest.raises(NameAmbiguous, match=r"place/220200.*place/220000|place/220000.*place/220200"):
        index.one("吉林")
    with pytest.raises(NameUnknown, match="吉林市"):
        index.one("吉林是")
