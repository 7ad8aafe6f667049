"""What holds of any articles: nothing breaks, all words stand where they are said to, order does not matter."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.checker import check, extract_documents
from discrepancy.extract import extract
from discrepancy.graph import build_graph
from discrepancy.graph.comparability import likeness
from discrepancy.graph.rarity import Rarities
from discrepancy.mentions.gather import find_mentions, units_of
from discrepancy.model.claims import Extraction
from discrepancy.model.text import Document, Passage
from discrepancy.parse import parse_all
from discrepancy.read import document_from_text

NAMES = [
    "Ines Varga", "Tomas Rehn", "Varga", "Rehn", "Mayor Ada Kimani", "Foreign Minister Lidia Costa", "Mr Dahl",
    "José Galarza", "O'Hanrahan", "Łukasz Żabicki", "Nguyễn Thị Hoa", "the Varga-Rehn", "I. Varga", "Wang Rui",
    "Datavik", "the National Bank of Malmö", "Lyon", "São Tomé", "Düsseldorf", "Иванов", "محمد", "王瑞",
]  # fmt: skip
DEEDS = [
    "met", "did not meet", "will meet", "was arrested by", "said that", "sentenced", "resigned after", "killed",
    "was told by", "is said to have sued", "may visit", "held talks with", "lasted", "rose to", "denied", ":", "and",
    "who", "which", ", the head of", "because", "injured", "is", "of the", "according to", "who had been", "but",
]  # fmt: skip
FIGURES = [
    "31 people", "at least 12", "4.2 million euros", "$3bn", "five hours", "6:42", "three-quarters", "1,204.5",
    "12th", "aged 58", "(58)", "90%", "minus 4C", "two of the victims", "10 to 15", "1/2", "7-6 (7-3)", "0", "−3",
    "a dozen or so", "1e9", "99999999999999999999", "٣٤", "Ⅻ", "half", "no", "M 7.1",
]  # fmt: skip
DATES = [
    "on Monday", "last November", "8 May 2022", "31/02/2023", "yesterday", "at 9.15 p.m. GMT", "in 2019",
    "since 1998", "29 February 2023", "next week", "the day after tomorrow", "in the 1990s", "0:40", "44 BC",
    "from 3 to 9 March", "9999-12-31", "every Tuesday", "twelve years ago", "Thursday night",
]  # fmt: skip
MARKS = [
    ".", ". ", "!", "?", "...", "…", ",", ";", ":", "—", "“", "”", '"', "'", "’", "«", "»", "„", "(", ")", "[", "]",
    "\n", "\n\n", "\t", "\u00a0", "\u200b", "\u202e", "\ufeff", "\x07", "\x1b[31m", "\r\n", "\u2028", "\x85",
    "🚢", "👩🏽‍⚖️", "🇫🇷", "e\u0301", "ﬁ", "İ", "ß", "שלום", "\U0010ffff", "|", "/", "--", "* ", "Photo: ", "By ",
    "Read more: ", "REUTERS", "https://example.org/a?b=c", "<p>", "&amp;", "#1", "@varga", "\\", "%s", "{}",
]  # fmt: skip
POOLS = (NAMES, DEEDS, FIGURES, DATES, MARKS)
TEXTS_OF_AN_EXAMPLE = 100
STEADY = settings(derandomize=True, database=None, deadline=None)


def make_text(random: Random, pieces: int) -> str:
    """Fragments of news and of noise, more often in the order of a sentence than not."""
    words = []
    for n in range(pieces):
        pool = POOLS[n % len(POOLS)] if random.random() < 0.7 else random.choice(POOLS)
        words.append(random.choice(pool))
    return random.choice([" ", " ", " ", ""]).join(words)


def make_document(random: Random, number: int) -> Document:
    """An article of made text, published on a day of some years, or on none that is known."""
    published = date(2018, 1, 1) + timedelta(random.randrange(2500)) if random.random() < 0.8 else None
    # A text without a letter or a digit is no article.
    text = f"{make_text(random, random.randrange(1, 12))} 1"
    return document_from_text(text, id=f"d{number}", published=published)


def read(documents: Sequence[Document]) -> list[Extraction]:
    """Mentions, parse and extraction of some articles, in one stream."""
    mentions = [find_mentions(d) for d in documents]
    parsed = parse_all([(d, units_of(m)) for d, m in zip(documents, mentions, strict=True)])
    return [extract(d, m, s) for d, m, s in zip(documents, mentions, parsed, strict=True)]


def passages_of(extraction: Extraction) -> Iterator[Passage]:
    """All passages that an extraction shows."""
    for entity in extraction.entities:
        yield from (passage for _, passage in entity.forms)
    for event in extraction.events:
        yield event.passage
        yield from (passage for _, passage in (*event.times, *event.setting))
    for claim in extraction.claims:
        yield claim.passage


def misplaced(document: Document, passages: Iterator[Passage]) -> list[Passage]:
    """The passages that do not show the words of their document, or show none."""
    return [
        p
        for p in passages
        if p.document != document.id or not p.quote or document.text[p.start : p.end] != p.quote
    ]


@settings(STEADY, max_examples=20)
@given(st.integers(0, 2**32))
def test_made_texts_are_read_and_all_evidence_stands_in_them(seed: int) -> None:
    random = Random(seed)
    documents = [make_document(random, n) for n in range(TEXTS_OF_AN_EXAMPLE)]

    extractions = read(documents)

    wrong = [
        (d.text, p) for d, x in zip(documents, extractions, strict=True) for p in misplaced(d, passages_of(x))
    ]
    assert wrong == []


@settings(STEADY, max_examples=25)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=80))
def test_any_text_is_read(noise: str) -> None:
    text = f"Ines Varga {noise} met Tomas Rehn {noise}"
    document = document_from_text(text, id="d0")

    (extraction,) = read([document])

    assert misplaced(document, passages_of(extraction)) == []


def test_sentence_of_ten_thousand_words_is_read() -> None:
    text = "and on Monday Ines Varga told 31 dockers of the ferry that Tomas Rehn who " * 667
    document = document_from_text(text, id="d0")

    (extraction,) = read([document])

    assert extraction.claims
    assert misplaced(document, passages_of(extraction)) == []


def test_clauses_that_seem_to_hang_on_each_other_are_read() -> None:
    document = document_from_text("ferry that Tomas Rehn who Varga told 31 Rehn who and Varga told", id="d0")

    (extraction,) = read([document])

    assert misplaced(document, passages_of(extraction)) == []


def test_quotation_that_never_ends_is_read() -> None:
    text = "“" + "The ferry sank, said “Ines Varga, " * 300
    document = document_from_text(text, id="d0")

    (extraction,) = read([document])

    assert misplaced(document, passages_of(extraction)) == []


def test_keys_of_an_extraction_are_its_own() -> None:
    random = Random(7)

    for extraction in read([make_document(random, n) for n in range(TEXTS_OF_AN_EXAMPLE)]):
        events = {e.id for e in extraction.events}
        claims = [c.id for c in extraction.claims]
        assert {c.event for c in extraction.claims} <= events | {None}
        assert len(claims) == len(set(claims))


SUBJECTS = ["Ines Varga", "President Tomas Rehn", "Mayor Ada Kimani", "the ferry Aurelia", "the union"]
STATEMENTS = [
    "met Tomas Rehn on {day}", "met Tomas Rehn for {number} hours", "said {number} dockers had been hurt",
    "was arrested in Lyon on {day}", "earned {number} million euros", "will resign on {day}", "is {number}",
    "carried {number} passengers", "did not visit Lyon", "visited Lyon on {day}", "sued Lidia Costa",
    "was fined {number} euros",
    "told Lidia Costa: “We counted {number} ships on {day}, and that is all we know.”", "killed {number} people",
]  # fmt: skip
DAYS = ["Monday", "Tuesday", "Tuesday evening", "5 June 2024", "Wednesday", "the weekend"]


@st.composite
def news(draw: st.DrawFn) -> str:
    """Two to six plain sentences of news."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(SUBJECTS),
                st.sampled_from(STATEMENTS),
                st.sampled_from(DAYS),
                st.sampled_from([2, 5, 13, 31, 34, 212, 350, 1_204]),
            ),
            min_size=2,
            max_size=6,
        )
    )
    told = [f"{s} {statement.format(day=day, number=number)}." for s, statement, day, number in rows]
    return " ".join(t[0].upper() + t[1:] for t in told)


