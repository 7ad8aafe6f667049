"""Runs the layers of the grammar: runs of tokens become one token, until time expressions are left."""

from collections.abc import Callable
from typing import Any, NamedTuple

import attrs

from discrepancy.mentions.times.lexer import Token
from discrepancy.mentions.times.vocabulary import CODES, Layer, Rule

__all__ = ["Builder", "Found", "run_layer"]

_SKIP = CODES["SKIP"]


@attrs.frozen(eq=False, repr=False)
class Found:
    """A rule that matched: its groups by name, the words, and the tokens around."""

    rule: Rule
    tokens: list[Token]
    spans: dict[str, tuple[int, int]]
    start: int
    end: int
    text: str

    def has(self, group: str) -> bool:
        """Whether the group took part in the match."""
        return self.spans.get(group, (-1, -1))[0] >= 0

    def value(self, group: str) -> Any:
        """The value of the last token of the group, ``None`` if it took no part."""
        first, last = self.spans.get(group, (-1, -1))
        return self.tokens[last - 1].value if first >= 0 and last > first else None

    def is_class(self, group: str, name: str) -> bool:
        """Whether the last token of the group is of the class."""
        first, last = self.spans.get(group, (-1, -1))
        return first >= 0 and last > first and self.tokens[last - 1].code == CODES[name]

    def words(self, group: str) -> str:
        """The characters of the group, lower case."""
        first, last = self.spans.get(group, (-1, -1))
        return (
            self.text[self.tokens[first].start : self.tokens[last - 1].end].lower()
            if last > first >= 0
            else ""
        )

    def neighbour(self, step: int) -> Token | None:
        """The token ``step`` places after the match (1) or before it (-1)."""
        i = self.end + step - 1 if step > 0 else self.start + step
        return self.tokens[i] if 0 <= i < len(self.tokens) else None


Builder = Callable[[Found], Any]


class _Source(NamedTuple):
    """What the rules of a layer read."""

    tokens: list[Token]
    text: str
    builders: dict[str, Builder]


def run_layer(layer: Layer, tokens: list[Token], text: str, builders: dict[str, Builder]) -> list[Token]:
    """Return the tokens after one layer; leftmost, then longest match wins, then the first rule."""
    codes = "".join([token.code for token in tokens])
    source = _Source(tokens, text, builders)
    result: list[Token] = []
    done = position = 0
    while (hint := layer.any_rule.search(codes, position)) is not None:
        reduced = _reduce_at(layer, codes, hint.start(), source)
        if reduced is None:
            position = hint.start() + 1
            continue
        token, position = reduced
        result += tokens[done : hint.start()]
        result.append(token)
        done = position
    return result + tokens[done:] if done else tokens


def _reduce_at(layer: Layer, codes: str, at: int, source: _Source) -> tuple[Token, int] | None:
    tokens, text, builders = source
    matches = [(rule, match) for rule in layer.rules if (match := rule.pattern.match(codes, at)) is not None]
    matches.sort(key=lambda pair: -pair[1].end())
    for rule, match in matches:
        if match.end() == at:
            continue
        spans = {name: match.span(name) for name in match.groupdict()}
        value = builders[rule.build](Found(rule, tokens, spans, at, match.end(), text))
        if value is not None:
            start, end = tokens[at].start, tokens[match.end() - 1].end
            return Token(start, end, CODES[rule.gives], value), match.end()
    return None
