"""Streets, floors and suites: the parts of an address that lie in a town. Which town is not read here."""

import re
from functools import lru_cache

from pipelines.companies import fold, word_set

_NON_WORD = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\d{1,5}[a-z]?|[a-z]")
_DIRECTIONS = word_set("n s e w ne nw se sw north south east west")

# What ends an English street's name: "Main Street"; and what does behind a number only: "12 Mill Court".
_ROADS = word_set(
    "street st str road rd avenue ave lane ln boulevard blvd parkway pkwy highway hwy crescent",
)
_WAYS = word_set(
    """
    way drive dr court ct place pl square sq close row circle cir terrace plaza loop quay walk wharf mews grove gardens
    hill gate pike trail rise broadway
    """
)
# The same in German, Dutch and the Nordic languages, where it ends a word.
_ROAD_ENDS = ("strasse", "str", "straat", "gracht", "gata", "gatan", "gaten", "veien", "vegen", "vagen", "vej", "katu")
_WAY_ENDS = (
    "weg", "platz", "allee", "gasse", "ring", "damm", "ufer", "chaussee", "laan", "plein", "kade", "singel", "dreef",
    "gade", "gate", "alle", "torv", "tie",
)  # fmt: skip
_TOWNS = word_set("weinstrasse yamagata niigata")
# What begins it in Romance languages and Polish.
_RUES = word_set(
    """
    rue avenue av ave boulevard bd bld blvd chemin impasse quai route allee allees via viale piazza piazzale corso calle
    avenida avda paseo carrer carretera passeig rua travessa rodovia praca estrada ul ulica aleje
    """
)
_PLACES = word_set("place square cours esplanade plaza alameda camino ronda largo al plac placa gran")
# Inside a building, or one of many in any town.
_FLOORS = word_set(
    """
    suite ste floor fl unit level building bldg block room etage og stock piso planta andar sector phase plot tower wing
    """
)
_FLOOR = re.compile(r"[a-z]?\d*[a-z]?|\d+(?:st|nd|rd|th)")
_KINDS = word_set("business retail science technology tech industrial enterprise innovation shopping office it")
_PARKS = word_set("park estate centre center campus district")

# Words of an address that are no part of a street's name.
_CALLED = _ROADS | _WAYS | _RUES | _FLOORS | _DIRECTIONS

_WITH_NUMBER = re.compile(r"[^\W\d_]{3,}.*\s\d{1,4}\s?[a-zA-Z]?(?:\s?-\s?\d{1,4})?\s*$")
_WITH_POSTCODE = re.compile(r"\s*(?:[A-Z]{1,2}-)?\d{3} ?\d{1,3}\s+[^\W\d_]{2,}")


def street_of(parts: list[str], kept: list[str]) -> str | None:
    """The name of the street that was left out of the parts, without its number and what calls it a street."""
    for part in parts:
        words = [] if part in kept else _NON_WORD.sub(" ", fold(part)).split()
        told = [word for word in words if not _NUMBER.fullmatch(word) and word not in _CALLED]
        if told:
            end = next((end for end in _ROAD_ENDS if told[-1].endswith(end)), "")
            return " ".join(told).removesuffix(end) or None
    return None


def without_streets(parts: list[str]) -> list[str]:
    """The parts of an address without its street: a name and a number before a town with its postcode is one, too."""
    town = next((at for at, part in enumerate(parts) if at and _WITH_POSTCODE.match(part)), 0)
    kept = [part for at, part in enumerate(parts) if at >= town or not _WITH_NUMBER.match(part)]
    return [part for part in kept if not _lies_in_a_town(part)]


@lru_cache(maxsize=65536)
def _lies_in_a_town(part: str) -> bool:
    """Whether the part names a street, or what is in a building."""
    words = _NON_WORD.sub(" ", fold(part)).split()
    if len(words) == 2 and (_is_floor(*words) or _is_floor(*reversed(words)) or _is_park(*words)):
        return True
    first, end = 0, len(words)
    while first < end and words[first][0].isdigit() and _NUMBER.fullmatch(words[first]):
        first += 1
    while end > first and (_NUMBER.fullmatch(words[end - 1]) or words[end - 1] in _DIRECTIONS):
        end -= 1
    return first < end and _is_street(words[first:end], first > 0, end < len(words))


def _is_street(name: list[str], is_after_number: bool, is_before_number: bool) -> bool:
    """Whether a name with its house number before or behind it is a street's."""
    begin, end = name[0], name[-1]
    if end.endswith(_ROAD_ENDS) and end not in _TOWNS and end not in _ROADS:
        return True
    if is_before_number and end.endswith(_WAY_ENDS):
        return True
    if len(name) > 1 and ((end in _ROADS and name[-2] != "le") or begin in _RUES):
        return True
    return (is_after_number and end in _WAYS) or ((is_after_number or is_before_number) and begin in _PLACES)


def _is_floor(kind: str, which: str) -> bool:
    return kind in _FLOORS and bool(_FLOOR.fullmatch(which))


def _is_park(kind: str, what: str) -> bool:
    return kind in _KINDS and what in _PARKS
