"""Language packs: they load, they are of one shape, and their own examples hold."""

import dataclasses
import datetime as dt
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import geo
from geo import dates, languages
from geo.dates.forms import TABLES
from geo.dates.rules import ONLY_OFFSETS
from geo.errors import LanguagePackError
from geo.languages import DatePattern, LanguagePack
from geo.records import Span
from geo.text import tokenize

PACKAGE = Path(geo.__file__).parent
CODES = languages.available()


def raw(code: str) -> dict[str, Any]:
    return tomllib.loads((PACKAGE / "languages" / f"{code}.toml").read_text(encoding="utf-8"))


EXAMPLES = [
    pytest.param(code, words, edtf, id=f"{code}: {words}")
    for code in CODES
    for pattern in languages.load(code).dates.patterns
    for words, edtf in pattern.examples.items()
]


@pytest.mark.parametrize(("code", "words", "edtf"), EXAMPLES)
def test_an_example_of_a_pack_holds(code: str, words: str, edtf: str) -> None:
    times = dates.reader(languages.load(code)).read(words, [Span(0, len(words))], None)
    assert [(t.span.of(words), t.edtf) for t in times] == [(words, edtf)]


@pytest.mark.parametrize("code", CODES)
def test_every_form_of_a_date_is_read_where_it_stands_alone(code: str) -> None:
    """A form that lacks a field of its rule fails on the first report that has its words."""
    pack = languages.load(code)
    reader = dates.reader(pack)
    for pattern in pack.dates.patterns:
        for form in pattern.forms:
            words = written(form, pack)
            if pattern.rule in ONLY_OFFSETS:  # which count from a date behind them
                words = f"{words} 2024-10-10"
            times = reader.read(words, [Span(0, len(words))], dt.date(2024, 10, 20))
            times = tuple(t for t in times if pattern.rule not in ONLY_OFFSETS or t.span.of(words) == words)
            assert times or pattern.rule.startswith("related_"), f"{pattern.rule}: {form!r} as {words!r}"


def written(form: str, pack: LanguagePack) -> str:
    """Return a form as a text could have it, without what may be missing but spaces."""
    form = form.replace("[ ]", " ")
    while "[" in form:
        form = re.sub(r"\[[^\[\]]*\]", "", form)
    form = re.sub(r"<([^|>]*)[^>]*>", r"\1", form)
    return re.sub(r"\{(\w+)\}", lambda field: filled(field[1], pack), form)


def filled(field: str, pack: LanguagePack) -> str:
    """Return the first word of a field, or the second one of a second field of its kind."""
    name = field.rstrip("2")
    words = DIGITS.get(name) or [w[0] for w in pack.dates.vocabulary[TABLES[name]].values()]
    return words[field.endswith("2")]


DIGITS = {
    "day": ("12", "13"),
    "day_ordinal": ("12th", "13th"),
    "month_number": ("5", "6"),
    "year": ("2021", "2022"),
    "bare_year": ("2021", "2022"),
    "short_year": ("'93", "'94"),
    "decade": ("1990", "2000"),
    "short_decade": ("80", "90"),
    "iso": ("2021-05-06", "2021-05-07"),
    "hour": ("5", "6"),
    "minute": ("30", "40"),
}


@pytest.mark.parametrize("code", CODES)
def test_a_pack_is_named_by_its_file_and_loads_once(code: str) -> None:
    pack = languages.load(code)
    assert pack.code == code
    assert languages.load(code) is pack


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_of_a_pack_is_found_in_itself(code: str) -> None:
    """A phrase that the lexicon cannot find where it stands alone is dead data."""
    lexicon = languages.load(code).lexicon
    for name, values in languages._groups(raw(code)).items():  # noqa: SLF001 - the groups are the pack's own
        for value, phrases in values.items():
            for phrase in phrases:
                text = " ".join(word.split("|")[0].rstrip("*") or "any" for word in phrase.split())
                groups = {m.group for m in lexicon.find(text, tokenize(text))}
                assert name in groups, f"{name}, {value}: {phrase!r}"


