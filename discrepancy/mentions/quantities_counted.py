"""What a number counts: the head noun after it, by a shallow rule that a parse refines later."""

import attrs

from discrepancy.mentions.quantities_lexicon import Lexicon, load_lexicon
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens

__all__ = ["Counted", "find_counted", "is_plural", "lemma_of"]

_MODIFIERS = 4


@attrs.frozen
class Counted:
    """A counted noun: its lemma and the token where it stands, ``None`` where it is understood."""

    lemma: str
    index: int | None


def find_counted(tokens: Tokens, end: int, *, start: int = 0, is_one: bool = False) -> Counted | None:
    """Return the noun counted by the number that begins at ``start`` and ends at token ``end``.

    Looks over at most four modifiers for a plural ("12 United Nations peacekeepers"); a state right at the
    number is counted itself ("22 injured"); "of the" leads to the whole ("12 of the passengers"); a parent is
    told by children ("a mother of two").
    """
    lexicon = load_lexicon()
    at = tokens.skip_hyphen(end)
    if (
        start >= 2
        and tokens.words[start - 1] == "of"
        and tokens.words[start - 2] in lexicon.sets["ages.parents"]
    ):
        return Counted("child", None)
    if at > end:
        return _hyphenated(tokens, at)
    if tokens.words[at] in lexicon.sets["nouns.additions"]:
        at += 1
    if tokens.words[at] == "of":
        at += 1
        while tokens.words[at] in lexicon.sets["nouns.determiners"]:
            at += 1
        # "12 of 30 ships"
        at += tokens.words[at][:1].isdigit() or tokens.words[at] in lexicon.small
    while tokens.words[at] in lexicon.sets["nouns.determiners"]:
        at += 1
    if (
        at == end
        and tokens.words[at] in lexicon.sets["nouns.states"]
        and not _is_noun_phrase(tokens, at, lexicon)
    ):
        return Counted(lemma_of(tokens.words[at]), at)
    if is_one:
        return _first_noun(tokens, at, lexicon)
    return _first_plural(tokens, at, lexicon)


def _hyphenated(tokens: Tokens, at: int) -> Counted | None:
    """ "a 40-seat bus": the word at the hyphen."""
    word = tokens.words[at]
    is_noun = word.isalpha() and len(word) > 2 and word not in load_lexicon().sets["nouns.adjectives"]
    return Counted(lemma_of(word), at) if is_noun else None


def _is_noun_phrase(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "22 injured passengers": the state is a modifier."""
    return (
        is_plural(tokens.words[at + 1], lexicon) and tokens.words[at + 1] not in lexicon.sets["nouns.states"]
    )


def _first_plural(tokens: Tokens, at: int, lexicon: Lexicon) -> Counted | None:
    limit = at + _MODIFIERS + 1
    found = None
    while at < limit:
        word = tokens.words[at]
        if word in HYPHENS and tokens.is_glued(at):
            at, limit = at + 1, limit + 1
            continue
        if not _is_modifier(tokens, at) or word in lexicon.sets["nouns.stops"]:
            break
        if is_plural(word, lexicon):
            if found is not None and word in lexicon.sets["nouns.states"]:
                break
            found = at
        elif found is not None:
            break
        at += 1
    return None if found is None else Counted(lemma_of(tokens.words[found]), found)


def _is_modifier(tokens: Tokens, at: int) -> bool:
    """A word, a possessive, or the figure of a type ("AK-47 rifles", "sheriff's deputies")."""
    word = tokens.words[at]
    if word.isdecimal():
        return tokens.is_glued(at) or (tokens.raw(at - 1).isupper() and tokens.raw(at - 1).isalpha())
    return word.isalnum() or word.replace("'", "").replace("’", "").isalpha()


def _first_noun(tokens: Tokens, at: int, lexicon: Lexicon) -> Counted | None:
    for index in range(at, at + 3):
        if tokens.words[index] in lexicon.sets["one.before"]:
            return Counted(lemma_of(tokens.words[index]), index)
        if not tokens.words[index].isalpha() or tokens.words[index] in lexicon.sets["nouns.stops"]:
            return None
    return None


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """Whether ``word`` looks like a plural noun."""
    if word in lexicon.sets["nouns.plurals"]:
        return True
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")):
        return False
    return word not in lexicon.sets["nouns.not_plurals"] and word not in lexicon.sets["nouns.stops"]


def lemma_of(word: str) -> str:
    """The singular of a plural noun; states ("dead") and unknown words stay as they are."""
    lemmas = load_lexicon().words["nouns"]["lemmas"]
    if word in lemmas:
        return str(lemmas[word])
    if not word.endswith("s") or word.endswith(("ss", "us")) or len(word) < 4:
        return word
    if word.endswith("is"):
        return word[:-1] if word in load_lexicon().sets["nouns.plurals"] else word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
