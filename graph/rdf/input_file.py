"""A file of RDF from anywhere: unpacked, without byte order mark, told by name where it is no such file."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from cemai.graph.errors import DataError, Where
from pyoxigraph import Quad, RdfFormat, parse

ENDINGS = ("nq", "trig", "jsonld", "nt", "ttl", "rdf")
_BOM = b"\xef\xbb\xbf"
_HEAD = 4096
# The endings under which a format may stand, too: each takes what it takes.
_ALSO = {"nt": ("nq", "ttl", "trig"), "ttl": ("trig",)}
_CUT = "it ends in the middle of a statement, so a part is lost: fetch it again 文件不完整，请重新取得"
_SHOWN = 200  # letters of what a parser says
# What an unpacked file of RDF does not begin with, and what it is then.
_OTHERS = (
    (b"PK\x03\x04", "a zip archive or a spreadsheet 压缩包或电子表格"), (b"BZh", "packed by bzip2"),
    (b"\xfd7zXZ", "packed by xz"), (b"\x28\xb5\x2f\xfd", "packed by zstd"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"%PDF", "a PDF"), (b"\xff\xfe", "text in UTF-16"), (b"\xfe\xff", "text in UTF-16"),
)  # fmt: skip
_UNPACK = "give the RDF itself, in UTF-8, packed by gzip or not at all 请给 UTF-8 的 RDF 文件，可用 gzip 压缩"
_END = re.compile(
    r"\b(eof|end of (file|input|stream|the file)|unexpected end|unexpected eof|incomplete|closing)\b", re.IGNORECASE
)
# Strings, IRIs and comments of the Turtle family, so that a tag is looked for outside of them only.
_TURTLE = re.compile(
    rb'("""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\')'
    rb"(@[A-Za-z]+(?:[-_][A-Za-z0-9]+)*)?|<[^<>\s]*>|#[^\n]*", re.DOTALL,
)  # fmt: skip
_LOW_LINE = re.compile(rb"@[A-Za-z]{2,3}_[A-Za-z]")
_REMARKS = re.compile(rb"<!--.*?-->|<[?!][^>]*>", re.DOTALL)
# These drop in silence, when strict, what is no whole IRI and no language tag: it is read, and judged by us.
_LENIENT = frozenset({RdfFormat.JSON_LD, RdfFormat.RDF_XML})


def form_of(file: Path) -> RdfFormat:
    """The format by the ending of the name, before ``.gz``."""
    endings = [s.removeprefix(".").lower() for s in file.suffixes if s.lower() != ".gz"]
    found = RdfFormat.from_extension(endings[-1]) if endings and endings[-1] in ENDINGS else None
    if found is None:
        problem = "its ending tells no format that is read 后缀不是可读的格式"
        fix = f"give it an ending that tells the format: {' '.join(ENDINGS)} (.gz) 请用这些后缀"
        raise DataError(Where(file), problem, fix)
    return found


def read_quads(file: Path, form: RdfFormat) -> Iterator[Quad]:
    """The statements of a file, as they stand. Raises DataError, with the line where there is one."""
    with opened(file) as source:
        try:
            yield from parse(source, format=form, lenient=form in _LENIENT)
            if form == RdfFormat.RDF_XML:
                source.seek(0)
                _refuse_open_root(file, source.read())
        except SyntaxError as error:
            raise _malformed(file, form, error) from None
        except (OSError, EOFError) as error:
            raise DataError(Where(file), f"cannot be read: {error} 无法读取", "fetch it again 请重新取得") from None


def numbered_quads(file: Path, form: RdfFormat) -> Iterator[tuple[int | None, Quad]]:
    """The statements, each with the line on which it ends; None in JSON-LD, which is read whole. Slower."""
    with opened(file) as source:
        lines = _Lines(source)
        for quad in parse(cast(IO[bytes], lines), format=form, lenient=form in _LENIENT):
            yield None if form == RdfFormat.JSON_LD else lines.number, quad


def line_with(file: Path, *texts: str) -> int | None:
    """The first line that holds the first of some texts that is found, as it is or as JSON writes it."""
    with opened(file) as source:
        lines = [line.decode("utf-8", "replace") for line in source]
    for text in texts:
        forms = (text, json.dumps(text)[1:-1])
        for number, line in enumerate(lines, 1):
            if any(form in line for form in forms):
                return number
    return None


@contextmanager
def opened(file: Path) -> Iterator[IO[bytes]]:
    """The file's bytes: unpacked when it begins as gzip does, from behind a byte order mark, tags with ``-``."""
    try:
        with file.open("rb") as plain:
            packed = plain.read(2) == b"\x1f\x8b"
            plain.seek(0)
            source = io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=plain))) if packed else plain
            head = _after_mark(source)
            _refuse_others(file, head)
            low = _has_low_lines(source)
            source.seek(0)
            _after_mark(source)
            yield io.BytesIO(_with_hyphens(source.read())) if low else source
    except (OSError, EOFError) as error:
        raise DataError(Where(file), f"cannot be read: {error} 无法读取", "fetch it again 请重新取得") from None


