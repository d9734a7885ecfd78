"""Names near to one that nothing bears, to help a user who mistyped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .normal_form import name_key
from .readings import has_chinese, read_aloud

MOST = 5
# Likeness from 0 to 1 (1 less the share of signs to change, two swapped signs count as one). A Chinese sign says more
# than a letter: of two signs one may be wrong.
_CHINESE, _LETTERS = 0.5, 0.65
_GOOD = 0.8
# A name that holds what was typed, and one that is held by it: what they count without being alike.
_HOLDS, _HELD = 0.6, 0.45
# Names of so many signs are also compared by how they are read.
_READ_ALOUD = 8
_CANDIDATES = 60


def similar_names(name: str, labels: Mapping[str, str], most: int = MOST) -> list[str]:
    """Up to `most` names that look like `name`, hold it or are read like it, the nearest first; `labels` by name key.

    Empty where nothing is near.
    """
    key = name_key(name)
    scores = {other: score for other in _candidates(key, labels) if (score := _likeness(key, other)) > 0}
    if has_chinese(key):
        scores = {other: score + 0.2 * _sounds_alike(key, other) for other, score in scores.items()}
    elif max(scores.values(), default=0) < _GOOD:
        scores |= _read_like(key, labels)
    ranked = sorted(scores, key=lambda other: (-scores[other], len(other), other))
    return list(dict.fromkeys(labels[other] for other in ranked))[:most]


def similar_keys(key: str, keys: Iterable[str], most: int = MOST) -> list[str]:
    """Up to `most` keys (ids of claims, say) that look like `key`, the nearest first."""
    from rapidfuzz import fuzz, process

    return [found for found, _, _ in process.extract(key, list(keys), scorer=fuzz.ratio, score_cutoff=60, limit=most)]


def _candidates(key: str, labels: Mapping[str, str]) -> list[str]:
    """The keys that are most alike by signs, and those that hold `key` or are held by it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not key:
        return []
    alike = process.extract(key, labels.keys(), scorer=OSA.normalized_similarity, limit=_CANDIDATES)
    inside = (other for other in labels if _holds(other, key) or _holds(key, other))
    return list(dict.fromkeys([*(str(other) for other, _, _ in alike), *inside]))


def _holds(whole: str, part: str) -> bool:
    return len(part) > (1 if has_chinese(part) else 2) and part in whole


def _likeness(key: str, other: str) -> float:
    """0 for a key that is not alike."""
    from rapidfuzz.distance import OSA

    alike = OSA.normalized_similarity(key, other)
    least = _CHINESE if has_chinese(key) else _LETTERS
    share = min(len(key), len(other)) / max(len(key), len(other))
    holding = _HOLDS + 0.4 * share if _holds(other, key) else _HELD + 0.3 * share if _holds(key, other) else 0.0
    best = max(alike if alike >= least else 0.0, holding)
    return best and best + 0.1 * (key[0] == other[0])


def _sounds_alike(key: str, other: str) -> float:
    from rapidfuzz import fuzz

    if max(len(key), len(other)) > _READ_ALOUD:
        return 0.0
    return fuzz.ratio(read_aloud(key), read_aloud(other)) / 100


def _read_like(key: str, labels: Mapping[str, str]) -> dict[str, float]:
    """Chinese names whose pinyin looks like the letters of `key`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not key.isalpha():
        return {}
    read = {other: read_aloud(other) for other in labels if len(other) <= _READ_ALOUD and has_chinese(other)}
    found = process.extract(key, read, scorer=OSA.normalized_similarity, score_cutoff=_GOOD, limit=MOST)
    return {str(other): float(score) for _, score, other in found}
