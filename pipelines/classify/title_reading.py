"""What a title says about each hub, before anything else is read. Adding up belongs in scoring.py."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipelines.classify import weights
from pipelines.classify.challenge_names import is_qualified
from pipelines.classify.listing import Evidence
from pipelines.classify.phrasebook import Entry, Hit, TitlePhrases
from pipelines.classify.titles import Piece, without_levels, without_roles
from pipelines.classify.words import words

_BOTH = frozenset({"/", "and", "or", "und", "et", "y", "e", "och", "oder", "ou"})


@dataclass(slots=True)
class TitleReading:
    """Points by hub: `named` where the title names a job of the hub, `hinted` where it only touches the field.

    `sure` when the title alone says what the job is.
    """

    named: dict[str, tuple[float, Evidence]] = field(default_factory=dict)
    hinted: dict[str, tuple[float, Evidence]] = field(default_factory=dict)
    vetoed: frozenset[str] = frozenset()
    jobs: "list[Job]" = field(default_factory=list)
    sure: bool = False


@dataclass(slots=True, frozen=True)
class Job:
    """A job named in a title: a phrase, or a field with the role word beside it."""

    hub: str
    phrase: str
    rule: str
    piece: Piece
    start: int
    end: int

    @property
    def bare(self) -> bool:
        """Whether it is a role without a field: "consultant", "senior engineer"."""
        return self.rule == "title" and not without_roles(self.phrase.lstrip("-"))

    def inside(self, other: "Job") -> bool:
        """Whether a longer job of the same piece holds this one."""
        longer = other.end - other.start > self.end - self.start
        return self.piece == other.piece and other.start <= self.start and self.end <= other.end and longer

    def crosses(self, title: "Job") -> bool:
        """Whether it claims words of a title without holding the whole: "partner lead" in "people partner lead"."""
        shares = self.piece == title.piece and self.start < title.end and title.start < self.end
        return shares and not title.inside(self)


class TitleReader:
    """Reads what pieces of a title say, by the titles, fields, phrases and excludes of the hubs."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.phrases = TitlePhrases(entries)

    def read(self, pieces: list[Piece]) -> TitleReading:
        """The reading of a posting's title."""
        hits = [(piece, hit) for piece in pieces for hit in self.phrases.find(piece.text)]
        vetoed = frozenset(hit.entry.hub for _, hit in hits if hit.entry.kind == "exclude")
        hits = [(piece, hit) for piece, hit in hits if hit.entry.hub not in vetoed]
        jobs = _jobs(hits)
        telling = [job for job in jobs if not job.bare] or jobs
        reading = TitleReading(_named(telling), _hinted(hits, telling), vetoed, telling)
        if all(job.bare for job in telling):
            reading.named = {**_weakened(reading.named), **_by_field(hits)}
        reading.sure = any(points >= weights.NAMED_BY_FIELD for points, _ in reading.named.values())
        return reading

    def read_challenge(self, pieces: list[Piece]) -> TitleReading:
        """The reading of a challenge's title."""
        hits = [(piece, hit) for piece in pieces if not piece.inverted for hit in self.phrases.find(piece.text)]
        vetoed = frozenset(hit.entry.hub for _, hit in hits if hit.entry.kind == "challenge exclude")
        reading = TitleReading(vetoed=vetoed)
        matched: dict[str, dict[str, str]] = {}
        for piece, hit in hits:
            kind = _challenge_kind(piece, hit)
            if kind in weights.CHALLENGE and hit.entry.hub not in vetoed:
                phrases = matched.setdefault(hit.entry.hub, {})
                phrases[hit.entry.phrase] = max(
                    kind, phrases.get(hit.entry.phrase, kind), key=weights.CHALLENGE.__getitem__
                )
        for hub, phrases in matched.items():
            best = max(phrases, key=lambda phrase: weights.CHALLENGE[phrases[phrase]])
            several = [phrase for phrase in phrases if not _part_of_another(phrase, phrases)]
            points = weights.CHALLENGE[phrases[best]] + weights.CHALLENGE_MORE * (len(several) > 1)
            weak = points < weights.CHALLENGE["challenge qualified"]
            evidence = Evidence(phrases[best], " + ".join(dict.fromkeys([best, *several])), "title")
            (reading.hinted if weak else reading.named)[hub] = (min(points, weights.NAMED), evidence)
        return reading


def _challenge_kind(piece: Piece, hit: Hit) -> str:
    if hit.entry.kind == "challenge name" and is_qualified(piece, hit):
        return "challenge qualified"
    return hit.entry.kind


