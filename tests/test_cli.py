"""The command line: what it prints where, and with which exit code it ends."""

import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest
from report.stories import documents, ferry_report

import discrepancy
from discrepancy.cli import build_parser, main
from discrepancy.errors import ParserError
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Kind
from discrepancy.model.text import Passage

ROOT = Path(__file__).parents[1]
Run = Callable[..., tuple[int, str, str]]


class FakeChecker(ModuleType):
    """Stands for the checker: gives the invented report, and remembers how it was asked."""

    def __init__(self) -> None:
        super().__init__("discrepancy.checker")
        self.asked: dict[str, Any] = {}
        self.raised: BaseException | None = None
        self.found: tuple[object, ...] = ()

    def check(self, documents: Any, **options: Any) -> Any:
        self.asked = {"documents": documents, **options}
        if self.raised is not None:
            raise self.raised
        if options["progress"]:
            options["progress"](1, len(documents))
        return attrs.evolve(ferry_report(), left_out=())

    def detectors(self) -> tuple[object, ...]:
        return self.found

    def extract_claims(self, documents: Any, *, parser: str | None = None) -> Any:
        self.asked = {"documents": documents, "parser": parser}
        document = documents[0]
        words = document.text.split()[0]
        passage = Passage(document.id, document.text.index(words), len(words), words)
        return (
            Claim(
                id="c1", document=document.id, attribute="office", subject="p1", value="mate", passage=passage
            ),
        )


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch) -> FakeChecker:
    fake = FakeChecker()
    monkeypatch.setitem(sys.modules, "discrepancy.checker", fake)
    return fake


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A directory with the four articles of the invented story."""
    directory = tmp_path / "ferry"
    directory.mkdir()
    for document in documents():
        (directory / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    return directory


@pytest.fixture
def run(checker: FakeChecker, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    yield run_main


def kinds_in(text: str) -> list[str]:
    return [finding["kind"] for finding in json.loads(text)["discrepancies"]]


def test_check_prints_text_and_ends_well(run: Run, story: Path) -> None:
    code, out, err = run("check", story)

    assert (code, err) == (0, "")
    assert out.startswith("5 discrepancies in 4 articles: 3 major, 1 minor, 1 info\n")


def test_check_hands_on_what_it_was_told(run: Run, story: Path, checker: FakeChecker) -> None:
    run("check", story, "--parser", "en_small", "--select", "number,date", "--ignore", "role")

    assert len(checker.asked["documents"]) == 4
    assert checker.asked["parser"] == "en_small"
    assert set(checker.asked["select"]) == {Kind.NUMBER, Kind.DATE}
    assert set(checker.asked["ignore"]) == {Kind.ROLE}
    assert checker.asked["progress"] is None


def test_json_is_the_report(run: Run, story: Path) -> None:
    code, out, _ = run("check", story, "--format", "json")

    assert code == 0
    assert json.loads(out) == attrs.evolve(ferry_report(), left_out=()).to_data()


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--min-severity", "major"], ["name-garbled", "number", "polarity"]),
        (["--min-severity", "minor"], ["name-garbled", "number", "polarity", "quote-wording"]),
        (["--select", "number,update"], ["number", "update"]),
        (["--select", "number", "--select", "update"], ["number", "update"]),
        (["--ignore", "number,polarity,update"], ["name-garbled", "quote-wording"]),
        (["--select", "number,update", "--ignore", "number"], ["update"]),
    ],
)
def test_selection_in_json(run: Run, story: Path, options: list[str], kinds: list[str]) -> None:
    assert kinds_in(run("check", story, "--format", "json", *options)[1]) == kinds


def test_text_tells_what_the_severity_leaves_away(run: Run, story: Path) -> None:
    assert "2 less severe findings are not shown." in run("check", story, "--min-severity", "major")[1]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "major"], 1),
        (["--fail-on", "info"], 1),
        (["--fail-on", "major", "--select", "quote-wording"], 0),
        (["--fail-on", "minor", "--select", "quote-wording"], 1),
        (["--fail-on", "info", "--select", "update"], 1),
        (["--fail-on", "info", "--select", "update", "--min-severity", "minor"], 0),
        (["--fail-on", "minor", "--select", "order"], 0),
    ],
)
def test_fail_on_counts_what_is_shown(run: Run, story: Path, options: list[str], code: int) -> None:
    assert run("check", story, *options)[0] == code


WRONG_USES = [
    ([], "name a command"),
    (["chek", "PLACE"], "invalid choice: 'chek'"),
    (["check"], "the following arguments are required: PATH"),
    (["check", "PLACE", "--format", "xml"], "invalid choice: 'xml'"),
    (["check", "PLACE", "--format"], "expected one argument"),
    (["check", "PLACE", "--min-severity", "huge"], "invalid choice: 'huge'"),
    (["check", "PLACE", "--fail-on", "never"], "invalid choice: 'never'"),
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


class TestKeepGoing:
    @pytest.fixture(autouse=True)
    def add_broken(self, story: Path) -> None:
        (story / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")

    def test_without_it_nothing_is_reported(self, run: Run, story: Path) -> None:
        code, out, err = run("check", story)

        assert (code, out) == (2, "")
        assert "photo.txt" in err

    def test_report_lists_what_was_left_out(self, run: Run, story: Path) -> None:
        code, out, err = run("check", story, "--keep-going", "--format", "json")
        left_out = json.loads(out)["left_out"]

        assert code == 3
        assert [Path(item["path"]).name for item in left_out] == ["photo.txt"]
        assert err == f"discrepancy: left out {story / 'photo.txt'}: {left_out[0]['reason']}\n"

    @pytest.mark.parametrize("order", [("-q", "check"), ("check", "-q")])
    def test_quiet_keeps_standard_error_empty(self, run: Run, story: Path, order: tuple[str, str]) -> None:
        code, out, err = run(*order, story, "--keep-going")

        assert (code, err) == (3, "")
        assert "LEFT OUT" in out

    def test_findings_weigh_more_than_what_was_left_out(self, run: Run, story: Path) -> None:
        assert run("check", story, "--keep-going", "--fail-on", "major")[0] == 1

    def test_claims_tell_by_their_exit_code(self, run: Run, story: Path) -> None:
        assert run("claims", story, "--keep-going")[0] == 3


class TestOutput:
    def test_file_holds_what_would_be_printed(self, run: Run, story: Path, tmp_path: Path) -> None:
        printed = run("check", story)[1]
        code, out, err = run("check", story, "-o", tmp_path / "report.txt")

        assert (code, out, err) == (0, "", "")
        assert (tmp_path / "report.txt").read_text(encoding="utf-8") == printed
        assert sorted(path.name for path in tmp_path.iterdir()) == ["ferry", "report.txt"]

    def test_older_file_stays_when_the_check_fails(
        self, run: Run, story: Path, tmp_path: Path, checker: FakeChecker
    ) -> None:
        target = tmp_path / "report.txt"
        target.write_text("older", encoding="utf-8")
        checker.raised = ParserError("no")

        assert run("check", story, "-o", target)[0] == 2
        assert target.read_text(encoding="utf-8") == "older"

    def test_older_file_stays_when_the_disk_is_full(
        self, run: Run, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "report.txt"
        target.write_text("older", encoding="utf-8")

        def refuse(file: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", refuse)
        code, _, err = run("check", story, "-o", target)

        assert (code, err) == (2, f"discrepancy: cannot write {target}: No space left on device\n")
        assert target.read_text(encoding="utf-8") == "older"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["ferry", "report.txt"]

    def test_link_keeps_pointing_at_its_file(self, run: Run, story: Path, tmp_path: Path) -> None:
        (tmp_path / "real.txt").write_text("older", encoding="utf-8")
        (tmp_path / "link.txt").symlink_to("real.txt")
        run("check", story, "-o", tmp_path / "link.txt")

        assert (tmp_path / "link.txt").is_symlink()
        assert (tmp_path / "real.txt").read_text(encoding="utf-8").startswith("5 discrepancies")

    def test_new_file_is_as_readable_as_any(self, run: Run, story: Path, tmp_path: Path) -> None:
        run("check", story, "-o", tmp_path / "report.txt")
        (tmp_path / "plain.txt").touch()

        assert (tmp_path / "report.txt").stat().st_mode == (tmp_path / "plain.txt").stat().st_mode

    def test_device_is_written_to_as_it_is(self, run: Run, story: Path) -> None:
        before = Path(os.devnull).stat()

        assert run("check", story, "-o", os.devnull) == (0, "", "")
        assert Path(os.devnull).stat().st_ino == before.st_ino


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class TestTerminal:
    @pytest.fixture(autouse=True)
    def be_a_plain_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", "60")
        monkeypatch.delenv("NO_COLOR", raising=False)

    def test_no_colour_outside_a_terminal(self, run: Run, story: Path) -> None:
        assert "\x1b" not in run("check", story)[1]
        assert "\x1b" in run("check", story, "--color", "always")[1]

    @pytest.mark.parametrize(
        ("options", "environment", "is_colored"),
        [
            ([], {}, True),
            (["--color", "never"], {}, False),
            ([], {"NO_COLOR": "1"}, False),
            ([], {"NO_COLOR": ""}, True),
            ([], {"TERM": "dumb"}, False),
            (["--color", "always"], {"NO_COLOR": "1"}, True),
        ],
    )
    def test_colour_on_a_terminal(
        self,
        run: Run,
        story: Path,
        monkeypatch: pytest.MonkeyPatch,
        options: list[str],
        environment: dict[str, str],
        is_colored: bool,
    ) -> None:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdout", screen := Terminal())
        run("check", story, *options)

        assert ("\x1b" in screen.getvalue()) is is_colored

    def test_text_fills_the_terminal(self, run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdout", screen := Terminal())
        run("check", story, "--color", "never")

        assert max(map(len, screen.getvalue().splitlines())) <= 60

    def test_progress_is_shown_for_many_articles(
        self, run: Run, story: Path, monkeypatch: pytest.MonkeyPatch, checker: FakeChecker
    ) -> None:
        for number in range(5):
            (story / f"more{number}.txt").write_text(f"The ferry sailed {number} times.", encoding="utf-8")
        monkeypatch.setattr(sys, "stderr", screen := Terminal())
        run("check", story)
        shown = screen.getvalue()
        run("check", "-q", story)

        assert "1/9" in shown
        assert screen.getvalue() == shown


def test_standard_input_is_json_lines(
    run: Run, checker: FakeChecker, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(
        json.dumps({"id": f"d{n}", "text": f"The ferry sailed {n} times."}) + "\n" for n in (1, 2)
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode("utf-8")), encoding="utf-8"))

    assert run("check", "-")[0] == 0
    assert [document.id for document in checker.asked["documents"]] == ["d1", "d2"]


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
