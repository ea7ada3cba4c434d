from pathlib import Path

import pytest

from pipelines.classify.classifier import Classifier, Listing
from pipelines.classify.hub_files import HUBS_FOLDER, load_hubs
from warehouse.errors import UsageError
from warehouse.vocabulary import Level

GOOD = """\
name: Gardening
tagline: Things that grow.
definition: Growing plants.
why_it_matters: Plants feed people.
career_paths: Gardener, head gardener.
faq:
  - question: Is it outdoors?
    answer: Mostly.
titles:
  en: [gardener, head gardener]
phrases:
  strong: [compost]
challenges:
  weak: [garden]
practice: Plant something.
"""


def _folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "gardening.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_hub_is_named_after_its_file(tmp_path: Path) -> None:
    (hub,) = load_hubs(_folder(tmp_path, GOOD))
    assert (hub.hub, hub.name, hub.titles["en"]) == ("gardening", "Gardening", ("gardener", "head gardener"))


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("tagline:", "tag_line:", 1, "tagline"),
        ("challenges:", "colour: green\nchallenges:", 13, "colour"),
        ("[gardener, head gardener]", "gardener", 10, "titles.en"),
        ("strong: [compost]", "strong: [compost, Compost]", 12, "listed twice"),
        ("strong: [compost]", "strong: [compost]\n  weak: [compost]", 13, "listed twice"),
        ("strong: [compost]", 'strong: [""]', 12, "empty"),
        ("[gardener, head gardener]", "[gardener, (head |)gardener]", 10, "listed twice"),
        ("  en: [gardener", "  en: [gardener]]", 10, "not YAML"),
        ("tagline:", "name: Again\ntagline:", 2, "given twice"),
        ("name: Gardening", "hub: gardening\nname: Gardening", 1, "leave out hub"),
        ("definition: Growing plants.\n", "", 1, "definition: Field required"),
        ("strong: [compost]", "medium: [compost]", 12, "phrases.medium"),
        ("strong: [compost]", "strong: [[compost]]", 12, "phrases.strong.0"),
        ("strong: [compost]", "strong: {a: compost}", 12, "phrases.strong"),
        ("phrases:", "title_needed: perhaps\nphrases:", 11, "title_needed"),
        ("    answer: Mostly.\n", "", 7, "faq.0.answer"),
        ("strong: [compost]", 'strong: ["!!!"]', 12, "holds no word"),
        ("phrases:", "contested: [keeper, Keeper]\nphrases:", 11, "contested: 'Keeper' is listed twice"),
        ("phrases:", "beside: [cooking]\nphrases:", 11, "'cooking' is no other hub here"),
        ("phrases:", "serves: [cooking]\nphrases:", 11, "serves: 'cooking' is no other hub here"),
        ("phrases:", "departments: [garden, Garden]\nphrases:", 11, "departments: 'Garden' is listed twice"),
        ("phrases:", "excludes: [Gardener]\nphrases:", 10, "'gardener' is vetoed by excludes"),
        ("phrases:", "\tphrases:", 11, "not YAML"),
        ("strong: [compost]", "strong: &x [compost]\n  weak: *y", 13, "not YAML"),
        ("faq:", "levels:\n  - level: senior\n    word: [x]\nfaq:", 8, "levels.0.word"),
        ("faq:", "levels:\n  - level: boss\nfaq:", 7, "levels.0.level"),
    ],
)
def test_a_bad_file_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    with pytest.raises(UsageError, match=rf"gardening\.yaml:{line}: .*{says}"):
        load_hubs(_folder(tmp_path, GOOD.replace(old, new, 1)))


def test_choices_in_brackets_stand_for_every_phrase(tmp_path: Path) -> None:
    written = GOOD.replace("[gardener, head gardener]", '["(chief|head) (of |)gardening", gardener]')
    (hub,) = load_hubs(_folder(tmp_path, written))
    spread = ("chief of gardening", "chief gardening", "head of gardening", "head gardening", "gardener")
    assert hub.titles["en"] == spread


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list", "\x00"])
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match=r"gardening\.yaml:1: "):
        load_hubs(_folder(tmp_path, text))


def test_a_title_may_hold_what_the_hub_excludes_elsewhere(tmp_path: Path) -> None:
    text = GOOD.replace("phrases:", "excludes: [rose]\nphrases:", 1).replace(
        "[gardener,", "[gardener, rose gardener,", 1
    )
    classifier = Classifier(load_hubs(_folder(tmp_path, text)))
    titles = ("Rose Gardener", "Gardener, Rose House", "Gardener of Rose House", "Rose House, Gardener")
    found = classifier.classify([Listing("1", title) for title in titles])
    assert [got.primary_hub for got in found] == ["gardening", "gardening", None, None]


def test_a_folder_without_hubs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no hub file"):
        load_hubs(tmp_path)


def test_the_shipped_hubs_are_complete() -> None:
    hubs = load_hubs()
    assert len(hubs) == 23
    assert [hub.hub for hub in hubs] == sorted(file.stem for file in HUBS_FOLDER.glob("*.yaml"))
    for hub in hubs:
        assert {"en", "de", "fr", "es"} <= hub.titles.keys(), hub.hub
        assert len(hub.faq) >= 2, hub.hub
        assert hub.phrases.strong, hub.hub
        assert hub.challenges.strong, hub.hub


def test_the_ladder_names_every_level() -> None:
    (pm,) = [hub for hub in load_hubs() if hub.levels]
    assert pm.hub == "product-management"
    assert {rung.level for rung in pm.levels} == set(Level) - {Level.NONE}
