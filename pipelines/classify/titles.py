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
_REQUISITION = re.compile(r"\bjr[-_ #]*\d{3,}\b")
_HEBREW = re.compile(r"(?<=[\u05d0-\u05ea])(?:[\"\u05f4](?=[\u05d0-\u05ea])|[./](?:ית|ת|ה)(?![\u05d0-\u05ea]))")
_OPEN_COMPOUND = re.compile(
    r"\b([a-z]{4,})-\s*(?:/|(?:und|and|oder|och|og|en|of|eller)\s)\s*([a-z]{3,}?)"
    r"(manager(?:in)?|management|owner|leiter(?:in)?|leitung|entwickler(?:in)?|ledare|leder|leider|chef|ansvarig)\b"
)
_AT = re.compile(r"\s@\s?[^|]*$")
_DASH = "\u2013\u2014"
_CJK_CUT = "\u300c\u300d\u3010\u3011\uff08\uff09\uff5c\u3001\uff0c\u2605"
_CUT = re.compile(
    rf"\s[-{_DASH}~\u2022\u00b7]+\s?|[-{_DASH}]\s|[{_DASH}{_CJK_CUT}|,;:()\[\]{{}}<>\u2022\"\u201c\u201d!?\n\r]+"
)
_SERVED = re.compile(  # "assistant to the CFO", "chief of staff to the CTO and head of data": another's jobs
    r" (?:reporting )?to (?:the |our |an? )?"
    r"(?=(?:c[a-z]{1,2}o|chief|head|[se]?vp|vice|president|managing|director|executives?|(?:co-?)?founders?)\b)"
    rf"(?P<short>c[a-z]{{1,2}}o\b)?(?:(?!\s[-{_DASH}])[^|,;:()\[\]])*"
)
_TWO_FIELDS = re.compile(r"(?P<field>\w+) (?P<joined>/|and) \w+ (?P<role>\w+)$")
_ANOTHER = frozenset({"to", "the", "for", "with", "by", "under", "and", "/"})  # whose title follows is somebody else
_LONGEST_SHORT = 6  # initials with a blank on either side
_JOINED = frozenset({"/", "and"})
_HALVES = re.compile(r"\band\b|/")
_ABOVE = frozenset({"director", "head", "vp"})  # who leads two fields; "strategy and operations manager" is one job
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
    return _without_initials(_CUT.split(_without_noise(title)))


def pieces_of(cut_parts: Iterable[str]) -> list[Piece]:
    """The pieces that the parts of a title are."""
    parts = spelled_parts(cut_parts)
    pieces = [Piece(part, order) for order, part in enumerate(parts)]
    for order, part in enumerate(parts):
        role, readings = _turned(part)
        if role and order + 1 < len(parts):
            readings = _fields(parts[order + 1], role)
        for half, text in enumerate(readings):
            pieces.append(Piece(text, order, True, half))
    return pieces


def spelled_parts(cut_parts: Iterable[str]) -> list[str]:
    """The parts of a title that hold words, in the one spelling."""
    return [plain for part in cut_parts if (plain := _spelled(part))]


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
    if not text.isascii():
        text = _HEBREW.sub("", text)
    text = _without_asides(text)
    # most titles hold neither mark nor inflection: looking for what each must hold is cheaper than trying it
    if _MAY_MARK.search(text):
        text = _GENDER_MARK.sub(" | ", text)
    while _MAY_INFLECT.search(text):
        text, count = _INFLECTION.subn("", text)
        if not count:
            break
    if "- " in text or "-/" in text:
        text = _OPEN_COMPOUND.sub(r"\1\3 / \2\3", text)
    return text


def _without_asides(text: str) -> str:
    """Without a broken "&amp;", the employer behind "@", a requisition number and the person served."""
    if "amp;" in text:
        text = text.replace(" and amp;", " and ")
    if "@" in text:
        text = _AT.sub("", text)
    if "jr" in text:
        text = _REQUISITION.sub(" ", text)
    if " to " in text:
        text = _SERVED.sub(r" to | \g<short>", text)
    return text


