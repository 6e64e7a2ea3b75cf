"""Which reports repeat another's text."""

import random

from hypothesis import given
from hypothesis import strategies as st

from geo import copies
from geo.records import Copy

WORDS = [f"mot{n}" for n in range(400)]


def text(seed: int, words: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))  # noqa: S311 - a text of no meaning


def row(of: str, words: str) -> tuple[str, str, bytes | None]:
    return of, str(hash(words)), copies.signature(words)


def test_the_same_text_twice_is_a_copy_of_the_first() -> None:
    found = copies.find([row("a", text(1)), row("b", text(2)), row("c", text(1))])
    assert found == (Copy("c", "a", 1.0),)


def test_a_syndicated_copy_with_another_lead_and_end_is_known() -> None:
    first = text(1)
    changed = f"Notre correspondant. {first[:-120]} Avec les agences."
    (copy,) = copies.find([row("a", first), row("b", text(2)), row("c", changed)])
    assert (copy.document_id, copy.of) == ("c", "a")
    assert 0.7 <= copy.likeness < 1


def test_two_reports_that_share_a_paragraph_are_no_copies() -> None:
    shared = text(9, 60)
    assert copies.find([row("a", text(1) + shared), row("b", text(2) + shared)]) == ()


def test_a_short_text_is_a_copy_only_of_the_same_words() -> None:
    post = "Des renforts sont arrivés hier soir à Gao."
    assert copies.signature(post) is None
    found = copies.find([row("a", post), row("b", post.replace("Gao", "Kidal")), row("c", post)])
    assert found == (Copy("c", "a", 1.0),)


def test_a_copy_of_a_copy_is_one_of_the_first() -> None:
    first = text(1)
    again = [first, first[:-90], first[:-180]]
    found = copies.find([row(name, words) for name, words in zip("abc", again, strict=True)])
    assert [(c.document_id, c.of) for c in found] == [("b", "a"), ("c", "a")]


def test_case_and_typography_make_no_other_text() -> None:
    first = "L’armée a quitté la ville. " + text(1)
    assert copies.signature(first) == copies.signature(first.upper().replace("’", "'"))


def test_no_report_is_no_copy() -> None:
    assert copies.find([]) == ()


@given(st.lists(st.integers(0, 4), max_size=12))
def test_each_report_is_told_once_and_points_to_an_earlier_one(seeds: list[int]) -> None:
    rows = [row(str(at), text(seed)) for at, seed in enumerate(seeds)]
    first = {seed: str(seeds.index(seed)) for seed in seeds}
    expected = [(str(at), first[seed]) for at, seed in enumerate(seeds) if first[seed] != str(at)]
    assert [(c.document_id, c.of) for c in copies.find(rows)] == expected
