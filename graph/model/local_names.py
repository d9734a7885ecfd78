"""Local names of the ontology in other spellings: ``codeVersion`` as ``code_version`` or ``code-version``."""

from __future__ import annotations

import re

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def snake(name: str) -> str:
    """``inProvince`` as ``in_province``."""
    return _HUMP.sub("_", name).lower()


def kebab(name: str) -> str:
    """``PilotZone`` as ``pilot-zone``."""
    return _HUMP.sub("-", name).lower()


def last(iri: str) -> str:
    """What stands after the last ``#`` or ``/`` of an IRI; a local name as it is."""
    return re.split(r"[#/]", iri)[-1]
