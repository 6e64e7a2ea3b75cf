"""Who a force is: the words for it, and the state that it belongs to or that sends it."""

from collections.abc import Mapping
from dataclasses import replace

from geo.claims.force.forces import Force, kept_for_force
from geo.claims.force.nouns import belongs_to, ends_phrase, overlap
from geo.claims.place.roles import is_asked
from geo.claims.scene import Scene, is_of_other_clause, set_off_at, with_articles, words_apart
from geo.claims.units import CARRIERS, PERSONNEL
from geo.claims.verbs import after_circumstances
from geo.records import Actor, Mention, PlaceKind, Usage
from geo.text import Match

_REACH = 14  # words from the trigger to the force, at most
_AFTER_NOUN, _BEFORE_NOUN = 5, 4  # words from the noun to its adjective of nation
# Territories with a code of their own in ISO 3166-1, by the state that they belong to.
_SOVEREIGN: Mapping[str, str] = {
    **dict.fromkeys(("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"), "FR"),
    **dict.fromkeys(
        ("AI", "BM", "FK", "GG", "GI", "GS", "IM", "IO", "JE", "KY", "MS", "PN", "SH", "TC", "VG"), "GB"
    ),
    **dict.fromkeys(("AS", "GU", "MP", "PR", "UM", "VI"), "US"),
    **dict.fromkeys(("AW", "BQ", "CW", "SX"), "NL"),
    **dict.fromkeys(("FO", "GL"), "DK"),
    **dict.fromkeys(("CC", "CX", "HM", "NF"), "AU"),
    **dict.fromkeys(("CK", "NU", "TK"), "NZ"),
    **dict.fromkeys(("BV", "SJ"), "NO"),
    **dict.fromkeys(("HK", "MO"), "CN"),
    "AX": "FI",
    "AQ": "",  # Antarctica has no forces
}
_TO_WHOM = ("destination", "location")  # roles of "to" and "à"
_REMARK_BEFORE, _REMARK_BEHIND = 5, 2  # words from a nation to "that", by whether it precedes its noun
_NAME_WORDS = 3  # between a force and the state in brackets: "équipe de B-FAST (Belgique)"
_OF_STATE = 2  # words between "soldats" and the state in "soldats de la Corée du Nord"


@kept_for_force
def actor(scene: Scene, force: Force) -> Actor:
    """Return the words for the force, with the adjectives and numbers of its name, and its side."""
    first, last = force.noun.first, force.noun.last
    adjective = _adjective(scene, force)
    apart = adjective is not None and scene.in_brackets(adjective.first)
    if adjective and not (
        apart or _acts(scene, adjective, force.noun) or _is_shared(scene, adjective, force.noun)
    ):
        first, last = min(first, adjective.first), max(last, adjective.last)
    span = scene.span(first, last)
    country = adjective.value if adjective else _complement_country(scene, force)
    country = country or _counted_nation(scene, force.noun)
    if country is None:
        country = _genitive_country(scene, last) or _possessive_country(scene, first)
    if country is None:
        country = _bracketed_country(scene, force.noun) or _capital_country(scene, force)
    if country is None:
        country = _adjunct_country(scene, force.noun.first)
    return Actor(span, span.of(scene.text), sovereign(country))


def is_of_genitive(scene: Scene, force: Force) -> bool:
    """Tell whether only a state behind it tells whose a force is: "soldats de la Corée du Nord"."""
    told = _adjective(scene, force) or _complement_country(scene, force)
    state = _genitive_country(scene, force.noun.last) or _capital_country(scene, force)
    return told is None and state is not None


def agent(scene: Scene, trigger: Match) -> str | None:
    """Return the state that acts behind a passive verb: "supplied by Iran", "remis à A par la Russie"."""
    tokens, at = scene.sentence.tokens, after_circumstances(scene, trigger.last)
    at = after_circumstances(scene, _after_receiver(scene, at))
    if at >= len(tokens) or tokens[at].lower not in scene.pack.words.agent:
        return None
    states = [m for m in scene.mentions if m.usage is Usage.METONYMIC and m.place]
    acting = (m for m in states if 0 < scene.first_word(m.span) - at <= _OF_STATE)
    return next((m.place.country_code for m in acting if m.place), None)


