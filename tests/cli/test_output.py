"""Where the report goes: a file that is whole or not there, or a terminal with colours."""

import os
import re
import sys
from pathlib import Path

import pytest
from report.hostile import hostile_report

from discrepancy.errors import ParserError
from discrepancy.report.formats import FORMATS

from .conftest import FakeChecker, Run, Terminal

ACTING = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")


class TestOutput:
    def test_file_holds_what_would_be_printed(self, run: Run, story: Path, tmp_path: Path) -> None:
        printed = run("check", story)[1]
        code, out, err = run("check", story, "-o", tmp_path / "report.txt")

        assert (code, out, err) == (0, "", "")
        assert (tmp_path / "report.txt").read_text(encoding="utf-8") == printed
        assert sorted(path.name for path in tmp_path.iterdir()) == ["ferry", "report.txt"]

    @pytest.mark.parametrize(("name", "form"), [("r.html", "html"), ("r.JSON", "json"), ("r.md", "markdown")])
    def test_name_that_asks_for_another_form_is_told(
        self, name: str, form: str, run: Run, story: Path, tmp_path: Path
    ) -> None:
        target = tmp_path / name

        assert run("check", story, "-o", target) == (
            0,
            "",
            f"discrepancy: {target} is in the form text; --format {form} gives what its name says\n",
        )
        assert run("check", story, "-o", target, "--format", form) == (0, "", "")
        assert run("check", story, "-o", target, "--quiet") == (0, "", "")

    def test_terminal_is_told_how_much_the_file_has(
        self, run: Run, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "report.txt"
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        run("check", story, "-o", target, "--min-severity", "major")
        run("check", story, "-o", target, "--quiet")

        assert screen.getvalue() == f"discrepancy: {target}: 3 discrepancies in 4 articles: 3 major\n"

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

    @pytest.mark.parametrize("form", FORMATS)
    def test_nothing_in_an_article_acts_on_the_terminal(
        self, run: Run, story: Path, monkeypatch: pytest.MonkeyPatch, checker: FakeChecker, form: str
    ) -> None:
        monkeypatch.setattr(checker, "check", lambda documents, **options: hostile_report())
        printed = run("check", story, "--format", form)[1]
        monkeypatch.setattr(sys, "stdout", screen := Terminal())
        run("check", story, "--format", form, "--color", "never")

        assert ACTING.findall(screen.getvalue()) == []
        assert bool(ACTING.search(printed)) is (form in {"csv", "json", "sarif"})

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
