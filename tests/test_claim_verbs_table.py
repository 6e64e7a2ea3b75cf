"""Every tense of a verb of newswire tells what its siblings tell: a table of verbs and of their frames.

A verb is a row: its infinitive, present, participle, imperfect, simple past and future as they stand in a
sentence. What a frame tells of one verb it tells of all.
"""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Document

PUBLISHED = dt.date(2024, 11, 20)

# infinitive, present, participle, imperfect, simple past, stem of the future
FR_SENDS = (
    ("envoyer", "envoient", "envoyé", "envoyaient", "envoyèrent", "enverr"),
    ("dépêcher", "dépêchent", "dépêché", "dépêchaient", "dépêchèrent", "dépêcher"),
    ("déployer", "déploient", "déployé", "déployaient", "déployèrent", "déploier"),
    ("acheminer", "acheminent", "acheminé", "acheminaient", "acheminèrent", "acheminer"),
    ("transférer", "transfèrent", "transféré", "transféraient", "transférèrent", "transférer"),
    ("détacher", "détachent", "détaché", "détachaient", "détachèrent", "détacher"),
    ("parachuter", "parachutent", "parachuté", "parachutaient", "parachutèrent", "parachuter"),
    ("projeter", "projettent", "projeté", "projetaient", "projetèrent", "projetter"),
    ("déplacer", "déplacent", "déplacé", "déplaçaient", "déplacèrent", "déplacer"),
    ("ramener", "ramènent", "ramené", "ramenaient", "ramenèrent", "ramèner"),
)
FR_SENDING = (
    ("Les autorités tchadiennes {1} 300 soldats à Gao.", "reported"),
    ("Les autorités tchadiennes {3} 300 soldats à Gao.", "reported"),
    ("Les autorités tchadiennes {4} 300 soldats à Gao.", "reported"),
    ("Le Tchad a {2} 300 soldats à Gao.", "reported"),
    ("Le Tchad aurait {2} 300 soldats à Gao.", "unconfirmed"),
    ("Le Tchad {5}a 300 soldats à Gao.", "expected"),
    ("Le Tchad {5}ait 300 soldats à Gao.", "unconfirmed"),
    ("Le Tchad doit {0} 300 soldats à Gao.", "expected"),
    ("Le Tchad n'a pas {2} 300 soldats à Gao.", "denied"),
    ("Trois cents soldats ont été {2}s à Gao.", "reported"),
    ("Trois cents soldats seront {2}s à Gao.", "expected"),
)
# the same with what stands before the place; a participle with its auxiliary and what negates it
FR_GOES = (
    ("gagner", "gagnent", "ont gagné", "gagnaient", "gagnèrent", "gagner", ""),
    ("atteindre", "atteignent", "ont atteint", "atteignaient", "atteignirent", "atteindr", ""),
    ("parvenir", "parviennent", "sont parvenus", "parvenaient", "parvinrent", "parviendr", "à "),
    ("descendre", "descendent", "sont descendus", "descendaient", "descendirent", "descendr", "à "),
    ("investir", "investissent", "ont investi", "investissaient", "investirent", "investir", ""),
    ("renforcer", "renforcent", "ont renforcé", "renforçaient", "renforcèrent", "renforcer", ""),
    ("se rendre", "se rendent", "se sont rendus", "se rendaient", "se rendirent", "se rendr", "à "),
    (
        "se diriger",
        "se dirigent",
        "se sont dirigés",
        "se dirigeaient",
        "se dirigèrent",
        "se diriger",
        "vers ",
    ),
    ("avancer", "avancent", "ont avancé", "avançaient", "avancèrent", "avancer", "sur "),
    ("foncer", "foncent", "ont foncé", "fonçaient", "foncèrent", "foncer", "vers "),
)
FR_LEAVES = (
    ("quitter", "quittent", "ont quitté", "quittaient", "quittèrent", "quitter", ""),
    ("abandonner", "abandonnent", "ont abandonné", "abandonnaient", "abandonnèrent", "abandonner", ""),
    ("fuir", "fuient", "ont fui", "fuyaient", "fuirent", "fuir", ""),
    ("déserter", "désertent", "ont déserté", "désertaient", "désertèrent", "déserter", ""),
    ("sortir", "sortent", "sont sortis", "sortaient", "sortirent", "sortir", "de "),
    ("décrocher", "décrochent", "ont décroché", "décrochaient", "décrochèrent", "décrocher", "de "),
    ("s'enfuir", "s'enfuient", "se sont enfuis", "s'enfuyaient", "s'enfuirent", "s'enfuir", "de "),
)
FR_GOING = (
    ("Trois cents soldats {1} {6}Gao.", "reported"),
    ("Trois cents soldats {2} {6}Gao.", "reported"),
    ("Trois cents soldats {3} {6}Gao.", "reported"),
    ("Trois cents soldats {4} {6}Gao.", "reported"),
    ("Trois cents soldats {5}ont {6}Gao.", "expected"),
    ("Trois cents soldats {5}aient {6}Gao.", "unconfirmed"),
    ("Trois cents soldats doivent {0} {6}Gao.", "expected"),
)
# base form, present with "s", past, participle, form in "ing"
EN_SENDS = (
    ("send", "sends", "sent", "sent", "sending"),
    ("deploy", "deploys", "deployed", "deployed", "deploying"),
    ("fly", "flies", "flew", "flown", "flying"),
    ("ship", "ships", "shipped", "shipped", "shipping"),
    ("ferry", "ferries", "ferried", "ferried", "ferrying"),
    ("take", "takes", "took", "taken", "taking"),
    ("airlift", "airlifts", "airlifted", "airlifted", "airlifting"),
    ("redeploy", "redeploys", "redeployed", "redeployed", "redeploying"),
    ("transport", "transports", "transported", "transported", "transporting"),
)
EN_SENDING = (
    ("Chad {1} 300 soldiers to Gao.", "reported"),
    ("Chad {2} 300 soldiers to Gao.", "reported"),
    ("Chad has {3} 300 soldiers to Gao.", "reported"),
    ("Chad will {0} 300 soldiers to Gao.", "expected"),
    ("Chad plans to {0} 300 soldiers to Gao.", "expected"),
    ("Chad is expected to {0} 300 soldiers to Gao.", "expected"),
    ("Chad has reportedly {3} 300 soldiers to Gao.", "unconfirmed"),
    ("Chad did not {0} 300 soldiers to Gao.", "denied"),
    ("Three hundred soldiers have been {3} to Gao.", "reported"),
    ("Three hundred soldiers will be {3} to Gao.", "expected"),
)
EN_GOES = (
    ("reach", "reach", "reached", "reached", "reaching", ""),
    ("march", "march", "marched", "marched", "marching", "to "),
    ("fall back", "fall back", "fell back", "fallen back", "falling back", "to "),
    ("fan out", "fan out", "fanned out", "fanned out", "fanning out", "across "),
    ("pour", "pour", "poured", "poured", "pouring", "into "),
    ("return", "return", "returned", "returned", "returning", "to "),
)
EN_LEAVES = (
    ("leave", "leave", "left", "left", "leaving", ""),
    ("flee", "flee", "fled", "fled", "fleeing", ""),
    ("abandon", "abandon", "abandoned", "abandoned", "abandoning", ""),
    ("withdraw", "withdraw", "withdrew", "withdrawn", "withdrawing", "from "),
    ("escape", "escape", "escaped", "escaped", "escaping", "from "),
)
EN_GOING = (
    ("Three hundred soldiers {2} {5}Gao.", "reported"),
    ("Three hundred soldiers have {3} {5}Gao.", "reported"),
    ("Three hundred soldiers will {0} {5}Gao.", "expected"),
    ("Three hundred soldiers are to {0} {5}Gao.", "expected"),
    ("Three hundred soldiers reportedly {2} {5}Gao.", "unconfirmed"),
    ("Three hundred soldiers did not {0} {5}Gao.", "denied"),
)


