"""An invented story, four articles about a ferry that ran aground, and a report on it."""

from datetime import date, datetime

from discrepancy.model.findings import (
    Compared,
    Discrepancy,
    Kind,
    NotCompared,
    OccurrenceSummary,
    Position,
    Severity,
)
from discrepancy.model.report import Report
from discrepancy.model.text import Block, Document, LeftOut, Passage
from discrepancy.values.times import Interval

NORTHLINE = """Ferry aground off Skarholm

SKARHOLM (Northline) - The night ferry Marit Lund ran aground on a sandbank off Skarholm early on \
Monday. The ferry had 46 passengers and a crew of nine aboard, the coastguard said. Nobody was hurt.

Captain Ida Brekke turned down the offer of a tow and waited for the tide. "We had no warning of the \
bank," she said. The ferry was stuck for five hours and ten minutes.
"""
TIDINGS = """Night ferry runs aground

By our reporter

The night ferry Marit Lund ran aground on a sandbank off Skarholm early on Monday. The ferry had 46 \
passengers and a crew of nine aboard, the coastguard said. Nobody was hurt.

Captain Ida Brekke turned down the offer of a tow and waited for the tide.
"""
HERALD = """Ferry drama: captain took the tow

When the Marit Lund struck a bank off Skarholm at about 4 a.m. on Monday, 64 passengers were asleep \
in their cabins. Two were bruised, police said.

Captain Ida Break accepted a tow from the tug Bolder, and within five hours the ferry was free. "We \
had a warning of the bank," she said. It was the second grounding of a ferry in the strait; on 2 \
February 2017 the same bank had stopped the Runa. In all, 64 people had to be looked after on the \
quay.
"""
BLOG = """Aground again

Four travellers were hurt when the Marit Lund hit the bank. 🚢 The café on board was closed.
"""


def passage(document: Document, words: str) -> Passage:
    """The first place in a document where these words stand."""
    start = document.text.index(words)
    return Passage(document.id, start, start + len(words), words)


def documents() -> tuple[Document, ...]:
    return (
        Document(id="blog", text=BLOG, title="Aground again", path="ferry/blog.txt"),
        Document(
            id="herald",
            text=HERALD,
            outlet="Coast Herald",
            title="Ferry drama: captain took the tow",
            published=date(2019, 5, 14),
            published_from="manifest",
            path="ferry/herald.txt",
        ),
        Document(
            id="northline",
            text=NORTHLINE,
            outlet="Northline",
            title="Ferry aground off Skarholm",
            published=date(2019, 5, 13),
            published_from="text",
            path="ferry/northline.txt",
            blocks=(Block(start=0, end=26, kind="title"), Block(start=28, end=len(NORTHLINE))),
        ),
        Document(
            id="tidings",
            text=TIDINGS,
            outlet="Skarholm Tidings",
            title="Night ferry runs aground",
            published=date(2019, 5, 13),
            published_from="inferred",
            path="ferry/tidings.txt",
        ),
    )


def ferry_report() -> Report:
    """A report with all severities, a copy, an odd one out and an input that was left out."""
    blog, herald, northline, tidings = documents()
    return Report(
        documents=(blog, herald, northline, tidings),
        occurrences=_occurrences(),
        main_occurrences=(("herald", "o1"),),
        discrepancies=(
            _garbled_name(herald, northline, tidings),
            _count(herald, northline, tidings),
            _tow(herald, northline, tidings),
            _quote(herald, northline),
            _hurt(blog, herald, northline, tidings),
        ),
        compared=Compared(questions=23, agreed=14, conflicting=5),
        not_compared=(NotCompared("different occurrence", 3), NotCompared("one source only", 11)),
        left_out=(LeftOut(path="ferry/photo.txt", reason="is not text (byte 0 at position 4)"),),
    )


def _occurrences() -> tuple[OccurrenceSummary, ...]:
    return (
        OccurrenceSummary(
            id="o1",
            label="grounding of the Marit Lund",
            kind="accident",
            participants=("Marit Lund",),
            time=Interval(datetime(2019, 5, 13), datetime(2019, 5, 14)),
            place="off Skarholm",
            documents=("blog", "herald", "northline", "tidings"),
        ),
        OccurrenceSummary(
            id="o2",
            label="grounding of the Runa",
            kind="accident",
            participants=("Runa",),
            time=Interval(datetime(2017, 2, 2), datetime(2017, 2, 3)),
            documents=("herald",),
        ),
    )


