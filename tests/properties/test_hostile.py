"""Input that is made to do harm: each is refused with one clear line, or does none."""

import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from discrepancy.checker import check
from discrepancy.cli import main
from discrepancy.errors import InputError
from discrepancy.model.text import Document
from discrepancy.read import document_from_path, read_documents
from discrepancy.report.as_text import render_text
from discrepancy.report.formats import FORMATS

STORY = "Mayor Ines Calder met Owen Pryce for 40 minutes in Aldermouth on Monday."
OTHER = "Mayor Ines Calder met Owen Pryce for 70 minutes in Aldermouth on Monday."
PAGE = (
    f"<p>{STORY} The two agreed to build a bridge over the Orle, the mayor said on Tuesday evening.</p>" * 2
)

ESCAPE = "\x1b]0;owned\x07\x1b[2J"
TURNED = "\u202e\u2066"
SCRIPT = "<script>alert(1)</script>"

Put = Callable[[str, str | bytes], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture(params=["plain", "trafilatura"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "plain":
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    else:
        pytest.importorskip("trafilatura")
    return str(request.param)


def refusal(path: Path) -> str:
    """What the command says of an article that it refuses: one line, with nothing that acts on a terminal."""
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        code = main(["check", str(path), "--no-config"])
        said = sys.stderr.getvalue()
    finally:
        sys.stderr = stderr
    assert code == 2
    assert re.fullmatch(r"discrepancy: [^\n]+\n", said)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", said)
    return said


# --- words of an article in the report


def marked_report(mark: str) -> Any:
    """A report on two articles that have a mark wherever an article can have one."""
    one = Document.from_text(f"{STORY} {mark} end", id="a", title=f"Mayor {mark} met")
    two = Document.from_text(OTHER, id="b")
    # Outlets with such marks are refused when articles are read; documents made by hand are not.
    report = check(
        [attrs.evolve(one, outlet=f"The {mark} Lantern"), attrs.evolve(two, outlet=f"Echo {mark}")]
    )
    assert report.discrepancies
    return report


def test_escapes_of_terminals_do_not_reach_the_terminal() -> None:
    text = render_text(marked_report("\x1b[31m\x9b2J\x07"))

    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_marks_that_turn_the_writing_do_not_turn_the_report() -> None:
    assert not set(TURNED) & set(render_text(marked_report(TURNED)))


def test_script_in_a_title_is_text_in_the_page() -> None:
    report = marked_report(SCRIPT)

    assert SCRIPT not in report.render("html")
    assert "&lt;script&gt;alert(1)" in report.render("html")


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_can_be_written_whatever_the_words(form: str) -> None:
    report = marked_report(
        f"{ESCAPE}{TURNED}{SCRIPT}\u2028=cmd|'/C calc'!A1 [x](javascript:alert(1)) ::error::"
    )

    assert report.render(form).encode("utf-8")


# --- paths


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("../secret.txt", "leads out of the directory"),
        ("a/../../secret.txt", "leads out of the directory"),
        ("/etc/passwd", "is not relative to the directory"),
        ("C:\\\\secret.txt", "is not relative to the directory"),
        ("link.txt", "leads out of the directory"),
        ("inside/secret.txt", "leads out of the directory"),
        ("loop.txt", "cannot be followed"),
        ("nul\\u0000.txt", "is not relative to the directory"),
        ("pipe.txt", "is a pipe or a device"),
    ],
)
def test_manifest_reaches_nothing_outside(put: Put, path: str, message: str) -> None:
    put("secret.txt", STORY)
    manifest = put("story/sources.toml", f'[[source]]\npath = "{path}"\n')
    (manifest.parent / "link.txt").symlink_to("../secret.txt")
    (manifest.parent / "inside").symlink_to("..")
    (manifest.parent / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(manifest.parent / "pipe.txt")

    assert message in refusal(manifest.parent)


def test_directory_reaches_nothing_outside(put: Put) -> None:
    put("secret.txt", STORY)
    inside = put("story/a.txt", STORY)
    (inside.parent / "b.txt").symlink_to("../secret.txt")

    assert "is a link out of its directory" in refusal(inside.parent)


def test_loop_of_directories_is_not_walked(put: Put) -> None:
    inside = put("story/a.txt", STORY)
    (inside.parent / "again").symlink_to(".")

    assert [d.id for d in read_documents([inside.parent])] == ["a"]


@pytest.mark.parametrize("name", ["loop", "loop.txt", "loop.html"])
def test_loop_of_links_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(name)

    assert name in refusal(tmp_path / name)


@pytest.mark.parametrize("name", ["pipe", "pipe.txt", "pipe.html", "pipe.json"])
def test_pipe_is_not_waited_for(put: Put, name: str) -> None:
    beside = put("story/a.txt", STORY)
    os.mkfifo(beside.parent / name)

    assert "is a pipe or a device, not a file" in refusal(beside.parent / name)
    if name != "pipe":
        assert "is a pipe or a device, not a file" in refusal(beside.parent)


@pytest.mark.parametrize("option", ["--accepted", "--config"])
def test_pipe_is_no_settings(
    put: Put, tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.toml")

    assert main(["check", str(put("a.txt", STORY)), option, str(tmp_path / "pipe.toml")]) == 2
    assert "is a pipe or a device" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device that never ends")
def test_device_that_never_ends_is_refused() -> None:
    assert "is a pipe or a device, not a file" in refusal(Path("/dev/zero"))


@pytest.mark.parametrize("name", ["a\nb.txt", f"a{ESCAPE}.txt", f"a{TURNED}.txt", "a\udcff.txt", "a\nb.html"])
def test_name_of_a_file_does_nothing(put: Put, name: str) -> None:
    path = put(name, PAGE)
    if TURNED in name:  # letters of other directions are names; the report shows none of the marks
        assert not set(TURNED) & set(render_text(check([document_from_path(path)])))
    else:
        assert "cannot be printed" in refusal(path)


# --- pages


@pytest.mark.parametrize("depth", [600, 100_000])
def test_page_of_a_hundred_thousand_floors_is_read(put: Put, reader: str, depth: int) -> None:
    path = put("deep.html", "<div>" * depth + PAGE + "</div>" * depth)

    assert STORY in document_from_path(path).text


def test_page_of_fifty_megabytes_is_refused(put: Put) -> None:
    assert "has more than 20,000,000 bytes" in refusal(put("big.html", b"<p>A boat sank.</p>" * 2_700_000))


def test_page_of_a_million_elements_is_refused(put: Put) -> None:
    assert "has more than 200,000 elements" in refusal(put("many.html", "<i>" * 1_000_000 + PAGE))


def test_entities_of_a_page_do_not_multiply(put: Put, reader: str) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    markup = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{entities}]><html>{PAGE}<p>&e29;</p></html>'
    )

    assert len(document_from_path(put("bomb.xhtml", markup)).text) < 1000


@pytest.mark.parametrize("unit", ["<!--", "<a ", '<a b="', "<![CDATA[", "<script", "</", "&", '<a "<', "<?"])
def test_markup_that_never_ends_ends(put: Put, reader: str, unit: str) -> None:
    assert STORY in document_from_path(put("open.html", PAGE + unit * 100_000)).text


def test_page_fetches_and_runs_nothing(put: Put, reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    lures = (
        '<base href="http://evil.example/"><link rel="stylesheet" href="http://evil.example/a.css">'
        '<iframe src="http://evil.example/"></iframe><img src="http://evil.example/a.png" onerror="alert(1)">'
        '<!DOCTYPE x SYSTEM "http://evil.example/x.dtd"><meta http-equiv="refresh" content="0;url=http://evil.example">'
        '<link rel="canonical" href="javascript:alert(1)">'
    )
    document = document_from_path(put("lure.html", lures + PAGE + SCRIPT))

    assert STORY in document.text and "alert" not in document.text
    assert document.url is None


def test_archive_that_is_called_a_page_is_refused(put: Put) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.html", PAGE * 50)

    assert "holds NUL bytes: it is no text" in refusal(put("zip.html", buffer.getvalue()))


@pytest.mark.parametrize(
    "charset", ["utf-7", "unicode_escape", "rot13", "idna", "zlib", "no-such", "utf-16", "x" * 99]
)
def test_charset_that_is_none_is_not_believed(put: Put, reader: str, charset: str) -> None:
    markup = (
        f'<meta charset="{charset}">{PAGE}<p>The café of Zoë, she said, had been open until the evening.</p>'
    )

    assert "café of Zoë" in document_from_path(put("page.html", markup.encode("cp1252"))).text


def test_signs_that_cannot_be_seen_are_not_in_the_text(put: Put, reader: str) -> None:
    head = "<title>A&#27;[2J\u200bstory&#0;</title>"
    document = document_from_path(put("page.html", head + PAGE.replace("Aldermouth", "Alder\u00admouth&#7;")))

    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u00ad\u200b]", document.text + document.title)


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        '{"@graph": ' * 50_000,
        "{}" * 9,
        '{"@type": "NewsArticle", "headline": {"a": 1}}',
        "9" * 10_000,
    ],
)
def test_json_in_a_page_does_no_harm(put: Put, reader: str, data: str) -> None:
    path = put("page.html", f'<script type="application/ld+json">{data}</script>{PAGE}')

    assert STORY in document_from_path(path).text


