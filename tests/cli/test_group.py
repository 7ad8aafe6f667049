"""The command that puts articles together."""

import json
from pathlib import Path

import pytest

from discrepancy.cli import main

ARTICLES = {
    "a": "Foreign Minister Ines Varga met President Tomas Rehn in Lyon on 5 June 2024.",
    "b": "President Tomas Rehn and Foreign Minister Ines Varga met in Lyon on 5 June 2024.",
    "c": "A fire destroyed the old cannery of Arlen. Crews fought the flames for hours.",
}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_text_has_a_line_for_each_article(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["group", str(pile)]) == 0

    first, second = capsys.readouterr().out.split("\n\n")
    assert first.splitlines() == [
        "1. meeting of Ines Varga and Tomas Rehn, 5 June 2024",
        "   a, date unknown",
        "   b, date unknown",
    ]
    assert second.startswith("2. ")


def test_json_has_documents_and_occurrence(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["group", str(pile), "--format", "json"]) == 0

    data = json.loads(capsys.readouterr().out)
    assert (data["format"], data["version"]) == ("discrepancy-groups", 1)
    assert [[d["id"] for d in g["documents"]] for g in data["groups"]] == [["a", "b"], ["c"]]
    assert data["groups"][0]["occurrence"]["kind"] == "meeting"


def test_output_goes_to_a_file(pile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "groups.json"

    assert main(["group", str(pile), "--format", "json", "-o", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(target.read_text(encoding="utf-8"))["groups"]
