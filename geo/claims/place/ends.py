"""Where a way begins and where it ends: which place of a verb is its origin, and which its destination."""

from collections.abc import Iterator, Sequence

from geo.claims.place.roles import OUT_OF, Role, is_asked, is_host, is_opening, is_right_before, place_behind
from geo.claims.scene import ECHO, Scene, with_articles, words_of_aside
from geo.claims.side.actors import counted_behind, sender
from geo.claims.units import PERSONNEL
from geo.claims.verbs import frame_of, is_passive
from geo.languages import Frame
from geo.records import Mention, PlaceKind, Usage
from geo.text import Match, Token

_EMBRACED = 6  # words from a place to the verb behind it: "den Niger bis September verlassen"
_OF_FORCE = 3  # words between a force and "in" and the place where it is
_MARKS_TO_GOAL = 1  # commas between a verb of going and "in", before it is of something else
_ASIDE = 5  # words of "quant à elle" and one more
_ABOARD = 6  # words from "boarded" to where
_SEES_REACH = 3  # words from a town to "saw": "Gao a de nouveau vu"
_DIRECT_OBJECT = 3  # words between "quitté" and the place that is left
_FAR_OBJECT = 6  # the same over an aside: "quitté dans un fracas la base"


def is_origin(scene: Scene, trigger: Match, frame: Frame, mention: Mention, role: Role) -> bool:
    """Tell whether a place of a verb is where its way begins."""
    behind = scene.first_word(mention.span) >= trigger.last
    if mention.usage is Usage.METONYMIC:
        # "partis de Libreville ont gagné": a verb behind makes no government of a start
        left = frame is Frame.LEAVE and behind and role in (Role.GENITIVE, Role.ORIGIN)
        homeward = frame is Frame.SEND and any(
            t.lower in scene.pack.words.homeward for t in words_of(scene, trigger)
        )
        home = homeward and behind and role is Role.GENITIVE  # "a rapatrié ses 60 soldats du Niger"
        home = home or _is_returned_from(scene, trigger, mention, ("demonym",))
        return home or (left and is_object(scene, trigger, mention))
    if role is Role.ORIGIN:  # not "replacing a brigade from A"
        relieves = any(t.lower in scene.pack.words.relieving for t in words_of(scene, trigger))
        return not (behind and relieves) and (behind or not _is_nation_of_force(scene, mention))
    if not behind:
        return _starts_before(scene, trigger, frame, mention, role)
    there = role is Role.LOCATION and _is_where_they_are(scene, trigger, frame, mention)
    if there or frame is Frame.LEAVE:
        return there or _is_left(scene, trigger, mention, role)
    if role is Role.GENITIVE:
        return _is_come_from(scene, trigger, frame, mention)
    return role is Role.LOCATION and frame is Frame.ARRIVE and _is_after_stay(scene, trigger, mention)


def _is_nation_of_force(scene: Scene, mention: Mention) -> bool:
    """Tell whether a state, or one of a list, only says whose men they are: "90 soldiers from Germany"."""
    if mention.place is None or mention.place.kind is not PlaceKind.COUNTRY:
        return False
    at, tokens, joiners = scene.first_word(mention.span), scene.sentence.tokens, scene.pack.words.joiners
    links = [m for m in scene.group("role") if m.last <= at and tokens[m.first].lower not in joiners]
    noun = scene.sentence.ending_at("force", links[-1].first) if links else None
    if noun is None or noun.value != PERSONNEL or links[-1].value != Role.ORIGIN:
        return False
    return scene.sentence.ending_at("demonym", noun.first) is None  # "French soldiers from Niger"


def _starts_before(scene: Scene, trigger: Match, frame: Frame, mention: Mention, role: Role) -> bool:
    """Tell whether a place before a verb is where it begins: "the soldiers in Kadugli are to be moved"."""
    homeward = any(t.lower in scene.pack.words.homeward for t in words_of(scene, trigger))
    if role is Role.LOCATION and (homeward or _is_of_whole(scene, trigger, mention)):
        return True  # "having served in A, it flew home"
    if frame is Frame.LEAVE and _is_of_site(scene, mention) and _is_embraced(scene, trigger, mention):
        return True  # „hatten ihren Stützpunkt in Agadez geräumt“
    if role is Role.LOCATION and frame is Frame.LEAVE and _sets_out(scene, trigger, mention):
        return True
    leaves = role is Role.LOCATION and (frame in (Frame.LEAVE, Frame.SEND) or homeward)
    leaves = leaves and not any(t.lower in scene.pack.words.joining for t in words_of(scene, trigger))
    leaves = leaves and not _brings_in(scene, trigger)
    if leaves or (role is Role.GENITIVE and homeward):  # "la compagnie de Prizren rentrera"
        return _is_of_force(scene, trigger, mention)
    if role is Role.GENITIVE:
        return frame is Frame.ARRIVE and _is_base_of_force(scene, trigger, mention)
    left = frame is Frame.LEAVE and role is Role.NONE
    # "Khost was evacuated by the last troops", „haben am Freitag Timbuktu verlassen“
    embraced = left and (is_host(scene, trigger, mention) or _is_embraced(scene, trigger, mention))
    return embraced or (frame is Frame.LEAVE and _sees(scene, trigger, mention))


