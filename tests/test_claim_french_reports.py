"""Reports as French agencies write them: datelines, asides, the paragraph of background, who says so."""

import pytest

from geo.records import Claim

from .read_claims import read


def row(claim: Claim) -> str:
    """Return a claim as type, side, number, way or places, time, and status."""
    number = claim.quantity and f"{claim.quantity.low}"
    ends = [place.name if place else "?" for place in (claim.origin, claim.destination)]
    way = " > ".join(ends) if ends != ["?", "?"] else ", ".join(place.name for place in claim.places)
    side, time = claim.actor and claim.actor.country_code, claim.time and claim.time.edtf
    return f"{claim.type.value} | {side} | {number} | {way} | {time} | {claim.status.value}"


DATELINES = (
    (
        "OUAGADOUGOU, 12 nov - Cent soldats togolais sont à Dori. Il pleut. Deux hommes y ont été tués.",
        "casualties | TG | 2 | Dori | None | reported",
    ),
    (
        "Khartoum, 18 nov. 2024 - Les paramilitaires ont pris position à Kassala, selon des habitants.",
        "movement | None | None | ? > Kassala | None | reported",
    ),
    (
        "N'DJAMENA - L'Italie a rapatrié 40 soldats de Faya. Une dizaine d'hommes restent à l'ambassade.",
        "movement | IT | 40 | Faya-Largeau > ? | None | reported",
    ),
)

POINTERS = (
    (
        "Le bataillon est entré mardi à Bunia. Le bourg est calme. Soixante hommes gardent la ville.",
        "presence | None | 60 | Bunia | None | reported",
    ),
    (
        "Taïwan a détecté mardi 14 avions chinois autour de l'île.",
        "presence | CN | 14 | Taiwan | 2024-11-19 | reported",
    ),
    (
        "Berne a renforcé le Kosovo en y envoyant 30 soldats.",
        "movement | CH | 30 | ? > Kosovo | None | reported",
    ),
)

SIDES = (
    (
        "En Lettonie, une compagnie d'infanterie a été relevée en avril.",
        "presence | None | 1 | Latvia | 2024-04 | reported",
    ),
    (
        "En Lettonie, l'armée a envoyé 90 hommes à Rezekne lundi.",
        "movement | LV | 90 | ? > Rēzekne | 2024-11-18 | reported",
    ),
    (
        "Le navire fera escale à Mombasa avant de rejoindre Colombo en mai.",
        "movement | None | None | Mombasa > Colombo | 2025-05 | expected",
    ),
)

WAYS = (
    (
        "Les 60 gendarmes béninois, qui étaient basés à Birao depuis mai, ont regagné leur pays.",
        "movement | BJ | 60 | Birao > ? | None | reported",
    ),
    (
        "La Norvège a retiré ses 70 soldats déployés à Gao.",
        "movement | NO | 70 | Gao > ? | None | reported",
    ),
    (
        "Le retrait des 80 soldats suédois déployés à Gao doit être bouclé d'ici au 15 décembre.",
        "movement | SE | 80 | Gao > ? | 2024-11-20/2024-12-15 | expected",
    ),
    (
        "Un convoi a rallié par la route la ville de Bria.",
        "movement | None | None | ? > Bria | None | reported",
    ),
    (
        "Les parachutistes ont rejoint de leur côté la ville de Bria.",
        "movement | None | None | ? > Bria | None | reported",
    ),
    (
        "Le contingent, fort de 300 hommes, sera au complet à Bria avant le 2 décembre.",
        "movement | None | 300 | ? > Bria | 2024-11-20/2024-12-01 | expected",
    ),
    (
        "Des experts militaires bulgares sont attendus à Odessa jeudi.",
        "movement | BG | None | ? > Odesa | 2024-11-21 | expected",
    ),
)

TIMES = (
    (
        "La mission, fondée en 1978, compte 9.000 Casques bleus à Naqoura.",
        "presence | None | 9000 | Naqoura | None | reported",
    ),
    (
        "Le Ghana a envoyé 200 hommes à Pemba, fief des insurgés depuis 2017.",
        "movement | GH | 200 | ? > Pemba | None | reported",
    ),
    (
        "Selon des images satellite du 3 mai, neuf chars sont stationnés à Gomel.",
        "presence | None | 9 | Gomel | 2024-05-03 | reported",
    ),
    (
        "Selon un rapport du 3 mai, neuf chars sont stationnés à Gomel.",
        "presence | None | 9 | Gomel | None | reported",
    ),
)

