"""The reference says what the schema, the kinds and the command line say."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from discrepancy.cli import build_parser
from discrepancy.report.reference import keys_table, kinds_page

from .golden import assert_same

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
KEYS = re.compile(r"(?<=<!-- keys: made from the schema -->\n).*?(?=<!-- end of keys -->)", re.DOTALL)
ROW = re.compile(r"^\| `(?P<names>[^|]*)` \| (?P<help>.*) \|$", re.MULTILINE)


def read_page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def test_page_of_kinds_is_made_from_their_texts() -> None:
    from discrepancy.detect import DETECTORS

    assert_same(REFERENCE / "kinds.md", kinds_page(DETECTORS))


def test_page_of_the_report_has_every_key() -> None:
    page = KEYS.sub(lambda _: keys_table(), read_page("report.md"), count=1)

    assert_same(REFERENCE / "report.md", page)
    assert "| `discrepancies[].positions[].evidence[].quote` | string |" in page


def test_example_on_the_page_of_the_report_runs(capsys: pytest.CaptureFixture[str]) -> None:
    for code in re.findall(r"```python\n(.*?)```", read_page("report.md"), re.DOTALL):
        exec(code, {})

    assert capsys.readouterr().out == "number ['tidings'] 46 passengers\nnumber ['herald'] 64 passengers\n"


def commands() -> dict[str, argparse.ArgumentParser]:
    for action in build_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("the command line has no commands")


def section(title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", read_page("cli.md"), re.MULTILINE | re.DOTALL)
    assert found, f"cli.md has no section {title!r}"
    return found[1]


def documented(title: str) -> set[tuple[str, str]]:
    table = section(title).split("| key | meaning |")[0]
    return {(row["names"].replace("`", ""), row["help"].replace("`", "")) for row in ROW.finditer(table)}


def in_parser(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """What a row of the page should say of each argument."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            continue
        value = "" if action.nargs == 0 else action.metavar or "{" + ",".join(action.choices or ()) + "}"
        names = f"{', '.join(action.option_strings)} {value}".strip()
        yield names, (action.help or "").replace("`", "")


def test_page_of_the_command_line_has_the_options_of_all_commands() -> None:
    assert documented("For all commands") == set(in_parser(build_parser()))


@pytest.mark.parametrize("command", commands())
def test_page_of_the_command_line_has_every_option(command: str) -> None:
    common = set(in_parser(build_parser()))

    assert documented(f"discrepancy {command}") == set(in_parser(commands()[command])) - common


@pytest.mark.parametrize("command", commands())
def test_page_of_the_command_line_has_the_same_description(command: str) -> None:
    described = (commands()[command].description or "").removesuffix(".")

    assert section(f"discrepancy {command}").strip().startswith(described)
