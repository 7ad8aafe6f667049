"""Nodes of a drawing keep their order and their distance, near to where they want to be."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.report.html.layout import spread, stack, toward

WANTED = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0, 500), max_size=8)


def test_groups_are_stacked_with_a_pause() -> None:
    assert stack([["a", "b"], [], ["c"]], step=10, pause=5) == {"a": 0, "b": 10, "c": 25}


def test_node_stands_at_the_middle_of_its_neighbours() -> None:
    places = {"a": 0.0, "b": 20.0}

    assert toward(["q", "alone"], [("a", "q"), ("b", "q")], places, step=10) == {"q": 10}


def test_nodes_that_want_one_place_share_it_out() -> None:
    assert spread({"a": 50.0, "b": 50.0, "c": 200.0}, step=10) == {"a": 45, "b": 55, "c": 200}


@given(WANTED)
def test_no_node_stands_on_another(wanted: dict[str, float]) -> None:
    places = spread(wanted, step=10)
    rows = sorted(places.values())

    assert places.keys() == wanted.keys()
    assert all(other - one >= 10 - 0.11 for one, other in itertools.pairwise(rows))
    assert all(place >= 0 for place in rows)
