"""Phrase search: every phrase of every hub in one Aho-Corasick pass. What a hit is worth belongs in scoring.py."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

from pipelines.classify.words import CJK_STARTS, is_word, phrase_spelled, unaccented

_SHORT, _FEW = 3, 64  # bytes of a short phrase; phrases up to which the automaton can skip through a text
_MANY = 2_000  # phrases from which the faster automaton takes longer to build than it saves
#: kind of a title that is a hub's only where the rest of the listing speaks for it
CONTESTED = "title, contested"
#: kind of a phrase that says something only where it is all that a label says
WHOLE_LABEL = "department"
#: in place of a hub: the work of a title that belongs to none ("police officer")
OUTSIDE = "outside"
Match = tuple[int, int, int]  # number, start, end
_place = itemgetter(1)
_ASCII_WORD = frozenset(byte for byte in range(128) if chr(byte).isalnum())


class Entry(NamedTuple):
    """A phrase of a hub and what kind of phrase it is."""

    hub: str
    kind: str
    phrase: str


class Hit(NamedTuple):
    """An entry found in a piece of a title; start and end count characters of the piece."""

    entry: Entry
    start: int
    end: int


class TitlePhrases:
    """Finds phrases as whole words in pieces of titles."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_pattern: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if plain := phrase_spelled(entry.phrase):
                by_pattern[_padded(plain, entry.phrase)].append(entry)
        self._found = [(p[0] != " ", 1 + (p[-1] == " "), entries) for p, entries in by_pattern.items()]
        # thousands of phrases for pieces of few words: the smaller automaton is built in half the time, as fast to ask
        self._automaton = AhoCorasick(list(by_pattern), implementation=Implementation.ContiguousNFA)

    def find(self, piece: str) -> list[Hit]:
        """Every phrase in a piece, overlapping ones too."""
        padded = f" {piece} "
        hits: list[Hit] = []
        for number, start, end in self._automaton.find_matches_as_indexes(padded, overlapping=True):
            left, right, entries = self._found[number]
            for entry in entries:
                hits.append(Hit(entry, start - left, end - right))
        return hits


def _padded(plain: str, phrase: str) -> str:
    """Blanks stand for the borders of words; a leading hyphen lifts the left one, CJK has none."""
    left = "" if phrase.startswith("-") or plain[0] >= CJK_STARTS else " "
    right = "" if plain[-1] >= CJK_STARTS else " "
    return f"{left}{plain}{right}"


class TextPhrases:
    """Finds phrases as whole words in running text, longest first.

    Works on UTF-8 bytes: the automaton walks them a third faster than characters, and only ASCII is lowered. Phrases
    of three letters are sought by themselves: among a few dozen longer ones they would make it stop at every word.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        written: dict[str, str] = {}
        for phrase in phrases:
            written[phrase.lower()] = phrase
            if not phrase.isascii():
                written.setdefault(unaccented(phrase), phrase)
        self.phrases = list(written.values())
        patterns = [pattern.encode() for pattern in written]
        apart = _SHORT if len(patterns) <= _FEW else 0
        self._long = _Search([(n, pattern) for n, pattern in enumerate(patterns) if len(pattern) > apart])
        self._short = _Search([(n, pattern) for n, pattern in enumerate(patterns) if len(pattern) <= apart])

    def find(self, lowered: bytes) -> dict[int, int]:
        """The first place of every spelling in a text, by its place in `phrases`; in the order of the text."""
        matches = self._long.matches(lowered)
        found = self._long.first_places(lowered, matches)
        if short := self._short.matches(lowered):
            places = self._short.first_places(lowered, [match for match in short if not _inside(match[1], matches)])
            if places:
                return dict(sorted({**found, **places}.items(), key=_place))
        return found


class _Search:
    """Some of the phrases of a text, compiled, with their numbers among all."""

    def __init__(self, patterns: Sequence[tuple[int, bytes]]) -> None:
        self._numbers = [number for number, _ in patterns]
        self.matches = BytesAhoCorasick(
            [pattern for _, pattern in patterns],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA if len(patterns) < _MANY else Implementation.ContiguousNFA,
        ).find_matches_as_indexes

    def first_places(self, text: bytes, matches: Sequence[Match]) -> dict[int, int]:
        """The first place of each phrase among matches that is a word of its own."""
        found: dict[int, int] = {}
        numbers = self._numbers
        for index, start, end in matches:
            number = numbers[index]
            if number not in found and _is_whole(text, start, end):
                found[number] = start
        return found


def _inside(place: int, matches: Sequence[Match]) -> bool:
    """Whether a place lies in one of the matches, which do not overlap."""
    before = bisect_right(matches, place, key=_place) - 1
    return before >= 0 and place < matches[before][2]


def _is_whole(text: bytes, start: int, end: int) -> bool:
    before = text[start - 1] if start else 32
    after = text[end] if end < len(text) else 32
    if before in _ASCII_WORD or after in _ASCII_WORD:
        return False
    return (before < 128 or not _letter_before(text, start)) and (after < 128 or not _letter_at(text, end))


def _letter_before(text: bytes, end: int) -> bool:
    return is_word(text[max(0, end - 4) : end].decode(errors="ignore")[-1:] or " ")


def _letter_at(text: bytes, start: int) -> bool:
    return is_word(text[start : start + 4].decode(errors="ignore")[:1] or " ")
