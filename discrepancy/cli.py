"""The command ``discrepancy``: arguments, exit codes, and all that is printed."""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from discrepancy.errors import DiscrepancyError, InputError, OptionError
from discrepancy.report.formats import FORMATS, render

if TYPE_CHECKING:
    from discrepancy.model.findings import Kind
    from discrepancy.model.report import Report
    from discrepancy.model.text import Document, LeftOut

__all__ = ["build_parser", "main"]

FINE, FAILED, WRONG, DEGRADED, FAULT, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 70, 130, 141

QUIET = "no progress and no notes on standard error"
SEVERITIES = ("major", "minor", "info")


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are errors like all others: one line, exit code 2."""

    def error(self, message: str) -> NoReturn:
        raise OptionError(f"{message} (see {self.prog} --help)")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        options = build_parser().parse_args(argv)
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _leave_pipe()
        return PIPE_CLOSED
    except DiscrepancyError as error:
        _say(str(error))
        return WRONG
    except OSError as error:
        _say(f"{error.filename or 'the output'}: {error.strerror or error}")
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # Python's own exit code for this is 1, which here means findings
        traceback.print_exc()
        return FAULT
    return code


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(
        prog="discrepancy",
        description="Find where several articles about one story cannot all be right.",
        allow_abbrev=False,
    )
    parser.set_defaults(run=_run_bare)
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    parser.add_argument("-q", "--quiet", action="store_true", help=QUIET)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_check(commands)
    _add_reading(_command(commands, "claims", _claims, "list what every article says, as JSON Lines"))
    _add_group(commands)
    _command(commands, "kinds", _list_kinds, "list the kinds of discrepancy, one line each")
    _add_explain(commands)
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
    parser = _command(commands, "check", _check, "compare articles and report where they cannot all be right")
    _add_reading(parser)
    add = parser.add_argument
    add("--format", choices=tuple(FORMATS), default="text", help="form of the report (default: text)")
    least = "leave away findings that matter less than this (default: info)"
    add("--min-severity", choices=SEVERITIES, default="info", help=least)
    add("--select", metavar="KIND[,KIND]", type=_kinds, action="extend", help="report these kinds only")
    add("--ignore", metavar="KIND[,KIND]", type=_kinds, action="extend", help="do not report these kinds")
    add("--fail-on", choices=SEVERITIES, help="exit with 1 when a reported finding matters this much or more")
    when = ("auto", "always", "never")
    add("--color", choices=when, default="auto", help="colours in the text (default: auto)")


def _add_group(commands: "_Commands") -> None:
    parser = _command(commands, "group", _group, "put together the articles that tell of one occurrence")
    _add_reading(parser)
    forms = ("text", "json")
    parser.add_argument("--format", choices=forms, default="text", help="form of the groups (default: text)")


def _add_explain(commands: "_Commands") -> None:
    parser = _command(
        commands, "explain", _explain, "say what a kind flags, what it does not, and its limits"
    )
    parser.add_argument("kind", metavar="KIND", help="a kind as `discrepancy kinds` lists them")


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
    add(
        "--keep-going",
        action="store_true",
        help="leave out what cannot be read, and exit with 3 if anything was",
    )


def _kinds(words: str) -> "tuple[Kind, ...]":
    from discrepancy.report.selection import parse_kind

    try:
        return tuple(parse_kind(word) for word in words.split(","))
    except OptionError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _run_bare(options: argparse.Namespace) -> int:
    """Run without a command: only the version can be shown so."""
    if options.version:
        from discrepancy import __version__

        print(f"discrepancy {__version__}")
        return FINE
    raise OptionError("name a command: check, claims, group, kinds or explain (see discrepancy --help)")


def _check(options: argparse.Namespace) -> int:
    import attrs

    from discrepancy.model.findings import Severity
    from discrepancy.report.selection import has_at_least, select_findings

    if options.select and not set(options.select) - set(options.ignore or ()):
        raise OptionError("--select and --ignore together leave no kind to report")
    documents, left_out = _read(options)
    report = attrs.evolve(_run_checker(documents, options), left_out=left_out)
    wanted = select_findings(report, select=options.select, ignore=options.ignore or ())
    shown = select_findings(wanted, min_severity=Severity(options.min_severity))
    _write(_render(wanted, shown, options), options)
    if options.fail_on and has_at_least(shown, Severity(options.fail_on)):
        return FAILED
    return DEGRADED if left_out else FINE


def _run_checker(documents: "tuple[Document, ...]", options: argparse.Namespace) -> "Report":
    from discrepancy.checker import check
    from discrepancy.report.progress import progress_bar

    with progress_bar(None if options.quiet else sys.stderr, articles=len(documents)) as progress:
        return check(
            documents,
            select=options.select,
            ignore=options.ignore or (),
            parser=options.parser,
            progress=progress,
        )


def _render(wanted: "Report", shown: "Report", options: argparse.Namespace) -> str:
    """Return the report in the form asked for; the text counts what the severity leaves away."""
    if options.format != "text":
        return render(shown, options.format)
    from discrepancy.model.findings import Severity
    from discrepancy.report.as_text import render_text
    from discrepancy.report.terminal import has_color, text_width

    stream = None if options.output else sys.stdout
    return render_text(
        wanted,
        width=text_width(stream),
        color=has_color(stream, options.color),
        min_severity=Severity(options.min_severity),
    )


def _claims(options: argparse.Namespace) -> int:
    from discrepancy.report.claim_lines import render_claims

    documents, left_out = _read(options)
    from discrepancy.checker import extract_claims

    _write(render_claims(extract_claims(documents, parser=options.parser), documents), options)
    return DEGRADED if left_out else FINE


def _group(options: argparse.Namespace) -> int:
    documents, left_out = _read(options)
    from discrepancy.grouping import group
    from discrepancy.report.group_lines import render_groups, render_groups_json

    found = [(g.documents, g.occurrence) for g in group(documents, parser=options.parser)]
    _write(render_groups_json(found) if options.format == "json" else render_groups(found), options)
    return DEGRADED if left_out else FINE


def _list_kinds(options: argparse.Namespace) -> int:
    from discrepancy.report.explain import render_kinds

    _print(render_kinds())
    return FINE


def _explain(options: argparse.Namespace) -> int:
    from discrepancy.report.explain import describe_kind, render_explanation
    from discrepancy.report.selection import parse_kind

    kind = parse_kind(options.kind)
    from discrepancy.checker import detectors

    _print(render_explanation(describe_kind(kind, detectors())))
    return FINE


def _read(options: argparse.Namespace) -> "tuple[tuple[Document, ...], tuple[LeftOut, ...]]":
    from discrepancy.read import read_available, read_documents
    from discrepancy.report.files import check_target, spare_articles

    if options.output == "":
        raise OptionError("--output needs the name of a file")
    if options.output:
        check_target(Path(options.output))
    left_out: tuple[LeftOut, ...] = ()
    if options.keep_going:
        documents, left_out = read_available(options.paths)
    else:
        documents = read_documents(options.paths)
    if not documents:
        first = f"; {left_out[0].path}: {left_out[0].reason}" if left_out else ""
        raise InputError(f"there is no article that could be read{first}")
    if options.output:
        spare_articles(Path(options.output), documents)
    if not options.quiet:
        for item in left_out:
            _say(f"left out {item.path}: {item.reason}")
    return documents, left_out


def _write(text: str, options: argparse.Namespace) -> None:
    from discrepancy.report.files import write_text

    if options.output:
        write_text(Path(options.output), text)
    else:
        _print(text)


def _print(text: str) -> None:
    """Print to standard output, as UTF-8 unless it is a terminal with an encoding of its own."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    print(text, end="")


def _say(message: str) -> None:
    """Print one line to standard error."""
    from discrepancy.report.excerpt import clean

    print(f"discrepancy: {clean(message).strip()}", file=sys.stderr)


def _leave_pipe() -> None:
    """Point standard output nowhere: its reader has gone, and Python would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
