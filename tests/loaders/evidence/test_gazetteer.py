"""Names of known things in a text."""

from __future__ import annotations

from cemai.graph.model.entity import Entity
from cemai.graph.model.names import NameIndex
from cemai.loaders.evidence.gazetteer import Gazetteer


def test_names_the_longest_first_and_no_ordinary_word() -> None:
    things = [
        Entity(id="place/1", classes=("City",), name_zh="马鞍"),
        Entity(id="place/2", classes=("City",), name_zh="马鞍山"),
        Entity(id="place/3", classes=("Town",), name_zh="江山镇", aliases_zh=("江山",)),
        Entity(id="org/k", classes=("Enterprise",), name_zh="K1"),
        Entity(id="indicator/x", classes=("Indicator",), name_zh="出口额"),
    ]  # fmt: skip
    gazetteer = Gazetteer(NameIndex(things))
    assert gazetteer.mentions("马鞍山的江山如画，K1与K12，出口额") == ["马鞍山", "K1"]


def test_a_latin_name_is_found_at_the_ends_of_a_text_and_between_chinese_characters() -> None:
    gazetteer = Gazetteer(NameIndex([Entity(id="org/k", classes=("Enterprise",), name_zh="K1")]))
    assert [gazetteer.mentions(text) for text in ("K1", "在K1公司", "AK1", "K12")] == [["K1"], ["K1"], [], []]


def test_a_name_of_one_sign_is_no_name_to_look_for() -> None:
    """京 stands in many words; at the end of a text it is none either."""
    gazetteer = Gazetteer(
        NameIndex([Entity(id="place/1", classes=("City",), name_zh="北京市", aliases_zh=("京", "北京"))])
    )
    assert [gazetteer.mentions(text) for text in ("在京", "京", "进京", "在北京")] == [[], [], [], ["北京"]]
