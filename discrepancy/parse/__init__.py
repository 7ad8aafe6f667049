"""Syntax: sentences, words, lemmas and dependencies; spaCy is loaded at the first parse, not at import."""

from discrepancy.parse.pipeline import parse, parse_all

__all__ = ["parse", "parse_all"]
