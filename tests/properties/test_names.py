"""What holds for all names, words and texts."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from discrepancy.mentions.names import find_names
from discrepancy.mentions.quotes import find_quotes
from discrepancy.values.comparison import Relation
from discrepancy.values.names import compare_names, parse_name, score_names, sounds_like
from discrepancy.values.names_fold import fold

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)
NAMES = st.lists(WORDS.map(str.title), min_size=1, max_size=4).map(" ".join)
TEXTS = st.text(alphabet="aZé ’'“”\"‘.,-\nLk", max_size=200)


@given(WORDS, WORDS)
def test_sound_is_symmetric(left: str, right: str) -> None:
    assert abs(sounds_like(left, right) - sounds_like(right, left)) < 1e-9


@given(NAMES, NAMES)
def test_comparison_is_symmetric(left: str, right: str) -> None:
    there, back = (compare_names(parse_name(a), parse_name(b)) for a, b in ((left, right), (right, left)))

    assert there.relation is back.relation
    assert there.bits == back.bits


@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    assert compare_names(parse_name(name), parse_name(name)).relation is Relation.SAME


@given(NAMES)
def test_case_and_marks_change_nothing(name: str) -> None:
    marked = name.replace("a", "á").replace("o", "ö")

    assert score_names(name, marked.upper()) == score_names(name, name.upper())


@given(st.text(max_size=30))
def test_fold_is_plain_and_final(text: str) -> None:
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)


@settings(max_examples=200)
@given(TEXTS)
@example("“‘a’ “b’")
def test_quotations_lie_in_the_text(text: str) -> None:
    for quote in find_quotes(text):
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == text[quote.start : quote.end].strip()


@settings(max_examples=200)
@given(TEXTS)
def test_names_lie_in_the_text_and_never_overlap(text: str) -> None:
    mentions = find_names(text)

    for mention in mentions:
        assert 0 <= mention.start <= mention.name_start < mention.name_end <= mention.end <= len(text)
        assert " ".join(text[mention.name_start : mention.name_end].split()) == mention.name.text
    ends = [mention.name_end for mention in mentions]
    assert all(end <= later.name_start for end, later in zip(ends, mentions[1:], strict=False))
