"""Phrases of several words, forms and letters are found where they stand, and once."""

import pytest

from geo.lexicon import Lexicon, analyse
from geo.records import Span
from geo.text import tokenize

LEXICON = Lexicon(
    {
        "force": {"ships": ["navire|navires", "navire de guerre"], "men": ["soldat*", "casques bleus"]},
        "role": {"to": ["vers", "à destination de", "d'ici là"], "at": ["à"]},
    }
)


def found(text: str) -> list[tuple[str, str, str]]:
    (sentence,) = analyse(text, [Span(0, len(text))], LEXICON)
    return [(m.group, m.value, m.span.of(text)) for m in sentence.matches]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deux NAVIRES", [("force", "ships", "NAVIRES")]),
        ("un navire de guerre", [("force", "ships", "navire de guerre")]),
        ("un navire de pêche", [("force", "ships", "navire")]),
        ("les soldats", [("force", "men", "soldats")]),
        ("la soldatesque", [("force", "men", "soldatesque")]),
        ("un soldatabcdefgh", [("force", "men", "soldatabcdefgh")]),
        ("un soldatabcdefghi", []),
        ("les casques-bleus", [("force", "men", "casques-bleus")]),
        ("les casques, bleus", []),
        ("à destination de l'est", [("role", "to", "à destination de")]),
        ("a destination de l'est", []),
        ("d’ici là", [("role", "to", "d’ici là")]),
        ("ver\u200bs l'est", [("role", "to", "ver\u200bs")]),
        ("univers", []),
    ],
)
def test_a_phrase_is_found_in_any_case_by_its_longest_form(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert found(text) == expected


def test_matches_of_one_group_never_overlap_and_groups_do_not_mind_each_other() -> None:
    lexicon = Lexicon({"one": {"x": ["a b", "b c"]}, "two": {"y": ["b"]}})
    matches = lexicon.find("a b c", tokenize("a b c"))
    assert [(m.group, m.first, m.last) for m in matches] == [("one", 0, 2), ("two", 1, 2)]


def test_a_sentence_gives_the_match_that_ends_or_starts_at_a_word() -> None:
    text = "un navire de guerre vers Koursk"
    (sentence,) = analyse(text, [Span(0, len(text))], LEXICON)
    ending, starting = sentence.ending_at("force", 4), sentence.starting_at("role", 4)
    assert ending is not None
    assert ending.span.of(text) == "navire de guerre"
    assert starting is not None
    assert starting.value == "to"
    assert sentence.ending_at("role", 4) is None
