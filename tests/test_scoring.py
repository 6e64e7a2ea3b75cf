"""Each rule of the comparison on a small document; whole sets against a second scorer where there is one."""

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count, cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputError
from geo.scoring import Score, as_table, load_gold, score_document, total

Json = dict[str, Any]

SHARED = Path(__file__).parents[2] / "shared" / "eval"
REFERENCE = SHARED / "score.py"
FOLDERS = (Path(__file__).parent / "gold", *(SHARED / name for name in ("seeds", "fr", "en")))
MARKED_SETS = [folder for folder in FOLDERS if folder.is_dir()]

KM_PER_DEGREE = 6371.0088 * 3.141592653589793 / 180
TOLERANCES = {"city": 25, "site": 25, "admin": 150, "region": 500, "water": 500, "any": 161}
SENT = "Mali sent 400 soldiers from Sévaré to Timbuktu by road on 3 May 2024, the defence ministry said."
RESTATED = "The column has reached Timbuktu."
STANDING = "At least two companies of Niger have stood in Tahoua since June 2023."
PERHAPS = "Some say that a Chadian patrol boat lies in Lake Chad."
QUIET = "The markets were open in Agadez region."
TEXT = f"{SENT} {RESTATED} {STANDING} {PERHAPS} {QUIET}"
RATES = [name for name, figure in Score().figures().items() if isinstance(figure, float)]


def toponym(words: str, kind: str, country: str | None, lat: float, lon: float) -> Json:
    start = TEXT.index(words)
    usage = "metonymic" if kind == "country" else "locative"
    span = {"start": start, "end": start + len(words), "text": words}
    return {**span, "name": words, "country": country, "kind": kind, "lat": lat, "lon": lon, "usage": usage}


TOPONYMS = (
    toponym("Mali", "country", "ML", 17.0, -4.0),
    toponym("Sévaré", "city", "ML", 14.53, -4.09),
    toponym("Timbuktu", "city", "ML", 16.77, -3.01),
    toponym("Niger", "country", "NE", 17.6, 8.1),
    toponym("Tahoua", "city", "NE", 14.89, 5.27),
    toponym("Lake Chad", "water", None, 13.0, 14.0),
    toponym("Agadez region", "admin", "NE", 20.0, 10.5),
)


def as_place(row: Mapping[str, Any]) -> Json:
    return {"country_code": row["country"]} | {key: row[key] for key in ("name", "kind", "lat", "lon")}


def spot(kind: str, country_code: str | None, lat: float = 0.0, lon: float = 0.0, name: str = "?") -> Json:
    return {"name": name, "kind": kind, "country_code": country_code, "lat": lat, "lon": lon}


_, SEVARE, TIMBUKTU, NIGER, TAHOUA, LAKE, _ = map(as_place, TOPONYMS)


def marked(**changes: Any) -> Json:
    day = "2024-05-03"
    sent: Json = {"quote": SENT, "also": [RESTATED], "type": "movement", "status": "confirmed"}
    sent |= {"actor": "soldiers", "actor_country": "ML", "time": {"start": day, "end": day}, "means": "road"}
    sent |= {"quantity": {"low": 400, "high": 400, "unit": "personnel"}, "origin": "Sévaré", "places": []}
    return sent | {"destination": "Timbuktu", "attribution": ["the defence ministry"]} | changes


def standing(**changes: Any) -> Json:
    quantity = {"low": 2, "high": None, "unit": "companies"}
    time = {"start": "2023-06-01", "end": None}
    stands: Json = {"quote": STANDING, "also": [], "type": "presence", "status": "reported", "origin": None}
    stands |= {"actor_country": "NE", "quantity": quantity, "time": time, "destination": None, "means": None}
    return stands | {"places": ["Tahoua"], "attribution": []} | changes