def _brings_in(scene: Scene, trigger: Match) -> bool:
    """Tell whether who is in a place has others come to it: "the force in Cyprus will bring in 120 men"."""
    tokens, at = scene.sentence.tokens, trigger.last
    inwards = at < len(tokens) and tokens[at].lower in scene.pack.words.within
    return inwards and any(scene.first_word(n.span) - at in (1, 2) for n in scene.numbers)


def _is_of_site(scene: Scene, mention: Mention) -> bool:
    """Tell whether a place says where a base before it lies: „ihren Stützpunkt in Agadez“."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    return link is not None and scene.sentence.ending_at("generic", link.first) is not None


def _is_embraced(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place is the object of the verb that closes its clause: "haben den Tschad verlassen"."""
    first, after = with_articles(scene, scene.first_word(mention.span)), scene.after_word(mention.span)
    if not scene.pack.verbs_embrace or first == 0 or trigger.first - after not in range(_EMBRACED):
        return False
    between = (m for m in scene.group("force", "trigger") if after <= m.first < trigger.first)
    return not any(between) and not scene.marks_between(first - 1, trigger.first)


def _is_where_they_are(scene: Scene, trigger: Match, frame: Frame, mention: Mention) -> bool:
    """Tell whether a place behind a force is where it is taken from: "will fly home its men in Mali".

    "a ramené ses soldats à Brest" leads to a town of its own.
    """
    tokens, words = scene.sentence.tokens, scene.pack.words
    homeward = any(t.lower in words.homeward for t in words_of(scene, trigger))
    if frame is not Frame.LEAVE and not homeward:
        return False
    first = with_articles(scene, scene.first_word(mention.span))
    link = scene.sentence.ending_at("role", first)
    nouns = [m for m in scene.group("force", "demonym") if link is not None and m.last == link.first]
    if not nouns or nouns[0].first < trigger.last or scene.marks_between(trigger.last, first):
        return False
    owned = any(t.lower in words.owners for t in tokens[trigger.last : nouns[0].first])
    state = mention.place.country_code if mention.place else None
    town = homeward and mention.place is not None and mention.place.kind is not PlaceKind.COUNTRY
    return owned and not town and state != sender(scene, trigger)


