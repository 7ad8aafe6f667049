"""A pipeline of the user's own, with spaCy's English labels, is read as Universal Dependencies."""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from discrepancy.model.text import Document, Unit
from discrepancy.parse import parse

SENTENCE = "The envoy was met by Do in Tabira."
# Label, head and part of speech of every word of the sentence.
ANALYSIS = [
    ("det", 1, "DET"),
    ("nsubjpass", 3, "NOUN"),
    ("auxpass", 3, "AUX"),
    ("ROOT", 3, "VERB"),
    ("agent", 3, "ADP"),
    ("pobj", 4, "PROPN"),
    ("prep", 3, "ADP"),
    ("pobj", 6, "PROPN"),
    ("punct", 3, "PUNCT"),
]


class ToyParser:
    """Knows one sentence and, like a real parser, the labels that it can give."""

    labels = ("ROOT", "agent", "auxpass", "dobj", "pobj", "prep")

    def __call__(self, doc: Doc) -> Doc:
        for token, (dep, head, pos) in zip(doc, ANALYSIS, strict=True):
            token.head, token.dep_, token.pos_ = doc[head], dep, pos
        return doc


@Language.factory("toy_parser")
def make_toy_parser(nlp: Language, name: str) -> ToyParser:
    return ToyParser()


def test_labels_of_the_pipeline_are_converted(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("toy_parser")
    nlp.to_disk(tmp_path / "toy")
    unit = Unit(21, 23, "person")

    (sentence,) = parse(Document(id="a", text=SENTENCE), [unit], pipeline=str(tmp_path / "toy"))

    arcs = [f"{token.dep}({sentence.tokens[token.head].text}, {token.text})" for token in sentence.tokens]
    assert arcs == [
        "det(envoy, The)",
        "nsubj:pass(met, envoy)",
        "aux:pass(met, was)",
        "root(met, met)",
        "case(Do, by)",
        "obl:agent(met, Do)",
        "case(Tabira, in)",
        "obl(met, Tabira)",
        "punct(met, .)",
    ]
    assert sentence.tokens[5].lemma == "Do"
