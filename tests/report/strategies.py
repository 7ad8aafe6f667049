"""Arbitrary reports, for rules that hold of all of them."""

from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from discrepancy.model.findings import (
    Acceptance,
    Compared,
    Discrepancy,
    IdleAcceptance,
    Kind,
    NotCompared,
    OccurrenceSummary,
    Position,
    Severity,
)
from discrepancy.model.questions import Answer, QuestionSummary
from discrepancy.model.report import Report
from discrepancy.model.text import Document, LeftOut, Passage
from discrepancy.values.comparison import Relation
from discrepancy.values.times import Interval

# With what makes trouble on a terminal: breaks, escapes, wide and joined signs, other directions, half pairs.
CHARACTERS = st.sampled_from(
    [*"abc XYZ 019.,;:!?“”\"'-–()", *"\n\n\t\r\x1b\x07\x9b\xa0\u2028\u202e\u0301éß漢字🚢🏳️\ud800"]
)
WORDS = st.text(CHARACTERS, min_size=1, max_size=40).filter(str.strip)
TEXTS = st.text(CHARACTERS, max_size=300)
TYPES = st.sampled_from(["time", "quantity", "name", "quote", "place", "role", "polarity", "occurrence"])
DAYS = st.dates(min_value=date(1000, 1, 1))
ACCEPTANCES = st.builds(Acceptance, reason=WORDS, until=st.none() | DAYS)
IDLE = st.builds(IdleAcceptance, id=st.just("0123456789ab"), acceptance=ACCEPTANCES, is_found=st.booleans())
DATETIMES = st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9000, 1, 1))


@st.composite
def passages(draw: st.DrawFn, documents: tuple[Document, ...]) -> Passage:
    document = draw(st.sampled_from(documents))
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    return Passage(document.id, start, end, document.text[start:end])


@st.composite
def positions(draw: st.DrawFn, documents: tuple[Document, ...]) -> Position:
    normalized: dict[str, Any] = {"type": draw(TYPES), "low": draw(st.none() | st.integers())}
    return Position(
        value=draw(WORDS),
        normalized=normalized,
        evidence=tuple(draw(st.lists(passages(documents), min_size=1, max_size=4, unique=True))),
        independent_sources=draw(st.integers(1, 3)),
        odd_one_out=draw(st.booleans()),
    )


@st.composite
def findings(draw: st.DrawFn, documents: tuple[Document, ...]) -> Discrepancy:
    return Discrepancy(
        kind=draw(st.sampled_from(Kind)),
        severity=draw(st.sampled_from(Severity)),
        scope=draw(st.sampled_from(["across", "within"])),
        confidence=draw(st.floats(0, 1)),
        subject=draw(WORDS),
        summary=draw(WORDS),
        explanation=draw(WORDS),
        positions=tuple(draw(st.lists(positions(documents), min_size=2, max_size=3))),
        occurrence=draw(st.none() | WORDS),
        accepted=draw(st.none() | ACCEPTANCES),
    )


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = sorted([draw(DATETIMES), draw(DATETIMES)])
    return Interval(draw(st.sampled_from([start, None])), draw(st.sampled_from([end, None])))


@st.composite
def occurrences(draw: st.DrawFn, documents: tuple[Document, ...]) -> OccurrenceSummary:
    return OccurrenceSummary(
        id=draw(WORDS),
        label=draw(WORDS),
        kind=draw(WORDS),
        participants=tuple(draw(st.lists(WORDS, max_size=2))),
        time=draw(st.none() | intervals()),
        place=draw(st.none() | WORDS),
        documents=tuple(draw(st.lists(st.sampled_from([d.id for d in documents]), unique=True))),
    )


@st.composite
def questions(draw: st.DrawFn, documents: tuple[Document, ...]) -> QuestionSummary:
    answers = st.builds(Answer, value=WORDS, passage=passages(documents))
    return QuestionSummary(
        id=draw(WORDS),
        subject=draw(WORDS),
        attribute=draw(st.sampled_from(["time", "duration", "polarity"])),
        relation=draw(st.sampled_from(Relation)),
        answers=tuple(draw(st.lists(answers, min_size=2, max_size=3))),
        occurrence=draw(st.none() | WORDS),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    documents = tuple(
        Document(
            id=f"d{number}",
            text=draw(WORDS) + draw(TEXTS),
            outlet=draw(st.sampled_from(["", "Herald", "Tidings\x1b[2J"])),
            title=draw(TEXTS),
            published=draw(st.none() | DAYS),
            published_from=draw(st.sampled_from(["manifest", "text", "inferred", "unknown"])),
            path=draw(st.none() | WORDS),
            is_extracted=draw(st.booleans()),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    return Report(
        documents=documents,
        idle_acceptances=tuple(draw(st.lists(IDLE, max_size=2))),
        drafts=draw(st.sampled_from([(), ("d0",)])),
        outside_drafts=draw(st.integers(0, 2)),
        occurrences=tuple(draw(st.lists(occurrences(documents), max_size=2))),
        discrepancies=tuple(draw(st.lists(findings(documents), max_size=3))),
        compared=Compared(questions=draw(st.integers(0, 9)), agreed=draw(st.integers(0, 9))),
        questions=tuple(draw(st.lists(questions(documents), max_size=2))),
        not_compared=tuple(NotCompared(words, 2) for words in draw(st.lists(WORDS, max_size=2))),
        left_out=tuple(LeftOut(path=words, reason=words) for words in draw(st.lists(WORDS, max_size=2))),
    )
