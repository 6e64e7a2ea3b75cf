"""What short reports of agencies showed: clauses that commas set off, lists, places left, months gone by."""

import pytest

from geo.records import Claim

from .test_claim_newsroom import read
from .test_claim_newswire import told


def dated(claim: Claim) -> str:
    """Write when something was, and what `told` writes of it."""
    return f"{claim.time.edtf if claim.time else 'undated'}; {told(claim)}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Malawi, which lost two soldiers near Sake in February, has 1,150 troops in Goma.",
            ["2024-02; MW 2: Sake, reported", "undated; MW 1150: Goma, reported"],
        ),
        (
            "en",
            "Portugal, which withdrew its troops from Bangui in 2019, has sent 180 soldiers to Kaunas.",
            ["2019; PT ?: Bangui > ?, reported", "undated; PT 180: ? > Kaunas, reported"],
        ),
        (
            "en",
            "Norway, which renewed an agreement with Riga in May, sent 80 soldiers to Tapa.",
            ["undated; NO 80: ? > Tapa, reported"],
        ),
        (
            "en",
            "Togo, where 700 French soldiers are stationed, sent 60 men to Niamey.",
            ["undated; FR 700: Togo, reported", "undated; TG 60: ? > Niamey, reported"],
        ),
        (
            "en",
            "Benin flew 90 policemen to Jacmel, where a storm destroyed the barracks in June.",
            ["undated; BJ 90: ? > Jacmel, reported"],
        ),
        (
            "en",
            "The derailment happened on Sunday near Bunia, where a Nepalese company is stationed.",
            ["undated; NP 1: Bunia, reported"],
        ),
        (
            "fr",
            "Le Malawi, qui a perdu deux soldats près de Sake en février, a dépêché 40 hommes à Goma.",
            ["2024-02; MW 2: Sake, reported", "undated; MW 40: ? > Goma, reported"],
        ),
        (
            "fr",
            "Le Portugal, qui a retiré ses troupes de Bangui en 2019, a envoyé 180 soldats à Kaunas.",
            ["2019; PT ?: Bangui > ?, reported", "undated; PT 180: ? > Kaunas, reported"],
        ),
        (
            "fr",
            "La Norvège, qui a renouvelé en mai un accord avec Riga, a envoyé 80 soldats à Tapa.",
            ["undated; NO 80: ? > Tapa, reported"],
        ),
        (
            "fr",
            "Le Bénin a envoyé 90 policiers à Jacmel, où une tempête a détruit la caserne en juin.",
            ["undated; BJ 90: ? > Jacmel, reported"],
        ),
    ],
)
def test_a_clause_between_commas_keeps_what_is_its_own(language: str, text: str, expected: list[str]) -> None:
    assert [dated(claim) for claim in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The last Danish soldiers left Gao in December.", "2023-12; DK ?: Gao > ?, reported"),
        ("en", "Two Danish soldiers were killed in Gao in December.", "2023-12; DK 2: Gao, reported"),
        ("en", "Denmark will pull its soldiers out of Gao in December.", "2024-12; DK ?: Gao > ?, expected"),
        ("en", "Danish soldiers leave Gao in December.", "2024-12; DK ?: Gao > ?, expected"),
        ("fr", "Les derniers soldats danois ont quitté Gao en décembre.", "2023-12; DK ?: Gao > ?, reported"),
        ("fr", "Des soldats danois sont partis de Gao en décembre.", "2023-12; DK ?: Gao > ?, reported"),
        ("fr", "Les soldats danois quittent Gao en décembre.", "2024-12; DK ?: Gao > ?, expected"),
        (
            "en",
            "Danish troops pulled out of Gao in July after losing dozens of men.",
            "2024-07; DK ?: Gao > ?, reported",
        ),
        (
            "fr",
            "Les Danois se sont retirés de Gao en juillet après avoir perdu 40 hommes.",
            "2024-07; DK ?: Gao > ?, reported",
        ),
        (
            "en",
            "The ministry announced that on 12 November 80 Danish soldiers landed in Gao.",
            "2024-11-12; DK 80: ? > Gao, confirmed",
        ),
        (
            "fr",
            "Le ministère annonce que le 12 novembre 80 soldats danois sont arrivés à Gao.",
            "2024-11-12; DK 80: ? > Gao, confirmed",
        ),
    ],
)
def test_the_verb_tells_which_day_is_meant(language: str, text: str, expected: str) -> None:
    (claim,) = read(language, text)
    assert dated(claim) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Greece sent 250 soldiers, 14 tanks and five helicopters to Brasov.",
            ["GR 14: ? > Brasov", "GR 5: ? > Brasov", "GR 250: ? > Brasov"],
        ),
        (
            "fr",
            "La Grèce a envoyé 250 soldats, 14 chars et cinq hélicoptères à Brasov.",
            ["GR 14: ? > Brasov", "GR 5: ? > Brasov", "GR 250: ? > Brasov"],
        ),
        ("en", "Turkey is withdrawing its soldiers from three outposts in Idlib.", ["TR ?: Idlib > ?"]),
        ("en", "The Kremlin has sent 300 soldiers to Bamako.", ["RU 300: ? > Bamako"]),
        ("en", "The Pentagon is sending 90 soldiers to Larnaca.", ["US 90: ? > Larnaca"]),
        ("fr", "Le Pentagone envoie 90 soldats à Larnaca.", ["US 90: ? > Larnaca"]),
        ("en", "Three A-10 jets flew to Aviano.", ["None 3: ? > Aviano"]),
        ("en", "Finland sent four F/A-18 Hornets to Brasov.", ["FI 4: ? > Brasov"]),
        ("en", "The corvette will join a US-led coalition in the Red Sea.", ["None ?: ? > Red Sea"]),
        (
            "en",
            "An armed brigade from Sirte entered Tripoli with 80 vehicles.",
            ["None 1: Sirte > Tripoli"],
        ),
        ("en", "The wounded were flown to Bamako.", []),
        (
            "en",
            "Reinforcements were rushed from Kidal, and the wounded were flown to Bamako.",
            ["ML ?: Kidal > ?"],
        ),
        (
            "en",
            "Six Ugandan soldiers died when militants overran their base in Kismayo.",
            ["UG 6: Kismayo"],
        ),
        (
            "en",
            "Danish troops and Wagner fighters pulled out of Gao in July.",
            ["DK ?: Gao > ?"],
        ),
        (
            "en",
            "Some 220 peacekeepers were moved from Goma to Sake after shells fell near their camp.",
            ["None 220: Goma > Sake"],
        ),
        (
            "fr",
            "Les 220 Népalais ont été déplacés de Goma à Sake après que des obus sont tombés sur leur camp.",
            ["NP 220: Goma > Sake"],
        ),
        (
            "en",
            "Sweden will contribute eight jets to NATO's air policing mission in Poland.",
            ["SE 8: ? > Poland"],
        ),
        (
            "en",
            "Samoa asked for help from Australia, which sent 15 soldiers to Apia.",
            ["AU 15: Australia > Apia"],
        ),
        (
            "fr",
            "Le Mali a demandé de l'aide au Tchad, qui a envoyé 40 soldats à Gao.",
            ["TD 40: ? > Gao"],
        ),
        ("en", "The battalion, numbering about 400, crossed near Gao with 60 trucks.", ["None 400: ? > Gao"]),
        ("en", "The Fijian navy ship had 75 people on board, none of whom was badly hurt.", []),
        (
            "en",
            "Rwandan soldiers are in Bambari. Chad also has 1,200 men in the country.",
            ["RW ?: Bambari", "TD 1200: Central African Republic"],
        ),
        ("en", "Rebels captured an army garrison at Gao.", []),
        ("en", "Lithuania hosts a multinational battalion of 1,800 soldiers in Rukla.", ["None 1800: Rukla"]),
        ("fr", "La Lituanie accueille un bataillon multinational à Rukla.", ["None 1: Rukla"]),
        (
            "en",
            "Italian troops are in Erbil. Rome moved 300 men out of the town on Monday.",
            ["IT ?: Erbil", "IT 300: Erbil > ?"],
        ),
    ],
)
def test_who_goes_how_many_and_where(language: str, text: str, expected: list[str]) -> None:
    assert [told(claim).rpartition(", ")[0] for claim in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A Chinese coast guard ship returned to the disputed shoal on Saturday.", "reported"),
        ("en", "Some 300 Indian soldiers are in disputed Kashmir.", "reported"),
        ("fr", "L'Inde a envoyé 300 soldats à la frontière contestée avec la Chine en mai.", "reported"),
        ("en", "Moscow disputed the report that 300 soldiers had reached Gao.", "denied"),
        ("fr", "Moscou a contesté la présence de 300 soldats à Gao.", "denied"),
    ],
)
def test_a_disputed_place_denies_nothing(language: str, text: str, expected: str) -> None:
    assert [claim.status.value for claim in read(language, text)] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Italian troops are based at Erbil. The base houses about 700 soldiers."),
        ("fr", "Des Italiens sont basés à Erbil. La base abrite environ 700 soldats."),
    ],
)
def test_a_base_named_before_houses_a_force(language: str, text: str) -> None:
    assert "IT 700: Erbil, reported" in [told(claim) for claim in read(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "\u201c300 soldiers will leave in May\u201d, the minister said during a visit to Gao."),
        ("fr", "300 soldats partiront en mai, a dit le ministre au cours d'un déplacement à Gao."),
    ],
)
def test_where_a_speaker_travels_nobody_goes(language: str, text: str) -> None:
    assert all(claim.origin is None and claim.destination is None for claim in read(language, text))


def test_a_list_of_origins_is_not_the_country_meant() -> None:
    before = "The minister spoke in Solomon Islands on Monday. "
    (claim,) = read("en", before + "Police from Fiji, Samoa and New Zealand are also in the country.")
    assert [place.name for place in claim.places] == ["Solomon Islands"]
