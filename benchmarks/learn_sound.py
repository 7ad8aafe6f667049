"""Learns the costs of the sound table: ``python benchmarks/learn_sound.py --bench PATH [--write]``.

Aligned pairs of spellings (English words with their machine back-transliterations from six languages, and
names respelled by the rules of ``learn_sound.toml``) give, after a few rounds of best alignment and counting,
log2 p(a, b) / (p(a) p(b)) for each two spelling units.  Only these numbers go into the package.
"""

import argparse
import math
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from names import LANGUAGES, find_bench, is_held_back, read_foreign, read_transliterations

from discrepancy.language import load_words

ROUNDS = 6
PER_LANGUAGE = 4500
WEIGHT_GENERATED = 6000  # pairs of Chinese syllables beside some 27,000 words
SMOOTHING = 0.6
FLOOR, CEILING = -6.0, 6.5
DROP_BELOW = 0.0  # bits per unit: pairs of which one word translates the other
GAP = "-"

VOWELS = ["a", "e", "i", "o", "u", "y"]
UNITS = [
    GAP, *"abcdefghijklmnopqrstuvwxyz",
    "sh", "ch", "zh", "kh", "gh", "th", "ph", "ts", "tz", "dz", "ck", "qu", "ng", "tch", "sch", "dzh", "shch",
    "tsch", "dsch", "schtsch", "dj", "hs", "sz", "cz",
    "oo", "ou", "ee", "ea", "ai", "ei", "ie", "au", "ow", "aw", "ey", "ay", "oe", "ue", "eu",
    "e$", "h$", "s$", "d$", "t$", "g$",
]  # fmt: skip


LONGEST = max(len(unit.rstrip("$")) for unit in UNITS)


def cut(word: str) -> list[str]:
    """Cut a word into units as ``values.sound.spelling_units`` does."""
    known = set(UNITS)
    units: list[str] = []
    at = 0
    while at < len(word):
        for length in range(min(LONGEST, len(word) - at), 0, -1):
            piece = word[at : at + length]
            final = at + length == len(word) and at > 0
            unit = piece + "$" if final and piece + "$" in known else piece
            if unit in known:
                if length > 1 or not units or units[-1] != unit:
                    units.append(unit)
                break
        at += length
    return units


RULES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def respell(syllables: Iterable[str], system: str) -> str:
    """Spell pinyin syllables as one word of another system."""
    spelled = []
    for syllable in syllables:
        for pattern, replacement in RULES["chinese"][system]:
            syllable = re.sub(pattern, replacement, syllable)
        spelled.append(syllable)
    return "".join(spelled)


def generated_pairs(count: int) -> Iterator[tuple[str, str]]:
    """Yield pinyin words of one or two syllables with a respelling of each."""
    rng = random.Random(5)
    syllables = load_words("sound")["pinyin"]["syllables"].split()
    systems = list(RULES["chinese"])
    for _ in range(count):
        chosen = rng.choices(syllables, k=rng.choice((1, 1, 2)))
        yield "".join(chosen), respell(chosen, rng.choice(systems))


SCHEME_PAIRS = 4000


