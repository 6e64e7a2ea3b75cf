"""Whose a force is where its own words do not tell: each rule with a sentence that needs it."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Actor, Document, ReasonKind, VoiceKind

PUBLISHED = dt.date(2024, 10, 21)


def actors(text: str, language: str = "en", title: str | None = None) -> list[Actor]:
    document = Document("d", text, language=language, published=PUBLISHED, title=title)
    return [claim.actor for claim in pipeline.read_document(document).claims if claim.actor]


def sides(text: str, language: str = "en", title: str | None = None) -> list[str | None]:
    return [actor.country_code for actor in actors(text, language, title)]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Four New Zealand air force helicopters flew to Honiara on Monday.", "NZ"),
        ("en", "A contingent of 70 from the Kosovo Security Force arrived in Kathmandu.", "XK"),
        ("en", "Fifty men of the Third Battalion, Fiji Infantry Regiment, reached Honiara on Monday.", "FJ"),
        ("en", "The Australians got there first: 150 commandos flew into Dili on Monday.", "AU"),
        ("en", "They will work beside the Australians, who now have 1,300 troops in Dili.", "AU"),
        ("en", "The men from Papua New Guinea, 34 of them, are guarding the airport in Honiara.", "PG"),
        ("en", "Sudan's army said that none of its soldiers was in Libya.", "SD"),
        ("en", "A company of the 5e RIAOM left Djibouti for Beirut on Tuesday.", "FR"),
        ("fr", "Une compagnie du 5e RIAOM a quitté Djibouti pour Beyrouth mardi.", "FR"),
        ("fr", "Plus à l'ouest, le secteur est italien : 1 100 hommes tiennent Tyr.", "IT"),
        ("fr", "Deux avions-citernes promis par les États-Unis sont arrivés samedi à Val-d'Or.", "US"),
        ("fr", "La Nouvelle-Zélande y a débarqué pour sa part 120 militaires samedi.", "NZ"),
    ],
)
def test_a_nation_that_its_own_sentence_names_counts_before_one_of_before(
    language: str, text: str, side: str
) -> None:
    before = {"en": "Chinese soldiers came to Goma. ", "fr": "Des soldats chinois sont arrivés à Goma. "}
    assert sides(before[language] + text, language) == ["CN", side]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "About 400 Italian and Romanian soldiers flew into Sarajevo on Monday."),
        ("en", "Some 500 reservists from Austria, Bulgaria and Romania arrived in Sarajevo on Monday."),
        ("en", "Some 2,000 fighters of the M23 were flown to Kindu in January."),
        ("en", "Chad and Ghana have 900 soldiers in the Malian capital."),
        ("fr", "Des militaires sud-africains, malawites et tanzaniens sont cantonnés à Goma."),
        ("fr", "Près de 2 000 combattants houthis ont été acheminés à Hodeïda."),
        ("fr", "Le Tchad et le Ghana comptent à eux deux 900 soldats dans la capitale malienne."),
    ],
)
def test_soldiers_of_several_nations_and_fighters_of_none_are_of_no_state(language: str, text: str) -> None:
    assert sides(text, language) == [None]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Iran sent 300 Afghan fighters to Aleppo.", "AF"),
        ("en", "Turkey flew 500 fighters to Tripoli on Friday.", None),
        ("fr", "Deux cents combattants soudanais sont arrivés à Syrte mardi.", "SD"),
        ("fr", "Des miliciens irakiens sont stationnés à Deir ez-Zor.", "IQ"),
    ],
)
def test_fighters_are_of_the_nation_that_is_told_of_them(language: str, text: str, side: str | None) -> None:
    assert sides(text, language) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "La Tanzanie compte 400 soldats dans la capitale malienne.", "TZ"),
        ("fr", "L'Inde entretient deux bataillons dans la province congolaise du Nord-Kivu.", "IN"),
        ("fr", "Trois cents soldats de la base française de Djibouti sont partis lundi.", "FR"),
        ("en", "India keeps two battalions in the Congolese province of North Kivu.", "IN"),
    ],
)
def test_the_nation_of_a_place_is_not_that_of_who_is_there(language: str, text: str, side: str) -> None:
    assert sides(text, language) == [side]


@pytest.mark.parametrize(
    ("language", "title", "text", "side"),
    [
        ("fr", "Trois soldats français tués", "Trois soldats sont morts lundi près de Gao.", "FR"),
        ("fr", "Des renforts français à Gao", "Trois soldats sont morts lundi près de Gao.", None),
        ("fr", "Tension à la frontière malienne", "Une colonne est arrivée lundi à Tessalit.", None),
        ("en", "Clashes on the Ethiopian border", "Two hundred soldiers were sent to Gedaref.", None),
        ("en", "Dominican Republic closes crossings", "A battalion moved to Dajabon on Monday.", None),
        ("en", "Kenyan forces in Dhobley", "Government troops left Dhobley on Monday.", "SO"),
        ("en", "Three Kenyan policemen killed", "The three officers died on Monday near Cabaret.", "KE"),
    ],
)
def test_a_headline_tells_the_side_of_its_own_forces_alone(
    language: str, title: str, text: str, side: str | None
) -> None:
    assert sides(text, language, title) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "L'OTAN, qui a aussi déployé 400 hommes à Mitrovica, s'inquiète.", None),
        (
            "fr",
            "La Communauté de développement de l'Afrique australe (SADC) enverra 90 hommes à Pemba.",
            None,
        ),
        ("fr", "D'après l'Union africaine, 2 000 de ses soldats ont quitté la Somalie.", None),
        ("fr", "La force est-africaine, un peu plus de 600 hommes, a pris position à Goma mardi.", None),
        ("fr", "Une force de 7 000 hommes de la Cédéao entrera en Gambie demain.", None),
        (
            "fr",
            "Le bataillon de l'OTAN, dont les 1 100 soldats sont basés à Rukla, n'est pas concerné.",
            None,
        ),
        ("fr", "Une colonne de 850 soldats de la paix a quitté Kidal mardi pour Gao.", None),
        ("fr", "À la demande de l'ONU, il a envoyé 80 policiers à Bangui.", "TD"),
        ("fr", "L'ONU dit que le Tchad a perdu deux de ses hommes à Kidal.", "TD"),
        ("en", "Their regional bloc, SADC, is to send 3,000 soldiers to Mozambique.", None),
        ("en", "The mission's command denied that one of its men had been wounded in Cabaret.", None),
        ("en", "NATO, which also has 400 men in Mitrovica, is worried.", None),
        (
            "en",
            "It spared the NATO battlegroup, whose 1,100 soldiers have been based in Rukla since 2017.",
            None,
        ),
        ("en", "The bloc's soldiers will land in Pemba on Friday.", None),
        ("en", "At the request of the UN, it sent 80 policemen to Bangui.", "TD"),
        ("en", "The UN says that Chad lost two of its men in Kidal.", "TD"),
    ],
)
def test_what_a_body_of_several_states_sends_or_has_is_of_none(
    language: str, text: str, side: str | None
) -> None:
    before = {"en": "Chad sent 300 men to Gao. ", "fr": "Le Tchad a envoyé 300 hommes à Gao. "}
    assert sides(before[language] + text, language) == ["TD", side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Les Américains ont envoyé 300 soldats d'Allemagne à Rzeszów.", "US"),
        ("fr", "Les Britanniques démentent avoir envoyé des renforts de Chypre à Beyrouth.", "GB"),
        ("fr", "La France déploie 300 soldats de la Guinée à Conakry.", "GN"),
        (
            "fr",
            "Bangui a démenti des informations tchadiennes selon lesquelles un bataillon était à Paoua.",
            "CF",
        ),
        ("en", "Bangui denied Chadian reports that a battalion had been sent to Paoua.", "CF"),
        ("en", "He denied a Danish lawmaker's remark that Leopard tanks had been brought to Tapa.", None),
        ("en", "The German ship that carried 300 soldiers docked in Bata.", "DE"),
        ("en", "The Saudi-led coalition's spokesman said 200 soldiers had reached Aden on Monday.", None),
        (
            "fr",
            "Le porte-parole de la coalition menée par Riyad dit que 200 fantassins sont arrivés à Aden.",
            None,
        ),
        ("en", "Two Nepalese soldiers serving with the mission were wounded near Bria.", "NP"),
        ("fr", "Deux soldats népalais déployés avec la mission ont été blessés près de Bria.", "NP"),
    ],
)
def test_a_nation_beside_is_that_of_who_sends_and_not_of_who_says_or_leads(
    language: str, text: str, side: str | None
) -> None:
    assert sides(text, language)[-1] == side


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Une colonne de l'armée nigérienne et de ses partenaires russes a quitté Agadez lundi.", None),
        ("fr", "Les soldats congolais et leurs alliés burundais ont quitté Sake lundi.", None),
        ("fr", "Les soldats français et leurs véhicules allemands ont quitté Gao lundi.", "FR"),
        ("fr", "Les soldats français ont quitté Gao et leurs alliés maliens s'en félicitent.", "FR"),
        ("en", "A column of the Malian army and its Russian partners left Gao on Monday for Kidal.", None),
        ("en", "Kenyan police and their American vehicles landed in Port-au-Prince on Monday.", "KE"),
    ],
)
def test_a_force_that_goes_with_its_allies_is_of_no_one_state(
    language: str, text: str, side: str | None
) -> None:
    assert sides(text, language) == [side]


def test_aircraft_called_fighters_are_of_their_state() -> None:
    assert sides("Two Dutch F-35 fighters flew from Ämari to Volkel on Monday.") == ["NL"]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Soixante sapeurs-sauveteurs se sont envolés de Roissy vendredi pour Cebu.", "FR"),
        ("fr", "Un A400M a déposé ce matin à La Tontouta 120 gendarmes mobiles embarqués à Istres.", "FR"),
        ("en", "The frigate sailed from Portsmouth.", "GB"),
        ("en", "Some 60 troops were repatriated from Niamey to Accra on Monday.", "GH"),
        ("fr", "Soixante militaires sont rentrés lundi de Niamey à Lomé.", "TG"),
        ("en", "The battalion left Prizren on Monday.", None),
        ("en", "Seven lorries loaded with kit crossed from Goma into Rwanda.", None),
        ("en", "About 300 peacekeepers flew from Entebbe to Juba on Monday.", None),
        ("en", "On Monday the ship left Marambio Base for Ushuaia.", None),
    ],
)
def test_who_sets_out_for_another_state_is_of_the_one_it_leaves(
    language: str, text: str, side: str | None
) -> None:
    (actor,) = actors(text, language)
    assert actor.country_code == side
    assert actor.inferred is (side is not None)


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("Irish platoon reaches Camp Shamrock", "IE"),
        ("Two Irish and Finnish platoons reach Camp Shamrock", None),
        ("Chinese rifles reach Camp Shamrock", None),
        ("Camp Shamrock is full", None),
        (None, None),
    ],
)
def test_a_headline_tells_whose_the_forces_are_that_nobody_names(title: str | None, side: str | None) -> None:
    (actor,) = actors("Forty men reached Camp Shamrock on Monday.", title=title)
    assert (actor.country_code, actor.inferred) == (side, side is not None)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Eight marines were wounded in Marawi, the army said.", "PH"),
        ("Eight marines were wounded in Marawi, residents said.", None),
        ("Eight marines were wounded in Marawi, the army said. It then spoke of Dili.", "PH"),
        ("Eight marines were wounded in Marawi, the army said. American planes watched.", "PH"),
        ("Eight marines were wounded in Marawi. The army and the UN were told.", None),
    ],
)
def test_who_falls_in_a_state_is_its_own_if_an_office_of_no_told_nation_speaks(
    text: str, side: str | None
) -> None:
    assert sides(text)[0] == side


def test_a_side_that_is_only_inferred_tells_from_what() -> None:
    document = Document("d", "The frigate sailed from Portsmouth.", language="en", published=PUBLISHED)
    (claim,) = pipeline.read_document(document).claims
    assert ReasonKind.SIDE_HOME in {note.kind for note in claim.notes}


def test_the_first_to_reach_a_place_are_who_the_sentence_goes_on_to_name() -> None:
    text = "The first foreign troops to reach the capital, 40 Togolese landed at Bamako on Thursday."
    assert sides(text) == ["TG"]


def test_a_ship_says_nothing_more_of_soldiers_in_the_same_port() -> None:
    text = "Spanish soldiers are in Rota. The Spanish ship Galicia, arrived from Vigo, is moored in Rota."
    assert sides(text) == ["ES", "ES", "ES"]


@pytest.mark.parametrize(
    "told", ["ajoute-t-il", "selon la même source", "selon cette source", "a-t-il ajouté", "selon lui"]
)
def test_words_that_take_up_a_source_stand_for_the_one_of_before(told: str) -> None:
    text = f"Le haut-commissariat annonce 20 soldats à Goma. Onze pompiers sont partis pour Kigali, {told}."
    document = Document("d", text, language="fr", published=PUBLISHED)
    claims = pipeline.read_document(document).claims
    assert [source.text for source in claims[-1].attribution] == ["haut-commissariat"]


def test_an_outlet_that_quotes_an_office_is_not_who_stands_behind_it() -> None:
    said = "a indiqué le ministère russe de la défense, cité par une agence"
    text = f"Deux bombardiers russes ont atterri à Caracas, {said}."
    document = Document("d", text, language="fr", published=PUBLISHED)
    (claim,) = pipeline.read_document(document).claims
    assert claim.voice is not None
    assert (claim.voice.kind, claim.voice.country_code) == (VoiceKind.OFFICIAL, "RU")
