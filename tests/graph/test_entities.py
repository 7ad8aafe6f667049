"""Which names are one person, organisation or place over all documents."""

from collections.abc import Callable
from datetime import date

import pytest

from discrepancy.graph import ClaimGraph
from discrepancy.graph.entities import Entity

BuildGraph = Callable[..., ClaimGraph]
DAY = date(2024, 6, 6)


def people(claim_graph: BuildGraph, *texts: str) -> list[Entity]:
    """The people of some articles of one day."""
    graph = claim_graph([{"text": text, "published": DAY} for text in texts])
    return [e for e in graph.cast.entities if e.kind == "person"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Catherine Auld", "Katherine Auld"),
        ("José Galarza", "Jose Galarza"),
        ("Anthony Merrow", "Tony Merrow"),
        ("Dmitri Lavrovsky", "Dmitriy Lavrovskiy"),
        ("Ines Varga", "Ines Maria Varga"),
        ("Ines Varga", "I. Varga"),
        ("Jean-Marc Oakhurst", "J.-M. Oakhurst"),
        ("Robert Oakhurst", "Bob Oakhurst"),
        ("Yu-fen Tsai", "Yufen Tsai"),
    ],
)
def test_spellings_of_one_person_are_one_entity(left: str, right: str, claim_graph: BuildGraph) -> None:
    found = people(claim_graph, f"Mayor {left} came to Lyon.", f"Mayor {right} came to Lyon.")

    assert len(found) == 1
    assert found[0].documents == {"d0", "d1"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mario Castellan", "Maria Castellan"),
        ("Ines Varga", "Clara Varga"),
        ("Nils Berglund", "Nils Bergman"),
        ("Erik Lundin", "Erika Lundin"),
    ],
)
def test_siblings_and_successors_are_two_entities(left: str, right: str, claim_graph: BuildGraph) -> None:
    found = people(claim_graph, f"Mayor {left} came to Lyon.", f"Mayor {right} came to Lyon.")

    assert len(found) == 2


def test_two_people_of_one_document_stay_two(claim_graph: BuildGraph) -> None:
    found = people(
        claim_graph,
        "Catherine Auld met Katherine Auld in Lyon on Monday.",
        "Catherine Auld came to Lyon on Monday.",
    )

    assert len(found) == 2


def test_bare_surname_goes_to_the_one_full_name_that_has_it(claim_graph: BuildGraph) -> None:
    found = people(claim_graph, "Ines Varga came to Lyon on Monday.", "Mayor Varga came to Lyon on Monday.")

    assert [e.label for e in found] == ["Ines Varga"]


def test_bare_surname_of_two_people_goes_to_neither(claim_graph: BuildGraph) -> None:
    found = people(
        claim_graph,
        "Ines Varga came to Lyon on Monday.",
        "Peter Varga came to Lyon on Monday.",
        "The mayor of Lyon thanked Mrs Varga on Monday.",
    )

    assert [sorted(e.documents) for e in found] == [["d0"], ["d1"], ["d2"]]


def test_entity_is_called_as_most_documents_call_it(claim_graph: BuildGraph) -> None:
    found = people(
        claim_graph,
        "Mayor Katherine Auld came to Lyon.",
        "Mayor Catherine Auld came to Lyon.",
        "Mayor Catherine Auld came to Lyon.",
    )

    assert [e.label for e in found] == ["Catherine Auld"]


def test_place_is_one_without_its_accents(claim_graph: BuildGraph) -> None:
    graph = claim_graph(
        [
            {"text": "Mayor Ines Varga came to Malmö.", "published": DAY},
            {"text": "Mayor Ines Varga came to Malmo.", "published": DAY},
        ]
    )

    assert [e.documents for e in graph.cast.entities if e.kind == "place"] == [{"d0", "d1"}]


def test_every_local_entity_is_found_again(claim_graph: BuildGraph) -> None:
    graph = claim_graph(
        [
            {"text": "Mayor Ines Varga met Tomas Rehn in Lyon.", "published": DAY},
            {"text": "Tomas Rehn met the mayor of Lyon, Ines Varga.", "published": DAY},
        ]
    )

    members = [(m, e) for e in graph.cast.entities for m in e.members]
    assert [graph.cast.find(m.document, m.key) for m, _ in members] == [e for _, e in members]
