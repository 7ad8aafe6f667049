"""Read the treebanks (CoNLL-U, xz) and the name spans (IOB2) into plain nouns."""

import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

__all__ = ["DEV", "TESTS", "TRAIN", "MissingTreebanksError", "TreeSentence", "Word", "read_treebank"]

TRAIN = ("ewt-train", "gum-by-train", "gum-sa-train")
DEV = ("ewt-dev", "gum-by-dev", "gum-sa-dev")
TESTS = {"EWT test": ("ewt-test",), "GUM news test": ("gum-news-test",), "PUD": ("pud-test",)}


class MissingTreebanksError(SystemExit):
    """Says which treebank file is not there and where it was looked for."""


@attrs.frozen(kw_only=True)
class Word:
    """One syntactic word of a treebank; ``head`` is a 0-based index, the root is its own head."""

    form: str
    lemma: str
    pos: str
    tag: str
    features: str
    head: int
    dep: str
    space: bool
    name: str = "O"


@attrs.frozen
class TreeSentence:
    """A sentence of a treebank with its words."""

    id: str
    words: tuple[Word, ...]


def open_text(directory: Path, name: str) -> Iterator[str]:
    """Yield the lines of one xz file, or stop the program with words that say what is missing."""
    path = directory / f"{name}.xz"
    if not path.is_file():
        raise MissingTreebanksError(
            f"{path} is not there. Give the directory of the treebanks with --treebanks; "
            "it holds ewt-train.conllu.xz and its sisters (UD English EWT, GUM, PUD; Universal NER)."
        )
    with lzma.open(path, "rt", encoding="utf8") as lines:
        yield from (line.rstrip("\n") for line in lines)


def read_treebank(directory: Path, name: str) -> list[TreeSentence]:
    """Read one treebank with the name spans that are known for it."""
    sentences = list(_sentences(open_text(directory, f"{name}.conllu")))
    if not name.startswith("ewt-"):
        return sentences
    spans = _uner_labels(open_text(directory, f"{name.replace('ewt', 'uner')}.iob2"))
    return [_with_names(sentence, spans.get(sentence.id, ())) for sentence in sentences]


def _sentences(lines: Iterable[str]) -> Iterator[TreeSentence]:
    sentence_id, rows, joined = "", [], {}
    for line in lines:
        if line.startswith("#"):
            if line.startswith("# sent_id = "):
                sentence_id = line[12:]
        elif line:
            row = line.split("\t")
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                # Inside a multiword token nothing is spaced; its last word has the space of the whole.
                joined.update(dict.fromkeys(range(first, last), False))
                joined[last] = "SpaceAfter=No" not in row[9]
            elif "." not in row[0]:
                rows.append(row)
        elif rows:
            yield TreeSentence(sentence_id, tuple(_words(rows, joined)))
            rows, joined = [], {}


def _words(rows: list[list[str]], joined: dict[int, bool]) -> Iterator[Word]:
    entities = _gum_names(rows)
    for index, row in enumerate(rows):
        head = int(row[6])
        yield Word(
            form=row[1],
            lemma=row[2] if row[2] != "_" else row[1],
            pos=row[3],
            tag=row[4],
            features="" if row[5] == "_" else row[5],
            head=head - 1 if head else index,
            dep="root" if head == 0 else row[7],
            space=joined.get(index + 1, "SpaceAfter=No" not in row[9]),
            name=entities[index],
        )


def _gum_names(rows: list[list[str]]) -> list[str]:
    """Give each word of a named GUM entity PER, LOC or ORG, read from the Entity brackets of MISC."""
    kinds = {"person": "PER", "place": "LOC", "organization": "ORG"}
    labels = ["O"] * len(rows)
    open_spans: list[tuple[str, int, str]] = []
    for index, row in enumerate(rows):
        for mark in _entity_marks(row[9]):
            if mark.startswith("("):
                parts = mark.strip("()").split("-")
                open_spans.append((parts[0], index, parts[1] if len(parts) > 1 else ""))
            if mark.endswith(")"):
                number = mark.strip("()").split("-")[0]
                for span in reversed(open_spans):
                    if span[0] == number:
                        open_spans.remove(span)
                        _label(labels, rows, span[1], index, kinds.get(span[2], ""))
                        break
    return labels


def _label(labels: list[str], rows: list[list[str]], first: int, last: int, kind: str) -> None:
    proper = [index for index in range(first, last + 1) if rows[index][3] == "PROPN"]
    # A description such as "the preacher at the mosque" is an entity, but no name.
    if kind and len(proper) == last - first + 1:
        for index in proper:
            if labels[index] == "O":
                labels[index] = kind


def _entity_marks(misc: str) -> Iterator[str]:
    for field in misc.split("|"):
        if field.startswith("Entity="):
            mark = ""
            for character in field[7:]:
                if character == "(" and mark:
                    yield mark
                    mark = ""
                mark += character
                if character == ")":
                    yield mark
                    mark = ""
            if mark:
                yield mark


def _uner_labels(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    labels: dict[str, list[str]] = {}
    sentence_id = ""
    for line in lines:
        if line.startswith("# sent_id = "):
            sentence_id = line[12:]
        elif line and not line.startswith("#"):
            labels.setdefault(sentence_id, []).append(line.split("\t")[2].rpartition("-")[2])
    return {key: tuple(value) for key, value in labels.items()}


def _with_names(sentence: TreeSentence, labels: tuple[str, ...]) -> TreeSentence:
    if len(labels) != len(sentence.words):
        return sentence
    words = (attrs.evolve(word, name=label) for word, label in zip(sentence.words, labels, strict=True))
    return TreeSentence(sentence.id, tuple(words))
