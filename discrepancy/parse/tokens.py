"""Words of a sentence: cut like the Universal Dependencies treebanks, and at the borders of names."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from discrepancy.model.text import Unit
from discrepancy.parse.straight import straighten

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["LONGEST", "configure_tokenizer", "cut_words", "shorten"]

# More words than this are cut: no newspaper sentence is so long, lists and broken files are.
LONGEST = 200
NAME_KINDS = frozenset({"person", "organisation", "place", "name"})

# White space of all kinds, control characters and invisible marks count as a gap between words.
_GAPS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
# The treebanks keep these together with what follows: "non-avian", "co-worker", "e-mail", "mid-July".
_PREFIXES = (
    "anti|bi|co|counter|cross|de|e|ex|extra|inter|intra|mega|micro|mid|mini|mono|multi|neo|non|pan|post|pre|pro|pseudo|"
    "quasi|re|semi|sub|super|trans|tri|ultra|un"
)
_KEPT = re.compile(rf"(?:{_PREFIXES})-[^\W\d_]+|\d+-\d+-[\d-]+|\d{{3}}-\d{{4}}", re.IGNORECASE)

_INFIXES = (
    r"(?<=[^\W\d_]\.)-(?=[^\W\d_])",
    r"(?<=[0-9])-(?=[^\W\d_])",
    r"(?<=[^\W\d_])-(?=[0-9])",
    r"(?<=[^\W_])/(?=[^\W\d_])",
)
_WHOLE = "etc. al. No. Nos. Ft. vs. Sgt. Lt. Col. Maj. Capt. Cmdr. Brig. Supt. Sept."
_EXCEPTIONS = {form: [form] for form in _WHOLE.split()} | {
    "wanna": ["wan", "na"],
    "and/or": ["and", "/", "or"],
}
# A run of one sort of mark is one word: "!!!", "?!", "=====".
_RUN = r"[!?]{2,}|={2,}|_{2,}|\*{2,}|<{2,}|>{2,}"


class Tokenizer(Protocol):
    """What cuts a text into words; every spaCy tokenizer does."""

    def __call__(self, text: str, /) -> "Doc":
        """Cut a text."""


def configure_tokenizer(nlp: "Language") -> None:
    """Make spaCy's tokenizer cut as UD English does: "35-minute" is three words, "non-avian" is one."""
    from spacy.tokenizer import Tokenizer as SpacyTokenizer  # type: ignore[import-not-found]
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults = nlp.Defaults
    ours = {form: [{"ORTH": piece} for piece in pieces] for form, pieces in _EXCEPTIONS.items()}
    # Made at one stroke: every single setting of a tokenizer that exists reads all exceptions again.
    nlp.tokenizer = SpacyTokenizer(
        nlp.vocab,
        rules={**(defaults.tokenizer_exceptions or {}), **ours},
        prefix_search=compile_prefix_regex([_RUN, *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([_RUN, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex([*(defaults.infixes or ()), *_INFIXES]).finditer,
        token_match=_KEPT.fullmatch,
        url_match=defaults.url_match,
    )


def cut_words(
    tokenizer: Tokenizer, text: str, start: int, end: int, units: Sequence[Unit]
) -> list[tuple[int, int]]:
    """Give start and end of every word of a sentence; a name always begins and ends with a word."""
    plain = straighten(_GAPS.sub(" ", text[start:end]))
    words = [
        (start + token.idx, start + token.idx + len(token.text))
        for token in tokenizer(plain)
        if not token.is_space
    ]
    borders = {border for unit in units if unit.kind in NAME_KINDS for border in (unit.start, unit.end)}
    return [piece for word in words for piece in _cut(word, borders)] if borders else words


def _cut(word: tuple[int, int], borders: set[int]) -> Iterator[tuple[int, int]]:
    left, right = word
    for border in range(left + 1, right):
        if border in borders:
            yield left, border
            left = border
    yield left, right


def shorten(
    text: str, words: list[tuple[int, int]], units: Sequence[Unit]
) -> Iterator[list[tuple[int, int]]]:
    """Cut an overlong sentence after its last comma or semicolon before the limit, never inside a unit."""
    inside = {
        at
        for unit in units
        for at in range(unit.start + 1, unit.end)
        if len(words) > LONGEST and unit.end - unit.start < LONGEST
    }
    while len(words) > LONGEST:
        allowed = [i for i in range(LONGEST // 2, LONGEST + 1) if words[i][0] not in inside]
        pauses = [i for i in allowed if text[words[i - 1][0] : words[i - 1][1]] in {",", ";", ":"}]
        at = (pauses or allowed or [LONGEST])[-1]
        yield words[:at]
        words = words[at:]
    yield words
