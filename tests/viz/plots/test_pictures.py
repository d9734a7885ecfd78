"""The files: the same bytes for the same data, texts as they are whatever stands in them, errors that can be mended."""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pytest
from cemai.graph.errors import OutputError
from cemai.ontology.text import LangText
from cemai.viz.plots import fonts
from cemai.viz.plots.picture import write
from cemai.viz.plots.plot_style import PlotStyle
from matplotlib import font_manager

from tests.viz.plots.making import drawings

PLOTS = sorted(drawings(LangText("")))
PLAIN = LangText("杭州", "Hangzhou")
HOSTILE = {
    "mathtext": r"$x^2$ $\frac{ \bad $ 100%_{",
    "markup": "<script>alert(1)</script>--><b>]]>",
    "entities": "&lt;b&gt; \"'&amp; {} %s \\n",
}


def drawn(name: str, text: LangText, path: Path, style: PlotStyle | None = None) -> bytes:
    write(drawings(text)[name], style or PlotStyle(), path)
    return path.read_bytes()


def words(svg: bytes) -> str:
    """All that is written in an SVG that keeps letters as text."""
    return "\n".join("".join(e.itertext()) for e in ElementTree.fromstring(svg).iter() if e.tag.endswith("}text"))  # noqa: S314


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("suffix", ["svg", "png"])
@pytest.mark.parametrize("name", PLOTS)
def test_the_same_data_gives_the_same_bytes(tmp_path: Path, name: str, suffix: str) -> None:
    one = drawn(name, PLAIN, tmp_path / f"one.{suffix}", PlotStyle(dpi=60))
    assert one == drawn(name, PLAIN, tmp_path / f"two.{suffix}", PlotStyle(dpi=60))
    assert one != drawn(name, LangText("宁波", "Ningbo"), tmp_path / f"other.{suffix}", PlotStyle(dpi=60))


@pytest.mark.usefixtures("font")
def test_the_users_settings_change_nothing_and_stay(tmp_path: Path) -> None:
    one = drawn("curve", PLAIN, tmp_path / "one.svg")
    with mpl.rc_context({"text.usetex": True, "font.size": 30, "svg.fonttype": "none", "axes.facecolor": "red"}):
        assert one == drawn("curve", PLAIN, tmp_path / "two.svg")
        assert mpl.rcParams["font.size"] == 30


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", PLOTS)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_label_stands_as_it_is(tmp_path: Path, name: str, text: str) -> None:
    said = HOSTILE[text]
    svg = drawn(name, LangText(said), tmp_path / "a.svg", PlotStyle(as_text=True))
    assert said in words(svg)
    for found in (svg, drawn(name, LangText(said), tmp_path / "b.svg")):
        tags = {e.tag.rpartition("}")[2] for e in ElementTree.fromstring(found).iter()}  # noqa: S314
        assert not tags & {"script", "foreignObject", "image", "a"}


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", PLOTS)
def test_characters_that_would_break_the_file_or_turn_the_text(tmp_path: Path, name: str) -> None:
    bad = LangText("\x00杭\x1b[31m州\ud800\ufffe", "right \u202eto\u2066 left\nline")
    svg = drawn(name, bad, tmp_path / "a.svg", PlotStyle(as_text=True))
    assert "杭�[31m州��" in words(svg) and "\u202e" not in svg.decode()
    drawn(name, bad, tmp_path / "a.png", PlotStyle(dpi=60))


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", PLOTS)
@pytest.mark.parametrize("letter", ["长", "a"])
def test_a_name_of_5000_characters_is_cut_and_the_picture_keeps_its_size(
    tmp_path: Path, name: str, letter: str
) -> None:
    png = drawn(name, LangText(letter * 5000), tmp_path / "a.png", PlotStyle(width=17, dpi=100))
    width, height = struct.unpack(">II", png[16:24])
    assert abs(width - 17 / 2.54 * 100) <= 1 and height < 2000
    assert "…" in words(drawn(name, LangText(letter * 5000), tmp_path / "a.svg", PlotStyle(as_text=True)))


@pytest.mark.usefixtures("font")
def test_what_no_font_has_is_reported(tmp_path: Path) -> None:
    (told,) = write(drawings(LangText("\ue000杭州"))["few"], PlotStyle(), tmp_path / "a.svg")
    assert told.startswith("1 ") and "in no font" in told


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_language_of_the_words(tmp_path: Path, language: str) -> None:
    said = words(drawn("batches", PLAIN, tmp_path / "a.svg", PlotStyle(language, as_text=True)))
    assert ("综试区个数" in said, "pilot zones" in said) == (language != "en", language != "zh")


def test_no_chinese_font_is_an_error_and_no_boxes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_names", lambda: {"DejaVu Sans"})
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [])
    with pytest.raises(OutputError, match="fonts-noto-cjk"):
        drawn("tiers", PLAIN, tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []
    drawn("tiers", LangText("", "Hangzhou"), tmp_path / "english.png", PlotStyle("en"))


def test_a_font_installed_after_matplotlib_made_its_list_is_found(font: str, monkeypatch: pytest.MonkeyPatch) -> None:
    latin = [f for f in font_manager.fontManager.ttflist if f.name.startswith("DejaVu")]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", latin)
    assert fonts.chinese_font() == font


def test_without_matplotlib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(OutputError, match=r"cemai\[plot\]"):
        drawn("tiers", PLAIN, tmp_path / "a.svg")


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.svg.gz", ".svg"])
def test_another_suffix_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"\.svg or \.png"):
        drawn("tiers", PLAIN, tmp_path / name)


@pytest.mark.usefixtures("font")
def test_a_path_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    with pytest.raises(OutputError, match="cannot write"):
        drawn("tiers", PLAIN, tmp_path / "file" / "a.svg")
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(OutputError, match="folder"):
        drawn("tiers", PLAIN, tmp_path / "folder.svg")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder.svg"]
    assert (tmp_path / "file").read_text() == "kept"


@pytest.mark.parametrize(
    "wrong", [{"width": 2}, {"width": float("nan")}, {"dpi": 5}, {"dpi": 9999}, {"language": "fr"}]
)
def test_sizes_and_languages_out_of_bounds(wrong: dict[str, float]) -> None:
    with pytest.raises(OutputError):
        PlotStyle(**wrong)  # type: ignore[arg-type]


@pytest.mark.usefixtures("font")
def test_a_picture_too_large_is_refused_before_memory_is(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="--dpi"):
        drawn("curve", PLAIN, tmp_path / "a.png", PlotStyle(width=100, dpi=1200))
    assert drawn("curve", PLAIN, tmp_path / "a.svg", PlotStyle(width=100, dpi=1200))
