"""What a force belongs to beside one state: an organisation of several, a service."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geo import languages
from geo.lexicon import Lexicon
from geo.records import Actor, Claim
from geo.text import tokenize

_FILE = "belonging.toml"


@dataclass(frozen=True, slots=True)
class Belonging:
    """What the words of a claim tell that its force is of, beside one state.

    Attributes
    ----------
    organisations
        Whose force it is, by our short names; where no state is told, as its sentence tells it.
    services
        Army, police, rescue …, as far as its own words tell them.
    states
        Those whose soldiers its own words count together, by ISO 3166-1 codes; none where it is of one.
    """

    organisations: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()


def belonging_of(claim: Claim, language: str | None = None) -> Belonging:
    """Return what the force of a claim of a report in some language belongs to."""
    who = claim.actor
    own = tuple(_found(who.text)) if who else ()
    organisations = _of("organisation", own)
    if not organisations and (who is None or who.country_code is None):
        organisations = _of("organisation", _found(_before(claim)))
    return Belonging(organisations, _of("service", own), _states(who, language))


def _states(who: Actor | None, language: str | None) -> frozenset[str]:
    """Return the states that a force's words count together: "Russian, Tajik and Uzbek soldiers"."""
    if who is None or who.country_code or language not in languages.available():
        return frozenset()
    found = languages.load(language).lexicon.find(who.text, tokenize(who.text))
    return _of("demonym", ((m.group, m.value) for m in found))


def _before(claim: Claim) -> str:
    """Return what stands in the sentence before the force, without who says it: "SADC is to send 3,000"."""
    quote, who = claim.evidence[0].quote, claim.actor
    before = quote[: quote.find(who.text)] if who and who.text in quote else ""
    for source in claim.attribution:
        before = before.replace(source.text, ";")
    return before


def may_send(organisations: frozenset[str], country: str) -> bool:
    """Tell whether a state may be one of those that send the force of one of some organisations."""
    members = _tables()[1]
    return any(country in members.get(name, {country}) for name in organisations)


@cache
def _tables() -> tuple[Lexicon, Mapping[str, frozenset[str]]]:
    """Return the phrases, and the states of each organisation that not any state may join."""
    data = tomllib.loads(resources.files(__package__).joinpath(_FILE).read_text("utf-8"))
    rows = data["organisations"]
    words = {name: row["words"] for name, row in rows.items()}
    members = {name: frozenset(row["members"]) for name, row in rows.items() if "members" in row}
    return Lexicon({"organisation": words, "service": data["services"]}), members


def _found(text: str) -> Iterator[tuple[str, str]]:
    for match in _tables()[0].find(text, tokenize(text)):
        yield match.group, match.value


def _of(group: str, found: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(value for name, value in found if name == group)
