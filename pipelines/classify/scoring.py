"""Adding up: title and support become hub scores. What each kind of evidence is worth stands in weights.py."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from pipelines.classify import weights
from pipelines.classify.listing import Evidence, HubScore
from pipelines.classify.support import Tally
from pipelines.classify.text_reading import Found
from pipelines.classify.title_reading import TitleReading

_worth = itemgetter(0)
_SUBJECTS = frozenset({"title", "title field"})  # a phrase alone is too little: "outbound" in "outbound logistics"


@dataclass(slots=True, frozen=True)
class Ways:
    """What hub files say of how their hub is reached: not by text alone; or beside a hub whose job a title names."""

    title_needed: frozenset[str] = frozenset()
    beside: Mapping[str, Collection[str]] = field(default_factory=dict)


def settle(reading: TitleReading, support: Tally, ways: Ways) -> list[HubScore]:
    """The hubs that apply, best first: the job named in the title leads, support decides between rivals."""
    named = reading.named if len(reading.named) < 2 else _without_rivals(reading.named, support)
    titled = {**reading.hinted, **named} if reading.hinted else named
    points = {hub: worth for hub, (worth, _) in titled.items()}
    for hub, worth in support.points.items():
        if hub not in reading.vetoed:
            points[hub] = points.get(hub, 0.0) + worth
    leader = _leader(reading.named, titled, points)
    sought = weights.THRESHOLD if leader is None else weights.SECOND_THRESHOLD
    subjects = ways.beside.get(leader, ()) if leader else ()
    scores = []
    for hub, worth in points.items():
        if hub in subjects and hub in titled and titled[hub][1].rule in _SUBJECTS:
            worth = max(worth, weights.SECOND_THRESHOLD)
        if worth < (weights.THRESHOLD if hub == leader else sought):
            continue
        if hub in titled or hub in support.told or _enough_alone(hub, leader, support, ways.title_needed):
            score = worth if leader is None or hub == leader else min(worth, _below(points[leader]))
            scores.append(
                HubScore(hub, round(min(1.0, score), 3), _evidence(titled.get(hub), support.evidence.get(hub, ())))
            )
    if len(scores) > 1:
        scores.sort(key=lambda score: (score.hub != leader, -score.score, score.hub))
    return scores


def _enough_alone(hub: str, leader: str | None, support: Tally, title_needed: frozenset[str]) -> bool:
    """Whether a hub the title does not touch may apply: where the title names another, a label must speak for it."""
    return hub not in title_needed and (leader is None or hub in support.labelled)


def _below(leading: float) -> float:
    """The most that a second hub may score: just less than the leader."""
    return max(weights.THRESHOLD, min(1.0, leading) - 0.01)


def _evidence(title: tuple[float, Evidence] | None, support: Sequence[tuple[float, Evidence]]) -> list[Evidence]:
    """Why, heaviest first."""
    items = [title, *support] if title else list(support)
    if len(items) > 1:
        items.sort(key=_worth, reverse=True)
    return [evidence for _, evidence in items]


def _without_rivals(named: Found, support: Tally) -> Found:
    """Where two hubs claim the same words of a title, the one with most support keeps the claim."""
    kept = dict(named)
    top = [hub for hub, (points, _) in named.items() if points >= weights.NAMED_BY_FIELD]
    for hub in top:
        rivals = [other for other in top if _same_words(named[other][1], named[hub][1])]
        if hub != max(rivals, key=lambda other: support.points.get(other, 0.0)):
            kept[hub] = (weights.NAMED_LATER, named[hub][1])
    return kept


def _same_words(one: Evidence, other: Evidence) -> bool:
    """Whether two hubs were matched by one phrase, be it that one lists it as the end of a longer word too."""
    return one.matched.lstrip("-") == other.matched.lstrip("-")


def _leader(named: Found, titled: Found, points: dict[str, float]) -> str | None:
    """The named hub with the best claim on the title; one that lost its claim counts with what it has left."""
    if not named:
        return None
    if len(named) == 1:
        (best,) = named
    else:
        best = max(named, key=lambda hub: (titled[hub][0], points[hub], len(named[hub][1].matched)))
    return best if points[best] >= weights.THRESHOLD else None
