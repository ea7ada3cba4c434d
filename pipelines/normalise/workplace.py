"""Where the work is done, by strength of evidence: the platform's own field, its remote flag, place, title, body."""

import re
from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick, Implementation

from warehouse.vocabulary import WorkplaceType

_HYBRID, _REMOTE, _ONSITE = WorkplaceType.HYBRID, WorkplaceType.REMOTE, WorkplaceType.ONSITE

_NOT_REMOTE = re.compile(
    r"\b(?:not?|non)[\s-]*remote|remote[\s-]*(?:friendly|optional|eligible|possible)|not commutable", re.IGNORECASE
)
_FIELD_WORDS = (
    (_HYBRID, re.compile(r"hybrid", re.IGNORECASE)),
    (_REMOTE, re.compile(r"remote|work from home|wfh|telecommut|virtual|home[\s-]?based|distributed", re.IGNORECASE)),
    (_ONSITE, re.compile(r"on[ _-]?site|in[\s-]?(?:office|person)|office[\s-]based|^office$|frontline", re.IGNORECASE)),
)
_PLACE_WORDS = (
    (_HYBRID, re.compile(r"\bhybrid\b|ハイブリッド", re.IGNORECASE)),
    (
        _REMOTE,
        re.compile(
            r"\b(?:remote(?:ly)?|telecommute|work from (?:home|anywhere)|^anywhere|^virtual|wfh|home[\s-]based"
            r"|homeoffice|remot[oa]|teletrabajo|teletrabalho"
            r"|t[ée]l[ée]travail|zdaln(?:ie|a))\b|リモート",
            re.IGNORECASE,
        ),
    ),
    (_ONSITE, re.compile(r"\b(?:on-?site|in[\s-]?office|in person)\b", re.IGNORECASE)),
)
# In a title the word counts only where it stands apart: "Hybrid Cloud", "Remote Sensing" are fields of work.
_TITLE_WORDS = re.compile(
    r"[(\[][^()\[\]]*\b(remote|hybrid|on-?site)\b[^()\[\]]*[)\]]"
    r"|(?:[-\u2013\u2014|,:/])\s*(?:fully |100% )?(remote|hybrid|on-?site)\b(?=\s*(?:\Z|[-\u2013\u2014|,:/()]|in\b))"
    r"|^(remote)\s*[-\u2013\u2014|,:]|\b(remote)$",
    re.IGNORECASE,
)
_KIND_WORD = rb"(remote|hybrid|on-?site|in-office|in-person)\b"
_ALL = rb"(?:fully |100 ?% |entirely |completely |full )"
_SPEAKERS = (  # what speaks of the role, begun at a word's start
    rb"th(?:is|e) (?:(?:role|position|job) (?:is|will be)|is) (?:an? )?"
    + (_ALL + rb"?" + _KIND_WORD + rb"(?![- ](?:friendly|first|cloud))"),
    rb"this " + _ALL + rb"?(remote|hybrid|on-?site) (?:role|position|job|opportunity)\b",
    rb"(?:location|job designation|work(?:place|ing)? ?(?:type|model|mode|arrangement|location|style|setup)?"
    rb"|arbeitsmodell|arbeitsort)\s?:\s?(?:fully |100% )?" + _KIND_WORD,
    rb"job designation\s" + _KIND_WORD,
    (_ALL + _KIND_WORD + rb"(?! (?:is|work is|not|option|work not|friendly|m\xc3\xb6glich|possible|or|oder)\b)"),
    rb"(hybrid)(?:(?:es?|e[nrs])? (?:work(?:ing|place)?|office|arbeits)[ -]?(?:model|modell|policy|schedule|environment"
    rb"|setup|arrangement|role|position|pattern|week|approach)"
    rb"| (?:schedule|role|position|arrangement|set-?up|basis|contract|days))",
    rb"(?:we|our|in) (?:\w+ )?(?:in |on |with )?(?:an? |our )?(hybrid) (?:model|policy|team|company)",
    rb"work (remote)ly from anywhere",
    rb"(?:be|work) (on-?site|in-person) (?:[\w-]+ ){0,5}(?:5 days|five days|every day|each day|daily)\b",
)
_BODY_WORDS = re.compile(  # read in small letters, around each of the marks
    rb"(?<!not )(?<! or )(?<!oder )\b(?:" + rb"|".join(_SPEAKERS) + rb")|#li-(remote|hybrid)\b"
)
_N, _DAYS = "[1-4](?: ?(?:-|\u2013|a|à|bis|do) ?[2-4])?", "(?:jours?|tage?|días?|dias?|dni|dagen|giorni)"
#: the same in other languages: each speaks of the work, never of a team or a technology
_FOREIGN_WORDS = tuple(
    (kind, re.compile(words.encode()))
    for kind, words in (
        (
            _REMOTE,
            r"(?:100 ?%|totalmente|completamente|w pełni|full(?:y)?) (?:en |de )?(?:remot[oa]|home ?office"
            r"|télétravail|zdaln)"
            r"|télétravail (?:total|complet|à 100)|(?:modalidad|modalidade|modelo)(?: de trabajo"
            r"| de trabalho)?:? remot[oa]"
            r"|praca (?:w pełni )?zdalna|フルリモート|完全リモート|volledig op afstand",
        ),
        (
            _HYBRID,
            r"(?:modalidad|modalidade|modelo|modello|lavoro|trabajo|trabalho|formato)(?: de trabajo"
            r"| de trabalho)?:? (?:h(?:í|i)brid|ibrid)"
            r"|prac[ay] hybrydow|model hybrydowy|hybrides? (?:arbeiten|werken)|(?:arbeitest|arbeiten|werkt?"
            r"|werken) hybride?\b"
            rf"|télétravail[^.\n]{{0,20}}{_N} {_DAYS}|{_N} {_DAYS} (?:de |en |im |di )(?:télétravail|remoto"
            rf"|home ?office|smart)"
            r"|ハイブリッド(?:勤務|ワーク)|週[0-9]日(?:程度)?(?:の)?出社|リモート(?:と出社|併用)",
        ),
        (
            _ONSITE,
            r"(?:100 ?%|totalmente) presencial|(?:modalidad|modalidade|modelo)(?: de trabajo"
            r"| de trabalho)?:? presencial"
            r"|in presenza presso|praca stacjonarna|フル出社",
        ),
    )
)
_COUNT = rb"(?:[1-4]|one|two|three|four)\+?(?:\s*(?:-|\xe2\x80\x93|to|or)\s*(?:[2-4]|two|three|four))?"
_OFFICE_DAYS = re.compile(  # read likewise, around "days": some days of the week in the office, the others not
    rb"\b(?<![1-4]-)"
    + _COUNT
    + rb"\s*days?(?:\s*(?:a|per|each|every|/)\s*week)?,?\s*(?:in|at|from)[\s-](?:the|our|an)\s(?:[\w.]+ ){0,3}"
    rb"office\b|\boffice\s(?:\w+ ){0,2}" + _COUNT + rb"\s*days?\s*(?:a|per|each|every|/)\s*week"
)
_MARKS = (b"remote", b"hybrid", b"onsite", b"on-site", b"in-office", b"in-person")
_FOREIGN_MARKS = (
    "télétravail", "zdaln", "hybryd", "remoto", "remota", "presenci", "presenza", "homeoffice", "home office", "híbrid",
    "ibrid", "hybride", "op afstand", "stacjonarn", "リモート", "出社", "ハイブリッド",
)  # fmt: skip
_BODY_MARKS = BytesAhoCorasick([*_MARKS, *map(str.encode, _FOREIGN_MARKS)], implementation=Implementation.DFA)
_HYBRID_MARK = 1  # German and Dutch write it as English does
_DAYS_TAIL = 60
_LEAD, _TAIL = 50, 30  # more than the words before a mark, and those from it on, can be long
_NAMES = {"remote": _REMOTE, "hybrid": _HYBRID}


