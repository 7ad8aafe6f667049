"""Which unit or currency stands at a number."""

from collections.abc import Mapping
from functools import cache

import attrs

from discrepancy.language import load_words
from discrepancy.mentions.quantities_lexicon import Phrases, arrange_phrases, load_lexicon
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens
from discrepancy.values.units import Unit, load_units

__all__ = ["Currency", "currency_signs", "read_currency_after", "read_currency_before", "read_unit"]

# How far a country or a cue may stand from an ambiguous word, in tokens.
_CUE_REACH = 30


@attrs.frozen(kw_only=True)
class Currency:
    """A currency read at tokens ``start`` to ``end``; ``factor`` is 0.01 for cents, a million for "MSEK"."""

    code: str
    start: int
    end: int
    factor: float = 1.0


@attrs.frozen(kw_only=True)
class _Money:
    symbols: Mapping[str, str]
    codes: frozenset[str]
    lower: frozenset[str]
    same: Mapping[str, str]
    millions: Mapping[str, str]
    before_dollar: Mapping[str, str]
    phrases: Mapping[tuple[str, ...], str]
    first: Phrases
    shared: Mapping[str, tuple[str, Mapping[str, str]]]


@cache
def _load_money() -> _Money:
    table = load_words("currencies")
    phrases = {tuple(phrase.split()): code for phrase, code in table["words"].items()}
    for phrase, code in table["named"].items():
        phrases[tuple(phrase.split())] = code
        phrases[tuple(f"{phrase}s".split())] = code
    shared = {}
    for row in table["shared"]:
        cues = {cue: code for code, words in row["cues"].items() for cue in words}
        shared.update(dict.fromkeys(row["words"], (row["unit"], cues)))
    return _Money(
        symbols={symbol.lower(): code for symbol, code in table["symbols"].items()} | table["prefix_words"],
        codes=frozenset(table["codes"]["known"]),
        lower=frozenset(table["codes"]["lower"]),
        same=table["codes"]["same"],
        millions=table["codes"]["millions"],
        before_dollar=table["codes"]["before_dollar"],
        phrases=phrases,
        first=arrange_phrases(phrases),
        shared=shared,
    )


@cache
def currency_signs() -> frozenset[str]:
    """All signs, codes and words that can stand before an amount, in lower case."""
    money = _load_money()
    codes = {code.lower() for code in (*money.codes, *money.millions, *money.before_dollar)}
    return frozenset(money.symbols) | codes


def read_currency_before(tokens: Tokens, index: int) -> Currency | None:
    """Read "$", "US$", "US $", "EUR", "MSEK", "Rs." before a figure."""
    money = _load_money()
    word, raw = tokens.words[index], tokens.raw(index)
    at, factor = index + 1, 1.0
    code = money.symbols.get(word)
    if code is None and raw in money.millions:
        code, factor = money.millions[raw], 1e6
    elif code is None and raw in money.codes:
        code = money.same.get(raw, raw)
    elif code is None and raw.upper() in money.before_dollar and tokens.words[at] == "$":
        code, at = money.before_dollar[raw.upper()], at + 1
    if code is None:
        return None
    if tokens.words[at] == "." and word in ("rs", "kr"):
        at += 1
    if not (tokens.words[at][:1].isdigit() or tokens.words[at].startswith(".")):
        return None
    return Currency(code=_settle(tokens, index, code), start=index, end=at, factor=factor)


def read_currency_after(tokens: Tokens, index: int) -> Currency | None:
    """Read "euros", "Swedish kronor", "US dollars", "€", "EUR" or "pence" after a figure."""
    money = _load_money()
    at = tokens.skip_hyphen(index)
    for phrase in money.first.get(tokens.words[at], ()):
        if tokens.matches(at, phrase):
            return Currency(code=money.phrases[phrase], start=at, end=at + len(phrase))
    return (
        _read_shared(tokens, at)
        or _read_minor(tokens, at)
        or _read_pounds(tokens, at)
        or _read_sign(tokens, at)
    )


def _read_sign(tokens: Tokens, at: int) -> Currency | None:
    """ "10 €", "500 EUR"; a symbol with another figure after it belongs to that figure."""
    money = _load_money()
    word, raw = tokens.words[at], tokens.raw(at)
    if tokens.words[at + 1][:1].isdigit():
        return None
    if word in money.symbols and not word.isalpha():
        return Currency(code=money.symbols[word], start=at, end=at + 1)
    if raw in money.codes or raw in money.lower:
        code = raw.upper()
        return Currency(code=money.same.get(code, code), start=at, end=at + 1)
    if raw in money.millions:
        return Currency(code=money.millions[raw], start=at, end=at + 1, factor=1e6)
    return None


def _read_shared(tokens: Tokens, at: int) -> Currency | None:
    """A word of several countries, with or without its adjective."""
    money = _load_money()
    for index in (at, at + 1):
        if tokens.words[index] in money.shared:
            unit, cues = money.shared[tokens.words[index]]
            if index == at:
                return Currency(code=_settle(tokens, at, unit), start=at, end=at + 1)
            if tokens.words[at] in cues:
                return Currency(code=cues[tokens.words[at]], start=at, end=at + 2)
    return None


