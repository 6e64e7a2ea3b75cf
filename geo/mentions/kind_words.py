"""Words that say what a name is of: "région de Koursk", "Nyala airport", "mont Igman"."""

from geo.gazetteer import NameMatch
from geo.languages import LanguagePack
from geo.records import PlaceKind, Span
from geo.text import Match, Sentence, glued

UNITS = ("admin", "site")
NATURAL = ("relief", "water")
KINDS = {
    "admin": PlaceKind.ADMIN,
    "site": PlaceKind.SITE,
    "relief": PlaceKind.REGION,
    "water": PlaceKind.WATER,
}


def taken_in(
    text: str, sentence: Sentence, match: NameMatch, pack: LanguagePack
) -> tuple[int, int, PlaceKind | None]:
    """Take in the word that says what the name is of: "région de Koursk", "Nyala airport", "mont Igman".

    "The town of Palma" says it too, but its name is "Palma" alone; so does "the mountains of Tigray".
    """
    tokens = sentence.tokens
    after = sentence.starting_at("generic", match.last)
    if after and glued(text, tokens[match.last - 1], tokens[after.first]):
        natural = after.value in NATURAL and tokens[after.first].capital
        unit = after.value in UNITS and not _is_office(sentence, match, after)
        if natural or unit:
            return match.first, after.last, KINDS[after.value]
    first = match.first
    while (
        first > 0
        and tokens[first - 1].lower in pack.words.linkers
        and glued(text, tokens[first - 1], tokens[first])
    ):
        first -= 1
    before = sentence.ending_at("generic", first)
    if before is None or not glued(text, tokens[before.last - 1], tokens[first]):
        return match.first, match.last, None
    if first == match.first and (not begins_name(before) or _is_part(sentence, first)):
        return match.first, match.last, None
    if before.value in UNITS or (first == match.first and before.value in NATURAL):
        return before.first, match.last, KINDS[before.value]
    return match.first, match.last, PlaceKind(before.value) if before.value == "city" else None


def begins_name(generic: Match) -> bool:
    """Tell whether a kind word begins a name without a preposition: "mont Igman", "Camp Bastion"."""
    return generic.value in (*NATURAL, "site")


def _is_part(sentence: Sentence, first: int) -> bool:
    """Tell whether a name begins with the side of a land that it is: "in waters south of Yemen"."""
    side = sentence.starting_at("generic", first)
    return side is not None and side.value == "region" and not sentence.tokens[first].capital


def is_site(sentence: Sentence, span: Span) -> bool:
    """Tell whether a stretch of a sentence says that it names a site: "caserne Sully"."""
    tokens = sentence.tokens
    return any(
        m.group == "generic"
        and m.value == "site"
        and span.start <= tokens[m.first].start
        and tokens[m.last - 1].end <= span.end
        for m in sentence.matches
    )


def _is_office(sentence: Sentence, match: NameMatch, after: Match) -> bool:
    """Tell whether a state's name is that of an office: "U.S. Department of Defense"."""
    state = match.entries[0].place.kind is PlaceKind.COUNTRY
    return state and after.value == "admin" and sentence.tokens[after.first].capital
