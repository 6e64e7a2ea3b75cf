"""The sentences of a report as scenes, and which of them may tell anything."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from geo import numbers
from geo.claims.assertion.offices import home_of, is_own_release
from geo.claims.event.events import events
from geo.claims.event.whom import acting, may_act, of_before
from geo.claims.force import ships
from geo.claims.force.forces import NOUNS, forces_of, nouns_of
from geo.claims.past import States
from geo.claims.place.capitals import with_capitals
from geo.claims.scene import Scene, by_sentence
from geo.claims.side.actors import sovereign
from geo.claims.side.nations import topic
from geo.claims.time.entries import heads
from geo.claims.units import FORMATIONS, SHIP
from geo.languages import LanguagePack
from geo.records import Document, Mention, Quantity, TimeExpression
from geo.text import Match, Sentence, tokenize

_NAME_REACH = 4  # words from a unit's number to the end of its name
_LONG_NUMBER = 10  # characters: the least that hold an "and"
_NATION_ACTS = frozenset({"demonym", "trigger"})
_BEHIND_SEAT = frozenset(",(-–—")
_FORCES = frozenset({"force", "goods", "demonym", "rank", "again"})  # what may be a force


def _seat(document: Document, mentions: Sequence[Mention], states: States, pack: LanguagePack) -> str | None:
    """Return the state from whose capital its office issues a report: "Vilnius, 10 April 2024".

    The capital from which a mission writes is its host's.
    """
    text, name = document.text, document.publisher or ""
    if not any(m.group == "national" for m in pack.lexicon.find(name, tokenize(name))):
        return None
    first = next(iter(mentions), None)
    if first is None or first.place is None or text[: first.span.start].strip():
        return None
    codes = (code for code, place in states.capitals.items() if place.id == first.place.id)
    behind = text[first.span.end : first.span.end + 2].lstrip()[:1]
    return next(codes, None) if behind in _BEHIND_SEAT else None


class Scenes:
    """The sentences of a document, each with what was found in it, made where it is asked for."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
        pack: LanguagePack,
        states: States = States(),  # noqa: B008 - a frozen record, which all calls can share
    ) -> None:
        self._seats = states.capitals
        self._capitals = frozenset([place.id for place in states.capitals.values()])
        self._text, self._sentences, self._pack = document.text, sentences, pack
        self._numbers = numbers.reader(pack)
        self._own = is_own_release(document.publisher, pack)
        seat = _seat(document, mentions, states, pack) if self._own else None
        about = (sovereign(states.publisher) or seat or topic(document.title, pack)) if self._own else None
        self._home = home_of(document.publisher, about, sentences, pack) if self._own else None
        self._fleet = ships.names(document.text, sentences, mentions, pack)
        self._mentions = by_sentence(sentences, mentions)
        self._times = by_sentence(sentences, times)
        # all scenes have this one, and each is read in its turn
        self._offices: dict[str, frozenset[str]] = {}
        self._made: dict[int, Scene] = {}

    def at(self, number: int, offices: Mapping[str, frozenset[str]] | None = None) -> Scene:
        """Return a sentence, with the offices that are known by then."""
        self._offices.update(offices or {})
        if number not in self._made:
            self._made[number] = self._scene(number)
        return self._made[number]

    def entries(self, document: Document) -> Mapping[int, TimeExpression]:
        """Return the dates that head the entries of a chronology, by number of sentence."""
        return heads(document, self._sentences, self._times)

    def _scene(self, number: int) -> Scene:
        sentence, pack = self._sentences[number], self._pack
        sailing = tuple(ships.named(self._text, sentence, self._fleet, pack)) if self._fleet else ()
        named = [m for m in self._mentions[number] if not _is_ships(m, sailing)]
        counted = _speaks_of_events(sentence)
        found = self._numbers.read(self._text, sentence.tokens, sentence.matches) if counted else ()
        return Scene(
            self._text,
            _with_whole(sentence, found, pack.numbers.conjunctions),
            with_capitals(sentence, named, self._seats, pack),
            tuple(self._times[number]),
            tuple(n for n in found if not _is_in_name(sentence, n)),
            pack,
            self._own,
            self._home,
            offices=self._offices,
            ships=sailing,
            capitals=self._capitals,
        )

    def opening(self) -> int:
        """Return the number of the first sentence that names a force, or a nation that may be one.

        Before it nobody was told of for whom a pronoun or a number could stand, and so nothing is told.
        """
        return next((n for n in range(len(self._sentences)) if self._names(n)), len(self._sentences))

    def _names(self, number: int) -> bool:
        groups = self._sentences[number].groups.keys()
        if not self._fleet and groups.isdisjoint(NOUNS):
            return False
        return groups >= _NATION_ACTS or bool(nouns_of(self.at(number)))

    def may_tell(self, number: int) -> bool:
        """Tell whether a sentence may hold a claim; where it does not, nothing in it adds to what is told.

        A claim has a force, and a trigger or a place: most sentences of most reports are settled so. Of the
        rest most tell of nobody what they tell.
        """
        groups = self._sentences[number].groups.keys()
        forces = bool(self._fleet) or not groups.isdisjoint(_FORCES)
        if "trigger" not in groups and not (forces and ("there" in groups or self._mentions[number])):
            return False
        sentence = self._sentences[number]
        theirs = bool(self._times[number]) and sentence.tokens[0].lower in self._pack.words.owners
        if not (forces or theirs or self._mentions[number] or self._numbers.may_read(sentence)):
            return False
        scene = self.at(number)
        named = forces_of(scene)
        if not named and "demonym" not in groups and not _may_echo(scene):
            taken_up = (of_before(scene, verb, ()) for verb in scene.group("trigger"))
            if not any(taken_up):
                return False
        if any(force.noun.value == SHIP for force in may_act(scene)):
            return bool(events(scene))  # whether she is one is told by what went before
        return bool(acting(scene))


