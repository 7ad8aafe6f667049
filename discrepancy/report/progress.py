"""A bar that shows how far a long check has come."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

__all__ = ["progress_bar"]

# Fewer articles than this are done before a bar could be read.
BAR_FROM = 9


@contextmanager
def progress_bar(stream: TextIO | None, *, articles: int) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar for as long as the block runs, and remove it then.

    Gives a function to call with what is done and how much there is in all, or ``None`` where a bar is of no
    use: on what is not a terminal, and for few articles.
    """
    if stream is None or not stream.isatty() or articles < BAR_FROM:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("reading articles"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=stream), transient=True) as progress:
        task = progress.add_task("reading articles", total=articles)

        def show(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield show
