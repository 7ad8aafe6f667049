"""Parses as the parser gives them by habit, and as they should be."""

from discrepancy.model.text import Unit
from discrepancy.parse.nodes import Node, make_sound
from discrepancy.parse.repair import repair

FINITE = "Mood=Ind|Tense=Past|VerbForm=Fin"


def nodes_of(words: str, **features: str) -> list[Node]:
    """Read ``word/part of speech/label/head`` (heads count from 1, 0 for the root)."""
    nodes, at = [], 0
    for i, row in enumerate(words.split()):
        form, pos, dep, head = row.rsplit("/", 3)
        place = int(head) - 1 if int(head) else i
        lemma = form.rstrip("s") if pos == "NOUN" else form
        nodes.append(Node(form, at, at + len(form), lemma, pos, dep, place, features.get(form, "")))
        at += len(form) + 1
    return nodes


def arcs_of(nodes: list[Node]) -> set[str]:
    return {f"{node.dep}({nodes[node.head].text}, {node.text})" for node in nodes}


def unit_of(nodes: list[Node], first: int, last: int, kind: str) -> Unit:
    return Unit(nodes[first - 1].start, nodes[last - 1].end, kind)  # type: ignore[arg-type]


def test_with_phrase_under_a_length_goes_to_the_verb() -> None:
    nodes = nodes_of(
        "met/VERB/root/0 for/ADP/case/4 six/NUM/nummod/4 hours/NOUN/obl/1 with/ADP/case/6 her/PRON/nmod/4"
    )

    repair(nodes, ())

    assert "obl(met, her)" in arcs_of(nodes)


def test_of_phrase_under_a_length_stays() -> None:
    nodes = nodes_of(
        "after/ADP/case/3 six/NUM/nummod/3 hours/NOUN/obl/6 of/ADP/case/5 talks/NOUN/nmod/3 left/VERB/root/0"
    )

    repair(nodes, ())

    assert "nmod(hours, talks)" in arcs_of(nodes)


def test_time_under_a_person_goes_to_the_verb() -> None:
    nodes = nodes_of("met/VERB/root/0 Lund/PROPN/obj/1 on/ADP/case/4 Sunday/PROPN/nmod/2")

    repair(nodes, [unit_of(nodes, 2, 2, "person"), unit_of(nodes, 4, 4, "time")])

    assert "obl(met, Sunday)" in arcs_of(nodes)


def test_time_under_a_person_at_a_noun_goes_to_the_noun() -> None:
    nodes = nodes_of("talks/NOUN/root/0 with/ADP/case/3 Lund/PROPN/nmod/1 on/ADP/case/5 Sunday/PROPN/nmod/3")

    repair(nodes, [unit_of(nodes, 3, 3, "person"), unit_of(nodes, 5, 5, "time")])

    assert "nmod(talks, Sunday)" in arcs_of(nodes)


def test_name_torn_apart_is_joined() -> None:
    nodes = nodes_of("Vera/PROPN/nsubj/3 Lund/PROPN/obj/3 left/VERB/root/0")

    repair(nodes, [unit_of(nodes, 1, 2, "person")])

    assert arcs_of(nodes) == {"nsubj(left, Vera)", "flat(Vera, Lund)", "root(left, left)"}


def test_subject_lost_to_its_relative_clause_is_found() -> None:
    nodes = nodes_of(
        "Lund/PROPN/nsubj/6 ,/PUNCT/punct/1 whose/PRON/nmod:poss/4 trip/NOUN/nsubj/6 had/AUX/aux/6 "
        "failed/VERB/root/0 ,/PUNCT/punct/8 met/VERB/parataxis/6 Ryu/PROPN/obj/8",
        failed="Tense=Past|VerbForm=Part",
        met=FINITE,
    )

    repair(nodes, ())
    make_sound(nodes)

    assert {"root(met, met)", "nsubj(met, Lund)", "acl:relcl(Lund, failed)"} <= arcs_of(nodes)


