"""Each rule of the comparison on a small document; whole sets against a second scorer where there is one."""

import copy
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputError
from geo.records import ClaimType, PlaceKind
from geo.scoring import Score, as_table, load_gold, score_document, total

Json = dict[str, Any]

ROOT = Path(__file__).parents[1]
OWN_GOLD = ROOT / "tests" / "gold"
REFERENCE = ROOT.parent / "shared" / "eval" / "score.py"
REFERENCE_SETS = [REFERENCE.parent / name for name in ("seeds", "fr", "en")]
MARKED_SETS = [folder for folder in (OWN_GOLD, *REFERENCE_SETS) if folder.is_dir()]

KM_PER_DEGREE = 6371.0088 * 3.141592653589793 / 180
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


def marked(**changes: Any) -> Json:
    sent: Json = {
        "quote": SENT,
        "also": [RESTATED],
        "type": "movement",
        "status": "confirmed",
        "actor": "soldiers",
        "actor_country": "ML",
        "quantity": {"low": 400, "high": 400, "unit": "personnel"},
        "origin": "Sévaré",
        "destination": "Timbuktu",
        "places": [],
        "time": {"start": "2024-05-03", "end": "2024-05-03"},
        "means": "road",
        "attribution": ["the defence ministry"],
    }
    return sent | changes


def standing(**changes: Any) -> Json:
    quantity = {"low": 2, "high": None, "unit": "companies"}
    time = {"start": "2023-06-01", "end": None}
    stands: Json = {"quote": STANDING, "also": [], "type": "presence", "status": "reported", "origin": None}
    stands |= {"actor_country": "NE", "quantity": quantity, "time": time, "destination": None, "means": None}
    return stands | {"places": ["Tahoua"], "attribution": []} | changes


def boat(**changes: Any) -> Json:
    slots = {"actor_country": "TD", "places": ["Lake Chad"], "quantity": None, "time": None, "optional": True}
    return standing(quote=PERHAPS, status="unconfirmed") | slots | changes


def document(*claims: Json) -> Json:
    toponyms = [
        toponym("Mali", "country", "ML", 17.0, -4.0),
        toponym("Sévaré", "city", "ML", 14.53, -4.09),
        toponym("Timbuktu", "city", "ML", 16.77, -3.01),
        toponym("Niger", "country", "NE", 17.6, 8.1),
        toponym("Tahoua", "city", "NE", 14.89, 5.27),
        toponym("Lake Chad", "water", None, 13.0, 14.0),
        toponym("Agadez region", "admin", "NE", 20.0, 10.5),
    ]
    listed = claims or (marked(), standing(), boat())
    return {"id": "sahel", "lang": "en", "text": TEXT, "toponyms": toponyms, "claims": list(listed)}


def as_place(row: Mapping[str, Any]) -> Json:
    return {"country_code": row["country"]} | {key: row[key] for key in ("name", "kind", "lat", "lon")}


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
        {
            **{key: claim.get(key) for key in same},
            "evidence": evidence(gold, claim["quote"]),
            "actor": {"text": claim.get("actor"), "country_code": claim["actor_country"]},
            "origin": place(gold, claim["origin"]),
            "destination": place(gold, claim["destination"]),
            "places": [place(gold, name) for name in claim["places"]],
        }
        for claim in gold["claims"]
    ]
    spans = ("start", "end", "text", "usage")
    mentions = [{k: row[k] for k in spans} | {"place": as_place(row)} for row in gold["toponyms"]]
    return copy.deepcopy({"document": {"id": gold["id"]}, "mentions": mentions, "claims": claims})


def reread(claim: Json, **changes: Any) -> Score:
    """Score a document with `claim` alone against its perfect reading with `changes`."""
    gold = document(claim)
    prediction = perfect(gold)
    prediction["claims"][0] |= changes
    return score_document(gold, prediction)


def spot(kind: str, country_code: str | None, lat: float = 0.0, lon: float = 0.0, name: str = "?") -> Json:
    return {"name": name, "kind": kind, "country_code": country_code, "lat": lat, "lon": lon}


def test_a_document_scored_against_itself_is_perfect() -> None:
    score = score_document(document(), perfect(document()))
    assert {score.figures()[rate] for rate in RATES} == {1.0}
    assert score.figures()["claims"] == 2
    assert score.figures()["toponyms"] == 7
    assert score.errors == ()


