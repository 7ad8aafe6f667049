"""Lemmas in the case that the rest of the library expects."""

__all__ = ["finish_lemma"]

_CASED = frozenset({"PROPN", "X", "SYM", "PUNCT", "NUM"})


def finish_lemma(form: str, lemma: str, pos: str) -> str:
    """Lower the lemma of everything but names, numbers and the pronoun *I*; a name's lemma is the name."""
    if pos in {"PROPN", "PUNCT"} or not lemma:
        return form
    if pos in _CASED or lemma == "I":
        return lemma
    return lemma.lower()
