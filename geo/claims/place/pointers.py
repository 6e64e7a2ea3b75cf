"""The places that words like "there", "here" and "the capital" take from what was told before."""

from collections.abc import Mapping, Sequence

from geo.claims.past import Past, kinds_of
from geo.claims.place.capitals import is_owned_by
from geo.claims.place.roles import Role, points_nowhere, role_of
from geo.claims.place.where import is_of_nation
from geo.claims.place.within import POINTS, is_list, is_part_of
from geo.claims.scene import MARK_WORDS, Scene, is_in_other_clause, with_articles
from geo.claims.side.actors import sovereign
from geo.claims.verbs import frame_of
from geo.languages import Frame
from geo.records import Mention, Place, PlaceKind, Usage
from geo.text import Match

_THERE_REACH = 10  # words from a trigger to "there"
POINTERS = (
    *("there", "town", "region", "province", "island", "islands", "named", "clitic", "here"),
    *("capital", "country", "land", "soil", "water"),
)
_WIDE_KINDS: Mapping[str, tuple[str, ...]] = {"region": ("region", "admin"), "province": ("admin", "region")}
_WIDE = (PlaceKind.REGION, PlaceKind.ADMIN)
_TOO_WIDE = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.WATER)  # to be a town
_MOVES = (Frame.ARRIVE, Frame.SEND, Frame.DELIVER)
# Words for a place itself, and not for a capital or a start.
_PLACES = ("there", "town", "region", "province", "island", "islands", "clitic", "here")
_OPENING = 2  # words before a word for a place that opens a sentence: "Dans la"
_THERE_BESIDE = 4  # so near it counts before a name that stands farther away


