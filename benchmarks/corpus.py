"""Made-up reports in any number, for measuring: the same number gives the same reports.

Most sentences of a newspaper tell of no deployment, and most reports hold none at all: `RELEVANT` of them do
here, in one sentence of eight. Names, numbers and days vary, so that no cache sees the same twice.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

RELEVANT = 0.25  # share of reports that tell of a deployment
_SENTENCES = 28  # of a report: some 600 words, as an agency's
_FIRST = date(2023, 1, 2)


@dataclass(frozen=True, slots=True)
class Words:
    """What reports of a language are made of."""

    told: tuple[str, ...]
    other: tuple[str, ...]
    places: tuple[str, ...]
    sides: tuple[str, ...]
    people: tuple[str, ...]
    goods: tuple[str, ...]


FRENCH = Words(
    told=(
        "{n} soldats {side} sont arrivés à {place} le {day}, selon le ministère de la Défense.",
        "Quelque {n} militaires {side} ont quitté {place} pour {place2} {weekday}, a indiqué l'état-major.",
        "Un bataillon {side} de {n} hommes stationne depuis des mois près de {place}.",
        "Le gouvernement enverra {n} policiers à {place} au printemps, a promis le premier ministre.",
        "Une frégate {side} a fait escale à {place} avant de repartir vers {place2}.",
        "{n} combattants ont été tués à {place}, affirme une source proche des autorités.",
    ),
    other=(
        "Le prix {goods} a augmenté de {n} euros en un an, et les familles de {place} s'en inquiètent.",
        "« Nous n'avons pas été consultés », regrette {person}, qui tient un commerce dans le centre.",
        "La municipalité de {place} a voté un budget de {n} millions, après une longue soirée de débats.",
        "Les enfants ont repris le chemin de l'école {weekday}, sous une pluie fine.",
        "Le match s'est achevé sur un score nul devant {n} spectateurs.",
        "{person} a présenté son roman à {place}, devant une salle comble.",
        "Aucune décision n'a été prise, et le dossier reviendra devant le conseil à l'automne.",
        "Les pompiers sont intervenus {n} fois depuis le début de la saison, un record.",
        "La récolte {goods} s'annonce médiocre, faute de pluie au bon moment.",
        "Il faudra attendre l'avis des experts avant de rouvrir la ligne entre {place} et {place2}.",
        "Selon une étude parue le {day}, un habitant sur {few} travaille désormais chez lui.",
        "L'exposition réunit {n} photographies, dont beaucoup n'avaient jamais été montrées.",
    ),
    places=(
        "Koursk",
        "Vladivostok",
        "Gao",
        "Bangui",
        "Lviv",
        "Odessa",
        "Kinshasa",
        "Tallinn",
        "Séoul",
        "Dakar",
        "Niamey",
        "Brest",
        "Toulon",
        "Lille",
        "Nantes",
        "Alger",
        "Tunis",
        "Le Caire",
        "Varsovie",
        "Riga",
        "Bamako",
        "Abidjan",
    ),
    sides=(
        "russes",
        "français",
        "ukrainiens",
        "nord-coréens",
        "tchadiens",
        "kényans",
        "polonais",
        "allemands",
    ),
    people=("Hélène Marchal", "Ousmane Diop", "Paul Guérin", "Ines Belkacem", "Louis Tanguy", "Marta Kowal"),
    goods=("du blé", "des tomates", "de l'électricité", "du lait", "des abricots", "du gaz"),
)
ENGLISH = Words(
    told=(
        "{n} {side} soldiers arrived in {place} on {day}, the defence ministry said.",
        "About {n} {side} troops left {place} for {place2} on {weekday}, according to the general staff.",
        "A {side} battalion of {n} men has been stationed near {place} for months.",
        "The government will send {n} police officers to {place} in the spring, the prime minister pledged.",
        "A {side} frigate called at {place} before sailing for {place2}.",
        "{n} fighters were killed in {place}, a source close to the authorities said.",
    ),
    other=(
        "The price of {goods} rose by {n} pounds in a year, and families in {place} are worried.",
        '"Nobody asked us," said {person}, who keeps a shop in the centre.',
        "The council of {place} passed a budget of {n} million after a long evening of debate.",
        "Children went back to school on {weekday} in a light rain.",
        "The match ended in a draw before {n} spectators.",
        "{person} presented a new novel in {place} to a full house.",
        "No decision was taken, and the file will come back to the council in the autumn.",
        "Firefighters were called out {n} times since the season began, a record.",
        "The harvest of {goods} looks poor for want of rain at the right time.",
        "Experts must give their view before the line between {place} and {place2} opens again.",
        "According to a study published on {day}, one resident in {few} now works from home.",
        "The exhibition brings together {n} photographs, many of them never shown before.",
    ),
    places=(
        "Kursk",
        "Vladivostok",
        "Gao",
        "Bangui",
        "Lviv",
        "Odesa",
        "Kinshasa",
        "Tallinn",
        "Seoul",
        "Dakar",
        "Niamey",
        "Brest",
        "Toulon",
        "Leeds",
        "Cork",
        "Algiers",
        "Tunis",
        "Cairo",
        "Warsaw",
        "Riga",
        "Bamako",
        "Abidjan",
    ),
    sides=("Russian", "French", "Ukrainian", "North Korean", "Chadian", "Kenyan", "Polish", "German"),
    people=("Helen Marsh", "Ousmane Diop", "Paul Gerrard", "Ines Belkacem", "Louis Tangye", "Marta Kowal"),
    goods=("wheat", "tomatoes", "power", "milk", "apricots", "gas"),
)
_MONTHS = {
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_WEEKDAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up report."""

    id: str
    language: str
    published: date
    title: str
    text: str


def reports(count: int, sentences: int = _SENTENCES, relevant: float = RELEVANT) -> Iterator[Made]:
    """Yield so many reports, every other one in English; the first ones are the same for any `count`."""
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 - makes texts, keeps no secrets
        language, words = ("fr", FRENCH) if number % 2 == 0 else ("en", ENGLISH)
        day = _FIRST + timedelta(days=number % 900)
        told = chance.random() < relevant
        body = [_sentence(chance, language, words, told and place % 8 == 1) for place in range(sentences)]
        paragraphs = [" ".join(body[start : start + 4]) for start in range(0, len(body), 4)]
        yield Made(f"r{number:07}", language, day, body[0][:70], "\n\n".join(paragraphs) + "\n")


def _sentence(chance: random.Random, language: str, words: Words, told: bool) -> str:  # noqa: FBT001 - one of two
    place, place2 = chance.sample(words.places, 2)
    day = chance.randrange(1, 29)
    month = chance.choice(_MONTHS[language])
    return chance.choice(words.told if told else words.other).format(
        n=chance.randrange(2, 900) * 10,
        few=chance.randrange(3, 9),
        place=place,
        place2=place2,
        side=chance.choice(words.sides),
        person=chance.choice(words.people),
        goods=chance.choice(words.goods),
        weekday=chance.choice(_WEEKDAYS[language]),
        day=f"{day} {month}",
    )


def front_matter(made: Made) -> str:
    """Return a report as a file holds it."""
    return (
        f"---\ntitle: {made.title}\npublisher: Made-up Wire\npublished: {made.published}\n"
        f"language: {made.language}\n---\n{made.text}"
    )