def _settle(tokens: Tokens, at: int, unit: str) -> str:
    """The currency of an ambiguous word by the nearest country named around it."""
    cues = {
        cue: code
        for name, rows in _load_money().shared.values()
        if name == unit
        for cue, code in rows.items()
    }
    if not cues:
        return unit
    for distance in range(1, _CUE_REACH):
        for index in (at - distance, at + distance):
            if 0 <= index < tokens.count and tokens.words[index].removesuffix("'s") in cues:
                return cues[tokens.words[index].removesuffix("'s")]
    return unit


def _read_minor(tokens: Tokens, at: int) -> Currency | None:
    minor = load_words("currencies")["minor"]
    word = tokens.words[at]
    if word in minor["tight"] and tokens.is_glued(at) and tokens.words[at - 1][:1].isdigit():
        return Currency(code=minor["tight"][word], start=at, end=at + 1, factor=0.01)
    if word in minor and isinstance(minor[word], str):
        return Currency(code=minor[word], start=at, end=at + 1, factor=0.01)
    return None


def _read_pounds(tokens: Tokens, at: int) -> Currency | None:
    """ "pounds" is money unless words of weight stand nearer than words of money."""
    pound = load_words("currencies")["pound"]
    if tokens.words[at] not in pound["words"] or is_weight(tokens, at):
        return None
    return Currency(code=pound["code"], start=at, end=at + 1)


def is_weight(tokens: Tokens, at: int) -> bool:
    """Whether the "pounds" at this token are a weight."""
    pound = load_words("currencies")["pound"]
    if tokens.words[at - 1] in load_lexicon().scales and tokens.words[at - 1] not in ("hundred", "thousand"):
        return False
    for distance in range(1, 10):
        around = (
            tokens.words[at - distance] if at >= distance else "",
            tokens.words[min(at + distance, tokens.count)],
        )
        if any(word in pound["weight_cues"] for word in around):
            return True
        if any(word in pound["money_cues"] for word in around):
            return False
    return tokens.words[at - 1] in ("-", "‑") or tokens.words[at + 1] == "of"


def read_unit(tokens: Tokens, index: int) -> tuple[Unit, int] | None:
    """Return the unit written at token ``index`` (a hyphen may stand before it) and the token after it."""
    lexicon = load_lexicon()
    at = tokens.skip_hyphen(index)
    if tokens.words[at] in lexicon.sets["clauses.felt"] and (felt := _read_felt_unit(tokens, at)) is not None:
        return felt
    is_figure = tokens.words[index - 1][:1].isdigit() if index else False
    for form in lexicon.forms.get(tokens.words[at], ()):
        if not tokens.matches(at, form.words):
            continue
        end = at + len(form.words)
        if form.cased is not None and tokens.text[tokens.starts[at] : tokens.ends[end - 1]] != form.cased:
            continue
        if form.is_tight and not (is_figure and _is_tight(tokens, at)):
            continue
        return form.unit, end
    pound = load_words("currencies")["pound"]
    if tokens.words[at] in pound["words"] and is_weight(tokens, at):
        return load_units()["pound"], at + 1
    if is_figure and tokens.raw(at) in _DEGREES and _is_glued_degree(tokens, at):
        return load_units()[_DEGREES[tokens.raw(at)]], at + 1
    return None


def _read_felt_unit(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """Read the unit of "seventeen long minutes", "nine nerve-racking hours": lengths of time alone are told so."""
    is_joint = tokens.words[at + 1] in HYPHENS
    found = read_unit(tokens, at + 3 if is_joint else at + 1)
    return found if found is not None and found[0].to in ("second", "month") else None


# "30C", "-5C": the newspapers' short form of degrees.
_DEGREES = {"C": "celsius", "F": "fahrenheit"}


def _is_glued_degree(tokens: Tokens, at: int) -> bool:
    """Whether the letter is no part of a name: "gate 14C", "Section 3C", "2C-B"."""
    figure, sets = tokens.words[at - 1], load_lexicon().sets
    before = tokens.words[at - 2] if at > 1 else ""
    is_named = before in sets["not_counts.references"] or before in sets["not_counts.hard_references"]
    is_figure = len(figure) > 1 or before in ("minus", "-", "−", "by", "of", "to")
    after = tokens.words[at + 1]
    is_alone = not tokens.is_glued(at + 1) or not (after[:1].isalnum() or after in HYPHENS)
    return tokens.is_glued(at) and is_figure and is_alone and not is_named


def _is_tight(tokens: Tokens, at: int) -> bool:
    """A short form stands right at its figure, or some one space away ("5 m high")."""
    return tokens.is_glued(at) or (tokens.words[at] in ("h", "m", "t", "l", "g") and tokens.raw(at).islower())
