"""Jobs and kinship as roles: which words tell one trade or one tie, and which exclude each other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import attrs

from discrepancy.language import load_words, split_words, word_set
from discrepancy.values.comparison import Comparison, Relation
from discrepancy.values.offices import Office, compare_offices

__all__ = ["compare_roles", "job_in", "read_kinship", "read_service"]

# "Crane operator" has two words.
MOST_WORDS = 2
# What begins another phrase, so that no job behind it belongs to the name.
CLOSING = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my"})


@cache
def lines_of(part: str) -> Mapping[str, frozenset[str]]:
    """The lines of a part of the list that hold each word: ``{"vet": {"animals"}}``."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, line in load_words("jobs")[part].items():
        for word in split_words(line):
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def job_in(words: Sequence[str], *, at_end: bool) -> tuple[int, Office] | None:
    """The job at the end of some words, or the first one at their start, with how many words reach to it."""
    plain = [w.lower() for w in words]
    if at_end:
        for size in range(min(MOST_WORDS, len(plain)), 0, -1):
            job = " ".join(plain[-size:])
            if job in lines_of("trades"):
                return size, Office(post=job, sort="job")
        return None
    for end in range(1, min(4, len(plain)) + 1):
        found = job_in(plain[:end], at_end=True)
        if found is None:
            if plain[end - 1] in CLOSING or plain[end - 1] in word_set("jobs", "behind", "words"):
                return None
            continue
        closed = end == len(plain) or plain[end] in word_set("jobs", "behind", "words")
        return (end, found[1]) if closed else None
    return None


def compare_roles(left: Office, right: Office) -> Comparison:
    """Say whether one person can have two roles of any sort at one time; two sorts are never compared."""
    if {left.sort, right.sort} == {"post", "service"}:
        left, right = (Office(post=o.post) if o.sort == "service" else o for o in (left, right))
    if {left.sort, right.sort} == {"post", "job"}:
        left, right = (
            attrs.evolve(o, sort="job") if o.post in lines_of("trades") else o for o in (left, right)
        )
    if left.sort != right.sort:
        said = f"“{left.label}” and “{right.label}”"
        return Comparison(Relation.INCOMPARABLE, f"{said} answer two questions.")
    if left == right:
        return Comparison(Relation.SAME, f"“{left.label}” is one role.")
    if left.sort == "job":
        return compare_jobs(left, right)
    if left.sort == "post":
        return compare_offices(left, right)
    return compare_lines("service" if left.sort == "service" else "kinship", left, right)


def compare_jobs(left: Office, right: Office) -> Comparison:
    """Say whether two words for a job can be told of one person."""
    said = f"“{left.post}” and “{right.post}”"
    one, other = lines_of("trades")[left.post], lines_of("trades")[right.post]
    if one & other:
        return Comparison(Relation.COMPATIBLE, f"{said} can be one job.")
    if any(frozenset({a, b}) in neighbours() for a in one for b in other):
        return Comparison(Relation.COMPATIBLE, f"{said} are near each other.")
    if not (is_against(one, other) and is_against(other, one)):
        return Comparison(Relation.INCOMPARABLE, f"{said} can be told of one person.")
    return Comparison(Relation.CONFLICTING, f"{said} are two trades.")


def is_against(trades: frozenset[str], others: frozenset[str]) -> bool:
    """Whether trades exclude others; who was at the wheel may be of any trade but those of the crew."""
    only = load_words("jobs")["only_against"]
    return any(name not in only or set(split_words(only[name])) & others for name in trades)


@cache
def neighbours() -> frozenset[frozenset[str]]:
    """The trades that one person can have together."""
    return frozenset(frozenset(pair.split()) for pair in word_set("jobs", "together", "pairs"))


def read_kinship(word: str) -> Office | None:
    """Read a word of kinship ("brother"); ``None`` for any other."""
    plain = word.lower()
    return Office(post=plain, sort="kin") if plain in lines_of("kinship") else None


def read_service(words: str) -> Office | None:
    """Read a rank of the forces or the police ("Lt. Col"); ``None`` for anything else."""
    plain = words.lower().replace(".", "")
    return Office(post=plain, sort="service") if plain in lines_of("service") else None


def compare_lines(part: str, left: Office, right: Office) -> Comparison:
    """Say whether two ranks or two ties of kinship can be one."""
    said = f"“{left.post}” and “{right.post}”"
    if lines_of(part)[left.post] & lines_of(part)[right.post]:
        return Comparison(Relation.COMPATIBLE, f"{said} can be one.")
    return Comparison(Relation.CONFLICTING, f"{said} cannot be one.")