@pytest.mark.parametrize("folder", MARKED_SETS, ids=lambda folder: folder.name)
def test_marked_sets_scored_against_themselves_are_perfect(folder: Path) -> None:
    golds = load_gold(folder)
    score = total(score_document(gold, perfect(gold)) for gold in golds)
    assert {score.figures()[rate] for rate in RATES} == {1.0}
    assert score.documents == len(golds) == len(list(folder.glob("*.json")))
    assert score.errors == ()


@given(st.sets(st.integers(0, 1)), st.sets(st.integers(0, 6)))
def test_what_is_left_out_costs_recall_alone(claims: set[int], mentions: set[int]) -> None:
    prediction = perfect(document())
    prediction["claims"] = [row for i, row in enumerate(prediction["claims"]) if i not in claims]
    prediction["mentions"] = [row for i, row in enumerate(prediction["mentions"]) if i not in mentions]
    score = score_document(document(), prediction)
    assert (score.claims_found, score.claims_whole) == (2 - len(claims), 2 - len(claims))
    assert (score.mentions_found, score.mentions_resolved) == (7 - len(mentions), 7 - len(mentions))
    assert (score.claims_spurious, score.mentions) == (0, score.mentions_found)
    assert len(score.errors) == len(claims) + len(mentions)


def test_a_reader_that_finds_nothing_scores_nothing() -> None:
    score = score_document(document(), {"mentions": [], "claims": []})
    assert {score.figures()[rate] for rate in RATES} == {0.0}
    assert score.errors[0] == "sahel: place missed: Mali"
    assert score.errors[-2] == f"sahel: missed movement: {SENT}"


def test_a_mention_belongs_to_the_toponym_that_it_overlaps_most() -> None:
    gold = document()
    prediction = perfect(gold)
    whole = prediction["mentions"][-1]
    shorter = whole | {"end": whole["start"] + len("Agadez"), "place": None}
    prediction["mentions"] += [shorter]
    score = score_document(gold, prediction)
    assert (score.mentions, score.mentions_found, score.mentions_resolved) == (8, 7, 7)
    assert score.errors == ("sahel: not a place: Agadez",)


def test_of_equal_overlaps_the_mention_of_nearest_length_wins() -> None:
    gold = document()
    prediction = perfect(gold)
    exact = prediction["mentions"][-1]
    longer = exact | {"start": exact["start"] - 9, "place": None}
    prediction["mentions"] = [exact, longer]
    assert score_document(gold, prediction).mentions_resolved == 1


def test_mentions_that_touch_without_a_shared_character_are_no_pair() -> None:
    gold = document()
    prediction = perfect(gold)
    first = prediction["mentions"][0]
    prediction["mentions"] = [first | {"start": first["end"], "end": first["end"] + 4}]
    score = score_document(gold, prediction)
    assert score.mentions_found == 0
    assert score.errors[-1] == "sahel: not a place: sen"


def test_usage_counts_unless_the_corpus_does_not_mark_it() -> None:
    gold = document()
    prediction = perfect(gold)
    prediction["mentions"][0]["usage"] = "embedded"
    assert score_document(gold, prediction).mentions_used == 6
    gold["toponyms"][0]["usage"] = None
    assert score_document(gold, prediction).mentions_used == 7


def kilometres_off(kind: str, km: float) -> Score:
    gold = document()
    gold["toponyms"] = [gold["toponyms"][1] | {"kind": kind}]
    gold["claims"] = []
    prediction = perfect(gold)
    found = prediction["mentions"][0]["place"]
    found |= {"lat": found["lat"] + km / KM_PER_DEGREE, "name": "Another", "kind": "city"}
    return score_document(gold, prediction)


@pytest.mark.parametrize(
    ("kind", "km"),
    [("city", 25), ("site", 25), ("admin", 150), ("region", 500), ("water", 500), ("any", 161)],
)
def test_a_place_is_the_same_within_the_tolerance_of_its_kind(kind: str, km: float) -> None:
    assert kilometres_off(kind, km - 0.1).mentions_resolved == 1
    assert kilometres_off(kind, km + 0.1).mentions_resolved == 0