def document(*claims: Json, toponyms: Iterable[Json] = TOPONYMS) -> Json:
    unsaid = {"quantity": None, "time": None, "optional": True}
    boat = standing(quote=PERHAPS, status="unconfirmed", actor_country="TD", places=["Lake Chad"], **unsaid)
    listed = claims or (marked(), standing(), boat)
    return {"id": "sahel", "lang": "en", "text": TEXT, "toponyms": list(toponyms), "claims": list(listed)}


def place(gold: Mapping[str, Any], name: str | None) -> Json | None:
    # A name that two places share ("Georgia") means the last of them in a claim.
    found = [as_place(row) for row in gold["toponyms"] if row["name"] == name]
    return found[-1] if found else None


def evidence(gold: Mapping[str, Any], quote: str) -> Json:
    start = gold["text"].index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote}


def perfect(gold: Mapping[str, Any]) -> Json:
    """Return the record of a reader that finds just what is marked."""
    same = ("type", "status", "quantity", "time", "means", "attribution")
    claims = [
        {key: claim.get(key) for key in same}
        | {"actor": {"text": claim.get("actor"), "country_code": claim["actor_country"]}}
        | {key: place(gold, claim[key]) for key in ("origin", "destination")}
        | {"places": [place(gold, name) for name in claim["places"]]}
        | {"evidence": evidence(gold, claim["quote"])}
        for claim in gold["claims"]
    ]
    spans = ("start", "end", "text", "usage")
    mentions = [{k: row[k] for k in spans} | {"place": as_place(row)} for row in gold["toponyms"]]
    return {"document": {"id": gold["id"]}, "mentions": mentions, "claims": claims}


RIGHT = perfect(document())
SENDS, STANDS, LIES = RIGHT["claims"]


def read(mentions: list[Json] = RIGHT["mentions"], claims: list[Json] = RIGHT["claims"]) -> Score:
    """Score readings of the whole document, the right ones where none are given."""
    return score_document(document(), {"mentions": mentions, "claims": claims})


def reread(claim: Json, **changes: Any) -> Score:
    """Score a document with `claim` alone against its perfect reading with `changes`."""
    gold = document(claim)
    prediction = perfect(gold)
    prediction["claims"][0] |= changes
    return score_document(gold, prediction)


def counted(slot: str, claim: Json, key: str, *answers: Any) -> list[int]:
    """Count `slot` where `claim` alone is read right but for one of `answers` under `key`."""
    return [getattr(reread(claim, **{key: answer}), slot) for answer in answers]


@pytest.mark.parametrize("folder", MARKED_SETS, ids=lambda folder: folder.name)
def test_marked_sets_scored_against_themselves_are_perfect(folder: Path) -> None:
    golds = load_gold(folder)
    score = total(score_document(gold, perfect(gold)) for gold in golds)
    assert {score.figures()[rate] for rate in RATES} == {1.0}
    assert score.documents == len(golds) == len(list(folder.glob("*.json")))
    assert score.errors == ()


@given(st.sets(st.integers(0, 1)), st.sets(st.integers(0, 6)))
def test_what_is_left_out_costs_recall_alone(claims: set[int], mentions: set[int]) -> None:
    score = read(
        claims=[row for i, row in enumerate(RIGHT["claims"]) if i not in claims],
        mentions=[row for i, row in enumerate(RIGHT["mentions"]) if i not in mentions],
    )
    assert (score.claims_found, score.claims_whole) == (2 - len(claims), 2 - len(claims))
    assert (score.mentions_found, score.mentions_resolved) == (7 - len(mentions), 7 - len(mentions))
    assert (score.claims_spurious, score.mentions) == (0, score.mentions_found)
    assert len(score.errors) == len(claims) + len(mentions)


def test_a_reader_that_finds_nothing_scores_nothing() -> None:
    score = read(mentions=[], claims=[])
    assert {score.figures()[rate] for rate in RATES} == {0.0}
    assert (score.figures()["claims"], score.figures()["toponyms"]) == (2, 7)
    assert score.errors[0] == "sahel: place missed: Mali"
    assert score.errors[-2] == f"sahel: missed movement: {SENT}"


