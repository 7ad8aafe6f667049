"""Score a pipeline on treebank sentences."""

from collections import Counter
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc
from treebanks import TreeSentence

from discrepancy.parse.straight import straighten

__all__ = ["measure", "shadow_docs"]


def shadow_docs(nlp: Language, sentences: list[TreeSentence]) -> Iterator[Doc]:
    """Yield the sentences as the parser is shown them: straight typography, one sentence a document."""
    for sentence in sentences:
        yield Doc(
            nlp.vocab,
            words=[straighten(word.form) for word in sentence.words],
            spaces=[word.space for word in sentence.words],
            sent_starts=[i == 0 for i in range(len(sentence.words))],
        )


def measure(nlp: Language, sentences: list[TreeSentence]) -> dict[str, float]:
    """Give UPOS, UAS and LAS in percent on gold tokens and sentences, punctuation counted."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    docs = shadow_docs(nlp, sentences)
    for sentence, doc in zip(sentences, nlp.pipe(docs, batch_size=128), strict=True):
        for word, token in zip(sentence.words, doc, strict=True):
            total["words"] += 1
            right["UPOS"] += word.pos == token.pos_
            if word.head == token.head.i:
                right["UAS"] += 1
                right["LAS"] += word.dep == token.dep_.replace("ROOT", "root")
    figures = {name: right[name] / total["words"] for name in ("UPOS", "UAS", "LAS")}
    return {name: round(100 * value, 2) for name, value in figures.items()}
