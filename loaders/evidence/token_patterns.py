"""What figures, dates, titles and document numbers look like in a scan text (`tokens.Scanner`): a table of patterns."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d{2}"
_TO = r" ?[-－—–~～至到] ?"
_PART = (
    rf"(?:第?[一二三四1-4]季度|前[一二三两]?个?季度|首季|[上下]半年|前\d{{1,2}}个?月|1?\d月?{_TO}1?\d月份?"
    r"|1?\d月份?(?:[0-3]?\d日)?[上中下]?旬?|[底末初])"
)
_NUMBER = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?"
_CN, _BIG = "一二三四五六七八九十百千万亿两", "十百千万亿"
COUNTED = "个家项种条人名位次单件款国省市元年天户所座只类吨城"

# Tried in this order at each place; the first that fits takes the words. A group `core` is what must be covered.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("title", r"《(?:[^《》]|《[^《》]*》){1,150}》"),
    ("number", rf"(?:[^\W\da-zA-Z_的于据和与及知见则]{{1,8}})?(?P<core>[〔\[（(【]{_YEAR}[〕\]）)】]第?\d+号)"),
    ("number", rf"公告{_YEAR}年第?\d+号|\d{{1,4}}号(?:文件|公告|令)"),
    ("code", r"https?://[\w./?=&%#:~+-]+"),
    ("code", r"[A-Za-z][A-Za-z0-9_]{0,60}[0-9](?![\d.]*[万亿%％])[A-Za-z0-9_]*"),
    ("code", r"(?<![\d.])\d{1,3}[A-Z][A-Za-z0-9]*|\d{2}后|\d\.\d(?=时代|版)"),
    ("date", rf"{_YEAR}[.\-/]\d{{1,2}}[.\-/]\d{{1,2}}日?(?![\d.])"),
    ("date", rf"{_YEAR}(?:年度?)?{_TO}{_YEAR}(?:年度?|(?![\d.%％万亿]))"),
    ("date", rf"(?:{_YEAR}全?年(?:全年|度)?|[今去同前明次]年)(?:{_PART}|以来)?"),
    ("date", rf"1?\d月[0-3]?\d日|(?<!\d)1?\d{_TO}1?\d月份?|(?<!\d)1?\d月份?|\d+世纪(?:\d+年代)?|\d0年代"),
    ("date", r"[上下]半年|第?[一二三四1-4]季度|前[一二三两]?个?季度|[二][〇○零][一二三四五六七八九〇○零]{2}年"),
    ("date", rf"(?<![\d.,]){_YEAR}(?![\d.,，]*\d|[%％百千万亿余多{COUNTED}美欧]|平方|公里)"),
    ("figure", rf"(?P<core>\d+/\d+|{_NUMBER})(?:[余多]?[百千万亿]+)?[余多]?(?:[%％‰倍]|个百分点)?"),
    ("figure", rf"[{_CN}几数]{{1,9}}分之[{_CN}\d]{{1,9}}|[{_CN}\d]{{1,9}}分之[{_CN}\d]{{1,9}}"),
    ("figure", rf"(?<![完达变形构组促])[{_CN}几]{{1,3}}成半?(?=[以多左的，。、；）]|$)|翻[一两]?番|一半|半数|过半"),
    ("figure", rf"[{_CN}数几]{{1,9}}倍|[{_CN}数上近几]?[{_CN}]{{0,9}}[{_BIG}][余多几](?=[{COUNTED}])"),
    ("figure", rf"[数上近几][百千万亿]{{2,9}}|[数上近][{_BIG}]+(?=[{COUNTED}])"),
    ("figure", rf"[一二三四五六七八九两][{_BIG}]{{1,9}}(?:[一二三四五六七八九][{_BIG}]?){{0,9}}(?=[{COUNTED}])"),
    ("figure", r"(?<![（(])(?:[百千万]?[万亿]|[百千万])(?=[家元级]|美元|规模)"),
    ("figure", r"第[一二三四五六七八九十]{1,4}[位名大]|首位|榜首|之首|前[十百](?![年月天个几])"),
    ("figure", rf"(?<=[市省国县区内])第[{_CN}]{{1,4}}(?=[。；，、])"),
    ("figure", rf"(?:[居列]|排名|全[国省市球]|世界)第[{_CN}]{{1,4}}(?![批届季条步次档梯，、])"),
)
TOKENS = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)

# White space between these parts two tokens, so that it stands in the scan text.
PARTED = re.compile(r"[0-9.,，][0-9.\-－−]|[A-Za-z][0-9]|[0-9][A-Za-z]")
# What makes a number no figure: a caption before it, a list's point after it, leaders of a table of contents, a note.
CAPTION = re.compile(r"(?:[图表例件注录]|专栏|图表|Figure|Table)[-－ ]?\Z")
LIST_POINT = re.compile(r"[.．、)）]\s*(?![0-9])|　")
SENTENCE_POINT = re.compile(r"[.．、]\s*(?![0-9])")
LEADERS = re.compile(r"(?:[.．…·]{3,}|\t)\s*\Z")
FOOTNOTE = re.compile(r"^[ \t]*(\d{1,2})　", re.MULTILINE)
