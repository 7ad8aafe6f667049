"""Train the shipped parser on from the start model of the treebanks directory.

    python benchmarks/parser/train.py --treebanks PATH --out DIR [--epochs 8] [--seed 7]

One process; the same seed, machine and versions give the same weights.  About 1,200 CPU seconds.
"""

import argparse
import random
import sys
import tarfile
import tempfile
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, NumpyOps, fix_random_seed, set_current_ops

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from augment import Augmenter
from blend import blend, copy_parser
from measure import measure
from treebanks import DEV, TRAIN, MissingTreebanksError, TreeSentence, read_treebank

_TOP_RATE, _LAST_RATE = 0.001, 0.00003
_WORDS_PER_BATCH = 1200


def main() -> None:
    """Read the arguments, train, and write the best model by the development parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    # numpy's own matrix product is four times as fast as thinc's default on the machines tried.
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(arguments.seed)
    train = [sentence for name in TRAIN for sentence in read_treebank(arguments.treebanks, name)]
    dev = [sentence for name in DEV for sentence in read_treebank(arguments.treebanks, name)]
    start = load_start(arguments.treebanks)
    nlp = build_pipeline(start, train)
    fit(nlp, train, dev, arguments.out, epochs=arguments.epochs, seed=arguments.seed)
    finish(arguments.out, start, dev)


def finish(out: Path, start: Language, dev: list[TreeSentence]) -> None:
    """Blend the best epoch with the start model and write it in its place."""
    nlp = spacy.load(out)
    blend(nlp, start)
    print("blended", measure(nlp, dev))
    nlp.to_disk(out)


def load_start(treebanks: Path) -> Language:
    """Load the start model from its archive."""
    archive = treebanks / "start-model.tar.xz"
    if not archive.is_file():
        raise MissingTreebanksError(
            f"{archive} is not there. Give the directory of the treebanks with --treebanks."
        )
    with tempfile.TemporaryDirectory() as directory:
        with tarfile.open(archive) as packed:
            packed.extractall(directory, filter="data")
        return spacy.load(next(Path(directory).rglob("config.cfg")).parent)


def build_pipeline(start: Language, train: list[TreeSentence]) -> Language:
    """Make the pipeline of config.cfg and give it the weights of the start model."""
    config = spacy.util.load_config(Path(__file__).parent / "config.cfg")
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    # The start model's morphologiser knows no features: ours begins anew.
    nlp.initialize(lambda: (as_example(nlp, sentence) for sentence in train))
    nlp.get_pipe("tok2vec").from_bytes(start.get_pipe("tok2vec").to_bytes())
    copy_parser(start.get_pipe("parser"), nlp.get_pipe("parser"))
    return nlp


def as_example(nlp: Language, sentence: TreeSentence) -> Example:
    """Turn a sentence into what spaCy learns from: bare words and the same words with their analysis."""
    words = sentence.words
    forms, spaces = [word.form for word in words], [word.space for word in words]
    gold = Doc(
        nlp.vocab,
        words=forms,
        spaces=spaces,
        pos=[word.pos for word in words],
        morphs=[word.features for word in words],
        heads=[word.head for word in words],
        deps=["ROOT" if word.dep == "root" else word.dep for word in words],
    )
    return Example(Doc(nlp.vocab, words=forms, spaces=spaces), gold)


def fit(
    nlp: Language, train: list[TreeSentence], dev: list[TreeSentence], out: Path, *, epochs: int, seed: int
) -> None:
    """Train with a falling rate and keep the epoch with the best sum of LAS and UPOS on ``dev``."""
    chance, augmenter = random.Random(seed), Augmenter()
    optimizer = Adam(_TOP_RATE, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    dropout, best, began = 0.15, 0.0, time.process_time()
    for epoch in range(epochs):
        batches = list(_batches(train, chance))
        for number, batch in enumerate(batches):
            done = (epoch + number / len(batches)) / epochs
            optimizer.learn_rate = _TOP_RATE + (_LAST_RATE - _TOP_RATE) * done
            examples = [as_example(nlp, augmenter.vary(sentence, chance)) for sentence in batch]
            nlp.update(examples, drop=dropout, sgd=optimizer)
        with nlp.use_params(optimizer.averages):
            figures = measure(nlp, dev)
            print(epoch, figures, f"{time.process_time() - began:.0f} s", flush=True)
            if (score := figures["LAS"] + figures["UPOS"]) > best:
                best = score
                nlp.to_disk(out)


def _batches(train: list[TreeSentence], chance: random.Random) -> list[list[TreeSentence]]:
    shuffled = chance.sample(train, len(train))
    batches: list[list[TreeSentence]] = [[]]
    size = 0
    for sentence in shuffled:
        if size > _WORDS_PER_BATCH:
            batches.append([])
            size = 0
        batches[-1].append(sentence)
        size += len(sentence.words)
    return batches


if __name__ == "__main__":
    main()