def _after_receiver(scene: Scene, at: int) -> int:
    """Return the word behind those to whom something is given: "remis à l'armée malienne par la Russie"."""
    links = (m for m in scene.group("role") if m.first <= at < m.last and m.value in _TO_WHOM)
    first = next((link.last for link in links), at)
    while (
        0 < first < len(scene.sentence.tokens) and scene.sentence.tokens[first].lower in scene.pack.articles
    ):
        first += 1
    groups = ("official", "force", "sideless", "collective", "demonym")
    takers = [m for m in scene.group(*groups) if m.first >= first > at]
    last = first
    while noun := next((m for m in takers if m.first == last), None):
        last = noun.last
    return last if last > first else at


def _adjective(scene: Scene, force: Force) -> Match | None:
    """Return the adjective of nation that belongs to the noun, or the noun itself where it is one."""
    noun = force.noun
    if noun.group == "demonym":
        return noun
    same = next(
        (m for m in scene.group("demonym") if noun.span.covers(m.span) and m.first == noun.first), None
    )
    if same:
        return same  # "HMNZS", "HMS Kent"
    others = [m for m in scene.group("force") if m.last < noun.first]
    before = scene.pack.demonyms_always_capital  # English puts the adjective first, French behind
    near = [
        m
        for m in _nations(scene)
        if scene.marks_between(noun.first, m.first) == 0
        and (0 <= noun.first - m.last < _BEFORE_NOUN if before else 0 <= m.first - noun.last < _AFTER_NOUN)
        and not any(_is_between(t, noun, m) for t in scene.group("trigger"))
        and not _is_of_receiver(scene, noun, m)
        and not (m.first > noun.last and _is_counted_people(scene, m))
        and not (m.last < noun.first and says_that(scene, m))
        and side_word(scene, m) is None
        and not any(overlap(m, f) for f in others)  # "HMS Hermes put men ashore"
        and not any(p.span.covers(m.span) and p.span != m.span for p in scene.mentions)  # "Saudi Arabia"
    ]
    return min(near, key=lambda m: abs(m.first - noun.first), default=None)


def _is_counted_people(scene: Scene, nation: Match) -> bool:
    """Tell whether a nation is a people with a number of its own: "300 soldats à Gao et les Danois 40"."""
    definite = scene.sentence.tokens[nation.first - 1].lower in scene.pack.words.definite
    return definite and any(scene.first_word(n.span) == nation.last for n in scene.numbers)


def _counted_nation(scene: Scene, noun: Match) -> str | None:
    """Return the nation whose people "of" leads to: "a first group of 40 Kenyans", "a platoon of Fijians"."""
    link = scene.sentence.starting_at("role", noun.last)
    if link is None or link.value != "genitive":
        return None
    ends = {scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == link.last}
    plural = tuple(scene.pack.words.people_of)
    people = (m for m in scene.group("demonym") if scene.sentence.tokens[m.last - 1].lower.endswith(plural))
    ends |= {m.first for m in people if m.first == link.last}
    nation = next((m for m in scene.group("demonym") if m.first in ends), None)
    return nation.value if nation and ends_phrase(scene, nation.last) else None


def _nations(scene: Scene) -> list[Match]:
    """Return the adjectives of nation but those of who only leads: "the French-led force", "Royal Thai"."""
    joint, named = scene.group("sideless"), scene.group("demonym")
    own = (m for m in named if not any(m.last == other.first for other in named))
    return [m for m in own if not any(j.span.covers(m.span) for j in joint)]


def _is_of_receiver(scene: Scene, noun: Match, nation: Match) -> bool:
    """Tell whether a nation is that of where others go or of who is given something.

    So are its people: "à l'armée kényane", "aux Ukrainiens", "gave the Ukrainians six planes", and what lies
    there: "à la frontière soudanaise", "dans la capitale malienne".
    """
    if nation.last < noun.first and nation.span.of(scene.text).endswith("s"):
        counted = any(scene.first_word(n.span) == nation.last for n in scene.numbers)
        link = scene.sentence.starting_at("role", nation.last)
        return counted or (link is not None and link.value == "with")
    links = (m for m in scene.group("role") if noun.last <= m.first < nation.first and m.value != "genitive")
    link = next(links, None)
    taker = (m.last for m in scene.group("official") if link and link.last <= m.first)
    lies = link is not None and nation.first > link.last and tells_place(scene, nation)
    return lies or (link is not None and nation.first in (link.last, *taker))


