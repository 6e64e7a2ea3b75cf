"""Times: what the words say, from which day they count, and what stays open where nobody told it."""

import dataclasses
import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import dates, languages
from geo.errors import LanguagePackError
from geo.languages import DatePattern
from geo.records import Basis, Precision, Span, TimeExpression
from geo.text import sentences

SUNDAY = dt.date(2024, 10, 20)  # the day of publication of all that follows, a Sunday


def read(code: str, text: str, published: dt.date | None = SUNDAY) -> tuple[TimeExpression, ...]:
    pack = languages.load(code)
    return dates.reader(pack).read(text, sentences(text, pack.abbreviations), published)


def interval(time_: TimeExpression) -> str:
    return "/".join(day.isoformat() if day else ".." for day in (time_.start, time_.end))


FRENCH = {
    "du 8 au 13 octobre": "2024-10-08/2024-10-13",
    "du 8 au 13 (octobre)": "2024-10-08/2024-10-13",
    "entre le 8 et le 13 octobre": "2024-10-08/2024-10-13",
    "du mardi 8 au dimanche 13 octobre": "2024-10-08/2024-10-13",
    "les 8 et 9 octobre": "2024-10-08/2024-10-09",
    "du 28 octobre au 3 novembre": "2024-10-28/2024-11-03",
    "du 28 décembre au 3 janvier": "2024-12-28/2025-01-03",
    "Le 7 octobre": "2024-10-07/2024-10-07",
    "le mardi 8\u00a0octobre\u202f2024": "2024-10-08/2024-10-08",
    "1er mars 2025": "2025-03-01/2025-03-01",
    "le 8 oct. 2024": "2024-10-08/2024-10-08",
    "le 8 aou\u0302t 2024": "2024-08-08/2024-08-08",
    "le 8 oc\u00adtobre": "2024-10-08/2024-10-08",
    "LE 8 OCTOBRE": "2024-10-08/2024-10-08",
    "en juin": "2024-06-01/2024-06-30",
    "En juin dernier": "2024-06-01/2024-06-30",
    "en septembre dernier": "2024-09-01/2024-09-30",
    "en octobre dernier": "2023-10-01/2023-10-31",
    "décembre prochain": "2024-12-01/2024-12-31",
    "de mars à mai": "2024-03-01/2024-05-31",
    "début octobre": "2024-10-01/2024-10-10",
    "à la mi-septembre": "2024-09-11/2024-09-20",
    "fin février 2024": "2024-02-21/2024-02-29",
    "mi-2022": "2022-05-01/2022-08-31",
    "fin 2024": "2024-10-01/2024-12-31",
    "en début d’année": "2024-01-01/2024-03-31",
    "au début du mois": "2024-10-01/2024-10-10",
    "l’été dernier": "2024-06-01/2024-08-31",
    "au printemps": "2024-03-01/2024-05-31",
    "automne 2023": "2023-09-01/2023-11-30",
    "la semaine dernière": "2024-10-07/2024-10-13",
    "cette semaine": "2024-10-14/2024-10-20",
    "le mois dernier": "2024-09-01/2024-09-30",
    "ce mois-ci": "2024-10-01/2024-10-31",
    "l’année dernière": "2023-01-01/2023-12-31",
    "il y a quatre mois": "2024-06-01/2024-06-30",
    "il y a une semaine": "2024-10-13/2024-10-13",
    "il y a un an": "2023-10-01/2023-10-31",
    "hier": "2024-10-19/2024-10-19",
    "avant-hier": "2024-10-18/2024-10-18",
    "cette nuit": "2024-10-19/2024-10-20",
    "lundi": "2024-10-14/2024-10-14",
    "dimanche": "2024-10-20/2024-10-20",
    "lundi prochain": "2024-10-21/2024-10-21",
    "ce lundi": "2024-10-21/2024-10-21",
    "ce vendredi": "2024-10-18/2024-10-18",
    "le 8": "2024-10-08/2024-10-08",
    "le 30": "2024-09-30/2024-09-30",
    "en 2024": "2024-01-01/2024-12-31",
    "dans les mois à venir": "2024-10-20/..",
    "depuis mi-2022": "2022-06-15/..",
    "depuis la mi-septembre": "2024-09-15/..",
    "depuis cet été": "2024-06-01/..",
    "depuis février 2022": "2022-02-01/..",
    "depuis octobre": "2024-10-01/..",
    "depuis le 8 octobre": "2024-10-08/..",
    "depuis 2023": "2023-01-01/..",
    "à partir du 8 octobre": "2024-10-08/..",
    "jusqu’au 30 octobre": "../2024-10-30",
    "Au 24 octobre": "../2024-10-24",
    "d’ici le 30 octobre": "2024-10-20/2024-10-30",
    "d’ici à vendredi": "2024-10-20/2024-10-25",
    "d'ici la fin de l'année": "2024-10-20/2024-12-31",
    "avant le 10 octobre": "../2024-10-09",
    "avant mai": "../2024-04-30",
    "avant 2025": "2024-10-20/2024-12-31",
    "avant la fin du mois": "2024-10-20/2024-10-31",
    "d'ici 2025": "2024-10-20/2025-12-31",
    "jusqu'en 2026": "../2026-12-31",
    "au plus tard le 31 décembre": "2024-10-20/2024-12-31",
    "à partir du 12": "2024-10-12/..",
    "jusqu’au 15": "../2024-10-15",
    "depuis le 9": "2024-10-09/..",
    "depuis fin mai": "2024-05-21/..",
    "depuis trois semaines": "2024-09-29/..",
    "depuis six mois": "2024-04-01/..",
    "depuis l’aube": "2024-10-20/..",
    "dès le 3 octobre": "2024-10-03/2024-10-03",
    "de lundi à vendredi": "2024-10-14/2024-10-18",
    "entre lundi et mercredi": "2024-10-14/2024-10-16",
    "dans la nuit de lundi à mardi": "2024-10-14/2024-10-15",
    "dans la nuit du 24 au 25": "2024-09-24/2024-09-25",
    "dans la nuit du 24 au 25 mai": "2024-05-24/2024-05-25",
    "dans la nuit du 3 octobre": "2024-10-03/2024-10-03",
    "dans la nuit de samedi": "2024-10-19/2024-10-19",
    "entre le 9 et le 15": "2024-10-09/2024-10-15",
    "du 28 au 3": "2024-09-28/2024-10-03",
    "à l'aube du 3": "2024-10-03/2024-10-03",
    "le 14": "2024-10-14/2024-10-14",
    "ce matin": "2024-10-20/2024-10-20",
    "hier soir": "2024-10-19/2024-10-19",
    "vers 15 h 30, hier": "2024-10-19/2024-10-19",
    "mardi et mercredi": "2024-10-15/2024-10-16",
    "le 8 octobre au matin": "2024-10-08/2024-10-08",
    "jeudi 12 septembre": "2024-09-12/2024-09-12",
    "mercredi 8 novembre": "2023-11-08/2023-11-08",
    "le 9 mai 94": "1994-05-09/1994-05-09",
    "octobre ’98": "1998-10-01/1998-10-31",
    "les années 90": "1990-01-01/1999-12-31",
    "à la fin de 2001": "2001-10-01/2001-12-31",
    "début 2015": "2015-01-01/2015-03-31",
    "l'été 2014": "2014-06-01/2014-08-31",
    "l’automne dernier": "2023-09-01/2023-11-30",
    "au premier semestre 2024": "2024-01-01/2024-06-30",
    "la première quinzaine d'octobre": "2024-10-01/2024-10-15",
    "entre août 2023 et mars 2025": "2023-08-01/2025-03-31",
    "en janvier et février 2024": "2024-01-01/2024-02-29",
    "entre fin mai et début juin": "2024-05-21/2024-06-10",
    "il y a trois semaines": "2024-09-29/2024-09-29",
    "il y a quinze jours": "2024-10-06/2024-10-06",
    "il y a moins de deux mois": "2024-08-01/2024-10-20",
    "plus tôt ce mois-ci": "2024-10-01/2024-10-20",
    "les 24 dernières heures": "2024-10-19/2024-10-20",
    "ces trois derniers mois": "2024-07-20/2024-10-20",
    "dans la quinzaine": "2024-10-20/2024-11-03",
    "dans quinze jours": "2024-11-03/2024-11-03",
    "dans trois jours": "2024-10-23/2024-10-23",
    "dans les dix jours": "2024-10-20/2024-10-30",
    "sous 48 heures": "2024-10-20/2024-10-22",
    "dans les tout prochains jours": "2024-10-20/..",
    "le week-end dernier": "2024-10-12/2024-10-13",
}
ENGLISH = {
    "from 8 to 13 October": "2024-10-08/2024-10-13",
    "October 8 to 13": "2024-10-08/2024-10-13",
    "8–13 October 2024": "2024-10-08/2024-10-13",
    "28 December to 3 January": "2024-12-28/2025-01-03",
    "on Tuesday, October 15, 2024": "2024-10-15/2024-10-15",
    "the 1st of October": "2024-10-01/2024-10-01",
    "8 November": "2024-11-08/2024-11-08",
    "25 March": "2024-03-25/2024-03-25",
    "last June": "2024-06-01/2024-06-30",
    "next June": "2025-06-01/2025-06-30",
    "early October": "2024-10-01/2024-10-10",
    "mid-September": "2024-09-11/2024-09-20",
    "late 2024": "2024-10-01/2024-12-31",
    "this month": "2024-10-01/2024-10-31",
    "two months ago": "2024-08-01/2024-08-31",
    "a week ago": "2024-10-13/2024-10-13",
    "last week": "2024-10-07/2024-10-13",
    "overnight": "2024-10-19/2024-10-20",
    "last winter": "2023-12-01/2024-02-29",
    "in the coming weeks": "2024-10-20/..",
    "from mid-September": "2024-09-15/..",
    "since Monday": "2024-10-14/..",
    "as of 15 October": "../2024-10-15",
    "by 30 October": "2024-10-20/2024-10-30",
    "by Friday": "2024-10-20/2024-10-25",
    "by October": "2024-10-20/2024-10-31",
    "by October 10": "../2024-10-10",
    "until December": "../2024-12-31",
    "on the 8th": "2024-10-08/2024-10-08",
    "by 2025": "2024-10-20/2025-12-31",
    "before 2025": "2024-10-20/2024-12-31",
    "before the end of October": "2024-10-20/2024-10-31",
    "before the vote on 14 February": "2024-10-20/2025-02-13",
    "until 2026": "../2026-12-31",
    "since late May": "2024-05-21/..",
    "since the 9th": "2024-10-09/..",
    "since dawn": "2024-10-20/..",
    "from 1 January": "2025-01-01/..",
    "from Monday to Friday": "2024-10-14/2024-10-18",
    "on Tuesday and Wednesday": "2024-10-15/2024-10-16",
    "on Sunday and Monday": "2024-10-13/2024-10-14",
    "between the 9th and the 15th": "2024-10-09/2024-10-15",
    "in the night of 24 to 25": "2024-09-24/2024-09-25",
    "on the night of 24 to 25 May": "2024-05-24/2024-05-25",
    "on the night of 7 October": "2024-10-07/2024-10-07",
    "at dawn on the 3rd": "2024-10-03/2024-10-03",
    "in the early hours of Tuesday": "2024-10-15/2024-10-15",
    "on the 14th": "2024-10-14/2024-10-14",
    "this morning": "2024-10-20/2024-10-20",
    "yesterday evening": "2024-10-19/2024-10-19",
    "on Sunday": "2024-10-20/2024-10-20",
    "next Monday": "2024-10-21/2024-10-21",
    "as early as Monday": "2024-10-14/2024-10-14",
    "at 6 p.m. on Tuesday": "2024-10-15/2024-10-15",
    "at 0600 GMT": "2024-10-20/2024-10-20",
    "until 5 pm": "2024-10-20/2024-10-20",
    "late February": "2024-02-21/2024-02-29",
    "early 2015": "2015-01-01/2015-03-31",
    "mid-2022": "2022-05-01/2022-08-31",
    "the summer of 2014": "2014-06-01/2014-08-31",
    "in the spring": "2024-03-01/2024-05-31",
    "in the spring of 1999": "1999-03-01/1999-05-31",
    "last autumn": "2023-09-01/2023-11-30",
    "the first half of 2024": "2024-01-01/2024-06-30",
    "Q3 2024": "2024-07-01/2024-09-30",
    "the second half of May": "2024-05-16/2024-05-31",
    "the 1990s": "1990-01-01/1999-12-31",
    "between early and mid-October": "2024-10-01/2024-10-20",
    "between August 2023 and March 2025": "2023-08-01/2025-03-31",
    "three weeks ago": "2024-09-29/2024-09-29",
    "a fortnight ago": "2024-10-06/2024-10-06",
    "more than a year ago": "../2023-10-31",
    "less than two months ago": "2024-08-01/2024-10-20",
    "earlier this month": "2024-10-01/2024-10-20",
    "later this month": "2024-10-20/2024-10-31",
    "in the past twenty-four hours": "2024-10-19/2024-10-20",
    "over the past two weeks": "2024-10-06/2024-10-20",
    "over the next few days": "2024-10-20/..",
    "in a fortnight": "2024-11-03/2024-11-03",
    "in three days' time": "2024-10-23/2024-10-23",
    "within ten days": "2024-10-20/2024-10-30",
    "within 48 hours": "2024-10-20/2024-10-22",
    "over the weekend": "2024-10-19/2024-10-20",
}
# Rows of a comparison of date readers that none of those compared got right throughout; words of our own.
ROWS = {
    "Du 8 au 13 octobre, des navires ont fait la traversée.": "2024-10-08/2024-10-13",
    "Les départs du 8 au 13 (octobre) ont été photographiés.": "2024-10-08/2024-10-13",
    "Ils ont embarqué entre le 8 et le 13 octobre.": "2024-10-08/2024-10-13",
    "Les deux voisins se sont alliés en juin.": "2024-06-01/2024-06-30",
    "En juin dernier, ils se sont alliés.": "2024-06-01/2024-06-30",
    "Un convoi est parti le mois dernier.": "2024-09-01/2024-09-30",
    "Un convoi est parti la semaine dernière.": "2024-10-07/2024-10-13",
    "Des ingénieurs sont venus au début du mois.": "2024-10-01/2024-10-10",
    "Il y a un an, la base était vide.": "2023-10-01/2023-10-31",
    "La base était vide il y a plus d’un an.": "../2023-10-31",
    "Les livraisons ont commencé mi-2022.": "2022-05-01/2022-08-31",
    "Ils sont arrivés à la mi-septembre.": "2024-09-11/2024-09-20",
    "Ils s’entraînent depuis cet été.": "2024-06-01/..",
    "Début octobre, rien ne bougeait.": "2024-10-01/2024-10-10",
    "En début d’année, rien ne bougeait.": "2024-01-01/2024-03-31",
    "Rien ne bougeait au début de l’année.": "2024-01-01/2024-03-31",
    "Un accord a été trouvé en septembre dernier.": "2024-09-01/2024-09-30",
    "Le 7 octobre, six officiers sont tombés.": "2024-10-07/2024-10-07",
    "La guerre dure depuis février 2022.": "2022-02-01/..",
    "Elle a éclaté en février 2022.": "2022-02-01/2022-02-28",
    "Le monument rappelle la guerre (1950-1953).": "1950-01-01/1953-12-31",
    "D’autres suivront dans les mois à venir.": "2024-10-20/..",
    "La coopération s’est nouée l’année dernière.": "2023-01-01/2023-12-31",
    "Elle s’est nouée au cours des deux dernières années.": "2022-10-20/2024-10-20",
    "Ils partiront bientôt.": "2024-10-20/..",
}


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [("fr", *row) for row in FRENCH.items()] + [("en", *row) for row in ENGLISH.items()],
)
def test_words_and_a_publication_date_give_days(code: str, words: str, expected: str) -> None:
    (found,) = read(code, words)
    assert found.span.of(words) == words
    assert interval(found) == expected


