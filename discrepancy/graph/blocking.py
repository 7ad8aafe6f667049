"""What is compared with what: rows of claims that share a word, cut so that cost does not grow with its square."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

__all__ = ["split_row"]

Item = TypeVar("Item")


def split_row(row: Sequence[Item], *, most: int, group_of: Callable[[Item], int]) -> Iterator[Sequence[Item]]:
    """Give a row that is no longer than ``most`` as it is, a longer one group of documents by group.

    Thus the claims of one story meet however many other stories use the same word.
    """
    if len(row) <= most:
        yield row
        return
    groups: dict[int, list[Item]] = {}
    for item in row:
        groups.setdefault(group_of(item), []).append(item)
    yield from groups.values()