def says_that(scene: Scene, nation: Match) -> bool:
    """Tell whether an adjective of nation belongs to what others say: "Thai reports that a battery moved".

    Who is told of behind "that" is another: "a Lithuanian lawmaker's remark that tanks", "des sources
    tchadiennes selon lesquelles".
    """
    words, tokens = scene.pack.words, scene.sentence.tokens
    reach = _REMARK_BEFORE if scene.pack.demonyms_always_capital else _REMARK_BEHIND
    near = range(nation.last, min(nation.last + reach, len(tokens)))
    that = next((at for at in near if tokens[at].lower in words.related | words.relative), None)
    if that is None or scene.marks_between(nation.first, that):
        return False
    span = range(nation.first - 1, that)
    told = (m for m in scene.group("force", "goods", "collective", "trigger") if m.first in span)
    return not any(told) and not any(nation.first <= m.first < that for m in scene.group("again"))


def side_word(scene: Scene, nation: Match) -> int | None:
    """Return the number of the word beside a nation that makes it a party: "on the Afghan side"."""
    around = range(max(0, nation.first - 1), min(nation.last + 1, len(scene.sentence.tokens)))
    words = scene.pack.words.sided
    return next((n for n in around if scene.sentence.tokens[n].lower in words), None)


def tells_place(scene: Scene, nation: Match) -> bool:
    """Tell whether an adjective of nation says where a place lies: "frontière malienne", "Polish waters"."""
    before = scene.pack.demonyms_always_capital
    at = nation.last if before else nation.first - 1
    if scene.sentence.tokens[at : at + 1] and scene.sentence.tokens[at].lower in scene.pack.words.borders:
        return True
    return any(m.first <= at < m.last for m in scene.group("generic", "there"))


def _acts(scene: Scene, nation: Match, noun: Match) -> bool:
    """Tell whether a verb stands between a state and a force: "the U.S. has 900 troops"."""
    between = scene.sentence.tokens[nation.last : noun.first]
    return any(t.lower in scene.pack.words.bare for t in between)


def _is_shared(scene: Scene, nation: Match, noun: Match) -> bool:
    """Tell whether another force stands between a nation and a noun: "Chinese aircraft and 9 vessels"."""
    return any(_is_between(m, nation, noun) for m in scene.group("force"))


def _is_between(word: Match, one: Match, other: Match) -> bool:
    low, high = min(one.last, other.last), max(one.first, other.first)
    return low <= word.first < high


def _genitive_country(scene: Scene, last: int) -> str | None:
    """Return the state of "soldats de la Corée du Nord"."""
    for mention in scene.mentions:
        first = with_articles(scene, scene.first_word(mention.span))  # "of the Jamaica Defence Force"
        role = scene.sentence.ending_at("role", first) or scene.sentence.starting_at("role", first)
        if not role or role.value != "genitive" or mention.place is None:
            continue
        if mention.place.kind is PlaceKind.COUNTRY and 0 < scene.first_word(mention.span) - last <= _OF_STATE:
            return mention.place.country_code
    return _bare_genitive(scene, last)


def _bracketed_country(scene: Scene, noun: Match) -> str | None:
    """Return the state in brackets behind a force or its name: "the B-FAST team (Belgium) returned"."""
    tokens = scene.sentence.tokens
    for mention in scene.mentions:
        at = scene.first_word(mention.span)
        state = mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
        if not state or not 0 <= at - noun.last <= _NAME_WORDS or not _is_bracketed(scene, mention):
            continue
        within = range(noun.last, at)
        name = all(tokens[n].capital or tokens[n].lower in scene.pack.words.linkers for n in within)
        placed = any(scene.first_word(m.span) in within for m in scene.mentions)
        if name and not placed and mention.place:
            return mention.place.country_code
    return None


def _is_bracketed(scene: Scene, mention: Mention) -> bool:
    start, end = mention.span.start, mention.span.end
    return scene.text[start - 1 : start] == "(" and scene.text[end : end + 1] == ")"


