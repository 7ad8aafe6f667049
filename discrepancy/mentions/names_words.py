"""Cuts a text into words for the search of names: their shapes, weak places and headlines."""

import re
from functools import cache, lru_cache

import attrs

from discrepancy.language import load_words
from discrepancy.values.names_offices import country_of

__all__ = [
    "Words",
    "has_common_ending",
    "is_acting",
    "is_calendar",
    "is_function",
    "is_inverted",
    "is_ordinary",
    "is_saying",
    "is_thing",
    "is_word",
    "read_words",
]

_TOKEN = re.compile(
    r"""
      (?:[A-Z]\.){2,}(?!\w)                        # U.S., J.K.
    | [A-Z]\.(?:-[A-Z]\.)*(?=\s+[A-ZÀ-Þ])          # an initial before a name
    | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Cmdr|Adm|St|Jr|Sr)\.(?=\s)
    | (?:Rev|Hon|Pres|Insp|Supt)\.(?=\s)
    | [^\W\d_]+(?:\.[a-z]{2,4})+\b                   # a domain: guardian.co.uk
    | [A-Z]{2,5}\.[A-Z]{1,3}\b                      # a ticker: ABC.OL
    | [^\W_]+(?:[-‐’'ʼ][^\W_]+)*                   # words with inner hyphens and apostrophes
    | \n
    | [^\w\s]
    """,
    re.VERBOSE,
)
_SENTENCE_ENDS = frozenset(".!?:…;•*|▲■►>=©")
_DASHES = frozenset("-–—")
_OPENING = frozenset("“‘\"'«„([")
_COMPOUND = re.compile(r"^([^\W\d_a-zß-ÿ][\w.’']*)-([a-z]+)$")
_CONTRACTION = re.compile(r"[’'](?:ll|re|ve|d|m|t)$|^(?:I|It|He|She|We|You|They)[’']")
_TWO_NAMES = re.compile(r"\b[^\W\d_a-zß-ÿ][^\W\d_]+-[^\W\d_a-zß-ÿ][^\W\d_]+\b")
_ALONE = re.compile(r"(?<![-‐\w])[^\W\d_a-zß-ÿ][^\W\d_]+\b(?![-‐])")
_ARTICLE_NAME = re.compile(r"^(?:al|el|an|ad|ar|as|ash|at|az|ul|bin|d|l|t|de)[-’'][A-ZÀ-Þ]")
_HEADLINE_WORDS = 4  # shorter lines are by-lines and captions as often as headlines
_SURE_HEADLINE = 5  # so many capitals in a line without a full stop are no name
_HEADLINE_SHARE = 0.75  # of the words that are no function words


@attrs.frozen(kw_only=True)
class Words:
    """The words and marks of a text in order.

    ``shapes``: C capitalised, A all capitals, I initial or dotted abbreviation, l lower case, d number,
    p punctuation, n line end.  ``ends`` leave a possessive out.  ``weak`` marks the places where any word has
    a capital (the start of a sentence, a quotation, a line); ``headline`` the lines in title case.
    """

    text: str
    tokens: list[str]
    starts: list[int]
    ends: list[int]
    shapes: list[str]
    possessive: list[bool]
    weak: list[bool]
    headline: list[bool]
    lower: frozenset[str]


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load_words("common_words")[name])


def is_word(kind: str, word: str) -> bool:
    """Whether a lower-case word stands in a list of the common words."""
    return word in _set(kind)


def is_function(word: str) -> bool:
    """Whether a lower-case word is never a name by itself."""
    return word in _set("function")


def is_ordinary(word: str) -> bool:
    """Whether a lower-case word begins many sentences of news and is no name by itself."""
    return word in _set("ordinary") or word in _set("function") or word in _set("things")


def is_thing(word: str) -> bool:
    """Whether a lower-case word has a capital everywhere and still names nobody ("Muslim", "GDP")."""
    return word in _set("things")


def is_calendar(words: "Words", i: int) -> bool:
    """Whether a word is a day, a month or a feast; short forms and "May" only beside a number or a mark."""
    word = words.tokens[i].lower()
    if word not in _set("calendar"):
        return False
    if len(word) > 4 or word in ("june", "july", "lent"):
        return True
    after = words.tokens[i + 1] if i + 1 < len(words.tokens) else "."
    return not (words.shapes[i + 1 : i + 2] in (["C"], ["I"]) or (word == "may" and after not in ".,)")) or (
        i > 0 and words.tokens[i - 1].lower() in ("in", "since", "until", "by", "last", "next", "on", "of")
    )


def is_saying(word: str) -> bool:
    """Whether a lower-case word is a verb that wants a person or a body before it ("X said")."""
    return word in _set("says")


def is_inverted(word: str) -> bool:
    """Whether a lower-case word is a verb of saying that stands before its subject ("said X")."""
    return word in _set("inverted")


def is_acting(word: str) -> bool:
    """Whether a lower-case word is a verb that often follows a name."""
    return word in _set("acts") or word in _set("says")


