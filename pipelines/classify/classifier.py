"""The classifier: listings in, hubs and level with evidence out, in order and in constant memory.

What the words are stands in hubs/*.yaml and words.yaml, what they are worth in weights.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from pipelines.classify import weights
from pipelines.classify.challenge_names import challenge_names, written_out
from pipelines.classify.hub_files import Hub
from pipelines.classify.levels import Ladder
from pipelines.classify.listing import Classification, Listing
from pipelines.classify.phrasebook import CONTESTED, OUTSIDE, WHOLE_LABEL, Entry
from pipelines.classify.scoring import Ways, settle
from pipelines.classify.spelling import Speller, speller_for
from pipelines.classify.support import SupportReader, Tally
from pipelines.classify.title_reading import TitleReader
from pipelines.classify.title_said import TitleReading
from pipelines.classify.titles import LONGEST_TITLE, Piece, cut, read_title, spelled_parts
from pipelines.classify.word_forms import WordForms
from pipelines.classify.words import phrase_spelled, words
from warehouse.vocabulary import Level, ListingKind

__all__ = ["Classification", "Classifier", "Listing"]

REMEMBERED = 20_000
_PARTED = " | "


@dataclass(slots=True, frozen=True)
class _Title:
    title: str
    reading: TitleReading
    corrected: list[Piece] | None = None
    posting: bool = True
    levels: dict[str, str] = field(default_factory=dict)


class Classifier:
    """Decides which hubs a listing belongs to; build it once, it compiles all hub files."""

    def __init__(self, hubs: Sequence[Hub]) -> None:
        listed = [*_outside(), *(entry for hub in hubs for entry in _entries(hub))]
        entries = [*listed, *(entry for hub in hubs for entry in challenge_names(hub))]
        self._reader = TitleReader(entries, _crafts(hubs))
        self._support = SupportReader(entries, self._reader.phrases)
        self._speller: Speller = speller_for(listed, [title for hub in hubs for title in hub.titles.get("en", ())])
        self._forms = WordForms(_titles_by_language(hubs))
        self._ways = Ways(
            title_needed=frozenset(hub.hub for hub in hubs if hub.title_needed),
            beside={hub.hub: frozenset(hub.beside) for hub in hubs if hub.beside},
            serves={hub.hub: frozenset(hub.serves) for hub in hubs if hub.serves},
        )
        self._challenge_ways = replace(self._ways, serves={})
        self._ladders = {hub.hub: Ladder(hub.levels) for hub in hubs if hub.levels}
        self._titles: dict[tuple[str, str], _Title] = {}

    def classify(self, listings: Iterable[Listing], batch_size: int = 64) -> Iterator[Classification]:
        """Classify listings in the order given; few enough are held that their texts stay in the processor's cache."""
        remaining = iter(listings)
        while batch := list(islice(remaining, batch_size)):
            titles = [self._title((listing.title or "")[:LONGEST_TITLE], listing.kind) for listing in batch]
            supports = [
                self._support.read(listing, title.reading) for listing, title in zip(batch, titles, strict=True)
            ]
            yield from map(self._settle, batch, titles, supports)

    def _settle(self, listing: Listing, title: _Title, support: Tally) -> Classification:
        hubs = settle(title.reading, support, self._ways if title.posting else self._challenge_ways)
        level = Level.NONE.value
        for score in hubs:
            if score.hub in self._ladders:
                level = title.levels.get(score.hub) or title.levels.setdefault(score.hub, self._level(title, score.hub))
                break
        return Classification(listing.id, hubs, hubs[0].hub if hubs else None, level)

    def _title(self, title: str, kind: str) -> _Title:
        key = (title, kind)
        found = self._titles.get(key)
        if found is None:
            if len(self._titles) >= REMEMBERED:
                self._titles.clear()
            found = self._titles[key] = self._read(title, kind)
        return found

    def _read(self, title: str, kind: str) -> _Title:
        if kind == ListingKind.CHALLENGE:
            return _Title(title, self._reader.read_challenge(read_title(written_out(title))), posting=False)
        parts = cut(title)
        reading = self._reader.read_parts(parts)
        if again := self._in_listed_forms(parts, reading) or self._respelled(title, reading):
            pieces, reading = again
            return _Title(title, reading, pieces)
        return _Title(title, reading)

    def _level(self, title: _Title, hub: str) -> str:
        """The step of a hub's ladder; a title that does not touch the hub says none."""
        if not title.posting or (hub not in title.reading.named and hub not in title.reading.hinted):
            return Level.NONE.value
        pieces = title.corrected or read_title(title.title)
        jobs = [placed for placed in self._reader.read(pieces).jobs if placed.job.hub == hub]
        return self._ladders[hub].level(pieces, jobs)

    def _respelled(self, title: str, before: TitleReading) -> tuple[list[Piece], TitleReading] | None:
        """The title read again with words taken apart, corrected or in the usual order, if only that names a job."""
        if before.is_named:
            return None
        pieces = read_title(title)
        straight = [piece.text for piece in pieces if not piece.inverted]
        parted = _written([self._speller.part(text) for text in straight], straight)
        corrected = _written([self._speller.correct(text) for text in straight], straight)
        for attempt in (parted, corrected, self._reordered(corrected or pieces)):
            if not attempt:
                continue
            reading = self._reader.read(attempt)
            if reading.jobs and before.vetoed.isdisjoint(reading.named):
                for hub, (points, evidence) in reading.named.items():
                    nearly = replace(evidence, rule=f"{evidence.rule}, nearly")
                    reading.named[hub] = (points * weights.SPELLING, nearly)
                return attempt, reading
        return None

    def _in_listed_forms(self, parts: Sequence[str], before: TitleReading) -> tuple[list[Piece], TitleReading] | None:
        """The title with its words as titles are listed where that names its job, in more words if one is named."""
        text = _PARTED.join(spelled_parts(parts))
        said = _words_said(before)
        readings = self._forms.readings(text, bases=not said)
        if not said and (singular := self._forms.singular(text)) != text:
            readings.insert(0, singular)
        again = None
        for attempt in readings:
            reading = self._reader.read(pieces := read_title(attempt))
            if reading.is_named and _words_said(reading) > said and before.vetoed.isdisjoint(reading.named):
                again, said = (pieces, reading), _words_said(reading)
        return again

    def _reordered(self, pieces: list[Piece]) -> list[Piece]:
        return [Piece(usual, p.order) for p in pieces if not p.inverted and (usual := self._speller.reordered(p.text))]


