"""Days that count from a day that the text named before, and how long it is remembered."""

import pytest

from geo.records import Basis

from .conftest import interval, read


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
        ("en", "On 7 October it began. Next day, no.", "2024-10-08/2024-10-08"),
        ("en", "On 7 October it began. The same evening, no.", "2024-10-07/2024-10-07"),
        ("en", "On 7 October it began. Five days after that, no.", "2024-10-12/2024-10-12"),
        ("en", "In March 2022 they came. In November of the same year, no.", "2022-11-01/2022-11-30"),
        ("en", "In 2017 they came; between 25 and 28 March of the same year, no.", "2017-03-25/2017-03-28"),
        ("en", "They came on 2 October. The previous week, no.", "2024-09-23/2024-09-29"),
        ("en", "In March 2022 they came. On 24 May that year, no.", "2022-05-24/2022-05-24"),
        ("en", "In March 2022 they came. In May that year, no.", "2022-05-01/2022-05-31"),
        ("en", "They came in September. On the 10th and 11th, no.", "2024-09-10/2024-09-11"),
        ("en", "They came in September. On the 8th, no.", "2024-09-08/2024-09-08"),
        ("fr", "En septembre, ils partent. Les 10 et 11, ils arrivent.", "2024-09-10/2024-09-11"),
        ("fr", "En septembre, ils partent. Le 8, ils arrivent.", "2024-09-08/2024-09-08"),
    ],
)
def test_words_count_from_the_day_that_the_text_named_last(code: str, text: str, expected: str) -> None:
    *_, last = read(code, text)
    assert (interval(last), last.basis) == (expected, Basis.TEXT)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Trois jours après l'attaque du 7 octobre, rien.", ["2024-10-10"]),
        ("fr", "Au lendemain du scrutin du 7 octobre, rien.", ["2024-10-08"]),
        ("fr", "Un mois après le séisme du 5 septembre, rien.", ["2024-10"]),
        ("fr", "Quelques jours après l'attaque du 7 octobre, rien.", [None]),
        ("fr", "Deux jours après l'attaque, la ville, le 7 octobre, rien.", ["2024-10-07"]),
        ("en", "Two weeks after the coup of 26 July 2023, nothing.", ["2023-08-09"]),
        ("en", "On the eve of the 5 October vote, nothing.", ["2024-10-04"]),
        ("en", "Two days after 90 men landed in Gao on 7 October, nothing.", ["2024-10-07"]),
        ("en", "Two days after the May offensive, nothing.", [None]),
        ("de", "Am Tag nach dem Angriff vom 7. Oktober, nichts.", ["2024-10-08"]),
        ("es", "Tres días después del ataque del 7 de octubre, nada.", ["2024-10-10"]),
        ("ru", "Через три дня после атаки 7 октября.", ["2024-10-10"]),
    ],
)
def test_days_count_from_the_date_of_an_event(code: str, text: str, expected: list[str | None]) -> None:
    assert [time.edtf for time in read(code, text)] == expected


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
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le 7 mai. Rien. Rien du tout. Rien encore. Rien. Ils partent le 14.",
            "2024-05-14/2024-05-14",
        ),
        (
            "en",
            "7 May. Nothing. Nothing. Nothing yet. Nothing. They leave on the 14th.",
            "2024-05-14/2024-05-14",
        ),
        (
            "en",
            "15 July. Men who had been held since 2 May break out. They leave the next day.",
            "2024-07-16/2024-07-16",
        ),
        (
            "fr",
            "15 juillet. Des hommes retenus depuis le 2 mai sortent. Ils partent le lendemain.",
            "2024-07-16/2024-07-16",
        ),
    ],
)
def test_an_entry_of_a_chronology_is_of_its_month_to_its_end(language: str, text: str, expected: str) -> None:
    *_, last = read(language, text)
    assert interval(last) == expected


def test_a_year_told_before_holds_for_what_is_due_where_no_publication_is_known() -> None:
    *_, last = read("en", "They came on 11 June 1999. By 20 June they had left.", None)
    assert interval(last) == "../1999-06-20"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "1991\n\n10 Nov. A ship lands.", "1991-11-10/1991-11-10"),
        ("en", "1991\n\n10 Nov. A ship lands.\n\n1992\n\n26 Feb. It leaves.", "1992-02-26/1992-02-26"),
        ("en", "1992\n\nIt is to go by the end of July.", "../1992-07-31"),
        ("fr", "— 1991 —\n\nÀ la mi-mars, un navire accoste.", "1991-03-11/1991-03-20"),
        ("fr", "1991\n\nEn avril, un navire.\n\n1993\n\nUn autre en mai.", "1993-05-01/1993-05-31"),
        # a year to come, or that counts something, heads nothing
        ("en", "2030\n\n10 Nov. A ship lands.", "2024-11-10/2024-11-10"),
        ("en", "1991 men\n\n10 Nov. A ship lands.", "2024-11-10/2024-11-10"),
    ],
)
def test_a_year_on_a_line_of_its_own_heads_the_dates_below(code: str, text: str, expected: str) -> None:
    assert interval(read(code, text)[-1]) == expected
