"""The words of a quotation, folded to what they share with their other spellings."""

import re
from functools import cache
from typing import Any

import attrs
from anyascii import anyascii

from discrepancy.language import load_words

__all__ = ["Word", "split_words"]

TOKEN = re.compile(
    r"""
      (?P<number>\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th)\b)?)
    | (?P<initials>(?:[^\W\d_]\.){2,})
    | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+|\s?['’]\s(?:s|t|m|re|ve|ll|d)\b)*)
    """,
    re.VERBOSE,
)
FIGURE = re.compile(r"([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?:st|nd|rd|th)?")
CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
# Words that the outlet puts into a quotation: "her [the minister's] plan".
ASIDE = re.compile(r"\[[^\[\]\n]{1,80}\]|\([^()\n]{1,80}\)")
# What ends a sentence inside a quotation: the next word starts another one.
STOP = re.compile(r"[.!?…][\"'”’)]*\s+$|[.!?]\s*[\"“”]\s*$")
# A function word weighs this much beside a content word: that two sentences share "of" says next to nothing.
LIGHT, HALF = 0.2, 0.5


@attrs.frozen(kw_only=True)
class Word:
    """A word of a quotation.

    ``key`` is what it shares with its other spellings and forms, ``plain`` the folded word itself; ``value``
    is the number that it says.  ``start`` and ``end`` are offsets; with ``opens`` a sentence starts.
    ``aside`` marks words in brackets, which are the outlet's own.
    """

    key: str
    plain: str
    start: int
    end: int
    weight: float = 1.0
    value: float | None = None
    opens: bool = False
    capital: bool = False
    aside: bool = False

    @property
    def is_content(self) -> bool:
        """Whether the word says something by itself."""
        return self.weight >= 1.0