def _may_echo(scene: Scene) -> bool:
    """Tell whether a verb of nobody may be told again, behind a place: for a number, a place with a time."""
    verbs = scene.group("trigger")
    behind = [m.span.start for m in scene.mentions if verbs and m.span.start >= verbs[0].span.end]
    again = len(behind) > 1 and bool(scene.times)
    return again or any(behind[0] < number.span.start for number in scene.numbers if behind)


def _is_ships(mention: Mention, sailing: Sequence[Match]) -> bool:
    """Tell whether a place name is a ship's here: "the Canberra"."""
    return any(ship.span.touches(mention.span) for ship in sailing)


def _is_in_name(sentence: Sentence, number: Quantity) -> bool:
    """Tell whether a number opens the name of a unit: "32 Engineer Regiment", no 32 regiments."""
    tokens = sentence.tokens
    units = [m for m in sentence.groups.get("force", ()) if m.value in FORMATIONS]
    if not units:
        return False
    at = next((n for n, t in enumerate(tokens) if t.start == number.span.start), None)
    if at is None or not tokens[at].lower.isdigit() or tokens[at].end != number.span.end:
        return False
    near = (m.last for m in units if 0 < m.last - at - 1 <= _NAME_REACH)
    named = (tokens[at + 1 : last] for last in near)
    return any(all(t.capital for t in words) and not words[-1].lower.endswith("s") for words in named)


def _with_whole(sentence: Sentence, found: Sequence[Quantity], ands: AbstractSet[str]) -> Sentence:
    """Return a sentence in which the "and" of a number in words joins nothing: "a hundred and forty men"."""
    spans = [n.span for n in found if n.span.end - n.span.start > _LONG_NUMBER]
    if not spans:
        return sentence
    words = tuple(
        t._replace(lower="") if t.lower in ands and any(s.start <= t.start < s.end for s in spans) else t
        for t in sentence.tokens
    )
    return sentence if words == sentence.tokens else replace(sentence, tokens=words)


def _speaks_of_events(sentence: Sentence) -> bool:
    return not sentence.groups.keys().isdisjoint(("trigger", "force", "goods", "demonym", "again"))