@pytest.mark.parametrize("code", CODES)
def test_demonyms_point_to_two_letter_codes(code: str) -> None:
    assert all(len(key) == 2 and key.isascii() and key.isupper() for key in raw(code)["demonyms"])


@pytest.mark.parametrize("code", CODES)
def test_months_weekdays_seasons_and_units_are_complete(code: str) -> None:
    words = languages.load(code).dates.vocabulary
    assert list(words["months"]) == [str(n) for n in range(1, 13)]
    assert list(words["weekdays"]) == [str(n) for n in range(1, 8)]
    assert set(words["seasons"]) == {"spring", "summer", "autumn", "winter"}
    assert set(words["parts"]) == {"early", "mid", "late"}
    assert set(words["units"]) == {"day", "week", "month", "year"}


def test_all_packs_have_the_same_sections() -> None:
    first, *others = (shape(raw(code)) for code in CODES)
    assert others
    assert all(other == first for other in others)


def shape(pack: dict[str, Any]) -> set[str]:
    """Return the names of the sections and of what the code asks of them by name."""
    fixed = ("language", "words", "numbers", "dates", "status", "attribution", "places", "people", "means")
    names = {*pack, *(f"{section}.{key}" for section in fixed for key in pack[section])}
    return names | {f"trigger {row['name']}: {row['type']}, {row['frame']}" for row in pack["triggers"]}


def test_a_pack_that_does_not_exist_names_those_that_do() -> None:
    with pytest.raises(LanguagePackError, match=f"no language pack 'xx'; there are {', '.join(CODES)}"):
        languages.load("xx")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what loading says of packs that are broken in one place each, in a copy of the package."""
    package = tmp_path_factory.mktemp("broken") / "geo"
    (package / "languages").mkdir(parents=True)
    shutil.copytree(PACKAGE / "records", package / "records")
    for room in ("__init__", "errors", "lexicon", "text", "languages/__init__"):
        shutil.copy(PACKAGE / f"{room}.py", package / f"{room}.py")
    whole = (PACKAGE / "languages" / "en.toml").read_text(encoding="utf-8")
    for code, (old, new) in BREAKS.items():
        assert whole.count(old), old
        text = whole.replace(old, new, 1)
        (package / "languages" / f"{code}.toml").write_text(text, encoding="utf-8")
    program = (
        "from geo.errors import LanguagePackError\n"
        "from geo.languages import available, load\n"
        "for code in available():\n"
        "    try: load(code)\n"
        "    except LanguagePackError as error: print(code, error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=package.parent, capture_output=True, text=True, check=True
    )
    return dict(line.split(" ", 1) for line in run.stdout.splitlines())


BREAKS = {
    "aa": ("[numbers]", "[numbers"),
    "bb": ("[numbers.hedges]", "[numbers.hedging]"),
    "cc": ('frame = "send"', 'frame = "teleport"'),
    "dd": ('type = "supply"', 'type = "gift"'),
    "ee": ("[[dates.patterns]]\nrule =", "[[dates.patterns]]\nrules ="),
    "ff": ("[status.near]", "[status.near]\nperhaps = []"),
    "gg": ("linkers =", "unheard_of ="),
    "hh": ("12-25 =", "12-32 ="),
}


@pytest.mark.parametrize("code", BREAKS)
def test_a_broken_pack_raises_one_clear_line(code: str, broken: dict[str, str]) -> None:
    assert broken[code].startswith(f"language pack {code}.toml")


def with_form(rule: str, form: str) -> LanguagePack:
    pack = languages.load("en")
    more = (DatePattern(rule, (form,), {}),)
    return dataclasses.replace(pack, dates=dataclasses.replace(pack.dates, patterns=more))


@pytest.mark.parametrize(
    ("rule", "form"),
    [("no_such_rule", "{day}"), ("day", "{dya} {month}"), ("day", "[{day} {month}"), ("day", "{day} {day}")],
)
def test_a_date_form_that_cannot_be_read_names_pack_and_rule(rule: str, form: str) -> None:
    with pytest.raises(LanguagePackError, match=f"language pack en.toml: date pattern '{rule}'"):
        dates.DateReader(with_form(rule, form))