def _after_mark(source: IO[bytes]) -> bytes:
    """Go past a byte order mark, or past several; the first bytes behind it."""
    while True:
        at = source.tell()
        head = source.read(_HEAD)
        marked = head.startswith(_BOM)
        source.seek(at + len(_BOM) if marked else at)
        if not marked:
            return head


def _refuse_others(file: Path, head: bytes) -> None:
    for mark, other in _OTHERS:
        if head.startswith(mark):
            raise DataError(Where(file), f"is {other}, not RDF 不是 RDF 文本", _UNPACK)
    if b"\0" in head:
        raise DataError(Where(file), "holds NUL bytes: it is no text in UTF-8 含有 NUL 字节，不是 UTF-8 文本", _UNPACK)
    if re.match(rb"\s*<(!doctype html|html)", head, re.IGNORECASE):
        raise DataError(
            Where(f"{file}, line 1"), "is a web page, not RDF 是网页而不是 RDF", "fetch it again 请重新取得"
        )


def _refuse_open_root(file: Path, text: bytes) -> None:
    """The parser takes a file that ends in the middle of a text; the end of the root tells."""
    root = re.search(rb"<([A-Za-z_][\w:.-]*)[^>]*?(/?)>", _REMARKS.sub(b"", text))
    end = _REMARKS.sub(b"", text[-_HEAD:]).rstrip()
    if root and not root[2] and not end.endswith(b"</" + root[1] + b">"):
        last = len(text.splitlines())
        raise DataError(Where(f"{file}, line {last}"), "not well-formed: it is not closed 文件格式有误", _CUT)


def _has_low_lines(source: IO[bytes]) -> bool:
    """Whether a tag may be written ``@zh_CN``, which no parser of the Turtle family takes."""
    before = b""
    while chunk := source.read(1 << 20):
        if _LOW_LINE.search(before + chunk):
            return True
        before = chunk[-8:]
    return False


def _with_hyphens(text: bytes) -> bytes:
    return _TURTLE.sub(lambda m: m[1] + m[2].replace(b"_", b"-") if m[2] else m[0], text)


class _Lines(io.RawIOBase):
    """Hands out one line a read, so that the parser has seen no more than `number` lines."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self.number = source, 0

    def read(self, size: int = -1) -> bytes:
        """The next line."""
        self.number += 1
        return self._source.readline()


def _malformed(file: Path, form: RdfFormat, error: SyntaxError) -> DataError:
    said = str(error.msg).removeprefix("Parser error at ")[:_SHOWN]
    line = f", line {error.lineno}" if error.lineno else ""
    with opened(file) as source:
        text = source.read()
    return DataError(Where(f"{file}{line}", value=_line(text, error.lineno)), f"not well-formed: {said} 文件格式有误",
                     _fix(text, form, error, said))  # fmt: skip


def _line(text: bytes, number: int | None) -> str | None:
    lines = text.splitlines()
    return lines[number - 1].decode("utf-8", "replace").strip() if number and number <= len(lines) else None


def _fix(text: bytes, form: RdfFormat, error: SyntaxError, said: str) -> str:
    if not _is_utf8(text):
        return "save it as UTF-8 请存为 UTF-8"
    if "LoadDocumentCallback" in said:
        return "write the @context into the file: nothing is fetched 请把 @context 写入文件，不会联网读取"
    if _END.search(said):
        return _CUT
    looks = guessed(text[:_HEAD].decode("utf-8", "replace"))
    if looks and form.file_extension not in (looks, *_ALSO.get(looks, ())):
        return f"it looks like .{looks}: give it that ending 内容像 .{looks}，请改后缀"
    if (error.lineno or 0) >= len(text.splitlines()):
        return _CUT
    return "mend that line, or export the file again 请改正该行，或重新导出"


def _is_utf8(text: bytes) -> bool:
    """Whether it is UTF-8, be it that its last letter is cut."""
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(text) - 4
    return True


def guessed(text: str) -> str | None:
    """The ending that fits the first lines of a file, None where they do not tell."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    first = lines[0].lstrip() if lines else ""
    if re.match(r'[{\[]\s*("|\{|\}|\]|$)', first):
        return "jsonld"
    if first.startswith("<?xml") or first.startswith("<rdf:"):
        return "rdf"
    if re.match(r"(@prefix|@base|prefix\s|base\s)", first, re.IGNORECASE):
        return "trig" if re.search(r"^\s*(graph\s+)?\S*\s*\{", text, re.MULTILINE | re.IGNORECASE) else "ttl"
    if re.match(r"<[^<>\s]+>\s+<[^<>\s]+>\s+\S", first):
        return "nq" if re.search(r"""(>|"(@[\w-]+)?)\s+<[^<>\s]+>\s*\.\s*$""", first.split(" ", 2)[2]) else "nt"
    return None
