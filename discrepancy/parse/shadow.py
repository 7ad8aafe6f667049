"""The sentence as the parser is shown it: straight typography, familiar names in the place of unusual ones.

A parser trained on a few thousand names takes "So said" for an adverb and a verb.  It is shown "Smith said".
A whole name becomes one word, which leaves the parser nothing to get wrong inside it.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count, pairwise

import attrs

from discrepancy.language import load_words
from discrepancy.model.text import Unit
from discrepancy.parse.sentences import load_parser_words
from discrepancy.parse.straight import straighten

__all__ = ["Shadow", "cast_shadow"]

_SHADOWED = frozenset({"person", "place", "organisation", "name"})
_POSSESSIVES = frozenset({"'s", "'"})
_ARTICLES = frozenset({"the", "a", "an"})


@attrs.frozen
class Shadow:
    """What the parser reads; ``pieces[k]`` are the indices of the words that shadow word ``k`` stands for.

    ``kinds[k]`` is the kind of name that the shadow word stands for, "" for an ordinary word.
    """

    forms: tuple[str, ...]
    spaces: tuple[bool, ...]
    pieces: tuple[tuple[int, ...], ...]
    kinds: tuple[str, ...]


def cast_shadow(text: str, words: Sequence[tuple[int, int]], units: Sequence[Unit]) -> Shadow:
    """Make the shadow of one sentence from its words and the names in it."""
    forms = [straighten(text[start:end]) for start, end in words]
    if _is_shouted(forms):
        forms = [form.capitalize() if len(form) > 3 else form for form in forms]
    spaces = [a[1] < b[0] for a, b in pairwise(words)] + [False]
    names = dict(_names(words, forms, units))
    numbers, shadow = count(), []
    i = 0
    while i < len(words):
        end, kind = names.get(i, (i + 1, ""))
        form = _stand_in(kind, next(numbers), forms[i - 1].lower() if i else "") if kind else forms[i]
        shadow.append((form, spaces[end - 1], tuple(range(i, end)), kind))
        i = end
    return (
        Shadow(*(tuple(column) for column in zip(*shadow, strict=True))) if shadow else Shadow((), (), (), ())
    )


def _is_shouted(forms: Sequence[str]) -> bool:
    """Whether a headline is in capitals throughout."""
    letters = [form for form in forms if form.isalpha()]
    return len(letters) > 3 and sum(form.isupper() for form in letters) > 0.8 * len(letters)


def _stand_in(kind: str, number: int, before: str) -> str:
    words = load_parser_words()["stand_ins"]
    if before in _ARTICLES:
        if kind == "person":
            return str(words["person_plural"])
        kind = "the_organisation"
    elif kind == "name":
        # Nobody knows what it is; the preposition before it may.
        kind = "place" if before in words["place_prepositions"] else "person"
    return str(words[kind][number % len(words[kind])])


def _names(
    words: Sequence[tuple[int, int]], forms: Sequence[str], units: Sequence[Unit]
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield first index, end index and kind of every name that gets a stand-in."""
    first = {start: i for i, (start, _) in enumerate(words)}
    last = {end: i + 1 for i, (_, end) in enumerate(words)}
    free = 0
    for unit in units:
        left, right = first.get(unit.start), last.get(unit.end)
        if unit.kind not in _SHADOWED or left is None or right is None or left < free:
            continue
        if forms[right - 1] in _POSSESSIVES:
            right -= 1
        if unit.kind == "person":
            left = _after_titles(forms, left, right)
        if left < right and _is_plain(forms[left:right], unit.kind):
            yield left, (right, unit.kind)
            free = right


def _is_plain(forms: Sequence[str], kind: str) -> bool:
    """Whether a name is a row of names, without the grammar of "the Bank of the South"."""
    if not any(form[:1].isupper() for form in forms):
        return False
    if kind == "person":
        return all(form[:1].isalpha() or form in {"-", ".", "'"} for form in forms)
    return len(forms) < 5 and all(
        form[:1].isupper() or form.isdigit() or form in {"-", "'s", "'"} for form in forms
    )


@cache
def _titles() -> frozenset[str]:
    words = load_words("titles")
    return frozenset(words["honorifics"]) - frozenset(words["doubtful"]) | frozenset(words["heads"])


def _after_titles(forms: Sequence[str], left: int, right: int) -> int:
    """Leave titles to the parser: it knows "President" and "Mr."."""
    start = left
    for i in range(left, right - 1):
        if forms[i].lower().rstrip(".") in _titles() and i < left + 5:
            start = i + 1
        elif forms[i] in {"of", "for", "and"} and start > left:
            # "Secretary of State Vera Lund": where the office ends is not to be told from its words.
            start = max(i + 2, right - 2)
    return min(start, right)