def _capital_country(scene: Scene, force: Force) -> str | None:
    """Return the state whose capital is told as whose a force is: "les avions de Moscou".

    "The 300 men of Bamako" and "the garrison of Kabul" may be others' that stand there.
    """
    noun = force.noun
    counted = any(0 <= noun.first - scene.after_word(n.span) <= 1 for n in scene.numbers)
    body = any(overlap(m, noun) for m in scene.group("collective"))
    if counted or body or force.unit not in (PERSONNEL, *CARRIERS) or not is_definite(scene, force):
        return None
    link = scene.sentence.starting_at("role", noun.last)
    at = link.last if link is not None and link.value == "genitive" else None
    seats = (m.place for m in scene.mentions if scene.first_word(m.span) == at)
    return next((place.country_code for place in seats if place and place.id in scene.capitals), None)


def _bare_genitive(scene: Scene, last: int) -> str | None:
    """Return the state whose name follows a force or its army at once: «трое солдат армии Ливана»."""
    bodies = {m.first: m.last for m in scene.group("official", "force", "collective")}
    while last in bodies:
        last = bodies[last]
    states = (m for m in scene.mentions if scene.first_word(m.span) == last and owns_before(scene, m))
    return next((m.place.country_code for m in states if m.place), None)


def owns_before(scene: Scene, state: Mention) -> bool:
    """Tell whether a state is whose what stands before it is, in a case of its name: «ВМФ России»."""
    pack, first = scene.pack, scene.first_word(state.span)
    if pack.noun_adjuncts or pack.verbs_embrace or not pack.demonyms_always_capital:
        return False  # nouns decline in the others alone
    bodies = (m.last for m in scene.group("official", "force", "collective"))
    known = state.place is not None and state.place.kind is PlaceKind.COUNTRY
    return known and first in bodies and not scene.marks_between(first - 1, first)


def _complement_country(scene: Scene, force: Force) -> str | None:
    """Return the nation of what says more of a force: "helicopters of the German special forces"."""
    behind = (m for m in scene.group("force") if m.first >= force.noun.last)
    for noun in behind:
        if belongs_to(scene, noun, force.noun):
            own = [m for m in _nations(scene) if force.noun.last <= m.first < noun.last]
            adjective = own[0] if own else _adjective(scene, replace(force, noun=noun))
            if adjective and adjective.first >= force.noun.last:
                return adjective.value
            # "a company of 130 New Zealand soldiers", "une unité de 140 policiers du Bangladesh"
            state = _adjunct_country(scene, noun.first) or _genitive_country(scene, noun.last)
            if state:
                return state
    return _army(scene, force.noun.last)


def _army(scene: Scene, last: int) -> str | None:
    """Return the state whose army stands behind "of" by its letters: "soldiers of the FARDC"."""
    link = scene.sentence.starting_at("role", last)
    if link is None or link.value not in ("genitive", "origin"):
        return None
    named = (m for m in scene.group("demonym") if m.span.of(scene.text).isupper())
    return next((m.value for m in named if with_articles(scene, m.first) == link.last), None)


def _possessive_country(scene: Scene, first: int) -> str | None:
    """Return the state of "Germany's last troops", and of "Kigali's policemen"."""
    tokens = scene.sentence.tokens
    for mention in scene.mentions:
        after = scene.after_word(mention.span)
        near = after < first <= after + _BEFORE_NOUN and not scene.marks_between(after - 1, first)
        owns = near and tokens[after].lower in scene.pack.words.possessive
        seat = mention.usage is Usage.METONYMIC and mention.place and mention.place.kind is PlaceKind.CITY
        if owns and mention.place and (seat or mention.place.kind is PlaceKind.COUNTRY):
            return mention.place.country_code
    return None


def _adjunct_country(scene: Scene, first: int) -> str | None:
    """Return the state whose name stands for an adjective: "25 New Zealand soldiers"."""
    if not scene.pack.demonyms_always_capital:
        return None
    for mention in scene.mentions:
        place = mention.place
        beside = place is not None and scene.after_word(mention.span) == first
        if beside and place and place.kind is PlaceKind.COUNTRY:
            begins = scene.first_word(mention.span)
            in_it = scene.sentence.ending_at("role", begins) is not None  # "In Mali soldiers were killed"
            return None if in_it or scene.marks_between(first - 1, first) else place.country_code
    return None


