"""The claims of a sentence, gathered by force: what is told twice is one, what goes on is another."""

from collections.abc import Sequence
from dataclasses import replace

from geo.claims.event.events import Event
from geo.claims.event.together import companions, twins
from geo.claims.force.forces import Force
from geo.claims.identity import identified
from geo.claims.merging import is_said_not_to_be, merged
from geo.claims.number.counts import quantity
from geo.claims.place.where import goes_then_to
from geo.claims.scene import ECHO, Scene, is_aside, relative_before
from geo.claims.side.actors import actor
from geo.claims.side.paragraphs import is_owned
from geo.claims.units import AIRCRAFT, CARRIERS, OWN_MEANS, PERSONNEL
from geo.claims.verbs import frame_of
from geo.claims.ways import (
    Told,
    came_before,
    come_at_last,
    from_there,
    goes_further,
    goes_on,
    goes_on_from,
    leaves_again,
    leaves_then,
    sets_out_again,
    still_to_go,
    went_first,
    with_own_goal,
)
from geo.languages import Frame
from geo.records import Claim, ClaimType, Means, Mention, Status, TimeExpression, content_id
from geo.text import Match

_Key = tuple[int, ClaimType, bool]  # the word for the force or event, the type, and whether it is denied
Known = dict[_Key, Told]


def add(scene: Scene, told: Known, event: Event, claim: Claim, named: Sequence[Force]) -> None:
    """Add a claim to those of its force, and its like for each force that does the same."""
    trigger, frame = event.trigger, frame_of(scene, event.trigger).frame
    denied = claim.status is Status.DENIED
    if event.force.again and any(_says_no_more(claim, known.claim) for known in told.values()):
        return
    if denied and any(_goes_no_further(claim, known.claim) for known in told.values()):
        return
    beside = companions(scene, trigger, event.force, named)
    for force in (*twins(scene, trigger, event.force, named), *beside):
        if frame is Frame.FALL and force.unit in CARRIERS:
            continue  # who is lost are people
        twin = Told(force, frame, _as(scene, claim, force))
        told.setdefault((force.noun.first, claim.type, denied), twin)
    more = Told(event.force, frame, claim)
    key = (more.force.noun.first, claim.type, denied)
    going_on = (k for k, t in told.items() if goes_on(scene, t, more) or _is_end_of(scene, more, t.claim))
    key = next(going_on, key)
    if trigger.group == ECHO or (key in told and _is_further_loss(scene, event, told[key].claim, claim)):
        key = (trigger.first, claim.type, denied)
    if key in told:
        told[key] = come_at_last(scene, _as_done(scene, told[key], event.trigger, claim.status), more)
    if key in told and came_before(told[key], more):
        came, claim = _left_at_last(told[key].claim, claim)
        more = replace(more, claim=claim)
        told[key] = replace(told[key], claim=came) if came else more
        key = (trigger.first, claim.type, denied) if came else key
    elif key in told and _is_next_way(scene, told[key], claim):
        claim = from_there(scene, told[key], claim)
        more = replace(more, claim=claim)
        key = (trigger.first, claim.type, denied)
    known = told.get(key)
    if known is None or (is_aside(scene, trigger) and not _tells(known.claim)):
        told[key] = more  # "is to be joined by a frigate, which left A on Monday" has left
    else:
        told[key] = replace(known, claim=merged(with_own_goal(scene, known.claim, claim), claim))


def _as_done(scene: Scene, known: Told, verb: Match, status: Status) -> Told:
    """Return a plan as what its sentence tells as done: "The 40 men that Paris plans to send reached A"."""
    plan = next((m for m in scene.group("trigger") if m.span == known.claim.trigger), None)
    planned = known.claim.status is Status.EXPECTED and status in (Status.REPORTED, Status.CONFIRMED)
    if plan is None or not planned or relative_before(scene, plan) != known.force.noun.last:
        return known
    between = scene.sentence.tokens[plan.last : verb.first]
    if plan.last > verb.first or any(t.lower in scene.pack.words.joiners for t in between):
        return known
    return replace(known, claim=replace(known.claim, status=status, time=None))


def _left_at_last(came: Claim, left: Claim) -> tuple[Claim | None, Claim]:
    """Return a way and the one by which the force left again; None for the first where no place is its own.

    "Arrivés en mars, les 200 soldats ont quitté A" tells only that they left.
    """
    if came.destination is not None:
        return came, replace(left, origin=left.origin or came.destination)
    if came.origin is not None and came.origin != left.origin:
        return replace(came, destination=left.origin), left
    return None, replace(left, quantity=left.quantity or came.quantity)


def _is_further_loss(scene: Scene, event: Event, known: Claim, claim: Claim) -> bool:
    """Tell whether a loss has a number of its own right before it: "two dead, five wounded"."""
    if frame_of(scene, event.trigger).frame is not Frame.FALL or not (known.quantity and claim.quantity):
        return False
    beside = scene.after_word(claim.quantity.span) == event.trigger.first
    return beside and claim.quantity.span != known.quantity.span and claim.quantity.low != known.quantity.low


def _says_no_more(claim: Claim, known: Claim) -> bool:
    """Tell whether a way only leads where another does: "to A, where she will relieve the Hydra"."""
    if claim.type is known.type is ClaimType.PRESENCE and claim.status is known.status:
        counted = (claim.quantity or known.quantity) == known.quantity  # "remain in A, where they fight"
        return bool(claim.places) and claim.places == known.places and claim.time is None and counted
    goal = claim.destination is not None and claim.destination == known.destination
    bare = claim.origin is None and claim.time is None and claim.quantity in (None, known.quantity)
    sure = known.status in (Status.REPORTED, Status.CONFIRMED)
    alike = claim.status is known.status or (sure and claim.status is Status.EXPECTED)
    return goal and bare and alike and claim.type is known.type


