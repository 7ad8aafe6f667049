"""The other commands, and the program as a process of its own."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import discrepancy
from discrepancy.cli import build_parser
from discrepancy.model.findings import Kind

from .conftest import FakeChecker, Run

ROOT = Path(__file__).parents[2]


def test_claims_are_json_lines(run: Run, story: Path, checker: FakeChecker) -> None:
    code, out, err = run("claims", story, "--parser", "en_small")
    claim = json.loads(out)

    assert (code, err) == (0, "")
    assert checker.asked["parser"] == "en_small"
    assert list(claim) == [
        "id",
        "document",
        "outlet",
        "attribute",
        "subject",
        "value",
        "normalized",
        "positive",
        "certainty",
        "source",
        "event",
        "evidence",
    ]
    assert list(claim["evidence"]) == ["start", "end", "quote"]


def test_kinds_are_one_line_each(run: Run) -> None:
    code, out, _ = run("kinds")

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [kind.value for kind in Kind]


@pytest.mark.parametrize("kind", Kind)
def test_explain_has_the_three_sections(run: Run, kind: Kind) -> None:
    code, out, _ = run("explain", kind.value)

    assert code == 0
    assert out.startswith(f"{kind.value} (usually ")
    assert [line for line in out.splitlines() if line in {"Flags", "Stays quiet", "Known limits"}] == [
        "Flags",
        "Stays quiet",
        "Known limits",
    ]
    assert max(map(len, out.splitlines())) <= 80


def test_explain_asks_the_detectors(run: Run, checker: FakeChecker) -> None:
    class LateCounts:
        """Counts that differ.

        **Flags** "nine" against
        "eleven".
        """

        kind = Kind.NUMBER

    checker.found = (LateCounts(),)

    assert '\nFlags\n  "nine" against "eleven".\n\nStays quiet\n' in run("explain", "number")[1]


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"discrepancy {discrepancy.__version__}\n", "")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["claims", "-h"], ["explain", "-h"]])
def test_help(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)

    assert (code, err) == (0, "")
    assert out.startswith("usage: discrepancy")


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "discrepancy", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        **options,
    )


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_reader_that_goes_away_hears_nothing() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    process = start("kinds", stdout=write_end)
    os.close(write_end)

    assert process.communicate()[1] == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        process = start("kinds", stdout=full)
        complaint = process.communicate()[1]

    assert complaint == b"discrepancy: the output: No space left on device\n"
    assert process.returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_while_waiting_for_input() -> None:
    process = start("check", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(b"{")
    process.stdin.flush()
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1.0)
    process.send_signal(signal.SIGINT)
    process.wait(10)

    assert (process.returncode, process.stderr.read()) == (130, b"")
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()


def test_output_is_utf8_whatever_the_locale(story: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-m", "discrepancy", "explain", "numbér"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )

    assert process.returncode == 2
    assert process.stderr.startswith(b"discrepancy: unknown kind 'numb\\xe9r'")


def test_every_command_has_its_own_help() -> None:
    helped = build_parser().format_help()

    assert all(
        re.search(rf"^    {command} ", helped, re.MULTILINE)
        for command in ("check", "claims", "kinds", "explain")
    )
