"""What cannot be read is told with file, line and what to do."""

import io
import tomllib
from pathlib import Path
from typing import Any

import pytest

from discrepancy.errors import InputError, ManifestError
from discrepancy.read import document_from_path, document_from_text, read_available, read_documents

CASES = tomllib.loads(
    Path(__file__).parents[1].joinpath("cases", "read_errors.toml").read_text(encoding="utf-8")
)["case"]


def lay_out(case: dict[str, Any], directory: Path) -> None:
    """Write the files, directories and links of a case."""
    contents: dict[str, bytes] = {name: text.encode() for name, text in case.get("files", {}).items()}
    contents |= {name: bytes(figures) for name, figures in case.get("bytes", {}).items()}
    contents |= {name: b"a" * length for name, length in case.get("long", {}).items()}
    for name in case.get("directories", ()):
        (directory / name).mkdir(parents=True)
    for name, content in contents.items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / name).write_bytes(content)
    for name, target in case.get("links", {}).items():
        (directory / name).symlink_to(target)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_input_that_cannot_be_used_is_named(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(InputError) as caught:
        read_documents(case["paths"], stdin=io.StringIO(case.get("stdin", "")))

    assert type(caught.value) is (ManifestError if case.get("manifest") else InputError)
    if "message" in case:
        assert str(caught.value) == case["message"]
    else:
        assert str(caught.value).startswith(case["message_begins"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_keeping_going_leaves_out_what_cannot_be_used(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    if not case["paths"]:
        with pytest.raises(InputError):
            read_available([])
        return

    _, left_out = read_available(case["paths"], stdin=io.StringIO(case.get("stdin", "")))

    assert left_out
    assert all(one.reason and one.path for one in left_out)


def test_keeping_going_reads_the_others(tmp_path: Path) -> None:
    for name, text in {"a.txt": "A boat sank.", "b.txt": "", "c.json": "{", "d.txt": "A ship sank."}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    documents, left_out = read_available([tmp_path, tmp_path / "e.txt"])

    assert [document.id for document in documents] == ["a", "d"]
    assert [(Path(one.path).name, one.reason) for one in left_out] == [
        ("b.txt", "is empty"),
        (
            "c.json",
            "line 1: is not valid JSON: Expecting property name enclosed in double quotes (column 2)",
        ),
        ("e.txt", "there is no such file or directory"),
    ]


def test_keeping_going_reads_the_other_articles_of_a_list(tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text('[{"text": "A boat sank."}, {}, {"text": "A ship sank."}]')

    documents, left_out = read_available([tmp_path / "all.json"])

    assert [document.id for document in documents] == ["all-1", "all-3"]
    assert [one.reason[:10] for one in left_out] == ["article 2:"]


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "gazette.txt"
    path.write_text("A boat sank.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(InputError, match=r"gazette\.txt: cannot be read: permission denied$"):
        read_documents([path])


def test_an_error_gives_its_parts() -> None:
    error = ManifestError("is wrong", path=Path("story/sources.toml"), line=4)

    assert (error.message, error.path, error.line) == ("is wrong", "story/sources.toml", 4)


@pytest.mark.parametrize("text", ["", " \n", "A boat\0sank.", "A boat \ud83d sank."])
def test_text_at_hand_is_checked_too(text: str) -> None:
    with pytest.raises(InputError):
        document_from_text(text)


def test_one_document_is_wanted_from_a_path(tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text('[{"text": "A boat sank."}, {"text": "A ship sank."}]')

    with pytest.raises(InputError, match="holds 2 articles; use read_documents"):
        document_from_path(tmp_path / "all.json")
