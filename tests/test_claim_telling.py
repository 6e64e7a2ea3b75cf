"""Sentences that are passed over before the rules run: under the rules they tell nothing."""

import json
from pathlib import Path

import pytest

from geo import claims, dates, gazetteer, languages, mentions, pipeline, places
from geo.claims.assertion.sources import sources_of
from geo.claims.past import Past
from geo.claims.scenes import Scenes
from geo.claims.telling import in_scene
from geo.lexicon import analyse
from geo.text import sentences

GOLD = Path(__file__).parent / "gold"


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_a_sentence_that_is_passed_over_tells_nothing_under_the_rules(path: Path) -> None:
    document = pipeline.document_of(json.loads(path.read_text(encoding="utf-8")))
    if document.language not in languages.available():
        pytest.skip("only place names are read in this language")
    pack = languages.load(document.language)
    spans = sentences(document.text, pack.abbreviations)
    cut = analyse(document.text, spans, pack.lexicon)
    named = places.resolve(document.text, mentions.find(document.text, cut, gazetteer.default(), pack))
    times = dates.reader(pack).read(document.text, spans, document.published)
    scenes = Scenes(document, cut, named, times, pack)  # what is asked before the rules
    passed = [number for number in range(len(cut)) if not scenes.may_tell(number)]
    for scene in map(scenes.at, passed):
        past = Past()
        found, after = in_scene(document, scene, sources_of(scene, ()), past)  # the rules
        assert (found, after) == ([], past)
    told = claims.read(document, cut, named, times, pack)
    assert len(passed) < len(cut) or not told
