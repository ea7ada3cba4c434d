"""What department, tags and running text say about each hub. Adding up belongs in scoring.py."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from pipelines.classify import weights
from pipelines.classify.listing import Evidence
from pipelines.classify.phrasebook import WHOLE_LABEL, Entry, TextPhrases, TitlePhrases
from pipelines.classify.titles import LONGEST_TITLE, read_title

Item = tuple[float, Evidence]
Found = dict[str, Item]
LONGEST_TEXT = 20_000
REMEMBERED = 20_000
_WINDOW = 70


Phrase = tuple[str, str, float, Evidence]  # hub, phrase, worth, evidence


class TextReader:
    """Reads running text for the phrases of some kinds, for all hubs in one pass or for a few hubs asked for."""

    def __init__(self, entries: Iterable[Entry], kinds: frozenset[str]) -> None:
        by_hub: dict[str, list[Phrase]] = {}
        for entry in entries:
            if entry.kind in kinds:
                phrase = (entry.hub, entry.phrase.lower(), weights.TEXT[entry.kind], _in_text(entry))
                by_hub.setdefault(entry.hub, []).append(phrase)
        self._all = _Finder([phrase for phrases in by_hub.values() for phrase in phrases])
        self._of = {hub: _Finder(phrases) for hub, phrases in by_hub.items()}

    def read(self, text: bytes, asked: Collection[str] | None) -> dict[str, list[Item]]:
        """What each hub asked for (None: every hub) finds in a text, each phrase once."""
        found: dict[str, list[Item]] = {}
        if asked is None:
            for hub, item in chain.from_iterable(self._all.read(text)):
                found.setdefault(hub, []).append(item)
            return found
        for hub in asked:
            if (finder := self._of.get(hub)) and (meanings := finder.read(text)):
                found[hub] = [item for ((_, item),) in meanings]
        return found


class _Finder:
    """The phrases of some hubs, compiled: few phrases are found several times faster than all."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        meanings: dict[str, dict[str, Item]] = {}
        for hub, phrase, worth, evidence in phrases:
            meanings.setdefault(phrase, {}).setdefault(hub, (worth, evidence))
        self._phrases = TextPhrases(meanings)
        self._meanings = [tuple(meanings[phrase].items()) for phrase in self._phrases.phrases]

    def read(self, text: bytes) -> list[tuple[tuple[str, Item], ...]]:
        """What each phrase found means, by hub."""
        return [self._meanings[number] for number in self._phrases.find(text)]


def _in_text(entry: Entry) -> Evidence:
    return Evidence(f"text {entry.kind}", entry.phrase, "description")


class JobTeller:
    """Reads which job a text says it is about: "we are looking for an experienced ..."."""

    def __init__(self, entries: Iterable[Entry], lead_ins: Sequence[str]) -> None:
        self._hubs: dict[str, list[str]] = {}
        for entry in entries:
            if entry.kind == "title" and " " in entry.phrase and not entry.phrase.startswith("-"):
                self._hubs.setdefault(entry.phrase.lower(), []).append(entry.hub)
        self._phrases = TextPhrases(self._hubs)
        self._lead_in = _lead_in(lead_ins)

    def read(self, text: bytes) -> Found:
        """The hubs whose job titles stand behind words that announce a job."""
        told: Found = {}
        for number, start in self._phrases.find(text).items():
            title = self._phrases.phrases[number]
            if self._lead_in.search(text[max(0, start - _WINDOW) : start]):
                for hub in self._hubs.get(title, ()):
                    told.setdefault(hub, (weights.TEXT_NAMES_JOB, Evidence("text names the job", title, "description")))
        return told


def _lead_in(lead_ins: Sequence[str]) -> re.Pattern[bytes]:
    said = "|".join(re.escape(phrase) for phrase in sorted(lead_ins, key=len, reverse=True))
    return re.compile(rf"(?<!such )(?<!well )\b(?:{said})\s+(?:[^\s.;:!?,]+\s+){{0,4}}$".encode())


def as_bytes(text: str) -> bytes:
    """The part of a text that is read, ASCII in lower case."""
    return text[:LONGEST_TEXT].encode(errors="replace").lower()


class LabelReader:
    """Reads departments and tags, which repeat: each spelling is read once."""

    def __init__(self, phrases: TitlePhrases, worth: dict[str, float], field: str) -> None:
        self._phrases, self._worth, self._field = phrases, worth, field
        self._known: dict[str, Found] = {}

    def read(self, label: str) -> Found:
        """The best evidence by hub in a label."""
        label = label[:LONGEST_TITLE]
        found = self._known.get(label)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[label] = self._read(label)
        return found

    def _read(self, label: str) -> Found:
        best: Found = {}
        for piece in read_title(label):
            for hit in self._phrases.find(piece.text):
                if hit.entry.kind == WHOLE_LABEL and hit.entry.phrase != piece.text:
                    continue
                points = self._worth.get(hit.entry.kind, 0.0)
                if points and (hit.entry.hub not in best or points > best[hit.entry.hub][0]):
                    best[hit.entry.hub] = (points, Evidence(self._field, hit.entry.phrase, self._field))
        return best