def test_nearness_is_a_hundred_miles_whatever_the_kind() -> None:
    assert [kilometres_off("city", km).mentions_near for km in (160.9, 161.1)] == [1, 0]
    assert [kilometres_off("water", km).mentions_near for km in (160.9, 161.1)] == [1, 0]


def resolved(index: int, found: Json | None) -> tuple[int, int]:
    gold = document()
    prediction = perfect(gold)
    prediction["mentions"] = [prediction["mentions"][index] | {"place": found}]
    score = score_document(gold, prediction)
    return score.mentions_resolved, score.mentions_near


def test_a_country_goes_by_its_code_wherever_its_point_lies() -> None:
    assert resolved(0, spot("country", "ML", lat=-50)) == (1, 1)
    assert resolved(0, spot("country", "NE", lat=17, lon=-4)) == (0, 0)
    assert resolved(0, spot("region", "ML", lat=17, lon=-4)) == (0, 0)


def test_a_country_is_no_town_even_where_its_middle_is_near() -> None:
    assert resolved(4, spot("country", "NE", lat=14.89, lon=5.27)) == (0, 1)


@pytest.mark.parametrize(("index", "name"), [(5, "LAKE  CHAD"), (6, "Agadez-Région")])
def test_wide_places_go_by_name_before_distance(index: int, name: str) -> None:
    assert resolved(index, spot("region", None, lat=-50, name=name)) == (1, 0)


def test_towns_do_not_go_by_name() -> None:
    assert resolved(4, spot("city", "NE", lat=-50, name="Tahoua")) == (0, 0)


def test_a_mention_without_a_place_or_a_point_is_found_and_not_resolved() -> None:
    assert resolved(4, None) == (0, 0)
    assert resolved(4, {"name": "Tahoua", "kind": "city"}) == (0, 0)
    assert resolved(0, {"name": "Mali", "kind": "country", "country_code": "ML"}) == (1, 0)


def test_a_claim_elsewhere_or_of_another_type_is_missed_and_spurious() -> None:
    elsewhere = reread(standing(), evidence=evidence(document(), QUIET))
    assert (elsewhere.claims_found, elsewhere.claims_spurious) == (0, 1)
    assert elsewhere.errors[-2:] == (
        f"sahel: missed presence: {STANDING}",
        f"sahel: spurious presence: {QUIET}",
    )
    other = reread(standing(), type="casualties")
    assert (other.claims_found, other.claims_spurious) == (0, 1)


def test_one_shared_character_of_the_sentence_is_enough() -> None:
    start = TEXT.index(STANDING)
    before = {"start": start - 5, "end": start}
    assert reread(standing(), evidence=before).claims_found == 0
    assert reread(standing(), evidence=before | {"end": start + 1}).claims_found == 1


@pytest.mark.parametrize("reverse", [False, True])
def test_a_sentence_with_two_claims_pairs_each_with_the_better(reverse: bool) -> None:  # noqa: FBT001
    nigerien = marked(actor_country="NE", destination="Tahoua", quantity=None)
    gold = document(marked(), nigerien)
    prediction = perfect(gold)
    if reverse:
        prediction["claims"].reverse()
    score = score_document(gold, prediction)
    assert (score.claims_whole, score.side, score.claims_spurious) == (2, 2, 0)


def test_a_whole_claim_wins_over_one_with_more_slots() -> None:
    gold = document(standing(means="road", attribution=["a witness"]))
    prediction = perfect(gold)
    whole = prediction["claims"][0]
    whole |= {"actor": None, "means": None, "attribution": []}
    prediction["claims"] = [perfect(gold)["claims"][0] | {"status": "denied"}, whole]
    score = score_document(gold, prediction)
    assert (score.claims_whole, score.side, score.claims_spurious) == (1, 0, 1)


def test_a_second_reading_of_the_same_sentence_is_spurious() -> None:
    gold = document()
    prediction = perfect(gold)
    prediction["claims"] += [prediction["claims"][1]]
    score = score_document(gold, prediction)
    assert (score.claims_found, score.claims_spurious) == (2, 1)
    assert score.figures()["claim_precision"] == 0.667


def test_a_restatement_carries_its_claim_and_a_second_time_is_forgiven() -> None:
    gold = document()
    prediction = perfect(gold)
    again = prediction["claims"][0] | {"evidence": evidence(gold, RESTATED)}
    prediction["claims"] += [again, again | {"type": "casualties"}]
    assert score_document(gold, prediction).claims_spurious == 0
    prediction["claims"] = [again]
    assert score_document(gold, prediction).claims_whole == 1


