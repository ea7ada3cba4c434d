"""What one piece of a title says by itself: jobs, fields, hints, excludes. Pieces repeat, so each is read once.

Which of several pieces counts belongs in title_reading.py.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pipelines.classify import weights
from pipelines.classify.listing import Evidence
from pipelines.classify.phrasebook import CONTESTED, Hit, TitlePhrases
from pipelines.classify.titles import without_roles
from pipelines.classify.words import phrase_spelled, words

REMEMBERED = 20_000
_DISCIPLINES = frozenset({"management", "engineering", "produktmanagement", "productmanagement"})
_JOINT = re.compile(r" (?:and|und|et|och|/) ")
Hubs = frozenset[str]
_TITLES = frozenset({"title", CONTESTED})
NONE: Hubs = frozenset()


class Job(NamedTuple):
    """A job named in a piece: a phrase, or a field with the role word beside it.

    `bare` is a role without a field: "consultant", "senior engineer"; `partner_end` is where the job ends whose role
    this one shares.
    """

    hub: str
    phrase: str
    rule: str
    start: int
    end: int
    bare: bool
    evidence: Evidence
    partner_end: int = 0

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch of the same piece lies inside this job."""
        return self.start <= start and end <= self.end

    def inside(self, other: "Job") -> bool:
        """Whether a longer job holds this one."""
        return other.covers(self.start, self.end) and other.end - other.start > self.end - self.start

    def describes(self, other: "Job") -> bool:
        """Whether it only says where the job right behind it is done: "product management" before "trainer"."""
        if other.hub == self.hub or other.bare or other.start != self.end + 1:
            return False
        return self.is_discipline

    def is_of_field(self, end: int, length: int) -> bool:
        """Whether it stands behind what ends there, and ends a piece of that length as a person's job."""
        return self.end == length and end < self.start and not (self.bare or self.is_discipline)

    @property
    def is_discipline(self) -> bool:
        """Whether it names what is done, not who does it: "order management"."""
        return self.phrase.rpartition(" ")[2] in _DISCIPLINES

    def crosses(self, title: "Job") -> bool:
        """Whether it claims words of a title without holding the whole: "partner lead" in "people partner lead"."""
        return self.start < title.end and title.start < self.end and not title.inside(self)


class Hint(NamedTuple):
    """A field or a phrase that only touches a hub's work."""

    hub: str
    points: float
    start: int
    end: int
    evidence: Evidence


class PieceReading(NamedTuple):
    """Everything a piece says about all hubs but the vetoed; `excludes` are the hubs it vetoes itself."""

    excludes: Hubs
    titles: Sequence[Job]
    field_jobs: Sequence[Job]
    hints: Sequence[Hint]
    fields: Sequence[Hit]


