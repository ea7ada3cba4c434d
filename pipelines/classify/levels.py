"""The ladder: from associate to chief product officer, read from the title by the `levels` of the hub file."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from ahocorasick_rs import AhoCorasick, Implementation

from pipelines.classify.hub_files import Rung
from pipelines.classify.title_said import Placed
from pipelines.classify.titles import Piece, leading_words, without_levels, without_roles
from pipelines.classify.words import CJK_STARTS, spelled, words
from warehouse.vocabulary import Level

_INDIVIDUALS = ("product manager", "product owner", "product lead", "product leader")
_OR = frozenset({"/", "or", "oder", "ou", "to", "bis"})
_JOINED = _OR | {"and", "und"}
#: levels that begin another word's meaning behind a job: "product owner lead management", "student services"
_NOUNS = frozenset(
    {"lead", "group", "staff", "principal", "associate", "assistant", "head", "chief", "executive", "student"}
)


class _Phrases:
    """Finds the rungs that a text speaks for."""

    def __init__(self, by_rung: Iterable[Sequence[str]], areas: frozenset[str] = frozenset()) -> None:
        self._areas = areas
        rungs: dict[str, set[int]] = {}
        for rung, phrases in enumerate(by_rung):
            for phrase in phrases:
                rungs.setdefault(_padded(phrase), set()).add(rung)
        self._rungs = list(rungs.values())
        self._automaton = AhoCorasick(list(rungs), implementation=Implementation.ContiguousNFA)

    def rungs(self, texts: Iterable[str], *, is_behind: bool = False) -> set[int]:
        """The numbers of the rungs whose phrases a text holds as whole words, and before no word of an area.

        `is_behind` where the texts are parts of a title behind the job.
        """
        held = f" {' | '.join(texts)} "
        found = self._automaton.find_matches_as_indexes(held, overlapping=True)
        if self._areas:
            found = [each for each in found if not self._is_of_area(held, each[1], each[2], is_behind=is_behind)]
        return set().union(*[self._rungs[number] for number, _, _ in found])

    def _is_of_area(self, held: str, start: int, end: int, *, is_behind: bool) -> bool:
        """Whether a word of an area follows a phrase, or ends a part behind the job that the phrase begins."""
        rest = held[end:].partition("|")[0].split()
        begins = is_behind and (start == 0 or held[start - 1] == "|")
        return bool(rest) and (rest[0] in self._areas or (begins and rest[-1] in self._areas))


class Ladder:
    """Finds the first rung that fits a title."""

    def __init__(self, rungs: Sequence[Rung]) -> None:
        self._levels = [rung.level for rung in rungs]
        self._titles = _Phrases(rung.titles for rung in rungs)
        self._words = _Phrases(rung.words for rung in rungs)
        self._anywhere = _Phrases((rung.anywhere for rung in rungs), words().areas)

    def level(self, pieces: Sequence[Piece], jobs: Sequence[Placed]) -> str:
        """The level said by a title whose jobs of this hub are known; a plain product manager where it says none."""
        first = min((placed.piece.order for placed in jobs), default=0)
        near = self._words.rungs(_near(pieces, jobs, first))
        sure = near | self._titles.rungs(_head(pieces, jobs, first))
        sure |= self._anywhere.rungs(piece.text for piece in pieces if piece.order <= first and not piece.inverted)
        behind = [piece.text for piece in pieces if piece.order > first and not piece.inverted]
        late = self._anywhere.rungs(behind, is_behind=True)
        for rung, level in enumerate(self._levels):
            # of "senior product manager, early career" the part behind says whom the product is for
            if rung in sure or (rung in late and not (near and level is Level.ASSOCIATE)):
                return level.value
        return Level.PM.value


def _near(pieces: Sequence[Piece], jobs: Sequence[Placed], first: int) -> list[str]:
    """What stands beside the jobs of the first place, and what says only how senior."""
    straight, turned = _jobs_at(jobs, first)
    beside = [text for placed in straight or turned for text in _beside(placed, straight or turned)]
    if not straight:
        beside += [_first_offered(text) for text in _leading_at(pieces, first)]
    alone = [_first_offered(piece.text) for piece in pieces if not piece.inverted and not without_roles(piece.text)]
    said = [*beside, *alone]
    return [_grade(text) for text in said] if any(_is_individual(placed) for placed in jobs) else said


def _head(pieces: Sequence[Piece], jobs: Sequence[Placed], first: int) -> list[str]:
    """The first place as a title, the first one where it offers a choice."""
    straight, turned = _jobs_at(jobs, first)
    offered = _offered(straight[0]) if straight else _offered_role(_leading_at(pieces, first), turned)
    return offered or _whole(pieces, first)


def _jobs_at(jobs: Sequence[Placed], order: int) -> tuple[list[Placed], list[Placed]]:
    """The jobs of one place as it stands, first ones first, and those of its other readings."""
    here = [placed for placed in jobs if placed.piece.order == order]
    straight = sorted((placed for placed in here if not placed.piece.inverted), key=lambda placed: placed.job.end)
    return straight, [placed for placed in here if placed.piece.inverted]


def _leading_at(pieces: Sequence[Piece], order: int) -> list[str]:
    return [leading_words(piece.text) for piece in pieces if piece.order == order and not piece.inverted]


def _is_individual(placed: Placed) -> bool:
    return not placed.piece.inverted and placed.job.phrase.endswith(_INDIVIDUALS)


def _grade(text: str) -> str:
    """Without the "manager" of "senior manager, product owner": a grade, whoever owns the product leads nobody.

    Nor does an "assistant vp, product manager".
    """
    return text.replace("senior manager", "senior").replace("assistant vp", "vp").replace("associate vp", "vp")


def _padded(phrase: str) -> str:
    plain = spelled(phrase)
    return plain if plain >= CJK_STARTS else f" {plain} "


def _beside(placed: Placed, all_here: Sequence[Placed]) -> list[str]:
    """What stands before the job, the job's own words, and the level words right behind it."""
    (text, *_), job = placed
    own = "" if placed != all_here[0] and _is_alternative(all_here[0], placed) else _own(placed)
    return [_first_offered(text[: job.start]), own, _behind(text[job.end :].split())]


