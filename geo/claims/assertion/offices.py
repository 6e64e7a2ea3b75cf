"""Which sources are offices and governments, of which state, and what is a side's own word."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from geo.claims.place.roles import Role, is_opening, role_of
from geo.claims.scene import Scene, with_articles
from geo.claims.units import FORMATIONS
from geo.languages import LanguagePack
from geo.records import Mention, Source, Span, Usage
from geo.text import Match, Sentence, tokenize

_ACCUSES_REACH = 2  # words from who accuses to the verb


def is_own_release(publisher: str | None, pack: LanguagePack) -> bool:
    """Tell whether the publisher of a report is an office, as of a ministry's or a staff's communiqué.

    An office of relief of many states tells of the forces of others: "UN humanitarian office".
    """
    name, words = publisher or "", pack.words
    tokens = tokenize(name)
    matches = pack.lexicon.find(name, tokens)
    office = [m for m in matches if m.group == "official"]
    press = [m for m in matches if m.group == "press"]
    issued = [t for t in tokens if t.lower in words.releases]
    released = [
        p
        for p in press
        if any(o.span.covers(p.span) and o.span != p.span for o in office)
        or any(_are_beside(name, p.span, Span(t.start, t.end)) for t in issued)
    ]
    relief = _is_joint(matches) and any(t.lower in words.relief for t in tokens)
    return bool(office) and len(released) == len(press) and not relief  # "news release" is no news site


def _are_beside(name: str, one: Span, other: Span) -> bool:
    """Tell whether only a space parts two words: "weekly bulletin", "bulletin hebdomadaire"."""
    first, last = sorted((one, other))
    return name[first.end : last.start].isspace()


def _is_joint(matches: Sequence[Match]) -> bool:
    """Tell whether an office is that of several states, and of no one's adjective: "UN mission"."""
    joint = any(m.group == "sideless" and m.value == "joint" for m in matches)
    return joint and not any(m.group == "demonym" for m in matches)


def home_of(
    publisher: str | None, about: str | None, sentences: Sequence[Sentence], pack: LanguagePack
) -> str | None:
    """Return the state whose release a report is: that of the publisher's name, or the one named most.

    A state's office of no known state gives "": a force of any side that is told is another's. None where
    the office is that of several states, a mission's: then all sides are its own.
    """
    matches = pack.lexicon.find(publisher or "", tokenize(publisher or ""))
    if _is_joint(matches):
        return None
    adjectives = [m for m in matches if m.group == "demonym"]
    led = {m.first for m in adjectives}  # "Royal Canadian Navy" is no British one
    named = [m.value for m in matches if m.group in ("demonym", "seat") and m.last not in led]
    if not named and about:
        return about
    told = ((s, m) for s in sentences for m in s.groups.get("demonym", ()))
    named = named or [m.value for s, m in told if not _names_office(s, m)]
    (state, most), (_, next_most) = (*Counter(named).most_common(2), ("", 0), ("", 0))[:2]
    if most * 2 > len(named):
        return state
    national = any(m.group == "national" for m in matches)
    return (state if most > next_most and most > 1 else "") if national else None


def _names_office(sentence: Sentence, nation: Match) -> bool:
    """Tell whether an adjective of nation names an office: an office calls itself "the ministry"."""

    def beside(group: str) -> bool:
        found = sentence.groups.get(group, ())
        return any(m.first <= nation.last and nation.first <= m.last for m in found)

    return beside("official") and not beside("force")


def is_own_word(scene: Scene, parties: AbstractSet[str], sources: Sequence[Source]) -> bool:
    """Tell whether the source is an office of a party to the event: then the claim is acknowledged."""
    if scene.own_release and not sources:
        return scene.home is None or scene.home in parties
    if not sources or any(sources[0].span.covers(m.span) for m in scene.group("outsider")):
        return False  # "UN experts", "a military source"
    if _is_of_the_ranks(scene, sources[0]) or _is_unnamed(scene, sources[0]):
        return False
    nations = office_of(scene, sources[0])
    if nations is None or not nations <= parties or accuses(scene, sources[0]):
        return False
    return bool(nations) or not _speaks_of_others(scene, sources[0])


def _speaks_of_others(scene: Scene, source: Source) -> bool:
    """Tell whether an office of many states is cited on what is not its own: "Selon l'ONU, 300 soldats"."""
    joint = [m for m in scene.group("sideless") if m.value == "joint"]
    cited = any(m.last <= scene.first_word(source.span) for m in scene.group("source_before"))
    own = any(not source.span.covers(m.span) for m in joint)
    return cited and not own and any(source.span.covers(m.span) for m in joint)


def _is_of_the_ranks(scene: Scene, source: Source) -> bool:
    """Tell whether a source is somebody of no name and no office: "a police sergeant".

    Who heads an army has one: "le commandant des forces armées".
    """
    ranks = (m for m in scene.group("rank") if m.value == "rank" and source.span.covers(m.span))
    return any(not scene.sentence.tokens[m.first].capital for m in ranks) and not _leads(scene, source)


def _leads(scene: Scene, source: Source) -> bool:
    """Tell whether a source is the one head of a body: "the commander of the Rwandan force"."""
    first, tokens = scene.first_word(source.span), scene.sentence.tokens
    links = [m for m in scene.group("role") if m.value == Role.GENITIVE and source.span.covers(m.span)]
    bodies = scene.group("official", "force", "collective", "demonym")
    fighters = any(source.span.covers(m.span) for m in scene.group("sideless"))
    heads = not fighters and any(
        with_articles(scene, m.first) in (link.first, link.last) for link in links for m in bodies
    )
    return heads and first > 0 and tokens[first - 1].lower in scene.pack.words.definite