def workplace_type(
    stated: str | None,
    is_remote: bool | None,
    places: Iterable[str],
    title: str,
    text: str | None,
    *,
    is_city_named: bool = True,
) -> WorkplaceType | None:
    """The strongest evidence that says anything.

    A remote flag is also set for hybrid work, so words may correct it where a city is named. A flag
    of false only rules remote out. Evidence that names several kinds at once says nothing, except a place:
    remote beside an office is remote.
    """
    if stated and (found := _only(_kinds(stated, _FIELD_WORDS))):
        return found
    place = _of_place(" ; ".join(places))
    if is_remote:
        words = (_of_title(title) or _of_body(text)) if is_city_named else None
        return _HYBRID if _HYBRID in (place, words) else _REMOTE
    weaker = place or _of_title(title) or _of_body(text)
    return None if is_remote is False and weaker is _REMOTE else weaker


def _kinds(text: str, words: tuple[tuple[WorkplaceType, re.Pattern[str]], ...]) -> set[WorkplaceType]:
    text = _NOT_REMOTE.sub(" ", text)
    return {kind for kind, pattern in words if pattern.search(text)}


@lru_cache(65536)
def _of_place(text: str) -> WorkplaceType | None:
    kinds = _kinds(text, _PLACE_WORDS)
    if kinds == {_HYBRID, _ONSITE}:
        return _HYBRID  # "Hybrid, 3 days in office"
    return _REMOTE if kinds == {_REMOTE, _ONSITE} else _only(kinds)


def _of_body(text: str | None) -> WorkplaceType | None:
    lower = (text or "").encode("utf-8", "replace").lower()
    kinds: set[WorkplaceType] = set()
    for mark, at, end in _BODY_MARKS.find_matches_as_indexes(lower):
        near = lower[max(0, at - _LEAD) : end + _TAIL]
        kinds |= {_kind(next(filter(None, found.groups())).decode()) for found in _BODY_WORDS.finditer(near)}
        if mark >= len(_MARKS) or mark == _HYBRID_MARK:
            kinds |= {kind for kind, words in _FOREIGN_WORDS if words.search(near)}
    return _only(kinds) or (_HYBRID if not kinds and _has_office_days(lower) else None)


def _has_office_days(lower: bytes) -> bool:
    if b"office" not in lower:
        return False
    at = lower.find(b" day")
    while at >= 0:
        if _OFFICE_DAYS.search(lower, max(0, at - _LEAD), at + _DAYS_TAIL):
            return True
        at = lower.find(b" day", at + 1)
    return False


@lru_cache(65536)
def _of_title(title: str) -> WorkplaceType | None:
    return _only({_kind(next(filter(None, found.groups()))) for found in _TITLE_WORDS.finditer(title)})


def _kind(word: str) -> WorkplaceType:
    return _NAMES.get(word.lower(), _ONSITE)


def _only(kinds: set[WorkplaceType]) -> WorkplaceType | None:
    return next(iter(kinds)) if len(kinds) == 1 else None
