"""Titles not read as they stand: misspelled words are read as the nearest word of the hubs' titles.

Words glued together are read as the field and the role they are. Known words are never changed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from pipelines.classify.phrasebook import OUTSIDE, Entry
from pipelines.classify.titles import without_levels
from pipelines.classify.words import phrase_spelled, words

SHORTEST_WORD = 5
_SHORT = 7  # letters from which a word may differ by two
SIMILARITY = 84.0
_REMEMBERED = 20_000
_HINTS = frozenset({"strong", "fair", "weak"})


class Speller:
    """Corrects words by the vocabulary of all hubs, and recognises titles written in another order."""

    def __init__(
        self, titles: Iterable[str], aims: Iterable[str], right: Iterable[str] = (), fields: Iterable[str] = ()
    ) -> None:
        self._titles = {_in_order(title): title for title in titles if " " in title}
        self._fields = frozenset(fields)
        self._glued = re.compile(rf"(?:{'|'.join(words().glued)})(?:in)?$")
        meant = frozenset(aims)
        self._known = meant.union(right)
        self._words: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(meant):
            if len(word) >= SHORTEST_WORD and word.isalpha():
                self._words[word[0]].append(word)
        self._by_letters = {(word[0], *sorted(word)): word for words in self._words.values() for word in words}
        self._word = lru_cache(_REMEMBERED)(self._corrected)
        self.reordered = lru_cache(_REMEMBERED)(self._reordered)

    def correct(self, piece: str) -> str:
        """The piece with each unknown word replaced by the nearest known one, where one is near."""
        return " ".join(self._word(word) for word in piece.split())

    def part(self, piece: str) -> str:
        """The piece with each word that is a field and a role in one taken apart: "logistikmitarbeiter"."""
        return " ".join([self._parted(word) for word in piece.split()])

    def _parted(self, word: str) -> str:
        ending = self._glued.search(word) if word not in self._known else None
        if ending is None:
            return word
        before = word[: ending.start()]
        field = next((field for field in (before, before.removesuffix("s")) if field in self._fields), None)
        return f"{field} {ending[0]}" if field else word

    def _reordered(self, piece: str) -> str | None:
        """The title that the piece is with its words in another order, level words aside, if there is one."""
        return self._titles.get(_in_order(without_levels(piece)))

    def _corrected(self, word: str) -> str:
        if word in self._known or len(word) < SHORTEST_WORD - 1 or not word.isalpha():
            return word
        if word.endswith("s") and word[:-1] in self._known:
            return word[:-1]
        # the first letter is seldom mistyped: only words that begin alike are compared
        found = process.extractOne(word, self._words.get(word[0], ()), scorer=fuzz.ratio, score_cutoff=SIMILARITY)
        if found is None:
            swapped = self._by_letters.get((word[0], *sorted(word)), word)
            return swapped if OSA.distance(word, swapped) == 1 else word
        near = OSA.distance(word, found[0]) <= (1 if len(word) < _SHORT else 2)
        return str(found[0]) if near else word


def _in_order(title: str) -> str:
    return " ".join(sorted(title.split()))


def speller_for(entries: Sequence[Entry], english: Iterable[str]) -> Speller:
    """A speller that knows every word of the hubs and of the shared lists.

    It corrects to none of those that only name work of no hub, nor to a short one of another language than English:
    "segment" is no slip of "sergent", nor "past" of "prast".
    """
    titles = [phrase_spelled(entry.phrase) for entry in entries if entry.kind == "title"]
    shared = {*words().roles, *words().leading, *words().levels, *words().joiners}
    common = shared.union(_words_of(english), _words_of(entry.phrase for entry in entries if entry.kind in _HINTS))
    meant = _words_of(entry.phrase for entry in entries if entry.hub != OUTSIDE) | shared
    aims = {word for word in meant if len(word) >= _SHORT or word in common}
    known = _words_of(entry.phrase for entry in entries)
    fields = {phrase_spelled(entry.phrase) for entry in entries if entry.kind == "field"}
    return Speller(titles, aims, known.union(meant, words().spelled_right), fields)


def _words_of(phrases: Iterable[str]) -> set[str]:
    return {word for phrase in phrases for word in phrase_spelled(phrase).split()}
