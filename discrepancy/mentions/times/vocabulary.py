"""The English words and rules of time, read from the language's tables and made ready for matching."""

import re
from functools import cache
from typing import Any

import attrs

from discrepancy.language import load_words

__all__ = ["CODES", "Layer", "Rule", "holiday_pattern", "listed", "load_layers", "load_lexicon"]


class _Codes(dict[str, str]):
    """The character that stands for a word class in the strings that rules are matched against."""

    def __missing__(self, name: str) -> str:
        self[name] = chr(0x4E00 + len(self))
        return self[name]


# A rule is a regular expression over a string with one character a token.
CODES: dict[str, str] = _Codes()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rule:
    """One step of the grammar: a run of tokens that becomes one token of class ``gives``."""

    name: str
    pattern: re.Pattern[str]
    gives: str
    build: str
    const: dict[str, Any]


_CLASS_NAME = re.compile(r"\b[A-Z][A-Z]+\b")


def _expand(pattern: str, macros: dict[str, str]) -> str:
    for _ in range(4):
        pattern = re.sub(r"\b[A-Z][A-Z]+\b", lambda m: macros.get(m.group(), m.group()), pattern)
    return re.sub(r"\s+", "", _CLASS_NAME.sub(lambda m: CODES[m.group()], pattern))


@attrs.frozen(eq=False, repr=False)
class Layer:
    """Rules that run together, and a pattern that finds where any of them may match."""

    rules: tuple[Rule, ...]
    any_rule: re.Pattern[str]


@cache
def load_layers() -> tuple[Layer, ...]:
    """Return the layers of ``time_rules.toml`` in the order in which they run."""
    table = load_words("time_rules")
    return tuple(_compile_layer(layer["rule"], table["macro"]) for layer in table["layer"])


def _compile_layer(rules: list[dict[str, Any]], macros: dict[str, str]) -> Layer:
    compiled = tuple(_compile(rule, macros) for rule in rules)
    unnamed = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in compiled)
    return Layer(compiled, re.compile("|".join(unnamed)))


def _compile(rule: dict[str, Any], macros: dict[str, str]) -> Rule:
    return Rule(
        name=rule["name"],
        pattern=re.compile(_expand(rule["match"], macros)),
        gives=rule["gives"],
        build=rule.get("build", "keep"),
        const=rule.get("const", {}),
    )


@cache
def load_lexicon() -> dict[str, tuple[str, Any]]:
    """Return word (lower case) → class code and value."""
    words, calendar = load_words("time_words"), load_words("calendar")
    lexicon: dict[str, tuple[str, Any]] = {}
    for name, entries in words["class"].items():
        if "same_as" in entries:
            entries = words["number"][entries["same_as"].partition(".")[2]]
        elif "words" in entries:
            entries = {word: word for word in entries["words"]}
        for word, value in entries.items():
            lexicon[word] = (CODES[name], value)
    for name, table in (("MONTH", "months"), ("WDAY", "weekdays"), ("SEASON", "seasons"), ("PARTW", "parts")):
        for word, value in calendar[table].items():
            lexicon[word] = (CODES[name], value)
            if name == "WDAY" and word.endswith("day"):
                lexicon[word + "s"] = (CODES["WDAYS"], value)
            if name == "PARTW" and word.endswith("s"):
                lexicon[word] = (CODES["PARTS"], value)
    return lexicon


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of words that rules look up by themselves, whatever their class."""
    return frozenset(load_words("time_words")["listed"][name])


@cache
def holiday_pattern() -> str:
    """Return a regular expression for the names of feasts, longest first."""
    calendar = load_words("calendar")
    names = {*calendar["holidays"], *calendar["weekday_holidays"], *calendar["easter_holidays"]}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s") for name in longest_first)
