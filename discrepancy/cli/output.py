"""All that is printed, and where it goes."""

import argparse
import io
import os
import sys
from pathlib import Path

__all__ = ["leave_pipe", "say", "show", "write"]


def write(text: str, options: argparse.Namespace) -> None:
    """Write a text to where ``--output`` says, else to standard output."""
    from discrepancy.report.files import write_text

    if options.output:
        write_text(Path(options.output), text)
    else:
        show(text, is_styled=getattr(options, "format", None) == "text")


def show(text: str, *, is_styled: bool = False) -> None:
    """Print to standard output, as UTF-8 unless it is a terminal with an encoding of its own.

    Data is printed as it is, but on a terminal without the characters that act on it; a styled text has its own
    colours and is clean already.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if not is_styled and sys.stdout is not None and sys.stdout.isatty():
        from discrepancy.report.excerpt import visible

        text = visible(text)
    print(text, end="")


def say(message: str) -> None:
    """Print one line to standard error."""
    from discrepancy.report.excerpt import clean

    print(f"discrepancy: {clean(message).strip()}", file=sys.stderr)


def leave_pipe() -> None:
    """Point standard output nowhere: its reader has gone, and Python would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