def has_common_ending(word: str) -> bool:
    """Whether a lower-case word ends as ordinary nouns, adverbs and participles do."""
    return any(word.endswith(ending) for ending in _set("endings"))


@lru_cache(maxsize=65536)
def _shape(token: str) -> str:
    first = token[0]
    if token == "\n":
        return "n"
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "p"
    if "." in token:
        return "I" if first.isupper() and (token[-1] == "." or token[1] == ".") else "l"
    if first.isupper():
        if _CONTRACTION.search(token) or _is_relation(token):
            return "l"
        return "A" if len(token) > 1 and token.isupper() else "C"
    return "C" if _ARTICLE_NAME.match(token) else "l"


def _is_relation(token: str) -> bool:
    """Whether a compound only relates countries ("China-US", "Israeli-Palestinian")."""
    parts = token.split("-")
    return len(parts) > 1 and all(
        country_of(part) or part in ("Sino", "Anglo", "Franco", "Indo") for part in parts
    )


def read_words(text: str) -> Words:
    """Cut a text into words and marks; linear in its length."""
    tokens: list[str] = []
    starts: list[int] = []
    possessive: list[bool] = []
    apart = _joined_names(text)
    for match in _TOKEN.finditer(text):
        token, start = match.group(), match.start()
        owner = False
        if len(token) > 2:
            if token[-1] in "sS" and token[-2] in "'’":
                token, owner = token[:-2], True
            if "-" in token:
                token = _COMPOUND.sub(_cut_compound, token)
            if token in apart:
                left, _, right = token.partition("-")
                tokens += (left, "-")
                starts += (start, start + len(left))
                possessive += (False, False)
                token, start = right, start + len(left) + 1
        tokens.append(token)
        starts.append(start)
        possessive.append(owner)
    shapes = [_shape(token) for token in tokens]
    lower = frozenset(token for token, shape in zip(tokens, shapes, strict=True) if shape == "l")
    return Words(
        text=text,
        tokens=tokens,
        starts=starts,
        ends=[start + len(token) for start, token in zip(starts, tokens, strict=True)],
        shapes=shapes,
        possessive=possessive,
        weak=_find_weak(text, tokens, starts, shapes),
        headline=_find_headlines(tokens, shapes, lower),
        lower=lower,
    )


def _cut_compound(match: re.Match[str]) -> str:
    """Keep the name of a compound ("Oslo-based")."""
    return match.group(1) if match.group(2) in _set("compounds") else match.group()


def _joined_names(text: str) -> frozenset[str]:
    """Return the compounds of two names that each stand alone too ("the Blake-Sandoval talks")."""
    compounds = {match.group() for match in _TWO_NAMES.finditer(text)}
    if not compounds:
        return frozenset()
    alone = frozenset(_ALONE.findall(text))
    return frozenset(
        compound
        for compound in compounds
        for left, _, right in (compound.partition("-"),)
        if left in alone and right in alone and not (country_of(left) and country_of(right))
    )


def _find_weak(text: str, tokens: list[str], starts: list[int], shapes: list[str]) -> list[bool]:
    weak = [False] * len(tokens)
    beginning = True
    for i, shape in enumerate(shapes):
        if shape == "n":
            beginning = True
        elif shape == "p":
            token = tokens[i]
            if token in _SENTENCE_ENDS:
                beginning = True
            elif token in _DASHES or token in _OPENING:
                beginning = beginning or starts[i] == 0 or text[starts[i] - 1] in " \n("
        else:
            weak[i] = beginning
            beginning = shape == "d" and beginning
    return weak


def _find_headlines(tokens: list[str], shapes: list[str], lower: frozenset[str]) -> list[bool]:
    headline = [False] * len(tokens)
    start = 0
    for end in [i for i, shape in enumerate(shapes) if shape == "n"] + [len(tokens)]:
        if end > start and _is_headline(tokens, shapes, start, end, lower):
            headline[start:end] = [True] * (end - start)
        start = end + 1
    return headline


def _is_headline(tokens: list[str], shapes: list[str], start: int, end: int, lower: frozenset[str]) -> bool:
    if tokens[end - 1] == "." or end - start > 40:
        return False
    words = [i for i in range(start, end) if shapes[i] in "CAl"]
    full = [i for i in words if tokens[i].lower() not in _set("function")]
    if len(words) >= 3 and full and all(shapes[i] == "A" for i in full):
        return True  # a line in capitals
    if len(words) < _HEADLINE_WORDS or not full:
        return False
    capitals = [i for i in full if shapes[i] in "CA"]
    known = [i for i in capitals if tokens[i].lower() in lower or tokens[i].lower() in _set("ordinary")]
    if len(known) >= 2:
        return len(capitals) >= _HEADLINE_SHARE * len(full)
    return len(capitals) == len(full) >= _SURE_HEADLINE and "," not in tokens[start:end]  # a list has commas
