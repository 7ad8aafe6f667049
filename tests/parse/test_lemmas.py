"""Lemmas by rule."""

import pytest

from discrepancy.parse.lemmas import lemma_of

PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
GOING = "Tense=Pres|VerbForm=Part"
THIRD = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("announce", "announced announcing announces"),
        ("stop", "stopped stopping stops"),
        ("visit", "visited visiting visits"),
        ("travel", "travelled traveled travelling travels"),
        ("kill", "killed killing kills"),
        ("control", "controlled controlling controls"),
        ("postpone", "postponed postponing postpones"),
        ("operate", "operated operating operates"),
        ("repeat", "repeated repeating repeats"),
        ("discuss", "discussed discussing discusses"),
        ("increase", "increased increasing increases"),
        ("deny", "denied denying denies"),
        ("die", "died dying dies"),
        ("meet", "met meeting meets"),
        ("reach", "reached reaching reaches"),
        ("change", "changed changing changes"),
        ("open", "opened opening opens"),
        ("refer", "referred referring refers"),
        ("include", "included including includes"),
        ("agree", "agreed agreeing agrees"),
        ("capsize", "capsized capsizing capsizes"),
        ("strike", "struck striking strikes"),
        ("withdraw", "withdrew withdrawing withdraws"),
    ],
)
def test_verb_forms(lemma: str, forms: str) -> None:
    for form in forms.split():
        features = PAST if not form.endswith(("ing", "s")) else GOING if form.endswith("ing") else THIRD
        assert lemma_of(form.capitalize(), "VERB", features) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("ministers", "minister"),
        ("countries", "country"),
        ("ties", "tie"),
        ("buses", "bus"),
        ("houses", "house"),
        ("crises", "crisis"),
        ("policemen", "policeman"),
        ("children", "child"),
        ("people", "people"),
        ("heroes", "hero"),
        ("wives", "wife"),
        ("viruses", "virus"),
        ("boxes", "box"),
    ],
)
def test_plurals(form: str, lemma: str) -> None:
    assert lemma_of(form, "NOUN", "Number=Plur") == lemma


@pytest.mark.parametrize(
    ("form", "pos", "features", "lemma"),
    [
        ("found", "VERB", "VerbForm=Inf", "found"),
        ("found", "VERB", PAST, "find"),
        ("larger", "ADJ", "Degree=Cmp", "large"),
        ("hottest", "ADJ", "Degree=Sup", "hot"),
        ("best", "ADJ", "Degree=Sup", "good"),
        ("Longest", "ADJ", "Degree=Sup", "long"),
        ("us", "PRON", "Case=Acc", "we"),
        ("her", "PRON", "Case=Acc", "she"),
        ("her", "PRON", "Poss=Yes", "her"),
        ("n't", "PART", "Polarity=Neg", "not"),
        ("Tours", "PROPN", "Number=Sing", "Tours"),
        ("news", "NOUN", "Number=Sing", "news"),
        ("THE", "DET", "", "the"),
    ],
)
def test_other_words(form: str, pos: str, features: str, lemma: str) -> None:
    assert lemma_of(form, pos, features) == lemma
