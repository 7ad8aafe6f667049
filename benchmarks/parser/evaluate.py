"""Measure the shipped parser, or another pipeline directory, on the test parts of the treebanks.

    python benchmarks/parser/evaluate.py --treebanks PATH [--model DIR]

*Gold words* are the words and sentences of the treebank.  *Own words* is the library end to end, without
names: our sentences, words, repairs and lemmas, scored by F1 over words with the same offsets, as in the
CoNLL shared tasks.  *Renamed* and *headlines* are variants of EWT test, drawn with a fixed seed.
"""

import argparse
import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import spacy
from augment import Augmenter
from measure import measure, shadow_docs
from spacy.language import Language
from treebanks import TESTS, TreeSentence, read_treebank

from discrepancy.model.text import Document, Sentence
from discrepancy.parse.pipeline import load_pipeline, parse_all

_VARIANTS = {
    "renamed": Augmenter(names=1, headlines=0, stops=0, names_file="names-test.toml"),
    "headlines": Augmenter(names=0, headlines=1, stops=0),
}
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="a pipeline directory instead of the shipped weights")
    arguments = parser.parse_args()
    model = str(arguments.model) if arguments.model else None
    tests = {
        test: [sentence for name in names for sentence in read_treebank(arguments.treebanks, name)]
        for test, names in TESTS.items()
    }
    nlp = print_loading(model)
    for test, sentences in tests.items():
        print(f"{test}, gold words: {as_text(measure(nlp, sentences))}")
        print(f"{test}, own words:  {as_text(measure_own(sentences, model))}")
    for name, augmenter in _VARIANTS.items():
        chance = random.Random(11)
        varied = [augmenter.vary(sentence, chance) for sentence in tests["EWT test"]]
        print(f"EWT test, {name}: {as_text(measure(nlp, varied))}")
    print_speed(nlp, tests["PUD"], model)


def as_text(figures: dict[str, float]) -> str:
    """Write figures in one line."""
    return "  ".join(f"{name} {value:.2f}" for name, value in figures.items())


def measure_own(sentences: list[TreeSentence], model: str | None) -> dict[str, float]:
    """Score the library's own reading of the bare text of each sentence."""
    texts = [
        "".join(word.form + " " * word.space for word in sentence.words).rstrip() for sentence in sentences
    ]
    documents = [(Document(id=str(i), text=text), ()) for i, text in enumerate(texts)]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence, parsed in zip(sentences, parse_all(documents, pipeline=model), strict=True):
        gold, own = gold_rows(sentence), own_rows(parsed)
        total["gold"] += len(gold)
        total["own"] += len(own)
        right["whole"] += len(parsed) == 1
        for span, (pos, head, dep, lemma) in gold.items():
            if pos in _CONTENT:
                total["content"] += 1
                right["lemma"] += span in own and own[span][3].lower() == lemma.lower()
            if span in own:
                right["words"] += 1
                right["UPOS"] += own[span][0] == pos
                right["UAS"] += own[span][1] == head
                right["LAS"] += own[span][1:3] == (head, dep)
    both = (total["gold"] + total["own"]) / 2
    figures = {name: 100 * right[name] / both for name in ("words", "UPOS", "UAS", "LAS")}
    figures["lemma"] = 100 * right["lemma"] / total["content"]
    figures["sentences left whole"] = 100 * right["whole"] / len(sentences)
    return figures


Row = tuple[str, tuple[int, int] | None, str, str]


def gold_rows(sentence: TreeSentence) -> dict[tuple[int, int], Row]:
    """Give part of speech, span of the head (None for a root), label and lemma by the span of the word."""
    spans, at = [], 0
    for word in sentence.words:
        spans.append((at, at + len(word.form)))
        at += len(word.form) + word.space
    return {
        span: (word.pos, None if word.dep == "root" else spans[word.head], word.dep, word.lemma)
        for span, word in zip(spans, sentence.words, strict=True)
    }


def own_rows(parsed: tuple[Sentence, ...]) -> dict[tuple[int, int], Row]:
    """Give the same of our own reading."""
    rows: dict[tuple[int, int], Row] = {}
    for sentence in parsed:
        for token in sentence.tokens:
            head = sentence.tokens[token.head]
            span = None if head == token else (head.start, head.end)
            rows[token.start, token.end] = (token.pos, span, token.dep, token.lemma)
    return rows


def print_loading(model: str | None) -> Language:
    """Load the pipeline and print how long it took, its size and memory."""
    began = time.process_time()
    nlp = load_pipeline(model)
    loaded = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"spaCy {spacy.__version__}; pipeline loaded in {loaded:.2f} s, spaCy already imported")
    print(f"memory after loading, with the treebanks: {memory:.0f} MB")
    if nlp.path is not None:
        size = sum(path.stat().st_size for path in Path(nlp.path).rglob("*") if path.is_file())
        print(f"size on disk: {size / 1e6:.1f} MB")
    return nlp


def print_speed(nlp: Language, sentences: list[TreeSentence], model: str | None) -> None:
    """Print words a second of the bare pipeline and of the whole library, in CPU time, the best of three."""
    text = "\n\n".join("".join(word.form + " " * word.space for word in s.words) for s in sentences)
    words = sum(len(sentence.words) for sentence in sentences)
    bare, whole = [], []
    for _ in range(3):
        docs = list(shadow_docs(nlp, sentences))
        began = time.process_time()
        list(nlp.pipe(docs, batch_size=128))
        bare.append(time.process_time() - began)
        began = time.process_time()
        parse_all([(Document(id="a", text=text), ())], pipeline=model)
        whole.append(time.process_time() - began)
    print(f"words a CPU second: pipeline {words / min(bare):.0f}, whole parse {words / min(whole):.0f}")


if __name__ == "__main__":
    main()
