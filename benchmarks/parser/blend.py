"""Blend trained weights with those they started from.

What a model forgets in further training is often right elsewhere: the mean of both in weight space keeps the
new and loses less of the old (Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022).
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.pipeline import DependencyParser
from thinc.api import Model
from thinc.types import FloatsXd

__all__ = ["blend", "copy_parser"]

# Chosen on the development parts between 0.2 and 0.4, which differ by less than chance.
START_SHARE = 0.3


def blend(nlp: Language, start: Language, share: float = START_SHARE) -> None:
    """Move the encoder and the parser of ``nlp`` the given share of the way back to ``start``."""
    encoders = zip(
        _layers(nlp.get_pipe("tok2vec").model), _layers(start.get_pipe("tok2vec").model), strict=True
    )
    for (layer, name), (other, same) in encoders:
        layer.set_param(name, _mean(layer.get_param(name), other.get_param(same), share))
    copy_parser(start.get_pipe("parser"), nlp.get_pipe("parser"), share)


def copy_parser(start: DependencyParser, target: DependencyParser, share: float = 1.0) -> None:
    """Carry the layers of the start parser over; it knows fewer moves, so its last rows go by name."""
    place = {name: row for row, name in enumerate(target.move_names)}
    rows = [place[name] for name in start.move_names]
    for (old, name), (new, _) in zip(_layers(start.model), _layers(target.model), strict=True):
        values, theirs = new.get_param(name).copy(), old.get_param(name)
        if values.shape == theirs.shape:
            values = _mean(values, theirs, share)
        else:
            values[rows] = _mean(values[rows], theirs, share)
        new.set_param(name, values)


def _layers(model: Model) -> Iterator[tuple[Model, str]]:
    """Yield every layer with the name of each of its parameters; the listener has only the encoder's."""
    for layer in model.walk():
        if layer.name != "tok2vec-listener":
            yield from ((layer, name) for name in layer.param_names if layer.has_param(name))


def _mean(ours: FloatsXd, theirs: FloatsXd, share: float) -> FloatsXd:
    return (1 - share) * ours + share * theirs
