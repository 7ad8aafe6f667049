"""Which events are one thing that happened."""

from collections.abc import Callable
from datetime import date, datetime

from discrepancy.graph import ClaimGraph
from discrepancy.graph.occurrences import Occurrence
from discrepancy.values.times import Interval

BuildGraph = Callable[..., ClaimGraph]
DAY = date(2024, 6, 7)


def occurrences(claim_graph: BuildGraph, *texts: str, family: str = "meeting") -> list[Occurrence]:
    """The occurrences of one kind in some articles of one day."""
    graph = claim_graph([{"text": text, "published": DAY} for text in texts])
    return [o for o in graph.occurrences if o.family == family]


def test_one_meeting_in_two_articles_is_one_occurrence(claim_graph: BuildGraph) -> None:
    found = occurrences(
        claim_graph,
        "Ines Varga met Tomas Rehn in Lyon on Monday.",
        "Tomas Rehn held talks with Ines Varga in Lyon on Monday.",
    )

    assert [o.documents for o in found] == [("d0", "d1")]


def test_two_days_are_two_occurrences(claim_graph: BuildGraph) -> None:
    found = occurrences(
        claim_graph,
        "Ines Varga met Tomas Rehn in Lyon on Monday.",
        "Ines Varga met Tomas Rehn in Lyon on Tuesday.",
    )

    assert [o.documents for o in found] == [("d0",), ("d1",)]


def test_an_undated_telling_joins_the_dated_one(claim_graph: BuildGraph) -> None:
    found = occurrences(
        claim_graph,
        "Ines Varga met Tomas Rehn in Lyon on Monday.",
        "Ines Varga met Tomas Rehn in Lyon.",
    )

    assert [o.documents for o in found] == [("d0", "d1")]


def test_other_people_make_another_occurrence(claim_graph: BuildGraph) -> None:
    found = occurrences(
        claim_graph,
        "Ines Varga met Tomas Rehn in Lyon on Monday.",
        "Ines Varga met Lidia Costa in Lyon on Monday.",
    )

    assert [set(o.names) for o in found] == [{"Ines Varga", "Tomas Rehn"}, {"Ines Varga", "Lidia Costa"}]


def test_most_exact_day_is_the_time(claim_graph: BuildGraph) -> None:
    found = occurrences(
        claim_graph,
        "Ines Varga met Tomas Rehn in Lyon this week.",
        "Ines Varga met Tomas Rehn in Lyon on Monday.",
    )

    assert [o.time for o in found] == [Interval(datetime(2024, 6, 3), datetime(2024, 6, 4))]


def test_place_is_that_of_most_tellings(claim_graph: BuildGraph) -> None:
    found = occurrences(
        claim_graph,
        "Ines Varga met Tomas Rehn in Lyon on Monday.",
        "Ines Varga met Tomas Rehn in Lyon on Monday. They talked.",
        "Ines Varga met Tomas Rehn in Geneva on Monday.",
    )

    assert [o.place for o in found] == ["Lyon"]


def test_what_did_not_happen_is_no_occurrence(claim_graph: BuildGraph) -> None:
    found = occurrences(
        claim_graph,
        "Ines Varga did not meet Tomas Rehn in Lyon on Monday.",
        "Ines Varga did not meet Tomas Rehn in Lyon.",
    )

    assert found == []


def test_label_names_the_kind_and_the_people(claim_graph: BuildGraph) -> None:
    found = occurrences(claim_graph, "Ines Varga met Tomas Rehn in Lyon on Monday.")

    assert [o.label for o in found] == ["meeting of Ines Varga and Tomas Rehn"]
