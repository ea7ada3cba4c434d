"""Support: what department, tags and text add to the title, each up to its limit. Deciding: scoring.py."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from pipelines.classify import weights
from pipelines.classify.listing import Evidence, Listing
from pipelines.classify.phrasebook import Entry, TitlePhrases
from pipelines.classify.text_reading import Found, JobTeller, LabelReader, TextReader, as_bytes
from pipelines.classify.title_reading import TitleReading
from pipelines.classify.words import words
from warehouse.vocabulary import ListingKind

MOST_TAGS = 40
_SHOWN = 4
_worth = itemgetter(0)
_JOB_KINDS = frozenset({"strong", "fair", "weak"})
_CHALLENGE_KINDS = frozenset({"challenge strong", "challenge fair", "challenge weak", "challenge job"})


@dataclass(slots=True)
class Tally:
    """Points and evidence by hub; `labelled` are the hubs a department or tag speaks for."""

    points: dict[str, float] = field(default_factory=dict)
    evidence: dict[str, list[tuple[float, Evidence]]] = field(default_factory=dict)
    labelled: set[str] = field(default_factory=set)

    def add(self, hub: str, points: float, evidence: Sequence[tuple[float, Evidence]]) -> None:
        """Count points for a hub and keep what they are for."""
        self.points[hub] = self.points.get(hub, 0.0) + points
        self.evidence.setdefault(hub, []).extend(evidence)

    def add_best(self, found: Found) -> None:
        """Count one piece of evidence a hub."""
        for hub, item in found.items():
            self.add(hub, item[0], (item,))


class SupportReader:
    """Reads everything of a listing but its title."""

    def __init__(self, entries: Sequence[Entry], phrases: TitlePhrases) -> None:
        self._job_text = TextReader(entries, _JOB_KINDS)
        self._challenge_text = TextReader(_without_judges(entries), _CHALLENGE_KINDS)
        self._teller = JobTeller(entries, words().lead_ins)
        self._departments = LabelReader(phrases, weights.DEPARTMENT, "department")
        self._tags = LabelReader(phrases, weights.TAG, "tag")
        self._challenge_tags = LabelReader(phrases, weights.CHALLENGE_TAG, "tag")

    def read(self, listing: Listing, title: TitleReading) -> Tally:
        """The support for each hub. Where the title names a job, hubs without title or label are not looked up."""
        tally = Tally()
        challenge = listing.kind == ListingKind.CHALLENGE
        if listing.department:
            tally.add_best(found := self._departments.read(listing.department))
            tally.labelled.update(found)
        if listing.tags:
            self._add_tags(self._challenge_tags if challenge else self._tags, listing.tags, tally)
        if listing.description:
            self._add_text(listing, title, tally)
        return tally

    def _add_tags(self, reader: LabelReader, tags: Sequence[str], tally: Tally) -> None:
        given: dict[str, float] = {}
        for tag in tags[:MOST_TAGS]:
            for hub, (worth, evidence) in reader.read(str(tag)).items():
                points = min(worth, weights.TAGS_AT_MOST - given.get(hub, 0.0))
                if points > 0:
                    given[hub] = given.get(hub, 0.0) + points
                    tally.add(hub, points, ((worth, evidence),))
                    tally.labelled.add(hub)

    def _add_text(self, listing: Listing, title: TitleReading, tally: Tally) -> None:
        text = as_bytes(listing.description or "")
        challenge = listing.kind == ListingKind.CHALLENGE
        asked = {*title.named, *title.hinted, *tally.labelled} if title.sure else None
        found = (self._challenge_text if challenge else self._job_text).read(text, asked)
        most = weights.TEXT_AT_MOST if title.named or title.hinted else weights.TEXT_ALONE_AT_MOST
        for hub, items in found.items():
            items.sort(key=_worth, reverse=True)
            tally.add(hub, min(most, sum(map(_worth, items))), items[:_SHOWN])
        if not challenge and not title.sure:
            tally.add_best(self._teller.read(text))


def _without_judges(entries: Sequence[Entry]) -> list[Entry]:
    """A challenge's text names its judges' jobs: phrases that are job titles count least there."""
    titles = {(entry.hub, entry.phrase) for entry in entries if entry.kind == "title"}
    return [
        replace(entry, kind="challenge job")
        if entry.kind in _CHALLENGE_KINDS and (entry.hub, entry.phrase) in titles
        else entry
        for entry in entries
    ]
