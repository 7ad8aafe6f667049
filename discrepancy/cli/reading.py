"""The articles that a command names."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.cli.output import say
from discrepancy.errors import InputError, OptionError

if TYPE_CHECKING:
    from discrepancy.model.text import Document, LeftOut

__all__ = ["read_articles"]


def read_articles(options: argparse.Namespace) -> "tuple[tuple[Document, ...], tuple[LeftOut, ...]]":
    """Return the articles that the command names, and those that ``--keep-going`` leaves out."""
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
            say(f"left out {item.path}: {item.reason}")
    return documents, left_out