HEADED = (
    (
        "- Raqqa : arrivée de 25 camions américains en provenance d'Erbil.",
        "movement | US | 25 | Erbil > Raqqa | None | reported",
    ),
    (
        "- Ménaka : départ de 60 soldats danois.",
        "movement | DK | 60 | Ménaka > ? | None | reported",
    ),
    (
        "L'exercice réunira du 20 au 31 mai 900 soldats de six pays en Roumanie.",
        "presence | None | 900 | Romania | 2025-05-20/2025-05-31 | expected",
    ),
    (
        "Un contingent renforcé de 90 à 120 hommes est arrivé à Pemba.",
        "movement | None | 90 | ? > Pemba | None | reported",
    ),
    (
        "Goma est calme. La Monusco compte 90 soldats dans la ville.",
        "presence | None | 90 | Goma | None | reported",
    ),
)

NUMBERS = (
    (
        "La garnison a été portée de 150 à 300 hommes à Pemba.",
        "presence | None | 300 | Pemba | None | reported",
    ),
    (
        "Les effectifs espagnols à Pemba ont été ramenés de 150 à une centaine d'hommes.",
        "presence | ES | 100 | Pemba | None | reported",
    ),
    (
        "Des Casques bleus, dont 40 Fidjiens, sont arrivés à Pemba lundi.",
        "movement | None | None | ? > Pemba | 2024-11-18 | reported",
    ),
    (
        "L'armée, qui a perdu neuf hommes mardi, compte 250 soldats à Djibo.",
        "casualties | BF | 9 | Djibo | 2024-11-19 | reported",
    ),
)

WORDS = (
    (
        "Selon l'Otan, 500 soldats russes sont stationnés à Gomel.",
        "presence | RU | 500 | Gomel | None | reported",
    ),
    (
        "Selon l'ONU, deux Casques bleus népalais ont été tués à Pemba.",
        "casualties | NP | 2 | Pemba | None | confirmed",
    ),
    (
        "Selon un expert de l'ONU, 500 soldats rwandais sont à Sake.",
        "presence | RW | 500 | Sake | None | reported",
    ),
)

ASIDES = (
    (
        "La Suède, qui a quitté le Mali en 2022, compte 60 hommes à Pemba.",
        "presence | SE | 60 | Pemba | None | reported",
    ),
    (
        "La Suède, qui compte 60 militaires à Pemba, a envoyé 20 hommes à Gao.",
        "presence | SE | 60 | Pemba | None | reported",
    ),
    (
        "Des commandos slovènes occupent pour leur part l'aéroport de Kidal.",
        "presence | SI | None | Kidal Airport | None | reported",
    ),
    (
        "La corvette grecque Niki faisait quant à elle escale vendredi à Limassol.",
        "movement | GR | None | ? > Limassol | 2024-11-15 | reported",
    ),
)

ENGLISH = (
    (
        "Port Sudan, Nov 18 — Some 90 soldiers left Kassala.",
        "movement | None | 90 | Kassala > ? | None | reported",
    ),
    (
        "The ship will call at Mombasa before sailing to Colombo in May.",
        "movement | None | None | Mombasa > Colombo | 2025-05 | expected",
    ),
    (
        "Turkey has withdrawn its men from two posts near Idlib.",
        "movement | TR | None | Idlib > ? | None | reported",
    ),
    (
        "Ghana sent 200 men to Pemba, where an insurgency has raged since 2017.",
        "movement | GH | 200 | ? > Pemba | None | reported",
    ),
    (
        "Sixty Greek officers have worked in Pemba since 30 January.",
        "presence | GR | 60 | Pemba | 2024-01-30/.. | reported",
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [*DATELINES, *POINTERS, *SIDES, *WAYS, *TIMES, *NUMBERS, *WORDS, *ASIDES, *HEADED],
)
def test_what_a_report_tells(text: str, expected: str) -> None:
    assert expected in [row(claim) for claim in read("fr", text)]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_what_an_english_report_tells(text: str, expected: str) -> None:
    assert expected in [row(claim) for claim in read("en", text)]


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("La Suède, qui compte 60 militaires à Pemba, n'a pas annoncé de retrait.", "movement"),
        ("Le contingent grec au Mali a été ramené à 60 hommes.", "movement"),
    ],
)
def test_what_is_not_told(text: str, unwanted: str) -> None:
    assert unwanted not in {claim.type.value for claim in read("fr", text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le M23 a de son côté assuré que 300 hommes sont à Sake.", ["M23"]),
        (
            "Moscou, qui a massé selon Vilnius une trentaine de chars près de Gomel, se tait.",
            ["Vilnius"],
        ),
        ("L'armée malienne a pour sa part annoncé la mort de deux soldats à Ber.", ["armée malienne"]),
    ],
)
def test_who_says_so(text: str, names: list[str]) -> None:
    (claim,) = read("fr", text)
    assert [source.text for source in claim.attribution][: len(names)] == names
