"""One claim: what a verb tells of a force, and whether that is enough to be one."""

from collections.abc import Sequence
from dataclasses import replace

from geo.claims.assertion.status import status_of
from geo.claims.event.events import Event
from geo.claims.event.loads import is_load
from geo.claims.event.objects import has_victim
from geo.claims.force.forces import Force
from geo.claims.identity import identified
from geo.claims.number.aboard import carried
from geo.claims.number.counted import counts_other
from geo.claims.number.counts import is_next_one, quantity
from geo.claims.number.strengths import changed_to
from geo.claims.past import Past
from geo.claims.place.roles import Role
from geo.claims.place.where import Where
from geo.claims.scene import Scene, clauses, nearest
from geo.claims.side.actors import actor, is_other, sovereign
from geo.claims.side.antecedents import antecedent
from geo.claims.side.nations import is_joint, is_of_none, is_ours, is_sent_at_home, is_sent_by_states
from geo.claims.side.paragraphs import is_owned
from geo.claims.side.senders import is_sent_by_several
from geo.claims.side.sides import (
    actor_of,
    is_of_release,
    parties_of,
    side_before,
    with_speaker,
    without_receiver,
)
from geo.claims.units import (
    AIRCRAFT,
    CARRIERS,
    FORMATIONS,
    LOADS,
    MATERIEL,
    OWN_MEANS,
    PERSONNEL,
    SYSTEMS,
    VESSELS,
)
from geo.claims.verbs import frame_of, is_attribute, is_hauled, is_passive
from geo.languages import Frame
from geo.records import (
    Actor,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Means,
    Place,
    PlaceKind,
    Quantity,
    Reason,
    ReasonKind,
    Source,
    Status,
    TimeExpression,
    Usage,
    content_id,
    reason,
)
from geo.text import Match

_ARMS = frozenset({SYSTEMS, "vehicles", "battery"})
_BACKED_REACH = 6  # words from "backed" to who backs: "appuyé par deux avions de chasse"
_COUNTED_REACH = 3  # words from a number to the machines that it counts
_MEANT_REACH = 5  # words from "for" to who gets machines
_MANY_MACHINES = 200
_MANY = 30  # so many of what was told as units are their people: "a battalion came; a further 500"


def claim_of(
    document: Document,
    scene: Scene,
    event: Event,
    account: tuple[TimeExpression | None, tuple[Source, ...], Where],
    past: Past,
) -> Claim:
    """Return what a trigger tells of a force, be it little; `why_none` judges it."""
    trigger, force = event.trigger, event.force
    time, sources, where = account
    who, notes, parties = _whose(scene, event, (sources, where), past)
    rule, kind = frame_of(scene, trigger), _kind_of(scene, event, where, who.country_code)
    number = _lost_count(scene, trigger, force) or _counted(scene, rule.frame, force, past)
    status, weighed = status_of(scene, (trigger, force.noun), parties, sources)
    if status is Status.DENIED and number and number.unit == PERSONNEL and number.high == 1:
        number = None  # "denies having sent a single man"
    start, quote = scene.sentence.span.start, scene.sentence.span.of(scene.text)
    claim = Claim(
        id=content_id("c", document.id, document.sha256, start, trigger.span, kind),
        document_id=document.id,
        evidence=(Evidence(scene.sentence.span, quote),),
        type=kind,
        status=status,
        actor=who,
        quantity=number,
        origin=where.origin,
        destination=where.destination,
        places=where.places,
        time=time,
        means=_by_which_way(scene, event, sources, kind, past) if kind.moves else None,
        attribution=sources,
        trigger=trigger.span,
        rule=f"{scene.pack.code}:{rule.name}",
        notes=notes + weighed,
        place_spans=where.spans,
    )
    return _as_named(scene, identified(scene, claim, force, antecedent(scene, force)), force, past)


