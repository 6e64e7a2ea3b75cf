"""The forms of dates: what is read as one, where it begins and ends, and what only looks like one."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import languages
from geo.dates import forms
from geo.dates.rules import RULE_NAMES
from geo.records import Basis
from geo.text import sentences

from .conftest import read

GOLD = Path(__file__).parents[1] / "gold"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: dt.date) -> None:
    months = languages.load("fr").dates.vocabulary["months"]
    written = (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"le {day.day} {months[str(day.month)][0]} {day.year}",
    )
    for words in written:
        assert [(t.start, t.end, t.basis) for t in read("fr", words)] == [(day, day, Basis.EXPLICIT)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "le 31 février"),
        ("fr", "le 29 février 2023"),
        ("fr", "31 avril"),
        ("fr", "le 0 mai"),
        ("fr", "du 13 au 8 octobre"),
        ("fr", "31/02/2024"),
        ("fr", "08/13/2024"),
        ("fr", "2024-02-30"),
        ("en", "February 30, 2024"),
        ("en", "October 13 to 8"),
        ("fr", "le 2e régiment"),
        ("fr", "le 1er bataillon"),
        ("fr", "le 72e"),
        ("fr", "le 8,5"),
        ("fr", "le 10 Downing Street"),
        ("en", "on the 1st Brigade"),
        ("en", "they may march on"),
        ("fr", "ils ont été envoyés"),
        ("fr", "12 000 soldats"),
        ("fr", "1,6 million"),
        ("fr", "il y a quelques jours"),
        ("fr", "déjà, toujours, récemment, actuellement"),
        ("fr", "ces dernières semaines"),
        ("fr", "ces derniers jours"),
        ("fr", "pendant six mois"),
        ("fr", "un vol de 20 h"),
        ("fr", "1,5 h"),
        ("fr", "en 1 h 09 min"),
        ("fr", "jusqu'à 30 000 soldats"),
        ("fr", "jusqu'à 12 soldats"),
        ("fr", "jusqu'à 2000 soldats"),
        ("fr", "un renfort de 2000 soldats"),
        ("fr", "le 24 heures"),
        ("fr", "au lendemain de l'attaque"),
        ("en", "Jan Egeland asked for access"),
        ("en", "Theresa May sent them"),
        ("en", "a march on the capital"),
        ("en", "March on the capital"),
        ("en", "by the 2nd battalion"),
        ("en", "on the 3rd armoured brigade"),
        ("en", "until 2000 men had left"),
        ("en", "2000 soldiers"),
        ("en", "in recent days"),
        ("en", "for six months"),
        ("en", "stripped in ten days"),
        ("en", "within ten days of the accord"),
        ("en", "the day after the attack"),
        ("en", "shortly after the vote"),
    ],
)
def test_an_impossible_day_and_what_only_looks_like_a_date_is_none(code: str, text: str) -> None:
    assert read(code, text) == ()


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "les 6 et 13 avril", [("les 6", "2024-04-06"), ("13 avril", "2024-04-13")]),
        ("en", "on 6 and 14 April", [("on 6", "2024-04-06"), ("14 April", "2024-04-14")]),
        ("en", "on Tuesday and Thursday", [("on Tuesday", "2024-10-15"), ("Thursday", "2024-10-17")]),
        ("en", "on the 8th two battalions left", [("on the 8th", "2024-10-08")]),
        ("en", "since 2022 Russian forces", [("since 2022", "2022-01-01/..")]),
        ("en", "The May offensive", [("May", "2024-05")]),
        ("en", "Jan Egeland came on 5 Jan 2024", [("on 5 Jan 2024", "2024-01-05")]),
        (
            "fr",
            "lundi à 18 h, mardi à 20 h",
            [
                ("lundi", "2024-10-14"),
                ("à 18 h", "2024-10-14"),
                ("mardi", "2024-10-15"),
                ("à 20 h", "2024-10-15"),
            ],
        ),
        ("fr", "18 h 10 – Ils partent mardi.", [("mardi", "2024-10-15")]),
        ("en", "They left at 6 p.m., by night.", [("at 6 p.m.", "2024-10-20")]),
        (
            "fr",
            "le 8 octobre, dès le lendemain",
            [("le 8 octobre", "2024-10-08"), ("dès le lendemain", "2024-10-09")],
        ),
    ],
)
def test_neighbours_are_told_apart(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.span.of(text), t.edtf) for t in read(code, text)] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 7 October, two ships left.", "On 7 October"),
        ("They left on 7 October.", "on 7 October"),
        ("They left on 7 Oct., at night.", "on 7 Oct"),
        ("They have waited since. Monday was calm.", "Monday"),
        ("Camp held since\n\nMonday was calm.", "Monday"),
    ],
)
def test_a_time_holds_no_final_stop_and_nothing_of_another_sentence(text: str, words: str) -> None:
    assert [t.span.of(text) for t in read("en", text)] == [words]


@pytest.mark.parametrize("code", languages.available())
def test_no_form_that_a_sentence_holds_is_passed_over(code: str) -> None:
    pack = languages.load(code)
    listed = forms.compiled(pack, RULE_NAMES)
    asked = forms.Forms(listed)
    examples = [words for pattern in pack.dates.patterns for words in pattern.examples]
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    texts = [report["text"] for report in reports if report["lang"] == code]
    written = [*examples, *(span.of(text) for text in texts for span in sentences(text))]
    assert written
    for sentence in (*written, *map(str.upper, written), "at 6.30pm", "09:45 GMT", "à 18h30", "vers 6 h"):
        held = [form for form in listed if form.pattern.search(sentence)]
        possible = asked.possible(sentence)
        assert [form for form in possible if form in held] == held
