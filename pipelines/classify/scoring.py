"""Adding up: title and support become hub scores. What each kind of evidence is worth stands in weights.py."""

from operator import itemgetter

from pipelines.classify import weights
from pipelines.classify.listing import HubScore
from pipelines.classify.support import Tally
from pipelines.classify.text_reading import Found
from pipelines.classify.title_reading import TitleReading

_worth = itemgetter(0)


def settle(reading: TitleReading, support: Tally, title_needed: frozenset[str]) -> list[HubScore]:
    """The hubs that apply, best first: the job named in the title leads, support decides between rivals."""
    tally = Tally()
    tally.add_best(_without_rivals(reading.named, support))
    tally.add_best({hub: found for hub, found in reading.hinted.items() if hub not in reading.named})
    titled = set(tally.points)
    for hub, points in support.points.items():
        if hub not in reading.vetoed:
            tally.add(hub, points, support.evidence[hub])
    leader = _leader(reading, tally)
    allowed = titled | support.told | (support.labelled if leader else tally.points.keys()) - title_needed
    scores = [
        _score(hub, tally, leader)
        for hub, points in tally.points.items()
        if points >= _threshold(hub, leader) and hub in allowed
    ]
    return sorted(scores, key=lambda score: (score.hub != leader, -score.score, score.hub))


def _without_rivals(named: Found, support: Tally) -> Found:
    """Where two hubs claim the same words of a title, the one with most support keeps the claim."""
    if len(named) < 2:
        return named
    kept = dict(named)
    top = [hub for hub, (points, _) in named.items() if points >= weights.NAMED_BY_FIELD]
    for hub in top:
        rivals = [other for other in top if named[other][1].matched == named[hub][1].matched]
        if hub != max(rivals, key=lambda other: support.points.get(other, 0.0)):
            kept[hub] = (weights.NAMED_LATER, named[hub][1])
    return kept


def _leader(reading: TitleReading, tally: Tally) -> str | None:
    if not reading.named:
        return None
    best = max(
        reading.named,
        key=lambda hub: (_title_points(reading, hub, tally), tally.points[hub], len(reading.named[hub][1].matched)),
    )
    return best if tally.points[best] >= weights.THRESHOLD else None


def _title_points(reading: TitleReading, hub: str, tally: Tally) -> float:
    """A rival that lost its claim in `_without_rivals` counts with what it has left."""
    return min(reading.named[hub][0], max((worth for worth, _ in tally.evidence[hub][:1]), default=0.0))


def _threshold(hub: str, leader: str | None) -> float:
    return weights.THRESHOLD if leader in (None, hub) else weights.SECOND_THRESHOLD


def _score(hub: str, tally: Tally, leader: str | None) -> HubScore:
    score = min(1.0, tally.points[hub])
    if leader and leader != hub:
        score = min(score, max(weights.THRESHOLD, min(1.0, tally.points[leader]) - 0.01))
    ordered = sorted(tally.evidence[hub], key=_worth, reverse=True)
    return HubScore(hub, round(score, 3), [evidence for _, evidence in ordered])
