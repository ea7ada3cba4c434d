"""The ladder: from associate to chief product officer, read from the title by the `levels` of the hub file."""

from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick, Implementation

from pipelines.classify.hub_files import Rung
from pipelines.classify.title_said import Placed
from pipelines.classify.titles import Piece, leading_words, without_roles
from pipelines.classify.words import CJK_STARTS, spelled, words
from warehouse.vocabulary import Level

_INDIVIDUALS = ("product manager", "product owner")
_OR = frozenset({"/", "or", "oder", "ou"})


class _Phrases:
    """Finds the rungs that a text speaks for."""

    def __init__(self, by_rung: Iterable[Sequence[str]]) -> None:
        rungs: dict[str, set[int]] = {}
        for rung, phrases in enumerate(by_rung):
            for phrase in phrases:
                rungs.setdefault(_padded(phrase), set()).add(rung)
        self._rungs = list(rungs.values())
        self._automaton = AhoCorasick(list(rungs), implementation=Implementation.ContiguousNFA)

    def rungs(self, texts: Iterable[str]) -> set[int]:
        """The numbers of the rungs whose phrases a text holds as whole words."""
        held = f" {' | '.join(texts)} "
        found = self._automaton.find_matches_as_indexes(held, overlapping=True)
        return set().union(*[self._rungs[number] for number, _, _ in found])


class Ladder:
    """Finds the first rung that fits a title."""

    def __init__(self, rungs: Sequence[Rung]) -> None:
        self._levels = [rung.level for rung in rungs]
        self._titles = _Phrases(rung.titles for rung in rungs)
        self._words = _Phrases(rung.words for rung in rungs)
        self._anywhere = _Phrases(rung.anywhere for rung in rungs)

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
        near = self._words.rungs([*beside, *alone])
        sure = near | self._titles.rungs(head)
        sure |= self._anywhere.rungs(piece.text for piece in pieces if piece.order <= first)
        late = self._anywhere.rungs(piece.text for piece in pieces if piece.order > first)
        for rung, level in enumerate(self._levels):
            # of "senior product manager, early career" the part behind says whom the product is for
            if rung in sure or (rung in late and not (near and level is Level.ASSOCIATE)):
                return level.value
        return Level.PM.value


def _is_individual(placed: Placed) -> bool:
    return not placed.piece.inverted and placed.job.phrase.endswith(_INDIVIDUALS)


def _grade(text: str) -> str:
    """Without the "manager" of "senior manager, product owner": a grade, whoever owns the product leads nobody."""
    return text.replace("senior manager", "senior")


def _padded(phrase: str) -> str:
    plain = spelled(phrase)
    return plain if plain >= CJK_STARTS else f" {plain} "


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