def _written(texts: list[str], before: list[str]) -> list[Piece]:
    """The pieces of a title whose parts are written in another way; none where they are not."""
    return read_title(_PARTED.join(texts)) if texts != before else []


def _words_said(reading: TitleReading) -> int:
    """How many words the longest job named has; a mere role says nothing."""
    return max([len(job.evidence.matched.split()) for _, job in reading.jobs if not job.bare], default=0)


def _titles_by_language(hubs: Sequence[Hub]) -> dict[str, list[str]]:
    """Every title listed, of work outside the hubs too, by its language."""
    by_language: dict[str, list[str]] = {}
    for titles in (words().outside, *(hub.titles for hub in hubs)):
        for language, phrases in titles.items():
            by_language.setdefault(language, []).extend(phrases)
    return by_language


def _crafts(hubs: Sequence[Hub]) -> dict[str, frozenset[str]]:
    """The roles that name a hub's job by themselves, and no other's, with the hubs that it only works for."""
    many = {phrase_spelled(phrase) for hub in hubs for phrase in hub.contested}
    return {
        role: frozenset(hub.serves)
        for hub in hubs
        if hub.serves
        for role in words().roles.intersection(map(phrase_spelled, hub.titles.get("en", ()))).difference(many)
    }


def _outside() -> Iterator[Entry]:
    """The titles of work that no hub is about."""
    return (Entry(OUTSIDE, "title", title) for titles in words().outside.values() for title in titles)


def _entries(hub: Hub) -> Iterator[Entry]:
    """Every phrase listed in a hub with its kind."""
    for phrases in hub.titles.values():
        yield from (Entry(hub.hub, "title", phrase) for phrase in phrases)
    for weight in ("strong", "fair", "weak"):
        yield from (Entry(hub.hub, weight, phrase) for phrase in getattr(hub.phrases, weight))
        yield from (Entry(hub.hub, f"challenge {weight}", phrase) for phrase in getattr(hub.challenges, weight))
    yield from (Entry(hub.hub, "field", phrase) for phrase in hub.fields)
    yield from (Entry(hub.hub, CONTESTED, phrase) for phrase in hub.contested)
    yield Entry(hub.hub, "challenge category", hub.name)
    yield from (Entry(hub.hub, "hint", phrase) for phrase in hub.hints)
    yield from (Entry(hub.hub, WHOLE_LABEL, phrase) for phrase in hub.departments)
    yield from (Entry(hub.hub, "exclude", phrase) for phrase in hub.excludes)
    yield from (Entry(hub.hub, "challenge exclude", phrase) for phrase in hub.challenge_excludes)
    yield from (Entry(hub.hub, "challenge host", phrase) for phrase in hub.challenge_hosts)
