"""`cemai plot` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.viz.plots import fonts
from matplotlib import font_manager

from tests.running import Cli, Inside

COMMANDS = {
    "curve": ("curve", "1210"), "districts": ("curve", "9710"), "few": ("curve", "六体系两平台"),
    "raster": ("raster",), "batches": ("batches",), "tiers": ("tiers",), "subsidies": ("subsidies", "-t", "独立站"),
}  # fmt: skip


def test_without_a_name_the_plots_are_listed(ask: Inside) -> None:
    done = ask("plot")
    assert done.status == 0 and [line.split()[0] for line in done.out.splitlines()] == [
        "curve", "raster", "batches", "tiers", "subsidies"
    ]  # fmt: skip
    assert "采用曲线" in done.out and "adoption curve" in done.out


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize(
    ("name", "everything"), [*((name, ()) for name in COMMANDS), *((n, ("--all",)) for n in ("curve", "few", "raster"))]
)
def test_each_plot_is_written(ask: Inside, tmp_path: Path, name: str, everything: tuple[str, ...]) -> None:
    out = tmp_path / "a.svg"
    done = ask("plot", *COMMANDS[name], "--out", out, "--text", *everything)
    assert (done.status, done.out, done.err) == (0, "", f"→ {out}\n")
    text = out.read_text(encoding="utf-8")
    assert "not a no" in text and ("Hollow or dashed" in text) == bool(everything)


@pytest.mark.usefixtures("font")
def test_a_graph_of_ones_own(made: Inside, tmp_path: Path) -> None:
    """A small dataset: few places, few dates, a place without an English name."""
    for plot in ("raster --least 1", "batches", "tiers", "subsidies", "curve zones"):
        done = made("plot", *plot.split(), "--out", tmp_path / "a.svg", "--all")
        assert done.status == 0, f"{plot}: {done.err}"


@pytest.mark.usefixtures("font")
def test_two_processes_write_the_same_bytes(cli: Cli, tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("two", "2")):
        done = cli("plot", "curve", "1210", "--out", tmp_path / f"{name}.svg", around={"PYTHONHASHSEED": seed})
        assert done.status == 0, done.err
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("curve", "1211"), "1210"),
        (("curve", "杭州"), "没有名为"),
        (("curve", "1210", "--risk", "provinces"), "zones, cities, districts"),
        (("raster", "1211"), "1210"),
        (("subsidies", "--topic", "月球"), "independent-site"),
        (("batches", "--width", "1"), "from 10 to 100"),
        (("batches", "--dpi", "1"), "from 50 to 1200"),
    ],
    ids=["unknown name", "another kind", "risk", "raster", "topic", "width", "dpi"],
)
def test_bad_input(ask: Inside, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    assert words in ask("plot", *arguments, "--out", tmp_path / "a.svg").complaint
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_suffix_and_an_unknown_plot(ask: Inside, tmp_path: Path) -> None:
    assert ".svg or .png" in ask("plot", "tiers", "--out", tmp_path / "a.pdf").complaint
    assert ask("plot", "pie", "--out", tmp_path / "a.svg").status == 2
    assert ask("plot", "tiers").status == 2, "--out must be given"


def test_no_font_is_reported_with_status_2(ask: Inside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_names", lambda: {"DejaVu Sans"})
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [])
    assert "apt install fonts-noto-cjk" in ask("plot", "batches", "--out", tmp_path / "a.png").complaint
    assert list(tmp_path.iterdir()) == []
