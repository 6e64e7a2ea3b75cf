"""Verbs of going, staying and falling, each before places as reports write them: all are found."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from geo import pipeline
from geo.records import Claim, Document, Place

PUBLISHED = dt.date(2024, 11, 20)
ENGLISH = (
    "landed in",
    "landed at",
    "arrived in",
    "arrived at",
    "flew to",
    "flew into",
    "flew in to",
    "were flown to",
    "were sent to",
    "were deployed to",
    "were deployed in",
    "were dispatched to",
    "were moved to",
    "were airlifted to",
    "were transferred to",
    "were rushed to",
    "headed to",
    "headed for",
    "travelled to",
    "sailed to",
    "sailed into",
    "reached",
    "entered",
    "returned to",
    "came to",
    "came into",
    "went to",
    "moved to",
    "moved into",
    "withdrew from",
    "left",
    "pulled out of",
    "departed from",
    "departed",
    "flew out of",
    "flew from",
    "were withdrawn from",
    "were pulled out of",
    "were evacuated from",
    "sailed from",
    "set off from",
    "were stationed in",
    "were stationed at",
    "are based in",
    "are based at",
    "are stationed near",
    "were seen in",
    "were seen near",
    "are in",
    "are at",
    "remain in",
    "were killed in",
    "were killed at",
    "were killed near",
    "died in",
    "were wounded in",
    "were injured near",
    "have arrived in",
    "had arrived in",
    "will arrive in",
    "are to arrive in",
    "are due in",
    "are expected in",
    "will be sent to",
    "will leave",
    "are leaving",
    "are heading to",
    "are on their way to",
    "docked at",
    "docked in",
    "disembarked in",
    "disembarked at",
    "came ashore at",
    "crossed into",
    "advanced on",
    "took up positions in",
    "took up positions near",
    "were redeployed to",
    "redeployed to",
    "relocated to",
    "were relocated to",
    "were shipped to",
    "were ferried to",
    "rolled into",
    "drove to",
    "marched on",
    "joined the mission in",
    "are training in",
    "trained in",
    "camped in",
    "were captured in",
    "were ambushed in",
    "came under fire in",
    "were attacked in",
    "patrol",
    "are patrolling in",
    "guard",
)
FRENCH = (
    "ont atterri à",
    "ont atterri dans",
    "sont arrivés à",
    "sont arrivés dans",
    "ont débarqué à",
    "ont débarqué dans",
    "ont gagné",
    "ont rejoint",
    "ont rallié",
    "ont été envoyés à",
    "ont été envoyés dans",
    "ont été dépêchés à",
    "ont été déployés à",
    "ont été déployés dans",
    "ont été acheminés à",
    "ont été transférés à",
    "ont été transportés à",
    "ont été aéroportés à",
    "ont été héliportés à",
    "ont été projetés à",
    "partiront pour",
    "sont partis pour",
    "sont partis de",
    "se sont rendus à",
    "sont entrés dans",
    "sont entrés à",
    "ont pénétré dans",
    "se sont posés à",
    "se sont posés dans",
    "ont quitté",
    "se sont retirés de",
    "ont évacué",
    "sont rentrés de",
    "sont revenus de",
    "sont retournés à",
    "ont décollé de",
    "ont appareillé de",
    "ont embarqué à",
    "sont stationnés à",
    "sont stationnés dans",
    "sont basés à",
    "sont cantonnés à",
    "sont présents à",
    "sont présents dans",
    "se trouvent à",
    "se trouvent dans",
    "restent à",
    "restent dans",
    "ont été vus à",
    "ont été aperçus près de",
    "ont été tués à",
    "ont été tués dans",
    "ont péri à",
    "sont morts à",
    "ont été blessés à",
    "ont été blessés près de",
    "arriveront à",
    "doivent arriver à",
    "sont attendus à",
    "seront envoyés à",
    "seront déployés à",
    "vont quitter",
    "se dirigent vers",
    "font route vers",
    "sont en route pour",
    "ont franchi",
    "ont pris position à",
    "ont pris position dans",
    "se sont installés à",
    "s'entraînent à",
    "sont déployés à",
    "sont déployés dans",
    "patrouillent à",
    "gardent",
    "tiennent",
    "ont été redéployés à",
    "se sont redéployés à",
    "ont été relevés à",
    "ont été capturés à",
    "sont tombés dans une embuscade à",
    "ont été attaqués à",
    "sont intervenus à",
    "ont été évacués de",
    "ont été rapatriés de",
    "ont mis le cap sur",
    "ont accosté à",
    "sont montés à bord à",
    "campent à",
    "bivouaquent à",
    "occupent",
    "encerclent",
)
# What a text says of a place, and what stands in its name.
PLACES = (
    ("Goma", "Goma"),
    ("the airport of Goma", "Goma"),
    ("the town of Gao", "Gao"),
    ("the Malian town of Gao", "Gao"),
    ("the port of Mombasa", "Mombasa"),
    ("a base near Goma", "Goma"),
    ("the outskirts of Gao", "Gao"),
    ("Goma, the capital of North Kivu,", "Goma"),
    ("Gao, some 950 km north-east of Bamako,", "Gao"),
    ("Camp Lemonnier in Djibouti", "Lemonnier"),
    ("the Kharkiv region of Ukraine", "Kharkiv"),
    ("Goma and Bunia", "Goma"),
)
LIEUX = (
    ("Goma", "Goma"),
    ("l'aéroport de Goma", "Goma"),
    ("la ville de Gao", "Gao"),
    ("la ville congolaise de Goma", "Goma"),
    ("le port de Mombasa", "Mombasa"),
    ("l'île de Mayotte", "Mayotte"),
    ("Goma, dans l'est du Congo,", "Goma"),
    ("Gao, à quelque 950 km au nord-est de Bamako,", "Gao"),
    ("le camp Lemonnier, à Djibouti", "Lemonnier"),
    ("la région ukrainienne de Kharkiv", "Kharkiv"),
    ("la base aérienne de Niamey", "Niamey"),
    ("Goma et Bunia", "Goma"),
)


def read(text: str, language: str) -> tuple[Claim, ...]:
    document = Document("d", text, language=language, published=PUBLISHED)
    return pipeline.read_document(document).claims


def ends(claim: Claim) -> Iterator[Place]:
    return (place for place in (claim.origin, claim.destination, *claim.places) if place)


def missed(texts: list[tuple[str, str]], language: str) -> list[str]:
    """Return the texts of which no claim tells the three hundred and the place."""
    lost = []
    for text, name in texts:
        told = (c for c in read(text, language) if c.quantity and c.quantity.low == 300)
        if not any(name in place.name for claim in told for place in ends(claim)):
            lost.append(text)
    return lost


@pytest.mark.parametrize("verb", ENGLISH)
def test_each_english_verb_is_read_with_each_place(verb: str) -> None:
    texts = [(f"Three hundred Kenyan soldiers {verb} {words} on 3 May.", name) for words, name in PLACES]
    assert missed(texts, "en") == []


def contracted(words: str) -> str:
    return re.sub(r"\bà le\b", "au", re.sub(r"\bde le\b", "du", words))


@pytest.mark.parametrize("verb", FRENCH)
def test_each_french_verb_is_read_with_each_place(verb: str) -> None:
    names = [(words, name) for words, name in LIEUX if not (verb.endswith("dans") and words[0].isupper())]
    texts = [
        (f"Trois cents soldats kényans {contracted(f'{verb} {words}')} le 3 mai.", name)
        for words, name in names
    ]
    assert missed(texts, "fr") == []
