"""Reads titles and offices before a name and in apposition after it."""

import attrs

from discrepancy.language import load_words
from discrepancy.mentions.names_gazetteer import is_organisation_word, is_place_word
from discrepancy.mentions.names_words import Words, is_acting, is_function, is_ordinary, is_saying, is_word
from discrepancy.values.names_offices import (
    Lead,
    country_of,
    is_head,
    is_modifier,
    is_office_phrase,
    is_weak_head,
    normalise_office,
    split_lead,
)

__all__ = ["Office", "read_lead", "read_office_after", "read_office_before", "read_owner"]

_MAX_BACK = 6  # words of an office in lower case: "the company's newly appointed deputy chief engineer"
_MAX_UNKNOWN = 3  # words that no table knows inside an office with a determiner before it
_MAX_AFTER = 14  # words of an apposition


@attrs.frozen(kw_only=True)
class Office:
    """An office beside a name; ``first`` and ``last`` are its words."""

    first: int
    last: int
    office: str
    of: str | None = None
    owner: tuple[int, int] | None = None


def read_lead(words: Words, first: int, last: int) -> Lead:
    """Read titles and office at the front of a run of capitalised words."""
    return split_lead(
        [words.text[words.starts[i] : words.ends[i]] + _mark(words, i) for i in range(first, last)]
    )


def _mark(words: Words, i: int) -> str:
    return "'s" if words.possessive[i] else ""


def read_office_before(words: Words, first: int) -> Office | None:
    """Read an office in lower case before the name at ``first`` ("flight director", "foreign minister, ")."""
    end = first
    comma = end > 0 and words.tokens[end - 1] == ","
    if comma:
        end -= 1
    if end >= 2 and words.tokens[end - 2 : end] == ["in", "charge"]:
        end -= 2
    begin = _office_begin(words, end)
    if begin is None:
        return None
    owner = _owner_before(words, begin)
    if (
        comma
        and owner is None
        and not (begin > 0 and is_word("determiners", words.tokens[begin - 1].lower()))
    ):
        return None
    office = normalise_office(words.text[words.starts[begin] : words.ends[end - 1]])
    if not office:
        return None
    if owner is None:
        return Office(first=begin, last=end, office=office)
    return Office(first=owner[0], last=end, office=office, of=_owner_name(words, *owner), owner=owner)


def _office_begin(words: Words, end: int) -> int | None:
    """Return where the office in lower case that ends before ``end`` begins."""
    if end == 0 or not _is_small(words, end - 1):
        return None
    begin = next(
        (
            end - size
            for size in (4, 3, 2)
            if end >= size and is_office_phrase(words.tokens[end - size : end])
        ),
        None,
    )
    if begin is None:
        if not is_head(words.tokens[end - 1]):
            return None
        begin = end - 1
    weak = begin == end - 1 and is_weak_head(words.tokens[begin])
    sure = begin
    while (
        sure > 0
        and end - sure < _MAX_BACK
        and _is_small(words, sure - 1)
        and is_modifier(words.tokens[sure - 1])
    ):
        sure -= 1
    start = sure
    for back in range(sure - 1, max(sure - 2 - _MAX_UNKNOWN, -1), -1):
        token = words.tokens[back]
        if is_word("determiners", token.lower()) or words.possessive[back]:
            start = back + 1
            break
        if (
            words.shapes[back] != "l"
            or is_function(token)
            or is_acting(token)
            or token.endswith(("ly", "ed"))
        ):
            break
    bare = weak and start == end - 1 and not _owner_before(words, start) and not _has_determiner(words, start)
    return None if bare and not _is_false_title(words, end) else start


def _is_false_title(words: Words, end: int) -> bool:
    """Whether an ordinary noun stands as a title before a full name ("said guide Ana Berg"), as in news it may.

    A verb before two words of a name ("to guide Ana Berg") is none, nor is a company's kind before its name.
    """
    name = words.tokens[end : end + 2]
    if words.shapes[end : end + 2] != ["C", "C"] or any(
        is_ordinary(token.lower()) or is_organisation_word(token) or is_place_word(token, "after")
        for token in name
    ):
        return False
    before = words.tokens[end - 2].lower() if end > 1 else "."
    return not is_word("verb_leads", before)


def _is_small(words: Words, i: int) -> bool:
    """Whether a word is in lower case, or only has a capital for its place ("Chief executive ...")."""
    return words.shapes[i] == "l" or (words.weak[i] and words.shapes[i] == "C")


def _has_determiner(words: Words, at: int) -> bool:
    return at > 0 and is_word("determiners", words.tokens[at - 1].lower())


def _owner_before(words: Words, at: int) -> tuple[int, int] | None:
    """Return the words of the capitalised owner that ends at ``at``: "South Korea's", "State Department"."""
    first = at
    while first > 0 and at - first < 5 and words.shapes[first - 1] in "CAI":
        token = words.tokens[first - 1].lower()
        if is_function(token) or (first < at and words.possessive[first - 1]):
            break
        if words.weak[first - 1] and is_word("ordinary", token) and not words.possessive[first - 1]:
            break  # "Overnight leader"
        first -= 1
    return (first, at) if first < at else None


