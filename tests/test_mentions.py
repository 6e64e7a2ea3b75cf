"""Which words are place names, and how each is used."""

from itertools import pairwise

import pytest

from geo import pipeline
from geo.gazetteer import Gazetteer
from geo.records import Document, GazetteerEntry, Mention, Place, PlaceKind, PlaceName, Usage


def mentions(language: str, text: str) -> tuple[Mention, ...]:
    return pipeline.read_document(Document("d", text, language=language)).mentions


def named(language: str, text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.place.name if m.place else None) for m in mentions(language, text)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Ils sont partis d’Oussouriïsk vers Vladivostok.", ["Ussuriysk", "Vladivostok"]),
        ("fr", "Des renforts sont arrivés à KHABAROVSK.", ["Khabarovsk"]),
        ("fr", "Les combats continuent dans la région de Koursk.", ["Kursk Oblast"]),
        ("fr", "Un tir a touché Koursk.", ["Kursk"]),
        ("fr", "Un avion s’est posé à l’aéroport de Sunan.", ["Pyongyang International Airport"]),
        ("en", "They reached the Donbas from Kursk Oblast.", ["Donbas", "Kursk Oblast"]),
        ("en", "Soldiers left for the Russian Far East.", ["Russian Far East"]),
        ("ru", "Корабли пришли во Владивосток.", ["Vladivostok"]),
        ("fr", "Ils sont dans le nord malien et l'est congolais.", ["Azawad", "Eastern DR Congo"]),
        ("fr", "Ils ont quitté le nord-est syrien.", ["Northeastern Syria"]),
        ("en", "They are in waters south of Yemen.", ["southern Yemen"]),
    ],
)
def test_a_name_is_found_and_placed(language: str, text: str, expected: list[str]) -> None:
    assert [place for _, place in named(language, text)] == expected


@pytest.mark.parametrize(
    "noise", ["\u200b", "\u00ad", "\u2060"], ids=["zero-width space", "soft hyphen", "word joiner"]
)
def test_invisible_characters_inside_a_name_do_not_hide_it(noise: str) -> None:
    text = f"Ils vont vers Vladi{noise}vostok."
    assert named("fr", text) == [(f"Vladi{noise}vostok", "Vladivostok")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le NIS sud-coréen confirme."),  # not Niš
        ("fr", "Les soldats nord-coréens et russes avancent."),
        ("fr", "Kim Jong Un a écrit à son voisin."),
        ("en", "The US troops and North Korean soldiers met."),
        ("fr", "Si cela continue, nice et tours n’y feront rien."),
        ("fr", "Le suspect est malien, les sud-soudanais le disent au centre turc."),
    ],
)
def test_what_only_looks_like_a_place_is_none(language: str, text: str) -> None:
    assert named(language, text) == []


def test_a_name_that_no_gazetteer_holds_is_kept_without_a_place() -> None:
    assert named("fr", "Ils ont gagné le village de Zorgablinsk hier.") == [("Zorgablinsk", None)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They drove to Klamath Falls, Oregon, on Monday.", ["Klamath Falls", "Oregon"]),  # no person
        ("en", "Shops in Žilina, Nitra and Prešov closed.", ["Žilina", "Nitra", "Prešov"]),  # a list
        (
            "en",
            "Troops met in Maiduguri Borno State.",
            ["Maiduguri", "Borno State"],
        ),  # two names side by side
        ("en", "They will arrive in Lagos April 4.", ["Lagos"]),  # a date behind
        ("fr", "Des Syriens ont fui vers Tell Abyad.", ["Tall Abyad"]),  # another spelling
        ("en", "Syrian troops are now in Ain Issa.", ["‘Ayn ‘Isa"]),  # "Ain" alone is a département
    ],
)
def test_a_reason_lets_a_name_of_the_large_gazetteer_in(
    language: str, text: str, expected: list[str]
) -> None:
    assert [place for _, place in named(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Ils ont hissé des mortiers sur le mont Zorglub.", ["mont Zorglub"]),
        ("fr", "Ils furent pris dans la vallée d’Uzbekin.", ["vallée d’Uzbekin"]),
        ("en", "They left Zorglub camp on Monday.", ["Zorglub camp"]),
        ("en", "They flew to Camp Zorglub.", ["Camp Zorglub"]),
        ("en", "The road crosses the Thames Valley.", ["Thames Valley"]),  # not Thames, New Zealand
        ("en", "Nothing moved at Zorglub.", ["Zorglub"]),
    ],
)
def test_a_kind_word_makes_a_name_of_its_own(language: str, text: str, expected: list[str]) -> None:
    assert named(language, text) == [(name, None) for name in expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He wrote it on Telegram at Christmas."),
        ("en", "The Pentagon said so."),
        ("en", "The U.S. Department of State said so."),
        ("en", "Slidell PD spoke to John Slidell of it."),
        ("fr", "Il l’a écrit sur Telegram."),
    ],
)
def test_words_that_some_place_bears_are_none(language: str, text: str) -> None:
    assert [name for name, place in named(language, text) if place and name != "U.S"] == []