def test_an_optional_claim_counts_neither_way() -> None:
    gold = document()
    without = perfect(gold)
    boat_claim = without["claims"].pop()
    twice = perfect(gold)
    twice["claims"] += [boat_claim | {"type": "movement", "status": "denied"}]
    assert score_document(gold, without) == score_document(gold, perfect(gold)) == score_document(gold, twice)


@pytest.mark.parametrize(
    ("slot", "key", "answer", "counted"),
    [
        ("status", "status", "reported", "status"),
        ("actor_country", "actor", {"text": "soldiers", "country_code": None}, "side"),
        ("quantity", "quantity", {"low": 400, "high": None, "unit": "personnel"}, "quantity"),
        ("quantity", "quantity", None, "quantity"),
        ("time", "time", None, "when"),
        ("means", "means", "air", "means"),
        ("attribution", "attribution", ["an officer"], "source"),
        ("destination", "destination", place(document(), "Tahoua"), "where"),
        ("destination", "destination", None, "where"),
        ("origin", "origin", place(document(), "Niger"), "where"),
    ],
)
def test_further_answers_are_right_only_where_they_are_accepted(
    slot: str,
    key: str,
    answer: Any,
    counted: str,
) -> None:
    assert getattr(reread(marked(), **{key: answer}), counted) == 0
    further = (
        answer.get("name", answer.get("country_code"))
        if slot in ("origin", "destination") and answer
        else answer
    )
    further = None if slot == "actor_country" else further
    assert getattr(reread(marked(accept={slot: [further]}), **{key: answer}), counted) == 1


def test_places_of_a_presence_are_a_set() -> None:
    gold = document()
    lake, town = place(gold, "Lake Chad"), place(gold, "Tahoua")
    both = standing(places=["Tahoua", "Lake Chad"])
    assert reread(both, places=[lake, town]).where == 1
    assert reread(both, places=[town]).where == 0
    assert reread(both, places=[town, town]).where == 0
    assert reread(both, places=[lake, town, town]).where == 0
    assert reread(standing(accept={"places": [["Lake Chad"], []]}), places=[]).where == 1


def test_one_place_does_not_answer_to_two() -> None:
    both = standing(places=["Lake Chad", "Agadez region"])
    near_one_and_named_as_the_other = spot("admin", "NE", lat=13, lon=14, name="Agadez region")
    assert reread(both, places=[near_one_and_named_as_the_other, spot("city", "ML")]).where == 0


def test_a_name_that_two_places_share_means_the_last_of_them() -> None:
    gold = document(standing())
    gold["toponyms"].append(toponym("Agadez", "city", "NE", 16.97, 7.99) | {"name": "Tahoua"})
    first, last = (as_place(row) for row in gold["toponyms"] if row["name"] == "Tahoua")
    prediction = perfect(gold)
    assert prediction["claims"][0]["places"] == [last]
    assert score_document(gold, prediction).where == 1
    prediction["claims"][0]["places"] = [first]
    assert score_document(gold, prediction).where == 0


def test_a_supply_has_two_ends_as_a_movement_has() -> None:
    supply = marked(type="supply")
    assert reread(supply).where == 1
    assert reread(supply, destination=None).where == 0
    assert reread(supply, places=[place(document(), "Niger")]).where == 1


def test_the_sending_state_may_stand_as_the_origin() -> None:
    unsaid = marked(origin=None)
    assert reread(unsaid, origin=spot("country", "ML")).where == 1
    assert reread(unsaid, origin=spot("country", "NE")).where == 0
    assert reread(unsaid, origin=place(document(), "Sévaré")).where == 0
    assert reread(marked(), origin=spot("country", "ML")).where == 0
    assert reread(marked(), origin=None).where == 0


def test_the_sending_state_excludes_other_states_that_would_be_accepted() -> None:
    claim = marked(origin=None, accept={"origin": ["Niger", "Sévaré"]})
    assert reread(claim, origin=place(document(), "Niger")).where == 0
    assert reread(claim, origin=place(document(), "Sévaré")).where == 1