def test_a_toponym_takes_the_mention_that_overlaps_it_most_and_then_that_of_nearest_length() -> None:
    exact = RIGHT["mentions"][-1]
    shorter = exact | {"end": exact["start"] + len("Agadez"), "place": None}
    longer = exact | {"start": exact["start"] - 9, "place": None}
    score = read([*RIGHT["mentions"], shorter])
    assert (score.mentions, score.mentions_found, score.mentions_resolved) == (8, 7, 7)
    assert score.errors == ("sahel: not a place: Agadez",)
    assert read([exact, longer]).mentions_resolved == 1


def test_mentions_that_touch_without_a_shared_character_are_no_pair() -> None:
    first = RIGHT["mentions"][0]
    score = read([first | {"start": first["end"], "end": first["end"] + 4}])
    assert score.mentions_found == 0
    assert score.errors[-1] == "sahel: not a place: sen"


def test_usage_counts_unless_the_corpus_does_not_mark_it() -> None:
    first, *others = RIGHT["mentions"]
    embedded = RIGHT | {"mentions": [first | {"usage": "embedded"}, *others]}
    unmarked = document(toponyms=[TOPONYMS[0] | {"usage": None}, *TOPONYMS[1:]])
    assert score_document(document(), embedded).mentions_used == 6
    assert score_document(unmarked, embedded).mentions_used == 7


def kilometres_off(kind: str, km: float, /, **changes: Any) -> Score:
    gold = document(toponyms=[TOPONYMS[1] | {"kind": kind}]) | {"claims": []}
    found = {**SEVARE, "lat": SEVARE["lat"] + km / KM_PER_DEGREE, "name": "Another", **changes}
    return score_document(gold, {"mentions": [RIGHT["mentions"][1] | {"place": found}], "claims": []})


@pytest.mark.parametrize(("kind", "km"), TOLERANCES.items())
def test_a_tolerance_is_of_the_kind_and_near_is_161_km_for_all(kind: str, km: float) -> None:
    assert [kilometres_off(kind, km + by).mentions_resolved for by in (-0.1, 0.1)] == [1, 0]
    assert [kilometres_off(kind, 161 + by).mentions_near for by in (-0.1, 0.1)] == [1, 0]
    km_per_degree = KM_PER_DEGREE * math.cos(math.radians(SEVARE["lat"]))
    east = [SEVARE["lon"] + (km + by) / km_per_degree for by in (-0.1, 0.1)]
    assert [kilometres_off(kind, 0, lon=lon).mentions_resolved for lon in east] == [1, 0]


def resolved(index: int, *places: Json | None) -> list[tuple[int, int]]:
    scores = [read([RIGHT["mentions"][index] | {"place": found}]) for found in places]
    return [(score.mentions_resolved, score.mentions_near) for score in scores]


def test_a_country_goes_by_its_code_wherever_its_point_lies_and_is_no_town() -> None:
    far, other = spot("country", "ML", lat=-50), spot("country", "NE", lat=17, lon=-4)
    assert resolved(0, far, other, spot("region", "ML", lat=17, lon=-4)) == [(1, 1), (0, 0), (0, 0)]
    scores = [kilometres_off(kind, 0, kind="country") for kind in TOLERANCES]
    assert [score.mentions_resolved for score in scores] == [0, 0, 1, 1, 1, 1]


def test_wide_places_go_by_name_before_distance_and_towns_do_not() -> None:
    scores = [kilometres_off(kind, 5000, name="SÉVA-  re") for kind in TOLERANCES]
    assert [score.mentions_resolved for score in scores] == [0, 0, 1, 1, 1, 0]


def test_a_mention_without_a_place_or_a_point_is_found_and_not_resolved() -> None:
    assert resolved(4, None, {"name": "Tahoua", "kind": "city"}) == [(0, 0), (0, 0)]
    assert resolved(0, {"name": "Mali", "kind": "country", "country_code": "ML"}) == [(1, 0)]


