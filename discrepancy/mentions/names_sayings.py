"""Words that report, by their place beside a quotation: any verb does there ("...," stammered Ana Berg)."""

from discrepancy.mentions.names_words import Words, is_function, is_saying, is_word

__all__ = ["is_reporting", "speaks_beside_quotation"]

# Endings of nouns and adverbs in -s that are no verb of one person.
_NO_VERB = ("ss", "us", "is", "ness", "wards", "ways", "ings")
_CLOSING = frozenset('"”’»“')
_MOST_BETWEEN = 4  # words of an office or a description between the verb and the name
_SHORTEST = 4  # letters: "has", "was", "his"


def is_reporting(word: str) -> bool:
    """Whether a word can be a verb that reports what one person says: a known one, or any other in -s or -ed."""
    if is_saying(word):
        return True
    plain = word.replace("-", "").isalpha() and word.islower() and len(word) >= _SHORTEST
    return plain and word.endswith(("ed", "s")) and not word.endswith(_NO_VERB) and not is_function(word)


def speaks_beside_quotation(words: Words, first: int, last: int) -> bool:
    """Whether a name stands right beside a closing mark with a verb that reports: '," growled guide Jo Berg'."""
    after = words.tokens[last] if last < len(words.tokens) else ""
    if first and words.tokens[first - 1] in _CLOSING and is_reporting(after):
        return True
    at = first - 1
    while at > 0 and first - 1 - at < _MOST_BETWEEN and not is_reporting(words.tokens[at]):
        token = words.tokens[at]
        if words.shapes[at] != "l" or (is_function(token) and not is_word("determiners", token)):
            return False
        at -= 1
    return at > 0 and is_reporting(words.tokens[at]) and words.tokens[at - 1] in _CLOSING
