"""The arguments of every command."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from discrepancy.cli.check import run_check
from discrepancy.cli.commands import run_bare, run_claims, run_completion, run_explain, run_group, run_kinds
from discrepancy.cli.completion import SHELLS
from discrepancy.cli.settings import COLORS, FAILING, SEVERITIES
from discrepancy.errors import OptionError
from discrepancy.report.formats import FORMATS

if TYPE_CHECKING:
    from discrepancy.model.findings import Kind

__all__ = ["build_parser"]

QUIET = "no progress and no notes on standard error"
# What a settings file may say for every command that reads articles, and for `check` alone.
READING_SETTINGS = ("parser", "keep-going")
CHECK_SETTINGS = ("format", "min-severity", "select", "ignore", "fail-on", "color", "accepted")


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are errors like all others: one line, exit code 2."""

    def error(self, message: str) -> NoReturn:
        raise OptionError(f"{message} (see {self.prog} --help)")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(
        prog="discrepancy",
        description="Find where several articles about one story cannot all be right.",
        allow_abbrev=False,
    )
    parser.set_defaults(run=run_bare)
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    parser.add_argument("-q", "--quiet", action="store_true", help=QUIET)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_check(commands)
    _add_reading(_command(commands, "claims", run_claims, "list what every article says, as JSON Lines"))
    _add_group(commands)
    _command(commands, "kinds", run_kinds, "list the kinds of discrepancy, one line each")
    _add_explain(commands)
    _add_completion(commands, parser)
    return parser


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[_Parser]


def _command(
    commands: "_Commands", name: str, run: Callable[[argparse.Namespace], int], what: str
) -> _Parser:
    parser = commands.add_parser(
        name, help=what, description=f"{what[0].upper()}{what[1:]}.", allow_abbrev=False
    )
    parser.set_defaults(run=run)
    parser.add_argument("-q", "--quiet", action="store_true", default=argparse.SUPPRESS, help=QUIET)
    return parser


def _add_check(commands: "_Commands") -> None:
    parser = _command(
        commands, "check", run_check, "compare articles and report where they cannot all be right"
    )
    _add_reading(parser)
    parser.set_defaults(settings=(*READING_SETTINGS, *CHECK_SETTINGS))
    add = parser.add_argument
    drafts = "check the articles before this against these, and report only what touches one of them"
    add("--against", metavar="PATH", nargs="+", action="extend", help=drafts)
    add("--format", choices=tuple(FORMATS), help="form of the report (default: text)")
    least = "leave away findings that matter less than this (default: info)"
    add("--min-severity", choices=SEVERITIES, help=least)
    add("--select", metavar="KIND[,KIND]", type=_kinds, action="extend", help="report these kinds only")
    add("--ignore", metavar="KIND[,KIND]", type=_kinds, action="extend", help="do not report these kinds")
    failing = "exit with 1 when a reported finding matters this much or more (default: never)"
    add("--fail-on", choices=FAILING, help=failing)
    settled = "findings that someone has settled (default: discrepancy.accepted.toml beside the articles)"
    add("--accepted", metavar="FILE", help=settled)
    add("--today", metavar="DATE", type=_day, help="the day that an acceptance must last to (default: today)")
    add("--color", choices=COLORS, help="colours in the text (default: auto)")


def _add_group(commands: "_Commands") -> None:
    parser = _command(commands, "group", run_group, "put together the articles that tell of one occurrence")
    _add_reading(parser)
    forms = ("text", "json")
    parser.add_argument("--format", choices=forms, default="text", help="form of the groups (default: text)")


def _add_explain(commands: "_Commands") -> None:
    parser = _command(
        commands, "explain", run_explain, "say what a kind flags, what it does not, and its limits"
    )
    parser.add_argument("kind", metavar="KIND", help="a kind as `discrepancy kinds` lists them")


def _add_completion(commands: "_Commands", whole: argparse.ArgumentParser) -> None:
    parser = _command(
        commands, "completion", run_completion, "print what a shell needs to complete the words"
    )
    parser.set_defaults(parser_of_all=whole)
    parser.add_argument("shell", choices=SHELLS, help="the shell that is to complete")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "paths",
        metavar="PATH",
        nargs="+",
        help="an article, a directory of them, or - for JSON Lines from stdin",
    )
    add("-o", "--output", metavar="FILE", help="write to this file instead of standard output")
    add(
        "--parser", metavar="NAME", help="spaCy pipeline to read the articles with (default: the shipped one)"
    )
    going = "leave out what cannot be read, and exit with 3 if anything was"
    add("--keep-going", action=argparse.BooleanOptionalAction, help=going)
    parser.set_defaults(settings=READING_SETTINGS)
    settings = parser.add_mutually_exclusive_group()
    sought = "settings (default: discrepancy.toml or pyproject.toml here or further up)"
    settings.add_argument("--config", metavar="FILE", help=sought)
    settings.add_argument("--no-config", action="store_true", help="use no settings file")


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not a date (want YYYY-MM-DD)") from None


def _kinds(words: str) -> "tuple[Kind, ...]":
    from discrepancy.report.selection import parse_kind

    try:
        return tuple(parse_kind(word) for word in words.split(","))
    except OptionError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