# --- JSON and TOML


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('{"text": "A boat sank.", "text": "A ship sank."}', 'has the key "text" twice'),
        ('{"text": "A boat sank.", "id": NaN}', "NaN is no number in JSON"),
        ('{"text": "A boat sank.", "id": -Infinity}', "-Infinity is no number in JSON"),
        ('{"text": "A boat sank.", "id": 1e999}', '"id" is a number, want a string'),
        ('{"text": "A boat sank.", "id": ' + "9" * 5000 + "}", "is not valid JSON"),
        ('{"text": "A boat \\ud800 sank."}', "holds half a surrogate pair"),
        (
            '{"text": "A boat sank.", "title": "A \\udfff boat"}',
            "its title has a character that cannot be printed",
        ),
        (
            '{"text": "A boat sank.", "outlet": "The \\u001b[2J Gazette"}',
            "its outlet has a character that cannot be",
        ),
        ('{"text": "A boat sank.", "id": "a\\nb"}', "its id has a character that cannot be printed"),
        ('{"text": "A \\u0000 boat sank."}', "holds NUL characters"),
    ],
    ids=lambda value: value[:40],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_json_is_refused(put: Put, name: str, content: str, message: str) -> None:
    assert message in refusal(put(name, content))


@pytest.mark.parametrize(
    "content",
    [
        "x = " + "[" * 100_000,
        "x = " + "{a = " * 100_000,
        "x = " + "9" * 5000,
        "a." * 2000 + "a = 1",
        "[[source]]\npath = 'a.txt'\n" * 2,
        "[[source]]\npath = 'a.txt'\npublished = 99999-01-01",
        "[[source]]\npath = 'a.txt'\noutlet = \"\\u001b[2J\"",
        "[[source]]\npath = 'a.txt'\noutlet = \"\\ud800\"",
    ],
    ids=lambda value: value[:30],
)
def test_manifest_is_refused(put: Put, content: str) -> None:
    put("story/a.txt", STORY)

    assert refusal(put("story/sources.toml", content).parent)


# --- text


@pytest.mark.parametrize(
    ("sign", "length"),
    [
        ("a", 1_000_000),
        ("1", 1_000_000),
        *((sign, 30_000) for sign in ["(", '"', "-", "\u0301", "1,", "http://"]),
    ],
)
def test_word_of_a_million_characters_hides_nothing_else(sign: str, length: int) -> None:
    long = Document.from_text(f"{STORY}\n\n{sign * (length // len(sign))}\n\nThe end.", id="a")
    report = check([long, Document.from_text(OTHER, id="b")])

    assert [finding.kind.value for finding in report.discrepancies] == ["duration"]


def test_number_beyond_all_numbers_counts_nothing() -> None:
    report = check([Document.from_text(f"{STORY} It cost {'9' * 400} crowns.", id="a")])

    assert report.discrepancies == ()
    assert "Infinity" not in report.to_json()


def test_text_of_nothing_but_signs_is_refused() -> None:
    with pytest.raises(InputError, match="has no words"):
        Document.from_text("\u202e\u200b\x1b[]" * 100)


def test_lines_on_standard_input_are_checked_like_files(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"text": "A boat \ud800 sank."}).encode("ascii")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line), encoding="utf-8"))

    assert "holds half a surrogate pair" in refusal(Path("-"))
