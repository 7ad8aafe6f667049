"""Arcs as data: ``nsubj(met, Okonjo)``."""

import re
from collections.abc import Sequence

from discrepancy.model.text import Document, Sentence, Token, Unit

_ARC = re.compile(r"(?P<dep>[^(]+)\((?P<head>[^ ]+), (?P<word>.+)\)")
_KINDS = {"persons": "person", "places": "place", "organisations": "organisation", "times": "time"}


def as_document(text: str) -> Document:
    return Document(id="a", text=text)


def units_of(case: dict) -> list[Unit]:
    """Find the units that a case names; a name that occurs twice is two units."""
    found = []
    for key, kind in _KINDS.items():
        for words in case.get(key, ()):
            pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
            found += [Unit(m.start(), m.end(), kind) for m in re.finditer(pattern, case["text"])]
    return sorted(found, key=lambda unit: (unit.start, unit.end))


def missing_arcs(sentences: Sequence[Sentence], arcs: Sequence[str]) -> list[str]:
    """Return the arcs that the parse does not have."""
    assert len(sentences) == 1, [len(sentence.tokens) for sentence in sentences]
    return [arc for arc in arcs if not _holds(sentences[0].tokens, arc)]


def _holds(tokens: Sequence[Token], arc: str) -> bool:
    match = _ARC.fullmatch(arc)
    assert match, arc
    dependent, head = _find(tokens, match["word"]), _find(tokens, match["head"])
    return any(
        token.head in {other.i for other in head} and _matches(token.dep, match["dep"]) for token in dependent
    )


def _matches(dep: str, wanted: str) -> bool:
    return any(dep == relation or dep.split(":")[0] == relation for relation in wanted.split("|"))


def _find(tokens: Sequence[Token], words: str) -> list[Token]:
    found = []
    for word in words.split("|"):
        form, _, number = word.partition("#")
        same = [token for token in tokens if token.text == form]
        assert same, f"no word {form}"
        found.append(same[int(number or 1) - 1])
    return found
