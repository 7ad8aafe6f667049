"""Straight typography for words that the parser is shown; it was trained on the same."""

__all__ = ["straighten"]

_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("’‘‛ʼ′`´＇", "'"),
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)


def straighten(form: str) -> str:
    """Make the quotation marks, apostrophes and dashes of a word straight; an ellipsis becomes three dots."""
    return "..." if form == "…" else form.translate(_CHARACTERS)
