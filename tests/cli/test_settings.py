"""What a settings file says where the command line is silent."""

from pathlib import Path

import pytest

from discrepancy.model.findings import Kind

from .conftest import FakeChecker, Run


@pytest.fixture(autouse=True)
def desk(story: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory two floors below the story's, to run in."""
    here = story / "desk" / "night"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    return here


def write(directory: Path, text: str, name: str = "discrepancy.toml") -> Path:
    file = directory / name
    file.write_text(text, encoding="utf-8")
    return file


def test_settings_are_the_options_of_check(run: Run, story: Path, desk: Path, checker: FakeChecker) -> None:
    write(
        desk,
        """
        format = "json"
        min-severity = "minor"
        select = ["number", "polarity"]
        ignore = ["polarity"]
        fail-on = "major"
        parser = "en_small"
        keep-going = true
        color = "always"
        """,
    )
    (story / "photo.txt").write_bytes(b"\x00")
    code, out, _ = run("check", story)

    assert code == 1
    assert out.startswith("{")
    assert set(checker.asked["select"]) == {Kind.NUMBER, Kind.POLARITY}
    assert checker.asked["ignore"] == (Kind.POLARITY,)
    assert checker.asked["parser"] == "en_small"


def test_command_line_wins(run: Run, story: Path, desk: Path, checker: FakeChecker) -> None:
    write(desk, 'format = "json"\nselect = ["number"]\nfail-on = "major"\nkeep-going = true\nparser = "a"\n')
    arguments = [
        "--format",
        "text",
        "--select",
        "date",
        "--fail-on",
        "never",
        "--no-keep-going",
        "--parser",
        "b",
    ]
    code, out, _ = run("check", story, *arguments)

    assert (code, out.startswith("No discrepancy")) == (0, True)
    assert (checker.asked["select"], checker.asked["parser"]) == ([Kind.DATE], "b")
    (story / "photo.txt").write_bytes(b"\x00")
    assert run("check", story, *arguments)[0] == 2


def test_nearest_file_counts_and_its_own_name_first(run: Run, story: Path, desk: Path) -> None:
    write(story, 'fail-on = "major"')
    assert run("check", story)[0] == 1

    write(desk.parent, '[tool.other]\nfail-on = "major"', "pyproject.toml")
    assert run("check", story)[0] == 1

    write(desk.parent, '[tool.other]\nselect = 3\n[tool.discrepancy]\nfail-on = "never"', "pyproject.toml")
    assert run("check", story)[0] == 0

    write(desk.parent, 'fail-on = "info"')
    assert run("check", story)[0] == 1

    assert run("check", story, "--no-config")[0] == 0
    assert run("check", story, "--config", desk.parent / "pyproject.toml")[0] == 0


def test_other_commands_take_what_concerns_them(
    run: Run, story: Path, desk: Path, checker: FakeChecker
) -> None:
    write(desk, 'format = "sarif-of-old"\nparser = "en_small"'.replace("sarif-of-old", "json"))

    assert run("claims", story)[0] == 0
    assert checker.asked["parser"] == "en_small"
    assert run("kinds")[0] == 0


def test_file_of_accepted_findings_is_beside_the_settings(run: Run, story: Path, desk: Path) -> None:
    (desk / "settled.toml").write_text('[[accepted]]\nid = "0123456789ab"\nreason = "x"', encoding="utf-8")
    file = write(desk, 'accepted = "settled.toml"')

    assert "not found: 0123456789ab" in run("check", story)[2]
    assert "not found: 0123456789ab" in run("check", story, "--config", file)[2]


WRONG = [
    ('formt = "json"', ', line 1: unknown key "formt"; did you mean format?'),
    ('\nmin_severity = "major"', ', line 2: unknown key "min_severity"; did you mean min-severity?'),
    ("zebra = 1", ', line 1: unknown key "zebra"; known: format, min-severity'),
    ('format = "xml"', ', line 1: format = "xml": want one of text, json'),
    ("fail-on = true", ", line 1: fail-on = true: want one of major, minor, info, never"),
    ('select = "number"', ', line 1: select = "number": want a list of kinds'),
    (
        '# kinds\nselect = ["numbr"]',
        ", line 2: select = ['numbr']: unknown kind 'numbr'; did you mean 'number'?",
    ),
    ("ignore = [1]", ", line 1: ignore = [1]: want a list of kinds"),
    ('keep-going = "yes"', ', line 1: keep-going = "yes": want true or false'),
    ("parser = 3", ", line 1: parser = 3: want a string"),
    ("parser = \nformat = 3", ", line 1: is not valid TOML: Invalid value"),
    ("[format]\nx = 1", ", line 1: format = {'x': 1}: want one of"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=range(len(WRONG)))
def test_mistake_names_file_line_and_what_is_near(
    run: Run, story: Path, desk: Path, text: str, message: str
) -> None:
    file = write(desk, text)
    code, out, err = run("check", story)

    assert (code, out) == (2, "")
    assert err.startswith(f"discrepancy: {file}{message}") and err.count("\n") == 1


def test_mistake_in_a_project_names_the_line_of_its_table(run: Run, story: Path, desk: Path) -> None:
    text = '[tool.other]\nformat = "xml"\n\n[tool.discrepancy]\n# here\nformat = "xml"\n'
    file = write(desk, text, "pyproject.toml")

    assert run("check", story)[2].startswith(f'discrepancy: {file}, line 6: format = "xml": want one of')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.other]\nx = 1\n# discrepancy", "has no table [tool.discrepancy]"),
        ("[tool]\ndiscrepancy = 1", "tool.discrepancy is not a table"),
    ],
)
def test_file_named_must_have_settings(run: Run, story: Path, desk: Path, text: str, message: str) -> None:
    file = write(desk, text, "pyproject.toml")

    assert message in run("check", story, "--config", file)[2]


def test_project_of_others_need_not_be_valid(run: Run, story: Path, desk: Path) -> None:
    write(desk, "[[[", "pyproject.toml")

    assert run("check", story)[0] == 0
