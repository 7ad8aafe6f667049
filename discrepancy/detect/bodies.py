"""Whose an office is: whether two offices can be of one body, and whether one person is put into two."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

import attrs

from discrepancy.graph import ClaimGraph
from discrepancy.graph.holders import Tenure
from discrepancy.language import load_words
from discrepancy.values.comparison import Relation
from discrepancy.values.jobs import compare_roles
from discrepancy.values.names_offices import country_of

__all__ = ["Move", "find_move", "same_body"]

# Words that a body's name shares with others, so that nothing follows from them.
SHORTEST = 3
# Letters that a country and its adjective have in common.
STEM = 4


@attrs.frozen(kw_only=True, eq=False)
class Move:
    """Two bodies in which two documents put one person; ``sure`` where both documents know both bodies."""

    left: tuple[Tenure, ...]
    right: tuple[Tenure, ...]
    sure: bool


def same_body(left: Tenure, right: Tenure) -> bool:
    """Whether two offices can be of one body: an unnamed one may be any.

    A job has no body; a tie of kinship is to one person.
    """
    if left.office.sort == "kin":
        return left.body == right.body
    if left.office.sort == "job" or left.body is None or right.body is None:
        return True
    one, other = body_words(left.body), body_words(right.body)
    return not one or not other or any(is_like(a, b) for a in one for b in other)


def body_words(body: str) -> frozenset[str]:
    """The words of a body's name; a common noun ("the company") and a day of the week name none."""
    words = (w for w in body.replace("’s", "").replace("'s", "").split() if w[:1].isupper())
    return frozenset(w.lower() for w in words if w.lower() not in days_and_months())


@cache
def days_and_months() -> frozenset[str]:
    """The names of days and months, which no body has."""
    calendar = load_words("calendar")
    return frozenset(name.lower() for part in ("weekdays", "months") for name in calendar[part])


def is_like(one: str, other: str) -> bool:
    """Whether two words are one name, or a country and its adjective ("Calmar", "Calmarian")."""
    return one == other or (one[:STEM] == other[:STEM] and min(len(one), len(other)) >= STEM)


def find_move(graph: ClaimGraph, tenures: Sequence[Tenure]) -> Move | None:
    """The likeliest two bodies of one person that exclude each other; several offices in one body never do."""
    posts = [t for t in tenures if t.office.sort == "post" and t.body and body_words(t.body)]
    notes: list[Move] = []
    for left, right in combinations(posts, 2):
        if left.document == right.document or not are_apart(left, right):
            continue
        some, others = ([t for t in posts if same_body(side, t)] for side in (left, right))
        if {t.document for t in some} & {t.document for t in others}:
            continue
        known = knows(graph, left.document, right.body or ""), knows(graph, right.document, left.body or "")
        same = left.office == right.office
        if same or any(known):
            notes.append(Move(left=tuple(some), right=tuple(others), sure=same and all(known)))
    return max(notes, key=lambda m: m.sure, default=None)


def are_apart(left: Tenure, right: Tenure) -> bool:
    """Whether two offices are of two bodies, of which neither name is short for the other."""
    one, other = left.body or "", right.body or ""
    if (country_of(one) is None) is not (country_of(other) is None):
        return False  # "the Swedish company's chief executive"
    if same_body(left, right) or initials(one) == other.upper() or initials(other) == one.upper():
        return False
    return compare_roles(left.office, right.office).relation is not Relation.COMPATIBLE


def initials(body: str) -> str:
    """The first letters of a name."""
    return "".join(w[0] for w in body.split() if w[:1].isupper())


def knows(graph: ClaimGraph, document: str, body: str) -> bool:
    """Whether a document names a body, at least by one long word of its name."""
    text = graph.by_id[document].text
    words = [w for w in body_words(body) if len(w) > SHORTEST]
    return any(re.search(rf"\b{re.escape(w)}", text, re.IGNORECASE) for w in words)
