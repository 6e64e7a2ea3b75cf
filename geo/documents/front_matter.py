"""What stands between two ``---`` lines at the top of a text."""

from typing import Final

from geo.documents.told import KEYS
from geo.errors import InputError

_FENCE: Final = "---"


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split what stands between two ``---`` lines at the top of a text from the text itself.

    Returns
    -------
    tuple of dict and str
        The keys that are known (title, publisher, published, language, url), and the text behind.

    Raises
    ------
    InputError
        The front matter has no end, or a line that is not ``key: value``.
    """
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        return {}, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        raise InputError("front matter: the closing --- line is missing; add it behind the last key")
    found: dict[str, str] = {}
    for number, line in enumerate(lines[1:end], 2):
        key, colon, value = line.partition(":")
        if not line.strip():
            continue
        if not colon:
            raise InputError(f"front matter, line {number}: write it as “key: value”")
        found[key.strip().lower()] = value.strip().strip("\"'")
    known = {key: value for key, value in found.items() if key in KEYS and value}
    return known, "".join(lines[end + 1 :])
