"""Finds the names that the body of a text has made known where capitals tell nothing."""

from collections.abc import Iterator, Sequence

from discrepancy.mentions.names_gazetteer import longest_known
from discrepancy.mentions.names_kinds import Candidate
from discrepancy.mentions.names_words import Words, is_acting, is_ordinary
from discrepancy.values.names import NameKind
from discrepancy.values.names_match import is_known_given
from discrepancy.values.names_offices import Lead

__all__ = ["find_in_headlines"]


def find_in_headlines(words: Words, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield names where a capital tells nothing: in headlines, and ordinary words at the start of a sentence.

    A word is a name there if the body has it in a name, or, in headlines, if a gazetteer or the list of given
    names has it.
    """
    kinds: dict[str, NameKind] = {}
    for one in known:
        for token in words.tokens[one.first : one.last]:
            kinds.setdefault(token.lower(), one.kind)
    i = 0
    while i < len(words.tokens):
        found = None
        if words.headline[i] and words.shapes[i] in "CA":
            found = _known_at(words, i, kinds)
        elif words.weak[i] and words.shapes[i] == "C" and is_ordinary(words.tokens[i].lower()):
            found = _ordinary_person(words, i, kinds)
        if found:
            yield found
            i = found.last
        else:
            i += 1


def _known_at(words: Words, i: int, kinds: dict[str, NameKind]) -> Candidate | None:
    gazetteer = longest_known(words, i)
    if gazetteer and gazetteer[1] == "demonym":
        return None
    if gazetteer and (
        words.shapes[i] == "C" or len(words.tokens[i]) > 2 or words.tokens[i] in ("US", "UK", "UN", "EU")
    ):
        kind: NameKind = "place" if gazetteer[1] == "place" else "organisation"
        return Candidate(first=i, last=gazetteer[0], known=gazetteer[1], kind=kind, lead=Lead(), lead_first=i)
    token = words.tokens[i].lower()
    if token not in kinds and not (
        is_known_given(token) and not is_ordinary(token) and _capital(words, i + 1)
    ):
        return None
    if is_ordinary(token):
        return None
    last = i + 1
    while (
        _capital(words, last)
        and not words.possessive[last - 1]
        and _continues(words, last, kinds, last == i + 1)
    ):
        last += 1
    kind = kinds.get(words.tokens[last - 1].lower()) or kinds.get(token) or "person"
    return Candidate(first=i, last=last, kind=kind, lead=Lead(), lead_first=i)


def _ordinary_person(words: Words, i: int, kinds: dict[str, NameKind]) -> Candidate | None:
    """Return a person whose name is an ordinary word, at the start of a sentence ("Wood said ...")."""
    if kinds.get(words.tokens[i].lower()) != "person" or i + 1 >= len(words.tokens):
        return None
    if not (words.possessive[i] or is_acting(words.tokens[i + 1].lower())):
        return None
    return Candidate(first=i, last=i + 1, kind="person", lead=Lead(), lead_first=i)


def _capital(words: Words, at: int) -> bool:
    return at < len(words.tokens) and words.shapes[at] in "CAI" and words.headline[at]


def _continues(words: Words, at: int, kinds: dict[str, NameKind], second: bool) -> bool:
    token = words.tokens[at].lower()
    if is_ordinary(token):
        return False
    return token in kinds or (second and words.tokens[at - 1].lower() not in kinds)
