"""A font that has Chinese characters, by the names that systems give it."""

from __future__ import annotations

from pathlib import Path

from cemai.graph.errors import OutputError

# The best first: sans serif of simplified Chinese, then serif, then fonts that hold the characters in other forms.
KNOWN = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Sarasa Gothic SC", "PingFang SC",
    "Hiragino Sans GB", "Microsoft YaHei", "SimHei", "Heiti SC", "STHeiti", "DengXian", "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei", "Droid Sans Fallback", "LXGW WenKai", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC",
    "STSong", "SimSun", "FangSong", "KaiTi", "AR PL UMing CN", "AR PL UKai CN", "Noto Sans CJK TC", "Noto Sans CJK JP",
    "Heiti TC", "Arial Unicode MS",
)  # fmt: skip
# Beginnings of the files of those fonts, to find one that was installed after matplotlib made its list.
_FILES = (
    "notosanscjk", "notosanssc", "notoserifcjk", "sourcehans", "sarasa", "pingfang", "hiragino", "msyh", "simhei",
    "stheiti", "deng", "wqy", "droidsansfallback", "lxgw", "songti", "stsong", "simsun", "simfang", "simkai", "uming",
    "ukai", "arial unicode",
)  # fmt: skip
LATIN = "DejaVu Sans"
MISSING = (
    "no font with Chinese characters was found; on Debian or Ubuntu: apt install fonts-noto-cjk; elsewhere install "
    "Noto Sans CJK SC 没有找到中文字体：Debian、Ubuntu 请 apt install fonts-noto-cjk，其他系统请安装 Noto Sans CJK SC"
)


def chinese_font() -> str | None:
    """The name of the best Chinese font that is installed, or None."""
    from matplotlib import font_manager

    if found := _best(_names()):
        return found
    for path in sorted(font_manager.findSystemFonts()):
        if Path(path).name.lower().startswith(_FILES):
            font_manager.fontManager.addfont(path)
    return _best(_names())


def require(texts: list[str], font: str | None) -> None:
    """Raise OutputError where a text needs Chinese characters and no font has them: boxes say nothing."""
    if font is None and any(is_wide(c) for text in texts for c in text):
        raise OutputError(MISSING)


def is_wide(char: str) -> bool:
    """Whether a character is Chinese, or punctuation of Chinese text."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uff60"


def _names() -> set[str]:
    from matplotlib import font_manager

    return {font.name for font in font_manager.fontManager.ttflist}


def _best(names: set[str]) -> str | None:
    return next((name for name in KNOWN if name in names), None)
