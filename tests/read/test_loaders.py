"""Files, directories, manifests and standard input."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from discrepancy.model.text import Document
from discrepancy.read import document_from_path, document_from_text, read_documents

BOAT = "A boat sank off Skarholm on Friday, officials said."
SHIP = "A ship sank off Skarholm on Friday, officials said."


def write(directory: Path, **files: str) -> Path:
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (directory / f"{stem}.{suffix}").write_text(text, encoding="utf-8")
    return directory


def ids(documents: tuple[Document, ...]) -> list[str]:
    return [document.id for document in documents]


def test_directory_gives_its_articles_sorted_by_name(tmp_path: Path) -> None:
    article = json.dumps({"text": SHIP})
    write(tmp_path, b_txt=BOAT, a_md=SHIP, c_json=article, d_jsonl=f"{article}\n{article}\n")
    write(tmp_path, README_md="About.", LICENSE_txt="Free.", notes_json='{"about": []}', table_csv="a,b")
    write(tmp_path, _hidden_txt="").joinpath("_hidden.txt").rename(tmp_path / ".hidden.txt")

    assert ids(read_documents([tmp_path])) == ["a", "b", "c", "d-1", "d-2"]


def test_manifest_says_which_files_and_in_which_order(tmp_path: Path) -> None:
    manifest = """
    [[source]]
    path = "b.txt"
    outlet = "Gazette"
    published = 2023-05-17
    title = "Boat sinks"
    url = "https://gazette.example/boat"
    id = "gazette"

    [[source]]
    path = "a.txt"
    published = "2023-05-18"
    """
    write(tmp_path, a_txt=SHIP, b_txt=BOAT, c_txt="Another story.", sources_toml=manifest)

    first, second = read_documents([tmp_path])

    assert (first.id, first.outlet, first.title, first.url) == (
        "gazette",
        "Gazette",
        "Boat sinks",
        "https://gazette.example/boat",
    )
    assert (first.published, first.published_from) == (date(2023, 5, 17), "manifest")
    assert first.path == str(tmp_path / "b.txt")
    assert (second.id, second.outlet, second.published) == ("a", "", date(2023, 5, 18))


def test_manifest_also_describes_a_file_given_by_itself(tmp_path: Path) -> None:
    manifest = '[[source]]\npath = "a.txt"\noutlet = "Gazette"\npublished = 2023-05-17T06:40:00Z\n'
    write(tmp_path, a_txt=SHIP, b_txt=BOAT, sources_toml=manifest)

    described, alone = read_documents([tmp_path / "a.txt", tmp_path / "b.txt"])

    assert (described.outlet, described.published) == ("Gazette", date(2023, 5, 17))
    assert (alone.outlet, alone.published, alone.published_from) == ("", None, "unknown")


def test_manifest_given_by_itself_stands_for_its_directory(tmp_path: Path) -> None:
    write(tmp_path, a_txt=SHIP, b_txt=BOAT, sources_toml='[[source]]\npath = "b.txt"\n')

    assert ids(read_documents([tmp_path / "sources.toml"])) == ["b"]


def test_manifest_goes_before_the_keys_of_json(tmp_path: Path) -> None:
    article = {"text": SHIP, "outlet": "Courier", "title": "Ship sinks", "date": "2023-05-01", "id": "x"}
    manifest = '[[source]]\npath = "a.json"\noutlet = "Gazette"\npublished = 2023-05-17\n'
    write(tmp_path, a_json=json.dumps(article), sources_toml=manifest)

    (document,) = read_documents([tmp_path])

    assert (document.outlet, document.published) == ("Gazette", date(2023, 5, 17))
    assert (document.title, document.id) == ("Ship sinks", "x")


def test_a_file_in_a_deeper_directory_can_be_listed(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    write(tmp_path / "more", a_txt=SHIP)
    write(tmp_path, sources_toml='[[source]]\npath = "more/a.txt"\n')

    assert ids(read_documents([tmp_path])) == ["a"]


@pytest.mark.parametrize(
    "record",
    [
        {"text": BOAT, "title": "Boat sinks", "published": "2023-05-17", "outlet": "Gazette", "url": "http://g.ex/1"},
        {"text": BOAT, "title": "Boat sinks", "date": "2023-05-17", "source-hostname": "Gazette", "id": None,
         "source": "http://g.ex/1", "hostname": "g.ex", "raw_text": "other"},
        {"text": BOAT, "title": "Boat sinks", "publish_date": "2023-05-17T10:00:00", "url": "http://g.ex/1",
         "meta_site_name": "Gazette", "source_url": "http://g.ex"},
        {"maintext": BOAT, "title": "Boat sinks", "date_publish": "2023-05-17 10:00:00", "text": None,
         "date_modify": "2023-05-18", "source_domain": "Gazette", "url": "http://g.ex/1"},
        {"plaintext": BOAT, "title": "Boat sinks", "publishing_date": "2023-05-17 10:00:00+02:00",
         "publisher": "Gazette", "url": "http://g.ex/1", "body": {"sections": []}},
        {"@type": "NewsArticle", "articleBody": BOAT, "headline": "Boat sinks", "datePublished": "2023-05-17",
         "publisher": {"@type": "Organization", "name": "Gazette"}, "url": "http://g.ex/1"},
        {"content": BOAT, "title": "Boat sinks", "publishedAt": "2023-05-17T10:00:00Z",
         "source": {"id": None, "name": "Gazette"}, "url": "http://g.ex/1"},
        {"body_text": BOAT, "headline": "Boat sinks", "versioncreated": "2023-05-17T10:00:00Z",
         "outlet": "Gazette", "link": "http://g.ex/1"},
    ],
    ids=["own", "trafilatura", "newspaper", "news-please", "fundus", "schema.org", "newsapi", "ninjs"],
)  # fmt: skip
def test_the_names_of_scrapers_and_standards_are_known(record: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path, a_json=json.dumps(record))

    document = document_from_path(tmp_path / "a.json")

    assert (document.text, document.title, document.outlet) == (BOAT, "Boat sinks", "Gazette")
    assert (document.published, document.published_from) == (date(2023, 5, 17), "manifest")
    assert (document.url, document.id) == ("http://g.ex/1", "a")


@pytest.mark.parametrize("key", ["articles", "documents", "items", "results", "@graph"])
def test_lists_of_articles_are_read(key: str, tmp_path: Path) -> None:
    write(tmp_path, all_json=json.dumps({key: [{"text": BOAT}, {"text": SHIP, "id": 7}]}))

    assert ids(read_documents([tmp_path])) == ["all-1", "7"]


def test_text_in_json_is_left_as_it_is(tmp_path: Path) -> None:
    text = f"{BOAT}\r\n\r\n{SHIP}"
    write(tmp_path, a_json=json.dumps({"text": text}))

    document = document_from_path(tmp_path / "a.json")

    assert document.text == text
    assert [document.text[b.start : b.end] for b in document.blocks] == [BOAT, SHIP]


@pytest.mark.parametrize("binary", [True, False])
def test_standard_input_is_json_lines(binary: bool) -> None:
    lines = f"{json.dumps({'text': BOAT})}\n\n{json.dumps({'text': SHIP, 'id': 'ship'})}\n"
    stdin = io.BytesIO(b"\xef\xbb\xbf" + lines.encode()) if binary else io.StringIO(lines)

    assert ids(read_documents(["-"], stdin=stdin)) == ["stdin-1", "ship"]


def test_paths_are_read_in_their_order(tmp_path: Path) -> None:
    write(tmp_path, a_txt=BOAT, b_txt=SHIP)

    assert ids(read_documents([tmp_path / "b.txt", str(tmp_path / "a.txt")])) == ["b", "a"]
    assert ids(read_documents(tmp_path / "a.txt")) == ["a"]  # type: ignore[arg-type]


def test_a_link_to_a_file_is_followed_where_it_is_named(tmp_path: Path) -> None:
    story = tmp_path / "story"
    story.mkdir()
    write(tmp_path, a_txt=BOAT)
    (story / "b.txt").symlink_to(tmp_path / "a.txt")

    assert ids(read_documents([story / "b.txt"])) == ["b"]


def test_text_at_hand_has_an_id_that_comes_from_it() -> None:
    boat, again, ship = (document_from_text(text) for text in (BOAT, BOAT, SHIP))

    assert boat.id == again.id != ship.id
    assert document_from_text(BOAT, id="boat").id == "boat"
