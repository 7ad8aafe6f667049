"""Which articles tell of one occurrence: the rules are cases."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from discrepancy.graph import ClaimGraph

CASES = Path(__file__).parents[1] / "cases" / "groups.toml"
BuildGraph = Callable[..., ClaimGraph]


def load_cases(group: str) -> list[dict[str, Any]]:
    """The cases that are told apart right, or those that are open as yet."""
    cases: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8")).get(group, [])
    return cases


def groups_of(case: dict[str, Any], claim_graph: BuildGraph) -> list[int]:
    """The group of each article, numbered by its first article."""
    graph = claim_graph(case["articles"])
    return [graph.groups[d.id] for d in graph.documents]


@pytest.mark.parametrize("case", load_cases("case"), ids=lambda case: case["rule"])
def test_articles_of_one_occurrence_are_one_group(case: dict[str, Any], claim_graph: BuildGraph) -> None:
    assert groups_of(case, claim_graph) == case["groups"]


def test_open_cases_are_told_apart_wrongly_as_yet(claim_graph: BuildGraph) -> None:
    cases = load_cases("open")

    right = [c["rule"] for c in cases if groups_of(c, claim_graph) == c["groups"]]

    assert right == [], "make these cases"


def test_groups_do_not_depend_on_the_order_of_articles(claim_graph: BuildGraph) -> None:
    articles = next(c for c in load_cases("case") if len(c["articles"]) == 4)["articles"]

    forward = groups_of({"articles": articles}, claim_graph)
    backward = groups_of({"articles": articles[::-1]}, claim_graph)[::-1]

    together = [[i for i in range(4) if row[i] == row[0]] for row in (forward, backward)]
    assert together[0] == together[1]