def test_a_claim_elsewhere_or_of_another_type_is_missed_and_spurious() -> None:
    elsewhere = reread(standing(), evidence=evidence(document(), QUIET))
    assert (elsewhere.claims_found, elsewhere.claims_spurious) == (0, 1)
    assert elsewhere.errors == (f"sahel: missed presence: {STANDING}", f"sahel: spurious presence: {QUIET}")
    other = reread(standing(), type="casualties")
    assert (other.claims_found, other.claims_spurious) == (0, 1)


def test_one_shared_character_of_the_sentence_is_enough() -> None:
    start = TEXT.index(STANDING)
    before = {"start": start - 5, "end": start}
    assert reread(standing(), evidence=before).claims_found == 0
    assert reread(standing(), evidence=before | {"end": start + 1}).claims_found == 1


@pytest.mark.parametrize("step", [1, -1])
def test_a_sentence_with_two_claims_pairs_each_with_the_better(step: int) -> None:
    gold = document(marked(), marked(actor_country="NE", destination="Tahoua", quantity=None))
    prediction = perfect(gold)
    score = score_document(gold, prediction | {"claims": prediction["claims"][::step]})
    assert (score.claims_whole, score.side, score.claims_spurious) == (2, 2, 0)


def test_a_whole_claim_wins_over_one_with_more_slots() -> None:
    gold = document(standing(means="road", attribution=["a witness"]))
    (full,) = perfect(gold)["claims"]
    whole = full | {"actor": None, "means": None, "attribution": []}
    score = score_document(gold, {"mentions": [], "claims": [full | {"status": "denied"}, whole]})
    assert (score.claims_whole, score.side, score.claims_spurious) == (1, 0, 1)


def test_a_second_reading_of_the_same_sentence_is_spurious_unless_it_is_a_restatement() -> None:
    score = read(claims=[SENDS, STANDS, LIES, STANDS])
    assert (score.claims_found, score.claims_spurious) == (2, 1)
    assert score.figures()["claim_precision"] == 0.667
    again = SENDS | {"evidence": evidence(document(), RESTATED)}
    assert read(claims=[*RIGHT["claims"], again, again | {"type": "casualties"}]).claims_spurious == 0
    assert read(claims=[again]).claims_whole == 1


def test_an_optional_claim_counts_neither_way() -> None:
    again = LIES | {"type": "movement", "status": "denied"}
    assert read(claims=[SENDS, STANDS]) == read() == read(claims=[SENDS, STANDS, LIES, again])


@pytest.mark.parametrize(
    ("key", "answer", "accept", "slot"),
    [
        ("status", "reported", {"status": ["reported"]}, "status"),
        ("actor", {"text": "soldiers", "country_code": None}, {"actor_country": [None]}, "side"),
        ("quantity", {"low": 400, "unit": "men"}, {"quantity": [{"low": 400, "unit": "men"}]}, "quantity"),
        ("quantity", None, {"quantity": [None]}, "quantity"),
        ("time", None, {"time": [None]}, "when"),
        ("means", "air", {"means": ["air"]}, "means"),
        ("attribution", ["an officer"], {"attribution": [["an officer"]]}, "source"),
        ("destination", TAHOUA, {"destination": ["Tahoua"]}, "where"),
        ("destination", None, {"destination": [None]}, "where"),
        ("origin", NIGER, {"origin": ["Niger"]}, "where"),
    ],
)
def test_further_answers_are_right_where_accepted(key: str, answer: Any, accept: Json, slot: str) -> None:
    assert counted(slot, marked(), key, answer) == [0]
    assert counted(slot, marked(accept=accept), key, answer) == [1]


