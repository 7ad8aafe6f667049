"""Variants of treebank sentences that newspapers have and treebanks lack: names of the world, headlines."""

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
from treebanks import TreeSentence, Word

from discrepancy.parse.straight import straighten

__all__ = ["Augmenter"]

_TITLES = {
    "mr",
    "mrs",
    "ms",
    "dr",
    "president",
    "senator",
    "king",
    "queen",
    "pope",
    "prince",
    "sheikh",
    "sir",
}
_SMALL_WORDS = {
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "to",
    "for",
    "and",
    "or",
    "by",
    "as",
    "with",
    "'s",
    "n't",
}
_DROPPED_AUXILIARIES = {"is", "are", "was", "were", "be", "been"}


@attrs.frozen(kw_only=True)
class Augmenter:
    """Draws one variant of a sentence; the shares were set once and not tuned on a test set.

    ``names``: sentences whose names are changed; ``headlines``: Title Case, often without articles,
    forms of *be* and the full stop; ``stops``: sentences that lose their final full stop (captions).
    ``names_file`` is the list of names beside this file.
    """

    names: float = 0.35
    headlines: float = 0.07
    stops: float = 0.03
    names_file: str = "names.toml"

    def vary(self, sentence: TreeSentence, chance: random.Random) -> TreeSentence:
        """Return the sentence as the parser is to see it in this round."""
        words = [attrs.evolve(word, form=straighten(word.form)) for word in sentence.words]
        if chance.random() < self.names:
            words = _rename(words, _load_names(self.names_file), chance)
        draw = chance.random()
        if draw < self.headlines and 4 <= len(words) <= 25:
            words = _headline(words, chance)
        elif draw < self.headlines + self.stops:
            words = _without_stop(words)
        return TreeSentence(sentence.id, tuple(words))


@cache
def _load_names(name: str) -> dict[str, dict[str, list[str]]]:
    with (Path(__file__).parent / name).open("rb") as file:
        return tomllib.load(file)


def _rename(words: list[Word], names: dict[str, dict[str, list[str]]], chance: random.Random) -> list[Word]:
    renamed = list(words)
    cultures = [culture for culture in names.values() if "given" in culture]
    for start, end in _runs(words):
        kind = words[start].name
        if kind == "PER":
            culture = chance.choice(cultures)
            pools = [culture["given"]] * (end - start - 1) + [culture["surname"]]
            if chance.random() < 0.3:
                pools.reverse()
        elif end - start == 1:
            pools = [names["places" if kind == "LOC" else "organisations"]["one"]]
        else:
            continue
        for index, pool in zip(range(start, end), pools, strict=True):
            form = chance.choice(pool)
            renamed[index] = attrs.evolve(words[index], form=form, lemma=form)
    return renamed


def _runs(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one kind of name that hold only plain capitalised words."""
    index = 0
    while index < len(words):
        end = index
        while end < len(words) and words[end].name == words[index].name and _is_name_part(words[end]):
            end += 1
        if end > index:
            yield index, end
        index = max(end, index + 1)


def _is_name_part(word: Word) -> bool:
    form = word.form
    plain = form.isalpha() and form[0].isupper() and word.tag == "NNP" and word.pos == "PROPN"
    return plain and word.name in {"PER", "LOC", "ORG"} and form.lower() not in _TITLES


def _headline(words: list[Word], chance: random.Random) -> list[Word]:
    words = _without_stop(words)
    if chance.random() < 0.6:
        words = _drop(words, {i for i in _leaves(words) if _is_left_out(words[i])})
    keep_small = chance.random() < 0.5
    return [
        word if i and keep_small and word.form.lower() in _SMALL_WORDS else _capitalised(word)
        for i, word in enumerate(words)
    ]


def _capitalised(word: Word) -> Word:
    if not word.form[0].islower() or word.form in {"n't", "'s"}:
        return word
    return attrs.evolve(word, form=word.form[0].upper() + word.form[1:])


def _is_left_out(word: Word) -> bool:
    article = word.dep == "det" and word.form.lower() in {"a", "an", "the"}
    return article or (word.dep in {"aux", "aux:pass", "cop"} and word.form in _DROPPED_AUXILIARIES)


def _without_stop(words: list[Word]) -> list[Word]:
    return words[:-1] if len(words) > 2 and words[-1].form == "." and words[-1].dep != "root" else words


def _leaves(words: list[Word]) -> set[int]:
    return set(range(len(words))) - {word.head for word in words}


def _drop(words: list[Word], gone: set[int]) -> list[Word]:
    kept = [i for i in range(len(words)) if i not in gone]
    if not kept:
        return words
    place = {old: new for new, old in enumerate(kept)}
    return [attrs.evolve(words[i], head=place[words[i].head]) for i in kept]
