"""What the place where the text goes can show: its width, and whether colours are wanted there."""

import os
import shutil
from typing import Literal, TextIO

__all__ = ["ColorChoice", "has_color", "text_width"]

ColorChoice = Literal["auto", "always", "never"]

WIDTH = 80  # of everything that is not a terminal, so that a file looks the same everywhere
WIDEST = 100  # longer lines are hard to read, however wide the terminal


def has_color(stream: TextIO | None, choice: ColorChoice) -> bool:
    """Say whether to colour: asked for, or on a terminal that nobody (https://no-color.org) wants plain."""
    if choice != "auto":
        return choice == "always"
    is_plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return stream is not None and stream.isatty() and not is_plain


def text_width(stream: TextIO | None) -> int:
    """Return the columns to fill; ``None`` stands for a file."""
    if stream is None or not stream.isatty():
        return WIDTH
    return min(shutil.get_terminal_size().columns, WIDEST)
