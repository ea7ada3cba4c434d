"""Phrase search: every phrase of every hub in one Aho-Corasick pass. What a hit is worth belongs in scoring.py."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

from pipelines.classify.words import CJK_STARTS, is_word, spelled, unaccented

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
            if plain := spelled(entry.phrase):
                by_pattern[_padded(plain, entry.phrase)].append(entry)
        self._found = [(p[0] != " ", 1 + (p[-1] == " "), entries) for p, entries in by_pattern.items()]
        self._automaton = AhoCorasick(list(by_pattern), implementation=Implementation.DFA)

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

    Works on UTF-8 bytes: the automaton walks them a third faster than characters, and only ASCII is lowered.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        written: dict[str, str] = {}
        for phrase in phrases:
            written[phrase.lower()] = phrase
            if not phrase.isascii():
                written.setdefault(unaccented(phrase), phrase)
        self.phrases = list(written.values())
        self._automaton = BytesAhoCorasick(
            [pattern.encode() for pattern in written],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,
        )

    def find(self, lowered: bytes) -> dict[int, int]:
        """The first place of every spelling in a text, by its place in `phrases`."""
        found: dict[int, int] = {}
        size = len(lowered)
        for number, start, end in self._automaton.find_matches_as_indexes(lowered):
            if number in found:
                continue
            before = lowered[start - 1] if start else 32
            after = lowered[end] if end < size else 32
            if before in _ASCII_WORD or after in _ASCII_WORD:
                continue
            if (before < 128 or not _letter_before(lowered, start)) and (after < 128 or not _letter_at(lowered, end)):
                found[number] = start
        return found


def _letter_before(text: bytes, end: int) -> bool:
    return is_word(text[max(0, end - 4) : end].decode(errors="ignore")[-1:] or " ")


def _letter_at(text: bytes, start: int) -> bool:
    return is_word(text[start : start + 4].decode(errors="ignore")[:1] or " ")
