"""What a carrier told of just before has on board: "The frigate Thetis reached A. She carried 350 men"."""

from geo.claims.event.events import Event
from geo.claims.past import Past
from geo.claims.scene import Scene
from geo.claims.units import SHIP
from geo.claims.verbs import frame_of, is_passive
from geo.languages import Frame

_SUBJECT_REACH = 2  # words from "they" to the verb: "they had brought"


def is_load(scene: Scene, event: Event, past: Past) -> bool:
    """Tell whether an event is what a carrier brings that the sentence just before told the way of.

    So in "Two planes landed at A. They brought 40 men" the men went where, when and how the planes did.
    """
    trigger, frame = event.trigger, frame_of(scene, event.trigger).frame
    pronouns = (m for m in scene.group("again") if m.value in ("again", SHIP))
    subjects = [m.last for m in pronouns if m.last <= trigger.first < event.force.noun.first]
    brings = frame in (Frame.SEND, Frame.DELIVER) and not is_passive(scene, trigger)
    named = [m.span.start for m in scene.mentions]  # "Mali, which ..., said it would send": no carrier
    near = any(trigger.first - last <= _SUBJECT_REACH for last in subjects)
    near = near and not any(start < trigger.span.start for start in named)
    told = past.ride is not None and past.goes_on(scene)
    return told and brings and near and scene.pack.words.homeward.isdisjoint(scene.sentence.words)
