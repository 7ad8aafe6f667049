"""The labels of spaCy's own English pipelines become Universal Dependencies."""

import pytest

from discrepancy.parse.clear import to_universal
from discrepancy.parse.nodes import Node, make_sound

# word/part of speech/label/head (counted from 1, 0 for the root)
CASES = [
    (
        "Talks/NOUN/nsubj/2 collapsed/VERB/ROOT/0 in/ADP/prep/2 Tabira/PROPN/pobj/3",
        "nsubj(collapsed, Talks) root(collapsed, collapsed) case(Tabira, in) obl(collapsed, Tabira)",
    ),
    (
        "She/PRON/nsubj/2 is/AUX/ROOT/0 a/DET/det/4 doctor/NOUN/attr/2",
        "nsubj(doctor, She) cop(doctor, is) det(doctor, a) root(doctor, doctor)",
    ),
    (
        "He/PRON/nsubj/2 is/AUX/ROOT/0 not/PART/neg/2 guilty/ADJ/acomp/2",
        "nsubj(guilty, He) cop(guilty, is) advmod(guilty, not) root(guilty, guilty)",
    ),
    (
        "It/PRON/nsubj/2 became/VERB/ROOT/0 law/NOUN/attr/2",
        "nsubj(became, It) root(became, became) xcomp(became, law)",
    ),
    (
        "He/PRON/nsubjpass/3 was/AUX/auxpass/3 shot/VERB/ROOT/0 by/ADP/agent/3 police/NOUN/pobj/4",
        "nsubj:pass(shot, He) aux:pass(shot, was) root(shot, shot) case(police, by) obl:agent(shot, police)",
    ),
    (
        "talks/NOUN/ROOT/0 with/ADP/prep/1 Lund/PROPN/pobj/2 in/ADP/prep/1 May/PROPN/pobj/4",
        "root(talks, talks) case(Lund, with) nmod(talks, Lund) case(May, in) nmod(talks, May)",
    ),
    (
        "He/PRON/nsubj/2 left/VERB/ROOT/0 after/ADP/prep/2 having/VERB/pcomp/3 talks/NOUN/dobj/4",
        "nsubj(left, He) root(left, left) mark(having, after) advcl(left, having) obj(having, talks)",
    ),
    (
        "gave/VERB/ROOT/0 him/PRON/dative/1 aid/NOUN/dobj/1",
        "root(gave, gave) iobj(gave, him) obj(gave, aid)",
    ),
    (
        "gave/VERB/ROOT/0 aid/NOUN/dobj/1 to/ADP/dative/1 him/PRON/pobj/3",
        "root(gave, gave) obj(gave, aid) case(him, to) obl(gave, him)",
    ),
    (
        "Closed/VERB/ROOT/0 because/SCONJ/prep/1 of/ADP/pcomp/2 fog/NOUN/pobj/2",
        "root(Closed, Closed) case(fog, because) fixed(because, of) obl(Closed, fog)",
    ),
    (
        "There/PRON/expl/2 is/AUX/ROOT/0 hope/NOUN/attr/2",
        "expl(is, There) root(is, is) nsubj(is, hope)",
    ),
    (
        "Lund/PROPN/poss/3 's/PART/case/1 trip/NOUN/nsubj/4 ended/VERB/ROOT/0 Monday/PROPN/npadvmod/4",
        "nmod:poss(trip, Lund) case(Lund, 's) nsubj(ended, trip) root(ended, ended) "
        "obl:unmarked(ended, Monday)",
    ),
    (
        "man/NOUN/ROOT/0 who/PRON/nsubj/4 has/AUX/aux/4 fled/VERB/relcl/1",
        "root(man, man) nsubj(fled, who) aux(fled, has) acl:relcl(man, fled)",
    ),
    (
        "Ann/PROPN/nsubj/6 ,/PUNCT/punct/1 Bo/PROPN/conj/1 and/CCONJ/cc/3 Cy/PROPN/conj/3 left/VERB/ROOT/0",
        "nsubj(left, Ann) punct(Ann, ,) conj(Ann, Bo) cc(Cy, and) conj(Ann, Cy) root(left, left)",
    ),
    (
        "want/VERB/ROOT/0 to/PART/aux/3 go/VERB/xcomp/1",
        "root(want, want) mark(go, to) xcomp(want, go)",
    ),
]


@pytest.mark.parametrize(("words", "arcs"), CASES)
def test_scheme_is_converted(words: str, arcs: str) -> None:
    nodes, at = [], 0
    for i, row in enumerate(words.split()):
        form, pos, dep, head = row.rsplit("/", 3)
        place = int(head) - 1 if int(head) else i
        nodes.append(Node(form, at, at + len(form), form, pos, dep, place))
        at += len(form) + 1

    to_universal(nodes)
    make_sound(nodes)

    assert " ".join(f"{node.dep}({nodes[node.head].text}, {node.text})" for node in nodes) == arcs
