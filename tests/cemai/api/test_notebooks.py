"""The notebooks run in a real kernel on the shipped graph, warnings are errors in them; they are stored clean."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.house.rooms import ROOT

FOLDER = ROOT / "docs" / "notebooks"
NAMES = ("city_dossier", "spread_9710_9810")
pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning:zmq", "default::DeprecationWarning:jupyter_client")


def read(name: str) -> Any:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]


def test_the_folder_holds_these() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_stored_clean(name: str) -> None:
    book = read(name)
    nbformat.validate(book)
    assert all(not c.outputs and c.execution_count is None for c in book.cells if c.cell_type == "code")
    assert set(book.metadata) == {"kernelspec", "language_info"} and not any(c.metadata for c in book.cells)
    text = (FOLDER / f"{name}.ipynb").read_text(encoding="utf-8")
    assert not re.search(r"/home/|/work/|/tmp/|[A-Z]:\\\\|https?://", text)
    prose = [c.source for c in book.cells if c.cell_type == "markdown"]
    assert all(re.search("[\u4e00-\u9fff]", p) and re.search("[A-Za-z]{3}", p) for p in prose)


@pytest.fixture(scope="module")
def outputs(graph: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What each notebook prints and shows, one text a cell (pictures as the word `picture`)."""
    home = tmp_path_factory.mktemp("kernel")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CEMAI_STORE", str(graph))
        for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR"):
            patch.setenv(name, str(home / name))
        patch.chdir(home)
        return {name: executed(read(name)) for name in NAMES}


def executed(book: Any) -> list[str]:
    """Run the cells between one that makes warnings errors and one that ends that, for the kernel's own shutdown."""
    strict, lax = ("import warnings\nwarnings.simplefilter('error')", "warnings.resetwarnings()")
    cells = [c for c in book.cells if c.cell_type == "code"]
    new = nbformat.v4.new_code_cell
    book.cells = [new(strict), *cells, new(lax)]  # type: ignore[no-untyped-call]
    NotebookClient(book, timeout=120, kernel_name="python3").execute()
    return ["\n".join(map(said, c.outputs)) for c in cells]


def said(output: Any) -> str:
    if output.output_type == "stream":
        return str(output.text)
    data = output.data
    return "picture" if "image/png" in data else "\n".join(str(data.get(k, "")) for k in ("text/plain", "text/html"))


def test_the_dossier_tells_what_is_known(outputs: dict[str, list[str]]) -> None:
    cells = outputs["city_dossier"]
    together = "\n".join(cells)
    assert "place/370200" in cells[0] and "casebook-2024 15376–15394 [passage]" in together
    assert "中国（青岛）跨境电子商务综合试验区" in together and "国函〔2016〕17号" in together
    figures = next(c for c in cells if "calibers differ and are not compared" in c)
    assert "customs-statistics" in figures and "qingdao-2024 439–446 [passage]" in figures
    pivot = next(c for c in cells if "by caliber" in c)
    assert "569.3" in pivot and "850.0" in pivot
    assert "evaluation-tier/tier-1" in together and "as published; whether in force" in together
    audit = next(c for c in cells if "矛盾 disagreement" in c)
    assert "findings" in audit and "caliber" in audit and "casebook-2024" in audit
    assert "sha256" in cells[-2], "evidence of one claim"
    counts = {name: int(n) for name, n in re.findall(r"(\w+) \S+\s+(\d+)$", cells[-1], re.MULTILINE)}
    assert counts["statements"] == counts["passage"] > 80, "each statement has a locator"
    assert counts["calibers"] == 2 and counts["findings"] >= 6


def test_the_spread_is_by_district_and_says_its_limits(outputs: dict[str, list[str]]) -> None:
    cells = outputs["spread_9710_9810"]
    together = "\n".join(cells)
    assert "picture" in cells and "海关总署公告2020年第75号" in together
    counts = next(c for c in cells if "districts piloted" in c)
    assert re.search(r"districts piloted 试点关区\s+22\s+22\b", counts)
    assert re.search(r"cities with a claim \S+\s+0\s+1\b", counts)
    derived = re.search(r"cities only derived \S+\s+(\d+)\s+(\d+)", counts)
    assert derived and min(map(int, derived.groups())) > 30
    assert together.count("all customs districts (42)") >= 2 and "the risk set closes" in together
    assert "no network is inferred" in together and "no adopter classes" in together
    assert "北京海关" in together and "0.476" in together