@attrs.frozen
class Lexicon:
    """The word lists that folding needs."""

    spelling: tuple[tuple[re.Pattern[str], str], ...]
    same: dict[str, str]
    contractions: dict[str, str]
    endings: dict[str, str]
    numbers: dict[str, float]
    ordinals: dict[str, float]
    scales: dict[str, float]
    function: frozenset[str]
    auxiliaries: dict[str, str]
    negators: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read the word lists."""
    quotes, numbers = load_words("quotes"), load_words("numbers")
    function = set(load_words("common_words")["function"])
    grammar: dict[str, Any] = quotes["grammar"]
    for line in (*grammar.values(), *quotes["persons"].values(), *quotes["modality"].values()):
        function |= set(line.split())
    values = {**numbers["ones"], **numbers["tens"], "hundred": 100, "dozen": 12}
    be = dict.fromkeys(["am", "is", "are", "was", "were", "be", "been", "being"], "be")
    have = dict.fromkeys(["have", "has", "had", "having"], "have")
    do = dict.fromkeys(["do", "does", "did"], "do")
    return Lexicon(
        spelling=tuple((re.compile(pattern), to) for pattern, to in quotes["spelling"]),
        same=dict(quotes["same"]),
        contractions=dict(quotes["contractions"]),
        endings=dict(quotes["endings"]),
        numbers={k: float(v) for k, v in values.items()},
        ordinals={k: float(v) for k, v in numbers["ordinals"].items()},
        scales={**numbers["scales"], **numbers["abbreviations"]},
        function=frozenset(function),
        auxiliaries={**be, **have, **do, "would": "will", "shall": "will", "an": "a"},
        negators=frozenset(quotes["negation"]["words"].split()),
    )


def split_words(text: str, *, offset: int = 0) -> tuple[Word, ...]:
    """Split a quotation into folded words; ``offset`` is added to their places."""
    found: list[Word] = []
    asides = [match.span() for match in ASIDE.finditer(text)]
    last = 0
    for match in TOKEN.finditer(text):
        between = text[last : match.start()]
        opens = last == 0 or bool(STOP.search(between))
        last = match.end()
        for n, plain in enumerate(parts_of(match)):
            word = make_word(plain, match, offset)
            aside = any(start < match.start() < end for start, end in asides)
            found.append(attrs.evolve(word, opens=opens and n == 0, aside=aside))
    return tuple(joined_numbers(joined_phrases(joined_clocks(found))))


def parts_of(match: re.Match[str]) -> list[str]:
    """The plain words that one printed word stands for: "don't" is "do not"."""
    words = lexicon()
    if match.group("number"):
        return [match.group()]
    plain = anyascii(match.group()).replace("’", "'").replace(" ", "").lower()
    if match.group("initials"):
        return [plain.replace(".", "")]
    if plain in words.contractions:
        return words.contractions[plain].split()
    for ending, rest in words.endings.items():
        if plain.endswith(ending) and len(plain) > len(ending):
            return [plain.removesuffix(ending), rest]
    return [plain.removesuffix("'s").replace("'", "")]


def make_word(plain: str, match: re.Match[str], offset: int) -> Word:
    """Fold one plain word."""
    words = lexicon()
    text = match.group()
    capital = text[:1].isupper()
    key = plain if plain == "us" and not text.replace(".", "").isupper() else words.same.get(plain, plain)
    value = number_of(plain)
    if value is not None:
        weight = HALF if plain == "one" else 1.0
        key = f"{value:g}th" if is_ordinal(plain) else f"{value:g}"
    elif key in words.negators:
        weight = HALF
    else:
        weight = LIGHT if key in words.function else 1.0
        key = words.auxiliaries.get(key) or (key if weight < 1.0 else stem(key))
    return Word(
        key=key,
        plain=plain,
        start=match.start() + offset,
        end=match.end() + offset,
        weight=weight,
        value=value,
        capital=capital,
    )


def is_ordinal(plain: str) -> bool:
    """Whether a number word ranks ("eleventh", "11th")."""
    return plain in lexicon().ordinals or (plain.endswith(("st", "nd", "rd", "th")) and plain[:1].isdigit())


def number_of(plain: str) -> float | None:
    """The number that a word says."""
    figure = FIGURE.fullmatch(plain)
    if figure:
        return float(figure.group(1).replace(",", ""))
    return lexicon().numbers.get(plain) or lexicon().ordinals.get(plain)


def stem(word: str) -> str:
    """Fold a content word to its spelling and form: "stabilising" and "stabilizes" are one."""
    for pattern, to in lexicon().spelling:
        word = pattern.sub(to, word)
    word = re.sub(r"ization$", "iz", word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            word = word.removesuffix(ending)
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def joined_clocks(words: list[Word]) -> list[Word]:
    """Fold times of day to 24 hours: "6:41 pm" is "18:41"."""
    joined: list[Word] = []
    for word in words:
        clock = CLOCK.fullmatch(joined[-1].plain) if joined else None
        if clock and word.plain in {"am", "pm"}:
            hour = int(clock.group(1)) % 12 + (12 if word.plain == "pm" else 0)
            plain = f"{hour}:{clock.group(2)}"
            joined[-1] = attrs.evolve(joined[-1], key=plain, plain=plain, end=word.end)
        else:
            joined.append(word)
    return joined


def joined_phrases(words: list[Word]) -> list[Word]:
    """Join names of two words that have a short form ("United States")."""
    same = lexicon().same
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        key = same.get(f"{before.plain}_{word.plain}") if before is not None else None
        if before is not None and key is not None:
            joined[-1] = attrs.evolve(
                before, key=key, plain=f"{before.plain} {word.plain}", end=word.end, weight=1.0
            )
        else:
            joined.append(word)
    return joined


def joined_numbers(words: list[Word]) -> list[Word]:
    """Join the words of one number ("3.4 billion", "twenty five")."""
    scales = lexicon().scales
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if before is None or before.value is None:
            joined.append(word)
            continue
        value: float | None = None
        if word.plain in scales:
            value = before.value * scales[word.plain]
        elif word.value is not None and before.value in range(20, 100, 10) and 0 < word.value < 10:
            value = before.value + word.value
        elif word.plain == "hundred":
            value = before.value * 100
        if value is None:
            joined.append(word)
        else:
            plain = f"{before.plain} {word.plain}"
            joined[-1] = attrs.evolve(
                before, key=f"{value:g}", value=value, plain=plain, end=word.end, weight=1.0
            )
    return joined
