"""Neo4j answers the questions with the rows that the catalogue's SPARQL gives."""

from __future__ import annotations

from datetime import date

import pytest

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.export.neo4j.questions import NAMES, Plain, question
from tests.graph.export.neo4j.server import Neo4j

# What each is asked, by what Cypher gets; SPARQL gets the same as text.
ASKED: dict[str, list[dict[str, object]]] = {
    "trace-adoptions": [{"innovation": "innovation/1210"}, {"innovation": "innovation/liu-tixi-liang-pingtai"}],
    "trace-rounds": [{"innovation": "innovation/1210"}, {"innovation": "innovation/9710"}],
    "show-about": [{"thing": "place/330100"}, {"thing": "policy/gac-2016-75"}, {"thing": "innovation/9810"}],
    "compare-shared-figures": [{"a": "place/440300", "b": "place/330200"}],
    "measures-provisions": [{"topic": "independent-site"}, {"topic": "talent"}],
    "disagreements": [{}],
    "evidence": [{"claim": "claim/casebook-2024/zones/zone-330100"}],
    "zones-by-province": [{"until": date(2022, 12, 31)}, {"until": date(2019, 12, 31)}, {"until": date(2026, 1, 1)}],
    "evaluation-entered": [{"year": 2022, "tier": "tier-1"}, {"year": 2023, "tier": "tier-1"}],
    "peers-lacking": [{"place": "place/370300"}, {"place": "place/330300"}],
}
CASES = [(name, given) for name, several in ASKED.items() for given in several]


def test_every_question_is_asked() -> None:
    assert sorted(ASKED) == NAMES and len(NAMES) == 10
    for name, several in ASKED.items():
        assert all(sorted(given) == sorted(question(name).parameters) for given in several), name


@pytest.mark.parametrize(
    ("name", "given"), CASES, ids=lambda v: v if isinstance(v, str) else " ".join(map(str, v.values()))
)
def test_the_rows_are_those_of_sparql(
    kg: KnowledgeGraph, imported: Neo4j, name: str, given: dict[str, object]
) -> None:  # fmt: skip
    asked = question(name)
    theirs = imported.ask(asked.text, **given)
    mine = kg.query(asked.equals, {key: str(value) for key, value in given.items()})
    assert mine.rows, "a question without rows compares nothing"
    assert tuple(theirs[0]) == mine.columns
    plain = Plain(kg)
    assert plain(tuple(row.values()) for row in theirs) == plain(mine.rows)
