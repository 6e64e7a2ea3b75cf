"""How the nouns of a sentence hang together: which only says more of another, and which are one force."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from geo.claims.scene import Scene, with_articles
from geo.claims.units import CARRIERS, FORMATIONS, PERSONNEL
from geo.records import Quantity
from geo.text import Match

_GENITIVE_REACH = 5  # words from a noun to one behind "of"
NAME_REACH, _GENITIVE_HEAD = 9, 2  # words to the last of a unit's name; words like "of the" before it
_APPOSITION_REACH = 5  # words from a noun to the comma that ends its apposition
_ASIDE_REACH = 5  # words from a carrier to "laden": "Un avion du CICR, chargé"
_LADEN_REACH = 2  # words from a carrier to what it is "carrying"
_LISTED = 2  # words between two things of a list
_VERB_REACH = 3  # words from the comma that ends an aside to the verb: "has since been moved"
_MODEL_WORDS = 4  # of a model's name behind its kind
_JOINED = 2  # words from the first of two joined nouns to the second
_JOINED_NAME = 4  # the same, where a name stands before it: "marines and Royal Air Force technicians"


def ends_phrase(scene: Scene, at: int) -> bool:
    """Tell whether no noun follows: a mark, a preposition or a verb does, or the sentence ends."""
    tokens = scene.sentence.tokens
    if at >= len(tokens) or scene.marks_between(at - 1, at):
        return True
    goes_on = any(m.first == at for m in scene.group("trigger", "role", "status_near"))
    return goes_on or tokens[at].lower in scene.pack.words.bare | scene.pack.passive_auxiliaries


class Named(Protocol):
    """A force or goods: the noun, what it is counted in, and whether it is goods."""

    @property
    def noun(self) -> Match:
        """The noun."""

    @property
    def unit(self) -> str:
        """What it is counted in."""

    @property
    def goods(self) -> bool:
        """True for what is carried."""


def overlap(left: Match, right: Match) -> bool:
    """Tell whether two phrases share a word."""
    return left.first < right.last and right.first < left.last


def are_nations(scene: Scene, first: int, last: int) -> bool:
    """Tell whether only adjectives of nation stand between two words: "British, Canadian and Finnish"."""
    nations = {at for m in scene.group("demonym") for at in range(m.first, m.last)}
    between = range(first, last)
    joiners = scene.pack.words.joiners
    return first in nations and all(
        at in nations or scene.sentence.tokens[at].lower in joiners for at in between
    )


def loads(scene: Scene, goods: Named, carrier: Named) -> bool:
    """Tell whether goods are what a carrier carries: "camions de vivres", "aid convoy"."""
    if not goods.goods or carrier.unit not in CARRIERS or is_counted_load(scene, goods.noun, carrier.noun):
        return False
    link = scene.sentence.starting_at("role", carrier.noun.last)
    joined = link is not None and scene.sentence.tokens[link.first].lower in scene.pack.words.joiners
    brings = link is not None and link.value == "with" and not joined
    reach = _LADEN_REACH if carrier.unit == "vehicles" else 0  # "lorries with 40 tents", "a boat with food"
    if brings and link is not None and 0 <= goods.noun.first - link.last <= reach:
        return True
    beside = belongs_to(scene, goods.noun, carrier.noun) or goods.noun.last == carrier.noun.first
    return beside or laden_with(scene, goods.noun, carrier.noun)


def laden_with(scene: Scene, goods: Match, carrier: Match) -> bool:
    """Tell whether a carrier is said to be laden with goods: "A plane, loaded with 8 tonnes of food"."""
    near = range(carrier.last, min(carrier.last + _ASIDE_REACH, goods.first))
    at = next((n for n in near if scene.sentence.tokens[n].lower in scene.pack.words.laden), None)
    if at is None or scene.marks_between(at, goods.first) or scene.marks_between(carrier.last - 1, at) > 1:
        return False
    between = (m for m in scene.group("goods", "force", "trigger") if m.first != at)
    return not any(carrier.last <= m.first < goods.first for m in between)


def is_counted_load(scene: Scene, goods: Match, carrier: Match) -> bool:
    """Tell whether it is told how much a carrier is laden with, which counts before the carrier itself."""
    counts = (n for n in scene.numbers if 0 <= goods.first - scene.after_word(n.span) <= 1)
    return any(n.high != 1 for n in counts) and laden_with(scene, goods, carrier)


def is_modifier(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun stands before its head as an adjective does: "coast guard and militia vessels"."""
    if not scene.pack.noun_adjuncts or noun.first >= head.first:
        return False
    if scene.marks_between(noun.first, head.first):
        return False
    beside = [m for m in scene.group("force") if m.last == head.first and noun.last < m.first]
    return noun.last == head.first or (bool(beside) and is_joined(scene, noun, beside[0]))


