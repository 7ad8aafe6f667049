"""Give a stem its ending back: *announc(ed)* is *announce*, *stopp(ed)* is *stop*, *visit(ed)* is *visit*.

English spelling tells most of it: one vowel before one consonant doubles the consonant in a short stem,
so a short stem with one consonant has lost an *e*.  What spelling cannot tell stands in ``lemmas.toml``.
"""

import re
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

__all__ = ["load_lemma_words", "restore_stem"]

_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
# "kill", "pull", "install" keep both; "controll", "travell" do not.
_LONG_L = re.compile(r"^[^aeiouy]*[aeiouy]+ll$|[aiu]ll$|(?:sp|w|t|s)ell$")
_SILENT = re.compile(
    r"""
      [uvc]$ | (?<![tz])z$                      # argue, receive, announce, realize
    | dg$ | [rl]g$ | [aeiou]g$                  # judge, charge, engage
    | [^aeiouyrlw]l$                            # settle, enable
    | [nlrpw]s$                                 # rinse, reverse, collapse, browse
    | [aeiou]s$                                 # cause, increase, advise
    | [^aeiou]at$ | [iu]at$                     # operate, create, evaluate
    | [^aeo]id$ | [^aeo]ad$ | [cpsm]ed$ | [^aeo]od$ | [^aeo]ud$   # provide, explode
    | [^aeiou]ir$ | quir$ | [^aeo]ar$ | [^aeou]ur$                   # acquire, prepare, ensure
    | [^aeou]il$ | [^aeou]ul$ | [^aeiou]al$     # compile, schedule, inhale
    | [^aeo]im$ | [^aeo]um$                     # assume
    | [^aeou]in$ | [^aeo]un$                    # combine
    | [^aeo]ak$ | [^aeo]ik$ | [^aeo]ok$ | [^aeo]uk$                  # undertake, evoke
    | [^aeo]ap$ | [^aeo]ib$ | [^aeo]ub$         # escape, describe
    | [^aeo]ut$ | [^aeo]op$                     # execute
    """,
    re.VERBOSE,
)
_PREFIXED = re.compile(r"(?:re|dis|un|mis|over|out|pre|fore|nick|under|up)(?=.{4})")
# "hope", "write", "fire": one vowel, one consonant, and no doubling in "hoping".
_SHORT = re.compile(r"^(?:[^aeiouy]*|[^aeiouy]*qu)[aeiouy][bdfgklmnprstz]$")


@cache
def load_lemma_words() -> dict[str, Any]:
    """Read the tables of irregular forms; the result is shared and must not be changed."""
    return loads(files("discrepancy.parse").joinpath("lemmas.toml").read_text(encoding="utf-8"))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load_lemma_words()["stems"][name].split())


def restore_stem(stem: str) -> str:
    """Return the lemma of a regular form without its -ed, -ing, -er or -est."""
    if len(stem) < 2 or stem in _listed("bare") or stem in _listed("doubled"):
        return stem
    if stem in _listed("silent"):
        return f"{stem}e"
    if _DOUBLED.search(stem):
        return stem if _LONG_L.search(stem) else stem[:-1]
    if prefixed := _PREFIXED.match(stem):
        # "revisited", "rearranged": a prefix changes nothing.
        tail = stem[prefixed.end() :]
        if tail in _listed("bare") or tail in _listed("silent"):
            return f"{stem}e" if tail in _listed("silent") else stem
    return f"{stem}e" if _SILENT.search(stem) or _SHORT.match(stem) else stem
