"""Make the shipped directory of a trained pipeline: our tokenizer, no unneeded files, licence and credits.

python benchmarks/parser/pack.py --model DIR --out discrepancy/parse/weights
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

import spacy
from spacy.language import Language

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from discrepancy.parse.tokens import configure_tokenizer

_HERE = Path(__file__).parent


def main() -> None:
    """Read the arguments and write the directory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    pack(arguments.model, arguments.out)


def pack(model: Path, out: Path) -> None:
    """Write the pipeline of ``model`` to ``out`` as it is shipped."""
    nlp = spacy.load(model)
    configure_tokenizer(nlp)
    nlp.meta.update(
        name="news",
        version="1.0.0",
        description="UPOS, features and Universal Dependencies for English news.",
        license="CC BY-SA 4.0",
    )
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    (out / "vocab" / "strings.json").write_text(json.dumps(needed_strings(nlp), indent=0), encoding="utf8")
    meta = out / "meta.json"
    # The figures of a training run's own scorer are not those of the documentation.
    kept = {
        key: value
        for key, value in json.loads(meta.read_text(encoding="utf8")).items()
        if key != "performance"
    }
    # The same range as the library's own requirement, or spaCy warns at every start.
    kept["spacy_version"] = ">=3.8.0,<4.0.0"
    meta.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf8")
    for name in ("LICENSE", "CREDITS"):
        shutil.copyfile(_HERE / f"{name}.weights", out / name)


def needed_strings(nlp: Language) -> list[str]:
    """List the names of labels and features; the treebanks' words stay out, the weights know only hashes."""
    labels = {label for name in ("parser", "morphologizer") for label in nlp.get_pipe(name).labels}
    parts = {part for label in labels for piece in label.split("|") for part in (piece, *piece.split("="))}
    moves = {move.partition("-")[2] for move in nlp.get_pipe("parser").move_names}
    return sorted(labels | parts | moves)


if __name__ == "__main__":
    main()
