"""The articles that a command names."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from discrepancy.cli.output import say
from discrepancy.errors import InputError, OptionError

if TYPE_CHECKING:
    from discrepancy.model.text import Document, LeftOut

__all__ = ["Articles", "read_articles"]


class Articles(NamedTuple):
    """What was read: the articles, those that they are checked against, and what could not be read."""

    documents: "tuple[Document, ...]"
    against: "tuple[Document, ...] | None"
    left_out: "tuple[LeftOut, ...]"


def read_articles(options: argparse.Namespace) -> Articles:
    """Return the articles that the command names, and those that ``--keep-going`` leaves out."""
    from discrepancy.report.files import check_target, spare_articles

    if options.output == "":
        raise OptionError("--output needs the name of a file")
    if options.output:
        check_target(Path(options.output))
    documents, left_out = _read(options.paths, options)
    if not documents:
        raise _nothing("there is no article that could be read", left_out)
    others: tuple[Document, ...] = ()
    against = getattr(options, "against", None)
    if against:
        others, further = _read(against, options, besides=documents)
        left_out = (*left_out, *further)
        if not others:
            raise _nothing("there is no article to check against", left_out)
    if options.output:
        spare_articles(Path(options.output), (*documents, *others))
    if not options.quiet:
        for item in left_out:
            say(f"left out {item.path}: {item.reason}")
    return Articles(documents, others if against else None, left_out)


def _read(
    paths: Sequence[str], options: argparse.Namespace, besides: "tuple[Document, ...]" = ()
) -> "tuple[tuple[Document, ...], tuple[LeftOut, ...]]":
    from discrepancy.read import read_available, read_documents

    if options.keep_going:
        return read_available(paths, besides=besides)
    return read_documents(paths, besides=besides), ()


def _nothing(problem: str, left_out: "tuple[LeftOut, ...]") -> InputError:
    first = f"; {left_out[0].path}: {left_out[0].reason}" if left_out else ""
    return InputError(f"{problem}{first}")
