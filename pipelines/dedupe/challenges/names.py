"""Names of challenges and organizers as sets of words, and how alike two are. Dates are not looked at."""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

#: words that many challenges share: they make no two of them the same
COMMON = frozenset(
    {
        *("hackathon", "hackathons", "hack", "hacks", "hackfest", "ideathon", "designathon", "datathon", "makeathon"),
        *("buildathon", "codeathon", "challenge", "challenges", "competition", "contest", "case", "study", "quiz"),
        *(
            "event",
            "events",
            "edition",
            "season",
            "series",
            "week",
            "day",
            "days",
            "weekend",
            "round",
            "finals",
            "final",
        ),
        *("global", "international", "national", "annual", "online", "virtual", "hybrid", "level", "inter", "college"),
        *(
            "spring",
            "summer",
            "fall",
            "autumn",
            "winter",
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
        ),
        *("the", "a", "an", "of", "for", "in", "at", "on", "by", "with", "and", "to", "x", "your", "our", "from"),
        *("ai", "ml", "web3", "tech", "innovation", "build", "student", "students", "university", "school", "high"),
    }
)
_WORD = re.compile(r"[^\W_]+(?:\.\d+)?")
_YEAR = re.compile(r"20[0-4]\d")
_SHORT_YEAR = re.compile(r"['\u2019](\d\d)\b")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|[ivx]{2,4}")
_GLUED_NUMBER = re.compile(r"(?<=[^\W\d_]{3})(?=\d)")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_NO_PLACE = frozenset(
    {
        *("online", "virtual", "hybrid", "remote", "everywhere", "worldwide", "global", "and", "the", "campus", "hall"),
        *("university", "college", "institute", "school", "center", "centre", "room", "building", "usa", "india"),
        *("united", "states", "america", "canada", "kingdom", "street", "north", "south", "east", "west", "new"),
    }
)
_NEAR_IDENTICAL = 92.0
_ALIKE = 88.0
_SHORT_WORD = 4


@dataclass(slots=True, frozen=True)
class Name:
    """A name as words without its numbers, and apart from it the numbers and years it states."""

    words: str
    telling: frozenset[str]
    years: frozenset[str]
    numbers: frozenset[str]

    def is_other_edition(self, other: "Name") -> bool:
        """Whether both state a year or a number and not the same one."""
        years_differ = bool(self.years and other.years) and not self.years & other.years
        return years_differ or (bool(self.numbers and other.numbers) and self.numbers != other.numbers)

    def is_near_identical(self, other: "Name") -> bool:
        """The same name but for spelling, years and word order."""
        if not self.words or not other.words or self.numbers != other.numbers:
            return False
        if self.words.replace(" ", "") == other.words.replace(" ", ""):
            return True
        left, right = sorted(self.words.split()), sorted(other.words.split())
        # word by word: of two cities' editions nine words in ten are the same
        return len(left) == len(right) and all(map(_is_one_word, left, right))

    def is_alike(self, other: "Name") -> bool:
        """One name holds the other but for spelling; common words alone make no two names alike."""
        if self.is_near_identical(other):
            return True
        shorter, longer = sorted((self.telling, other.telling), key=len)
        return bool(shorter) and all(any(_is_one_word(word, held) for held in longer) for word in shorter)


def name_of(text: str) -> Name:
    """A name made comparable."""
    plain = _plain(text)
    years = {*_YEAR.findall(plain), *(f"20{short}" for short in _SHORT_YEAR.findall(plain))}
    found = _WORD.findall(_GLUED_NUMBER.sub(" ", _SHORT_YEAR.sub(" ", plain)))
    numbers = {_number(word) for word in found if _NUMBER.fullmatch(word) and not _YEAR.fullmatch(word)}
    words = [word for word in found if not _NUMBER.fullmatch(word)]
    return Name(" ".join(words), frozenset(words) - COMMON, frozenset(years), frozenset(numbers))


def _is_one_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > _SHORT_WORD and fuzz.ratio(one, other) >= _ALIKE)


def _number(word: str) -> str:
    return _ROMAN.get(word, word.removesuffix(".0"))


def is_same_organizer(one: str | None, other: str | None) -> bool:
    """Whether both are stated and name the same body; the shorter name may be a part of the longer."""
    if not one or not other:
        return False
    left, right = (" ".join(_WORD.findall(_plain(text))) for text in (one, other))
    return bool(left and right) and (left == right or fuzz.token_set_ratio(left, right) >= _NEAR_IDENTICAL)


def is_same_place(one: str | None, other: str | None) -> bool:
    """Whether both are stated and share a word that names a place; "online" names none."""
    if not one or not other:
        return False
    left, right = ({word for word in _WORD.findall(_plain(text)) if len(word) > 2} for text in (one, other))
    return bool((left & right) - _NO_PLACE)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
