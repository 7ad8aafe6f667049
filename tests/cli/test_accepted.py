"""Findings that somebody has settled, from a file beside the articles."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from discrepancy.cli import acceptances

from .conftest import Run

Write = Callable[..., Path]


@pytest.fixture
def ids(run: Run, story: Path) -> list[str]:
    return [
        finding["id"] for finding in json.loads(run("check", story, "--format", "json")[1])["discrepancies"]
    ]


@pytest.fixture
def write(story: Path) -> Write:
    def write_entries(*entries: str, to: Path | None = None) -> Path:
        file = to or story / "discrepancy.accepted.toml"
        file.write_text("".join(f"[[accepted]]\n{entry}\n" for entry in entries), encoding="utf-8")
        return file

    return write_entries


def accepted(out: str) -> dict[str, Any]:
    return {f["id"]: f["accepted"] for f in json.loads(out)["discrepancies"] if "accepted" in f}


def test_accepted_finding_stays_and_is_marked(run: Run, story: Path, ids: list[str], write: Write) -> None:
    write(f'id = "{ids[0]}"\nreason = "Agreed with the coast guard."')
    code, out, err = run("check", story, "--format", "json")

    assert (code, err) == (0, "")
    assert accepted(out) == {ids[0]: {"reason": "Agreed with the coast guard.", "until": None}}
    assert [f["id"] for f in json.loads(out)["discrepancies"]] == ids
    assert "✓ accepted: Agreed with the coast guard." in run("check", story)[1]


def test_file_lies_beside_an_article(run: Run, story: Path, ids: list[str], write: Write) -> None:
    write(f'id = "{ids[0]}"\nreason = "x"')

    out = run("check", story / "blog.txt", "--against", story / "herald.txt", "--format", "json")[1]

    assert list(accepted(out)) == [ids[0]]


def test_accepted_findings_do_not_fail(run: Run, story: Path, ids: list[str], write: Write) -> None:
    assert run("check", story, "--fail-on", "major")[0] == 1

    write(*(f'id = "{id}"\nreason = "x"' for id in ids[:3]))

    assert run("check", story, "--fail-on", "major")[0] == 0
    assert run("check", story, "--fail-on", "minor")[0] == 1


@pytest.mark.parametrize(("today", "is_marked"), [("2026-04-30", True), ("2026-05-01", False)])
def test_acceptance_holds_through_its_last_day(
    run: Run, story: Path, ids: list[str], write: Write, today: str, is_marked: bool
) -> None:
    write(f'id = "{ids[0]}"\nreason = "x"\nuntil = 2026-04-30')
    code, out, err = run("check", story, "--format", "json", "--today", today, "--fail-on", "major")

    assert (code, list(accepted(out))) == (1, [ids[0]] if is_marked else [])
    past = f"discrepancy: {ids[0]} was accepted until 2026-04-30, which is past\n"
    assert err == ("" if is_marked else past)
    assert ("idle_acceptances" in json.loads(out)) is not is_marked


def test_today_is_asked_of_the_clock_only_where_it_matters(
    run: Run, story: Path, ids: list[str], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(acceptances.date):
        asked = 0

        @classmethod
        def today(cls) -> acceptances.date:
            cls.asked += 1
            return cls(2026, 5, 1)

    monkeypatch.setattr(acceptances, "date", Clock)
    write(f'id = "{ids[0]}"\nreason = "x"')
    run("check", story)
    assert Clock.asked == 0

    write(f'id = "{ids[0]}"\nreason = "x"\nuntil = 2026-04-30')
    run("check", story, "--today", "2026-04-30")
    assert Clock.asked == 0
    assert "which is past" in run("check", story)[2]
    assert Clock.asked == 1


def test_finding_that_is_not_there_is_a_note(run: Run, story: Path, write: Write) -> None:
    write('id = "0123456789ab"\nreason = "Corrected by the agency."')
    code, out, err = run("check", story)

    assert (code, err) == (0, "discrepancy: accepted, but not found: 0123456789ab\n")
    assert "Accepted, but not found: 0123456789ab (Corrected by the agency.)." in out
    assert run("check", story, "-q")[2] == ""
    assert run("check", story, "--select", "number")[2] == "", "other kinds were not looked for"


def test_another_file_takes_the_place_of_the_one_beside(
    run: Run, story: Path, ids: list[str], write: Write, tmp_path: Path
) -> None:
    write(f'id = "{ids[0]}"\nreason = "x"')
    other = write(f'id = "{ids[1]}"\nreason = "x"', to=tmp_path / "desk.toml")

    assert list(accepted(run("check", story, "--format", "json", "--accepted", other)[1])) == [ids[1]]


WRONG = [
    ('id = "0123456789ab"', 'line 1: "0123456789ab" has no reason; say why the finding may stand'),
    ('id = "0123456789ab"\nreason = " "', 'line 3: "0123456789ab" has no reason'),
    ('reason = "x"', "line 1: [[accepted]] has no id; want twelve hexadecimal digits"),
    ('id = 7\nreason = "x"', "line 2: id = 7 is no id of a finding; want twelve"),
    ('id = "3F9C"\nreason = "x"', 'line 2: id = "3F9C" is no id of a finding; want twelve'),
    ('id = "0123456789ab"\nreasn = "x"', 'line 3: unknown key "reasn"; did you mean reason?'),
    (
        'id = "0123456789ab"\nreason = "x"\nuntil = "May"',
        'line 4: until = "May" is not a date (want YYYY-MM-DD)',
    ),
    ('id = "0123456789ab"\nreason = "x"\nuntil = 2026-02-30', "line 4: is not valid TOML"),
    ('id = "0123456789ab"\nreason = "x"\nuntil = 2026', "line 4: until = 2026 is not a date"),
    (
        'id = "0123456789ab"\nreason = "x"\n[[accepted]]\nid = "0123456789ab"\nreason = "y"',
        'line 5: id = "0123456789ab" is accepted twice',
    ),
    ('id = "0123456789ab"\nreason = "x"\n[acepted]', 'line 4: unknown key "acepted"; did you mean accepted?'),
]


@pytest.mark.parametrize(("entry", "message"), WRONG, ids=range(len(WRONG)))
def test_mistake_is_one_line_with_its_place(
    run: Run, story: Path, write: Write, entry: str, message: str
) -> None:
    file = write(entry)
    code, out, err = run("check", story)

    assert (code, out) == (2, "")
    assert err.startswith(f"discrepancy: {file}, {message}") and err.count("\n") == 1