def _owner_name(words: Words, first: int, last: int) -> str:
    name = words.text[words.starts[first] : words.ends[last - 1]]
    return country_of(name) or country_of(words.tokens[last - 1]) or name


def read_office_after(words: Words, last: int) -> Office | None:
    """Read an apposition after the name that ends at ``last`` (", South Korea's foreign minister,")."""
    at = last
    if at + 1 >= len(words.tokens) or words.tokens[at] not in ",(":
        return None
    at += 1
    while words.shapes[at] in "dA" and at + 2 < len(words.tokens) and words.tokens[at + 1] == ",":
        at += 2  # an age, an honour
    if words.tokens[at : at + 3] in (["the", "man", "who"], ["the", "woman", "who"]):
        at += 2
    if words.tokens[at] == "who":
        return _read_who(words, last, at + 1)
    stop = _stop(words, at)
    return _read_apposition(words, last, at, stop)


def _stop(words: Words, at: int) -> int:
    stop = at
    while stop < len(words.tokens) and stop - at < _MAX_AFTER:
        if words.shapes[stop] == "n" or words.tokens[stop] in ',;.()–—:?!"”“':
            break
        stop += 1
    return stop


def _read_apposition(words: Words, last: int, at: int, stop: int) -> Office | None:
    begin = at
    if begin < stop and is_word("determiners", words.tokens[begin].lower()):
        begin += 1
    owner_end = begin
    while owner_end < stop and words.shapes[owner_end] in "CAI" and not _is_office_word(words, owner_end):
        owner_end += 1
    if owner_end < stop and owner_end == begin and words.possessive[begin]:
        owner_end = begin + 1
    head = _head_after(words, owner_end, stop)
    if head is None:
        return None
    of = _owner_name(words, begin, owner_end) if owner_end > begin else None
    if head < stop and of is None and words.tokens[head] in ("of", "at", "for", "in", "with", "from"):
        of = _complement_name(words, head + 1, stop)
    elif head < stop and words.shapes[head] in "CAI":
        return None  # a list: "Blake, Foreign Minister Sandoval and others"
    office = normalise_office(words.text[words.starts[owner_end] : words.ends[head - 1]])
    return Office(first=last, last=stop, office=office, of=of) if office else None


def _is_office_word(words: Words, i: int) -> bool:
    token = words.tokens[i]
    return words.shapes[i] == "C" and (is_head(token) or is_modifier(token)) and not words.possessive[i]


def _head_after(words: Words, begin: int, stop: int) -> int | None:
    """Return the end of the office that begins at ``begin``: its last head before a complement."""
    unknown = 0
    for i in range(begin, stop):
        for size in (5, 4, 3):
            if i + size <= stop and is_office_phrase(words.tokens[i : i + size]):
                return i + size
        token = words.tokens[i]
        if is_head(token):
            return _last_head(words, i, stop)
        if is_function(token) or is_saying(token):
            return None
        if not is_modifier(token):
            unknown += 1
            if unknown > _MAX_UNKNOWN:
                return None
    return None


def _last_head(words: Words, head: int, stop: int) -> int:
    """Return the end of the last head in the chain after ``head`` ("chief operating officer")."""
    end = at = head + 1
    while at < stop and (is_head(words.tokens[at]) or is_modifier(words.tokens[at])):
        at += 1
        if is_head(words.tokens[at - 1]):
            end = at
    return end


def _complement_name(words: Words, at: int, stop: int) -> str | None:
    while at < stop and is_word("determiners", words.tokens[at].lower()):
        at += 1
    if at >= stop:
        return None
    if words.shapes[at] not in "CAI":
        return None
    end = stop
    for i in range(at, stop):
        if words.tokens[i] != "for" and is_word("ending_offices", words.tokens[i]):
            end = i
            break
    name = words.text[words.starts[at] : words.ends[end - 1]]
    return country_of(name) or name


def _read_who(words: Words, last: int, at: int) -> Office | None:
    verbs: dict[str, str] = load_words("titles")["verbs"]
    if at >= len(words.tokens) or words.tokens[at] not in verbs:
        return None
    stop = _stop(words, at)
    begin = at + 1
    while begin < stop and is_word("determiners", words.tokens[begin].lower()):
        begin += 1
    if begin >= stop:
        return None
    stop = next((i for i in range(begin + 1, stop) if is_word("ending_offices", words.tokens[i])), stop)
    of = words.text[words.starts[begin] : words.ends[stop - 1]]
    return Office(first=last, last=stop, office=verbs[words.tokens[at]], of=country_of(of) or of)


def read_owner(words: Words, first: int) -> Office | None:
    """Read a possessive owner before an office in capitals ("Kazakhstan's Foreign Minister")."""
    if first == 0 or not words.possessive[first - 1]:
        return None
    owner = _owner_before(words, first)
    return Office(first=owner[0], last=first, office="", of=_owner_name(words, *owner)) if owner else None
