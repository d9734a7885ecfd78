"""A module and what it defines never bear one name: who imports the one would hide the other."""

from __future__ import annotations

import ast

import pytest

from tests.house.rooms import ROOT

FOLDERS = ("cemai/api", "graph/diffusion", "graph/repository", "graph/store", "queries/answers", "queries/ask")
DEFINED = ast.FunctionDef | ast.ClassDef


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_module_defines_its_own_name(folder: str) -> None:
    files = sorted((ROOT / folder).glob("*.py"))
    assert files
    same = [
        str(path.relative_to(ROOT))
        for path in files
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(found, DEFINED) and found.name == path.stem
    ]
    assert same == []
