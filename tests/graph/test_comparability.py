"""What keeps two claims from being compared, and what speaks for one question."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from discrepancy.graph import ClaimGraph
from discrepancy.graph.comparability import Likeness, likeness
from discrepancy.graph.frames import Frame
from discrepancy.graph.rarity import Rarity

CASES = Path(__file__).parents[1] / "cases" / "comparability.toml"
BuildGraph = Callable[..., ClaimGraph]
DAY = date(2024, 6, 7)


def load_cases(group: str) -> list[dict[str, Any]]:
    """The cases that are judged right, or those that are open as yet."""
    cases: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8")).get(group, [])
    return cases


def judged(case: dict[str, Any], claim_graph: BuildGraph) -> Likeness:
    """How like the two claims of a case are."""
    days = case.get("days", [DAY, DAY])
    graph = claim_graph(
        [
            {"text": text, "published": day}
            for text, day in zip((case["left"], case["right"]), days, strict=True)
        ]
    )
    left, right = (frame_of(graph, document, case["attribute"]) for document in ("d0", "d1"))
    return likeness(left, right, graph.rarities)


def frame_of(graph: ClaimGraph, document: str, attribute: str) -> Frame:
    """The first claim of an attribute in a document."""
    return next(f for f in graph.frames.values() if f.document == document and f.claim.attribute == attribute)


@pytest.mark.parametrize("case", load_cases("case"), ids=lambda case: case["rule"])
def test_hard_mismatch_ends_the_comparison(case: dict[str, Any], claim_graph: BuildGraph) -> None:
    assert (judged(case, claim_graph).veto or "") == case["veto"]


@pytest.mark.parametrize("case", load_cases("case"), ids=lambda case: case["rule"])
def test_likeness_is_symmetric(case: dict[str, Any], claim_graph: BuildGraph) -> None:
    turned = {
        **case,
        "left": case["right"],
        "right": case["left"],
        "days": case.get("days", [DAY, DAY])[::-1],
    }

    forward, backward = judged(case, claim_graph), judged(turned, claim_graph)

    assert forward.veto == backward.veto
    assert forward.bits == pytest.approx(backward.bits)


def test_open_cases_are_judged_wrongly_as_yet(claim_graph: BuildGraph) -> None:
    cases = load_cases("open")

    right = [c["rule"] for c in cases if (judged(c, claim_graph).veto or "") == c["veto"]]

    assert right == [], "make these cases"


def test_same_people_speak_for_one_question(claim_graph: BuildGraph) -> None:
    same = {"attribute": "time", "left": "Ines Varga met Tomas Rehn on Monday."}
    both = {**same, "right": "Ines Varga met Tomas Rehn on Tuesday."}
    one = {**same, "right": "Ines Varga met on Tuesday."}

    assert judged(both, claim_graph).bits > judged(one, claim_graph).bits


def test_same_predicate_speaks_louder_than_the_same_kind(claim_graph: BuildGraph) -> None:
    same = {"attribute": "count", "left": "The blast killed 31 dockers."}
    equal = {**same, "right": "The blast killed 34 dockers."}
    alike = {**same, "right": "The blast murdered 34 dockers."}

    assert judged(equal, claim_graph).bits > judged(alike, claim_graph).bits


def test_turned_digits_speak_for_one_question(claim_graph: BuildGraph) -> None:
    same = {"attribute": "count", "left": "The blast injured 31 dockers."}
    turned = {**same, "right": "The blast injured 13 dockers."}
    other = {**same, "right": "The blast injured 78 dockers."}

    assert judged(turned, claim_graph).bits > judged(other, claim_graph).bits


def test_other_things_counted_speak_against_one_question(claim_graph: BuildGraph) -> None:
    same = {"attribute": "count", "left": "The fire destroyed 31 cars."}
    cars = {**same, "right": "The fire destroyed 14 cars."}
    houses = {**same, "right": "The fire destroyed 14 houses."}

    assert judged(cars, claim_graph).bits > judged(houses, claim_graph).bits


def test_rare_word_weighs_more_than_a_common_one() -> None:
    rarity = Rarity.of([])
    rarity.counts.update({"lighthouse": 1, "court": 40})

    assert rarity.bits("lighthouse") > rarity.bits("court") >= 0


def test_reasons_of_a_likeness_add_up(claim_graph: BuildGraph) -> None:
    case = {
        "attribute": "duration",
        "left": "Ines Varga met Tomas Rehn in Lyon on Monday for five hours.",
        "right": "Ines Varga met Tomas Rehn in Lyon on Monday for three hours.",
    }

    found = judged(case, claim_graph)

    assert sum(float(reason.rsplit(" ", 1)[1]) for reason in found.reasons) == pytest.approx(
        found.bits, abs=0.05 * len(found.reasons)
    )
