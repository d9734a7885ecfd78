"""Texts and tables as other programs save them: read right, or refused with the cause by name; nothing shifts."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from cemai.graph.errors import DataError, gathering
from cemai.graph.model.locators import Document
from cemai.loaders.collection import Collection, collect

from tests.conftest import Small
from tests.making import TEXT, mini, two, write_csv

Bytes = Callable[[bytes], bytes]


def saved(encoding: str, mark: bytes = b"") -> Bytes:
    """The same text in another encoding."""
    return lambda data: mark + data.decode().encode(encoding)


def lines(end: bytes) -> Bytes:
    return lambda data: data.replace(b"\n", end)


def first_line(change: Callable[[str], str]) -> Bytes:
    """A change of the header."""

    def changed(data: bytes) -> bytes:
        head, _, rest = data.decode().partition("\n")
        return f"{change(head)}\n{rest}".encode()

    return changed


def every_line(change: Callable[[str], str]) -> Bytes:
    return lambda data: "".join(f"{change(line)}\n" for line in data.decode().splitlines()).encode()


SAME: dict[str, Bytes] = {
    "UTF-8 with a mark": saved("utf-8", codecs.BOM_UTF8),
    "UTF-16 little end first": saved("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16 big end first": saved("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-32": saved("utf-32"),
    "both ends of lines": lines(b"\r\n"),
    "returns alone": lines(b"\r"),
}
SAME_TABLE: dict[str, Bytes] = SAME | {
    "an empty last column": every_line(lambda line: f"{line},"),
    "three empty columns": every_line(lambda line: f"{line},,,"),
    "spaces around heads": first_line(lambda head: head.replace(",", " ,\u3000")),
    "empty rows": lambda data: data + b"\n,,,\n \n",
    "empty cells beyond the header": lambda data: data.replace(b"2015-03-07,", b"2015-03-07,", 1) + b"",
    "all in quotes": every_line(lambda line: ",".join(f'"{cell}"' for cell in line.split(","))),
}


def read(folder: Path) -> Collection:
    return collect([folder])


@pytest.mark.parametrize("name", SAME_TABLE)
def test_a_table_is_read_as_the_same(tmp_path: Path, name: str) -> None:
    plain, other = mini().write(tmp_path / "plain"), mini().write(tmp_path / "other")
    for table in ("zones.csv", "places.csv", "evidence.csv"):
        (other / table).write_bytes(SAME_TABLE[name]((other / table).read_bytes()))
    one, two = read(plain), read(other)
    assert one.claims == two.claims and one.things == two.things


@pytest.mark.parametrize("name", SAME)
def test_a_description_is_read_as_the_same(tmp_path: Path, name: str) -> None:
    plain, other = mini().write(tmp_path / "plain"), mini().write(tmp_path / "other")
    (other / "dataset.yml").write_bytes(SAME[name]((other / "dataset.yml").read_bytes()))
    assert read(plain).datasets[0].meta == read(other).datasets[0].meta


@pytest.mark.parametrize("name", SAME)
def test_a_document_keeps_its_positions_and_its_record(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.txt"
    path.write_bytes(SAME[name](TEXT.encode()))
    document = Document.read("t", path)
    assert document.squeezed == Document("t", TEXT, "").squeezed
    assert document.is_recorded(hashlib.sha256(TEXT.encode()).hexdigest())


# How a table is spoilt, and what the message must name.
REFUSED: dict[str, tuple[Bytes, tuple[str, ...]]] = {
    "GBK": (saved("gbk"), ("row 2", "GB18030", "iconv")),
    "Big5": (lambda d: d.replace("杭州市，".encode(), b"").replace("年".encode(), b"").replace("备注".encode(), b"")
             .decode().replace("签", "").encode("big5", errors="ignore"), ("Big5",)),
    "UTF-16 without a mark": (saved("utf-16-le"), ("UTF-16LE", "iconv")),
    "UTF-16 without a mark, big end first": (saved("utf-16-be"), ("UTF-16BE",)),
    "cut in a character": (lambda d: d.rstrip()[: d.rstrip().rindex("年".encode()) + 1], ("cut off",)),
    "a damaged byte": (lambda d: d.replace("杭州".encode(), b"\xe6\x9d\xff" + "州".encode(), 1), ("row 2", "damaged")),
    "a mark twice": (lambda d: codecs.BOM_UTF8 * 2 + d, ("row 1", "U+FEFF")),
    "NUL": (lambda d: d.replace("杭州".encode(), "杭\x00州".encode(), 1), ("row 2", "column subject", "NUL")),
    "zero width": (lambda d: d.replace("杭州".encode(), "杭\u200b州".encode(), 1), ("row 2", "U+200B", "character 2")),
    "a direction": (lambda d: d.replace("杭州".encode(), "\u202e杭州".encode(), 1), ("row 2", "U+202E")),
    "an isolate": (lambda d: d.replace("杭州".encode(), "\u2066杭州\u2069".encode(), 1), ("row 2", "U+2066")),
    "a lost character": (lambda d: d.replace("杭州".encode(), "杭\ufffd".encode(), 1), ("row 2", "U+FFFD")),
    "a private character": (lambda d: d.replace("杭州".encode(), "\ue123州".encode(), 1), ("row 2", "U+E123")),
    "zero width in a head": (first_line(lambda h: h.replace("subject", "sub\u200bject")), ("row 1", "U+200B")),
    "semicolons": (lambda d: d.replace(b",", b";"), ("row 1", "semicolons", "分号")),
    "tabs": (lambda d: d.replace(b",", b"\t"), ("row 1", "tabs", "制表符")),
    "full-width commas": (lambda d: d.replace(b",", "，".encode()), ("row 1", "full-width commas", "全角逗号")),
    "one full-width comma": (first_line(lambda h: h.replace(",", "，", 1)), ("row 1", "full-width commas")),
    "bars": (lambda d: d.replace(b",", b"|"), ("row 1", "bars")),
    "an instruction": (lambda d: b"sep=,\n" + d, ("row 1", "sep=", "instruction")),
    "an instruction in quotes": (lambda d: b'"sep=;"\n' + d, ("row 1", "sep=;")),
    "a short row": (lambda d: d.rstrip().rpartition(b",")[0] + b"\n", ("row 2", "cells where the header has")),
    "a long row": (lambda d: d.rstrip() + b",more\n", ("row 2", "quote a cell")),
    "a cell without a head": (lambda d: d.replace(b"\n", b",\n", 1).rstrip() + b",more\n", ("row 2", "without a name")),
    "a head twice": (every_line(lambda line: f"{line},{line.split(',')[1]}"), ("row 1", "column subject", "duplicate")),
    "a head twice but for spaces": (first_line(lambda h: h.replace("object", "subject ")), ("row 1", "duplicate")),
    "an error of a spreadsheet": (lambda d: d.replace(b"2015-03-07", b"#REF!", 1), ("row 2", "column date", "#REF!")),
    "a day of a spreadsheet": (lambda d: d.replace(b"2015-03-07", b"2015/3/7", 1), ("column date", "write 2015-03-07")),
    "a day in Chinese": (lambda d: d.replace(b"2015-03-07", "2015年3月7日".encode(), 1), ("write 2015-03-07",)),
    "a day as a number": (lambda d: d.replace(b"2015-03-07", b"42070", 1), ("column date", "'42070'")),
    "no header": (lambda d: d.partition(b"\n")[2], ("row 1", "unknown column")),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_right_is_refused_by_name(tmp_path: Path, name: str) -> None:
    spoil, told = REFUSED[name]
    folder = mini().write(tmp_path)
    (folder / "zones.csv").write_bytes(spoil((folder / "zones.csv").read_bytes()))
    errors: list[DataError] = []
    with gathering(errors):
        collect([folder])
    message = str(errors[0])
    assert [part for part in ("zones.csv", "→", *told) if part not in message] == [], message


# A line of dataset.yml as one writes it without thinking of YAML, and how it is read.
PLAIN_YAML: dict[str, tuple[str, str, str]] = {
    "a year": ("written: '2024'", "written: 2024", "2024"),
    "a month": ("written: '2024'", "written: 2024-03", "2024-03"),
    "a day": ("written: '2024'", "written: 2024-03-07", "2024-03-07"),
    "no as a licence": ("licence: made up", "licence: no", "no"),
    "a number as a licence": ("licence: made up", "licence: 1.10", "1.10"),
    "an hour as a licence": ("licence: made up", "licence: 12:30", "12:30"),
    "octal": ("licence: made up", "licence: 0755", "0755"),
    "on": ("recorded_by: tests", "recorded_by: On", "On"),
    "an exponent": ("recorded_by: tests", "recorded_by: 1e3", "1e3"),
}


@pytest.mark.parametrize("name", PLAIN_YAML)
def test_a_plain_value_of_a_description_is_what_is_written(tmp_path: Path, name: str) -> None:
    old, new, expected = PLAIN_YAML[name]
    folder = mini().write(tmp_path)
    text = (folder / "dataset.yml").read_text("utf-8")
    assert old in text
    (folder / "dataset.yml").write_text(text.replace(old, new), "utf-8")
    meta = read(folder).datasets[0].meta
    assert expected in (meta.sources[0].written, meta.licence, meta.recorded_by)


BAD_YAML: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "nothing": ("licence: made up", "licence: ~", ("licence", "a text is needed")),
    "a list": ("licence: made up", "licence: [a]", ("licence", "a text is needed")),
    "a year that is none": ("written: '2024'", "written: 24", ("sources.0.written", "'24'", "write 2024")),
    "a full-width colon": ("licence: made up", "licence：made up", ("row",)),
    "a colon within": ("licence: made up", "licence: made: up", ("row", "quote the text")),
    "a tab": ("licence: made up", "licence:\n\tmade up", ("row", "indent with spaces")),
    "an alias": ("licence: made up", "licence: *up", ("row", "begins with & or *")),
    "an anchor": ("licence: made up", "licence: &up made", ("row", "begins with & or *")),
    "zero width": ("licence: made up", "licence: made\u200b up", ("row", "U+200B")),
    "a number that is none": ("kind: Adoption", "kind: Adoption\n  min: many", ("min", "whole number")),
}


@pytest.mark.parametrize("name", BAD_YAML)
def test_a_description_that_is_wrong_says_where(tmp_path: Path, name: str) -> None:
    old, new, told = BAD_YAML[name]
    folder = mini().write(tmp_path)
    text = (folder / "dataset.yml").read_text("utf-8")
    assert old in text
    (folder / "dataset.yml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError) as error:
        read(folder)
    assert [part for part in ("dataset.yml", "row", "→", *told) if part not in str(error.value)] == [], error.value


def test_a_part_that_is_named_and_used_again_is_read(tmp_path: Path) -> None:
    folder = mini()
    folder.meta["sources"].append(folder.meta["sources"][0] | {"id": "other-text", "title": two("另", "other")})
    data = folder.write(tmp_path)
    assert "&id001" in (data / "dataset.yml").read_text("utf-8")
    one, other = read(data).datasets[0].meta.sources
    assert one.publisher == other.publisher


def test_a_second_document_is_told(tmp_path: Path) -> None:
    folder = mini().write(tmp_path)
    with (folder / "dataset.yml").open("a", encoding="utf-8") as file:
        file.write("---\na: b\n")
    with pytest.raises(DataError, match=r"row \d+: .*second document.*---"):
        read(folder)


_LINES = (f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9))
BOMB = "a: &a [x, x]\n" + "".join(_LINES)


@pytest.mark.parametrize("text", ["a: " + "[" * 5000, BOMB + "z: *j\n", "a: &a [*a]\n"], ids=["deep", "many", "ring"])
def test_a_description_without_end_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    folder = mini().write(tmp_path)
    (folder / "dataset.yml").write_text(text, "utf-8")
    with pytest.raises(DataError, match="nested too deeply"):
        read(folder)


ROW = {"key": "hangzhou", "subject": "杭州", "predicate": "adopted", "object": "1210", "date": "2015-03-07",
       "date_printed": "2015年3月7日", "date_kind": "started", "date_kind_basis": "stated"}  # fmt: skip
# How the document is changed, and how the message says that it differs.
CHANGED: dict[str, tuple[Bytes, str]] = {
    "a letter more": (lambda d: b"x" + d, "another text"),
    "a sign of no width": (lambda d: "\u200b".encode() + d, "signs that nobody sees"),
    "a mark within": (lambda d: d.replace("杭州".encode(), "杭\ufeff州".encode(), 1), "signs that nobody sees"),
    "NUL": (lambda d: d + b"\0", "signs that nobody sees"),
    "a line more at the end": (lambda d: d + b"\n\n", "but for its end"),
    "cut": (lambda d: d[: len(d) // 2].decode(errors="ignore").encode(), "another text"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_sheet_is_not_located_in_another_text(small: Small, tmp_path: Path, name: str) -> None:
    """The hash is compared first: no table and no span is written."""
    change, told = CHANGED[name]
    folder = mini().write(tmp_path)
    write_csv(folder / "adoptions.sheet.csv", [ROW | {"@value": "2015年3月7日", "@subject": "杭州市"}])
    text = tmp_path / "corpus" / "mini-text.txt"
    text.write_bytes(change(text.read_bytes()))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    message = small.inside("annotate", folder, "--corpus", tmp_path / "corpus").complaint
    assert "mini-text.txt" in message and told in message and "→" in message
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}
    done = small.inside("verify", "--data", folder, "--corpus", tmp_path / "corpus")
    assert "changed 文件已变: mini-text (another SHA-256: " in done.out and told in done.out


SHEETS: dict[str, tuple[list[dict[str, str]], tuple[str, ...]]] = {
    "no key": ([ROW | {"key": "", "@value": "2016年"}], ("row 2", "column key")),
    "a key twice": ([ROW | {"@value": "2016年"}, ROW | {"@value": "2016年"}], ("row 3", "column key", "row 2")),
    "an anchor of another name": ([ROW | {"@valu": "2016年"}], ("row 2", "column @valu", "@value")),
    "a quote with a sign of no width": ([ROW | {"@value": "2016\u200b年"}], ("row 2", "U+200B")),
    "an unknown column": ([ROW | {"@value": "2016年", "colour": "red"}], ("row 1", "column colour")),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_that_is_wrong_writes_nothing(small: Small, tmp_path: Path, name: str) -> None:
    rows, told = SHEETS[name]
    folder = mini().write(tmp_path)
    write_csv(folder / "adoptions.sheet.csv", rows)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    message = small.inside("annotate", folder, "--corpus", tmp_path / "corpus").complaint
    assert [part for part in ("adoptions.sheet.csv", "→", *told) if part not in message] == [], message
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_document_whose_hash_is_not_recorded_is_told_it(small: Small, tmp_path: Path) -> None:
    folder = mini()
    del folder.meta["sources"][0]["document_sha256"]
    written = folder.write(tmp_path)
    message = small.inside("annotate", written, "--corpus", tmp_path / "corpus").complaint
    assert f"write document_sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}" in message
