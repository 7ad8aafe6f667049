"""Names made comparable: one alphabet, lower case, no marks, cut into weighted parts."""

import re
import unicodedata
from functools import cache, lru_cache

import attrs

from discrepancy.language import load_words

__all__ = ["Part", "fold", "fold_word", "is_particle", "split_parts"]

_APOSTROPHES = re.compile(r"[\u0027\u2018\u2019\u201b\u02bb-\u02bf\u02b9\u02c8`\u00b4\u2032]")
_WORD = re.compile(r"[a-z0-9]+")
_DIGITS_AS_LETTERS = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "9": "g"})
_RUN_TOGETHER = re.compile(r"(?<=[a-zà-ž])(?=[A-ZÀ-Þ])")
_INITIALS = re.compile(r"^[A-Z]{2,3}$")
_NO_SPLIT = re.compile(r"^(?:Mc|Mac|De|Di|La|Le|Van|Fitz|O|D)$")
_FORM_WEIGHT = 0.25  # "Inc" comes and goes


@attrs.frozen
class Part:
    """One word of a name after folding; ``weight`` is how much of a full word's evidence it carries."""

    text: str
    weight: float = 1.0

    @property
    def is_initial(self) -> bool:
        """Whether only the first letter stands for the name."""
        return len(self.text) == 1


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return ``text`` in lower-case ASCII: NFKC, every script romanised by anyascii, apostrophes dropped.

    Apostrophes are syllable and breath marks in romanisations ("Xi'an", "Ch'in") and part of no sound that
    newspapers keep.
    """
    if not text.isascii():
        from anyascii import anyascii  # loaded late: most texts are ASCII

        text = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text))
        text = anyascii(text)
    return _APOSTROPHES.sub("", text).lower()


def fold_word(word: str) -> str:
    """Return the folded letters and digits of one part of a name, without hyphens and stops."""
    return "".join(letter for letter in fold(word) if letter.isalnum())


@cache
def _particles() -> dict[str, str]:
    words = load_words("name_particles")
    return {particle: words["same"].get(particle, particle) for particle in words["particles"]}


@cache
def _particle_weight() -> float:
    return float(load_words("name_particles")["weight"])


@cache
def _company_forms() -> frozenset[str]:
    return frozenset(load_words("organisations")["forms"])


def is_particle(word: str) -> bool:
    """Whether a folded word is a small word inside names ("al", "von", "de")."""
    return len(word) > 1 and word in _particles()


@lru_cache(maxsize=65536)
def split_parts(text: str) -> tuple[Part, ...]:
    """Cut the words of a name into folded parts; particles get their own weight.

    Words run together by a lost space ("AlisherUsmanov") are cut at the capital; digits inside a word are
    read as the letters that they imitate ("Sech1n").
    """
    written = text.split()
    mixed = not text.isupper()  # in a name all in capitals no word shows that it is initials
    cut = " ".join(_cut_run_together(word) if mixed else word for word in written)
    parts: list[Part] = []
    words = _WORD.findall(fold(cut))
    for word in words:
        if not word.isdigit() and not word.isalpha():
            word = word.translate(_DIGITS_AS_LETTERS)
        particle = _particles().get(word) if len(words) > 1 and len(word) > 1 else None
        if parts and word in _company_forms() and parts[0].text != word:
            parts.append(Part(word, _FORM_WEIGHT))
        else:
            parts.append(Part(particle, _particle_weight()) if particle else Part(word))
    if parts and all(part.weight < 1 for part in parts):  # "Ben Ali" must not weigh nothing
        return tuple(Part(part.text) for part in parts)
    return tuple(parts)


def _cut_run_together(word: str) -> str:
    if _INITIALS.match(word):
        return " ".join(word)
    pieces = _RUN_TOGETHER.split(word)
    if len(pieces) == 2 and not _NO_SPLIT.match(pieces[0]) and min(map(len, pieces)) > 2:
        return " ".join(pieces)
    return word
