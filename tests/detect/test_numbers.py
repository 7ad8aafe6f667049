"""Stories about the kind number as data: what must be flagged, and what must stay quiet."""

from typing import Any

import pytest

from .stories import CheckStory, load_stories, mistakes

FILE = "numbers"


@pytest.mark.parametrize("story", load_stories(FILE, "flags"), ids=lambda story: story["name"])
def test_flags_what_cannot_both_hold(story: dict[str, Any], check_story: CheckStory) -> None:
    report = check_story(story["articles"])

    assert mistakes(story, report) == []


@pytest.mark.parametrize("story", load_stories(FILE, "quiet"), ids=lambda story: story["name"])
def test_look_alike_stays_quiet(story: dict[str, Any], check_story: CheckStory) -> None:
    report = check_story(story["articles"])

    assert mistakes(story, report) == []


def test_open_stories_come_out_wrong_as_yet(check_story: CheckStory) -> None:
    stories = load_stories(FILE, "open")

    right = [s["name"] for s in stories if not mistakes(s, check_story(s["articles"]))]

    assert right == [], "move these to the list that they expect"