days_of_publication = st.none() | st.dates(date(2024, 5, 20), date(2024, 6, 20)) | st.just(date(2022, 6, 8))


@settings(STEADY, max_examples=15)
@given(news(), news(), days_of_publication, days_of_publication)
def test_two_made_articles_keep_the_promises_of_a_report(
    left: str, right: str, earlier: date | None, later: date | None
) -> None:
    documents = [
        document_from_text(left, id="a", published=earlier),
        document_from_text(right, id="b", published=later),
    ]

    report = check(documents)

    assert check(documents[::-1]).to_json() == report.to_json()
    for finding in report.discrepancies:
        evidence = [e for p in finding.positions for e in p.evidence]
        assert all(misplaced(d, iter([e for e in evidence if e.document == d.id])) == [] for d in documents)
        assert len(finding.positions) > 1
        assert 0 < finding.confidence <= 1
        assert finding.summary.endswith(".")


@settings(STEADY, max_examples=12)
@given(news(), days_of_publication)
def test_article_and_its_reprint_agree(text: str, published: date | None) -> None:
    documents = [document_from_text(text, id=id, published=published) for id in "ab"]

    alone = {d.kind for d in check(documents[:1]).discrepancies}
    across = {d.kind for d in check(documents).discrepancies if d.scope == "across"}

    assert across <= alone


@settings(STEADY, max_examples=12)
@given(news(), news(), days_of_publication, days_of_publication)
def test_likeness_of_two_claims_is_symmetric(
    left: str, right: str, earlier: date | None, later: date | None
) -> None:
    documents = [
        document_from_text(left, id="a", published=earlier),
        document_from_text(right, id="b", published=later),
    ]
    frames = list(build_graph(documents, extract_documents(documents)).frames.values())
    rarities = Rarities.of(frames)

    for one in frames:
        for other in frames:
            if one.claim.attribute == other.claim.attribute:
                forward, backward = likeness(one, other, rarities), likeness(other, one, rarities)
                assert forward.veto == backward.veto
                assert abs(forward.bits - backward.bits) < 1e-9