def test_a_movement_read_as_a_presence_names_the_same_places() -> None:
    gold = document()
    town, lake = place(gold, "Tahoua"), place(gold, "Lake Chad")
    either = standing(accept={"type": ["movement"]})
    assert reread(either, type="movement", destination=town, places=[]).claims_whole == 1
    assert reread(either, type="movement", destination=lake, places=[]).where == 0
    assert reread(either, type="movement", destination=town, origin=lake, places=[]).where == 0
    back = marked(accept={"type": ["presence"]})
    both = [place(gold, "Timbuktu"), place(gold, "Sévaré")]
    assert reread(back, type="presence", origin=None, destination=None, places=both).claims_whole == 1


def test_a_movement_is_not_judged_by_the_places_it_passes() -> None:
    assert reread(marked(places=["Niger"]), places=[]).where == 1


def test_a_name_that_no_toponym_explains_is_never_right() -> None:
    claim = marked(destination="Gao")
    assert reread(claim, destination=None).where == 0
    assert reread(claim, destination=spot("city", "ML", name="Gao")).where == 0
    assert reread(standing(places=["Gao"]), places=[]).where == 0


@pytest.mark.parametrize(
    ("quantity", "right"),
    [
        ({"low": 2, "high": None, "unit": "companies"}, 1),
        ({"low": 2, "unit": "companies"}, 1),
        ({"low": 2, "high": 2, "unit": "companies"}, 0),
        ({"low": None, "high": 2, "unit": "companies"}, 0),
        ({"low": 2, "high": None, "unit": None}, 0),
        (None, 0),
    ],
)
def test_both_ends_and_the_unit_of_a_quantity_count(quantity: Json | None, right: int) -> None:
    assert reread(standing(), quantity=quantity).quantity == right


@pytest.mark.parametrize(
    ("time", "right"),
    [
        ({"start": "2023-06-01", "end": None, "edtf": "2023-06/.."}, 1),
        ({"start": "2023-06-01"}, 1),
        ({"start": "2023-06-01", "end": "2023-06-01"}, 0),
        ({"start": None, "end": None, "edtf": "XXXX-06/.."}, 0),
        (None, 0),
    ],
)
def test_both_ends_of_a_time_count(time: Json | None, right: int) -> None:
    assert reread(standing(), time=time).when == right


def test_a_time_without_ends_is_no_time() -> None:
    assert reread(standing(time=None), time={"start": None, "end": None}).when == 1
    assert reread(standing(time=None), time={"start": None, "end": "2023-06-30"}).when == 0


@pytest.mark.parametrize(
    ("names", "right"),
    [
        (["the defence ministry"], 1),
        (["DEFENCE-MINISTRY"], 1),
        (["the defence ministry of Mali"], 1),
        (["an officer", "Défence ministry"], 1),
        (["the ministry of defence"], 0),
        (["..."], 0),
        ([], 0),
    ],
)
def test_one_source_whose_name_contains_or_is_contained_is_enough(names: list[str], right: int) -> None:
    assert reread(marked(), attribution=names).source == right


def test_the_text_s_own_voice_has_no_source() -> None:
    assert reread(standing(), attribution=None).source == 1
    assert reread(standing(), attribution=["a witness"]).source == 0


def test_wrong_slots_are_named_in_the_errors() -> None:
    score = reread(standing(), time=None, means="sea", actor=None)
    assert (score.claims_found, score.claims_whole) == (1, 0)
    assert score.errors == (f"sahel: wrong when, side, means: {STANDING}",)
    place_taken = score_document(
        document(), perfect(document()) | {"mentions": [perfect(document())["mentions"][0] | {"place": None}]}
    )
    assert place_taken.errors[0] == "sahel: place taken for no place: Mali"


def test_totals_are_rates_of_sums_and_not_means_of_rates() -> None:
    good = Score(documents=1, claims=1, claims_found=1, errors=("a",))
    bad = Score(documents=1, claims=3, claims_found=1, claims_spurious=2, errors=("b", "c"))
    both = total([good, bad])
    assert both.errors == ("a", "b", "c")
    assert both.figures()["documents"] == 2
    assert both.figures()["claim_recall"] == 0.5
    assert both.figures()["claim_precision"] == 0.5
    assert total([]) == Score()