@pytest.mark.parametrize(("text", "expected"), ROWS.items())
def test_every_row_of_the_comparison_is_read(text: str, expected: str) -> None:
    assert [interval(t) for t in read("fr", text)] == [expected]


@pytest.mark.parametrize(
    ("code", "words", "edtf"),
    [
        ("fr", "le 8 octobre", "XXXX-10-08"),
        ("fr", "du 8 au 13 octobre", "XXXX-10-08/XXXX-10-13"),
        ("fr", "du 28 décembre au 3 janvier", "XXXX-12-28/XXXX-01-03"),
        ("fr", "le 29 février", "XXXX-02-29"),
        ("fr", "en juin dernier", "XXXX-06"),
        ("fr", "début octobre", "XXXX-10-01/XXXX-10-10"),
        ("fr", "cet hiver", "XXXX-12-01/XXXX-02-29"),
        ("fr", "depuis le 8 octobre", "XXXX-10-08/.."),
        ("fr", "depuis la mi-septembre", "XXXX-09-15/.."),
        ("fr", "d'ici le 30 octobre", "../XXXX-10-30"),
        ("en", "October 8 to 13", "XXXX-10-08/XXXX-10-13"),
        ("fr", "avant le 10 octobre", "../XXXX-10-09"),
        ("fr", "avant mars", "../XXXX-02"),
        ("fr", "entre fin mai et début juin", "XXXX-05-21/XXXX-06-10"),
        ("fr", "en janvier suivant", None),
        ("fr", "dans la nuit", None),
        ("fr", "du 9 au 15", None),
        ("fr", "il y a plus d'un an", None),
        ("fr", "dans la quinzaine", None),
        ("en", "until December", "../XXXX-12"),
        ("en", "in the first half of May", "XXXX-05-01/XXXX-05-15"),
        ("en", "between the 9th and the 15th", None),
        ("en", "from Monday to Friday", None),
        ("en", "over the weekend", None),
        ("en", "since dawn", None),
        ("en", "earlier this month", None),
        ("en", "later this week", None),
        ("en", "the following week", None),
        ("en", "that year", None),
        ("en", "last week", None),
        ("en", "since Monday", None),
        ("en", "in the coming weeks", None),
        ("fr", "il y a deux mois", None),
        ("fr", "le 8", None),
        ("fr", "hier", None),
        ("fr", "au début de l'année", None),
    ],
)
@pytest.mark.parametrize("published", [None, dt.date(1, 1, 1), dt.date(9999, 12, 31)])
def test_without_a_publication_date_the_year_stays_open(
    code: str, words: str, edtf: str | None, published: dt.date | None
) -> None:
    """A date of the year 1 or 9999 is how programs write that they know none."""
    (found,) = read(code, words, published)
    assert (found.start, found.end, found.edtf, found.basis) == (None, None, edtf, Basis.NONE)


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("le 29 février", dt.date(2023, 3, 1), "2024-02-29/2024-02-29"),
        ("fin février", dt.date(2023, 3, 1), "2023-02-21/2023-02-28"),
        ("depuis le 20 octobre", dt.date(2023, 10, 20), "2023-10-20/.."),
        ("d'ici fin octobre", dt.date(2024, 10, 25), "2024-10-25/2024-10-31"),
        ("le 25 décembre", dt.date(2025, 1, 5), "2024-12-25/2024-12-25"),
        ("le 5 janvier", dt.date(2024, 12, 25), "2025-01-05/2025-01-05"),
        ("ce lundi", dt.date(2024, 10, 15), "2024-10-14/2024-10-14"),
        ("le mois dernier", dt.date(2024, 1, 31), "2023-12-01/2023-12-31"),
        ("la semaine dernière", dt.date(2024, 1, 1), "2023-12-25/2023-12-31"),
    ],
)
def test_the_nearest_day_is_meant(words: str, published: dt.date, expected: str) -> None:
    assert [interval(t) for t in read("fr", words, published)] == [expected]


