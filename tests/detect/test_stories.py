"""Stories as data, one file a kind: what must be flagged, and what must stay quiet."""

from typing import Any

import pytest

from .stories import CheckStory, load_stories, mistakes

FILES = ("captions", "conflation", "dates", "durations", "names_detect", "numbers", "numbers_told", "updates")


def stories(group: str) -> list[Any]:
    return [
        pytest.param(story, id=f"{file}: {story['name']}")
        for file in FILES
        for story in load_stories(file, group)
    ]


@pytest.mark.parametrize("story", stories("flags"))
def test_flags_what_cannot_both_hold(story: dict[str, Any], check_story: CheckStory) -> None:
    report = check_story(story["articles"])

    assert mistakes(story, report) == []


@pytest.mark.parametrize("story", stories("quiet"))
def test_look_alike_stays_quiet(story: dict[str, Any], check_story: CheckStory) -> None:
    report = check_story(story["articles"])

    assert mistakes(story, report) == []


@pytest.mark.parametrize("file", FILES)
def test_open_stories_come_out_wrong_as_yet(file: str, check_story: CheckStory) -> None:
    rows = load_stories(file, "open")

    right = [story["name"] for story in rows if not mistakes(story, check_story(story["articles"]))]

    assert right == [], "move these to the list that they expect"