def _is_unnamed(scene: Scene, source: Source) -> bool:
    """Tell whether a source keeps its name back, and so speaks for no state: "a government official"."""
    here = scene.sentence.span.covers(source.span)
    return here and any(t.lower in scene.pack.words.anonymous for t in scene.sentence.tokens)


def accuses(scene: Scene, source: Source) -> bool:
    """Tell whether a source lays an event at another's door: "Kinshasa accuses Rwanda of having sent"."""
    if not scene.sentence.span.covers(source.span):
        return False
    after = scene.after_word(source.span)
    behind = scene.sentence.tokens[after : after + _ACCUSES_REACH]
    return any(t.lower in scene.pack.words.accusing for t in behind)


def office_of(scene: Scene, source: Source) -> frozenset[str] | None:
    """Return the nations of a source that is an office or a government, or None where it is none."""
    if not scene.sentence.span.covers(source.span):
        return scene.offices.get(source.text) or _office_before(scene.pack, source)
    source = _with_office(scene, source)
    official = [m for m in scene.group("official") if source.span.covers(m.span)]
    leads = [m.span for m in scene.group("sideless") if m.value == "joint"]  # "the Saudi-led coalition"
    adjectives = [m for m in scene.group("demonym") if source.span.covers(m.span)]
    adjectives = [m for m in adjectives if not any(span.covers(m.span) for span in leads)]
    nations = {m.value for m in adjectives if not any(m.last == n.first for n in adjectives)}  # "Royal Thai"
    named = [m for m in scene.mentions if m.place and source.span.covers(m.span)]
    theirs = {m.place.country_code for m in named if m.place and not _is_only_there(scene, m)}
    nations |= {code for code in theirs if code}
    seats = {m.value for m in scene.group("seat") if source.span.covers(m.span)}  # "the Pentagon"
    nations = nations or seats  # "l'état-major des armées nigérien"
    government = any(m.usage is Usage.METONYMIC and _heads(scene, m, source) for m in named)
    office = official or seats or government or _is_of_force(scene, source)
    office = office or (nations and _leads(scene, source))
    return frozenset(nations or _seated(scene, source) or _taken_up(scene, source)) if office else None


def _taken_up(scene: Scene, source: Source) -> frozenset[str]:
    """Return the one state whose office of that name spoke before: "the ministry" of "the Seoul ministry"."""
    called = set(source.text.casefold().split())
    known = {nations for name, nations in scene.offices.items() if called <= set(name.casefold().split())}
    return next(iter(known)) if len(known) == 1 else frozenset()


def _is_only_there(scene: Scene, mention: Mention) -> bool:
    """Tell whether an office has only people in a place, or is led by it: "a UN official in New York"."""
    first = with_articles(scene, scene.first_word(mention.span))
    if first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.agent:
        return True  # "the coalition led by Saudi Arabia"
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    there = link is not None and link.value == Role.LOCATION
    return there and (mention.place is None or mention.place.id not in scene.capitals)


def _seated(scene: Scene, source: Source) -> set[str]:
    """Return the state of a capital that opens an office's sentence: "In Oslo, the ministry said"."""
    if any(source.span.covers(m.span) for m in scene.group("outsider", "sideless")):
        return set()
    opens = (m for m in scene.mentions if m.span.end <= source.span.start and is_opening(scene, m))
    there = (m.place for m in opens if role_of(scene, m) is Role.LOCATION)
    seats = (place for place in there if place and place.id in scene.capitals)
    return {place.country_code for place in seats if place.country_code}


def _with_office(scene: Scene, source: Source) -> Source:
    """Return a source with the office that commas set off behind its name: "Jan Oro, a spokesman for A,"."""
    after, tokens = scene.after_word(source.span), scene.sentence.tokens
    if after >= len(tokens) or not scene.marks_between(after - 1, after):
        return source
    first = after + (tokens[after].lower in scene.pack.articles)
    if not any(m.first == first for m in scene.group("title", "official")):
        return source
    ends = (at for at in range(first + 1, len(tokens)) if scene.marks_between(at - 1, at))
    return replace(source, span=Span(source.span.start, tokens[next(ends, len(tokens)) - 1].end))


def _is_of_force(scene: Scene, source: Source) -> bool:
    """Tell whether a source commands the force of the sentence, or is one: "its commander", "le régiment"."""
    first = scene.first_word(source.span)
    units = (m for m in scene.group("force") if m.first == first and source.span.covers(m.span))
    if any(m.value in FORMATIONS and m.value != "companies" for m in units):  # not "shipping company"
        return True
    before = scene.sentence.tokens[max(0, first - 1) : first + 1]
    titled = any(m.group == "title" and source.span.covers(m.span) for m in scene.sentence.matches)
    return titled and any(t.lower in scene.pack.words.owners for t in before)


def _heads(scene: Scene, mention: Mention, source: Source) -> bool:
    """Tell whether a source is the state itself, not somebody there: "Kigali", not "residents of Gatumba"."""
    between = scene.text[source.span.start : mention.span.start].split()
    return all(word.casefold() in scene.pack.articles for word in between)


def _office_before(pack: LanguagePack, source: Source) -> frozenset[str] | None:
    """Return the nations of an office that the sentence before named: "the Navy ... It added"."""
    matches = pack.lexicon.find(source.text, tokenize(source.text))
    nations = frozenset(m.value for m in matches if m.group in ("demonym", "seat"))
    return nations if any(m.group in ("official", "seat") for m in matches) else None