def test_a_bare_day_that_the_month_does_not_have_is_none() -> None:
    assert read("fr", "le 30", dt.date(2024, 3, 1)) == ()


def test_a_29_february_far_from_any_leap_year_stays_open() -> None:
    (found,) = read("fr", "le 29 février", dt.date(2026, 3, 1))
    assert (found.edtf, found.basis) == ("XXXX-02-29", Basis.NONE)


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
        ("fr", "Le 7 octobre, ils partent. Le même jour, ils arrivent.", "2024-10-07/2024-10-07"),
        ("fr", "Le 7 octobre. Le lendemain, rien.", "2024-10-08/2024-10-08"),
        ("fr", "Le 7 octobre. La veille, rien.", "2024-10-06/2024-10-06"),
        ("fr", "Le 7 octobre. Deux jours plus tard, rien.", "2024-10-09/2024-10-09"),
        ("fr", "Le 7 octobre. Deux mois plus tôt, rien.", "2024-08-01/2024-08-31"),
        ("fr", "Le 31 mars 2024. Le 30, rien.", "2024-03-30/2024-03-30"),
        ("fr", "En mai 2022. Deux ans auparavant, rien.", "2020-01-01/2020-12-31"),
        ("en", "On 7 October it began. On the 8th, it ended.", "2024-10-08/2024-10-08"),
        ("en", "On 7 October it began. Two weeks earlier, no.", "2024-09-23/2024-09-23"),
        ("en", "On 7 October it began. The day before, no.", "2024-10-06/2024-10-06"),
        ("fr", "Le 28 septembre, ils partent. Le 3, ils arrivent.", "2024-10-03/2024-10-03"),
        ("fr", "Le 11 septembre. Le 30, enfin, ils arrivent.", "2024-09-30/2024-09-30"),
        ("fr", "Le 4 septembre. Puis, entre le 9 et le 15, rien.", "2024-09-09/2024-09-15"),
        ("fr", "Le 7 octobre. Le soir même, rien.", "2024-10-07/2024-10-07"),
        ("fr", "Le 7 octobre. Dans la nuit, rien.", "2024-10-07/2024-10-07"),
        ("fr", "Le 7 octobre. Vers 18 h 30, rien.", "2024-10-07/2024-10-07"),
        ("fr", "En août 2023. En janvier suivant, rien.", "2024-01-01/2024-01-31"),
        ("fr", "En août 2023. À la fin de cette année-là, rien.", "2023-10-01/2023-12-31"),
        ("fr", "Le 7 octobre 2024. Le lundi suivant, rien.", "2024-10-14/2024-10-14"),
        ("en", "On 7 October it began. The same evening, no.", "2024-10-07/2024-10-07"),
        ("en", "On 7 October it began. Five days after that, no.", "2024-10-12/2024-10-12"),
        ("en", "In March 2022 they came. In November of the same year, no.", "2022-11-01/2022-11-30"),
        ("en", "In 2017 they came; between 25 and 28 March of the same year, no.", "2017-03-25/2017-03-28"),
        ("en", "They came on 2 October. The previous week, no.", "2024-09-23/2024-09-29"),
    ],
)
def test_words_count_from_the_day_that_the_text_named_last(code: str, text: str, expected: str) -> None:
    *_, last = read(code, text)
    assert (interval(last), last.basis) == (expected, Basis.TEXT)


