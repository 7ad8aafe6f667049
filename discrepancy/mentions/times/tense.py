"""Tells whether the words before a time speak of what is to come."""

import re
from typing import Literal

from discrepancy.mentions.times.lexer import Token
from discrepancy.mentions.times.vocabulary import CODES, listed

__all__ = ["Tense", "tell_tense"]

Tense = Literal["coming", "past", "open"]

# How far to the left a cue may stand, in characters (a clause of a news sentence).
_REACH = 60
# How many words away a verb of the past shows that a month is over.
_VERB_REACH = 4


def _codes(*names: str) -> str:
    return "".join(CODES[name] for name in names)


# "will", "is to", "are to", "due", "scheduled": anywhere in the clause before; "by", "until" right before.
_CUE = re.compile(f"[{_codes('WILL', 'DUE')}]|{CODES['BEING']}{CODES['TO']}")
_EARLY_AS = re.compile(f"{CODES['AS']}.{CODES['AS']}$")  # "as early as"
# "had been due" was put off or is over.
_OVER = re.compile(f"{CODES['HAD']}{CODES['BE']}?$")
_LIMIT = re.compile(f"[{_codes('UNTIL', 'BY')}]$")
_PAST = (CODES["DID"], CODES["HAD"])
_BE = (CODES["BE"], CODES["BEING"], CODES["WILL"])
# What stands between a verb and its time, and the most words of "comes into force".
_LINKS = tuple(CODES[name] for name in ("ON", "IN", "AT", "FROM", "THE", "EARLY"))
_PHRASE = 4
# "Prices are in January terms", "she is in June's list": what follows is named by the month.
_ATTACHED = tuple(CODES[name] for name in ("WORD", "POSS", "NAME", "HY", "NOUNISH"))
_CLAUSE_END = re.compile(f"[{_codes('ENDS', 'DOT', 'COMMA')}]")
_SENTENCE_END = re.compile(f"[{_codes('ENDS', 'DOT')}]")


def tell_tense(codes: str, tokens: list[Token], i: int) -> Tense:
    """Return whether token ``i`` is yet to come or over by the words around it in its sentence."""
    if _is_coming(codes, tokens, i) or _is_appointed(codes, tokens, i):
        return "coming"
    return "past" if _is_told(codes, tokens, i) else "open"


def _is_appointed(codes: str, tokens: list[Token], i: int) -> bool:
    """Whether the present tense right before a time makes an appointment: "opens in June", "is on the 3rd of May"."""
    last = i
    while last > 0 and codes[last - 1] in _LINKS:
        last -= 1
    if last < i and codes[last - 1 : last] == CODES["BEING"] and codes[i + 1 : i + 2] not in _ATTACHED:
        return True
    words = [str(token.value).lower() for token in tokens[max(0, last - _PHRASE) : last]]
    return any(" ".join(words[k:]) in listed("appointing") for k in range(len(words)))


def _is_told(codes: str, tokens: list[Token], i: int) -> bool:
    """Whether a verb of the past stands in the few words after ("In July it went on")."""
    last = min(len(codes), i + 1 + _VERB_REACH)
    end = _CLAUSE_END.search(codes, i + 1, last)
    last = end.start() if end else last
    return _is_taken_back(codes, tokens, i + 1, last)


def _is_coming(codes: str, tokens: list[Token], i: int) -> bool:
    first = i
    while first > 0 and tokens[i].start - tokens[first - 1].start <= _REACH:
        first -= 1
    before = codes[first:i]
    ends = list(_SENTENCE_END.finditer(before))
    offset = ends[-1].end() if ends else 0
    before = before[offset:]
    if (_LIMIT.search(before) and CODES["HAD"] not in before) or _EARLY_AS.search(before):
        return True
    start = first + offset
    cues = [
        cue
        for cue in _CUE.finditer(before)
        if not _is_cause(codes, tokens, start + cue.start()) and not _OVER.search(before, 0, cue.start())
    ]
    if not cues or _turns_out_past(codes, i):
        return False
    return not _is_taken_back(codes, tokens, start + cues[-1].end(), i)


def _is_cause(codes: str, tokens: list[Token], i: int) -> bool:
    """Whether "due to" gives a cause ("postponed due to the storm") and not a plan ("is due to arrive")."""
    if str(tokens[i].value).lower() != "due" or codes[i + 1 : i + 2] != CODES["TO"]:
        return False
    return i == 0 or codes[i - 1] not in (*_BE, *_PAST)


def _turns_out_past(codes: str, i: int) -> bool:
    """Whether "was" or "were" follows at once ("plans to travel in March were delayed")."""
    return any(code in _PAST for code in codes[i + 1 : i + 3])


def _is_taken_back(codes: str, tokens: list[Token], first: int, last: int) -> bool:
    """Whether a verb of the past stands between a cue and the time ("will rejoin, he said Monday")."""
    for i in range(first, last):
        if codes[i] in _PAST and codes[i - 1 : i] not in (CODES["BE"], CODES["BEING"]):
            return True  # but "will be held"
        word = tokens[i].value
        if (
            codes[i] == CODES["WORD"]
            and isinstance(word, str)
            and word.endswith("ed")
            and codes[i - 1] not in _BE
        ):
            return True
    return False