def test_places_of_a_presence_are_a_set_and_one_does_not_answer_to_two() -> None:
    both = standing(places=["Tahoua", "Lake Chad"])
    wrong = ([TAHOUA], [TAHOUA, TAHOUA], [LAKE, TAHOUA, TAHOUA])
    assert counted("where", both, "places", [LAKE, TAHOUA], *wrong) == [1, 0, 0, 0]
    assert counted("where", standing(accept={"places": [["Lake Chad"], []]}), "places", []) == [1]
    overlaid = standing(places=["Lake Chad", "Agadez region"])
    near_one_and_named_as_the_other = spot("admin", "NE", lat=13, lon=14, name="Agadez region")
    assert counted("where", overlaid, "places", [near_one_and_named_as_the_other, spot("city", "ML")]) == [0]


def test_a_name_that_two_places_share_means_the_last_of_them() -> None:
    last = toponym("Agadez", "city", "NE", 16.97, 7.99) | {"name": "Tahoua"}
    gold = document(standing(), toponyms=[*TOPONYMS, last])
    prediction = perfect(gold)
    for found, right in ((as_place(last), 1), (TAHOUA, 0)):
        prediction["claims"][0]["places"] = [found]
        assert score_document(gold, prediction).where == right


def test_a_movement_or_supply_has_two_ends_and_is_not_judged_by_the_places_it_passes() -> None:
    assert counted("where", marked(type="supply"), "destination", TIMBUKTU, None) == [1, 0]
    assert counted("where", marked(type="supply"), "places", [NIGER]) == [1]
    assert counted("where", marked(places=["Niger"]), "places", []) == [1]


def test_the_sending_state_and_no_other_may_stand_as_the_origin() -> None:
    sending, other = spot("country", "ML"), spot("country", "NE")
    assert counted("where", marked(origin=None), "origin", sending, other, SEVARE) == [1, 0, 0]
    assert counted("where", marked(), "origin", sending, None) == [0, 0]
    either = marked(origin=None, accept={"origin": ["Niger", "Sévaré"]})
    assert counted("where", either, "origin", NIGER, SEVARE) == [0, 1]


def test_a_movement_read_as_a_presence_names_the_same_places() -> None:
    either = standing(accept={"type": ["movement"]})
    assert reread(either, type="movement", destination=TAHOUA, places=[]).claims_whole == 1
    assert reread(either, type="movement", destination=LAKE, places=[]).where == 0
    assert reread(either, type="movement", destination=TAHOUA, origin=LAKE, places=[]).where == 0
    back, both = marked(accept={"type": ["presence"]}), [TIMBUKTU, SEVARE]
    assert reread(back, type="presence", origin=None, destination=None, places=both).claims_whole == 1


def test_a_name_that_no_toponym_explains_is_never_right() -> None:
    gao = spot("city", "ML", name="Gao")
    assert counted("where", marked(destination="Gao"), "destination", None, gao) == [0, 0]
    assert counted("where", standing(places=["Gao"]), "places", [], [gao]) == [0, 0]


def test_both_ends_and_the_unit_of_a_quantity_count() -> None:
    least = {"low": 2, "unit": "companies"}
    wrong = (least | {"high": 2}, least | {"low": None, "high": 2}, least | {"unit": None}, None)
    assert counted("quantity", standing(), "quantity", least, least | {"high": None}) == [1, 1]
    assert counted("quantity", standing(), "quantity", *wrong) == [0, 0, 0, 0]


def test_both_ends_of_a_time_count_and_without_ends_it_is_no_time() -> None:
    since, unsaid = {"start": "2023-06-01"}, {"start": None, "end": None, "edtf": "XXXX-06/.."}
    open_end = since | {"end": None, "edtf": "2023-06/.."}
    assert counted("when", standing(), "time", since, open_end) == [1, 1]
    assert counted("when", standing(), "time", since | {"end": "2023-06-01"}, unsaid, None) == [0, 0, 0]
    ended = {"start": None, "end": "2023-06-30"}
    assert counted("when", standing(time=None), "time", unsaid, ended) == [1, 0]