def test_words_that_count_from_another_day_stay_open_where_none_was_named() -> None:
    assert [(t.edtf, t.basis) for t in read("fr", "Deux jours plus tard, rien.")] == [(None, Basis.NONE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le 9 août 1983, ils partent. Le 25 janvier, rien.", "1984-01-25/1984-01-25"),
        ("Été 1983. Le 9 août, ils partent. Le 21 août, ils arrivent.", "1983-08-21/1983-08-21"),
        ("Le 9 août 1983, ils partent.\n\nLe 25 mars, rien.", "2024-03-25/2024-03-25"),
        ("Le 9 août 1983, ils partent. Hier, rien. Le 3 mai, rien.", "2024-05-03/2024-05-03"),
        ("La guerre (1950-1953) est loin. Le 3 mai, rien.", "2024-05-03/2024-05-03"),
        ("Depuis le 9 août 1983, rien. Le 3 mai, ils partent.", "2024-05-03/2024-05-03"),
        ("Le 9 janvier 2024, rien. Le 12 octobre, ils partent.", "2024-10-12/2024-10-12"),
    ],
)
def test_a_paragraph_that_tells_of_another_year_goes_on_in_it(text: str, expected: str) -> None:
    *_, last = read("fr", text)
    assert interval(last) == expected


def test_a_day_is_forgotten_after_a_few_sentences() -> None:
    *_, last = read("fr", "Le 7 octobre. Rien. Rien du tout. Rien encore. À 18 h 30, ils partent.")
    assert (interval(last), last.basis) == ("2024-10-20/2024-10-20", Basis.PUBLISHED)


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
    ("published", "expected"),
    [
        (dt.date(2024, 10, 22), "2024-10-19/2024-10-20"),  # a Tuesday looks back
        (dt.date(2024, 10, 24), "2024-10-26/2024-10-27"),  # a Thursday looks ahead
        (dt.date(2024, 10, 26), "2024-10-26/2024-10-27"),
    ],
)
def test_this_weekend_is_the_nearest(published: dt.date, expected: str) -> None:
    assert [interval(t) for t in read("fr", "ce week-end", published)] == [expected]


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


