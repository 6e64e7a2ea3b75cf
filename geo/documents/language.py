"""Which language a text is in."""

from typing import Final

_MIN_LETTERS: Final = 20  # a shorter text says nothing sure of its language


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that a text is most likely in, or None if too short."""
    if sum(c.isalpha() for c in text[:200]) < _MIN_LETTERS:
        return None
    from py3langid import classify  # noqa: PLC0415 - its model takes 0.2 s, and most reports tell their language

    code: str = classify(text)[0]
    return code