def test_an_office_is_a_place_where_something_is_said_to_be_there() -> None:
    assert named("en", "They met at the Pentagon.") == [("Pentagon", "Pentagon")]


def test_a_site_that_nobody_holds_lies_in_the_town_behind_it() -> None:
    assert named("fr", "La caserne Zorglub, à Nogent-le-Rotrou, est vide.") == [
        ("caserne Zorglub", "Nogent-le-Rotrou"),
        ("Nogent-le-Rotrou", "Nogent-le-Rotrou"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "usage"),
    [
        ("fr", "Ils sont arrivés à Séoul.", Usage.LOCATIVE),
        ("fr", "Séoul a nié ces informations.", Usage.METONYMIC),
        ("fr", "Moscou dément.", Usage.METONYMIC),
        ("fr", "La coopération entre la Russie et la Corée du Nord se renforce.", Usage.METONYMIC),
        ("fr", "Un professeur de l’Université de Séoul a parlé.", Usage.EMBEDDED),
        ("en", "Moscow denied the report.", Usage.METONYMIC),
        ("en", "They marched into Moscow.", Usage.LOCATIVE),
        ("en", "They signed the Minsk agreements.", Usage.EMBEDDED),
    ],
)
def test_how_a_name_is_used(language: str, text: str, usage: Usage) -> None:
    assert {m.usage for m in mentions(language, text)} == {usage}


def test_spans_lead_to_the_words_and_keep_their_order() -> None:
    text = "De Vladivostok à Koursk, puis à l’aéroport de Sunan ; Kiev, Séoul et Yalta."
    found = mentions("fr", text)
    assert [text[m.span.start : m.span.end] for m in found] == [m.text for m in found]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def town(name: str, population: int, *others: str, curated: bool = False) -> GazetteerEntry:
    place = Place(f"t:{name}", name, "FR", PlaceKind.CITY, 45.0, 5.0, 5.0)
    names = tuple(PlaceName(other, "und") for other in (name, *others))
    return GazetteerEntry(place, names, population, "test", "test", curated=curated)


HAMLETS = Gazetteer(
    [
        town("Les", 900),
        town("Mars", 2_000),
        town("Nadia", 30_000),
        town("Brignoles", 17_000),
        town("Petitbourg", 800),
        town("Grandeville", 400_000),
    ]
)


def found(text: str, language: str = "fr") -> list[str]:
    return [m.text for m in pipeline.read_document(Document("d", text, language=language), HAMLETS).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les soldats sont là, et les officiers aussi.", []),  # a word that the report writes small
        ("Mars sera long ; en mars, rien.", []),
        ("Le ministre Nadia Petitbourg a parlé. Nadia sourit.", []),  # somebody's name
        ("Petitbourg a perdu son maire.", []),  # a hamlet needs a reason
        ("Ils campent à Petitbourg.", ["Petitbourg"]),
        ("Ils campent à Petitbourg. Demain, Petitbourg sera vide.", ["Petitbourg", "Petitbourg"]),
        ("Les rues de Brignoles sont vides.", ["Brignoles"]),
        ("On dit que Grandeville tremble.", ["Grandeville"]),  # well known
    ],
)
def test_a_name_of_the_large_gazetteer_needs_a_reason(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_capitalised_name_behind_a_preposition_of_place_is_kept_without_a_place() -> None:
    assert found("Ils sont arrivés à Zorgablinsk hier, a dit le maire à la presse.") == ["Zorgablinsk"]


@pytest.mark.parametrize(
    "text", ["Ils partent en Mars prochain.", "Elle est née à l’Automne.", "à la Défense"]
)
def test_a_word_that_the_pack_knows_is_no_new_name(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "usage"),
    [
        ("Selon lui, Paris hésite encore.", Usage.METONYMIC),  # the seat of a government acts
        ("Selon lui, Islamabad hésite encore.", Usage.METONYMIC),  # as Chittagong was called too
        ("Selon lui, Marseille hésite encore.", Usage.LOCATIVE),
        ("PARIS, 3 mai – Il pleut.", Usage.LOCATIVE),
        ("Ils sont à Paris.", Usage.LOCATIVE),
    ],
)
def test_the_name_of_a_capital_means_the_government_where_nothing_places_it(text: str, usage: Usage) -> None:
    assert [m.usage for m in mentions("fr", text)] == [usage]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "La Nouvelle-Zélande a envoyé 120 militaires.", "Nouvelle-Zélande"),  # not "La Nouvelle"
        ("fr", "La Nouvelle-Orléans attend.", "La Nouvelle-Orléans"),
        ("en", "The Singapore Armed Forces sent a ship.", "Singapore"),
    ],
)
def test_a_name_is_found_whole_and_behind_a_state_stands_what_is_its_own(
    language: str, text: str, name: str
) -> None:
    assert [m.span.of(text) for m in mentions(language, text)] == [name]