def _whose(
    scene: Scene, event: Event, told: tuple[tuple[Source, ...], Where], past: Past
) -> tuple[Actor, tuple[Reason, ...], frozenset[str]]:
    """Return who moved, why they are of that side, and the parties whose word of it is their own."""
    trigger, force, (sources, where) = event.trigger, event.force, told
    own = actor_of(scene, trigger, force, past, sources)
    own = without_receiver(scene, trigger, own, where)
    who, notes = with_speaker(scene, own, sources, (force, where))
    if is_of_none(scene, force):
        who, notes = replace(actor(scene, force), country_code=None), ()
    elif who.country_code is None and (force.again or _is_one_more(scene, trigger, force)):
        side = side_before(scene, antecedent(scene, force) or force, past)
        who = replace(who, country_code=side, inferred=True)
    # who has killed others acknowledges nothing: "Baku says it has killed 550 Armenian soldiers in Shusha"
    parties = parties_of(scene, force, who, Where() if has_victim(scene, trigger) else where)
    beside = any(n.kind in (ReasonKind.SIDE_ACTS, ReasonKind.SIDE_BESIDE) for n in notes)
    other = beside and who.country_code not in (None, scene.home)  # "A has sent 37 men, who are at B"
    if scene.home is not None and not other and is_of_release(scene, trigger, force, past):
        parties |= {scene.home}
        joint = is_of_none(scene, force) or (is_joint(scene, force) and not is_ours(scene, force))
        joint = joint or force.again
        if scene.home and who.country_code is None and not joint:
            who = replace(who, country_code=scene.home, inferred=True)
            notes = (*notes, reason(ReasonKind.SIDE_PUBLISHES, country=scene.home))
    return who, notes, parties