def test_one_source_whose_name_contains_or_is_contained_is_enough() -> None:
    one_of_two = ["an officer", "Défence ministry"]
    right = (["the defence ministry"], ["DEFENCE-MINISTRY"], ["the defence ministry of Mali"], one_of_two)
    assert counted("source", marked(), "attribution", *right) == [1, 1, 1, 1]
    assert counted("source", marked(), "attribution", ["the ministry of defence"], ["..."], []) == [0, 0, 0]
    in_the_text_s_own_voice = standing()
    assert counted("source", in_the_text_s_own_voice, "attribution", None, ["a witness"]) == [1, 0]


def test_wrong_slots_are_named_in_the_errors() -> None:
    score = reread(standing(), time=None, means="sea", actor=None)
    assert (score.claims_found, score.claims_whole) == (1, 0)
    assert score.errors == (f"sahel: wrong when, side, means: {STANDING}",)
    nowhere, elsewhere = ([RIGHT["mentions"][0] | {"place": found}] for found in (None, TAHOUA))
    assert read(nowhere).errors[0] == "sahel: place taken for no place: Mali"
    assert read(elsewhere).errors[0] == "sahel: place taken for Tahoua (NE): Mali"


def test_totals_are_rates_of_sums_and_not_means_of_rates() -> None:
    good = Score(documents=1, claims=1, claims_found=1, errors=("a",))
    bad = Score(documents=1, claims=3, claims_found=1, claims_spurious=2, errors=("b", "c"))
    both = total([good, bad])
    figures = both.figures()
    assert both.errors == ("a", "b", "c")
    assert (figures["documents"], figures["claim_recall"], figures["claim_precision"]) == (2, 0.5, 0.5)
    assert total([]) == Score()


def test_the_table_has_a_line_for_each_figure() -> None:
    lines = as_table(Score(documents=12, claims=3, claims_found=1).figures()).splitlines()
    assert lines[0].split() == ["documents", "12"]
    assert [*lines[10].split(), *lines[11].split()] == ["claim_precision", "1.000", "claim_recall", "0.333"]
    assert len({len(line) for line in lines}) == 1
    assert as_table({}) == ""


def write(folder: Path, name: str, gold: object) -> None:
    (folder / name).write_bytes(gold if isinstance(gold, bytes) else json.dumps(gold).encode())


def refusal(call: Callable[..., object], *arguments: object) -> str:
    with pytest.raises(InputError) as refused:
        call(*arguments)
    return str(refused.value)


@pytest.mark.parametrize(
    ("gold", "reason"),
    [
        (b"{", "not JSON in UTF-8"),
        (b"\xff", "not JSON in UTF-8"),
        (b"[" * 100_000, "not JSON in UTF-8"),
        ([], "the document should be an object"),
        ({"id": "sahel", "toponyms": [], "claims": []}, "sahel has no 'text'"),
        (document() | {"claims": {}}, "sahel.claims should be a list"),
        (document(marked(quote="Nobody said so.")), "not in the text: 'Nobody said so.'"),
        (document(marked(also=["Nobody said so."])), "not in the text: 'Nobody said so.'"),
        (document(marked(type="visit")), "claims[0].type is 'visit'; it should be one of movement, presence"),
        (document(marked(quantity={"low": "400"})), "sahel.claims[0].quantity.low should be a number"),
        (document(marked(accept={"time": [{"start": 2024}]})), "[0].accept.time[0].start should be text"),
        (document(marked(optional=1)), "sahel.claims[0].optional should be true or false"),
        (document(toponyms=[TOPONYMS[0] | {"kind": "realm"}]), "'Mali' has kind 'realm'; use country"),
        (document(toponyms=[TOPONYMS[0] | {"start": 1}]), "where the text reads 'ali'"),
        (document(toponyms=[TOPONYMS[0] | {"start": 1.5}]), "should be a whole number"),
    ],
)
def test_what_is_no_marked_document_is_refused_in_one_line(tmp_path: Path, gold: object, reason: str) -> None:
    write(tmp_path, "sahel.json", gold)
    refused = refusal(load_gold, tmp_path)
    assert reason in refused
    assert refused.startswith(f"{tmp_path / 'sahel.json'}: ")
    assert "\n" not in refused