def test_subject_taken_by_the_verb_of_saying_is_given_back() -> None:
    nodes = nodes_of(
        "He/PRON/nsubj/2 said/VERB/root/0 ten/NUM/nummod/4 people/NOUN/obj/2 were/AUX/aux:pass/6 "
        "hurt/VERB/ccomp/2"
    )

    repair(nodes, ())

    assert {"nsubj:pass(hurt, people)", "ccomp(said, hurt)"} <= arcs_of(nodes)


def test_told_clause_is_no_relative_clause() -> None:
    nodes = nodes_of(
        "tell/VERB/root/0 reporters/NOUN/obj/1 that/PRON/obj/6 it/PRON/nsubj/6 had/AUX/aux/6 "
        "ended/VERB/acl:relcl/2"
    )

    repair(nodes, ())

    assert {"ccomp(tell, ended)", "mark(ended, that)"} <= arcs_of(nodes)


def test_second_subject_after_a_comma_is_an_apposition() -> None:
    nodes = nodes_of("storm/NOUN/nsubj/5 ,/PUNCT/punct/1 the/DET/det/4 worst/ADJ/nsubj/5 hit/VERB/root/0")

    repair(nodes, ())

    assert "appos(storm, worst)" in arcs_of(nodes)


def test_relative_clause_belongs_to_the_person_before_it() -> None:
    nodes = nodes_of(
        "release/NOUN/root/0 of/ADP/case/3 Lund/PROPN/nmod/1 ,/PUNCT/punct/7 who/PRON/nsubj/7 "
        "was/AUX/aux:pass/7 jailed/VERB/acl:relcl/1"
    )

    repair(nodes, [unit_of(nodes, 3, 3, "person")])

    assert {"acl:relcl(Lund, jailed)", "nsubj:pass(jailed, who)"} <= arcs_of(nodes)


def test_two_times_with_prepositions_stay_two() -> None:
    nodes = nodes_of("from/ADP/case/2 Sunday/PROPN/obl/5 to/ADP/case/4 Monday/PROPN/obl/5 sat/VERB/root/0")

    repair(nodes, [unit_of(nodes, 1, 4, "time")])

    assert {"obl(sat, Sunday)", "obl(sat, Monday)"} <= arcs_of(nodes)


def test_charge_hangs_on_the_verb_of_accusing() -> None:
    nodes = nodes_of("accuse/VERB/root/0 him/PRON/obj/1 of/SCONJ/mark/4 lying/VERB/acl/2")

    repair(nodes, ())

    assert "advcl(accuse, lying)" in arcs_of(nodes)


def test_fronted_subject_of_an_interrupted_clause_is_found() -> None:
    nodes = nodes_of(
        "rebels/NOUN/vocative/4 ,/PUNCT/punct/1 he/PRON/nsubj/4 say/VERB/root/0 ,/PUNCT/punct/4 "
        "did/AUX/aux/7 leave/VERB/ccomp/4"
    )

    repair(nodes, ())

    assert {"nsubj(leave, rebels)", "ccomp(say, leave)"} <= arcs_of(nodes)


def test_short_auxiliary_is_told_by_its_verb() -> None:
    nodes = nodes_of("'s/AUX/aux/2 gone/VERB/root/0", gone="Tense=Past|VerbForm=Part")

    repair(nodes, ())

    assert nodes[0].lemma == "have"


def test_saying_is_no_subject_of_what_is_said() -> None:
    nodes = nodes_of(
        "recalled/VERB/root/0 vans/NOUN/obj/1 ,/PUNCT/punct/4 say/VERB/csubj/7 pumps/NOUN/obj/4 "
        "may/AUX/aux/7 fail/VERB/parataxis/1"
    )

    repair(nodes, ())

    assert {"advcl(recalled, say)", "ccomp(say, fail)", "nsubj(fail, pumps)"} <= arcs_of(nodes)
