"""Files of RDF as they come: marks, packing, line ends, endings that lie, files that are cut or are something else."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from cemai.graph.errors import DataError
from cemai.graph.rdf.foreign import IMPORTED, find_statement, read_foreign
from cemai.graph.rdf.input_file import form_of, guessed
from pyoxigraph import Quad

CITY = "https://w3id.org/cemai/id/place/330100"
NAME = "http://www.w3.org/2004/02/skos/core#prefLabel"
XML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    f'xmlns:skos="http://www.w3.org/2004/02/skos/core#">\n<rdf:Description rdf:about="{CITY}">\n'
    '<skos:prefLabel xml:lang="{tag}">杭州</skos:prefLabel>\n</rdf:Description>\n</rdf:RDF>\n'
)
TEXTS = {
    "nt": f'# a comment\n<{CITY}> <{NAME}> "杭州"@{{tag}} .\n',
    "nq": f'# a comment\n<{CITY}> <{NAME}> "杭州"@{{tag}} <http://example.org/g> .\n',
    "ttl": '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n'
           f'<{CITY}>\n skos:prefLabel "杭州"@{{tag}} .\n',
    "trig": '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n'
            f'<http://example.org/g> {{{{\n<{CITY}> skos:prefLabel "杭州"@{{tag}} .\n}}}}\n',
    "jsonld": f'{{{{"@id": "{CITY}",\n"{NAME}": {{{{"@value": "杭州", "@language": "{{tag}}"}}}}}}}}\n',
    "rdf": XML,
}  # fmt: skip


def read(file: Path, content: str | bytes) -> set[Quad]:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return set(read_foreign(file, form_of(file)))


def refusal(file: Path, content: str | bytes) -> str:
    with pytest.raises(DataError) as refused:
        read(file, content)
    assert file.name in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize("ending", list(TEXTS))
@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh-Hans", "zh_CN", "zh-Hans-CN", "ZH"])
def test_every_tag_of_chinese_is_one_in_every_format(tmp_path: Path, ending: str, tag: str) -> None:
    [quad] = read(tmp_path / f"a.{ending}", TEXTS[ending].format(tag=tag))
    assert (str(quad.object), quad.graph_name) == ('"杭州"@zh', IMPORTED)


@pytest.mark.parametrize("ending", list(TEXTS))
@pytest.mark.parametrize("tag", ["ja", "zh-Hant", "zh_TW"])
def test_another_language_is_refused_with_line_subject_value_and_fix(tmp_path: Path, ending: str, tag: str) -> None:
    said = refusal(tmp_path / f"a.{ending}", TEXTS[ending].format(tag=tag))
    line = {"ttl": 3, "trig": 3, "rdf": 4}.get(ending, 2)
    assert f', line {line}, subject place/330100, value \'"杭州"@' in said and "skos:prefLabel" in said
    assert "@zh or @en" in said


@pytest.mark.parametrize("ending", list(TEXTS))
def test_marks_packing_and_line_ends_change_nothing(tmp_path: Path, ending: str) -> None:
    text, mark = TEXTS[ending].format(tag="zh").encode(), b"\xef\xbb\xbf"
    plain = read(tmp_path / f"a.{ending}", text)
    assert len(plain) == 1
    crlf = text.replace(b"\n", b"\r\n")
    for content in (
        mark + text,
        mark + mark + text,
        crlf,
        mark + crlf,
        gzip.compress(text),
        gzip.compress(mark + text),
    ):
        assert read(tmp_path / f"b.{ending}", content) == plain
    assert read(tmp_path / f"c.{ending}.gz", text) == read(tmp_path / f"c.{ending}.GZ", gzip.compress(text)) == plain


def test_a_tag_is_mended_outside_of_texts_only(tmp_path: Path) -> None:
    text = (f'<{CITY}> <{NAME}> "a \\"x\\"@zh_CN b"@zh_CN ; <http://example.org/@en_GB> """say "x"@en_US"""@en_US . '
            '# "x"@zh_CN\n')  # fmt: skip
    values = {str(quad.object) for quad in read(tmp_path / "a.ttl", text)}
    assert values == {'"a \\"x\\"@zh_CN b"@zh', '"say \\"x\\"@en_US"@en'}


@pytest.mark.parametrize(
    ("ending", "content", "looks"),
    [("ttl", "nq", "nq"), ("nq", "ttl", "ttl"), ("nt", "nq", "nq"), ("jsonld", "rdf", "rdf"),
     ("rdf", "jsonld", "jsonld"),
     ("ttl", "jsonld", "jsonld"), ("ttl", "trig", "trig"), ("trig", "nq", "nq"), ("nt", "ttl", "ttl")],
)  # fmt: skip
def test_an_ending_that_lies_is_named(tmp_path: Path, ending: str, content: str, looks: str) -> None:
    said = refusal(tmp_path / f"a.{ending}", TEXTS[content].format(tag="zh"))
    assert f"it looks like .{looks}" in said
    assert guessed(TEXTS[content].format(tag="zh")) == looks


@pytest.mark.parametrize(
    ("name", "content", "named"),
    [
        ("a.nq", "杭州".encode("utf-16"), "UTF-16"),
        ("a.ttl", TEXTS["ttl"].format(tag="zh").encode("gb18030"), "UTF-8"),
        ("a.nq", b"PK\x03\x04....", "zip"),
        ("a.nq", b"\x28\xb5\x2f\xfd....", "zstd"),
        ("a.trig", b"<!DOCTYPE html>\n<html></html>", "web page"),
        ("a.nq", b"<a:b> <a:c> \0 .", "NUL"),
        ("a.nq.gz", gzip.compress(TEXTS["nq"].encode() * 500, mtime=0)[:60], "cannot be read"),
        ("a.json", b"{}", "nq trig"),
        ("a.jsonld", b'{"@context": "https://schema.org/", "name": "x"}', "@context"),
        ("a.jsonld", b'{"@id": "place", "name": "x"}', "no whole IRI"),
        ("a.ttl", b"<a:b> <a:c> [] .", "blank node"),
        ("a.nq", b"<a:b> <a:c> <a:d> _:g .", "blank node"),
        ("a.ttl", b"<a:b> <a:c> <<( <a:b> <a:c> <a:d> )>> .", "blank node"),
        ("a.nt", b"<http://w3id.org/cemai/id/place/330100> <a:c> <a:d> .", "another base"),
        ("a.nt", b"<a:b> <a:c> <https://www.w3id.org/cemai/id/place/330100> .", "another base"),
        ("a.nt", b"<a:b> <https://W3ID.org/cemai/ontology#within> <a:d> .", "another base"),
    ],
)
def test_what_is_no_graph_of_ours_is_named(tmp_path: Path, name: str, content: bytes, named: str) -> None:
    assert named in refusal(tmp_path / name, content)


@pytest.mark.parametrize("ending", list(TEXTS))
def test_a_file_that_is_cut_says_so(tmp_path: Path, ending: str) -> None:
    text = TEXTS[ending].format(tag="zh").encode()
    for at in (text.rindex("杭".encode()) + 1, text.rindex("州".encode())):
        assert "a part is lost" in refusal(tmp_path / f"a.{ending}", text[:at])


@pytest.mark.parametrize("ending", list(TEXTS))
def test_a_line_is_found_by_subject_property_and_value(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"a.{ending}"
    file.write_text(TEXTS[ending].format(tag="zh"), encoding="utf-8")
    lines = file.read_text(encoding="utf-8").splitlines()
    found, _ = find_statement(file, form_of(file), CITY, NAME, "杭州")
    assert found is not None
    assert "杭州" in lines[found - 1] or (ending == "jsonld" and CITY in lines[found - 1])
    assert find_statement(file, form_of(file), CITY + "9") == (None, "")
