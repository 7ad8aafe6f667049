"""Saved web pages of several layouts, made like real ones, with trafilatura and without it."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from discrepancy.checker import check
from discrepancy.errors import InputError
from discrepancy.model.text import Document
from discrepancy.read import document_from_path, read_documents

PAGES = Path(__file__).parent / "pages"

# Layout: headline, outlet, day, where the day is from, address.
FACTS: dict[str, tuple[str, str, date, str, str | None]] = {
    "amp.html": (
        "Brendam: canal company knew of rotten gate",
        "Orle Observer",
        date(2022, 10, 23),
        "manifest",
        None,
    ),
    "blog.xhtml": ("The night the gate went", "Towpath Diary", date(2022, 10, 20), "manifest", None),
    "broadcaster.html": (
        "Lock gate at Brendam fails, barge swept on to weir",
        "Channel Two News",
        date(2022, 10, 19),
        "manifest",
        "https://news.channeltwo.example/local/brendam-lock",
    ),
    "regional.htm": (
        "Barge crew “lucky to be alive” after lock gate fails",
        "Lowland Courier",
        date(2022, 10, 21),
        "text",
        None,
    ),
    "tabloid.html": (
        "BARGE OF HORROR: Lock gate bursts and sweeps family of four over weir",
        "The Daily Gong",
        date(2022, 10, 19),
        "manifest",
        None,
    ),
    "wire.html": (
        "UPDATE 2-Barge swept on to weir as canal lock fails",
        "Trackpress",
        date(2022, 10, 18),
        "manifest",
        "https://wire.trackpress.example/id/2022-10-19/brendam",
    ),
}
# The whole of each article, block by block, as far as it makes claims or is a caption.
TEXTS = {
    "amp.html": [
        ("caption", "Caption: The lower gate at Brendam in a photograph of March 2022"),
        ("body", "The Orle Canal Company knew in March that the lower gate at Brendam was rotten, papers seen by "
         "this newspaper show."),
        ("body", "An engineer measured cracks of up to 14 centimetres, seven months before the gate failed on 18 "
         "October."),
        ("body", "“The gate will not see another winter,” the engineer, Lena Roth, wrote on 9 March."),
    ],
    "blog.xhtml": [
        ("body", "I was on the towpath at Brendam on Tuesday when the lower gate failed, and I counted five people "
         "on the barge."),
        ("body", "“Nobody had looked at that gate since last winter,” the lock keeper’s wife told me."),
        ("body", "The café by the lock was flooded to the height of a chair within ten minutes."),
        ("body", "Nobody was drowned."),
        ("body", "The barge still lies there. On Saturday they mean to lift it off with a crane from Port Elm."),
    ],
    "broadcaster.html": [
        ("body", "Two crew members were taken to hospital after a gate gave way on the Orle canal."),
        ("caption", "Caption: The barge Goodwife Anne lies across the weir at Brendam on Tuesday evening"),
        ("body", "A lock gate on the Orle canal gave way on Tuesday evening, sweeping a barge with four people "
         "aboard on to the weir below."),
        ("body", "The barge, the Goodwife Anne, was carrying 60 tonnes of gravel when the lower gate failed at "
         "18:20, the canal company said."),
        ("body", "“We heard a crack and then the water went,” said the lock keeper, Tom Averill."),
        ("body", "Inspected in spring"),
        ("body", "The gate had been inspected in April and was due to be replaced in 2024, according to the "
         "company’s own schedule."),
    ],
    "regional.htm": [
        ("body", "The crew of a barge that was swept on to the weir at Brendam were “lucky to be alive”, the fire "
         "chief said yesterday."),
        ("body", "Four people were aboard the Goodwife Anne when the gate failed on Tuesday. The mayor, Zoë Carrick, "
         "asked for an inquiry – “and not in ten years’ time”."),
        ("body", "The barge was laden with 60 tonnes of gravel for the new quay at Port Elm, which is to cost 2.4 "
         "million crowns."),
        ("body", "The canal stays closed until the end of the month, the company’s engineer, André Vos, told this "
         "paper."),
    ],
    "tabloid.html": [
        ("body", "TERRIFIED boaters told how a lock gate burst and swept them over a weir in the dark."),
        ("caption", "Caption: Wreck: the Goodwife Anne on the weir"),
        ("body", "The Goodwife Anne was carrying 80 tonnes of gravel when the gate failed at Brendam on Tuesday at "
         "about 6.20pm."),
        ("body", 'Lock keeper Tom Averill said: "There was a crack like a gun."'),
        ("body", "All five aboard were plucked to safety, and two were taken to hospital with broken bones."),
    ],
    "wire.html": [
        ("body", "A lock gate failed on the Orle canal on Tuesday, sweeping a barge with four people aboard on to a "
         "weir, the canal company said."),
        ("body", "The vessel was carrying 60 tonnes of gravel. Two crew members were hurt, a spokesman for the "
         "ambulance service said."),
        ("body", "The Orle Canal Company, which runs 140 km of waterways, said that the gate had been inspected in "
         "April."),
    ],
}  # fmt: skip


@pytest.fixture(params=["plain", "trafilatura"], autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test is run without trafilatura and with it."""
    if request.param == "plain":
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    else:
        pytest.importorskip("trafilatura")
    return str(request.param)


