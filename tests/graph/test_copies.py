"""Which articles are copies of one text."""

from discrepancy.graph.copies import Sources, find_sources
from discrepancy.read import document_from_text

WIRE = (
    "The ferry Aurelia ran aground off Split on Sunday with 212 passengers on board, and all of them were "
    "brought ashore by fishing boats before the tide came in."
)
OWN = "Fishing boats saved everybody from the Aurelia, which had hit a reef near Split with a full car deck."


def sources(*texts: str) -> Sources:
    return find_sources([document_from_text(text, id=f"d{n}") for n, text in enumerate(texts)])


def test_reprints_of_one_text_are_one_source() -> None:
    assert sources(WIRE, WIRE).count(["d0", "d1"]) == 1


def test_copy_with_a_sentence_of_its_own_is_still_a_copy() -> None:
    assert sources(WIRE, f"{WIRE} Our photographer was there.").copies(["d0", "d1"])


def test_own_words_are_a_source_of_their_own() -> None:
    assert sources(WIRE, OWN).count(["d0", "d1"]) == 2


def test_copies_of_copies_are_one_source() -> None:
    half, rest = WIRE[: WIRE.index(" and all")], WIRE[WIRE.index("all of") :]

    found = sources(half, WIRE, rest, OWN)

    assert found.count(["d0", "d1", "d2"]) == 1
    assert found.count(["d0", "d1", "d2", "d3"]) == 2


def test_menus_that_two_pages_share_make_no_copy() -> None:
    menu = "Read more: How to get our newsletter with the best of the week in your inbox every morning"

    assert sources(f"{WIRE}\n\n{menu}", f"{OWN}\n\n{menu}").count(["d0", "d1"]) == 2


def test_text_too_short_for_a_run_of_words_is_no_copy() -> None:
    assert sources("Ferry aground.", "Ferry aground.").count(["d0", "d1"]) == 2
