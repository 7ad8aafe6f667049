"""Wrong use and bad input: one line on standard error and exit code 2."""

import re
from pathlib import Path

import pytest

from discrepancy.errors import ParserError

from .conftest import FakeChecker, Run

WRONG_USES = [
    ([], "name a command"),
    (["chek", "PLACE"], "invalid choice: 'chek'"),
    (["check"], "the following arguments are required: PATH"),
    (["check", "PLACE", "--format", "xml"], "invalid choice: 'xml'"),
    (["check", "PLACE", "--format"], "expected one argument"),
    (["check", "PLACE", "--min-severity", "huge"], "invalid choice: 'huge'"),
    (["check", "PLACE", "--fail-on", "often"], "invalid choice: 'often'"),
    (["check", "PLACE", "--today", "1 May"], "'1 May' is not a date (want YYYY-MM-DD)"),
    (["check", "PLACE", "--accepted", "PLACE/none.toml"], "none.toml: there is no such file"),
    (["check", "PLACE", "--config", "PLACE/none.toml"], "none.toml: there is no such file"),
    (["check", "PLACE", "--config", "a.toml", "--no-config"], "not allowed with argument"),
    (["check", "PLACE", "--against"], "expected at least one argument"),
    (["check", "PLACE/blog.txt", "--against", "PLACE/blog.txt"], "there is no article to check against"),
    (["check", "PLACE/blog.txt", "--against", "PLACE/none"], "none: there is no such file or directory"),
    (["claims", "PLACE", "--against", "PLACE"], "unrecognized arguments: --against"),
    (["check", "PLACE", "--color", "blue"], "invalid choice: 'blue'"),
    (["check", "PLACE", "--colour", "always"], "unrecognized arguments: --colour"),
    (["check", "PLACE", "--form", "json"], "unrecognized arguments: --form"),
    (["check", "PLACE", "--select", "numbr"], "unknown kind 'numbr'; did you mean 'number'?"),
    (["check", "PLACE", "--ignore", "dates"], "unknown kind 'dates'; did you mean 'date'?"),
    (["check", "PLACE", "--select", "zebra"], "unknown kind 'zebra'; the kinds are event-conflation, date"),
    (["check", "PLACE", "--select", ""], "unknown kind ''"),
    (["check", "PLACE", "--select", "date,"], "unknown kind ''"),
    (["check", "PLACE", "--select", "date", "--ignore", "date"], "leave no kind"),
    (["check", "PLACE", "-o", ""], "--output needs the name of a file"),
    (["check", "PLACE", "-o", "PLACE/no/report.txt"], "there is no directory"),
    (["check", "PLACE", "-o", "PLACE"], "it is a directory"),
    (["check", "PLACE", "-o", "PLACE/blog.txt"], "it is one of the articles"),
    (["check", "PLACE/none.txt"], "none.txt"),
    (["check", "PLACE/empty"], "empty"),
    (["check", "PLACE/broken"], "broken.txt"),
    (["check", "PLACE/empty", "--keep-going"], "there is no article that could be read"),
    (["check", "PLACE/lines\nbroken"], "lines broken"),
    (["claims"], "the following arguments are required: PATH"),
    (["claims", "PLACE", "--format", "json"], "unrecognized arguments: --format"),
    (["claims", "PLACE/none.txt"], "none.txt"),
    (["kinds", "number"], "unrecognized arguments: number"),
    (["explain"], "the following arguments are required: KIND"),
    (["explain", "garbled"], "unknown kind 'garbled'; did you mean 'name-garbled'?"),
    (["explain", "date", "number"], "unrecognized arguments: number"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG_USES, ids=lambda value: str(value)[:60])
def test_wrong_use_is_one_line_and_exit_code_2(
    run: Run, story: Path, arguments: list[str], message: str
) -> None:
    (story / "empty").mkdir()
    (story / "broken").mkdir()
    (story / "broken" / "broken.txt").write_bytes(b"\x00\x01\x02")
    code, out, err = run(*(argument.replace("PLACE", str(story)) for argument in arguments))

    assert (code, out) == (2, "")
    assert re.fullmatch(r"discrepancy: [^\n]+\n", err)
    assert message in err


def test_pipeline_that_cannot_be_loaded_is_one_line(run: Run, story: Path, checker: FakeChecker) -> None:
    checker.raised = ParserError("there is no pipeline xx; install it")

    assert run("check", story) == (2, "", "discrepancy: there is no pipeline xx; install it\n")


def test_fault_of_our_own_is_no_finding(run: Run, story: Path, checker: FakeChecker) -> None:
    checker.raised = ZeroDivisionError()
    code, out, err = run("check", story, "--fail-on", "info")

    assert (code, out) == (70, "")
    assert "ZeroDivisionError" in err


def test_interrupt_is_130(run: Run, story: Path, checker: FakeChecker) -> None:
    checker.raised = KeyboardInterrupt()

    assert run("check", story) == (130, "", "")
