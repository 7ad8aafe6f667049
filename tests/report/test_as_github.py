"""Workflow commands: read as the runner reads them, and nothing in an article is one."""

import re

import attrs
import pytest
from hypothesis import given, settings

from discrepancy.model.findings import Acceptance
from discrepancy.model.report import Report
from discrepancy.model.text import Document
from discrepancy.report.as_github import render_github

from .golden import assert_golden
from .hostile import WORDS, hostile_report
from .stories import ferry_report
from .strategies import reports

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<message>.*)")


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """Take a line apart as the runner does."""
    match = COMMAND.fullmatch(line)
    assert match, line
    properties = dict(part.split("=", 1) for part in match["properties"].split(",") if part)
    return match["name"], {k: decoded(v) for k, v in properties.items()}, decoded(match["message"])


def decoded(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_commands_are_golden() -> None:
    assert_golden("ferry-github.txt", render_github(ferry_report()))


def test_finding_stands_at_its_main_passage() -> None:
    name, properties, message = read_command(render_github(ferry_report()).splitlines()[0])

    assert name == "error"
    assert properties == {
        "file": "ferry/herald.txt",
        "line": "5",
        "endLine": "5",
        "col": "1",
        "endColumn": "18",
        "title": "name-garbled, confidence strong, 122a04bee70f",
    }
    assert message.splitlines()[1] == "- Ida Brekke: Northline, 13 May 2019: “Captain Ida Brekke”"


def test_severities_are_the_commands() -> None:
    *commands, left_out, last = render_github(ferry_report()).splitlines()

    assert [read_command(line)[0] for line in commands] == ["error", "error", "error", "warning", "notice"]
    assert read_command(left_out)[:2] == ("warning", {"file": "ferry/photo.txt", "title": "left out"})
    assert last == "5 discrepancies in 4 articles: 3 major, 1 minor, 1 info"


def test_accepted_finding_is_a_notice_that_says_so() -> None:
    finding = attrs.evolve(ferry_report().discrepancies[0], accepted=Acceptance(reason="asked"))
    report = attrs.evolve(ferry_report(), discrepancies=(finding,), left_out=())
    name, properties, message = read_command(render_github(report).splitlines()[0])

    assert name == "notice"
    assert properties["title"].startswith("accepted: name-garbled")
    assert message.endswith("\nAccepted: asked")


def test_words_over_several_lines_have_no_columns() -> None:
    count = ferry_report().discrepancies[1]
    passage = attrs.evolve(count.positions[0].evidence[0], document="x", start=0, end=7, quote="one\ntwo")
    position = attrs.evolve(count.positions[0], evidence=(passage,))
    report = Report(
        documents=(Document(id="x", text="one\ntwo", path="x.txt"),),
        discrepancies=(attrs.evolve(count, positions=(position, count.positions[1])),),
    )
    _, properties, _ = read_command(render_github(report).splitlines()[0])

    assert {k: v for k, v in properties.items() if k != "title"} == {
        "file": "x.txt",
        "line": "1",
        "endLine": "2",
    }


@pytest.mark.parametrize(
    ("path", "named"),
    [("x.jsonl", {"file": "x.jsonl"}), (None, {}), ("standard input", {}), ("a,b:c%.txt", None)],
)
def test_article_that_is_no_file_has_no_line(path: str | None, named: dict[str, str] | None) -> None:
    count = ferry_report().discrepancies[1]
    documents = tuple(attrs.evolve(d, path=path) for d in ferry_report().documents)
    line = render_github(Report(documents=documents, discrepancies=(count,))).splitlines()[0]
    _, properties, _ = read_command(line)
    del properties["title"]

    if named is None:
        assert properties["file"] == path
        assert "line" in properties
    else:
        assert properties == named


@settings(max_examples=20, deadline=None)
@given(reports())
def test_every_line_is_a_command_but_the_last(report: Report) -> None:
    *commands, last = render_github(report).removesuffix("\n").split("\n")

    assert len(commands) == len(report.discrepancies) + len(report.left_out)
    assert {read_command(line)[0] for line in commands} <= {"error", "warning", "notice"}
    assert "::" not in last


def test_nothing_in_an_article_is_a_command() -> None:
    text = render_github(hostile_report())
    lines = text.removesuffix("\n").split("\n")

    assert len(lines) == len(WORDS) // 2 + 2
    assert [line for line in lines[:-1] if not line.startswith(("::notice file=", "::warning file="))] == []
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
