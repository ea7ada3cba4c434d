"""Precision, recall and F1 of matching on labelled pairs. Run: `python -m benchmarks.dedupe_gold [FOLDER]`."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from pipelines.dedupe.matching import Record, deduplicate

GOLD = Path(__file__).parents[2] / "shared" / "data" / "gold"
FILES = {"real": "dedup_pairs.dev.jsonl", "synthetic": "dedup_synthetic.dev.jsonl"}
FIELDS = ("id", "source", "title", "company", "location", "description", "url", "posted", "requisition_id", "language")


class Score(NamedTuple):
    """How a matcher did on labelled pairs; `wrong` holds the pairs it got wrong."""

    precision: float
    recall: float
    wrong: list[dict[str, Any]]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_pairs(name: str, folder: Path = GOLD) -> list[dict[str, Any]]:
    """The labelled pairs of one file, without those the labeller was unsure of."""
    rows = map(orjson.loads, (folder / FILES[name]).read_bytes().splitlines())
    return [row for row in rows if row["label"] != "unsure"]


def score_each(pairs: list[dict[str, Any]]) -> Score:
    """Every pair as a corpus of two records."""
    return _score(pairs, lambda pair: _together(deduplicate([_record(pair["a"]), _record(pair["b"])])))


def score_whole(pairs: list[dict[str, Any]]) -> Score:
    """All pairs' records as one corpus; a record that occurs in several pairs is in it once."""
    corpus = {record: None for pair in pairs for record in (_record(pair["a"]), _record(pair["b"]))}
    clusters = dict(zip(corpus, (one.cluster_id for one in deduplicate(list(corpus))), strict=True))
    return _score(pairs, lambda pair: clusters[_record(pair["a"])] == clusters[_record(pair["b"])])


def _score(pairs: Iterable[dict[str, Any]], is_match: Callable[[dict[str, Any]], bool]) -> Score:
    """Precision and recall of a yes-or-no answer for every pair."""
    hits = misses = alarms = 0
    wrong: list[dict[str, Any]] = []
    for pair in pairs:
        found, wanted = is_match(pair), pair["label"] == "dup"
        hits += found and wanted
        misses += wanted and not found
        alarms += found and not wanted
        if found != wanted:
            wrong.append(pair)
    return Score(hits / max(hits + alarms, 1), hits / max(hits + misses, 1), wrong)


def _record(row: dict[str, Any]) -> Record:
    """One side of a pair."""
    return Record(**{name: row[name] for name in FIELDS if row.get(name) not in (None, "")})


def _together(memberships: Iterable[Any]) -> bool:
    """Whether all are in one cluster."""
    return len({one.cluster_id for one in memberships}) == 1


def main(folder: Path = GOLD) -> None:
    """Prints a line for every file and way of asking."""
    for name in FILES:
        pairs = read_pairs(name, folder)
        for way, score in (("each pair alone", score_each(pairs)), ("whole corpus", score_whole(pairs))):
            figures = f"P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
            sys.stdout.write(f"{name:10} {way:16} {len(pairs):5} pairs  {figures}\n")
            for pair in score.wrong if "--wrong" in sys.argv else ():
                sys.stdout.write(f"    {pair['label']:8} {pair['id']}  {pair['a']['title']}  |  {pair['b']['title']}\n")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:2] if not argument.startswith("--")))
