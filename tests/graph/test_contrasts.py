"""What stands against each other in two bare statements."""

import attrs
import pytest

from discrepancy.checker import extract_documents
from discrepancy.graph import build_graph
from discrepancy.graph.contrasts import WEIGHTS, Signs, find_contrasts
from discrepancy.read import document_from_text

SIGNS = Signs(ahead=0.5, told=0.8, turned=True, same_predicate=True, noun=False, unmet=0, new=0)


def contrasts(left: str, right: str) -> list[tuple[str, str, bool]]:
    documents = [document_from_text(text, id=name) for name, text in (("a", left), ("b", right))]
    graph = build_graph(documents, extract_documents(documents))
    return [(c.yes.document, c.no.document, c.is_sure) for c in find_contrasts(graph)]


def test_every_sign_has_a_weight() -> None:
    assert list(WEIGHTS) == [field.name for field in attrs.fields(Signs)]


@pytest.mark.parametrize(
    "change",
    [{"told": 0.3}, {"turned": False}, {"same_predicate": False}, {"noun": True}, {"unmet": 1}, {"new": 3}],
)
def test_what_speaks_against_makes_it_less_likely(change: dict[str, float]) -> None:
    assert attrs.evolve(SIGNS, **change).log_odds < SIGNS.log_odds


def test_side_that_denies_is_the_same_either_way_round() -> None:
    yes, no = "The diver repaired the hull of the trawler.", "The diver did not repair the hull."

    assert contrasts(yes, no) == [("a", "b", True)]
    assert contrasts(no, yes) == [("b", "a", True)]


def test_word_that_only_the_shorter_text_has_leaves_a_doubt() -> None:
    yes = "The diver repaired the hull of the trawler in the harbour."

    assert contrasts(yes, "The young diver did not repair the hull.") == [("a", "b", False)]


def test_two_denials_of_one_thing_agree() -> None:
    assert contrasts("The diver did not repair the hull.", "The diver never repaired the hull.") == []


def test_speakers_of_two_sentences_are_two() -> None:
    assert contrasts("I fed the horses.", "You did not feed the horses.") == []


def test_article_is_no_bare_statement() -> None:
    assert contrasts("The diver repaired the hull. " * 40, "The diver did not repair the hull.") == []