def _garbled_name(herald: Document, northline: Document, tidings: Document) -> Discrepancy:
    return Discrepancy(
        kind=Kind.NAME_GARBLED,
        severity=Severity.MAJOR,
        scope="across",
        confidence=0.86,
        subject="captain of the Marit Lund",
        occurrence="o1",
        summary="The captain is Ida Brekke in Northline and Skarholm Tidings, Ida Break in Coast Herald.",
        explanation="Both names stand for the captain of one ferry on one night, and they sound alike; two "
        "articles write Brekke, and nothing else in Coast Herald tells of an Ida Break.",
        positions=(
            Position(
                value="Ida Brekke",
                normalized={"type": "name", "name": "Ida Brekke"},
                evidence=(passage(northline, "Captain Ida Brekke"), passage(tidings, "Captain Ida Brekke")),
            ),
            Position(
                value="Ida Break",
                normalized={"type": "name", "name": "Ida Break"},
                evidence=(passage(herald, "Captain Ida Break"),),
                odd_one_out=True,
            ),
        ),
    )


def _count(herald: Document, northline: Document, tidings: Document) -> Discrepancy:
    words = "46 passengers"
    return Discrepancy(
        kind=Kind.NUMBER,
        severity=Severity.MAJOR,
        scope="across",
        confidence=0.9,
        subject="passengers of the Marit Lund",
        occurrence="o1",
        summary="Northline and Skarholm Tidings have 46 passengers aboard the Marit Lund, Coast Herald 64.",
        explanation="Both counts are exact and speak of the same crossing; 46 and 64 cannot both hold.",
        positions=(
            Position(
                value=words,
                normalized={
                    "type": "quantity",
                    "low": 46,
                    "high": 46,
                    "unit": "count",
                    "counted": "passenger",
                },
                evidence=(passage(northline, words), passage(tidings, words)),
            ),
            Position(
                value="64 passengers",
                normalized={
                    "type": "quantity",
                    "low": 64,
                    "high": 64,
                    "unit": "count",
                    "counted": "passenger",
                },
                evidence=(
                    passage(herald, "64 passengers"),
                    passage(herald, "64 people had to be looked after"),
                ),
            ),
        ),
    )


def _tow(herald: Document, northline: Document, tidings: Document) -> Discrepancy:
    return Discrepancy(
        kind=Kind.POLARITY,
        severity=Severity.MAJOR,
        scope="across",
        confidence=0.72,
        subject="the captain's answer to the offer of a tow",
        occurrence="o1",
        summary="The captain took the tow in Coast Herald, not in Northline and Skarholm Tidings.",
        explanation="To accept and to turn down are opposites; all three speak of the captain and of the tow "
        "after the grounding.",
        positions=(
            Position(
                value="accepted",
                normalized={"type": "polarity", "value": True},
                evidence=(
                    passage(herald, "accepted a tow from the tug Bolder"),
                    passage(herald, "captain took the tow"),
                    passage(herald, "within five hours the ferry was free"),
                ),
            ),
            Position(
                value="turned down",
                normalized={"type": "polarity", "value": False},
                evidence=(
                    passage(northline, "turned down the offer of a tow"),
                    passage(tidings, "turned down the offer of a tow"),
                ),
            ),
        ),
    )


def _quote(herald: Document, northline: Document) -> Discrepancy:
    return Discrepancy(
        kind=Kind.QUOTE_WORDING,
        severity=Severity.MINOR,
        scope="across",
        confidence=0.6,
        subject="what the captain said about a warning",
        summary='The captain said "no warning" in Northline, "a warning" in Coast Herald.',
        explanation="One utterance of one speaker; the words that are quoted differ by a negation.",
        positions=(
            Position(
                value="We had no warning of the bank,",
                normalized={"type": "quote", "words": "We had no warning of the bank,"},
                evidence=(passage(northline, "We had no warning of the bank,"),),
            ),
            Position(
                value="We had a warning of the bank,",
                normalized={"type": "quote", "words": "We had a warning of the bank,"},
                evidence=(passage(herald, "We had a warning of the bank,"),),
            ),
        ),
    )


def _hurt(blog: Document, herald: Document, northline: Document, tidings: Document) -> Discrepancy:
    return Discrepancy(
        kind=Kind.UPDATE,
        severity=Severity.INFO,
        scope="across",
        confidence=0.4,
        subject="people hurt in the grounding of the Marit Lund",
        occurrence="o1",
        summary="The number of people hurt moves from none (13 May 2019) to two (14 May 2019).",
        explanation="A running figure that later articles move; blog has four and no date, so it cannot "
        "be put in order.",
        positions=(
            Position(
                value="none",
                normalized={"type": "quantity", "low": 0, "high": 0, "unit": "count"},
                evidence=(passage(northline, "Nobody was hurt"), passage(tidings, "Nobody was hurt")),
                independent_sources=1,
            ),
            Position(
                value="two",
                normalized={"type": "quantity", "low": 2, "high": 2, "unit": "count"},
                evidence=(passage(herald, "Two were bruised"),),
            ),
            Position(
                value="four",
                normalized={"type": "quantity", "low": 4, "high": 4, "unit": "count"},
                evidence=(passage(blog, "Four travellers were hurt"),),
            ),
        ),
    )