def test_the_table_has_a_line_for_each_figure() -> None:
    lines = as_table(Score(documents=12, claims=3, claims_found=1).figures()).splitlines()
    assert lines[0].split() == ["documents", "12"]
    assert "claim_recall" in [line.split()[0] for line in lines]
    assert lines[11].split() == ["claim_recall", "0.333"]
    assert len({len(line) for line in lines}) == 1
    assert as_table({}) == ""


def without(row: Mapping[str, Any], key: str) -> Json:
    return {name: value for name, value in row.items() if name != key}


def write(folder: Path, gold: object) -> None:
    (folder / "sahel.json").write_text(json.dumps(gold), encoding="utf-8")


@pytest.mark.parametrize(
    ("gold", "reason"),
    [
        ([], "the document should be an object"),
        (without(document(), "text"), "sahel has no 'text'"),
        (document() | {"claims": {}}, "sahel.claims should be a list"),
        (document(marked(quote="Nobody said so.")), "not in the text: 'Nobody said so.'"),
        (document(marked(also=["Nobody said so."])), "not in the text: 'Nobody said so.'"),
        (
            document(marked(type="visit")),
            "sahel.claims[0].type is 'visit'; it should be one of movement, presence",
        ),
        (document(marked(quantity={"low": "400"})), "sahel.claims[0].quantity.low should be a number"),
        (
            document(marked(accept={"time": [{"start": 2024}]})),
            "sahel.claims[0].accept.time[0].start should be text",
        ),
        (document(marked(optional=1)), "sahel.claims[0].optional should be true or false"),
        (
            document() | {"toponyms": [toponym("Mali", "realm", "ML", 0, 0)]},
            "'Mali' has kind 'realm'; use country",
        ),
        (
            document() | {"toponyms": [toponym("Mali", "city", "ML", 0, 0) | {"start": 1}]},
            "where the text reads 'ali'",
        ),
        (
            document() | {"toponyms": [toponym("Mali", "city", "ML", 0, 0) | {"start": 1.5}]},
            "should be a whole number",
        ),
    ],
)
def test_a_marked_document_with_a_mistake_is_refused_in_one_line(
    tmp_path: Path, gold: object, reason: str
) -> None:
    write(tmp_path, gold)
    with pytest.raises(InputError) as refused:
        load_gold(tmp_path)
    assert reason in str(refused.value)
    assert str(refused.value).startswith(f"{tmp_path / 'sahel.json'}: ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[" * 100_000])
def test_a_file_that_is_not_json_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.json").write_bytes(content)
    with pytest.raises(InputError, match=r"broken\.json: not JSON in UTF-8"):
        load_gold(tmp_path)


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no marked documents"):
        load_gold(tmp_path)
    with pytest.raises(InputError, match="no marked documents"):
        load_gold(tmp_path / "absent")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        load_gold(tmp_path)


def test_two_documents_of_one_id_are_refused(tmp_path: Path) -> None:
    write(tmp_path, document())
    (tmp_path / "again.json").write_bytes((tmp_path / "sahel.json").read_bytes())
    with pytest.raises(InputError, match="a second document with the id 'sahel'"):
        load_gold(tmp_path)


def test_documents_are_loaded_as_written_and_by_file_name(tmp_path: Path) -> None:
    write(tmp_path, document())
    (tmp_path / "a.json").write_text(json.dumps(document() | {"id": "z"}), encoding="utf-8")
    (tmp_path / "README.md").write_text("not a document", encoding="utf-8")
    assert load_gold(tmp_path) == (document() | {"id": "z"}, document())


