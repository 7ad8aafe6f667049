"""A text cut into words, figures and signs, with their places."""

import re
from functools import cache

import attrs

from discrepancy.language import load_words

__all__ = ["HYPHENS", "Tokens", "cut_tokens"]

HYPHENS = frozenset("-‐‑–—")
# Tokens beyond the end are empty words, so that reading ahead needs no check.
_PADDING = 12


@attrs.frozen
class Tokens:
    """The tokens of a text: ``words`` in lower case, ``starts`` and ``ends`` their offsets."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    @property
    def count(self) -> int:
        """How many tokens the text has, padding left aside."""
        return len(self.words) - _PADDING

    def is_glued(self, index: int) -> bool:
        """Whether no space stands before this token."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def raw(self, index: int) -> str:
        """The token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def skip_hyphen(self, index: int) -> int:
        """Step over a hyphen that binds two words."""
        bound = self.words[index] in HYPHENS and self.is_glued(index) and self.is_glued(index + 1)
        return index + 1 if bound else index

    def matches(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of ``phrase`` stand here."""
        if len(phrase) == 1:
            return self.words[index] == phrase[0]
        return tuple(self.words[index : index + len(phrase)]) == phrase


def cut_tokens(text: str) -> Tokens:
    """Cut ``text``; every character that is no space belongs to one token."""
    spans = [match.span() for match in _token_pattern().finditer(text)]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    words = [text[start:end].lower() for start, end in spans]
    beyond = [len(text) + 2] * _PADDING
    return Tokens(text, words + [""] * _PADDING, starts + beyond, ends + beyond)


@cache
def _token_pattern() -> re.Pattern[str]:
    currencies = load_words("currencies")
    symbols = sorted((re.escape(symbol) for symbol in currencies["symbols"]), key=len, reverse=True)
    codes = "|".join([*currencies["codes"]["known"], *currencies["codes"]["millions"]])
    return re.compile(
        rf"""
          (?P<lower>   [a-z](?:[^\W_]|['’](?=[^\W\d_]))* )         # the common case first
        | (?P<symbol>  (?<![A-Za-z])(?:{"|".join(symbols)}) )
        | (?P<code>    (?<![A-Za-z])(?:{codes})(?=\d) )             # EUR148m is two tokens
        | (?P<stopped> \d+h\d\d?(?:m(?:in)?(?:\d\d?s?)?)?\b )       # 2h06m41s
        | (?P<clock>   \d{{1,3}}:\d\d(?::\d\d(?:\.\d+)?)?(?!\d) )   # 17:30, 2:06:41
        | (?P<dotted>  \d+(?:\.\d+){{2,}} )                        # 192.168.1.20, 3.11.7
        | (?P<torn>    \d{{1,3}},[ ]0\d\d(?![\d,.]) )              # 60, 000: a lost line
        | (?P<grouped> \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d) )     # 13,200.5
        | (?P<indian>  \d\d?(?:,\d\d){{1,4}},\d{{3}}(?:\.\d+)?(?!\d) )  # 12,34,567
        | (?P<spaced3> \d{{1,3}}(?:[ ]\d{{3}}){{2,}}(?:\.\d+)?(?![\d,]) | \d{{1,3}}[ ]000(?![\d,]) )
        | (?P<spaced>  \d{{1,3}}(?:[\u00a0\u202f\u2009]\d{{3}})+(?:\.\d+)?(?!\d) )
        | (?P<figure>  (?<!\d)\.\d+ | \d+(?:\.\d+)? )
        | (?P<word>    [^\W\d_](?:[^\W_]|['’](?=[^\W\d_]))* )       # also opaque ones: A320, Q2
        | (?P<sign>    \S )
        """,
        re.VERBOSE,
    )