def sovereign(code: str | None) -> str | None:
    """Return the state whose forces those of a territory are: Martinique's firemen are France's."""
    return _SOVEREIGN.get(code, code) or None if code else None


def is_definite(scene: Scene, force: Force) -> bool:
    """Tell whether the noun takes up a force named before: "les soldats", "these troops"."""
    before = scene.sentence.tokens[max(0, force.noun.first - 2) : force.noun.first]
    return any(t.lower in scene.pack.words.definite for t in before)


def is_named(scene: Scene, ship: Force) -> bool:
    """Tell whether a ship has a name, be it behind a comma: "HMS Kent", "A freighter, the Zeran, left A"."""
    tokens = scene.sentence.tokens
    last = max(ship.noun.last, scene.after_word(actor(scene, ship).span))  # "Un cargo danois, le Zeran"
    parted = scene.marks_between(last - 1, last) > 0
    apposed = parted and any(t.lower in scene.pack.articles for t in tokens[last : last + 1])
    name = tokens[last + 1 : last + 2] if apposed else tokens[last : last + 1] if not parted else []
    return tokens[ship.noun.last - 1].capital or any(t.capital for t in name)


def is_other(scene: Scene, force: Force) -> bool:
    """Tell whether a noun counts more of those told of before: "four other soldiers"."""
    more = (m for m in scene.group("again") if m.value == "numbered")
    return any(force.noun.first in (m.first, m.last) or m.first == force.noun.last for m in more)


def _is_of_whom(scene: Scene, first: int) -> bool:
    """Tell whether a name only says who is meant: "residents of Ménaka say" is no state that acts."""
    link = scene.sentence.ending_at("role", first)
    return link is not None and link.value == "genitive"


