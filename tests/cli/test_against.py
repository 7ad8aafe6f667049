"""Drafts checked against other articles."""

import json
from pathlib import Path

import pytest

from discrepancy.cli import main

from .conftest import FakeChecker, Run

TEXTS = {
    "draft": "The Marit Lund sank off Skarholm on 12 May 2019. 12 people died when it sank.",
    "gazette": "The Marit Lund sank off Skarholm on 12 May 2019. 17 people died when it sank.",
    "courier": "The Marit Lund sank off Skarholm on 12 May 2019. It cost 40 million kroner.",
    "herald": "The Marit Lund sank off Skarholm on 12 May 2019. It cost 90 million kroner.",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, object]:
    assert main(["check", *map(str, arguments), "--format", "json", "--no-config"]) == 0
    data: dict[str, object] = json.loads(capsys.readouterr().out)
    return data


def sides(data: dict[str, object]) -> list[list[str]]:
    findings = data["discrepancies"]
    assert isinstance(findings, list)
    return [sorted(d for side in f["positions"] for d in side["documents"]) for f in findings]


def test_only_findings_that_touch_the_draft_are_reported(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = checked(capsys, desk / "draft.txt", "--against", desk)

    assert sides(data) == [["draft", "gazette"]]
    assert data["outside_drafts"] == 1
    assert [d["id"] for d in data["documents"] if d.get("draft")] == ["draft"]
    assert len(data["documents"]) == 4


def test_without_a_draft_all_are_reported(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = checked(capsys, desk)

    assert sorted(sides(data)) == [["courier", "herald"], ["draft", "gazette"]]
    assert "outside_drafts" not in data and not any("draft" in d for d in data["documents"])


def test_several_drafts(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = checked(capsys, desk / "draft.txt", desk / "herald.txt", "--against", desk / "gazette.txt")

    assert sides(data) == [["draft", "gazette"]]
    assert [d["id"] for d in data["documents"] if d.get("draft")] == ["draft", "herald"]


def test_draft_that_repeats_another_text_speaks_through_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "zz.txt").write_text(TEXTS["gazette"], encoding="utf-8")
    data = checked(capsys, desk / "zz.txt", "--against", desk / "gazette.txt", desk / "draft.txt")

    assert len(sides(data)) == 1
    assert {"id": "zz", "copy_of": "gazette"}.items() <= data["documents"][-1].items()


def test_text_tells_which_article_is_the_draft(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(desk / "draft.txt"), "--against", str(desk), "--no-config"])
    out = capsys.readouterr().out

    assert "\n  draft (draft), undated\n" in out
    assert "1 further finding touches no draft." in out


def test_others_may_be_given_twice_over(run: Run, story: Path, checker: FakeChecker) -> None:
    run("check", story / "blog.txt", "--against", story / "herald.txt", "--against", story / "tidings.txt")

    assert [d.id for d in checker.asked["documents"]] == ["blog"]
    assert [d.id for d in checker.asked["against"]] == ["herald", "tidings"]


def test_draft_and_other_need_ids_of_their_own(run: Run, story: Path, tmp_path: Path) -> None:
    (tmp_path / "blog.txt").write_text("Another blog wrote this.", encoding="utf-8")
    code, _, err = run("check", story / "blog.txt", "--against", tmp_path / "blog.txt")

    assert code == 2
    assert 'has the id "blog", as has' in err