def listed_loads(scene: Scene, named: Sequence[Named]) -> list[Named]:
    """Return goods that go on a list of what is carried: "trucks of rations, generators and tents"."""
    carried: list[Named] = []
    goods = sorted((f for f in named if f.goods), key=lambda f: f.noun.first)
    for load in goods:
        before = [f for f in goods if 0 <= load.noun.first - f.noun.last <= _LISTED and f is not load]
        if any(f in carried or _is_carried(scene, f, named) for f in before):
            carried.append(load)
    return carried


def _is_carried(scene: Scene, goods: Named, named: Sequence[Named]) -> bool:
    carriers = (f for f in named if f.unit in CARRIERS and f.noun.last <= goods.noun.first)
    return any(loads(scene, goods, carrier) for carrier in carriers)


def belongs_to(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun only says more of the other: "paratroopers of the 82nd Airborne Division".

    Of two nouns side by side the last is the head where adjectives stand before it: "army battalions".
    """
    of_unit = (
        any(noun is item for _, item in makeup(scene, head))
        or _is_counted_from(scene, noun, head)
        or _is_larger_unit(scene, noun, head)
    )
    if of_unit or is_modifier(scene, noun, head) or _is_their_unit(scene, noun, head):
        return True
    if is_modifier(scene, head, noun):
        return False
    gap = noun.first - head.last
    if not 0 <= gap <= _reach(scene, noun, head) or scene.marks_between(head.last - 1, noun.first):
        return False
    if gap == 0:
        return True  # "sapeurs-sauveteurs"
    laden = scene.sentence.tokens[head.last].lower in scene.pack.words.laden
    first = head.last + laden  # "conteneurs chargés de munitions"
    first = _after_model(scene, head, first)
    adjective = _nation_behind(scene, first)
    first += adjective is None and (_is_adjective(scene, first) or _is_epithet(scene, head, first))
    first = adjective.last if adjective else first
    first += scene.in_brackets(first)  # "le bataillon togolais (TOGBATT) de la MINUSMA"
    link = scene.sentence.starting_at("role", first)
    if scene.sentence.tokens[head.last].lower in scene.pack.articles:  # "a strong party of the battalion"
        link = link or scene.sentence.ending_at("role", head.last)
    linked = link is not None and (link.value == "genitive" or (laden and link.value == "with"))
    linked = linked or (laden and 0 < gap <= _LADEN_REACH)  # "barges carrying fuel"
    linked = linked or _has_genitive(scene, head.last)
    russian = adjective and adjective.last == noun.first and noun.value == head.value
    if head.value in CARRIERS and (russian or _is_model_of(scene, noun, head)):
        return True  # "avions russes MiG-29"
    linked = linked or is_joined(scene, head, noun) or _is_listed_type(scene, noun, head)
    return linked and not (_is_done_to(scene, noun, head) or _is_next_item(scene, noun, head))


def _is_next_item(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether "and" and a number begin another force: "une compagnie du génie et 150 policiers".

    So does the article of a second unit: "a company of infantry and a battery of artillery". What a force is
    made of goes on behind "of" and a number: "a detachment of 40 marines and ten medics".
    """
    units = head.value in FORMATIONS and noun.value != PERSONNEL
    before = (n for n in scene.numbers if scene.after_word(n.span) <= noun.first)
    between = (n for n in before if units or n.high != 1)
    counted = sorted(first for n in between if (first := scene.first_word(n.span)) > head.last)
    joiners = scene.pack.words.joiners
    return len(counted) == 1 and scene.sentence.tokens[counted[0] - 1].lower in joiners


def makeup(scene: Scene, head: Match) -> list[tuple[Quantity, Match]]:
    """Return the men and machines of one force: "un convoi fort de 110 véhicules et de 460 militaires"."""
    tokens, words, at = scene.sentence.tokens, scene.pack.words, head.last
    told = at < len(tokens) and tokens[at].lower in words.numbering
    link = scene.sentence.starting_at("role", at + told)
    at = link.last if link is not None and link.value == "genitive" else at + told
    numbers = {scene.first_word(n.span): n for n in scene.numbers} if at > head.last else {}
    found: list[tuple[Quantity, Match]] = []
    while at in numbers and not scene.marks_between(at - 1, at):
        after = scene.after_word(numbers[at].span)
        noun = next((m for m in scene.group("force") if m.first in (after, after + 1)), None)
        if noun is None or scene.marks_between(at, noun.first):
            break
        found.append((numbers[at], noun))
        at = noun.last + (noun.last < len(tokens) and tokens[noun.last].lower in words.joiners)
        link = scene.sentence.starting_at("role", at)
        at = link.last if link is not None and link.value == "genitive" else at
    return found if len({m.value == PERSONNEL for _, m in found}) > 1 else []


def _has_genitive(scene: Scene, at: int) -> bool:
    """Tell whether an article behind a noun opens whose it is: „ein Bataillon der kenianischen Armee“."""
    pack, token = scene.pack, scene.sentence.tokens[at].lower
    return pack.verbs_embrace and token in pack.articles - pack.words.accusative


def _is_larger_unit(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a comma parts a unit from the one that it is of: "2nd Battalion, 6th Marine Regiment".

    Units of one size, and those that "and" goes on from, are a list.
    """
    if head.value not in FORMATIONS or head.value == noun.value or noun.first <= head.last:
        return False
    commas = (scene.marks_between(head.last - 1, at) for at in (head.last, noun.first))
    if tuple(commas) != (1, 1) or not is_name(scene, head.first, noun.last):
        return False
    behind = scene.sentence.tokens[noun.last : noun.last + 1]
    return not any(t.lower in scene.pack.words.joiners for t in behind)


def _is_their_unit(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether people are those of a unit: "Soldiers from the 3rd Brigade", "marines with A Company"."""
    if head.value != PERSONNEL or noun.value not in FORMATIONS or head.last >= noun.first:
        return False
    link = scene.sentence.starting_at("role", head.last)
    of = link is not None and link.value in ("origin", "with") and link.last < noun.first
    joined = of and scene.sentence.tokens[head.last].lower in scene.pack.words.joiners
    if not of or joined or link is None or scene.marks_between(head.last - 1, noun.first):
        return False
    return noun.first - link.last <= NAME_REACH and is_name(scene, link.last, noun.last)


def is_name(scene: Scene, first: int, last: int) -> bool:
    """Tell whether words are a unit's name: "the Royal Navy's 1700 Naval Air Squadron", "A Company"."""
    tokens, small = scene.sentence.tokens, scene.pack.articles | scene.pack.words.possessive
    words = tokens[first:last]
    return all(t.capital or t.lower[:1].isdigit() or t.lower in small for t in words)


def _is_done_to(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a verb stands between two nouns: "the battalion of Gurkhas has sent 300 men".

    So does one of saying: "A group of analysts said four jets had landed".
    """
    if any(head.last < m.first and m.last <= noun.first for m in scene.group("say")):
        return True
    tokens, auxiliaries = scene.sentence.tokens, scene.pack.words.auxiliaries
    counted = {scene.first_word(n.span) for n in scene.numbers}
    verbs = (m for m in scene.group("trigger") if head.last < m.first and m.last <= noun.first)
    return any(tokens[m.first - 1].lower in auxiliaries or m.last in counted for m in verbs)


def _is_model_of(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun ends the name of a machine's model: "hélicoptères CH-146 Griffon"."""
    words = scene.sentence.tokens[head.last : noun.first + 1]
    named = all(t.capital or t.lower[:1].isdigit() for t in words)
    return named and noun.value in CARRIERS and 1 < len(words) <= _MODEL_WORDS


def is_model(scene: Scene, number: Quantity) -> bool:
    """Tell whether the number belongs to a name before it: "Mirage 2000"."""
    first = scene.first_word(number.span)
    if first <= 1 or not number.span.of(scene.text).isdigit():
        return False
    if scene.marks_between(first - 2, first - 1):
        return False  # a new clause begins with a capital
    before = scene.sentence.tokens[first - 1]
    if before.lower in scene.pack.numbers.units:
        return False  # "Another 120 marines"
    ends = [m.span.end for m in scene.mentions] + [t.span.end for t in scene.times]
    ends += [m.span.end for m in scene.group("demonym")]
    named = before.end in ends  # "in April 177 airmen", "the Danes 40 men"
    return before.capital and not named and scene.text[before.end : number.span.start].isspace()


def is_strength(scene: Scene, people: Match) -> bool:
    """Tell whether a word for people only says how strong a unit is: "a detachment of 45 people".

    Of "a group of 45 people" nobody knows more than that.
    """
    counts = (scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) == people.first)
    links = (scene.sentence.ending_at("role", first) for first in counts)
    ends = [link.first for link in links if link is not None and link.value == "genitive"]
    bodies = {m.span for m in scene.group("civil") if m.value == "body"}
    units = [m for m in scene.group("force") if m.last in ends and m.span not in bodies]
    units = [m for m in units if m.value not in CARRIERS]
    return bool(units) and scene.sentence.tokens[people.first].lower in scene.pack.words.strong


def _is_counted_from(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a number and "from" stand before a noun: "a contingent of 70 from the Coast Guard"."""
    if not scene.numbers or not 0 < noun.first - head.last <= NAME_REACH:
        return False
    link = scene.sentence.starting_at("role", head.last)
    counts = [n for n in scene.numbers if link is not None and scene.first_word(n.span) == link.last]
    origin = scene.sentence.starting_at("role", scene.after_word(counts[0].span)) if counts else None
    near = origin is not None and origin.value == "origin" and origin.last <= noun.first
    return near and not scene.marks_between(head.last, noun.first)


def _nation_behind(scene: Scene, at: int) -> Match | None:
    """Return the adjective of nation at a word, or behind one more adjective: "bombardiers lourds russes"."""
    nation = scene.sentence.starting_at("demonym", at)
    if nation or scene.pack.demonyms_always_capital or at + 1 >= len(scene.sentence.tokens):
        return nation
    plain = not any(m.first == at for m in scene.sentence.matches) and not scene.sentence.tokens[at].capital
    return scene.sentence.starting_at("demonym", at + 1) if plain else None


def _is_adjective(scene: Scene, at: int) -> bool:
    """Tell whether a word behind a noun is its adjective of the way: "convoi terrestre de l'armée"."""
    ways = any(m.first < at < m.last for m in scene.group("means"))
    return ways and scene.sentence.starting_at("role", at + 1) is not None


def _is_epithet(scene: Scene, head: Match, at: int) -> bool:
    """Tell whether an adjective parts a unit from what it is of: "régiment étranger d'infanterie"."""
    if scene.pack.demonyms_always_capital or head.value not in FORMATIONS:
        return False
    tokens, link = scene.sentence.tokens, scene.sentence.starting_at("role", at + 1)
    verb = any(m.first <= at < m.last for m in scene.group("trigger", "say", "role", "status_near"))
    small = scene.pack.auxiliaries | scene.pack.words.joiners | scene.pack.words.relative
    plain = tokens[at].lower.isalpha() and not tokens[at].capital and tokens[at].lower not in small
    return plain and not verb and link is not None and link.value == "genitive"


def _after_model(scene: Scene, head: Match, first: int) -> int:
    """Return where the words behind a machine's type begin: "hélicoptères Cougar de l'armée"."""
    tokens = scene.sentence.tokens
    model = first < len(tokens) and tokens[first].capital and head.value in CARRIERS
    named = any(scene.first_word(m.span) == first for m in scene.mentions)
    known = any(m.first == first for m in scene.group("demonym", "force", "goods"))
    return first + 1 if model and not named and not known else first


def _reach(scene: Scene, noun: Match, head: Match) -> int:
    """Return how far a noun may stand behind its head; farther in a name: "the 76th Air Assault Division"."""
    named = scene.sentence.tokens[noun.first].capital and noun.first - head.last <= NAME_REACH
    between = scene.sentence.tokens[head.last + _GENITIVE_HEAD : noun.first]
    owner = scene.pack.words.possessive  # "men of India's National Guard"
    whole = all(t.capital or t.lower[:1].isdigit() or t.lower in owner for t in between)
    return NAME_REACH if named and whole else _GENITIVE_REACH


def _is_listed_type(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun is one of the types behind their head: "avions de combat MiG-29 et Su-24"."""
    if noun.value != head.value or head.value not in CARRIERS:
        return False
    adjective = _nation_behind(scene, head.last)
    behind = adjective.last if adjective else head.last
    armed = scene.sentence.starting_at("force", behind)  # "véhicules blindés Griffon"
    if armed and armed.value == head.value and armed.last == noun.first:
        return True
    types = (m for m in scene.group("force") if m.value == head.value and m.first == behind)
    return any(is_joined(scene, first, noun) for first in types)


def is_apposition(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun between commas says who a force is: "the Rwandans, soldiers and police,"."""
    before = noun.first - head.last
    if not 0 <= before <= 1 or scene.marks_between(head.last - 1, noun.first) != 1:
        return False
    counted = [n for n in scene.numbers if noun.first - 1 <= scene.first_word(n.span) <= noun.first]
    if any(n.high != 1 for n in counted):  # "an Indian and a Filipino"
        return False
    ends = range(noun.last, min(noun.last + _APPOSITION_REACH, len(scene.sentence.tokens)))
    closing = next((at for at in ends if scene.marks_between(at - 1, at)), None)
    if closing is None:
        return False
    inside = (m for m in scene.group("trigger", "force", "goods") if noun.last <= m.first < closing)
    joined = (m for m in inside if not is_joined(scene, noun, m))
    return not any(joined) and any(m.first >= closing for m in scene.group("trigger"))


def is_set_aside(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun stands in words aside between a subject and its verb.

    In "the ships, led by the frigate A, have reached B" the frigate is not who did.
    """
    if not scene.marks_between(head.last - 1, noun.first):
        return False
    tokens = scene.sentence.tokens
    opens = _comma_before(scene, noun.first)
    closes = next((at for at in range(noun.last, len(tokens)) if scene.marks_between(at - 1, at)), None)
    if opens is None or closes is None or opens <= head.last - 1:
        return False
    if tokens[opens].lower in (_going_on(scene) - scene.pack.words.including) | scene.pack.words.laden:
        return False  # "A ship, laden with 90 tonnes of food, is due in A"
    inside = range(head.last, closes)
    verbs = (m for m in finite(scene) if m.first in inside and m.first != noun.first)
    if any(verbs) or scene.marks_between(head.last - 1, opens - 1) or _is_led(scene, head):
        return False
    verb = next((m.first for m in finite(scene) if m.first >= closes), None)
    if verb is None or verb - closes > _VERB_REACH or tokens[closes].lower in _going_on(scene):
        return False
    return not any(closes <= m.first < verb for m in scene.group("force", "goods", "again"))


def _comma_before(scene: Scene, at: int) -> int | None:
    """Return the word behind the last mark before a word where that is a comma."""
    opens = next((n for n in range(at, 0, -1) if scene.marks_between(n - 1, n)), None)
    tokens = scene.sentence.tokens
    comma = opens is not None and "," in scene.text[tokens[opens - 1].end : tokens[opens].start]
    return opens if comma else None


def _going_on(scene: Scene) -> AbstractSet[str]:
    """Return words that open no aside: "and", "which"."""
    return scene.pack.words.joiners | scene.pack.words.relative | scene.pack.words.clause


def _is_led(scene: Scene, noun: Match) -> bool:
    """Tell whether a preposition stands before a noun, which so is no subject."""
    link = scene.sentence.ending_at("role", with_articles(scene, noun.first))
    return link is not None and link.value != "genitive"


def finite(scene: Scene) -> list[Match]:
    """Return the words for events that are verbs, and no participle set behind a noun or a comma."""
    triggers = scene.pack.triggers
    return [m for m in scene.group("trigger") if m.value in triggers and not triggers[m.value].nominal]


def is_first_to(scene: Scene, noun: Match) -> bool:
    """Tell whether a noun only ranks who was told of: "HMS Kent sailed, the first warship to reach A"."""
    if not scene.marks_between(0, noun.first):
        return False
    tokens, words = scene.sentence.tokens, scene.pack.words
    opens = _comma_before(scene, noun.first)
    if opens is None:
        return False
    at = opens + (tokens[opens].lower in scene.pack.articles)
    of = scene.sentence.starting_at("role", opens)  # "l'arrivée, lundi, des premiers soldats"
    if at >= noun.first or tokens[at].lower not in words.sole or (of and of.value == "genitive"):
        return False
    closes = next((n for n in range(noun.last, len(tokens)) if scene.marks_between(n - 1, n)), len(tokens))
    verbs = [m for m in finite(scene) if noun.last <= m.first < closes]
    aims = words.purpose | words.to
    if not any(m.last <= opens for m in finite(scene)):
        return False
    if verbs and tokens[noun.last].lower in words.relative:
        return False  # "the first of 600 soldiers who are to reach A"
    return not verbs or tokens[verbs[0].first - 1].lower in aims


def is_joined(scene: Scene, left: Match, right: Match) -> bool:
    """Tell whether two nouns are one force: "soldiers and border police", not "soldiers and a frigate"."""
    nation = _nation_behind(scene, left.last)  # "60 sapeurs danois et médecins suédois"
    between = scene.sentence.tokens[nation.last if nation else left.last : right.first]
    words = [t.lower for t in between]
    counted = any(left.last <= scene.first_word(n.span) < right.first for n in scene.numbers)
    reach = _JOINED_NAME if all(t.capital for t in between[1:]) else _JOINED
    joined = bool(words) and words[0] in scene.pack.words.joiners and len(words) <= reach
    own = words[:-1] if _shares_number(scene, left, right) else words
    return joined and not counted and not scene.pack.apart.intersection(own)


def _shares_number(scene: Scene, left: Match, right: Match) -> bool:
    """Tell whether one number counts both by the same preposition: "un millier de soldats et d'agents"."""
    if not any(scene.after_word(n.span) == left.first - 1 for n in scene.numbers):
        return False
    links = [scene.sentence.starting_at("role", noun.first - 1) for noun in (left, right)]
    one, other = (scene.sentence.tokens[noun.first - 1].lower for noun in (left, right))
    same = one == other or (one[0] == other[0] and 1 in (len(one), len(other)))  # "de", "d'"
    return same and all(link is not None and link.value == "genitive" for link in links)
