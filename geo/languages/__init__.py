"""Language packs: data files that hold all that the program knows of a language.

A pack is ``<code>.toml`` in this folder; `load` checks it and turns it into a frozen record.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from geo.errors import LanguagePackError
from geo.lexicon import Lexicon
from geo.records import ClaimType, Fate, Means, Share, Status
from geo.text import Sentence, fold

_LONGEST_DAY = 6  # words: "le lundi 3 mars au matin"
_DIGITS = tuple(f"{digit}*" for digit in range(1, 10))  # how a number in digits begins


class Frame(StrEnum):
    """Who does what to whom in the event that a trigger word names."""

    SEND = "send"  # somebody moves a force to a place
    ARRIVE = "arrive"  # a force goes to a place
    LEAVE = "leave"  # a force goes away from a place
    STAY = "stay"  # a force is in a place
    FALL = "fall"  # a force has losses in a place
    DELIVER = "deliver"  # goods go to a receiver


@dataclass(frozen=True, slots=True)
class Trigger:
    """A class of words that name an event."""

    name: str
    type: ClaimType
    frame: Frame
    nominal: bool = False  # a noun, which may speak of the event in general
    host: bool = False  # its subject is the place where a force is: "Romania hosts 1,500 soldiers"
    received: bool = False  # its subject is where the goods go: "Mali has received two helicopters"
    promised: bool = False  # tells what is to come, of the force right behind it: "pledged 500 policemen"
    refused: bool = False  # tells an event only where it is denied: "denied having used foreign troops"
    relieved: bool = False  # tells an event only where who acts follows: "was relieved in A by 120 men"
    onto: bool = False  # tells an event only where a place follows: "cleared Singapore", "ordered to Kosovo"


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words that hold others together, by what they do."""

    accusative: frozenset[str]
    linkers: frozenset[str]
    him: frozenset[str]
    known: frozenset[str]
    list: frozenset[str]
    within: frozenset[str]
    nearby: frozenset[str]
    joiners: frozenset[str]
    laden: frozenset[str]
    definite: frozenset[str]
    auxiliaries: frozenset[str]
    clause: frozenset[str]
    strong: frozenset[str]
    conditions: frozenset[str]
    to: frozenset[str]
    bare: frozenset[str]
    agent: frozenset[str]
    awaiting: frozenset[str]
    contrast: frozenset[str]
    purpose: frozenset[str]
    numbering: frozenset[str]
    possessive: frozenset[str]
    owners: frozenset[str]
    governing: frozenset[str]
    it: frozenset[str]
    before: frozenset[str]
    fractions: frozenset[str]
    including: frozenset[str]
    showing: frozenset[str]
    quoting: frozenset[str]
    highest: frozenset[str]
    watching: frozenset[str]
    witnessing: frozenset[str]
    mourning: frozenset[str]
    outside: frozenset[str]
    speech: frozenset[str]
    speaking: frozenset[str]
    ahead: frozenset[str]
    taken: frozenset[str]
    changing: frozenset[str]
    up_to: frozenset[str]
    counting: frozenset[str]
    put_at: frozenset[str]
    reckoning: frozenset[str]
    equipped: frozenset[str]
    further: frozenset[str]
    sailing: frozenset[str]
    schooled: frozenset[str]
    peoples: frozenset[str]
    ship_pronouns: frozenset[str]
    meant: frozenset[str]
    receivers: frozenset[str]
    bases: frozenset[str]
    borders: frozenset[str]
    sided: frozenset[str]
    backed: frozenset[str]
    hauling: frozenset[str]
    garrisons: frozenset[str]
    asides: frozenset[str]
    epithets: frozenset[str]
    settings: frozenset[str]
    befalling: frozenset[str]
    garrisoned: frozenset[str]
    pictures: frozenset[str]
    convoys: frozenset[str]
    clitics: frozenset[str]
    needing: frozenset[str]
    tending: frozenset[str]
    ratio: frozenset[str]
    bounds: frozenset[str]
    daytime: frozenset[str]
    participles: frozenset[str]
    people_of: frozenset[str]
    relative: frozenset[str]
    related: frozenset[str]
    whose: frozenset[str]
    accusing: frozenset[str]
    having: frozenset[str]
    nobody: frozenset[str]
    despite: frozenset[str]
    people: frozenset[str]
    homeward: frozenset[str]
    returning: frozenset[str]
    inward: frozenset[str]
    being: frozenset[str]
    proforms: frozenset[str]
    scheduled: frozenset[str]
    announcing: frozenset[str]
    plans: frozenset[str]
    given_up: frozenset[str]
    calling_off: frozenset[str]
    evening: frozenset[str]
    signed: frozenset[str]
    during: frozenset[str]
    shifting: frozenset[str]
    would: frozenset[str]
    out_of: frozenset[str]
    addressed: frozenset[str]
    attack: frozenset[str]
    same: frozenset[str]
    whole: frozenset[str]
    engagements: frozenset[str]
    disasters: frozenset[str]
    lying: frozenset[str]
    every: frozenset[str]
    apiece: frozenset[str]
    but_not: frozenset[str]
    behind: frozenset[str]
    alternatives: frozenset[str]
    compared: frozenset[str]
    roads: frozenset[str]
    abstract: frozenset[str]
    following: frozenset[str]
    killing: frozenset[str]
    joining: frozenset[str]
    infinitive: frozenset[str]
    this: frozenset[str]
    unit_names: frozenset[str]
    numbered: frozenset[str]
    remaining: frozenset[str]
    existing: frozenset[str]
    crossing: frozenset[str]
    when: frozenset[str]
    crew: frozenset[str]
    onward: frozenset[str]
    parting: frozenset[str]
    relieving: frozenset[str]
    boarding: frozenset[str]
    deciding: frozenset[str]
    done: frozenset[str]
    past: frozenset[str]
    nations: frozenset[str]
    serial: frozenset[str]
    together: frozenset[str]
    preventing: frozenset[str]
    staying: frozenset[str]
    promised: frozenset[str]
    sole: frozenset[str]
    calls: frozenset[str]
    urging: frozenset[str]
    postponing: frozenset[str]
    anonymous: frozenset[str]
    then: frozenset[str]
    spying: frozenset[str]
    questions: frozenset[str]
    asking: frozenset[str]
    inversions: frozenset[str]
    after: frozenset[str]
    rest: frozenset[str]
    also: frozenset[str]
    along: frozenset[str]
    since_then: frozenset[str]
    aboard: frozenset[str]
    manned: frozenset[str]
    incidents: frozenset[str]
    suffering: frozenset[str]
    ending: frozenset[str]
    perfect_to_come: frozenset[str]
    partitive: frozenset[str]
    coming: frozenset[str]
    still: frozenset[str]
    totals: frozenset[str]
    hauled: frozenset[str]
    lending: frozenset[str]
    all: frozenset[str]
    releases: frozenset[str]
    already: frozenset[str]
    relief: frozenset[str]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language writes numbers."""

    decimal: str
    thousands: tuple[str, ...]
    conjunctions: frozenset[str]
    range_between: frozenset[str]
    range_and: frozenset[str]
    range_from: frozenset[str]
    range_to: frozenset[str]
    words: Mapping[str, int]
    multipliers: Mapping[str, int]
    units: Mapping[str, int]
    collectives: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DatePattern:
    """Forms in which a language writes one kind of date, with examples that are its tests."""

    rule: str
    forms: tuple[str, ...]
    examples: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language writes dates: words by what they stand for, and the patterns."""

    vocabulary: Mapping[str, Mapping[str, tuple[str, ...]]]
    patterns: tuple[DatePattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class LanguagePack:
    """All that the program knows of one language.

    Attributes
    ----------
    lexicon
        Every phrase of the pack, found in one pass. Its groups are the keys of `_groups`; the value of
        a force or goods is the unit it is counted in, of a demonym the country code, of a generic word
        the kind of place.
    """

    code: str
    name: str
    demonyms_always_capital: bool
    articled_places: bool
    noun_adjuncts: bool
    verbs_embrace: bool
    home: frozenset[str]
    abbreviations: frozenset[str]
    words: SmallWords
    numbers: NumberWords
    dates: DateWords
    triggers: Mapping[str, Trigger]
    conditional_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    negation: tuple[frozenset[str], frozenset[str]]
    state_auxiliaries: frozenset[str]
    passive_auxiliaries: frozenset[str]
    resting: frozenset[str]
    source_stops: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    lexicon: Lexicon

    @property
    def apart(self) -> frozenset[str]:
        """Words before a noun that set it apart from one before it: articles and determiners."""
        return _apart(self)

    @property
    def auxiliaries(self) -> frozenset[str]:
        """Every auxiliary, those of the passive too."""
        return _auxiliaries(self)


@cache  # asked for each noun
def _apart(pack: LanguagePack) -> frozenset[str]:
    return (pack.articles | pack.determiners) - pack.words.joiners


@cache  # asked for each verb
def _auxiliaries(pack: LanguagePack) -> frozenset[str]:
    return pack.words.auxiliaries | pack.passive_auxiliaries


@cache  # each report asks for it
def available() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack, sorted."""
    files = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml")))


def file_of(code: str) -> bytes:
    """Return the bytes of a language's pack, as they lie in its file."""
    return resources.files(__name__).joinpath(f"{code}.toml").read_bytes()


@cache
def calendar(pack: LanguagePack) -> frozenset[str]:
    """Return the keys of months and days of the week."""
    vocabulary = pack.dates.vocabulary
    return frozenset(
        fold(word)
        for table in ("months", "weekdays")
        for forms in vocabulary[table].values()
        for word in forms
    )


def before_day(sentence: Sentence, at: int, pack: LanguagePack) -> int:
    """Return where the day begins that stands before word `at`: "ont quitté lundi soir Niamey".

    Returns
    -------
    int
        `at` where no day stands there.
    """
    tokens, known = sentence.tokens, calendar(pack)
    if at == 0 or tokens[at - 1].lower in pack.articles or sentence.ending_at("role", at):
        return at  # "parti dans la nuit pour Gao"
    first = at
    while first > 0 and at - first < _LONGEST_DAY:
        token = tokens[first - 1]
        if not (token.key in known or token.lower in pack.words.daytime or token.lower.isdecimal()):
            break
        first -= 1
    return first


@cache
def load(code: str) -> LanguagePack:
    """Load the pack of a language.

    Parameters
    ----------
    code
        ISO 639-1 code, one of `available`.

    Raises
    ------
    LanguagePackError
        There is no such pack, or it breaks a rule; the message names pack and table.
    """
    if code not in available():
        known = ", ".join(available())
        raise LanguagePackError(f"there is no language pack {code!r}; there are {known}")
    raw = file_of(code).decode("utf-8")
    try:
        return _pack(tomllib.loads(raw))
    except tomllib.TOMLDecodeError as error:
        raise LanguagePackError(f"language pack {code}.toml is not TOML: {error}") from error
    except (KeyError, ValueError, TypeError) as error:
        raise LanguagePackError(f"language pack {code}.toml: wrong or missing {error}") from error


def _pack(data: Mapping[str, Any]) -> LanguagePack:
    language, status, attribution = data["language"], data["status"], data["attribution"]
    triggers = {
        row["name"]: Trigger(
            row["name"],
            ClaimType(row["type"]),
            Frame(row["frame"]),
            nominal=row.get("nominal", False),
            host=row.get("host", False),
            onto=row.get("onto", False),
            received=row.get("received", False),
            promised=row.get("promised", False),
            refused=row.get("refused", False),
            relieved=row.get("relieved", False),
        )
        for row in data["triggers"]
    }
    return LanguagePack(
        code=language["code"],
        name=language["name"],
        demonyms_always_capital=language["demonyms_always_capital"],
        articled_places=language["articled_places"],
        noun_adjuncts=language["noun_adjuncts"],
        verbs_embrace=language["verbs_embrace"],
        home=frozenset(language["home"]),
        abbreviations=frozenset(language["abbreviations"]),
        words=SmallWords(**{name: frozenset(words) for name, words in data["words"].items()}),
        numbers=_numbers(data["numbers"]),
        dates=_dates(data["dates"]),
        triggers=triggers,
        conditional_endings=tuple(status["conditional_endings"]),
        future_endings=tuple(status["future_endings"]),
        negation=(frozenset(status["negation"]["opens"]), frozenset(status["negation"]["closes"])),
        state_auxiliaries=frozenset(status["state_auxiliaries"]),
        passive_auxiliaries=frozenset(status["passive_auxiliaries"]),
        resting=frozenset(status["resting"]),
        source_stops=frozenset(attribution["stop"]),
        articles=frozenset(attribution["articles"]),
        determiners=frozenset(data["forces_adjectival"]["determiners"]),
        lexicon=Lexicon(_groups(data), _parting(data["words"])),
    )


def _parting(words: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return the words that begin a clause or what a clause is told to be for: "und", "um", "nachdem"."""
    return frozenset(
        word for name in ("joiners", "clause", "contrast", "purpose", "when") for word in words[name]
    )


def _groups(data: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    places, status, attribution = data["places"], data["status"], data["attribution"]
    for name in (*status["near"], *status["sentence"]):
        Status(name)
    for name in data["means"]:
        Means(name)
    for name in data["joining"]["shares"]:
        Share(name)
    for name in data["joining"]["fates"]:
        Fate(name)
    groups = {
        "force": {unit: row["words"] for unit, row in data["forces"].items()},
        "goods": {unit: row["words"] for unit, row in data["goods"].items()},
        "not_there": {"not": places["there"]["not"]},
        "there": {
            "there": places["there"]["words"],
            **{name: words for name, words in places["there"].items() if name not in ("words", "not")},
        },
        "again": {
            "again": data["forces_again"]["words"],
            **{name: data["forces_again"][name] for name in ("numbered", "alone", "ship", "object")},
        },
        "trigger": {row["name"]: row["words"] for row in data["triggers"]},
        "adjectival": {"adjective": data["forces_adjectival"]["words"]},
        "afloat": data["forces_afloat"],
        "collective": data["forces_collective"],
        "not_force": {"not": data["not_forces"]["words"]},
        "civilian": {"civilian": data["civilians"]["words"]},
        "civil": data["forces_civil"],
        "sideless": data["forces_sideless"],
        "of_one": data["forces_of_state"],
        "likely_of": data["forces_likely_of"],
        "rank": {"rank": data["forces_rank"]["words"], "senior": data["forces_rank"]["senior"]},
        "carrier_before": {"by": data["carriers"]["before"]},
        "not_trigger": {"not": data["not_triggers"]["words"]},
        "demonym": data["demonyms"],
        "role": places["roles"],
        "generic": places["generic"],
        "never": {"never": places["never"]["words"]},
        **_pair("embedded", places["embedded"]),
        **_pair("metonymic", places["metonymic"]),
        "genitive_state": {"of": places["metonymic"]["genitive_state"]},
        "locative_before": {"in": places["metonymic"]["locative_before"]},
        "title": {"title": data["people"]["titles"]},
        "status_near": status["near"],
        "status_sentence": status["sentence"],
        "none_of": {"denied": status["none_of"]["words"]},
        "source_before": {"by": attribution["before"]},
        "say": {"say": attribution["say"]},
        "source_again": {"again": attribution["again"]},
        "official": {"official": attribution["official"]},
        "press": {"press": attribution["press"]},
        "outsider": {"outsider": attribution["outsiders"]},
        "national": {"national": attribution["national"]},
        "allied": {"allied": attribution["allied"]},
        "seat": attribution["seats"],
        "share": data["joining"]["shares"],
        "fate": data["joining"]["fates"],
        "of_state": {"of": data["joining"]["of_state"]},
        "means": data["means"],
        "hedge": data["numbers"]["hedges"],
        "indefinite": data["numbers"]["indefinite"],
        "fixed": data["numbers"]["fixed"],
        "measure": data["numbers"]["measures"],
    }
    return _spelt_out(groups, data)


def _spelt_out(
    groups: Mapping[str, Mapping[str, Iterable[str]]], data: Mapping[str, Any]
) -> dict[str, dict[str, list[str]]]:
    """Write a "#" of a phrase as every number ("spent # months"), an "@" as every adjective of nation."""
    values = {**data["numbers"]["words"], **data["numbers"]["multipliers"]}
    numbers = "|".join((*(word for word, value in values.items() if value > 1), *_DIGITS))
    of_states = (word for words in data["demonyms"].values() for word in words)
    plain = (word.casefold().rstrip("-") for word in of_states)
    nations = "|".join(word for word in plain if word.rstrip("*").isalpha())
    return {
        group: {
            value: [phrase.replace("#", numbers).replace("@", nations) for phrase in phrases]
            for value, phrases in words.items()
        }
        for group, words in groups.items()
    }


def _pair(name: str, table: Mapping[str, Iterable[str]]) -> dict[str, Mapping[str, Iterable[str]]]:
    return {
        f"{name}_before": {name: table.get("before", ())},
        f"{name}_after": {name: table.get("after", ())},
    }


def _numbers(table: Mapping[str, Any]) -> NumberWords:
    return NumberWords(
        decimal=table["decimal"],
        thousands=tuple(table["thousands"]),
        **{
            key: frozenset(table[key])
            for key in ("conjunctions", "range_between", "range_and", "range_from", "range_to")
        },
        words=table["words"],
        multipliers=table["multipliers"],
        units=table["units"],
        collectives=table["collectives"],
    )


def _dates(table: Mapping[str, Any]) -> DateWords:
    names = ("months", "weekdays", "seasons", "parts", "feasts", "units", "numbers")
    for day in table["feasts"]:
        _check_day(day)
    return DateWords(
        vocabulary={
            name: {value: tuple(words) for value, words in table[name].items()}
            for name in (*names, "relations", "relations_behind")
        },
        patterns=tuple(
            DatePattern(row["rule"], tuple(row["forms"]), row["examples"]) for row in table["patterns"]
        ),
    )


def _check_day(day: str) -> None:
    """Raise where the day of a feast is none of a leap year: "12-32"."""
    try:
        dt.date.fromisoformat(f"2000-{day}")
    except ValueError:
        raise ValueError(f"'feasts': {day!r} is no day of a year, like '12-25'") from None
