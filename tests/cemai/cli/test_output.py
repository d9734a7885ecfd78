"""Data on stdout, messages on stderr; tables, CSV and JSON; UTF-8 in any locale; unverified claims only when asked."""

from __future__ import annotations

import pytest

from tests.running import Cli, Inside, environment

ASKS = [
    ("trace", "1210"), ("show", "杭州"), ("query", "zones/by-batch"), ("queries",),
    ("explain", "casebook-2024/zones/zone-330100"),
]  # fmt: skip
LOCALES = [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": "zh_CN.GB18030"}]


@pytest.mark.parametrize("words", ASKS, ids=" ".join)
def test_csv_and_json_read_back_alike(ask: Inside, words: tuple[str, ...]) -> None:
    as_json, as_csv = ask(*words, "--format", "json"), ask(*words, "--format", "csv")
    assert as_json.status == as_csv.status == 0, as_json.err
    rows = as_json.json()
    assert rows
    assert as_csv.csv() == [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows]


@pytest.mark.parametrize("words", ASKS, ids=" ".join)
def test_messages_stay_off_stdout(cli: Cli, words: tuple[str, ...]) -> None:
    """What is said beside the data (counts, hints) is on stderr in every format, and is not in the data."""
    done = cli(*words, "--format", "csv")
    lengths = {len(row) for row in done.csv()}
    assert len(lengths) == 1, "every line has the columns of the header"
    for line in done.err.splitlines():
        assert line not in done.out


@pytest.mark.parametrize("around", LOCALES, ids=lambda a: " ".join(f"{k}={v}" for k, v in a.items()))
def test_chinese_in_a_plain_locale(cli: Cli, around: dict[str, str]) -> None:
    """Arguments and output are UTF-8 whatever the locale says."""
    plain = cli("show", "杭州", "--format", "csv")
    assert cli("show", "杭州", "--format", "csv", around=around) == plain
    assert "杭州市" in plain.out
    message = cli("show", "杭洲", around=around).complaint
    assert "杭洲" in message
    text = 'SELECT ?s WHERE { ?s ?p "杭州市"@zh }'
    assert cli("query", "-", "--format", "csv", text=text, around=around).out.splitlines()[1:] == ["place/330100"]


def test_unverified_claims_only_with_all_and_marked(ask: Inside) -> None:
    shown, everything = ask.rows("trace", "1210"), ask.rows("trace", "1210", "--all")
    assert {r["tier"] for r in shown} <= {"passage", "act"}
    hidden = [r for r in everything if r not in shown]
    assert hidden and {r["tier"] for r in hidden} == {"unverified"}
    assert [r for r in everything if r["tier"] != "unverified"] == shown
    assert f"{len(hidden)} " in ask("trace", "1210").err and "--all" in ask("trace", "1210").err
    table = ask("trace", "1210", "--all").out
    assert table.count("未核实") >= len(hidden) and "未核实" not in ask("trace", "1210").out


def test_show_hides_and_marks_them_too(ask: Inside) -> None:
    shown, everything = ask.rows("show", "杭州"), ask.rows("show", "杭州", "--all")
    assert {r["tier"] for r in shown} <= {"passage", "act"}
    assert [r for r in everything if r["tier"] != "unverified"] == shown
    assert len(everything) > len(shown)


def test_until_counts_what_it_leaves_out(ask: Inside) -> None:
    rows = ask.rows("trace", "1210", "--until", "2018-12-31")
    assert rows and max(r["begin"] for r in rows) <= "2018-12-31"
    assert all(r["begin"] for r in rows)


def test_a_closed_pipe_is_no_error(cli: Cli) -> None:
    """`cemai … | head -1` ends quietly."""
    import subprocess

    from tests.running import command

    done = subprocess.run(
        ["bash", "-c", f"{command()} trace 1210 --all | head -1"], capture_output=True, encoding="utf-8", timeout=60,
        check=False, env=environment(cli.store),
    )  # fmt: skip
    assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr
    assert done.stdout


@pytest.mark.parametrize(
    "command",
    [
        "",
        "build",
        "verify",
        "trace",
        "show",
        "query",
        "queries",
        "explain",
        "export rdf",
        "export claims",
        "view trace",
        "compare",
        "measures",
        "series",
        "peers",
        "path",
    ],
)
def test_help_of_every_command_in_both_languages(ask: Inside, command: str) -> None:
    done = ask(*command.split(), "--help", around={"COLUMNS": "200"})
    assert done.status == 0
    assert any("\u4e00" <= c <= "\u9fff" for c in done.out)
    assert "·" in done.out
