"""Lines of styled text under a width: the paper on which a report is written."""

import re
from io import StringIO

import attrs
from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.text import Text

__all__ = ["NARROWEST", "Page"]

NARROWEST = 30  # below this the indents of the report leave no room for words

_WORD = re.compile(r" *[^ ]+ *")


@attrs.define
class Page:
    """Lines that are wrapped as they are added; ``width=None`` never wraps."""

    width: int | None
    lines: list[Text] = attrs.field(factory=list)

    def add(self, *parts: str | tuple[str, str], indent: int = 0, hang: int = 0) -> None:
        """Add a paragraph of parts, each text or (text, style); ``hang`` indents all lines but the first."""
        if self.width is not None:  # a long label must leave room for what it labels
            indent, hang = min(indent, self.width // 3), min(hang, self.width // 3)
        text = Text.assemble(*parts)
        for number, line in enumerate(_wrap(text, self.width, indent, indent + hang)):
            line.rstrip()
            self.lines.append(Text.assemble(" " * (indent + hang if number else indent), line))

    def gap(self) -> None:
        """Add one empty line, never two in a row."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Text())

    def rule(self) -> None:
        """Add a line under the last one, as long as that."""
        self.lines.append(Text("─" * self.lines[-1].cell_len, style="dim"))

    def render(self, *, color: bool) -> str:
        """Return the lines as text, with colours of the sixteen that every terminal has."""
        while self.lines and not self.lines[-1].plain:
            self.lines.pop()
        if not color:
            return "".join(f"{line.plain}\n" for line in self.lines)
        out = StringIO()
        # All that a console would ask its surroundings for is said here: same report, same bytes.
        console = Console(
            file=out,
            force_terminal=True,
            color_system="standard",
            width=1 << 20,
            legacy_windows=False,
            _environ={},
        )
        for line in self.lines:
            if line.spans or line.style:
                console.print(line, soft_wrap=True, highlight=False)
            else:
                out.write(f"{line.plain}\n")
        return out.getvalue()


def _wrap(text: Text, width: int | None, first: int, rest: int) -> list[Text]:
    """Break a text between words, or inside one that is longer than a line."""
    if width is None:
        return [text]
    breaks: list[int] = []
    room = width - first
    used = 0
    for match in _WORD.finditer(text.plain):
        word = match.group().rstrip(" ")
        if used and used + cell_len(word) > room:
            breaks.append(match.start())
            room, used = width - rest, 0
        if cell_len(word) > room:
            at = match.start()
            for piece in chop_cells(word, room)[:-1]:
                at += len(piece)
                breaks.append(at)
            word = text.plain[at : match.start() + len(word)]
            room = width - rest
        used += cell_len(word) + len(match.group()) - len(match.group().rstrip(" "))
    return list(text.divide(breaks))