@pytest.mark.parametrize(
    ("prediction", "reason"),
    [
        ({"claims": []}, "sahel has no 'mentions'"),
        ({"mentions": [{"start": 0}], "claims": []}, "sahel.mentions[0] has no 'end'"),
        ({"mentions": [], "claims": [{"type": "movement"}]}, "sahel.claims[0] has no 'evidence'"),
        (
            {"mentions": [], "claims": [{"evidence": {"start": 0, "end": None}}]},
            "evidence.end should be a whole number",
        ),
        ({"mentions": "none", "claims": []}, "sahel.mentions should be a list"),
    ],
)
def test_a_prediction_that_cannot_be_compared_is_refused(prediction: Json, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        score_document(document(), prediction)
    assert reason in str(refused.value)


# Readings with mistakes of every kind, by the index of what they spoil.


def _moved(row: Json | None, degrees: float) -> Json | None:
    return row and row | {"lat": row["lat"] + degrees, "name": "elsewhere"}


def _turned(row: Json) -> Json:
    kinds = list(ClaimType)
    ends = [row["origin"], row["destination"], *row["places"]]
    turned = kinds[(kinds.index(ClaimType(row["type"])) + 1) % len(kinds)]
    return row | {"type": turned, "origin": None, "destination": None, "places": [end for end in ends if end]}


def _shifted(row: Json, by: int) -> Json:
    span = row["evidence"]
    return row | {"evidence": {"start": max(0, span["start"] + by), "end": max(0, span["end"] + by)}}


def _half(quantity: Json | None) -> Json:
    return {"low": 10, "high": None, "unit": "personnel"} if quantity is None else quantity | {"high": None}


CLAIM_MISTAKES: tuple[Callable[[Json], list[Json]], ...] = (
    lambda row: [row],
    lambda _: [],
    lambda row: [row, row | {"means": "air"}],
    lambda row: [_turned(row)],
    lambda row: [_shifted(row, 60)],
    lambda row: [_shifted(row, -400), row],
    lambda row: [row | {"status": "denied", "actor": None}],
    lambda row: [row | {"time": None, "attribution": [name[:4] for name in row["attribution"]]}],
    lambda row: [row | {"time": {"start": None, "end": None}, "attribution": ["NIS"]}],
    lambda row: [row | {"quantity": _half(row["quantity"])}],
    lambda row: [row | {"destination": _moved(row["destination"], 0.3), "places": row["places"][1:]}],
    lambda row: [row | {"origin": spot("country", (row["actor"] or {})["country_code"])}],
    lambda row: [row | {"origin": None, "places": [*row["places"], spot("country", "RU", 60, 90)]}],
)
MENTION_MISTAKES: tuple[Callable[[Json], list[Json]], ...] = (
    lambda row: [row],
    lambda _: [],
    lambda row: [row | {"start": row["start"] + 2}, row | {"end": row["start"] + 2, "text": row["text"][:2]}],
    lambda row: [row | {"start": row["start"] + 40, "end": row["end"] + 40}],
    lambda row: [row | {"place": None}],
    lambda row: [row | {"place": _moved(row["place"], 0.2)}],
    lambda row: [row | {"place": _moved(row["place"], 1.4)}],
    lambda row: [row | {"place": _moved(row["place"], 4.0), "usage": "embedded"}],
    lambda row: [row | {"place": row["place"] | {"kind": PlaceKind.COUNTRY}}],
    lambda row: [row | {"place": row["place"] | {"country_code": "FR"}}],
    lambda row: [row | {"place": row["place"] | {"lat": None, "lon": None}}],
)


def spoiled(gold: Mapping[str, Any], step: int) -> Json:
    right = perfect(gold)
    claims = [
        wrong
        for index, row in enumerate(right["claims"])
        for wrong in CLAIM_MISTAKES[(index + step) % len(CLAIM_MISTAKES)](row)
    ]
    mentions = [
        wrong
        for index, row in enumerate(right["mentions"])
        for wrong in MENTION_MISTAKES[(index + step) % len(MENTION_MISTAKES)](row)
    ]
    return right | {"claims": claims, "mentions": mentions}


def reference_figures(folder: Path, predictions: Iterable[Json], scratch: Path) -> Json:
    lines = scratch / "predictions.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
    command = [sys.executable, str(REFERENCE), str(folder), str(lines), "--json"]
    answer = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    figures: Json = json.loads(answer.stdout)
    return figures


@pytest.mark.skipif(not REFERENCE.is_file(), reason="no second scorer beside the checkout")
@pytest.mark.parametrize("step", range(len(CLAIM_MISTAKES)))
@pytest.mark.parametrize("folder", MARKED_SETS, ids=lambda folder: folder.name)
def test_the_figures_are_those_of_the_second_scorer(folder: Path, step: int, tmp_path: Path) -> None:
    golds = load_gold(folder)
    predictions = [spoiled(gold, step) for gold in golds]
    figures = total(map(score_document, golds, predictions)).figures()
    expected = reference_figures(folder, predictions, tmp_path)
    assert list(figures.items()) == list(expected.items())
    assert figures["whole_claim_f1"] < 1
