"""The words of a passage with a little of the document around them."""

import re

import attrs

from discrepancy.model.text import Document, Passage

__all__ = ["Excerpt", "clean", "excerpt", "shorten", "visible"]

# Articles are foreign text: escape sequences would act on the terminal, and marks that turn the direction of
# writing would show the words in another order than they stand.
_HARMFUL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = re.compile(
    r"""
    (?:[^\W\d_]{4}|[\d%])[.!?]["”’)]*   # a word too long for an abbreviation such as "Sen.", then the stop
    \s+(?=["“‘(]?[A-Z])                # and a capital letter after the gap
    """,
    re.VERBOSE,
)
_ELLIPSIS = "…"

# Nothing further off than this is looked at: a text of many pages may have no paragraphs.
_NEAR = 2000


@attrs.frozen(kw_only=True)
class Excerpt:
    """The words of a passage and what stands before and after them, all on one line."""

    before: str
    words: str
    after: str


def visible(text: str) -> str:
    """Return foreign text with a mark for each character that would act on what shows it; no offset moves."""
    return _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", text)


def clean(text: str) -> str:
    """Return foreign text on one line and without characters that act on a terminal."""
    return re.sub(r"\s+", " ", visible(text))


def excerpt(passage: Passage, document: Document | None, *, reach: int = 80, longest: int = 240) -> Excerpt:
    """Return the words of a passage with up to ``reach`` characters on either side.

    The surroundings end with the sentence, else between two words with an ellipsis.  Words longer than
    ``longest`` characters lose their middle.  Without a document there are no surroundings.
    """
    words = shorten(clean(passage.quote).strip(), longest)
    if document is None or document.text[passage.start : passage.end] != passage.quote:
        return Excerpt(before="", words=words, after="")
    low, high = _sentence(document.text, passage, *_paragraph(document, passage))
    return Excerpt(
        before=_tail(document.text[low : passage.start], reach),
        words=words,
        after=_head(document.text[passage.end : high], reach),
    )


def _paragraph(document: Document, passage: Passage) -> tuple[int, int]:
    """Return the borders of the paragraph that holds the passage, or of as much as could ever be shown."""
    low, high = max(0, passage.start - _NEAR), min(len(document.text), passage.end + _NEAR)
    for block in document.blocks:
        if block.start <= passage.start < block.end:
            low, high = max(low, block.start), min(high, max(block.end, passage.end))
            break
    for border in _PARAGRAPH_END.finditer(document.text, low, high):
        if border.end() <= passage.start:
            low = border.end()
        elif border.start() >= passage.end:
            high = border.start()
            break
    return low, high


def _sentence(text: str, passage: Passage, low: int, high: int) -> tuple[int, int]:
    """Narrow a paragraph to the sentences that the passage touches, as far as simple signs tell."""
    for border in _SENTENCE_END.finditer(text, low, high):
        if border.end() <= passage.start:
            low = border.end()
        elif border.end() > passage.end:
            return low, border.end()
    return low, high


def _tail(text: str, reach: int) -> str:
    text = clean(text).lstrip()
    if len(text) <= reach:
        return text
    _, _, words = text[-reach - 1 :].partition(" ")
    return f"{_ELLIPSIS} {words}" if words else f"{_ELLIPSIS}{' ' if text.endswith(' ') else ''}"


def _head(text: str, reach: int) -> str:
    text = clean(text).rstrip()
    if len(text) <= reach:
        return text
    words, _, _ = text[: reach + 1].rpartition(" ")
    return f"{words} {_ELLIPSIS}" if words else f"{' ' if text.startswith(' ') else ''}{_ELLIPSIS}"


def shorten(words: str, longest: int) -> str:
    """Return words without their middle where they are longer than so many characters."""
    if len(words) <= longest:
        return words
    head, _, _ = words[: longest * 2 // 3].rpartition(" ")
    _, _, tail = words[-(longest // 3) :].partition(" ")
    return f"{head or words[: longest * 2 // 3]} {_ELLIPSIS} {tail or words[-(longest // 3) :]}"