def told(document: Document) -> list[tuple[str, str]]:
    return [
        (b.kind, document.text[b.start : b.end]) for b in document.blocks if b.kind in ("body", "caption")
    ]


def write(directory: Path, markup: str | bytes, name: str = "page.html") -> Path:
    file = directory / name
    file.write_bytes(markup if isinstance(markup, bytes) else markup.encode("utf-8"))
    return file


def page(body: str, head: str = "") -> str:
    story = "<p>The barge was carrying 60 tonnes of gravel when the lower gate failed on Tuesday evening.</p>"
    return f"<!doctype html><html><head>{head}</head><body><article>{story * 3}{body}</article></body></html>"


@pytest.mark.parametrize("name", FACTS)
def test_headline_outlet_day_and_address(name: str) -> None:
    document = document_from_path(PAGES / name)

    assert (
        document.title,
        document.outlet,
        document.published,
        document.published_from,
        document.url,
    ) == FACTS[name]
    assert document.is_extracted
    assert document.text.startswith(document.title)


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_the_article_and_nothing_else(name: str) -> None:
    assert told(document_from_path(PAGES / name)) == TEXTS[name]


def test_directory_of_pages_is_a_story_and_the_report_carries_their_texts() -> None:
    report = check(read_documents([PAGES]))
    data = report.to_data()
    texts = {document["id"]: document["text"] for document in data["documents"]}

    assert len(texts) == len(FACTS)
    assert report.discrepancies
    for finding in data["discrepancies"]:
        for side in finding["positions"]:
            for words in side["evidence"]:
                assert texts[words["document"]][words["start"] : words["end"]] == words["quote"]


def test_no_clock_is_asked(monkeypatch: pytest.MonkeyPatch, reader: str) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Clock":
            raise AssertionError("the report would depend on the day")

    if reader == "trafilatura":
        import htmldate.validators
        import trafilatura.settings

        monkeypatch.setattr(trafilatura.settings, "datetime", Clock)
        monkeypatch.setattr(htmldate.validators, "datetime", Clock)

    assert len(read_documents([PAGES])) == len(FACTS)


def test_manifest_goes_before_the_page(tmp_path: Path) -> None:
    write(tmp_path, (PAGES / "wire.html").read_bytes(), "wire.html")
    (tmp_path / "sources.toml").write_text(
        '[[source]]\npath = "wire.html"\noutlet = "Track Press"\npublished = 2022-10-17\n', encoding="utf-8"
    )
    (document,) = read_documents([tmp_path])

    assert (document.outlet, document.published) == ("Track Press", date(2022, 10, 17))


ACCENTS = "<p>The mayor, Zoë Carrick, said “no” to the café’s owner, André Vos, on Friday evening.</p>"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("utf-8", '<meta charset="shift_jis">'),
        ("utf-8", '<meta charset="utf-7">'),
        ("utf-8-sig", '<meta charset="windows-1252">'),
        ("utf-16", ""),
        ("cp1252", '<meta charset="windows-1252">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
        ("cp1252", '<meta charset="unicode_escape">'),
        ("cp1252", ""),
        ("mac-roman", '<meta charset="macroman">'),
    ],
)
def test_encoding_is_what_the_bytes_can_be(tmp_path: Path, encoding: str, head: str) -> None:
    document = document_from_path(write(tmp_path, page(ACCENTS, head).encode(encoding)))

    assert "Zoë Carrick, said “no” to the café’s owner, André Vos" in document.text


def test_encoding_of_xml_is_declared_in_its_first_line(tmp_path: Path) -> None:
    markup = '<?xml version="1.0" encoding="ISO-8859-15"?>' + page(
        "<p>It cost 2.4 million € in all, she said.</p>"
    )

    assert "2.4 million € in" in document_from_path(write(tmp_path, markup.encode("iso-8859-15"))).text


def test_text_in_json_ld_stands_in_for_a_page_without_text(tmp_path: Path) -> None:
    body = "The barge was carrying 60 tonnes of gravel.\\n\\nIt sank on Tuesday, the company said."
    data = f'{{"@type": "NewsArticle", "headline": "Barge sinks", "articleBody": "{body}"}}'
    markup = f'<script type="application/ld+json">{data}</script><div id="root"></div>'
    document = document_from_path(write(tmp_path, markup))

    assert document.title == "Barge sinks"
    assert "60 tonnes of gravel. It sank on Tuesday" in document.text


def test_hidden_parts_are_not_read(tmp_path: Path) -> None:
    hidden = "".join(
        f"<p {how}>The police said that there were {n} people aboard the barge on that day.</p>"
        for n, how in enumerate(["hidden", 'style="display: none"', 'aria-hidden="true"'], 91)
    )

    assert "aboard" not in document_from_path(write(tmp_path, page(hidden))).text


@pytest.mark.parametrize("markup", ["", "<html></html>", "<title>Home</title><nav><a href=/>News</a></nav>"])
def test_page_without_an_article_is_an_error(tmp_path: Path, markup: str) -> None:
    with pytest.raises(InputError, match="no article was found in this page"):
        document_from_path(write(tmp_path, markup))
