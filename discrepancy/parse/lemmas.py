"""Lemmas by rule: irregular forms from a table, the rest from spelling, part of speech and features.

One way for every pipeline, so that another parser changes no lemma.  Lemmas are lower case but for names,
numbers and the pronoun *I*.
"""

from functools import cache

from discrepancy.parse.stems import load_lemma_words, restore_stem

__all__ = ["lemma_of"]

_AS_WRITTEN = frozenset({"PROPN", "PUNCT", "NUM", "SYM", "X"})
_TABLES = {
    "VERB": "verbs",
    "AUX": "verbs",
    "NOUN": "nouns",
    "ADJ": "adjectives",
    "ADV": "adverbs",
    "PART": "adverbs",
}


@cache
def _irregular(table: str) -> dict[str, str]:
    lemmas = load_lemma_words()[table]
    return {form: lemma for lemma, forms in lemmas.items() for form in forms.split()}


@cache
def _unchanged(name: str) -> frozenset[str]:
    return frozenset(load_lemma_words()["unchanged"][name].split())


@cache
def lemma_of(form: str, pos: str, features: str) -> str:
    """Return the lemma of a word; ``features`` are its UD features as ``Number=Plur``."""
    if pos in _AS_WRITTEN:
        return form
    lower = form.lower()
    if lower == "her" and "Poss=Yes" not in features:
        return "she"
    if pos in {"PRON", "DET"}:
        return _irregular("pronouns").get(lower, "I" if lower == "i" else lower)
    if pos in {"VERB", "AUX"}:
        return _verb(lower, features)
    if pos == "NOUN":
        return _noun(lower, features)
    if pos in _TABLES and lower in (table := _irregular(_TABLES[pos])):
        return table[lower]
    return _adjective(lower, features) if pos == "ADJ" else lower


def _verb(form: str, features: str) -> str:
    bare = any(mark in features for mark in ("VerbForm=Inf", "Mood=Imp", "Mood=Sub")) or (
        "Tense=Pres" in features and "Person=3" not in features
    )
    table = _irregular("verbs")
    # "They found a school": the bare form of another verb than "find".
    if (
        bare
        and "VerbForm=Part" not in features
        and "VerbForm=Ger" not in features
        and not _is_always_irregular(form)
    ):
        return form
    if form in table:
        return table[form]
    if form.endswith("ing") and len(form) > 4 and form not in _unchanged("verbs"):
        return restore_stem(form[:-3])
    if form.endswith("in'"):
        return restore_stem(form[:-3])
    if form.endswith("ied"):
        return f"{form[:-3]}y" if len(form) > 4 else form[:-1]
    if form in _unchanged("verbs"):
        return form
    if form.endswith("eed"):
        return form[:-1]
    if form.endswith("ed") and len(form) > 3:
        return restore_stem(form[:-2])
    if form.endswith("s") and "Person=3" in features:
        return _without_s(form)
    return form


def _is_always_irregular(form: str) -> bool:
    return form in {
        "am",
        "are",
        "is",
        "was",
        "were",
        "'m",
        "'re",
        "'ve",
        "'s",
        "'d",
        "'ll",
        "ca",
        "wo",
        "has",
        "had",
    }


def _without_s(form: str) -> str:
    """Take the -s of a verb or a regular plural away."""
    if form.endswith("ies"):
        return f"{form[:-3]}y" if len(form) > 4 else form[:-1]
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "tzes")) or form in {"goes", "does", "focuses"}:
        return form[:-2]
    if form.endswith("oes") and form not in {"shoes", "toes", "foes", "canoes", "oboes", "woes", "hoes"}:
        return form[:-2]
    if form.endswith(("ss", "us", "is")):
        return form
    return form[:-1] if form.endswith("s") else form


def _noun(form: str, features: str) -> str:
    if form in (short := _irregular("abbreviated")):
        return short[form]
    if "Number=Ptan" in features or form in _unchanged("nouns"):
        return form
    # A parser that misses a plural is more likely than a singular in -s of another shape than these.
    singular = not form.endswith("s") or form.endswith(("ss", "us", "is", "as", "os", "ics"))
    if "Number=Plur" not in features and features and singular:
        return form
    table = _irregular("nouns")
    if form in table:
        return table[form]
    if form.endswith("men") and len(form) > 4:
        return f"{form[:-3]}man"
    # "viruses", "campuses"; but "houses", "causes", "excuses", "abuses".
    kept = ("ouses", "auses", "cuses", "buses", "fuses", "muses")
    if form.endswith("uses") and not form.endswith(kept) and len(form) > 5:
        return form[:-2]
    return _without_s(form)


def _adjective(form: str, features: str) -> str:
    for degree, ending in (("Degree=Cmp", "er"), ("Degree=Sup", "est")):
        if degree in features and form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            return f"{stem[:-1]}y" if stem.endswith("i") else restore_stem(stem)
    return form
