"""Measures the classifier on the labelled listings beside the repository: `python -m benchmarks.classify_gold`."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.classify.classifier import Classifier
from pipelines.classify.hub_files import load_hubs
from pipelines.classify.listing import Classification, Listing
from pipelines.normalise.language import language_of

GOLD = Path(__file__).resolve().parents[2] / "shared" / "data" / "gold"
PM = "product-management"
OTHER = "other"
_MARKS = {
    "zh": "經理理專員產品師",
    "fr": (" responsable ", " chef", "·", "chargé", " recrute ", " produit "),
    "de": ("(m/w/d)", "manager:in", "produkt", "entwickler", "leiter"),
    "pt": (" de produto", "sênior", "pleno", "desenvolvedor", "analista"),
    "es": (" de producto", "gerente de ", "jefe "),
}


@dataclass(slots=True)
class Score:
    """Hits and misses of one hub."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of predictions that are right."""
        return self.hit / max(1, self.hit + self.false)

    @property
    def recall(self) -> float:
        """Share of labels that were predicted."""
        return self.hit / max(1, self.hit + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hit / max(1, 2 * self.hit + self.false + self.missed)


@dataclass(slots=True)
class PmResult:
    """How well product management and its levels were found."""

    pm: Score
    level_strict: float
    level_lenient: float
    errors: list[str]


@dataclass(slots=True)
class HubResult:
    """How well all hubs were found."""

    by_hub: dict[str, Score]
    micro: Score
    primary: float
    errors: list[str]


def rows(name: str) -> list[dict[str, Any]]:
    """The labelled rows of one file."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def listing(row: dict[str, Any]) -> Listing:
    """The fields the classifier may see."""
    return Listing(row["id"], row["title"], row["company"], row["location"], row["description"])


def predict(classifier: Classifier, labelled: Sequence[dict[str, Any]]) -> list[Classification]:
    """Classify labelled rows."""
    return list(classifier.classify(listing(row) for row in labelled))


def measure_pm(classifier: Classifier, labelled: Iterable[dict[str, Any]]) -> PmResult:
    """Score product management and the level of those rightly found; rows labelled unsure are left out."""
    sure = [row for row in labelled if row["label"] != "unsure"]
    result = PmResult(Score(), 0.0, 0.0, [])
    strict = lenient = 0
    for row, got in zip(sure, predict(classifier, sure), strict=True):
        said, meant = PM in {hub.hub for hub in got.hubs}, row["label"] == "pm"
        result.pm.hit += said and meant
        result.pm.false += said and not meant
        result.pm.missed += meant and not said
        if said != meant:
            result.errors.append(f"{'false' if said else 'missed'}: {row['title']} [{got.primary_hub}]")
        elif meant:
            strict += got.level == row["level"]
            lenient += got.level in {row["level"], *row["level_ok"]}
            if got.level != row["level"]:
                result.errors.append(f"level {got.level}, not {row['level']} ({row['level_ok']}): {row['title']}")
    result.level_strict, result.level_lenient = strict / max(1, result.pm.hit), lenient / max(1, result.pm.hit)
    return result


def measure_hubs(classifier: Classifier, labelled: Sequence[dict[str, Any]]) -> HubResult:
    """Score every hub; hubs marked as also acceptable count neither way, `other` is the empty answer."""
    by_hub: dict[str, Score] = {}
    errors, right = [], 0
    for row, got in zip(labelled, predict(classifier, labelled), strict=True):
        said = {hub.hub for hub in got.hubs} or {OTHER}
        meant = set(row["hubs"])
        for hub in said | meant:
            score = by_hub.setdefault(hub, Score())
            score.hit += hub in said and hub in meant
            score.false += hub in said - meant and hub not in row["hubs_ok"]
            score.missed += hub in meant - said
        right += (got.primary_hub or OTHER) == row["primary"]
        if (got.primary_hub or OTHER) != row["primary"] or said - meant - set(row["hubs_ok"]) or meant - said:
            names = [(hub.hub, hub.score) for hub in got.hubs]
            errors.append(f"{row['title']} | meant {row['hubs']} ok {row['hubs_ok']} | said {names}")
    micro = Score(*(sum(getattr(score, part) for score in by_hub.values()) for part in ("hit", "false", "missed")))
    return HubResult(by_hub, micro, right / max(1, len(labelled)), errors)


def language(row: dict[str, Any]) -> str:
    """The language of a row, by its text or else by letters and words of its title; English where nothing speaks."""
    title = f" {row['title'].lower()} "
    said = next((code for code, marks in _MARKS.items() if any(mark in title for mark in marks)), "en")
    return language_of(None, row["description"]) or said


def by_group(classifier: Classifier, labelled: Sequence[dict[str, Any]]) -> Iterable[str]:
    """Product management by language, and for rows without a text."""
    groups = {
        f"language {code}": [row for row in labelled if language(row) == code] for code in map(language, labelled)
    }
    groups = dict(sorted(groups.items(), key=lambda group: -len(group[1])))
    groups["title and text"] = [row for row in labelled if row["description"]]
    groups["title only"] = [row for row in labelled if not row["description"]]
    groups["all, text hidden"] = [{**row, "description": None} for row in labelled]
    yield f"\n{'Product Management by group':34} {'P':>6} {'R':>6} {'F1':>6} {'rows':>4} {'PM':>5} {'level strict':>12}"
    for name, part in groups.items():
        got = measure_pm(classifier, part)
        figures = f"{got.pm.precision:6.3f} {got.pm.recall:6.3f} {got.pm.f1:6.3f}"
        sure = sum(row["label"] != "unsure" for row in part)
        level = f"{got.level_strict:12.3f}" if got.pm.hit else f"{'-':>12}"
        yield f"{name:34} {figures} {sure:4} {got.pm.hit + got.pm.missed:5} {level}"


def report() -> Iterable[str]:
    """The lines of the table."""
    classifier = Classifier(load_hubs())
    pm = measure_pm(classifier, rows("pm_classification.dev.jsonl"))
    hubs = measure_hubs(classifier, rows("skill_labels.dev.jsonl"))
    yield f"{'hub':34} {'P':>6} {'R':>6} {'F1':>6} {'hit':>4} {'false':>5} {'missed':>6}"
    for hub, score in [*sorted(hubs.by_hub.items()), ("all hubs (micro)", hubs.micro), ("PM file", pm.pm)]:
        figures = f"{score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f}"
        yield f"{hub:34} {figures} {score.hit:4} {score.false:5} {score.missed:6}"
    yield f"primary {hubs.primary:.3f}   PM level strict {pm.level_strict:.3f}, lenient {pm.level_lenient:.3f}"
    yield from by_group(classifier, rows("pm_classification.dev.jsonl"))
    if "--errors" in sys.argv:
        yield from [*pm.errors, *hubs.errors]


def main() -> None:
    """Print the table."""
    sys.stdout.write("\n".join(report()) + "\n")


if __name__ == "__main__":
    main()