def scheme_pairs(bench: Path) -> Iterator[tuple[str, str]]:
    """Yield one Russian name in two spellings, and one Arabic or Hebrew name respelled in two places."""
    rng = random.Random(7)
    rules = RULES["arabic"]["rules"]
    names = [pair for pair in read_foreign(bench, "russian") if not is_held_back(pair[0])]
    for _, foreign in rng.sample(names, SCHEME_PAIRS):
        first, second = rng.sample(range(5), 2)
        yield _spell(foreign, first), _spell(foreign, second)
    for language in ("arabic", "hebrew"):
        names = [pair for pair in read_foreign(bench, language) if not is_held_back(pair[0])]
        for english, _ in rng.sample(names, SCHEME_PAIRS // 2):
            respelled = english
            for pattern, replacement in rng.sample(rules, len(rules) // 4):
                respelled = re.sub(pattern, replacement, respelled, count=1)
            yield english, respelled


def _spell(foreign: str, scheme: int) -> str:
    spelled = (RULES["cyrillic"].get(letter, "").split(" ") for letter in foreign.lower())
    return "".join(choices[scheme] if len(choices) > scheme else choices[0] for choices in spelled)


def training_pairs(bench: Path) -> list[tuple[list[str], list[str]]]:
    """Return all pairs to learn from, cut into units."""
    pairs: list[tuple[str, str]] = []
    for language in LANGUAGES:
        kept = [pair for pair in read_transliterations(bench, language) if not is_held_back(pair[0])]
        pairs.extend(random.Random(1).sample(kept, min(PER_LANGUAGE, len(kept))))
    pairs.extend(generated_pairs(WEIGHT_GENERATED))
    pairs.extend((left, right) for left, right in scheme_pairs(bench) if left and right)
    return [(cut(left), cut(right)) for left, right in pairs]


Costs = dict[str, dict[str, float]]


def first_costs() -> Costs:
    """Start from: equal units agree, vowels answer vowels, consonants consonants."""
    costs: Costs = {}
    for a in UNITS:
        costs[a] = {}
        for b in UNITS:
            vowel_a, vowel_b = a[0] in "aeiouy", b[0] in "aeiouy"
            if GAP in (a, b):
                costs[a][b] = -1.5 if vowel_a or vowel_b else -3.0
            elif a[0] == b[0]:
                costs[a][b] = 3.0
            else:
                costs[a][b] = 0.5 if vowel_a and vowel_b else -1.0 if vowel_a == vowel_b else -4.0
    return costs


def align(left: list[str], right: list[str], costs: Costs) -> tuple[float, list[tuple[str, str]]]:
    """Return the bits and the pairs of the best alignment of two cut words."""
    gap = costs[GAP]
    rows = [[0.0]]
    for b in right:
        rows[0].append(rows[0][-1] + gap[b])
    for i, a in enumerate(left, 1):
        row = [rows[i - 1][0] + gap[a]]
        for j, b in enumerate(right, 1):
            row.append(max(rows[i - 1][j - 1] + costs[a][b], rows[i - 1][j] + gap[a], row[j - 1] + gap[b]))
        rows.append(row)
    i, j = len(left), len(right)
    path = []
    while i or j:
        if i and j and rows[i][j] == rows[i - 1][j - 1] + costs[left[i - 1]][right[j - 1]]:
            i, j = i - 1, j - 1
            path.append((left[i], right[j]))
        elif i and rows[i][j] == rows[i - 1][j] + gap[left[i - 1]]:
            i -= 1
            path.append((left[i], GAP))
        else:
            j -= 1
            path.append((GAP, right[j]))
    return rows[-1][-1], path


def count(
    pairs: list[tuple[list[str], list[str]]], costs: Costs, *, choosy: bool
) -> Counter[tuple[str, str]]:
    """Count which units answer each other, both ways round; choosy leaves out pairs that do not fit."""
    counts: Counter[tuple[str, str]] = Counter()
    for left, right in pairs:
        bits, path = align(left, right, costs)
        if choosy and bits < DROP_BELOW * len(path):
            continue
        for a, b in path:
            counts[a, b] += 1
            counts[b, a] += 1
    return counts


def log_odds(counts: Counter[tuple[str, str]]) -> Costs:
    """Turn counts into bits: how much likelier a step is in one name than in two words made apart.

    Made apart, each unit has its own share; a unit that answers nothing is weighed against its share alone,
    so that a longer word gains nothing by its surplus.
    """
    steps = sum(counts.values())
    single: Counter[str] = Counter()
    for (a, _), n in counts.items():
        if a != GAP:
            single[a] += n
    units = sum(single.values())
    share = {a: (single[a] + 1) / (units + len(UNITS)) for a in UNITS} | {GAP: 1.0}
    costs: Costs = {}
    for a in UNITS:
        costs[a] = {}
        for b in UNITS:
            apart = share[a] * share[b]
            together = (counts[a, b] + SMOOTHING * min(apart * steps, 1.0)) / steps
            costs[a][b] = 0.0 if a == b == GAP else max(FLOOR, min(CEILING, math.log2(together / apart)))
    return costs


def learn(bench: Path) -> Costs:
    """Alternate between aligning and counting."""
    pairs = training_pairs(bench)
    costs = first_costs()
    for number in range(ROUNDS):
        costs = log_odds(count(pairs, costs, choosy=number > 1))
    print(f"learned from {len(pairs)} pairs")
    return costs


HEAD = """\
# What spelling units answer each other in two spellings of one name.
#
# Made by benchmarks/learn_sound.py from best alignments, counted in {rounds} rounds, of up to {words} English
# words with their machine back-transliterations from Chinese, Russian, Arabic, Hebrew, Korean and Japanese
# (Wikidata labels, CC0; Merhav and Ash, COLING 2018), of {generated} spellings of pinyin syllables in nine
# systems and of {schemes} names as German, French, Polish and other papers spell Russian and Arabic.
# bits["a"] lists log2 p(a, b) / (p(a) p(b)) with the units up to "a" itself, in tenths of a bit; "-" is
# nothing, "$" the end of a word.

scale = 0.1
"""


def write(costs: Costs, path: Path) -> None:
    """Replace the costs in the table and keep its other parts."""
    text = path.read_text(encoding="utf-8")
    rest = text[text.index("# The syllables of Hanyu Pinyin") :]
    units = ", ".join(f'"{unit}"' for unit in UNITS)
    rows = [
        f'"{a}" = [{", ".join(str(round(10 * costs[a][b])) for b in UNITS[: i + 1])}]'
        for i, a in enumerate(UNITS)
    ]
    head = HEAD.format(
        words=PER_LANGUAGE * len(LANGUAGES),
        generated=WEIGHT_GENERATED,
        rounds=ROUNDS,
        schemes=2 * SCHEME_PAIRS,
    )
    body = "\n".join([f"units = [{units}]", "", "[bits]", *rows, "", ""])
    path.write_text(head + body + rest, encoding="utf-8")


def main() -> None:
    """Learn, and write the table when asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", help="folder of the sets")
    parser.add_argument("--write", action="store_true", help="replace the numbers of the shipped table")
    arguments = parser.parse_args()
    costs = learn(find_bench(arguments.bench))
    if arguments.write:
        write(costs, Path(str(files("discrepancy.language").joinpath("en", "sound.toml"))))


if __name__ == "__main__":
    main()
