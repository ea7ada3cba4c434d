"""What a title is, and how far two titles agree. How to read one out of text is not here."""

import re
from dataclasses import dataclass, field
from enum import IntEnum

from rapidfuzz.distance import OSA

from pipelines.dedupe.matching.place_names import CITY_COUNTRIES, CITY_SPELLINGS, COUNTRY_SPELLINGS, countries, town_of
from pipelines.dedupe.matching.title_marks import is_amount
from pipelines.dedupe.matching.title_words import LEVEL_WORDS, NUMBERED_TERMS, OPENING_WORDS, SEASONS

MOST_INTAKE_WORDS = 3
_YEAR = re.compile(r"20[1-4]\d")


class TitleRelation(IntEnum):
    """How far two titles agree, weakest first.

    COHORT: one names an intake the other leaves out. PART: one goes on where the other ends, with its team or product.
    """

    OTHER = 0
    COHORT = 1
    PART = 2
    CLOSE = 3
    SAME = 4


@dataclass(slots=True)
class Title:
    """The words that tell the role, in sorted order, and the requisition id the title carried.

    `heads` holds what a copy may have left of them: those before the first comma, dash or bracket, those before the
    last, those behind a bracket at the start, those that name no intake. `places` holds the words left out since they
    repeat the place.
    """

    words: tuple[str, ...]
    requisition: str | None = None
    heads: tuple[tuple[str, ...], ...] = ()
    places: frozenset[str] = field(default=frozenset(), compare=False)


def compare_titles(left: Title, right: Title) -> TitleRelation:
    """Whether two titles name the same role."""
    if left.words == right.words:
        return TitleRelation.SAME if left.words else TitleRelation.OTHER
    is_longer = goes_on(left, right)
    if abs(len(left.words) - len(right.words)) > MOST_INTAKE_WORDS and not is_longer:
        return TitleRelation.OTHER
    only_left, only_right = _differences(left.words, right.words)
    if len(only_left) == len(only_right) == 1 and is_typo(only_left[0], only_right[0]):
        return TitleRelation.CLOSE
    if not (only_left and only_right) and all(map(is_intake, only_left or only_right)):
        return TitleRelation.COHORT
    if is_longer and not any(map(_parts_openings, [*only_left, *only_right])):
        return TitleRelation.PART
    return TitleRelation.OTHER


def goes_on(left: Title, right: Title) -> bool:
    """Whether one title is what stands before a comma of the other."""
    return right.words in left.heads or left.words in right.heads


def _parts_openings(word: str) -> bool:
    """Whether a title with the word and one without it are two openings, however alike their texts."""
    if word in LEVEL_WORDS or word in OPENING_WORDS or _is_place(word):
        return True
    return any(map(str.isdigit, word)) and word not in NUMBERED_TERMS and not is_amount(word)


def _is_place(word: str) -> bool:
    """A country, save by the codes that are words, too ("ARM", "VAT"), or a well-known city."""
    if len(word) <= len("ARM") and word not in COUNTRY_SPELLINGS:
        return CITY_SPELLINGS.get(word) in CITY_COUNTRIES
    return word in countries() or town_of(word) in CITY_COUNTRIES


def _differences(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The words, with their counts, that only one of the titles has."""
    missing, extra = list(right), []
    for word in left:
        if word in missing:
            missing.remove(word)
        else:
            extra.append(word)
    return extra, missing


def is_typo(one: str, other: str) -> bool:
    """One slip of the pen, or two neighbours swapped, in a long word.

    In the name of a level only the swap counts: another slip may make another word ("trainee" and "trainer").
    """
    if min(len(one), len(other)) < 5 or any(map(str.isdigit, one + other)):
        return False
    if (one in LEVEL_WORDS or other in LEVEL_WORDS) and sorted(one) != sorted(other):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


def is_intake(word: str) -> bool:
    """A year or a season."""
    return word in SEASONS or bool(_YEAR.fullmatch(word))


def intakes_conflict(left: Title, right: Title) -> bool:
    """Both name an intake, and not the same one."""
    if left.words == right.words:
        return False
    for is_kind in (SEASONS.__contains__, _YEAR.fullmatch):
        one, other = set(filter(is_kind, left.words)), set(filter(is_kind, right.words))
        if one and other and not (one & other):
            return True
    return False


def share_words(left: Title, right: Title) -> bool:
    """At least half of the shorter title stands in the longer one."""
    one, other = set(left.words), set(right.words)
    return 2 * len(one & other) >= min(len(one), len(other))


def is_retold(left: Title, right: Title) -> bool:
    """The titles share most of their words, and those they do not set no two openings apart."""
    only_left, only_right = _differences(left.words, right.words)
    if any(map(_parts_openings, only_left + only_right)):
        return False
    return share_words(left, right) and not intakes_conflict(left, right)