def test_a_folder_without_documents_or_with_two_of_one_id_is_refused(tmp_path: Path) -> None:
    assert "no marked documents" in refusal(load_gold, tmp_path)
    assert "no marked documents" in refusal(load_gold, tmp_path / "absent")
    write(tmp_path, "sahel.json", document())
    write(tmp_path, "again.json", document())
    assert "a second document with the id 'sahel'" in refusal(load_gold, tmp_path)
    (tmp_path / "a folder.json").mkdir()
    assert "cannot be read" in refusal(load_gold, tmp_path)


def test_documents_are_loaded_as_written_and_by_file_name(tmp_path: Path) -> None:
    write(tmp_path, "sahel.json", document())
    write(tmp_path, "a.json", document() | {"id": "z"})
    (tmp_path / "README.md").write_text("not a document", encoding="utf-8")
    assert load_gold(tmp_path) == (document() | {"id": "z"}, document())


@pytest.mark.parametrize(
    ("prediction", "reason"),
    [
        ({"claims": []}, "sahel has no 'mentions'"),
        ({"mentions": [{"start": 0}], "claims": []}, "sahel.mentions[0] has no 'end'"),
        ({"mentions": [], "claims": [{"type": "movement"}]}, "sahel.claims[0] has no 'evidence'"),
        (RIGHT | {"claims": [{"evidence": {"start": 0, "end": None}}]}, "end should be a whole number"),
        ({"mentions": "none", "claims": []}, "sahel.mentions should be a list"),
    ],
)
def test_a_prediction_that_cannot_be_compared_is_refused(prediction: Json, reason: str) -> None:
    assert reason in refusal(score_document, document(), prediction)


def mix(row: Json, other: Json, turn: int) -> Json:
    """Return `row` with a value of `other`, or with one that is mixed in the same way, by its `turn`."""
    turn, index = divmod(turn, len(row))
    key = sorted(row)[index]
    value = other.get(key)
    if turn % 2 and isinstance(row[key], dict) and isinstance(value, dict):
        value = mix(row[key], value, turn // 2)
    return row | {key: value}


def spoiled(golds: Sequence[Mapping[str, Any]], step: int) -> list[Json]:
    """Return readings that mix up what is marked; some of it is left out, some is there twice."""
    readings = [perfect(gold) for gold in golds]
    for kind in ("claims", "mentions"):
        rows = [row for reading in readings for row in reading[kind]]
        others, turns = cycle(rows[step:] + rows[:step]), count(step)
        for reading in readings:
            wrong = []
            for row, other, turn in zip(reading[kind], others, turns, strict=False):
                wrong += [mix(row, other, turn), row][: (1, 1, 2, 1, 1, 0, 1)[turn % 7]]
            reading[kind] = wrong
    return readings


@pytest.mark.skipif(not REFERENCE.is_file(), reason="no second scorer beside the checkout")
@pytest.mark.parametrize("step", range(13))
@pytest.mark.parametrize("folder", MARKED_SETS, ids=lambda folder: folder.name)
def test_the_figures_are_those_of_the_second_scorer(folder: Path, step: int, tmp_path: Path) -> None:
    golds = load_gold(folder)
    predictions = spoiled(golds, step)
    lines = tmp_path / "predictions.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
    command = [sys.executable, str(REFERENCE), str(folder), str(lines), "--json"]
    answer = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    figures = total(map(score_document, golds, predictions)).figures()
    assert list(figures.items()) == list(json.loads(answer.stdout).items())
    assert figures["whole_claim_f1"] < 1
