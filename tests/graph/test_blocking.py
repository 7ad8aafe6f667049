"""Rows that share too common a word are cut into those of each group."""

from discrepancy.graph.blocking import split_row


def test_short_row_stays_whole() -> None:
    row = [(0, "a"), (1, "b")]

    assert [list(part) for part in split_row(row, most=2, group_of=lambda item: item[0])] == [row]


def test_long_row_is_split_by_group() -> None:
    row = [(0, "a"), (1, "b"), (0, "c")]

    parts = [list(part) for part in split_row(row, most=2, group_of=lambda item: item[0])]

    assert parts == [[(0, "a"), (0, "c")], [(1, "b")]]