def _part_of_another(phrase: str, phrases: Iterable[str]) -> bool:
    return any(phrase != other and phrase in other for other in phrases)


def _jobs(hits: list[tuple[Piece, Hit]]) -> list[Job]:
    jobs = [
        Job(hit.entry.hub, hit.entry.phrase, "title", piece, hit.start, hit.end)
        for piece, hit in hits
        if hit.entry.kind == "title"
    ]
    titles = tuple(jobs)
    for piece, hit in hits:
        if hit.entry.kind == "field" and (end := _role_end(piece.text, hit.end)):
            job = Job(hit.entry.hub, piece.text[hit.start : end], "title field", piece, hit.start, end)
            if not any(job.crosses(title) for title in titles):
                jobs.append(job)
    return [job for job in jobs if not any(job.inside(other) for other in jobs)]


def _role_end(text: str, end: int) -> int:
    """Where the role word right behind a field ends (level words may stand between), or 0."""
    position = end
    for word in text[end:].split():
        position = text.index(word, position) + len(word)
        if word in words().roles:
            return position
        if word not in words().levels:
            return 0
    return 0


def _named(jobs: list[Job]) -> dict[str, tuple[float, Evidence]]:
    """The first piece that names a job decides; within it the last job, others count less."""
    if not jobs:
        return {}
    first = min(job.piece.order for job in jobs)
    head = [job for job in jobs if job.piece.order == first]
    leading = _leading(head)
    named: dict[str, tuple[float, Evidence]] = {}
    for job in jobs:
        if job.piece.order > first:
            points = weights.NAMED_LATER
        else:
            points = weights.NAMED if job in leading else weights.NAMED_TOO
        if points > named.get(job.hub, (0.0, None))[0]:
            named[job.hub] = (points, Evidence(job.rule, job.phrase, "title"))
    return named


def _weakened(named: dict[str, tuple[float, Evidence]]) -> dict[str, tuple[float, Evidence]]:
    return {hub: (min(points, weights.NAMED_BY_FIELD), evidence) for hub, (points, evidence) in named.items()}


def _leading(head: list[Job]) -> list[Job]:
    """The jobs that lead: the last of a piece ("security program manager"), but the first of "a / b" and "a and b"."""
    piece = min(head, key=lambda job: (job.piece.inverted, _half(job))).piece
    straight = [job for job in head if job.piece == piece]
    first = min(straight, key=lambda job: job.end)
    last = max(straight, key=lambda job: job.end)
    joined = _BOTH & set(piece.text[first.end : last.start].split())
    return [job for job in straight if job.end == (first if joined else last).end]


def _half(job: Job) -> int:
    """The whole goes first where its job spans both halves ("strategy and operations"), else the first half does."""
    return job.piece.half or (3 if job.start else 0)


def _hinted(hits: list[tuple[Piece, Hit]], jobs: list[Job]) -> dict[str, tuple[float, Evidence]]:
    """Fields and phrases that stand outside the jobs named."""
    hinted: dict[str, tuple[float, Evidence]] = {}
    for piece, hit in hits:
        points, hub = weights.HINT.get(hit.entry.kind, 0.0), hit.entry.hub
        if piece.inverted or not points:
            continue
        if any(_covered(piece, hit, job) for job in jobs):
            points *= weights.COVERED
        if points > hinted.get(hub, (0.0, None))[0]:
            hinted[hub] = (points, Evidence(f"title {hit.entry.kind}", hit.entry.phrase, "title"))
    return hinted


def _covered(piece: Piece, hit: Hit, job: Job) -> bool:
    return job.piece == piece and job.hub != hit.entry.hub and job.start <= hit.start and hit.end <= job.end


def _by_field(hits: list[tuple[Piece, Hit]]) -> dict[str, tuple[float, Evidence]]:
    """A title that names no job: the longest field in its first piece stands in for one."""
    fields = [(piece, hit) for piece, hit in hits if hit.entry.kind == "field" and not piece.inverted]
    if not fields:
        return {}
    first = min(piece.order for piece, _ in fields)
    best = max((hit for piece, hit in fields if piece.order == first), key=lambda hit: (hit.end - hit.start, hit.start))
    alone = any(without_levels(piece.text) == best.entry.phrase for piece, _ in fields)
    points = weights.NAMED if alone else weights.NAMED_BY_FIELD
    return {best.entry.hub: (points, Evidence("title field", best.entry.phrase, "title"))}
