"""Finds runs of capitalised words that can be names."""

import re
from collections.abc import Iterator
from functools import cache

import attrs

from discrepancy.language import load_words
from discrepancy.mentions.names_gazetteer import Known, is_organisation_word, is_place_word, longest_known
from discrepancy.mentions.names_words import Words, is_calendar, is_function, is_ordinary, is_thing, is_word
from discrepancy.values.names_match import is_known_given
from discrepancy.values.names_offices import is_head, is_honorific, is_modifier

__all__ = ["Run", "find_runs"]

_GIVEN_MONTHS = frozenset({"may", "april", "june"})
_HYPHENATED = re.compile(r"^[A-Z][a-z]+-[a-z]+$")  # an East Asian given name
_APOSTROPHES = frozenset("'’")
_AND = frozenset({"and", "&"})
MAX_WORDS = 12  # longer runs are headlines or lists


@attrs.frozen(kw_only=True)
class Run:
    """Words ``first`` to ``last`` (excluded) that may hold a name; ``known`` where a gazetteer has it."""

    first: int
    last: int
    known: Known | None = None


@cache
def _joining() -> frozenset[str]:
    return frozenset(load_words("name_particles")["joining"])


@cache
def _leading() -> frozenset[str]:
    return frozenset(load_words("name_particles")["leading"])


def find_runs(words: Words) -> Iterator[Run]:
    """Yield the runs of a text in order, without overlap."""
    i = 0
    count = len(words.tokens)
    while i < count:
        if words.shapes[i] not in "CAI":
            i += 1
            continue
        run = _run_from(words, i)
        if run.last > run.first:
            yield run
        i = max(run.last, i + 1)


def _run_from(words: Words, i: int) -> Run:
    known = longest_known(words, i)
    last = known[0] if known else i
    if known and not _goes_on(words, last):
        return Run(first=i, last=last, known=known[1])
    if not known and not _can_begin(words, i):
        return Run(first=i, last=i)
    last = max(last, i + 1)
    while last < len(words.tokens) and last - i < MAX_WORDS:
        step = _step(words, i, last)
        if not step:
            break
        last += step
    return Run(first=_before(words, i), last=last)


def _goes_on(words: Words, at: int) -> bool:
    return (
        at < len(words.tokens)
        and not words.possessive[at - 1]
        and words.shapes[at] in "CAI"
        and _fits(words, at)
    )


def _can_begin(words: Words, i: int) -> bool:
    token = words.tokens[i].lower()
    if is_calendar(words, i) or is_thing(token):
        return False
    if is_word("adjectives", token) and not words.weak[i]:
        return i + 1 < len(words.tokens) and words.shapes[i + 1] == "C" and _fits(words, i + 1)
    if is_function(token):
        return _is_name_beside_function(words, i, token)
    return not (words.weak[i] and _is_only_ordinary(words, i))


def _is_name_beside_function(words: Words, i: int, token: str) -> bool:
    """Whether a function word is a name here: "Per Lindqvist", "Will Tanner", "Do Seo-jun"."""
    if i + 1 >= len(words.tokens) or words.shapes[i + 1] != "C":
        return False
    return (is_known_given(token) and not words.weak[i]) or bool(_HYPHENATED.match(words.tokens[i + 1]))


def _is_only_ordinary(words: Words, i: int) -> bool:
    """Whether a word at a weak place is an ordinary one: listed, or in lower case elsewhere."""
    token = words.tokens[i].lower()
    if is_head(token) or is_modifier(token) or is_honorific(token):
        return not (i + 1 < len(words.tokens) and words.shapes[i + 1] in "CAI" and not words.headline[i])
    if is_known_given(token) and token not in words.lower:
        return False
    if token.endswith(("ing", "ly")) and words.shapes[i] == "C":
        return True
    return is_ordinary(token) or token in words.lower


def _fits(words: Words, at: int) -> bool:
    """Whether the capitalised word at ``at`` can go on with a run."""
    token = words.tokens[at].lower()
    if is_calendar(words, at) and not (
        token in _GIVEN_MONTHS and is_known_given(words.tokens[at - 1].lower())
    ):
        return False
    return not (is_function(token) or (words.shapes[at] == "A" and is_thing(token)))


def _step(words: Words, first: int, at: int) -> int:
    """Return how many words from ``at`` on belong to the run that began at ``first``."""
    if words.weak[at]:
        return 0
    if words.possessive[
        at - 1
    ]:  # "Office of China's Foreign Affairs Commission" goes on, "China's Office" does not
        return int(
            at - 2 > first and words.tokens[at - 2] == "of" and words.shapes[at] in "CA" and _fits(words, at)
        )
    shape, token = words.shapes[at], words.tokens[at]
    if token in _APOSTROPHES:
        return max(0, _members(words, at - 1) - at)
    if shape in "CAI":
        return 1 if _fits(words, at) else 0
    if shape == "l" and token in _joining() and not is_function(token):
        return _particles(words, at)
    if token in ("of", "for") and any(_takes_complement(words.tokens[k]) for k in range(first, at)):
        return _complement(words, at)
    if token in ("and", "&") and _next_capital(words, at + 1) and _in_complement(words, first, at):
        return 2
    return 0


def _members(words: Words, first: int) -> int:
    """Return where a body called after its members ends ("the Bakers' and Caterers' Union"), else ``first``."""
    at = first
    while at + 2 < len(words.tokens) and words.shapes[at] == "C" and words.tokens[at].endswith("s"):
        if words.tokens[at + 1] not in _APOSTROPHES:
            return first
        at += 3 if words.tokens[at + 2] in _AND else 2
    if at == first or at >= len(words.tokens) or words.shapes[at] not in "CA":
        return first
    inside = range(at, min(at + MAX_WORDS // 2, len(words.tokens)))
    end = next(
        (k for k in inside if words.shapes[k] not in "CA" or is_organisation_word(words.tokens[k])), at
    )
    return end + 1 if is_organisation_word(words.tokens[end]) else first


def _particles(words: Words, at: int) -> int:
    for size in (1, 2, 3):
        if at + size >= len(words.tokens):
            return 0
        if _next_capital(words, at + size):
            return size + 1
        if words.tokens[at + size] not in _joining():
            return 0
    return 0


def _takes_complement(word: str) -> bool:
    return (
        is_organisation_word(word)
        or is_place_word(word, "after")
        or (word[:1].isupper() and (is_head(word) or word in ("Secretary", "Hall")))
    )


def _complement(words: Words, at: int) -> int:
    size = 2 if at + 1 < len(words.tokens) and words.tokens[at + 1] == "the" else 1
    return size + 1 if _next_capital(words, at + size) else 0


def _in_complement(words: Words, first: int, at: int) -> bool:
    if words.tokens[at] == "&":
        return True
    inside = any(words.tokens[k] in ("of", "for") for k in range(first, at))
    return (
        inside
        and not is_known_given(words.tokens[at + 1].lower())
        and any(is_organisation_word(words.tokens[k]) for k in range(first, at))
    )


def _next_capital(words: Words, at: int) -> bool:
    return at < len(words.tokens) and words.shapes[at] in "CAI" and _fits(words, at)


def _before(words: Words, i: int) -> int:
    """Take in a particle in lower case before the run: "von Braun", "de la Cruz"."""
    first = i
    while first > 0 and words.tokens[first - 1] in _leading() and first > i - 2:
        first -= 1
    return first