def _sets_out(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether who sets out does so where the sentence opens: "À Toulon, la frégate a appareillé"."""
    town = mention.place is not None and mention.place.kind in (PlaceKind.CITY, PlaceKind.SITE)
    after, nouns = scene.after_word(mention.span), scene.group("force")
    told = (m for m in scene.group("say", "trigger", "official") if after <= m.first < trigger.first)
    others = any(not any(n.span.covers(m.span) for n in nouns) for m in told)
    before = (m for m in scene.mentions if m is not mention and m.span < trigger.span)
    named = any(m.place and m.usage is not Usage.EMBEDDED for m in before)
    return town and is_opening(scene, mention) and not others and not named


def _is_base_of_force(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a base stands behind a force as its own: "les soldats de la base de A ont rejoint B"."""
    at = scene.first_word(mention.span)
    site = any(m.value == "site" and mention.span.covers(m.span) for m in scene.group("generic"))
    nouns = [m for m in scene.group("force", "demonym") if 0 < at - m.last <= _OF_FORCE]
    verbs = any(nouns and nouns[-1].last <= m.first < trigger.first for m in scene.group("trigger"))
    return site and bool(nouns) and not verbs


def _is_left(scene: Scene, trigger: Match, mention: Mention, role: Role) -> bool:
    """Tell whether a place behind a verb of leaving is what is left: "boarded a plane in A"."""
    if role is Role.LOCATION:
        boards = any(t.lower in scene.pack.words.boarding for t in words_of(scene, trigger))
        reach = _ABOARD if boards else OUT_OF
        if _is_of_left_site(scene, trigger, mention):
            return True
        return trigger.group != ECHO and scene.first_word(mention.span) - trigger.last <= reach
    return role is Role.GENITIVE or (role is Role.NONE and is_object(scene, trigger, mention))


def _is_of_left_site(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place says where the base lies that is left: "ont quitté leur base près de Gao"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    site = scene.sentence.ending_at("generic", link.first) if link else None
    if site is None or scene.marks_between(trigger.last - 1, scene.first_word(mention.span)):
        return False
    first = with_articles(scene, site.first)
    first -= first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.owners
    return first in (trigger.last, *(scene.after_word(t.span) for t in scene.times if t.span > trigger.span))


def _is_come_from(scene: Scene, trigger: Match, frame: Frame, mention: Mention) -> bool:
    """Tell whether "of" leads to where somebody comes from: "les soldats venus de Gao"."""
    follows = _follows_verb(scene, trigger, mention)
    homeward = any(t.lower in scene.pack.words.homeward for t in words_of(scene, trigger))
    if frame is Frame.SEND:  # "rapatrie ses 300 militaires du Niger"
        return follows or homeward or _is_returned_from(scene, trigger, mention)
    if _is_of_own_base(scene, mention):
        return False
    named = any(trigger.span.end <= m.span.start < mention.span.start for m in scene.mentions)
    bare = not scene.pack.demonyms_always_capital
    # "entered the camp, say two officials of A", not "arrived, 300 of them, from A"
    apart = scene.marks_between(trigger.last - 1, scene.first_word(mention.span)) == 1
    return frame is Frame.ARRIVE and not named and (follows or (bare and not apart))


def _is_returned_from(
    scene: Scene, trigger: Match, mention: Mention, behind: Sequence[str] = ("force", "demonym")
) -> bool:
    """Tell whether a place behind those who return is where they were: "le retour de 200 soldats de Palma".

    `behind` are the groups one of which it stands behind: of "soldats du Mali" the state is their own.
    """
    returns = any(t.lower in scene.pack.words.returning for t in words_of(scene, trigger))
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    if link is None or not (returns and frame_of(scene, trigger).nominal):
        return False
    return any(m.last == link.first for m in scene.group(*behind))


def _is_of_own_base(scene: Scene, mention: Mention) -> bool:
    """Tell whether a place is that of somebody's own base: "sont rentrés à leur garnison de Calvi"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    before = scene.sentence.tokens[: link.first][-2:] if link else ()
    owned = len(before) == 2 and before[0].lower in scene.pack.words.owners  # noqa: PLR2004
    return owned and before[1].lower in scene.pack.words.bases


def _is_of_whole(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place is where the whole of a number is: "Of the 1,400 men in A, 300 left"."""
    opens = scene.sentence.starting_at("role", 0)
    at = scene.first_word(mention.span)
    whole = opens is not None and opens.value == Role.GENITIVE and not scene.marks_between(0, at)
    return whole and scene.marks_between(at, trigger.first) > 0  # not "Des soldats formés à A sont partis"


def _is_after_stay(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place is where a force was before: "came home after five months in the Red Sea"."""
    units = scene.pack.dates.vocabulary["units"].values()
    spans = {word for words in units for word in words}
    between = scene.sentence.tokens[trigger.last : scene.first_word(mention.span)]
    after = next((n for n, t in enumerate(between) if t.lower in scene.pack.words.after), None)
    return after is not None and any(t.lower in spans for t in between[after:])


def _follows_verb(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether only a time stands between a verb and "of": "a ramené mardi de Gao les soldats"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    ends = {trigger.last, *(scene.after_word(t.span) for t in scene.times if t.span > trigger.span)}
    return link is not None and link.first in ends


def words_of(scene: Scene, trigger: Match) -> Sequence[Token]:
    """Return the words of a trigger."""
    return scene.sentence.tokens[trigger.first : trigger.last]


def _is_of_force(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place says where the force is that is moved: "soldiers in Kadugli are to be moved"."""
    at = scene.first_word(mention.span)
    nouns = [m for m in scene.group("force", "demonym", "again") if 0 < at - m.last <= _OF_FORCE]
    link = scene.sentence.ending_at("role", at)
    verbs = (m for m in scene.group("trigger") if link is None or not link.span.covers(m.span))
    verb = any(nouns and nouns[-1].last <= m.first < at for m in verbs)
    between = scene.sentence.tokens[nouns[-1].last : at] if nouns else ()
    verb = verb or any(t.lower in scene.pack.words.schooled for t in between)  # "trained at A"
    if scene.pack.verbs_embrace and trigger.first - scene.after_word(mention.span) in (0, 1):
        return False  # „will 200 Soldaten in den Tschad entsenden“
    return bool(nouns) and not verb and not scene.marks_between(nouns[-1].last, trigger.first)


def is_object(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place stands as near behind a verb as its object does, times left out."""
    at = scene.first_word(mention.span)
    if mention.usage is Usage.METONYMIC and scene.marks_between(trigger.last - 1, at):
        return False  # "will not come: Quito has declined"
    times = sum(
        scene.after_word(t.span) - scene.first_word(t.span)
        for t in scene.times
        if trigger.last <= scene.first_word(t.span) < at
    )
    verb = scene.pack.triggers.get(trigger.value)
    aside = verb is not None and verb.frame is Frame.LEAVE and not _marked(scene, trigger, at)
    reach = _FAR_OBJECT if aside else _DIRECT_OBJECT
    begins = _past_way(scene, trigger.last)
    return 0 <= at - trigger.last - times <= reach or place_behind(scene, begins) == at


def _past_way(scene: Scene, first: int) -> int:
    """Return where the object begins behind a way or an aside: "ont gagné par la route la ville"."""
    ends = range(first + 2, first + _ASIDE)
    aside = next((n for n in ends if words_of_aside(scene, n) == n - first), first)
    near = (first, first + 1)  # "en hélicoptère" is a preposition and a word for the way
    return next((m.last for m in scene.group("means") if m.first in near), aside)


def _marked(scene: Scene, trigger: Match, at: int) -> bool:
    """Tell whether a mark or another place stands between a verb and a word."""
    names = (scene.first_word(m.span) for m in scene.mentions)
    return scene.marks_between(trigger.first, at) > 0 or any(trigger.last <= name < at for name in names)


def is_destination(scene: Scene, trigger: Match, frame: Frame, mention: Mention, role: Role) -> bool:
    """Tell whether a place of a verb is where its way ends."""
    if role is Role.DESTINATION or frame is Frame.LEAVE:
        return role is Role.DESTINATION
    reinforced = role is Role.NONE and frame is Frame.ARRIVE and is_host(scene, trigger, mention)
    received = frame_of(scene, trigger).received and _receives(scene, trigger, mention)
    if reinforced or received or _sees_come(scene, trigger, frame, mention):
        return True  # "Kidal was reinforced by a battalion", "Kidal saw 300 soldiers arrive"
    if role is Role.LOCATION:
        if is_asked(scene, trigger, mention) or (frame is Frame.SEND and _is_seat(scene, trigger, mention)):
            return False
        marks = scene.marks_between(trigger.first, scene.first_word(mention.span))
        beside = marks - _marks_aside(scene, trigger, mention) <= _MARKS_TO_GOAL
        return beside and (mention.usage is Usage.LOCATIVE or frame in (Frame.DELIVER, Frame.SEND))
    if frame in (Frame.SEND, Frame.DELIVER):
        given = role is Role.WITH and frame is Frame.DELIVER and _is_receivers(scene, mention)
        return given or (role is Role.NONE and _is_recipient(scene, trigger, mention))
    object_role = role in (Role.NONE, Role.GENITIVE)  # "reached remote parts of Ituri"
    embraced = role is Role.NONE and _is_embraced(scene, trigger, mention)
    embraced = embraced or (role is Role.GENITIVE and _is_of_own_base(scene, mention))
    return frame is Frame.ARRIVE and object_role and (is_object(scene, trigger, mention) or embraced)


def _sees_come(scene: Scene, trigger: Match, frame: Frame, mention: Mention) -> bool:
    """Tell whether a town is said to see others come: "Gao a vu arriver 300 soldats"."""
    return frame in (Frame.ARRIVE, Frame.SEND) and _sees(scene, trigger, mention)


def _sees(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a town is the subject of a verb of seeing: "Gao a de nouveau vu partir 300 soldats"."""
    after = scene.after_word(mention.span)
    town = mention.place is not None and mention.place.kind in (PlaceKind.CITY, PlaceKind.SITE)
    near = scene.sentence.tokens[after : min(after + _SEES_REACH, trigger.last)]
    sees = after <= trigger.first and any(t.lower in scene.pack.words.witnessing for t in near)
    return town and sees and not scene.marks_between(after - 1, trigger.first)


def _is_seat(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place is only where somebody speaks or decides: "À Dakar, le président a promis"."""
    at, opens = scene.after_word(mention.span), is_opening(scene, mention)
    offices = [m for m in scene.group("official", "national") if at <= m.first < trigger.first]
    if not offices or not (opens or offices[0].first - at <= 1):
        return False
    after = range(offices[0].last, trigger.first)
    said = any(m.first in after for m in scene.group("say"))
    words = (scene.sentence.tokens[n].lower for n in after)
    return said or any(word in scene.pack.words.deciding for word in words)


def _marks_aside(scene: Scene, trigger: Match, mention: Mention) -> int:
    """Count the commas that set off a time or a name before a place: "l'envoi, lundi, de 30 hommes à A"."""
    times = [(scene.first_word(t.span), scene.after_word(t.span)) for t in scene.times]
    times = [(a, b) for a, b in times if trigger.last <= a and b < scene.first_word(mention.span)]
    asides = [*times, *_apposed(scene, trigger, mention), *_told_of_opening(scene, trigger, mention)]
    set_off = (scene.marks_between(a - 1, a) and scene.marks_between(b - 1, b) for a, b in asides)
    return 2 * sum(map(bool, set_off))


def _told_of_opening(scene: Scene, trigger: Match, mention: Mention) -> Iterator[tuple[int, int]]:
    """Yield what commas set off behind a place that opens a sentence: "In Gao, where water is scarce, 40"."""
    opens, words = scene.after_word(mention.span), scene.pack.words
    if trigger.first <= opens or not is_opening(scene, mention):
        return
    closes = next((at for at in range(opens + 1, trigger.first) if scene.marks_between(at - 1, at)), None)
    if closes is None or scene.sentence.tokens[closes].lower in words.joiners | words.contrast:
        return
    related = scene.sentence.tokens[opens].lower in words.relative | words.related | words.clause
    acts = scene.group("trigger", "say", "force", "official")
    if related or not any(opens <= m.first < closes for m in acts):
        yield opens, closes


def _apposed(scene: Scene, trigger: Match, mention: Mention) -> Iterator[tuple[int, int]]:
    """Yield what commas set off between a force and its goal: "envoyé un bataillon, soit 700 hommes, à A"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    closes = link.first if link else 0
    marks = [at for at in range(trigger.last + 1, closes) if scene.marks_between(at - 1, at)]
    if not marks:
        return
    opens, verbs = marks[-1], scene.group("trigger", "say")
    clause = scene.pack.words.relative | scene.pack.words.clause | scene.pack.words.joiners
    head = any(m.last == opens for m in scene.group("force", "demonym", "collective"))
    head = head and not any(opens <= m.first < closes for m in verbs)
    if head and scene.sentence.tokens[opens].lower not in clause:
        yield opens, closes


def _receives(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a state is the subject of a verb of receiving: "Mali has received two helicopters"."""
    beside = is_right_before(scene, mention, trigger)
    return beside and mention.usage is not Usage.EMBEDDED and not is_passive(scene, trigger)


def _is_recipient(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a state stands between a verb of giving and what it gives: "promised Haiti 200 men"."""
    at, after = scene.first_word(mention.span), scene.after_word(mention.span)
    link = scene.sentence.starting_at("role", after)
    supplied = link is not None and link.value == Role.WITH  # "supplied Haiti with 20 trucks"
    given = supplied or counted_behind(scene, mention)
    first = with_articles(scene, at)
    acts = any(m.span < mention.span and m.usage is Usage.METONYMIC for m in scene.mentions)
    closes = scene.pack.verbs_embrace and at < trigger.first and (first < at or acts)  # "will Kiew 3 liefern"
    return given and (first == trigger.last or (closes and not scene.marks_between(at, trigger.first)))


def _is_receivers(scene: Scene, mention: Mention) -> bool:
    """Tell whether something goes to a state's own: "delivered 20 trucks to Haiti's police"."""
    after, words = scene.after_word(mention.span), scene.pack.words
    link = scene.sentence.ending_at("role", with_articles(scene, scene.first_word(mention.span)))
    owns = any(t.lower in words.possessive for t in scene.sentence.tokens[after : after + 1])
    return owns and link is not None and link.value == Role.DESTINATION