def _is_state(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name stands for a state: "Kenya", "Nairobi", not A of "residents of A say"."""
    country = mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
    meant = country or not _is_of_whom(scene, scene.first_word(mention.span))
    return mention.usage is Usage.METONYMIC and meant


def _is_seat_of_office(scene: Scene, mention: Mention) -> bool:
    """Tell whether a capital is that of an office that acts: "the government in Vilnius will send"."""
    if mention.place is None or mention.place.id not in scene.capitals:
        return False
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    own = (
        ("national", "official") if link and link.value == "genitive" else ("national",)
    )  # no embassy "in A"
    return link is not None and any(m.last == link.first for m in scene.group(*own))


def _antecedent(scene: Scene, trigger: Match) -> str | None:
    """Return the state that a relative clause is of: "asked for help from Ghana, which sent 40 men"."""
    at = set_off_at(scene, trigger.first)
    small = scene.pack.auxiliaries | scene.pack.words.bare
    if at is None or scene.sentence.tokens[at].lower in scene.pack.words.clause:
        return None  # "Latvia, where it has 800 men"
    if any(t.lower not in small for t in scene.sentence.tokens[at + 1 : trigger.first]):
        return None
    states = (m.place for m in scene.mentions if m.place and scene.after_word(m.span) == at)
    return next((place.country_code for place in states if place.kind is PlaceKind.COUNTRY), None)


def _seats(scene: Scene, trigger: Match) -> list[Match]:
    """Return the offices of a name of their own that act before a verb: "the Pentagon is sending"."""
    before = (m for m in scene.group("seat") if 0 <= trigger.first - m.last <= _BEFORE_NOUN)
    return [m for m in before if not any(m.last <= v.first < trigger.first for v in scene.group("say"))]


def _is_company(scene: Scene, first: int) -> bool:
    """Tell whether a state is only whom another deals with: "Egypt, which has a pact with Eritrea, sent"."""
    link = scene.sentence.ending_at("role", with_articles(scene, first))
    company = link is not None and link.value == "with"
    return company and scene.sentence.tokens[link.first if link else 0].lower not in scene.pack.words.joiners


def is_in_opening(scene: Scene, state: Mention, last: int) -> bool:
    """Tell whether a state stands in a phrase before the subject: "On request of Fiji, a plane brought"."""
    first, tokens = scene.first_word(state.span), scene.sentence.tokens
    if scene.sentence.starting_at("role", 0) is None or scene.marks_between(0, first):
        return False
    closes = next((at for at in range(first, last) if scene.marks_between(at, at + 1)), None)
    if closes is None or closes + 1 >= last:
        return False
    small = scene.pack.articles | scene.pack.determiners
    counted = any(scene.first_word(n.span) == closes + 1 for n in scene.numbers)
    return counted or tokens[closes + 1].lower in small or tokens[closes + 1].capital


def _is_cited(scene: Scene, state: Mention) -> bool:
    """Tell whether a state is only who says so: "Russia, according to Kyiv, has sent", ", Warsaw says,"."""
    first, after = with_articles(scene, scene.first_word(state.span)), scene.after_word(state.span)
    if scene.sentence.ending_at("source_before", first):
        return True
    says = next((m for m in scene.group("say") if m.first == after), None)
    return (
        says is not None and first > 0 and all(scene.marks_between(at - 1, at) for at in (first, says.last))
    )


def is_given(scene: Scene, state: Mention) -> bool:
    """Tell whether a state gets what is counted behind it: "will der Ukraine drei Haubitzen liefern"."""
    return scene.pack.verbs_embrace and counted_behind(scene, state)


def counted_behind(scene: Scene, state: Mention) -> bool:
    """Tell whether a number follows a name, perhaps behind a day: "der Ukraine im Mai drei Panzer"."""
    after, further = scene.after_word(state.span), scene.pack.words.further
    after = next((scene.after_word(t.span) for t in scene.times if scene.first_word(t.span) == after), after)
    more = any(t.lower in further for t in scene.sentence.tokens[after : after + 1])
    return any(0 <= scene.first_word(n.span) - after <= more for n in scene.numbers)


def sender(scene: Scene, trigger: Match) -> str | None:
    """Return the country that sends: the state, or the adjective of one, before an active verb."""
    asked = next((m.place for m in scene.mentions if m.place and is_asked(scene, trigger, m)), None)
    if asked:
        return asked.country_code
    head = _antecedent(scene, trigger)
    if head:
        return head
    states = [
        (scene.after_word(m.span), m.place.country_code)
        for m in scene.mentions
        if m.place and 0 <= trigger.first - scene.after_word(m.span) <= _REACH
        if _is_state(scene, m) or _is_seat_of_office(scene, m)
        if not (_is_company(scene, scene.first_word(m.span)) or _is_cited(scene, m) or is_given(scene, m))
        and not is_in_opening(scene, m, trigger.first)
        and not is_of_other_clause(scene, scene.first_word(m.span), trigger.first)
    ]
    near = [
        m
        for m in scene.group("demonym", "of_one")
        if 0 <= words_apart(scene, m.last, trigger.first) <= _BEFORE_NOUN
    ]
    near = [
        m for m in near if not (is_of_other_clause(scene, m.first, trigger.first) or _is_of_press(scene, m))
    ]
    edges = {edge for f in scene.group("force") for edge in (f.first, f.last)}
    of_force = [m for m in near if {m.first, m.last} & edges] if states else near
    acting = [*states, *((m.last, m.value) for m in (*of_force, *_seats(scene, trigger)))]
    choose = min if _is_taken_up(scene, trigger) else max
    return choose(acting, key=lambda pair: pair[0])[1] if acting else None


def _is_of_press(scene: Scene, nation: Match) -> bool:
    """Tell whether a nation is that of who only reports: "According to an Italian newspaper, they sent"."""
    edges = (nation.first, nation.last)
    return any(m.last == edges[0] or m.first == edges[1] for m in scene.group("press", "outsider"))


def _is_taken_up(scene: Scene, verb: Match) -> bool:
    """Tell whether a pronoun acts, which stands for who opens the sentence: "A left B, where it had 9"."""
    before = scene.sentence.tokens[max(0, verb.first - _BEFORE_NOUN) : verb.first]
    at = next((t for t in reversed(before) if t.lower in scene.pack.words.it), None)
    return at is not None and scene.marks_between(scene.word_at(at.start), verb.first) == 0