class PieceReader:
    """Reads pieces by the titles, fields, phrases and excludes of the hubs.

    `crafts` are roles that are a job whatever their field, with the hubs that such a job only works for.
    """

    def __init__(self, phrases: TitlePhrases, crafts: Mapping[str, Hubs]) -> None:
        self._phrases, self._crafts = phrases, crafts
        self.read = lru_cache(REMEMBERED)(self._read)

    def _read(self, text: str, vetoed: Hubs = NONE) -> PieceReading:
        """The reading of one piece, leaving out the hubs that the whole title vetoes."""
        hits = [hit for hit in self._phrases.find(text) if hit.entry.hub not in vetoed]
        if not hits:
            return NOTHING
        titles = [_titled(hit) for hit in hits if hit.entry.kind in _TITLES]
        fields = [hit for hit in hits if hit.entry.kind == "field"]
        in_fields = self._in_fields(text, fields, titles)
        excludes = [
            hit.entry.hub for hit in hits if hit.entry.kind == "exclude" and not _is_own(hit, titles, len(text))
        ]
        hints = [_hint(hit) for hit in hits if hit.entry.kind in weights.HINT]
        jobs = titles + in_fields
        if len(jobs) > 1:
            titles, in_fields = _longest(titles, jobs), _longest(in_fields, jobs)
            titles = _without_fields_behind(titles, fields)
            titles = [job for job in titles if not any(job.describes(other) for other in (*titles, *in_fields))]
        if jobs and (joint := _JOINT.search(text)):
            in_fields = in_fields + self._sharing(text, joint, titles + in_fields, vetoed)
        return PieceReading(frozenset(excludes), titles, in_fields, hints, fields)

    def _in_fields(self, text: str, fields: Sequence[Hit], titles: Sequence[Job]) -> list[Job]:
        """The jobs that a field makes with the role behind it, unless that is the job: "insurance developer"."""
        jobs = []
        for hit in fields:
            end = _role_end(text, hit.end)
            phrase = text[hit.start : end]
            if end and hit.entry.hub not in self._crafts.get(phrase.rpartition(" ")[2], NONE):
                evidence = Evidence("title field", phrase, "title")
                job = Job(hit.entry.hub, phrase, "title field", hit.start, end, False, evidence)
                if not any(job.crosses(title) for title in titles):
                    jobs.append(job)
        return jobs

    def _sharing(self, text: str, joint: re.Match[str], jobs: Sequence[Job], vetoed: Hubs) -> list[Job]:
        """The jobs before an "and" that lack the role behind it: "sales" in "sales and marketing manager"."""
        partner = next((job for job in jobs if job.start == joint.end() and not job.bare), None)
        role = text[: partner.end].rsplit(" ", 1)[-1] if partner else ""
        if not partner or role not in words().roles:
            return []
        before = self.read(f"{text[: joint.start()]} {role}", vetoed)
        shared = []
        for job in (*before.titles, *before.field_jobs):
            is_new = not any(
                held.hub == job.hub or (held.start < joint.start() and job.start < held.end) for held in jobs
            )
            if is_new and job.end > joint.start() and not job.bare:
                evidence = Evidence(job.rule, text[job.start : partner.end], "title")
                shared.append(job._replace(end=joint.start(), evidence=evidence, partner_end=partner.end))
        return shared


NOTHING = PieceReading(NONE, [], [], [], [])


@cache
def _said(rule: str, phrase: str) -> tuple[bool, Evidence]:
    """Whether a phrase is a bare role, which "staff pm" is not, and the evidence for it."""
    plain = phrase_spelled(phrase)
    bare = not without_roles(plain) and plain.rpartition(" ")[2] in words().leading
    return bare, Evidence(rule, phrase.lstrip("-"), "title")


def _titled(hit: Hit) -> Job:
    hub, kind, phrase = hit.entry
    bare, evidence = _said(kind, phrase)
    return Job(hub, phrase, kind, hit.start, hit.end, bare, evidence)


def _is_own(exclude: Hit, titles: Sequence[Job], length: int) -> bool:
    """Whether a title of the same hub holds the words that would veto it, or is the job for which they are the field.

    "Chef de" in "chef de partie"; "talent acquisition" before a "product manager" who ends the piece.
    """
    hub, start, end = exclude.entry.hub, exclude.start, exclude.end
    return any(job.hub == hub and (job.covers(start, end) or job.is_of_field(end, length)) for job in titles)


def _longest(some: list[Job], jobs: list[Job]) -> list[Job]:
    return [job for job in some if not any(job.inside(other) for other in jobs)]


def _without_fields_behind(titles: list[Job], fields: Sequence[Hit]) -> list[Job]:
    """Without a title that is a mere field right behind another hub's job: "logistik" of "produktmanager logistik".

    So is a discipline: "order management" of "program manager order management".
    """
    mere = {(hit.entry.hub, hit.start, hit.end) for hit in fields}
    ends = {job.end: job.hub for job in titles if not job.bare}
    return [
        job
        for job in titles
        if ((job.hub, job.start, job.end) not in mere and not job.is_discipline)
        or ends.get(job.start - 1, job.hub) == job.hub
    ]


def _role_end(text: str, end: int) -> int:
    """Where the role word right behind a field ends (words of level or linking ones may stand between), or 0."""
    roles, between, position = words().roles, words().levels | words().linking, end
    for word in text[end:].split():
        position = text.index(word, position) + len(word)
        if word in roles:
            return position
        if word not in between:
            return 0
    return 0


def _hint(hit: Hit) -> Hint:
    hub, kind, phrase = hit.entry
    return Hint(hub, weights.HINT[kind], hit.start, hit.end, _said(f"title {kind}", phrase)[1])
