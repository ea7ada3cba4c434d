"""Support: what department, tags and text add to the title, each up to its limit. Deciding: scoring.py."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from pipelines.classify import weights
from pipelines.classify.challenge_names import written_out
from pipelines.classify.listing import Evidence, Listing
from pipelines.classify.people import without_people
from pipelines.classify.phrasebook import Entry, TitlePhrases
from pipelines.classify.text_reading import LONGEST_TEXT, Found, JobTeller, LabelReader, TextReader, as_bytes
from pipelines.classify.title_said import TitleReading
from pipelines.classify.words import words
from warehouse.vocabulary import ListingKind

MOST_TAGS = 40
_SHOWN = 4
_worth = itemgetter(0)
_JOB_KINDS = frozenset({"strong", "fair", "weak"})
_CHALLENGE_KINDS = frozenset(
    {"challenge strong", "challenge fair", "challenge weak", "challenge job", "challenge told"}
)


@dataclass(slots=True)
class Tally:
    """Points and evidence by hub.

    `labelled` are the hubs a department or tag speaks for, `broad` the points of a department of many crafts, `told`
    those whose challenge the text says it is, `called` those a job of which the text says it is.
    """

    points: dict[str, float] = field(default_factory=dict)
    evidence: dict[str, list[tuple[float, Evidence]]] = field(default_factory=dict)
    labelled: set[str] = field(default_factory=set)
    broad: dict[str, float] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)

    def add(self, hub: str, points: float, evidence: Sequence[tuple[float, Evidence]]) -> None:
        """Count points for a hub and keep what they are for."""
        if hub in self.points:
            self.points[hub] += points
            self.evidence[hub].extend(evidence)
        else:
            self.points[hub], self.evidence[hub] = points, list(evidence)

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
        self._broad = words().broad_departments
        self._departments = LabelReader(phrases, weights.DEPARTMENT, "department")
        self._tags = LabelReader(phrases, weights.TAG, "tag")
        self._challenge_tags = LabelReader(phrases, weights.CHALLENGE_TAG, "tag")
        self._categories = LabelReader(phrases, weights.CHALLENGE_CATEGORY, "category")
        self._hosts = LabelReader(phrases, weights.CHALLENGE_HOST, "company")

    def read(self, listing: Listing, title: TitleReading) -> Tally:
        """The support for each hub. Where the title names a job, hubs without title or label are not looked up."""
        tally = Tally()
        if listing.kind == ListingKind.CHALLENGE:
            self._add_challenge(listing, title, tally)
            return tally
        if listing.department:
            tally.add_best(found := self._departments.read(listing.department))
            for hub, (points, said) in found.items():
                if said.matched in self._broad:
                    tally.broad[hub] = points
                else:
                    tally.labelled.add(hub)
        if listing.tags:
            self._add_tags(self._tags, weights.TAGS_AT_MOST, listing.tags, tally)
        if listing.description:
            text = as_bytes(listing.description)
            self._add_text(self._job_text, text, title, tally)
            if not title.sure:
                tally.add_best(called := self._teller.read(text))
                tally.called.update(called)
        return tally

    def _add_challenge(self, listing: Listing, title: TitleReading, tally: Tally) -> None:
        if listing.company:
            tally.add_best(self._hosts.read(written_out(listing.company)))
        if listing.department:
            tally.add_best(self._categories.read(listing.department))
        if listing.tags:
            self._add_tags(self._challenge_tags, weights.CHALLENGE_TAGS_AT_MOST, listing.tags, tally)
        if listing.description:
            text = as_bytes(without_people(listing.description[:LONGEST_TEXT]))
            self._add_text(self._challenge_text, text, title, tally)

    def _add_tags(self, reader: LabelReader, most: float, tags: Sequence[str], tally: Tally) -> None:
        given: dict[str, float] = {}
        for tag in dict.fromkeys(tags[:MOST_TAGS]):
            for hub, (worth, evidence) in reader.read(str(tag)).items():
                points = min(worth, most - given.get(hub, 0.0))
                if points > 0:
                    given[hub] = given.get(hub, 0.0) + points
                    tally.add(hub, points, ((worth, evidence),))
                    tally.labelled.add(hub)

    def _add_text(self, reader: TextReader, text: bytes, title: TitleReading, tally: Tally) -> None:
        asked = title.touched.union(tally.labelled) if title.sure else None
        most = weights.TEXT_AT_MOST if title.named or title.hinted else weights.TEXT_ALONE_AT_MOST
        for hub, items in reader.read(text, asked).items():
            if len(items) > 1:
                items.sort(key=_worth, reverse=True)
            tally.add(hub, min(most, sum([worth for worth, _ in items])), items[:_SHOWN])
            if items[0][0] >= weights.TEXT["challenge told"]:
                tally.told.add(hub)


def _without_judges(entries: Sequence[Entry]) -> list[Entry]:
    """A challenge's text names its judges' jobs: phrases that are job titles count least there."""
    titles = {(entry.hub, entry.phrase) for entry in entries if entry.kind == "title"}
    return [
        entry._replace(kind="challenge job")
        if entry.kind in _CHALLENGE_KINDS and (entry.hub, entry.phrase) in titles
        else entry
        for entry in entries
    ]