def told(language: str, text: str) -> list[tuple[object, ...]]:
    claims = pipeline.read_document(Document("v", text, language=language, published=PUBLISHED)).claims
    return [
        (
            claim.type.value,
            claim.status.value,
            claim.quantity and (claim.quantity.low, claim.quantity.high),
            claim.origin and claim.origin.name,
            claim.destination and claim.destination.name,
        )
        for claim in claims
    ]


@pytest.mark.parametrize(
    ("language", "verb", "frames", "leaves"),
    [
        *(("fr", verb, FR_SENDING, False) for verb in FR_SENDS),
        *(("fr", verb, FR_GOING, False) for verb in FR_GOES),
        *(("fr", verb, FR_GOING, True) for verb in FR_LEAVES),
        *(("en", verb, EN_SENDING, False) for verb in EN_SENDS),
        *(("en", verb, EN_GOING, False) for verb in EN_GOES),
        *(("en", verb, EN_GOING, True) for verb in EN_LEAVES),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) and isinstance(value[0], str) else None,
)
def test_a_verb_is_read_in_all_its_tenses(
    language: str, verb: tuple[str, ...], frames: tuple[tuple[str, str], ...], *, leaves: bool
) -> None:
    ends = ("Gao", None) if leaves else (None, "Gao")
    for frame, status in frames:
        text = frame.format(*verb)
        assert told(language, text) == [("movement", status, (300, 300), *ends)], text


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'attaque a fait douze morts parmi les soldats à Gao.", (12, 12)),
        ("fr", "On compte douze morts dans les rangs de l'armée à Gao.", (12, 12)),
        ("fr", "Les corps de douze soldats ont été retrouvés à Gao.", (12, 12)),
        ("en", "The attack left twelve dead among the soldiers in Gao.", (12, 12)),
        ("en", "The bodies of twelve soldiers were found in Gao.", (12, 12)),
    ],
)
def test_the_number_of_the_dead_may_stand_apart(language: str, text: str, expected: tuple[int, int]) -> None:
    assert told(language, text) == [("casualties", "reported", expected, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Trois cents soldats ne se sont pas {} Gao.",
        "Le ministère a dit que 300 soldats ne s'étaient pas {} Gao.",
    ],
)
@pytest.mark.parametrize("verb", ["rendus à", "dirigés vers", "posés à", "déployés à"])
def test_a_reflexive_verb_may_be_denied(text: str, verb: str) -> None:
    ((kind, status, quantity, origin, destination),) = told("fr", text.format(verb))
    assert (kind, quantity, origin, destination) == ("movement", (300, 300), None, "Gao")
    assert status == "denied"


def test_a_state_that_comes_from_a_place_is_a_way() -> None:
    assert told("fr", "Trois cents soldats sont déployés à Gao.")[0][0] == "presence"
    assert told("fr", "Trois cents soldats sont déployés à Gao depuis Bamako.") == [
        ("movement", "reported", (300, 300), "Bamako", "Gao")
    ]