@pytest.mark.parametrize(
    ("words", "precision", "basis"),
    [
        ("le 8 octobre 2024", Precision.DAY, Basis.EXPLICIT),
        ("le 8 octobre", Precision.DAY, Basis.PUBLISHED),
        ("en juin", Precision.MONTH, Basis.PUBLISHED),
        ("début octobre 2024", Precision.PART, Basis.EXPLICIT),
        ("la semaine dernière", Precision.WEEK, Basis.PUBLISHED),
        ("à l'automne 2023", Precision.SEASON, Basis.EXPLICIT),
        ("en 2023", Precision.YEAR, Basis.EXPLICIT),
        ("du 8 au 13 octobre", Precision.RANGE, Basis.PUBLISHED),
        ("depuis 2023", Precision.OPEN, Basis.EXPLICIT),
    ],
)
def test_a_time_says_in_which_unit_it_speaks_and_from_what_it_was_resolved(
    words: str, precision: Precision, basis: Basis
) -> None:
    (found,) = read("fr", words)
    assert (found.precision, found.basis) == (precision, basis)


@pytest.mark.parametrize(
    ("rule", "form", "words", "expected"),
    [
        ("day_past", "{day} {month} last", "25 December last", "2023-12-25/2023-12-25"),
        ("day_next", "{day} {month} next", "8 March next", "2025-03-08/2025-03-08"),
        ("last_weekday", "last {weekday}", "last Sunday", "2024-10-13/2024-10-13"),
        ("day", "{day}[ of] <{month}|the month>", "1 of May", "2024-05-01/2024-05-01"),
        ("after_last", "{count} {unit} on[!from|after]", "two days on", "../.."),
        ("since_year", "{year}年以来", "2023年以来", "2023-01-01/.."),
        ("season_next", "next {season}", "next summer", "2025-06-01/2025-08-31"),
        ("part_of_next_month", "{part} next month", "early next month", "2024-11-01/2024-11-10"),
        ("part_of_next_year", "{part} next year", "early next year", "2025-01-01/2025-03-31"),
        ("next_weekend", "next weekend", "next weekend", "2024-10-26/2024-10-27"),
        ("year_range", "{year}-{year2}", "1950-1953", "1950-01-01/1953-12-31"),
        ("part_of_last_month", "{part} last month", "late last month", "2024-09-21/2024-09-30"),
        ("part_of_last_year", "{part} last year", "early last year", "2023-01-01/2023-03-31"),
        (
            "cross_range",
            "{day} {month} {year} to {day2} {month2} {year2}",
            "28 December 2023 to 3 January 2024",
            "2023-12-28/2024-01-03",
        ),
    ],
)
def test_a_pack_may_use_any_rule(rule: str, form: str, words: str, expected: str) -> None:
    pack = languages.load("en")
    words_of = dataclasses.replace(pack.dates, patterns=(DatePattern(rule, (form,), {}),))
    reader = dates.DateReader(dataclasses.replace(pack, dates=words_of))
    assert [interval(t) for t in reader.read(words, [Span(0, len(words))], SUNDAY)] == [expected]


