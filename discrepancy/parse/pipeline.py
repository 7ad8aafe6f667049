"""Parse documents: cut sentences and words, let spaCy read their shadows, carry its analysis over."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from discrepancy.errors import ParserError
from discrepancy.model.text import Block, Document, Sentence, Token, Unit
from discrepancy.parse.clear import is_clear_scheme, to_universal
from discrepancy.parse.lemmas import lemma_of
from discrepancy.parse.nodes import Node, make_sound
from discrepancy.parse.repair import repair
from discrepancy.parse.sentences import split_sentences
from discrepancy.parse.shadow import Shadow, cast_shadow
from discrepancy.parse.tokens import configure_tokenizer, cut_words, shorten

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["parse", "parse_all"]

# Sentences that spaCy reads at a time: large enough for fast matrix products, small enough for memory.
_BATCH = 128
# Components whose work is not read; lemmas are ours, so that another pipeline changes none.
_UNREAD = ("ner", "entity_linker", "textcat", "entity_ruler", "lemmatizer", "trainable_lemmatizer")

# Rows of signs without a space, such as a picture in letters: the tokenizer takes the square of their length,
# and a sentence with one says nothing.  The longest addresses of pages are shorter.
_NO_WORD = re.compile(r"\S{2000}")


@attrs.frozen
class _Draft:
    """A sentence between being cut and being parsed."""

    document: Document
    block: Block
    words: tuple[tuple[int, int], ...]
    units: tuple[Unit, ...]
    shadow: Shadow


def parse(
    document: Document, names: Sequence[Unit] = (), *, pipeline: str | None = None
) -> tuple[Sentence, ...]:
    """Parse one document into sentences of Universal Dependencies.

    ``names`` are the spans that stand as units: names first of all, times and quantities too.  ``pipeline``
    is the name or the path of another spaCy pipeline than the shipped one.  Furniture is left out: it makes
    no claims.  Raises ``ParserError`` where the pipeline cannot be loaded or gives no dependencies.
    """
    return parse_all([(document, names)], pipeline=pipeline)[0]


def parse_all(
    documents: Iterable[tuple[Document, Sequence[Unit]]], *, pipeline: str | None = None
) -> list[tuple[Sentence, ...]]:
    """Parse documents with their units, all sentences in one stream, which is faster than one by one."""
    nlp = load_pipeline(pipeline)
    drafts = [list(_draft(nlp, document, units)) for document, units in documents]
    flat = [draft for row in drafts for draft in row]
    docs = nlp.pipe((_shadow_doc(nlp, draft.shadow) for draft in flat), batch_size=_BATCH)
    clear = is_clear_scheme(nlp)
    parsed = iter([_read(draft, doc, clear=clear) for draft, doc in zip(flat, docs, strict=True)])
    return [tuple(_sentence(draft, next(parsed), index) for index, draft in enumerate(row)) for row in drafts]


@cache
def load_pipeline(name: str | None) -> "Language":
    """Load the shipped pipeline or, by name or path, another; kept for the life of the process."""
    import spacy

    try:
        nlp = _load_shipped() if name is None else spacy.load(name, exclude=list(_UNREAD))
    except (OSError, ImportError, ValueError) as error:
        raise ParserError(_missing(name, error)) from error
    if not any("parser" in component for component in nlp.pipe_names):
        raise ParserError(
            f"The spaCy pipeline {name!r} has no dependency parser; it has {', '.join(nlp.pipe_names)}."
        )
    return nlp


def _load_shipped() -> "Language":
    import spacy
    from thinc.api import use_ops

    # numpy's own matrix product is several times as fast as thinc's default: twice the words a second.
    with use_ops("numpy", use_blis=False):
        # The tokenizer of the directory is the one made here, which is much quicker than to read it.
        nlp = spacy.load(Path(str(files("discrepancy.parse").joinpath("weights"))), exclude=["tokenizer"])
    configure_tokenizer(nlp)
    return nlp


def _missing(name: str | None, error: Exception) -> str:
    reason = str(error).splitlines()[0]
    if name is None:
        return (
            f"The shipped parser cannot be loaded ({reason}). Install discrepancy anew, with spacy>=3.8,<4."
        )
    return (
        f"The spaCy pipeline {name!r} cannot be loaded ({reason}). Install it with "
        f"`python -m spacy download {name}`, give the path of its directory, "
        "or leave the pipeline out to use the shipped one."
    )


def _draft(nlp: "Language", document: Document, units: Sequence[Unit]) -> Iterator[_Draft]:
    text = document.text
    ordered = sorted(units, key=lambda unit: (unit.start, -unit.end))
    first = 0
    for block in sorted(document.blocks or (Block(start=0, end=len(text)),), key=lambda block: block.start):
        if block.kind == "furniture":
            continue
        while first < len(ordered) and ordered[first].end <= block.start:
            first += 1
        local = [unit for unit in _until(ordered, first, block.end) if unit.end <= block.end]
        for start, end in split_sentences(text, block.start, block.end, local):
            if _NO_WORD.search(text, start, end):
                continue
            here = [unit for unit in local if start <= unit.start and unit.end <= end]
            words = cut_words(nlp.tokenizer, text, start, end, here)
            for piece in shorten(text, words, here):
                if piece:
                    yield _Draft(document, block, tuple(piece), tuple(here), cast_shadow(text, piece, here))


def _until(units: Sequence[Unit], first: int, end: int) -> Iterator[Unit]:
    for i in range(first, len(units)):
        if units[i].start >= end:
            return
        yield units[i]


def _shadow_doc(nlp: "Language", shadow: Shadow) -> "Doc":
    from spacy.tokens import Doc

    starts: list[bool | int | None] = [i == 0 for i in range(len(shadow.forms))]
    return Doc(nlp.vocab, words=list(shadow.forms), spaces=list(shadow.spaces), sent_starts=starts)


def _read(draft: _Draft, doc: "Doc", *, clear: bool) -> list[Node]:
    """Carry the analysis of the shadow over to the words of the sentence and put it right."""
    nodes = _unfold(draft, doc)
    make_sound(nodes)
    if clear:
        to_universal(nodes)
        make_sound(nodes)
    repair(nodes, draft.units)
    make_sound(nodes)
    return nodes


def _unfold(draft: _Draft, doc: "Doc") -> list[Node]:
    """Make one node of every word; the words of a name that was one shadow word become one flat name."""
    text, shadow = draft.document.text, draft.shadow
    # A person's name is led by its first word, a place's or an office's by its last.
    leads = [
        pieces[0] if kind in {"person", "name"} else pieces[-1]
        for pieces, kind in zip(shadow.pieces, shadow.kinds, strict=True)
    ]
    nodes = []
    for k, (dep, head, pos, features) in enumerate(_analysis(doc)):
        for i in shadow.pieces[k]:
            start, end = draft.words[i]
            word = text[start:end]
            if not shadow.kinds[k]:
                lemma = lemma_of(shadow.forms[k], pos, features)
                nodes.append(Node(word, start, end, lemma, pos, dep, leads[head], features))
                continue
            node = Node(word, start, end, word, "PROPN", "flat", leads[k], "Number=Sing")
            if i == leads[k]:
                node.dep, node.head = dep, leads[head]
            elif not word[:1].isalnum():
                node.pos, node.dep, node.features = "PUNCT", "punct", ""
            elif shadow.kinds[k] in {"place", "organisation"}:
                node.dep = "compound"
            nodes.append(node)
    return nodes


def _analysis(doc: "Doc") -> Iterator[tuple[str, int, str, str]]:
    """Yield label, head, part of speech and features of every word, read in bulk, which is quick."""
    strings = doc.vocab.strings
    columns = doc.to_array(["DEP", "HEAD", "POS", "MORPH"])
    for i, (dep, head, pos, features) in enumerate(columns.tolist()):
        # Heads are distances, kept as unsigned numbers.
        distance = head - (1 << 64) if head >> 63 else head
        yield strings[dep] or "dep", i + distance, strings[pos] or "X", strings[features].replace("_", "")


def _sentence(draft: _Draft, nodes: Sequence[Node], index: int) -> Sentence:
    tokens = tuple(
        Token(
            i=i,
            text=node.text,
            lemma=node.lemma,
            pos=node.pos,
            dep=node.dep,
            head=node.head,
            start=node.start,
            end=node.end,
            features=node.features,
        )
        for i, node in enumerate(nodes)
    )
    return Sentence(
        document=draft.document.id,
        index=index,
        start=tokens[0].start,
        end=tokens[-1].end,
        block=draft.block,
        tokens=tokens,
    )