def _own(placed: Placed) -> str:
    """The job's own words; without the second of two levels: "staff / group product manager"."""
    (text, *_), job = placed
    own, before = text[job.start : job.end], text[: job.start].split()
    return without_levels(own) if before and before[-1] in _OR and words().levels.issuperset(before) else own


def _is_alternative(first: Placed, other: Placed) -> bool:
    """Whether a job is only the second that a title offers: "product manager / group product manager"."""
    (text, *_), job = other
    return first.piece == other.piece and not _OR.isdisjoint(text[first.job.end : job.start].split())


def _behind(found: list[str]) -> str:
    """The level words right behind a job; "group" and the like only at the end: "product manager group insurance"."""
    place = next(
        (place for place, word in enumerate(found) if word not in words().levels or word in _JOINED), len(found)
    )
    said = found[:place]
    if place < len(found) and found[place] not in _JOINED:
        said = [word for word in said if word not in _NOUNS]
    return " ".join(said)


def _whole(pieces: Sequence[Piece], order: int) -> list[str]:
    """All that stands in one place; also "leiter produktmanagement", of which a comma made two pieces."""
    said = [piece for piece in pieces if piece.order == order]
    alone = {piece.text for piece in said if not piece.inverted}
    turned = [piece.text.rpartition(" ") for piece in said if piece.inverted]
    return [*[piece.text for piece in said], *[f"{role} {field}" for field, _, role in turned if role in alone]]


def _offered(placed: Placed) -> list[str]:
    """The first job of a piece that offers a choice, nothing where it does not: "senior / staff product manager".

    A head is one in any case: "product manager / head of product".
    """
    (text, *_), job = placed
    before, behind = text[: job.start].split(), text[job.end :].split()
    first, last = _until_or(before), _until_or(behind)
    if (first, last) == (before, behind) or "head" in text.split():
        return []
    offered = " ".join([_own(placed), *last])
    return [" ".join(first), offered] if before and before[-1] in _OR else [" ".join([*first, offered])]


def _offered_role(leading: Sequence[str], here: Sequence[Placed]) -> list[str]:
    """The same of roles before one field: "product director" of "director / vp of product"; a head stays one."""
    for text in leading:
        found = text.split()
        first = _until_or(found)
        if first and first != found:
            role = "head" if "head" in found else first[-1]
            return [f"{placed.piece.text.rpartition(' ')[0]} {role}" for placed in here]
    return []


def _until_or(found: list[str]) -> list[str]:
    return list(takewhile(lambda word: word not in _OR, found))


def _first_offered(before: str) -> str:
    """Of "senior / staff" the first; nothing of "functional lead /", whose level is another job's."""
    found = before.split()
    first = _until_or(found)
    if first == found:
        return before
    if found[-1] == "/" and not words().levels.issuperset(first):
        return ""
    return " ".join(first)
