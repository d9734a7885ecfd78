"""Topics of measures by the words people use: a key, its name in Chinese or English, or 独立站补贴."""

from __future__ import annotations

import re
import unicodedata

from cemai.graph.errors import QueryError
from cemai.graph.model.normal_form import name_key, simplified
from cemai.graph.model.suggestions import similar_names
from cemai.queries.session import Session

# What stands around a topic in a question; the topic is what is left.
_AROUND = re.compile(r"(补贴|奖补|补助|奖励|扶持|支持|政策|措施|资金|建设|subsid(y|ies)|support|measures?|grants?)+$")
# Words for a topic that are not its name.
_WORDS = {
    "阳光化": "compliance", "合规化": "compliance", "品牌": "brand", "倍增": "doubling-plan",
    "产业集群": "industrial-belt", "数字化转型": "digitalisation", "warehouses": "overseas-warehouse",
    "site": "independent-site",
}  # fmt: skip


def topic_names(kg: Session) -> dict[str, str]:
    """Keys of topics by every word that names one, in search form."""
    found = {name_key(word): key for word, key in _WORDS.items()}
    for key, label in kg.vocabulary("topic").items():
        for name in (key, label.zh or key, label.en or key, (label.en or key).removesuffix("s")):
            found[name_key(name)] = key
    return found


def find_topic(kg: Session, text: str) -> str | None:
    """The key of the topic that `text` names, or None."""
    names = topic_names(kg)
    whole = name_key(text.removeprefix("topic/"))
    return names.get(whole) or names.get(_AROUND.sub("", whole)) or None


def topic_word(text: str) -> str:
    """The word that is left of ``独立站补贴`` in half width and simplified characters, to look for in titles."""
    written = simplified(unicodedata.normalize("NFKC", text).strip())
    return _AROUND.sub("", written) or written


def one_topic(kg: Session, text: str) -> str:
    """The key of a topic; QueryError with near ones and all the keys when there is none."""
    key = find_topic(kg, text)
    if key is None:
        near = similar_names(text, {name: topic_label(kg, key) for name, key in topic_names(kg).items()})
        listed = ", ".join(kg.concepts("topic"))
        raise QueryError(
            f"no topic is called {text!r} 没有此主题; near 相近: {', '.join(near) or '-'}; keys 可用: {listed}"
        )
    return key


def topic_label(kg: Session, key: str) -> str:
    """``独立站 independent-site``."""
    known = kg.vocabulary("topic").get(key)
    return f"{known.zh if known else ''} {key}".strip()
