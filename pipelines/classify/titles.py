"""Titles: noise away, then cut into pieces. Which hub a piece names belongs in rulebook.py and scoring.py."""

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pipelines.classify.words import spelled, unaccented, words

LONGEST_TITLE = 300
_REMEMBERED = 20_000  # parts of titles repeat: "remote", "senior software engineer"
_TAG = re.compile(r"<[^<>]{1,200}>")
_GENDER = r"m|w|f|d|h|x|i|gn|v|k|t|div"
_GENDER_MARK = re.compile(
    rf"[(\[]?(?<![\w&])(?:{_GENDER}|mf|all genders?|alle geschlechter)"
    rf"(?:\s?[/|,*]\s?(?:{_GENDER}|a|diverse?|mann|frau)){{1,4}}(?!\w)\*?[)\]]?"
    r"|[(\[](?:gn|all genders?|d|m|f|x|h)[)\]]"
)
_INFLECTION = re.compile(
    r"(?<=[a-z])(?:[·•*:_./]|/-|\()(?:innen|in|es|s|euse|euses|fe|fes|se|rice|trice|ne|ice|ere|iere|e|a|as)\)?(?=[\W_]|$)"
)
_MAY_MARK = re.compile(rf"(?<![\w&])(?:{_GENDER}|mf)\s?[/|,*]|genders?\b|geschlechter|[(\[](?:gn|[dmfxh])[)\]]")
_MAY_INFLECT = re.compile(r"[a-z](?:[·•*:_./(])(?=[a-z])|[a-z]/-")
_AT = re.compile(r"\s@\s?[^|]*$")
_DASH = "\u2013\u2014"
_CJK_CUT = "\u300c\u300d\u3010\u3011\uff08\uff09\uff5c\u3001\uff0c\u2605"
_CUT = re.compile(
    rf"\s[-{_DASH}~\u2022\u00b7]+\s?|[-{_DASH}]\s|[{_DASH}{_CJK_CUT}|,;:()\[\]{{}}<>\u2022\"\u201c\u201d!?\n\r]+"
)
_SERVED = re.compile(  # "assistant to the CFO", "chief of staff to the CTO": another's job
    r" (?:reporting )?to (?:the |our |an? )?"
    r"(?=(?:c[a-z]{1,2}o|chief|head|[se]?vp|vice|president|managing|director|executives?|(?:co-?)?founders?)\b)"
)
_OF = re.compile(r"^(?P<who>.*?)\b(?:of|for) (?P<field>.+)$")


class Piece(NamedTuple):
    """A part of a title; `order` counts from its beginning.

    `inverted` means "Director of Sales" read as "Sales Director"; "Director of Sales and Tax" has two halves, 1 and 2.
    """

    text: str
    order: int
    inverted: bool = False
    half: int = 0


def read_title(title: str | None) -> list[Piece]:
    """Cut a title into pieces, with another reading for each job whose field stands behind it."""
    return pieces_of(cut(title or ""))


def cut(title: str) -> list[str]:
    """The parts of a title, without noise, in the spelling of the title."""
    return _CUT.split(_without_noise(title))


def pieces_of(cut_parts: Iterable[str]) -> list[Piece]:
    """The pieces that the parts of a title are."""
    parts = [plain for part in cut_parts if (plain := _spelled(part))]
    pieces = [Piece(part, order) for order, part in enumerate(parts)]
    for order, part in enumerate(parts):
        role, readings = _turned(part)
        if role and order + 1 < len(parts):
            readings = _fields(parts[order + 1], role)
        for half, text in enumerate(readings):
            pieces.append(Piece(text, order, True, half))
    return pieces


_spelled = lru_cache(_REMEMBERED)(spelled)


def without_levels(text: str) -> str:
    """What a piece says besides how senior, how long and where."""
    levels = words().levels
    return " ".join([word for word in text.split() if word not in levels and not word.isdigit()])


def _without_noise(title: str) -> str:
    text = title[:LONGEST_TITLE]
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    text = unaccented(text)
    if "amp;" in text:
        text = text.replace(" and amp;", " and ")
    if "@" in text:
        text = _AT.sub("", text)
    if " to " in text:
        text = _SERVED.sub(r"\g<0>| ", text)
    # most titles hold neither mark nor inflection: looking for what each must hold is cheaper than trying it
    if _MAY_MARK.search(text):
        text = _GENDER_MARK.sub(" | ", text)
    while _MAY_INFLECT.search(text):
        text, count = _INFLECTION.subn("", text)
        if not count:
            break
    return text


@lru_cache(_REMEMBERED)
def _turned(part: str) -> tuple[str, tuple[str, ...]]:
    """The readings of a piece that begins with its role: "vp of product", "vp product".

    A piece that is nothing but a role has its field in the piece behind it: then the role alone.
    """
    found = part.split()
    count = _leading_count(found)
    role = _last_role(found[:count])
    if not role:
        return "", ()
    of = _OF.match(part)
    if of and (of_role := _role(of["who"])):
        return "", _fields(of["field"], of_role)
    if not without_roles(part):
        return (role if count == len(found) else ""), ()
    rest = found[count:]
    while rest and rest[0] in words().joiners:
        rest = rest[1:]
    return "", _fields(" ".join(rest), role) if rest else ()


def _leading_count(found: list[str]) -> int:
    """How many words at the beginning only say role or level."""
    leading, levels = words().leading, words().levels
    for count, word in enumerate(found):
        if word not in leading and word not in levels:
            return count
    return len(found)


def _last_role(found: list[str]) -> str:
    leading = words().leading
    return next((word for word in reversed(found) if word in leading), "")


@lru_cache(_REMEMBERED)
def _fields(field: str, role: str) -> tuple[str, ...]:
    """The field, and its halves where the last is one word; "product and finance technology" is about technology."""
    halves = [half.strip() for half in re.split(r"\band\b", field)]
    if len(halves) == 1 or " " in halves[-1]:
        halves = []
    return tuple(f"{half} {role}" for half in [field, *halves] if half)


def is_role(text: str) -> bool:
    """Whether a piece is nothing but a role and its level: "senior director"."""
    return bool(_role(text))


def _role(text: str) -> str:
    """The role word that ends a piece made of nothing but level and role words, else nothing."""
    found = text.split()
    return _last_role(found) if _leading_count(found) == len(found) else ""


def without_roles(text: str) -> str:
    """What a piece says besides level and role words."""
    leading = words().leading
    return " ".join([word for word in without_levels(text).split() if word not in leading])
