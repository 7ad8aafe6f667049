"""Offices as posts: which titles stand for one post, and which posts nobody holds together."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import attrs

from discrepancy.language import load_words
from discrepancy.values.comparison import Comparison, Relation

__all__ = ["Office", "compare_offices", "is_unique", "office_in", "office_words", "read_office"]

ARTICLES = frozenset({"the", "a", "an"})
MINISTER = re.compile(
    r"(?:(?P<before>[a-z ]+) (?:minister|secretary)|minister (?:of|for) (?P<after>[a-z ]+))"
)


@attrs.frozen(kw_only=True)
class Office:
    """A post, with the rank below it ("deputy") and the field of a minister ("foreign").

    ``sort`` tells a post from a job ("plumber"), a service rank ("colonel") and a tie of kinship ("brother").
    """

    post: str
    rank: str = ""
    field: str = ""
    sort: Literal["post", "job", "service", "kin"] = "post"

    @property
    def label(self) -> str:
        """The office in words."""
        words = f"{self.field} {self.post}" if self.field else self.post
        return f"{self.rank} {words}".strip()


@cache
def table() -> dict[str, Any]:
    """The word list of offices."""
    return load_words("offices")


@cache
def posts() -> dict[str, str]:
    """The post that each title stands for."""
    return {name: post for post, names in table()["posts"].items() for name in names}


@cache
def fields() -> dict[str, str]:
    """The field that each word for it stands for."""
    return {name: field for field, names in table()["fields"].items() for name in names}


def office_words(text: str) -> str:
    """Fold the words of an office: lower case, no dots, articles or possessives."""
    plain = re.sub(r"[.,]", "", text.lower()).replace("’", "'")
    return " ".join(w for w in plain.split() if w not in ARTICLES and not w.endswith("'s"))


def read_office(text: str) -> Office | None:
    """Read an office ("CFO", "deputy speaker", "Minister of Transport"); ``None`` for jobs and descriptions.

    "Leader", "boss", "head", "minister" alone, "founder" say too little to exclude anything.
    """
    words = office_words(text)
    if words in posts():
        return Office(post=posts()[words])
    first, _, rest = words.partition(" ")
    rank = next((r for r in table()["ranks"] if first == r or first.startswith(f"{r}-")), "")
    if rank and first != rank:
        rest = words.removeprefix(f"{rank}-")
    found = plain_office(rest if rank else words)
    return attrs.evolve(found, rank=rank) if found is not None else None


def plain_office(words: str) -> Office | None:
    """Read an office without its rank."""
    if words in posts():
        return Office(post=posts()[words])
    match = MINISTER.fullmatch(words)
    if match:
        field = fields().get(match.group("before") or match.group("after"))
        return Office(post="minister", field=field) if field else None
    parts = words.split()
    if len(parts) == 2 and parts[1] in table()["composed"]["heads"] and parts[0].isalpha():
        return Office(post=words) if parts[0] in composing() else None
    if len(parts) == 2 and parts[0] == "chief" and parts[1] in table()["composed"]["chiefs"]:
        return Office(post=words)
    return None


@cache
def composing() -> frozenset[str]:
    """The words that narrow a director or a manager down to one post."""
    titles = load_words("titles")
    passing = {
        *table()["passing"],
        *titles["passing"],
        "chief",
        "senior",
        "junior",
        "regional",
        "local",
        "general",
    }
    return frozenset(titles["modifiers"]) - passing


def is_unique(office: Office) -> bool:
    """Whether a body has only one such post."""
    composed = office.post not in table()["posts"] and office.post != "minister"
    return not office.rank and (office.post in table()["unique"]["posts"] or composed)


def compare_offices(left: Office, right: Office) -> Comparison:
    """Say whether one person can hold two offices of one body at one time."""
    said = f"“{left.label}” and “{right.label}”"
    if left == right:
        return Comparison(Relation.SAME, f"{said} are one office.")
    if (left.post, left.field) == (right.post, right.field):
        if "" in (left.rank, right.rank):
            return Comparison(Relation.CONFLICTING, f"{said} are two ranks.")
        return Comparison(Relation.COMPATIBLE, f"{said} are one rank.")
    if left.post == right.post == "minister":
        return Comparison(Relation.CONFLICTING, f"{said} are two ministries.")
    if are_together(left, right):
        return Comparison(Relation.COMPATIBLE, f"{said} can be held together.")
    posts_held = {left.post, right.post}
    if any(posts_held <= group for group in exclusive_sets()) or is_expert_above(*posts_held):
        return Comparison(Relation.CONFLICTING, f"{said} are not held together.")
    return Comparison(Relation.INCOMPARABLE, f"{said} may be held together.")


def is_expert_above(one: str, other: str) -> bool:
    """Whether one is the chief of a discipline ("chief geologist") and the other an office over all of them."""
    above = table()["composed"]["above"]
    return any(is_chief_expert(a) and b in above for a, b in ((one, other), (other, one)))


def is_chief_expert(post: str) -> bool:
    """Whether a post is that of the first of a discipline."""
    first, _, rest = post.partition(" ")
    return first == "chief" and rest in table()["composed"]["chiefs"]


def are_together(left: Office, right: Office) -> bool:
    """Whether one person is known to hold both."""
    return any({left.post, right.post} == set(pair) for pair in table()["together"]["pairs"])


@cache
def exclusive_sets() -> tuple[frozenset[str], ...]:
    """The sets of posts of which nobody holds two in one body."""
    return tuple(frozenset(row) for row in table()["exclusive"].values())


def office_in(words: list[str], *, at_end: bool) -> Iterator[tuple[int, Office]]:
    """The longest office at the end or at the start of some words, with how many of them it takes."""
    for size in range(min(6, len(words)), 0, -1):
        part = words[-size:] if at_end else words[:size]
        office = read_office(" ".join(part))
        if office is not None and not {part[0].lower(), part[-1].lower()} & ARTICLES:
            yield size, office
            return
