"""Adding up: title and support become hub scores. What each kind of evidence is worth stands in weights.py."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from pipelines.classify import weights
from pipelines.classify.listing import Evidence, HubScore
from pipelines.classify.phrasebook import OUTSIDE
from pipelines.classify.support import Tally
from pipelines.classify.text_reading import Found
from pipelines.classify.title_said import TitleReading, is_contested
from pipelines.classify.words import phrase_spelled

_worth = itemgetter(0)
_SUBJECTS = frozenset({"title", "title field"})  # a phrase alone is too little: "outbound" in "outbound logistics"


@dataclass(slots=True, frozen=True)
class Ways:
    """What hub files say of how their hub is reached: not by text alone; or beside a hub whose job a title names.

    `serves` are, by that hub, those whose field in such a title only says for whom the work is.
    """

    title_needed: frozenset[str] = frozenset()
    beside: Mapping[str, Collection[str]] = field(default_factory=dict)
    serves: Mapping[str, Collection[str]] = field(default_factory=dict)


def settle(reading: TitleReading, support: Tally, ways: Ways) -> list[HubScore]:
    """The hubs that apply, best first: the job named in the title leads, support decides between rivals."""
    named = _claims(reading, support, ways)
    titled = {**reading.hinted, **named} if reading.hinted else named
    points = {hub: worth for hub, (worth, _) in titled.items()}
    for hub, worth in support.points.items():
        if hub not in reading.vetoed:
            points[hub] = points.get(hub, 0.0) + worth
    leader = _leader(named, points)
    if leader == OUTSIDE:
        return []
    scores = []
    for hub, worth in _weighed(points, leader, titled, ways).items():
        if hub in titled or hub in support.told or _enough_alone(hub, leader, support, ways.title_needed):
            scores.append(
                HubScore(hub, round(min(1.0, worth), 3), _evidence(titled.get(hub), support.evidence.get(hub, ())))
            )
    if len(scores) > 1:
        scores.sort(key=lambda score: (score.hub != leader, -score.score, score.hub))
    return scores


def _claims(reading: TitleReading, support: Tally, ways: Ways) -> Found:
    """The hubs whose job the title names, in the light of everything else."""
    named = _without_rivals(reading, support) if reading.disputed else reading.named
    if reading.may_mean:
        named = _as_meant(reading, named, support)
    if len(named) > 1 or reading.roles:
        named = _without_served(reading, named, ways)
    return named


def _weighed(points: Mapping[str, float], leader: str | None, titled: Found, ways: Ways) -> dict[str, float]:
    """The hubs that have points enough, none more than the leader."""
    if leader is None:
        return {hub: worth for hub, worth in points.items() if worth >= weights.THRESHOLD and hub != OUTSIDE}
    weighed = {leader: points[leader]}
    subjects, served = ways.beside.get(leader, ()), ways.serves.get(leader, ())
    most = _below(points[leader])
    for hub, worth in points.items():
        if hub in subjects and hub in titled and titled[hub][1].rule in _SUBJECTS:
            worth = max(worth, weights.SECOND_THRESHOLD)
        is_apart = hub in {leader, OUTSIDE} or (hub in served and (hub not in titled or titled[hub][1].rule != "title"))
        if worth >= weights.SECOND_THRESHOLD and not is_apart:
            weighed[hub] = min(worth, most)
    return weighed


def _as_meant(reading: TitleReading, named: Found, support: Tally) -> Found:
    """What may mean a job does where the rest of the listing says so, and leads: "PM, Growth" of a product team."""
    meant = {
        hub: (weights.NAMED, reading.hinted[hub][1])
        for hub in reading.may_mean
        if hub in support.labelled or hub in support.called
    }
    if not meant:
        return named
    return {**{hub: (weights.NAMED_LATER, evidence) for hub, (_, evidence) in named.items()}, **meant}


def _without_served(reading: TitleReading, named: Found, ways: Ways) -> Found:
    """Without the fields of those for whom the job beside them works: "staff engineer, payments"."""
    dropped = [
        hub
        for leader, (_, said) in (*reading.roles.items(), *named.items())
        for hub in ways.serves.get(leader, ())
        if said.rule == "title" and hub in named and _is_apart(named[hub][1], said)
    ]
    return {hub: found for hub, found in named.items() if hub not in dropped} or reading.roles if dropped else named


def _is_apart(field_said: Evidence, title_said: Evidence) -> bool:
    """Whether a field stands by itself, not before the role of the title: "policy and quality specialist"."""
    return field_said.rule == "title field" and title_said.matched not in field_said.matched


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


def _without_rivals(reading: TitleReading, support: Tally) -> Found:
    """Where several hubs claim the same words of a title, the one that the rest of the listing speaks for keeps them.

    A title that others contest stays where it is listed, unless the rest speaks clearly for another hub; a department
    of many crafts ("engineering") alone does not.
    """
    named = reading.named
    top = [hub for hub, (points, _) in named.items() if points >= weights.NAMED_BY_FIELD]
    worth = {hub: support.points.get(hub, 0.0) + _said_elsewhere(hub, reading) for hub in top}
    if support.broad and top:
        apart = {hub: points - support.broad.get(hub, 0.0) for hub, points in worth.items()}
        if not is_contested(named[max(apart, key=apart.__getitem__)][1]):
            worth = apart
    kept = dict(named)
    for hub, (_, evidence) in named.items():
        rivals = [other for other in top if named[other][1].matched == evidence.matched]
        is_beaten = hub in top and hub != max(rivals, key=worth.__getitem__)
        if is_contested(evidence):
            if hub not in top or is_beaten or worth[hub] < 0:
                del kept[hub]
        elif is_beaten:
            kept[hub] = (weights.NAMED_LATER, evidence)
    return kept


def _said_elsewhere(hub: str, reading: TitleReading) -> float:
    """What the rest of the title says for a hub that claims a part of it; contesting is harder than keeping."""
    claim = reading.named[hub][1]
    points = -weights.CONTEST if is_contested(claim) else 0.0
    hint = reading.hinted.get(hub)
    is_within = hint and f" {phrase_spelled(hint[1].matched)} " in f" {phrase_spelled(claim.matched)} "
    return points + hint[0] if hint and not is_within else points


def _leader(named: Found, points: dict[str, float]) -> str | None:
    """The named hub with the best claim on the title; one that lost its claim counts with what it has left."""
    if not named:
        return None
    if len(named) == 1:
        (best,) = named
    else:
        rivals = _beside_outside(named) if OUTSIDE in named else named
        best = max(rivals, key=lambda hub: (named[hub][0], points[hub], len(named[hub][1].matched)))
    return best if points[best] >= weights.THRESHOLD else None


def _beside_outside(named: Found) -> Collection[str]:
    """Those that may lead beside a title of work of no hub: a longer one says the job, "product manager police"."""
    least = len(named[OUTSIDE][1].matched)
    longer = [hub for hub, (_, said) in named.items() if said.rule == "title" and len(said.matched) > least]
    return longer or named
