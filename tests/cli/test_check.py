"""What `discrepancy check` reports, and with which exit code it ends."""

import io
import json
import sys
from pathlib import Path

import attrs
import pytest
from report.stories import ferry_report

from discrepancy.model.findings import Kind

from .conftest import FakeChecker, Run


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


def test_standard_input_is_json_lines(
    run: Run, checker: FakeChecker, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(
        json.dumps({"id": f"d{n}", "text": f"The ferry sailed {n} times."}) + "\n" for n in (1, 2)
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode("utf-8")), encoding="utf-8"))

    assert run("check", "-")[0] == 0
    assert [document.id for document in checker.asked["documents"]] == ["d1", "d2"]


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
