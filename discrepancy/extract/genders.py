"""Who of a document is a man and who a woman, as far as titles, relations and given names tell.

It only keeps "she" from standing for a man: an unknown gender fits either pronoun.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from discrepancy.language import load_words, word_set
from discrepancy.model.claims import LocalEntity
from discrepancy.model.text import Document, Passage
from discrepancy.values.names import Name
from discrepancy.values.names_fold import fold
from discrepancy.values.names_match import nickname_groups

__all__ = ["Gender", "find_genders", "gender_of_pronoun"]

Gender = Literal["man", "woman"]
GENDERS: tuple[Gender, ...] = ("man", "woman")
# "her brother Jo", "mother-of-two Ana Berg": the words right before a name.
BEFORE = re.compile(r"(?P<words>(?:[\w'’-]+ ){0,2}[\w'’-]+),?\s$")
# "Ana Berg, a mother of two", "Jo Berg, 34, the chairman of": the beginning of what describes a name.
BEHIND = re.compile(r",\s(?:\d\d,\s)?(?:an?|the)\s(?P<words>(?:[\w'’-]+\s?){1,3})")
WORD = re.compile(r"[\w'’-]+")
LEAD = 40


def find_genders(document: Document, entities: Iterable[LocalEntity]) -> dict[str, Gender]:
    """The people whose gender is told, by their keys; what tells two ways tells nothing."""
    found: dict[str, Gender] = {}
    for entity in entities:
        if entity.kind in {"person", "unknown"}:
            told = {g for name, passage in entity.forms for g in told_by(document.text, name, passage)}
            told = told or {g for name, _ in entity.forms for g in told_by_given(name)}
            if len(told) == 1:
                found[entity.key] = told.pop()
    return found


def told_by(text: str, name: Name, passage: Passage) -> Iterator[Gender]:
    """The genders that the words beside one form of a name tell."""
    beside = [*name.titles, *(name.office or "").split()]
    start = passage.start
    if before := BEFORE.search(text, max(0, start - LEAD), start):
        beside.append(WORD.findall(before.group("words"))[-1])
    if behind := BEHIND.match(text, passage.end):
        beside.extend(WORD.findall(behind.group("words")))
    for word in beside:
        gender = gender_of_word(word.lower())
        if gender is not None:
            yield gender


def told_by_given(name: Name) -> Iterator[Gender]:
    """The gender that a given name tells."""
    if len(name.parts) > 1 and (gender := gender_of_given(fold(name.parts[0]))) is not None:
        yield gender


def gender_of_word(word: str) -> Gender | None:
    """The gender that a title or a relation tells."""
    return next((g for g in GENDERS if word.rstrip(".") in word_set("genders", g)), None)


@cache
def gender_of_given(given: str) -> Gender | None:
    """The gender of a given name by the lists of names and the names that it is a form of."""
    told = {g for g in GENDERS if given in listed(g) or nickname_groups(given) & groups_of(g)}
    return told.pop() if len(told) == 1 else None


@cache
def groups_of(gender: Gender) -> frozenset[int]:
    """The groups of forms of one name in which a name of men or of women stands."""
    return frozenset().union(*(nickname_groups(name) for name in listed(gender)))


@cache
def listed(gender: Gender) -> frozenset[str]:
    """The given names of men or of women, folded."""
    names = load_words("nicknames")["men" if gender == "man" else "women"]
    return frozenset(fold(name) for name in names)


def gender_of_pronoun(word: str) -> Gender | None:
    """The gender that a personal pronoun tells."""
    return next((g for g in GENDERS if word.lower() in word_set("genders", "pronouns", g)), None)
