"""A plot as a file: one style whatever the user's settings are, the same bytes for the same data."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cemai.graph.errors import OutputError
from cemai.graph.export.files import is_stream, whole_file

from .fonts import LATIN, chinese_font, require
from .plot_style import PlotStyle
from .text_fit import short

SUFFIXES = (".svg", ".png")
# About 400 MB of memory; a page of A4 at 600 dots per inch has 35 million.
PIXELS = 100_000_000
SIDE = 2**16
_STYLE = {
    "font.size": 8.0, "text.parse_math": False, "axes.unicode_minus": False, "axes.linewidth": 0.6,
    "axes.spines.top": False, "axes.spines.right": False, "axes.labelsize": 8.0, "axes.titlesize": 8.0,
    "xtick.labelsize": 7.0, "ytick.labelsize": 7.0, "xtick.major.width": 0.6, "ytick.major.width": 0.6,
    "legend.fontsize": 8.0, "hatch.linewidth": 0.5, "lines.linewidth": 1.4, "text.hinting": "none",
    "svg.hashsalt": "cemai",
}  # fmt: skip
# What matplotlib says of a character that no font has.
_MISSING = re.compile(r"Glyph \d+ (?=.*missing from)")
Draw = Callable[[PlotStyle], Any]


def check(path: Path) -> None:
    """Raise OutputError for a suffix that is none of ours, or where matplotlib is not installed."""
    if path.suffix.lower() not in SUFFIXES and not is_stream(path):
        raise OutputError(f"{path}: a plot ends in .svg or .png 图片后缀须为 svg 或 png")
    if path.is_dir():
        raise OutputError(f"{path} is a folder 是文件夹")
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        raise OutputError("a plot needs matplotlib: pip install 'cemai[plot]' 画图需要安装 matplotlib") from None


def write(draw: Draw, style: PlotStyle, path: Path) -> list[str]:
    """Draw and write the file, whole or not at all. What to tell the user: characters that no font has.

    Raises OutputError: no matplotlib, no Chinese font, a picture too large or too narrow, a path not to be written.
    """
    check(path)
    with _styled(style) as font, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        figure = draw(style)
        require([text.get_text() for text in _texts(figure)], font)
        data = _bytes(figure, style, "png" if path.suffix.lower() == ".png" else "svg")
    messages = [str(w.message) for w in caught]
    if any("collapsed to zero" in message for message in messages):
        raise OutputError(f"--width {style.width:g}: too narrow for the labels 太窄，放不下文字")
    with whole_file(path) as file:
        file.write(data)
    missing = len({found.group() for message in messages if (found := _MISSING.match(message))})
    return [f"{missing} 个字符字体中没有，画成方框 characters are in no font and appear as boxes"] if missing else []


@contextmanager
def _styled(style: PlotStyle) -> Iterator[str | None]:
    """Our style and nothing of the user's; gives the Chinese font, if there is one."""
    from matplotlib import style as settings

    font = chinese_font()
    # As members of the generic family, so that an SVG with text names a fallback for readers without these fonts.
    family = {"font.family": ["sans-serif"], "font.sans-serif": [font, LATIN] if font else [LATIN]}
    own = family | {"svg.fonttype": "none" if style.as_text else "path"}
    with settings.context(["default", _STYLE | own]):
        yield font


def _texts(figure: Any) -> list[Any]:
    from matplotlib.text import Text

    return list(figure.findobj(Text))


def _settle(figure: Any) -> None:
    """Lay the axes out for good. The solver's last digits differ from run to run, and names in an SVG hang on them."""
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    for axes in figure.axes:
        axes.set_position([round(float(side), 7) for side in axes.get_position().bounds])


def _bytes(figure: Any, style: PlotStyle, form: str) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    FigureCanvasAgg(figure)
    width, height = (inches * style.dpi for inches in figure.get_size_inches())
    if form == "png" and (width * height > PIXELS or max(width, height) >= SIDE):
        raise OutputError(
            f"{width:.0f} × {height:.0f} pixels are too many: a lower --dpi, or an SVG 像素过多，请降低 --dpi 或用 svg"
        )
    _settle(figure)
    # Without date and version of the program, the same data gives the same bytes.
    unstamped = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
    titled = {"Title": short(str(figure.get_label()), 200)}
    drawn = io.BytesIO()
    figure.savefig(drawn, format=form, dpi=style.dpi, metadata=unstamped | titled)
    return drawn.getvalue()