def points_beside(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word for a place stands so near a trigger that it counts before a name."""
    near = range(-_THERE_BESIDE, _THERE_BESIDE + 1)
    return any(m.first - trigger.last in near for m in place_words(scene))


def place_words(scene: Scene) -> list[Match]:
    """Return the words that stand for a place itself: "there", "here"."""
    return [m for m in _there(scene) if m.value in _PLACES]


def _there(scene: Scene) -> list[Match]:
    """Return the words that point to a place; "there are" does not, nor a name: "the base of Kidal"."""
    empty = [m.span for m in points_nowhere(scene)] + [m.span for m in scene.mentions]
    found = [m for m in scene.group("there") if not any(span.touches(m.span) for span in empty)]
    found = [m for m in found if m.value != "capital" or not _is_named_by_state(scene, m)]
    forces = [m.span for m in scene.group("force", "official")]  # not "the Chinese coast guard"
    soil = (m for m in found if m.value == "soil")
    none = [m for m in soil if not _nations_of(scene, m) or any(span.touches(m.span) for span in forces)]
    return [m for m in found if m not in none]


def _is_named_by_state(scene: Scene, word: Match) -> bool:
    """Tell whether a state's name says which capital is meant: "Haiti's capital"."""
    return any(is_owned_by(scene.sentence, m, word, scene.pack) for m in scene.mentions)


def pointed_at(scene: Scene, trigger: Match, past: Past, kinds: Sequence[str]) -> Place | None:
    """Return the place that a word like "there" near the trigger means: the last one named before it.

    A clitic ("y") never means one of its own clause.
    """
    there = (m for m in _there(scene) if m.value in kinds)
    there = (m for m in there if m.value != "named" or _of_that_kind(scene, m, scene.mentions, past))
    word = next((m for m in there if _is_near(scene, m, trigger)), None)
    if word is None or _is_unknown(scene, word):
        return None
    if word.value == "here":
        return past.near or past.place
    of = _land_beside(scene, word)
    if of is not None:
        return past.states.countries.get(of)
    before = _named_before(scene, trigger, word)
    beside = [m for m in before if scene.after_word(m.span) == word.first]  # "Jordan, where they are"
    beside += [m for m in before if word.value == "island" and _is_island_state(scene, trigger, m)]
    named = [m.place for m in before if m.place and (m.usage is Usage.LOCATIVE or m in beside)]
    if len(named) > 1 and is_part_of(named[-2], named[-1]):
        named.pop()  # "Vitez, the small town in central Bosnia where"
    known = [p for p in (past.goal, past.place, past.near, *named) if p]
    if word.value == "land":
        return _land(named, past)
    alike = scene.pack.words.same.isdisjoint(t.lower for t in scene.sentence.tokens[word.first : word.last])
    called = word.value != "town" and alike  # "the same base" is the place told last, whatever its name
    same = _of_that_kind(scene, word, before, past) if called else None
    if same or word.value in ("town", "islands", "named"):
        return same or _by_kind(word.value, known, past)
    if word.value == "island":  # no sea is one, be it named last
        named, known = ([p for p in ps if p.kind is not PlaceKind.WATER] for ps in (named, known))
    last = named[-1] if named else past.near or past.goal or past.place
    if word.value == "island" and last and last.kind is PlaceKind.WATER:
        last = known[-1] if known else None
    kind = scene.sentence.ending_at("generic", word.last)
    if kind is not None and kind.value == "site" and last and last.kind in _TOO_WIDE:
        last = _town(known) or last  # "the airport" is one of a town
    last = _seat_or_state(scene, trigger, (word, last, named), past)
    dry = word.value == "water" and last is not None and last.kind is not PlaceKind.WATER
    return None if dry else last


def _seat_or_state(
    scene: Scene, trigger: Match, told: tuple[Match, Place | None, Sequence[Place]], past: Past
) -> Place | None:
    """Return the capital or the state that a word means, and for other words the place told last."""
    word, last, named = told
    if word.value == "capital":
        return _capital(scene, word, _abroad(last, past), past)
    if word.value != "country":
        return last
    last, before = _abroad(last, past), _named_before(scene, trigger, word)
    own = [m.place for m in before if m.place and role_of(scene, m) is not Role.WITH]  # "India's men"
    last = last if last in own or last not in named else past.near or past.place
    moves = frame_of(scene, trigger).frame in _MOVES
    return _country(scene, word, (last, before), past, moves=moves)


def _land_beside(scene: Scene, word: Match) -> str | None:
    """Return the state whose adjective stands beside a word for a land: "Malian soil", "sol malien"."""
    of = next(iter(_nations_of(scene, word)), "") if word.value in ("land", "soil") else ""
    return of if of or word.value == "soil" else None


def _is_unknown(scene: Scene, word: Match) -> bool:
    """Tell whether a word points to a name that no gazetteer holds: "ran aground at X and is still there"."""
    before = [m for m in scene.mentions if m.usage is not Usage.EMBEDDED and m.span.end <= word.span.start]
    unplaced = word.value == "there" and bool(before) and before[-1].place is None
    return unplaced and role_of(scene, before[-1]) in (Role.LOCATION, Role.DESTINATION)


def _is_near(scene: Scene, word: Match, trigger: Match) -> bool:
    """Tell whether a word for a place stands near a verb; what commas set off behind an opening parts little.

    "De là, deux avions ont décollé", "At the port, where water is scarce, 40 Danes landed".
    """
    first, words = word.first, scene.pack.words
    opens = first <= _OPENING and scene.marks_between(word.last - 1, word.last) > 0
    if not opens or trigger.first < first:
        return scene.distance(first, trigger.first) <= _THERE_REACH
    if scene.sentence.tokens[word.last].lower in words.relative | words.related | words.clause:
        ends = (at for at in range(word.last + 1, trigger.first) if scene.marks_between(at - 1, at))
        first = next(ends, first)
    return scene.distance(first, trigger.first) <= _THERE_REACH + MARK_WORDS


def _named_before(scene: Scene, trigger: Match, word: Match) -> list[Mention]:
    """Return the names before a word for a place that it may mean, in order."""
    before = [
        m
        for m in sorted((*scene.mentions, *scene.aside), key=lambda m: m.span)
        if m.place and m.usage is not Usage.EMBEDDED and m.span.end <= word.span.start
        if not is_of_nation(scene, m)
        if word.value != "clitic" or m in scene.aside or _is_apart(scene, m, word)
        if word.value != "clitic" or not is_in_other_clause(scene, scene.first_word(m.span), word.first)
        if m in scene.aside or not _is_start(scene, trigger, m, word)
    ]
    frame = frame_of(scene, trigger).frame
    if frame in _MOVES or (frame is Frame.LEAVE and word.value == "capital"):
        return before  # "left A for the capital"
    beside = [m for m in before if scene.after_word(m.span) == word.first]  # "patrols from A, where they are"
    led = [m for m in before if m in scene.aside or m in beside or not _is_of_origins(scene, m)]
    to = scene.sentence.ending_at("role", with_articles(scene, word.first))
    ends = to is not None and to.value == "destination"  # "left B for the town": not for B
    others = [] if ends or word.value == "country" else before  # "police from A are in the country"
    return led or others  # "went from B to A; two died there": not at B


def _of_that_kind(scene: Scene, word: Match, before: Sequence[Mention], past: Past) -> Place | None:
    """Return the place whose name holds the noun of the word: "the shoal" is the last shoal with a name."""
    own = scene.sentence.tokens[word.last - 1].lower
    own = PlaceKind.SITE.value if own in scene.pack.words.bases else own
    for noun in _WIDE_KINDS.get(word.value, (own,)):
        here = (m.place for m in reversed(before) if noun in kinds_of(scene, m))
        found = next(here, None) or past.kinds.get(noun)
        if found:
            return found
    return None


def _land(named: Sequence[Place], past: Past) -> Place | None:
    """Return what "the territory" is: the last land told of, or the state in which the report plays.

    "The first landed in Dili; 300 are in the territory" tells of no town.
    """
    known = [p for p in (past.goal, past.place, past.near, *named) if p and p.kind is not PlaceKind.WATER]
    here = [p for p in known if past.ground in (None, p.country_code)]
    wide = [p for p in here if p.kind not in POINTS] or [p for p in past.kinds.values() if p.kind in _WIDE]
    code = past.ground or (known[-1].country_code if known else None)
    return wide[-1] if wide else past.states.countries.get(code or "")


def _by_kind(value: str, known: Sequence[Place], past: Past) -> Place | None:
    """Return the town or the islands told of last; what only its own name tells is nowhere else."""
    if value == "named":
        return None
    return _town(known) if value == "town" else _islands(known, past)


def _town(named: Sequence[Place]) -> Place | None:
    """Return the last town, or the last place that is no wider than one."""
    narrow = [place for place in named if place.kind not in _TOO_WIDE]
    towns = [place for place in narrow if place.kind is not PlaceKind.SITE]
    return next(reversed(towns or narrow), None)


def _abroad(last: Place | None, past: Past) -> Place | None:
    """Return the state in which a report plays instead of a place at home to which its guests went."""
    home = past.actor.country_code if past.actor else None
    if last is None or past.ground is None or last.country_code in (None, past.ground):
        return last
    return past.states.countries.get(past.ground, last) if sovereign(last.country_code) == home else last


def _islands(named: Sequence[Place], past: Past) -> Place | None:
    """Return what "the islands" are: the last place that is no point, or the state of the last that is."""
    wide = [place for place in named if place.kind not in POINTS]
    if wide or not named:
        return wide[-1] if wide else None
    return past.states.countries.get(named[-1].country_code or "", named[-1])


def _is_island_state(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a state sees others around itself: "Taiwan has detected 12 ships around the island"."""
    state = mention.place is not None and mention.place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)
    return state and frame_of(scene, trigger).frame is Frame.STAY and mention.span < trigger.span


def _is_of_origins(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name is where something comes from, or on a list of such: B of "police from A and B"."""
    before = [m for m in scene.mentions if m.span <= mention.span]
    while len(before) > 1 and is_list(scene, before[-2], before[-1]):
        before.pop()
    return role_of(scene, before[-1]) is Role.ORIGIN


def _country(
    scene: Scene, word: Match, named: tuple[Place | None, Sequence[Mention]], past: Past, *, moves: bool
) -> Place | None:
    """Return the state that "the country" means: that of the last place, or who speaks of who left it."""
    last, before = named
    if moves and last is None:
        return None  # who sends or comes is of another: "Kenyan police flew to the country"
    last = last or next((m.place for m in reversed(before)), None)  # "Mali says they left the country"
    nations = [m for m in scene.group("demonym") if m.last <= word.first]
    guests = {m.value for m in nations if not moves and _is_of_force(scene, m)}
    spoken = (m.value for m in nations if m.value not in guests)
    code = last.country_code if last else next(spoken, None)  # "the Malian army says"
    if code is None and past.land and past.land.country_code not in guests:
        last, code = past.land, past.land.country_code
    return past.states.countries.get(code, last) if code else last


def _is_of_force(scene: Scene, nation: Match) -> bool:
    """Tell whether a nation is that of a force, which is where it is and not at home: "Indian soldiers"."""
    return any(m.first == nation.last or 0 <= nation.first - m.last <= 1 for m in scene.group("force"))


def _is_start(scene: Scene, trigger: Match, mention: Mention, word: Match) -> bool:
    """Tell whether a name is where a way begins that ends at the word: not B of "from B came to the town"."""
    verb = scene.sentence.tokens[trigger.first : trigger.last]
    clause = scene.sentence.tokens[trigger.last : word.first]
    moves = frame_of(scene, trigger).frame in _MOVES
    opens = scene.pack.words.clause | scene.pack.words.when
    again = any(t.lower in scene.pack.words.returning for t in verb)
    own = moves and not again and not any(t.lower in opens for t in clause)
    return own and role_of(scene, mention) is Role.ORIGIN


def _is_apart(scene: Scene, mention: Mention, word: Match) -> bool:
    """Tell whether a mark or "and" parts a name from the word that may point to it."""
    after = scene.after_word(mention.span)
    joined = any(t.lower in scene.pack.words.joiners for t in scene.sentence.tokens[after : word.first])
    # "renforce la Roumanie en y envoyant 300 hommes"
    verb = scene.sentence.tokens[word.last : word.last + 1]
    gerund = any(t.lower.endswith(tuple(scene.pack.words.participles)) for t in verb)
    return joined or gerund or scene.marks_between(after - 1, word.first) > 0


def _capital(scene: Scene, word: Match, before: Place | None, past: Past) -> Place | None:
    """Return the capital of the adjective beside the word ("the Haitian capital"), or of where we are."""
    beside = _nations_of(scene, word)
    code = beside[0] if beside else before.country_code if before else past.ground
    return past.states.capitals.get(code) if code else None


def _nations_of(scene: Scene, word: Match) -> list[str]:
    """Return the states whose adjectives stand beside a word: "the Haitian capital", "le sol malien"."""
    beside = [m.value for m in scene.group("demonym") if m.last == word.last - 1 or m.first == word.last]
    return beside + [m.value for m in scene.group("demonym") if m.last == word.first]