def _is_end_of(scene: Scene, told: Told, way: Claim) -> bool:
    """Tell whether a verb only says when a way ends: "left for A, where it came (is due) on Friday"."""
    claim, planned = told.claim, (Status.REPORTED, Status.CONFIRMED, Status.EXPECTED)
    goal = claim.destination is not None and claim.destination == way.destination
    later = way.time is None or (way.origin is not None and _is_later(claim.time, way.time))
    due = claim.status is Status.EXPECTED and way.status in planned and later
    due = due or (claim.status is way.status and claim.time is not None and _is_where(scene, told.force))
    one = claim.type is way.type is ClaimType.MOVEMENT and told.force.again and claim.origin is None
    return goal and due and one and claim.quantity in (None, way.quantity)


def _is_later(time: TimeExpression | None, other: TimeExpression) -> bool:
    return bool(time and time.start and other.end and time.start > other.end)


def _is_where(scene: Scene, pronoun: Force) -> bool:
    """Tell whether a clause tells more of the place before it: "to Freetown, where they arrived"."""
    words, at = scene.pack.words, pronoun.noun.first
    opens = words.clause - words.joiners - words.related
    return at > 0 and scene.sentence.tokens[at - 1].lower in opens and scene.marks_between(at - 2, at - 1) > 0


def _goes_no_further(claim: Claim, known: Claim) -> bool:
    """Tell whether who has come somewhere only does not go on: "reached A but could not enter the port"."""
    come = known.status not in (Status.DENIED, Status.EXPECTED) and claim.destination == known.destination
    come = come and not is_said_not_to_be(claim)  # "entered A; the ministry denied sending any men there"
    return come and known.type is claim.type and claim.destination is not None and not claim.place_spans


def left_again(scene: Scene, told: Known, event: Event, claim: Claim) -> Claim:
    """Return a departure from where the force has just come to: "anchored off A and sailed on Friday"."""
    known = told.get((event.force.noun.first, claim.type, claim.status is Status.DENIED))
    more = Told(event.force, frame_of(scene, event.trigger).frame, claim)
    if known is not None and leaves_again(scene, known, more):
        return replace(claim, origin=known.claim.destination)
    stood = told.get((event.force.noun.first, ClaimType.PRESENCE, False))
    theirs = event.force.again or is_owned(scene, event.force)  # "A, which has 90 men in B, withdrew its men"
    if stood is None and theirs:  # "has 9,000 men in A and will pull out 500 of them"
        stands = (known for (_, kind, no), known in told.items() if kind is ClaimType.PRESENCE and not no)
        stood = next(stands, None)
    if stood is not None and stood.claim.places and leaves_then(scene, stood, more):
        return replace(claim, origin=stood.claim.places[0])
    return claim


def _tells(claim: Claim) -> bool:
    """Tell whether a claim says where, when or how many."""
    return bool(claim.origin or claim.destination or claim.places or claim.time or claim.quantity)


def add_listed(scene: Scene, told: Known, event: Event, claim: Claim, more: Sequence[Mention]) -> None:
    """Add a claim for each further goal of a list: "to Tamanrasset and Djanet"."""
    frame, last = frame_of(scene, event.trigger).frame, claim.destination
    for mention in more if claim.type.moves else ():
        origin = last if goes_then_to(scene, mention) else claim.origin  # "to A, then to B"
        last = mention.place
        further = replace(
            claim,
            id=content_id("c", claim.id, mention.span),
            origin=origin,
            destination=mention.place,
            place_spans=(*claim.place_spans, mention.span),
        )
        key = (scene.first_word(mention.span), claim.type, claim.status is Status.DENIED)
        told.setdefault(key, Told(event.force, frame, further))


def _is_next_way(scene: Scene, known: Told, claim: Claim) -> bool:
    """Tell whether a claim is another way of the same force, not more of the one that is known."""
    further = sets_out_again(scene, known.claim, claim) or goes_further(scene, known.claim, claim)
    further = further or goes_on_from(scene, known, claim)
    return further or went_first(scene, known, claim) or still_to_go(known.claim, claim)


def _is_own_way(scene: Scene, claim: Claim) -> bool:
    """Tell whether only aircraft went by air: "sent six helicopters and 200 soldiers", not "flew"."""
    aircraft = claim.actor is not None and claim.actor.unit == AIRCRAFT and claim.means is Means.AIR
    return aircraft and not any(m.span.touches(claim.trigger) for m in scene.group("means"))


def _as(scene: Scene, claim: Claim, twin: Force) -> Claim:
    """Return the claim of a force that does the same as another: "and two Dutch companies"."""
    kind = ClaimType.SUPPLY if twin.goods and claim.type.moves else claim.type
    if kind is ClaimType.SUPPLY and twin.unit == PERSONNEL and not twin.goods:
        kind = ClaimType.MOVEMENT  # "15 guns and 50 instructors"
    number = quantity(scene, twin)
    told = content_id("c", claim.id, twin.noun.span)
    who = actor(scene, twin)
    side = who.country_code or (claim.actor.country_code if claim.actor else None)
    who = replace(who, country_code=side, inferred=who.country_code is None)
    means = claim.means
    if kind is ClaimType.MOVEMENT:
        means = OWN_MEANS.get(twin.unit, None if _is_own_way(scene, claim) else means)
    return identified(
        scene, replace(claim, id=told, type=kind, actor=who, quantity=number, means=means), twin
    )