def test_a_relation_that_there_is_not_names_the_pack() -> None:
    pack = languages.load("en")
    vocabulary = {**pack.dates.vocabulary, "relations": {"during": ("during",)}}
    words = dataclasses.replace(pack.dates, vocabulary=vocabulary)
    with pytest.raises(LanguagePackError, match=r"language pack en\.toml: no relation is called 'during'"):
        dates.DateReader(dataclasses.replace(pack, dates=words))


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_rule_of_a_pack_is_one_of_this_room_and_most_rules_are_used(code: str) -> None:
    used = {pattern.rule for pattern in languages.load(code).dates.patterns}
    assert used <= set(dates.RULES)
    # what only one language writes, or what another rule turns into
    assert len(set(dates.RULES) - used) < 8


def test_a_later_week_moves_a_day_and_leaves_a_range() -> None:
    (monday,), (by_friday,) = read("en", "on Monday"), read("en", "by Friday")
    assert interval(dates.week_later(monday)) == "2024-10-21/2024-10-21"
    assert dates.week_later(by_friday) == by_friday


@given(st.dates(), st.text("0123456789 -/.,’'é\u0301\u00adaoctbrejuindsmv2lep", max_size=60))
def test_no_text_and_no_publication_date_make_the_reader_fail(published: dt.date, text: str) -> None:
    for found in read("fr", f"depuis le {text} ans plus tard", published):
        assert found.start is None or found.end is None or found.start <= found.end
        assert (found.start, found.end) == (None, None) or found.edtf


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
    ("code", "piece"),
    [
        *(("fr", p) for p in ("le 8 octobre ", "du 8 au 13 ", "à la fin ", "depuis ", "1/")),
        *(("fr", p) for p in ("99 ans plus tard. ", "dans la nuit du ", "mardi et ", "à 6 h, ", "\u00a0")),
        *(("en", p) for p in ("on the 8th ", "the night of ", "May and ", "in the first half of ", "10:30 ")),
    ],
)
def test_a_run_of_dates_costs_in_proportion_to_its_length(code: str, piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        read(code, text)
        return time.process_time() - begin

    base = min(seconds(12_000) for _ in range(3))
    assert min(seconds(48_000) for _ in range(2)) < 8 * base + 0.05  # sixteenfold would be quadratic