def _without_initials(parts: list[str]) -> list[str]:
    """Without "apm" before or behind "accounts payable manager": it stands for those words."""
    if len(parts) == 1:
        return parts
    for place, part in enumerate(parts):
        if len(part) <= _LONGEST_SHORT and (short := part.strip()) in words().abbreviations:
            before, behind = " ".join(parts[:place]).split(), " ".join(parts[place + 1 :]).split()
            said = (before[-len(short) :], behind[: len(short)])
            if short in {"".join(word[0] for word in found) for found in said}:
                return [*parts[:place], *parts[place + 1 :]]
    return parts


@lru_cache(_REMEMBERED)
def _turned(part: str) -> tuple[str, tuple[str, ...]]:
    """The readings of a piece that begins with its role: "vp of product", "vp product".

    A piece that is nothing but a role has its field in the piece behind it: then the role alone.
    """
    found = part.split()
    count = _leading_count(found)
    role = _last_role(found[:count])
    if not role:
        return "", _told_behind(part, found)
    of = _OF.match(part)
    if of and (of_role := _role(of["who"])):
        return "", _fields(of["field"], of_role)
    if not without_roles(part):
        return (role if count == len(found) else ""), ()
    if "/" in found[:count] and not _last_role(" ".join(found[:count]).rpartition("/")[2].split()):
        return "", ()  # of "founding engineer / founding gtm" the role ends before what follows
    rest = found[count:]
    while rest and rest[0] in words().joiners:
        rest = rest[1:]
    return "", _fields(" ".join(rest), role) if rest else ()


def _told_behind(part: str, found: list[str]) -> tuple[str, ...]:
    """The readings of a piece that does not begin with its role."""
    headed = _headed(part) if "head" in found else ()
    if _JOINED.isdisjoint(found):
        return headed
    return (*_shared(part), *_behind_another(found), *_same_field(found), *headed)


def _shared(part: str) -> tuple[str, ...]:
    """The first of two fields before one role: "product manager" of "product / program manager"."""
    both = _TWO_FIELDS.search(part)
    if both is None or both["role"] not in words().roles:
        return ()
    field = both["field"]
    if field in words().roles or field in words().levels or (both["joined"] == "and" and both["role"] not in _ABOVE):
        return ()
    return (f"{part[: both.start()]}{field} {both['role']}",)


def _behind_another(found: list[str]) -> tuple[str, ...]:
    """The readings of the second of two titles: "product head" of "cto / head of product"."""
    place = next(place for place, word in enumerate(found) if word in _JOINED)
    if "to" in found[:place]:  # "advisor to the cmo and head of sales"
        return ()
    second = " ".join(found[place + 1 :])
    return _turned(second)[1] if found[place] == "/" or _OF.match(second) else ()


def _same_field(found: list[str]) -> tuple[str, ...]:
    """The second of two roles in one field: "data analyst" of "data engineer / analyst"."""
    place = next(place for place, word in enumerate(found) if word in _JOINED)
    role, before = _role(" ".join(found[place + 1 :])), found[:place]
    if not role or before[-1] not in words().roles or before[-1] == role:
        return ()
    return (f"{' '.join(before[:-1])} {role}",)


def leading_words(text: str) -> str:
    """The words that begin a piece and only say role or level: "senior director" of "senior director of it"."""
    found = text.split()
    return " ".join(found[: _leading_count(found)])


def _headed(part: str) -> tuple[str, ...]:
    """The readings of "country head of product", but not of "advisor to the head of product"."""
    of = _OF.match(part)
    if of is None or not of["who"].endswith(" head ") or not _ANOTHER.isdisjoint(of["who"].split()):
        return ()
    return _fields(of["field"], "head")


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
    field = _without_place(field)
    halves = [half.strip() for half in _HALVES.split(field)]
    if len(halves) == 1 or " " in halves[-1]:
        halves = []
    return tuple(f"{half} {role}" for half in [field, *halves] if half)


def _without_place(field: str) -> str:
    """Without what ends a field and is not what it is about: "product" of "head of product emea"."""
    found = field.split()
    while len(found) > 1 and found[-1] in words().places:
        found.pop()
    return " ".join(found)


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
