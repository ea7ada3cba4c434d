"""From what a reader types to published words: other endings, beginnings, typing mistakes, words run together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

#: words beyond these are not looked at; a query is no text
MOST_WORDS = 8
_MOST_ENDINGS = 30
#: a word this rare may be a typing mistake of one that is so much more frequent
_RARE, _MUCH = 3, 20

Vocabulary = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """One word a reader asks for: the published words that answer it, and what it was taken for, where it is none."""

    word: str
    terms: tuple[str, ...]
    taken_for: str | None = None


def look_up(words: Sequence[str], vocabulary: Vocabulary) -> list[Asked]:
    """Each word asked for, once, with the published words that answer it; none where nothing comes near."""
    return [_asked(word, vocabulary) for word in list(dict.fromkeys(words))[:MOST_WORDS]]


def likelier(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """The same query with rare words replaced by far more frequent ones a slip away: what may have been meant."""
    better = [_likelier(word, vocabulary) or word for word in words[:MOST_WORDS]]
    return " ".join(better) if better != list(words[:MOST_WORDS]) else None


def _asked(word: str, vocabulary: Vocabulary) -> Asked:
    if terms := [form for form in _forms(word) if form in vocabulary]:
        return Asked(word, tuple(terms))
    if terms := _beginning(word, vocabulary):
        return Asked(word, tuple(terms))
    if near := _near(word, vocabulary):
        return Asked(word, tuple(form for form in _forms(near) if form in vocabulary), near)
    return Asked(word, (), _apart(word, vocabulary))


def _forms(word: str) -> list[str]:
    """The word, and its singular or plural."""
    return [word, word.removesuffix("s")] if word.endswith("s") and len(word) > 3 else [word, word + "s"]


def _beginning(word: str, vocabulary: Vocabulary) -> list[str]:
    if len(word) < 2:
        return []
    longer = [term for term in vocabulary if term.startswith(word)]
    return sorted(longer, key=lambda term: (-vocabulary[term], term))[:_MOST_ENDINGS]


def _near(word: str, vocabulary: Vocabulary) -> str | None:
    """The word a slip or two away, the nearest and then the most frequent. Digits are never slips."""
    slips = (0, 0, 0, 1, 1, 1)[len(word)] if len(word) < 6 else 2
    if not slips or not word.isalpha():
        return None
    close = process.extract(word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
    found = [(distance, -vocabulary[term], term) for term, distance, _ in close if term != word]
    return min(found)[2] if found else None


def _apart(word: str, vocabulary: Vocabulary) -> str | None:
    """Two words typed as one: `productmanager`."""
    parts = [(word[:cut], word[cut:]) for cut in range(2, len(word) - 1)]
    known = [pair for pair in parts if pair[0] in vocabulary and pair[1] in vocabulary]
    return " ".join(max(known, key=lambda pair: min(vocabulary[part] for part in pair))) if known else None


def _likelier(word: str, vocabulary: Vocabulary) -> str | None:
    count = vocabulary.get(word, 0)
    if not 0 < count <= _RARE:
        return None
    near = _near(word, vocabulary)
    return near if near and vocabulary[near] >= _MUCH * count else None