def _is_one_more(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether a force is one more of those told before, and no army's own: "The army sent 90 more"."""
    return is_other(scene, force) and not is_sent_at_home(scene, trigger.first, force)


def _kind_of(scene: Scene, event: Event, where: Where, side: str | None) -> ClaimType:
    """Return what kind of event is told: guns that an army shifts are no supply."""
    trigger, force, rule = event.trigger, event.force, frame_of(scene, event.trigger)
    laden = force.laden or _is_meant(scene, force)
    laden = laden or (rule.frame is Frame.SEND and _is_for_state(scene, force, where, side))
    kind = _type(rule.frame, rule.type, replace(force, laden=laden))
    for_nobody = rule.frame is Frame.LEAVE and where.destination is None and force.unit not in LOADS
    shifted = _is_within_state(where) and force.unit in MATERIEL | {SYSTEMS}  # an army's own guns
    shifted = shifted or (force.unit == SYSTEMS and _is_shifting(scene, trigger))  # "guns hauled up to A"
    shifted = shifted or _is_own_arms(scene, event, where.destination, side)
    shifted = shifted or _is_baggage(scene, event, where.destination)
    if kind is ClaimType.SUPPLY and _is_guest(scene, event, where.destination):
        return ClaimType.MOVEMENT
    if kind is ClaimType.SUPPLY and not laden and (for_nobody or shifted):
        return ClaimType.MOVEMENT
    return kind


def _is_own_arms(scene: Scene, event: Event, goal: Place | None, side: str | None) -> bool:
    """Tell whether arms go to a place with the force that has them: "Two German batteries reached A".

    What is given goes to a state, and whoever only unloads it is another: "Arms were landed by a freighter".
    """
    trigger, force, frame = event.trigger, event.force, frame_of(scene, event.trigger).frame
    if goal is None or goal.kind is PlaceKind.COUNTRY or force.unit not in _ARMS:
        return False
    own = actor(scene, force).country_code is not None or (side is not None and side == goal.country_code)
    own = own or (frame is Frame.SEND and force.unit == SYSTEMS and side is not None)
    return own and (is_hauled(scene, trigger) or frame in (Frame.SEND, Frame.ARRIVE, Frame.LEAVE))


def _is_guest(scene: Scene, event: Event, goal: Place | None) -> bool:
    """Tell whether a port awaits ships or aircraft of another state: "Souda Bay expects two Dutch frigates".

    What a state awaits may be given to it: "Mali expects four Russian helicopters".
    """
    if goal is None or goal.kind is PlaceKind.COUNTRY:
        return False
    rule, force = frame_of(scene, event.trigger), event.force
    awaits = rule.received and rule.promised
    foreign = actor(scene, force).country_code is not None
    empty = not force.goods and not scene.group("goods")
    return awaits and foreign and empty and force.unit in (VESSELS, AIRCRAFT)


def _is_baggage(scene: Scene, event: Event, goal: Place | None) -> bool:
    """Tell whether things go with the force that has them: "Their equipment will be sent to the port"."""
    trigger, force = event.trigger, event.force
    moved = frame_of(scene, trigger).frame in (Frame.ARRIVE, Frame.LEAVE) or is_passive(scene, trigger)
    given = goal is not None and goal.kind is PlaceKind.COUNTRY
    return force.goods and moved and not given and is_owned(scene, force)


def _as_named(scene: Scene, claim: Claim, force: Force, past: Past) -> Claim:
    """Give a ship the name that she had before: "The frigate left again on Friday", "Ce navire"."""
    who, ship = claim.actor, past.ship
    if who is None or ship is None or who.names or force.again or force.unit != VESSELS:
        return claim
    at, tokens = force.noun.first, scene.sentence.tokens
    words = ship.text.split()
    kind = tokens[force.noun.last - 1]
    one = kind.lower in ship.text.casefold().split() or all(word[:1].isupper() for word in words)
    one = one and not kind.lower.endswith(("s", "x"))
    known = at > 0 and tokens[at - 1].lower in scene.pack.words.definite
    return replace(claim, actor=replace(who, names=ship.names)) if one and known else claim


def _type(frame: Frame, kind: ClaimType, force: Force) -> ClaimType:
    """Goods are supplied, whichever verb moves them; people and units are not."""
    if frame is Frame.DELIVER and force.unit in MATERIEL:
        return ClaimType.SUPPLY
    if frame in (Frame.SEND, Frame.DELIVER, Frame.ARRIVE, Frame.LEAVE):
        return ClaimType.SUPPLY if force.goods or force.laden else ClaimType.MOVEMENT
    return kind


def _is_shifting(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb moves arms about and gives them to nobody: "hauled", "rolling through"."""
    words = scene.sentence.tokens[trigger.first : trigger.last]
    return any(t.lower in scene.pack.words.shifting for t in words)


def _is_meant(scene: Scene, force: Force) -> bool:
    """Tell whether machines are for somebody, and so goods: "trucks for the mission", not "for a parade"."""
    tokens, at = scene.sentence.tokens, force.noun.last
    kinds = {m.first: m.last for m in scene.group("force", "demonym", "adjectival")}
    while at in kinds:
        at = kinds[at]  # "véhicules blindés américains"
    if force.unit != "vehicles" or at >= len(tokens) or tokens[at].lower not in scene.pack.words.meant:
        return False
    near = range(at + 1, at + _MEANT_REACH)
    takers = scene.group("force", "official", "collective", "demonym")
    return any(m.first in near for m in takers if not scene.marks_between(at, m.first))


def _is_for_state(scene: Scene, force: Force, where: Where, side: str | None) -> bool:
    """Tell whether machines are sent to a state, not into it: "ont été transférés à l'Ukraine"."""
    goal = where.destination
    if goal is None or goal.kind is not PlaceKind.COUNTRY or force.unit not in MATERIEL:
        return False
    taken = (m.span for m in scene.mentions if m.usage is Usage.METONYMIC and m.place == goal)
    return where.origin is None and side != goal.country_code and any(s in where.spans for s in taken)


def _is_of_more(scene: Scene, first: int, losses: Sequence[Match]) -> bool:
    """Tell whether a number is a part of those lost: "21 sailors, including two badly hit, were wounded"."""
    includes = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.including
    return includes and any(scene.marks_between(first, m.first) for m in losses if m.first > first)


def _is_within_state(where: Where) -> bool:
    """Tell whether a way begins and ends in one state: nobody else is given what goes it."""
    ends = {p.country_code for p in (where.origin, where.destination) if p}
    return where.origin is not None and where.destination is not None and len(ends) == 1


def _by_which_way(
    scene: Scene, event: Event, sources: Sequence[Source], kind: ClaimType, past: Past
) -> Means | None:
    """Return by which way it went: a ship's or an aircraft's own, or what the nearest word tells."""
    word = _means_of(scene, event, sources)
    told = Means(word.value) if word else None
    ridden = past.ride.actor.unit if past.ride and past.ride.actor and is_load(scene, event, past) else None
    own = OWN_MEANS.get(ridden or (past.unit if event.force.again else event.force.unit) or "")
    noun = event.force.noun
    rolls = any(t.lower in scene.pack.words.convoys for t in scene.sentence.tokens[noun.first : noun.last])
    if rolls and own is None and kind is ClaimType.MOVEMENT:
        at_site = word is not None and any(m.span.covers(word.span) for m in scene.mentions)
        return Means.ROAD if at_site else told or Means.ROAD  # "A column left Kidal airport", "was railed"
    if kind is ClaimType.SUPPLY or (own is Means.AIR and is_passive(scene, event.trigger)):
        return told or own  # "drones were unloaded in a port"
    by = word is not None and scene.sentence.tokens[word.first].lower in scene.pack.words.agent
    given = by or told in (Means.ROAD, Means.RAIL)  # "six jets by road", "six helicopters by sea"
    return told or own if given else own or told


def _means_of(scene: Scene, event: Event, sources: Sequence[Source]) -> Match | None:
    """Return the nearest word that tells by which way the event moved.

    Neither who moves nor who says so tells it ("airport officials said"), nor does a town's name
    ("Port-au-Prince") or a force's ("infanterie de marine").
    """
    trigger = event.trigger
    apart = [m.span for m in scene.mentions if m.place and m.place.kind is PlaceKind.CITY]
    apart += [event.force.noun.span, *(source.span for source in sources)]
    names = [m for m in scene.group("force", "goods") if m.value not in CARRIERS]

    def tells(word: Match) -> bool:
        named = any(m.span.covers(word.span) and m.span != word.span for m in names)
        aside = named or any(span.covers(word.span) for span in apart)
        other = _is_of_next(scene, trigger, word) or _is_of_other_clause(scene, trigger, word)
        return not (aside or other or _is_support(scene, word) or _goes_too(scene, event, word))

    return nearest(scene, trigger.first, [m for m in scene.group("means") if tells(m)])


def _goes_too(scene: Scene, event: Event, means: Match) -> bool:
    """Tell whether helicopters are themselves sent with people: "sent 400 men and two helicopters to A".

    Ships that are sent with people carry them.
    """
    if event.force.unit != PERSONNEL or frame_of(scene, event.trigger).frame is not Frame.SEND:
        return False
    tokens, words = scene.sentence.tokens, scene.pack.words
    machines = any(m.value == AIRCRAFT and m.span.covers(means.span) for m in scene.group("force"))
    counts = (scene.first_word(n.span) for n in scene.numbers)
    at = next((at for at in counts if machines and 0 < means.first - at <= _COUNTED_REACH), None)
    if not at or is_passive(scene, event.trigger):
        return False  # "200 men were flown to A with two helicopters"
    if scene.first_word(actor(scene, event.force).span) > means.first:
        return any(t.lower in words.joiners for t in tokens[means.last : event.force.noun.first])
    link = scene.sentence.ending_at("role", at)
    along = link is not None and link.value == Role.WITH
    return along or tokens[at - 1].lower in words.joiners


def _is_support(scene: Scene, means: Match) -> bool:
    """Tell whether aircraft or ships only back who goes: "300 soldiers, backed by jets, entered A"."""
    tokens = scene.sentence.tokens
    near = range(max(0, means.first - _BACKED_REACH), means.first)
    backed = (n for n in near if tokens[n].lower in scene.pack.words.backed)
    return any(not scene.marks_between(n, means.first) for n in backed)


def _is_of_other_clause(scene: Scene, trigger: Match, means: Match) -> bool:
    """Tell whether a way is that of a verb with another subject: "40 were bused to A, and a platoon left B".

    So it is beyond a semicolon, where that half has a verb of its own and goes on about nobody named before.
    """
    triggers, at = scene.group("trigger"), means.first
    if scene.strong_marks_between(trigger.first, at):
        own = any(not scene.strong_marks_between(m.first, at) for m in triggers)
        return own and not _goes_on(scene, max(trigger.first, at))
    begins = clauses(scene, triggers)
    behind = (first for m, first in begins.items() if m.first > trigger.first and first > trigger.first)
    return at < begins.get(trigger, 0) or any(at >= first for first in behind)


def _goes_on(scene: Scene, within: int) -> bool:
    """Tell whether the half of a sentence that holds a word opens with who was told of: "; they landed"."""
    first = next((n for n in range(within, 0, -1) if scene.strong_marks_between(n - 1, n)), 0)
    counted = any(scene.first_word(n.span) == first for n in scene.numbers)  # "; 40 more came by road"
    return not counted and any(m.first == first for m in scene.group("again"))


def _is_of_next(scene: Scene, trigger: Match, means: Match) -> bool:
    """Tell whether an airport or a port is of the next clause: "and their guns are at the airport"."""
    if not any(m.value == "site" and m.span.touches(means.span) for m in scene.group("generic")):
        return False
    nouns = [m for m in scene.group("force", "again") if trigger.last <= m.first < means.first]
    behind = nouns[-1].first if nouns else trigger.last
    between = scene.sentence.tokens[trigger.last : behind]
    return any(t.lower in scene.pack.words.joiners for t in between)


def _counted(scene: Scene, frame: Frame, force: Force, past: Past) -> Quantity | None:
    """Return how many; what stands for a force named before is counted as that was: "one more"."""
    number = quantity(scene, force)
    if number and force.again and any(m.span == force.noun.span for m in scene.group("trigger")):
        number = None  # "a withdrawal", of those told of before
    if number and number.low == number.high == 1 and _is_of_noun(scene, force):
        number = None  # "un retrait russe", "a Russian withdrawal"
    before = antecedent(scene, force)
    on_it = force.again and before is None and past.unit in CARRIERS and frame is not Frame.FALL
    if number is None and on_it:
        aboard = carried(scene, replace(force, unit=past.unit or force.unit))
        if aboard:
            return replace(aboard, unit=PERSONNEL)  # "It left A with 240 sailors"
    if number is None and before and frame is not Frame.FALL and _is_all_of(scene, force):
        number = quantity(scene, before)  # "The 120 men will rest at A, which they reached on Monday"
        return number if number and number.high != 1 else None
    unit = before.unit if before else past.unit
    if number is None and unit in FORMATIONS | {VESSELS, AIRCRAFT} and is_next_one(scene, force):
        return Quantity(force.noun.span, 1, 1, unit)  # "Two frigates left A, and a third reached B"
    if not number or not force.again or not unit or number.unit != PERSONNEL or frame is Frame.FALL:
        return number
    if any(m.first == scene.after_word(number.span) for m in scene.group("force")):
        return number  # "The rest, 28 men who fly an aircraft, will leave"
    most = _MANY_MACHINES if unit in CARRIERS else _MANY
    goods = past.cargo and before is None and frame is not Frame.STAY  # "another two million shells"
    return replace(number, unit=unit) if goods or (number.low or 0) < most else number


def _is_of_noun(scene: Scene, force: Force) -> bool:
    """Tell whether a nation stands beside a noun that tells its event: "un déploiement turc"."""
    nouns = (m for m in scene.group("trigger") if scene.pack.triggers[m.value].nominal)
    beside = any(force.noun.first == m.last or force.noun.last == m.first for m in nouns)
    return force.noun.group == "demonym" and beside


def _is_all_of(scene: Scene, pronoun: Force) -> bool:
    """Tell whether a pronoun stands for all of a force: "they", not "some of them"."""
    return scene.words(pronoun.noun.first, pronoun.noun.last).lower() in scene.pack.words.whole


def _lost_count(scene: Scene, trigger: Match, force: Force) -> Quantity | None:
    """Return the number of the lost that stands beside a loss: "lost 153 dead", "300 casualties"."""
    rule, own = frame_of(scene, trigger), quantity(scene, force)
    before_own = scene.sentence.tokens[: scene.first_word(own.span)][-1:] if own else ()
    including = any(t.lower in scene.pack.words.including for t in before_own)
    among = own is not None and own.span < trigger.span
    among = among and scene.sentence.tokens[trigger.first].lower in scene.pack.words.out_of
    if rule.frame is not Frame.FALL or including:
        return None  # "a fait 53 morts, dont 49 gendarmes"
    losses = [
        m for m in scene.group("trigger") if frame_of(scene, m).frame is Frame.FALL and m is not trigger
    ]
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        behind = first == trigger.last and any(m.first == after for m in losses)
        behind = behind and not scene.marks_between(trigger.last - 1, first)  # "40 dead, six wounded"
        # "six dead in its ranks", not "Corporal Jane Doe, 24, died"
        before = after == trigger.first and not counts_other(scene, number)
        before = before and not scene.marks_between(after - 1, after)
        before = before and not _is_of_more(scene, first, losses)
        within = trigger.first < first and after < trigger.last and number.high != 1  # "left four dead"
        within = within and not among  # "two soldiers were among the nine killed"
        if behind or before or within:
            return replace(changed_to(scene, number) or number, unit=PERSONNEL)  # "rose from 32 to 53 dead"
    return None


def why_none(scene: Scene, event: Event, claim: Claim, where: Where) -> str | None:
    """Return why what a trigger tells is too little for a claim, or None where it is one."""
    trigger, force = event.trigger, event.force
    somewhere = bool(claim.origin or claim.destination or claim.places)
    counted = claim.quantity and not (force.again and quantity(scene, force) is None)
    bare = not counted and claim.time is None
    lent = claim.type is ClaimType.PRESENCE and where.lent
    told = somewhere or _has_unplaced(scene)
    if frame_of(scene, trigger).refused:
        return None if claim.status is Status.DENIED else "only its denial tells that a force is there"
    if claim.type is ClaimType.PRESENCE and (not told or _is_trade_at_home(scene, force, claim)):
        return "a trade in general" if told else "nowhere in particular"
    unsaid = bare and (lent or (force.again and _goes_unsaid(claim)))
    if unsaid or (claim.time is None and _is_garrison(scene, trigger, force, claim)):
        said = "to stay or go on, without a word of where, when or how many"
        return said if unsaid else "where a unit is at home"
    if told:
        return None
    attribute = claim.type is ClaimType.SUPPLY and is_attribute(scene, trigger, force, claim.time)
    if attribute and claim.quantity is None:
        return "it only says which goods are meant"
    return _why_nowhere(scene, event, claim)


def _is_garrison(scene: Scene, trigger: Match, force: Force, claim: Claim) -> bool:
    """Tell whether a unit only has its barracks in its own state: "based at Fort Drum", "his regiment".

    Of so many men it is told aside: "170 men of the 2nd Regiment, based in Nîmes, landed in Tallinn".
    """
    verb = scene.sentence.tokens[trigger.first : trigger.last]
    based = any(t.lower in scene.pack.words.garrisoned for t in verb)
    side = claim.actor.country_code if claim.actor else None
    own = all(sovereign(p.country_code) == side for p in claim.places) if side else is_owned(scene, force)
    aside = trigger.first > 0 and scene.marks_between(trigger.first - 1, trigger.first) > 0
    unit = aside or (claim.quantity is None and force.unit in FORMATIONS)
    return claim.type is ClaimType.PRESENCE and based and own and unit


def _is_trade_at_home(scene: Scene, force: Force, claim: Claim) -> bool:
    """Tell whether people of a trade are only where they live: "Nurses in Niamey have been waiting"."""
    who = claim.actor
    bare = claim.quantity is None and (who is None or who.country_code is None or who.inferred)
    civil = scene.group("civil")
    trade = any(m.value == "trade" and m.span.covers(force.noun.span) for m in civil)
    return trade and bare and not force.again and not any(m.value == "marks" for m in civil)


def _why_nowhere(scene: Scene, event: Event, claim: Claim) -> str | None:
    """Return why an event without a place is too little for a claim."""
    named = claim.actor is not None and claim.actor.country_code is not None
    in_general = frame_of(scene, event.trigger).nominal or scene.sentence.is_heading
    if claim.quantity is None and (not named or (in_general and claim.time is None)):
        return "neither where nor how many"
    joint = is_joint(scene, event.force) or is_sent_by_several(scene, event.trigger, event.force)
    joint = joint or is_sent_by_states(scene, event.force)  # "Italy and Spain delivered 1,500 tonnes"
    known = named or claim.time or joint
    return None if known else "so many of nobody's, nowhere, at no time"


def _goes_unsaid(claim: Claim) -> bool:
    """Tell whether the way of a movement is that of one told before."""
    somewhere = claim.origin or claim.destination or claim.places
    moves = claim.type is ClaimType.MOVEMENT and claim.status is Status.REPORTED
    return bool(moves and somewhere and not claim.place_spans)


def _has_unplaced(scene: Scene) -> bool:
    """Tell whether a sentence names a place that no gazetteer holds: somewhere, if nobody knows where."""
    return any(m.place is None and m.usage is Usage.LOCATIVE for m in scene.mentions)
