"""Values of other hands: read as the stated rules say, or refused with the way to mend them."""

from __future__ import annotations

import pytest
from cemai.graph.rdf.literals import Unreadable, base_language, read_literal
from cemai.graph.rdf.needs import NEEDS, datatypes
from cemai.ontology.namespaces import DCT, SKOS, WGS84, XSD, term
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

NAME = SKOS + "prefLabel"
READERS = {
    "date": "fromisoformat", "decimal": "Decimal", "integer": "int", "boolean": "true or false",
}  # fmt: skip


def typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + datatype))


@pytest.mark.parametrize(
    ("tag", "language"),
    [("zh-CN", "zh"), ("zh-Hans", "zh"), ("zh_CN", "zh"), ("zh-Hans-CN", "zh"), ("ZH", "zh"), ("zh-SG", "zh"),
     ("zh-Hans-HK", "zh"), ("en-GB", "en"), ("en_US", "en"), ("EN", "en"), ("en-Latn-US", "en"), ("zh-Hant", None),
     ("zh-TW", None), ("zh_HK", None), ("zh-yue", None), ("zh-Hant-CN", None), ("ja", None), ("und", None),
     ("eng", None), ("cmn", None)],
)  # fmt: skip
def test_a_tag_is_chinese_english_or_refused(tag: str, language: str | None) -> None:
    assert base_language(tag) == language


@pytest.mark.parametrize("property_", [NAME, SKOS + "altLabel", DCT + "title"])
@pytest.mark.parametrize("text", [Literal("杭州", language="ja"), Literal("杭州"), Literal(" ", language="zh"),
                                  Literal("杭州", language="zh-hant"), typed("5", "integer")])  # fmt: skip
def test_a_name_that_no_reader_would_show_is_refused(property_: str, text: Literal) -> None:
    with pytest.raises(Unreadable) as refused:
        read_literal(property_, text)
    assert refused.value.fix


@pytest.mark.parametrize(
    ("property_", "given_", "read"),
    [
        ("dateBegin", typed("2022-01-01Z", "date"), typed("2022-01-01", "date")),
        ("dateBegin", typed("2022-01-01+08:00", "date"), typed("2022-01-01", "date")),
        ("dateBegin", typed("2022-01-01-05:00", "date"), typed("2022-01-01", "date")),
        ("dateBegin", typed("2022-01-01T00:00:00", "dateTime"), typed("2022-01-01", "date")),
        ("writtenEnd", typed("2022-01-01T00:00:00.000+08:00", "dateTime"), typed("2022-01-01", "date")),
        ("value", typed("+5", "integer"), typed("5", "decimal")),
        ("value", typed("05.50", "decimal"), typed("5.5", "decimal")),
        ("value", typed("1.5E3", "double"), typed("1500", "decimal")),
        ("value", typed("2.50", "float"), typed("2.5", "decimal")),
        ("batch", typed("007", "int"), typed("7", "integer")),
        ("isDisagreement", typed("1", "boolean"), typed("true", "boolean")),
        ("note", typed("x", "token"), Literal("x")),
        ("page", Literal("https://example.org/"), typed("https://example.org/", "anyURI")),
    ],
)
def test_what_means_the_same_is_read_alike(property_: str, given_: Literal, read: Literal) -> None:
    assert read_literal(term(property_), given_) == read


@pytest.mark.parametrize(
    ("property_", "given_"),
    [
        ("dateBegin", typed("2022-13-01", "date")),
        ("dateBegin", typed("2022-02-30", "date")),
        ("dateBegin", typed("20220101", "date")),
        ("dateBegin", typed("10000-01-01", "date")),
        ("dateBegin", typed("-0044-03-15", "date")),
        ("dateBegin", typed("２０２２-01-01", "date")),
        ("dateBegin", typed("2022", "gYear")),
        ("dateBegin", Literal("2022-01-01")),
        ("dateBegin", typed("2021-12-31T16:00:00Z", "dateTime")),
        ("dateBegin", Literal("2022-01-01", language="zh")),
        ("value", typed("abc", "decimal")),
        ("value", typed("1E5", "decimal")),
        ("value", typed("NaN", "double")),
        ("value", typed("INF", "double")),
        ("value", typed("1E999", "double")),
        ("value", typed("1,000", "decimal")),
        ("value", typed("9" * 5000, "integer")),
        ("batch", typed("1.0", "decimal")),
        ("batch", typed("一", "integer")),
        ("batch", Literal("1")),
        ("isDisagreement", typed("yes", "boolean")),
        ("note", Literal("x", language="zh")),
        ("note", typed("5", "integer")),
        ("rowKey", typed("5", "integer")),
    ],
)
def test_what_no_reader_can_read_is_refused(property_: str, given_: Literal) -> None:
    with pytest.raises(Unreadable) as refused:
        read_literal(term(property_), given_)
    assert refused.value.fix and refused.value.problem


@pytest.mark.parametrize("given_", [typed("2022-13-01", "date"), typed("abc", "decimal"), typed("yes", "boolean")])
def test_a_value_is_judged_under_an_unknown_property_too(given_: Literal) -> None:
    """`read_entity` reads every typed value of a thing, whatever the property is called."""
    with pytest.raises(Unreadable):
        read_literal("http://example.org/p", given_)
    assert read_literal("http://example.org/p", typed("P1Y", "duration")) == typed("P1Y", "duration")


@given(
    st.sampled_from(sorted(datatypes())), st.text(max_size=12), st.sampled_from([*READERS, "string", "double", "int"])
)
def test_what_is_read_is_read_again_as_it_is(property_: str, text: str, datatype: str) -> None:
    try:
        read = read_literal(property_, typed(text, datatype))
    except Unreadable:
        return
    assert read_literal(property_, read) == read
    assert read.datatype.value == XSD + datatypes()[property_]


def test_the_ontology_and_the_table_of_needs_agree() -> None:
    """A property has one datatype, whether the ontology or the table says it."""
    forms = {need.property: need.form for need in NEEDS if need.property in datatypes()}
    assert forms.items() <= datatypes().items()
    assert {WGS84 + "lat", term("dateBegin"), term("value"), term("note")} <= datatypes().keys()
