"""The ladder: from associate to chief product officer, read from the title by the `levels` of the hub file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.classify.hub_files import Rung
from pipelines.classify.title_reading import Placed
from pipelines.classify.titles import Piece, leading_words, without_roles
from pipelines.classify.words import CJK_STARTS, spelled, words
from warehouse.vocabulary import Level


@dataclass(slots=True, frozen=True)
class _Step:
    level: Level
    titles: tuple[str, ...]
    words: tuple[str, ...]
    anywhere: tuple[str, ...]


_INDIVIDUALS = ("product manager", "product owner")
_OR = frozenset({"/", "or", "oder", "ou"})


class Ladder:
    """Finds the first rung that fits a title."""

    def __init__(self, rungs: Sequence[Rung]) -> None:
        self._steps = [
            _Step(rung.level, _padded(rung.titles), _padded(rung.words), _padded(rung.anywhere)) for rung in rungs
        ]

    def level(self, pieces: Sequence[Piece], jobs: Sequence[Placed]) -> str:
        """The level said by a title whose jobs of this hub are known; a plain product manager where it says none."""
        first = min((placed.piece.order for placed in jobs), default=0)
        head = [piece.text for piece in pieces if piece.order == first]
        here = [placed for placed in jobs if placed.piece.order == first]
        straight = [placed for placed in here if not placed.piece.inverted]
        beside = [text for placed in straight or here for text in _beside(placed)]
        if not straight:
            beside += [leading_words(piece.text) for piece in pieces if piece.order == first and not piece.inverted]
        alone = [piece.text for piece in pieces if not piece.inverted and not without_roles(piece.text)]
        if any(_is_individual(placed) for placed in jobs):
            beside, alone = [_grade(text) for text in beside], [_grade(text) for text in alone]
        early = _held(piece.text for piece in pieces if piece.order <= first)
        late = _held(piece.text for piece in pieces if piece.order > first)
        there, near = _held(head), _held([*beside, *alone])
        ranked = any(_holds(near, step.words) for step in self._steps)
        for step in self._steps:
            # of "senior product manager, early career" the part behind says whom the product is for
            everywhere = early if ranked and step.level is Level.ASSOCIATE else early + late
            if _holds(everywhere, step.anywhere) or _holds(there, step.titles) or _holds(near, step.words):
                return step.level.value
        return Level.PM.value


def _is_individual(placed: Placed) -> bool:
    return not placed.piece.inverted and placed.job.phrase.endswith(_INDIVIDUALS)


def _grade(text: str) -> str:
    """Without the "manager" of "senior manager, product owner": a grade, whoever owns the product leads nobody."""
    return text.replace("senior manager", "senior")


def _padded(phrases: Sequence[str]) -> tuple[str, ...]:
    plain = [spelled(phrase) for phrase in phrases]
    return tuple(phrase if phrase >= CJK_STARTS else f" {phrase} " for phrase in plain)


def _held(texts: Iterable[str]) -> str:
    return f" {' | '.join(texts)} "


def _holds(held: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in held for phrase in phrases)


def _beside(placed: Placed) -> list[str]:
    """What stands before the job, the job's own words, and the level words right behind it."""
    (text, *_), job = placed
    behind = []
    for word in text[job.end :].split():
        if word not in words().levels:
            break
        behind.append(word)
    return [_first_offered(text[: job.start]), text[job.start : job.end], " ".join(behind)]


def _first_offered(before: str) -> str:
    """Of "senior / staff" the first; nothing of "functional lead /", whose level is another job's."""
    found = before.split()
    place = next((place for place, word in enumerate(found) if word in _OR), None)
    if place is None:
        return before
    others = [word for word in found[:place] if word not in words().levels]
    if found[-1] == "/" and others:
        return ""
    return " ".join(found[:place])
