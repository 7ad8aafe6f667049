"""Turn the labels of spaCy's own English pipelines (the ClearNLP scheme) into Universal Dependencies."""

from typing import TYPE_CHECKING

from discrepancy.parse.nodes import Node

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["is_clear_scheme", "to_universal"]


def is_clear_scheme(nlp: "Language") -> bool:
    """Whether the pipeline's parser has the labels of that scheme."""
    parsers = [nlp.get_pipe(name) for name in nlp.pipe_names if "parser" in name]
    return any({"pobj", "dobj"} & set(getattr(parser, "labels", ())) for parser in parsers)


def to_universal(nodes: list[Node]) -> None:
    """Change heads and labels in place."""
