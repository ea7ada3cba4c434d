"""One line of text into the names of places it holds. What the names come to, `parts` says."""

import re
from collections.abc import Iterator

from pipelines.normalise.places.cjk import cjk_names
from pipelines.normalise.places.countries import (
    city_of,
    country_of,
    country_of_code,
    group_of,
    region_of,
    state_of_code,
)
from pipelines.normalise.places.names import SHARED_CODES, TOWNS, US_STATES

# Between whole places. " OR " in capitals only where a word follows, because "Portland, OR" is a state.
_BETWEEN = re.compile(r"\s*(?:[;|•·\n]|/(?![aA]\b)|,?\s+or\s+|,?\s+OR\s+(?=[A-Za-z]))\s*")
_BRAZILIAN_STATE = re.compile(r"(?<=[a-zà-ÿ])\s?/\s?(?=(?:SP|RJ|MG|PR|RS|SC|BA|PE|CE|GO|DF|ES)\b)")  # "Curitiba/PR"
_AND = re.compile(r",?\s+(?:and|&|\+|und|et|y|e|ou|oder)\s+", re.IGNORECASE)
# Between the parts of a place.
_WITHIN = re.compile(
    r"\s*[,:()\[\]\u3001\uff0c]\s*|\s+[-\u2013\u2014]+\s*|\s*[-\u2013\u2014]+\s+|\u3000|(?<=[^\W\d_]{4})\.\s"
)
REMOTE = re.compile(
    r"\b(?:100% |fully |full[- ]time )?"
    r"(?:remotely|remote|anywhere|telecommute|telework|work[- ]from[- ]home|wfh|home[- ]?(?:based|office)|virtual"
    r"|remot[oa]|t[ée]l[ée]travail|teletrabajo|teletrabalho|zdaln(?:ie|a))\b|リモート",
    re.IGNORECASE,
)
_WORK_WORDS = re.compile(
    r"\b(?:(?:head|main|corporate|regional) offices?|hybrid|on-?site|in[- ]?office|in[- ]person|offices?"
    r"|headquarters|hq|hub|based|flexible|friendly|preferred"
    r"|only|first|eligible|possible|optional|location|locations|open to|select states)\b",
    re.IGNORECASE,
)
_AREA_WORDS = re.compile(
    r"\b(?:greater|metro|metropolitan|area|region|southern|northern|western|eastern|downtown|central|cbd|suburbs)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:(?:anywhere|in|within|from|across|the|or|and|to|of|near)\s+(?=\S))+", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-Za-z]\.){1,3}[A-Za-z]?\Z")
_STATE_NAMES = frozenset(US_STATES.values())
_POSTCODE = re.compile(r"\s+\d{4,}(?:-\d+)?$")
_POSTCODE_FIRST = re.compile(r"(?:[A-Z]{1,2}-\d{4,5}|\d{4}(?: ?[A-Z]{2})?|(\d{5}))\s+(?=[^\W\d])")


def segments(text: str) -> Iterator[str]:
    """The places of a text as written, one by one."""
    for segment in _BETWEEN.split(_BRAZILIAN_STATE.sub(", ", text)):
        parts = _AND.split(segment)
        if len(parts) > 1 and not country_of(segment) and not region_of(segment) and all(map(_is_known, parts)):
            yield from filter(None, parts)
        elif segment:
            yield segment


def names_in(segment: str) -> list[str]:
    """The names of one place in the order written, without the words that say how the work is done there."""
    if found := cjk_names(segment):
        return found
    return [name for part in _WITHIN.split(segment) for name in cjk_names(part.strip()) or _cleaned(part)]


def _is_known(text: str) -> bool:
    names = names_in(text)
    return not names or any(_is_one_name(name) or state_of_code(name) for name in names)


def _cleaned(raw: str) -> Iterator[str]:
    """The names in one part, without the words that say how the work is done there."""
    text = _POSTCODE.sub("", _WORK_WORDS.sub(" ", REMOTE.sub(" ", raw))).strip(" .-\u2013'\u2019*")
    text = _without_postcode(text)
    text = " ".join((text if _is_one_name(text) else _LEADING.sub("", text)).split())
    if _DOTTED.match(text):
        text = text.replace(".", "")
    if not _is_one_name(text) and _is_one_name(smaller := " ".join(_AREA_WORDS.sub(" ", text).split())):
        text = smaller
    if text in {"", "or", "and", "in"}:
        return
    if "-" in text and not _is_one_name(text):
        left, _, right = text.partition("-")
        if _splits(left.strip(" ."), right.strip(" .")):
            yield from _cleaned(left)
            yield from _cleaned(right)
            return
    yield from _spoken(text)


def _without_postcode(text: str) -> str:
    """A name without the postcode before it; the number before a street stays, so that it names nothing."""
    found = _POSTCODE_FIRST.match(text)
    name = text[found.end() :] if found else text
    return name if found and (_is_one_name(name) or (found[1] and " " not in name)) else text


def _is_one_name(text: str) -> bool:
    return bool(city_of(text) or country_of(text) or region_of(text) or group_of(text))


def _splits(left: str, right: str) -> bool:
    """Whether a hyphen joins two names ("US-Chicago", "Paris-France") instead of standing inside one."""
    if not (left and right):
        return True
    is_state = region_of(left) is not None and (city_of(right) is not None or left.lower() in _STATE_NAMES)
    return is_state or bool(
        country_of_code(left) or state_of_code(left) or country_of(left) or country_of(right) or city_of(left)
    )


def _spoken(text: str) -> Iterator[str]:
    """One name, or a name and the country or state written after it without a comma ("London UK", "Provo UT")."""
    words = text.split()
    if len(words) > 1 and not _is_one_name(text):
        for size in (3, 2, 1):
            head, tail = " ".join(words[:-size]), " ".join(words[-size:])
            if head and (_closes(tail) or _closes_city(head, tail)):
                yield from _spoken(head)
                yield tail
                return
        if words[0] in {"US", "USA", "UK"}:
            yield words[0]
            yield " ".join(words[1:])
            return
    yield text


def _closes_city(head: str, tail: str) -> bool:
    """Whether a state's code closes the name of a city of its country: "Sydney NSW", "Toronto ON"."""
    city = city_of(head)
    return city is not None and (state_of_code(tail) == city.country or tail in SHARED_CODES.get(city.country, ()))


def _closes(tail: str) -> bool:
    if tail.lower() in TOWNS:
        return False
    return bool(country_of(tail) or tail in US_STATES or tail == "UK")
