"""The English words of numbers and units, arranged for looking up."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from discrepancy.language import load_words
from discrepancy.values.units import Unit, load_units

__all__ = ["Form", "Lexicon", "Phrases", "load_lexicon"]

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


@attrs.frozen
class Form:
    """One written form of a unit: its words in lower case, and as written where capitals matter."""

    words: tuple[str, ...]
    cased: str | None
    unit: Unit
    is_tight: bool


@attrs.frozen(kw_only=True)
class Lexicon:
    """All that the number readers look up.

    ``small`` are the number words below a hundred, ``starters`` all words that can begin a quantity,
    ``forms`` the written forms of units by their first word, longest first.
    """

    words: Mapping[str, Any]
    small: Mapping[str, int]
    scales: Mapping[str, float]
    abbreviations: Mapping[str, float]
    ordinals: Mapping[str, int]
    vague: Mapping[tuple[str, ...], tuple[float, float, float]]
    vague_first: Phrases
    out_of: tuple[tuple[str, ...], ...]
    forms: Mapping[str, tuple[Form, ...]]
    time_words: frozenset[str]
    starters: frozenset[str]
    sets: Mapping[str, frozenset[str]]


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon of English numbers and units, built once."""
    words = load_words("numbers")
    small = {**words["ones"], **words["tens"]}
    vague = {tuple(phrase.split()): _read_vague_row(row) for phrase, row in words["vague"].items()}
    forms = _arrange_forms()
    times = [unit for unit in load_units().values() if unit.to in ("second", "month")]
    return Lexicon(
        words=words,
        small=small,
        scales={"hundred": 100.0, **words["scales"]},
        abbreviations=words["abbreviations"],
        ordinals=words["ordinals"],
        vague=vague,
        vague_first=arrange_phrases(vague),
        out_of=tuple(tuple(phrase.split()) for phrase in words["shares"]["out_of"]),
        forms=forms,
        time_words=frozenset(form for unit in times for form in unit.forms),
        starters=frozenset(
            [
                *small,
                *words["fraction_signs"],
                *words["groups"],
                "half",
                "quarter",
                "minus",
                "hundred",
                *(phrase[0] for phrase in vague),
            ]
        ),
        sets=_gather_sets(words),
    )


def _read_vague_row(row: list[float]) -> tuple[float, float, float]:
    """Lowest, highest and the number itself; without one it is the middle."""
    low, high, *number = row
    return float(low), float(high), float(number[0]) if number else (low + high) / 2


def arrange_phrases(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    """Return phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda one: (-len(one), one)):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(rows) for first, rows in found.items()}


def _arrange_forms() -> Mapping[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for unit in load_units().values():
        for form, is_tight in [(f, False) for f in unit.forms] + [(f, True) for f in unit.tight]:
            words = tuple(_split_form(form.lower()))
            cased = form if form != form.lower() else None
            found.setdefault(words[0], []).append(Form(words, cased, unit, is_tight))
    return {first: tuple(sorted(rows, key=lambda form: -len(form.words))) for first, rows in found.items()}


def _split_form(form: str) -> list[str]:
    """Cut a written form as the text is cut: signs stand alone."""
    spaced = "".join(char if char.isalnum() else f" {char} " for char in form)
    return spaced.split()


def _gather_sets(words: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Every list of the number table as a set, named ``table.list``."""
    return {
        f"{table}.{name}": frozenset(rows)
        for table, lists in words.items()
        for name, rows in lists.items()
        if isinstance(rows, list) and rows and isinstance(rows[0], str)
    }
