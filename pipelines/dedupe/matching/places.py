"""What a place is, and how far two postings' places agree. How to read one out of text is not here."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from pipelines.dedupe.matching.place_names import (
    CITY_COUNTRIES,
    COUNTIES,
    COUNTY_ENDS,
    COUNTY_STARTS,
    PART_OF_COUNTRY,
    PARTS_OF_AREA,
)
from pipelines.dedupe.matching.regions import REGIONS, Region

EVERY_PART = frozenset(PART_OF_COUNTRY.values())


class PlaceRelation(IntEnum):
    """How far two postings' places agree, weakest first."""

    CONFLICT = 0
    UNKNOWN = 1
    WIDER = 2
    OVERLAP = 3
    PART = 4
    EQUAL = 5


@dataclass(slots=True, frozen=True, eq=False)
class Place:
    """One place: its most specific name, every name it lies in, and what is known of state and country.

    Codes with two readings ("CA": California or Canada) leave several countries; a place without a city has no `head`.
    Where it is a street's, `street` is that: two streets of a town may be one vacancy's, or two.
    Made by `make_place`, which returns the one object of those values: places are compared by identity.
    """

    head: str | None
    names: frozenset[str]
    states: frozenset[str]
    countries: frozenset[str]
    is_remote: bool
    street: str | None = None


make_place = lru_cache(maxsize=None)(Place)
EMPTY = make_place(None, frozenset(), frozenset(), frozenset(), False)


@lru_cache(maxsize=65536)
def merge_places(places: tuple[Place, ...]) -> Place:
    """Everything that several places name, as if it were one."""
    return Place(
        None,
        frozenset().union(*(place.names for place in places)),
        frozenset().union(*(place.states for place in places)),
        frozenset().union(*(place.countries for place in places)),
        any(place.is_remote for place in places),
    )


@lru_cache(maxsize=262144)
def compare_places(left: tuple[Place, ...], right: tuple[Place, ...]) -> PlaceRelation:
    """The best reading under which two postings' places agree."""
    if not left or not right:
        return PlaceRelation.UNKNOWN
    if left == right:
        return PlaceRelation.EQUAL
    grid = [[_compare(one, other) for other in right] for one in left]
    if max(map(max, grid)) < PlaceRelation.EQUAL:
        return max(map(max, grid))
    rows_met = all(max(row) is PlaceRelation.EQUAL for row in grid)
    columns_met = all(max(column) is PlaceRelation.EQUAL for column in zip(*grid, strict=True))
    if rows_met and columns_met:
        return PlaceRelation.EQUAL
    return PlaceRelation.PART if rows_met or columns_met else PlaceRelation.OVERLAP


def _compare(one: Place, other: Place) -> PlaceRelation:
    """Two single places: the same, one inside the other, or apart."""
    lands, others = lands_of(one), lands_of(other)
    if _disjoint(lands, others) or _disjoint(one.states, other.states):
        return PlaceRelation.CONFLICT
    if _outside(one, others) or _outside(other, lands):
        return PlaceRelation.CONFLICT
    if one.head and other.head:
        if one.head in other.names or other.head in one.names:
            return _named_alike(one.head, other.head, one.street, other.street)
        is_around = _surrounds(one.head, other) or _surrounds(other.head, one)
        return PlaceRelation.WIDER if is_around else PlaceRelation.CONFLICT
    if (area := _region(one)) and one.head is None:
        return _within(other, one, area)
    if (area := _region(other)) and other.head is None:
        return _within(one, other, area)
    if one.head or other.head or one.countries != other.countries or one.states != other.states:
        return PlaceRelation.WIDER
    return PlaceRelation.EQUAL if one.names == other.names else PlaceRelation.CONFLICT


def _named_alike(one: str, other: str, street: str | None, other_street: str | None) -> PlaceRelation:
    """Two places with a name in common: two streets of a town, a county and a town of it, or the same."""
    if street and other_street and street != other_street:
        return PlaceRelation.PART
    return PlaceRelation.OVERLAP if one != other and (_is_county(one) or _is_county(other)) else PlaceRelation.EQUAL


def _is_county(name: str) -> bool:
    """Whether the name is a county's or a state's, and no town's."""
    return name in COUNTIES or name.startswith(COUNTY_STARTS) or name.endswith(COUNTY_ENDS)


def _surrounds(head: str, part: Place) -> bool:
    """Whether the first is the region named after the city that the other is a part of."""
    return head.startswith("greater ") and head.removeprefix("greater ") in part.names


def _region(place: Place) -> Region | None:
    """The area of many towns that the place is or lies in, if it names one."""
    return next((REGIONS[name] for name in place.names if name in REGIONS), None)


def _within(place: Place, around: Place, region: Region) -> PlaceRelation:
    """A place and `around`, a whole region: one with a town's name in it is how sources write that town, too."""
    if place.head is None:
        return _regions(place, region)
    if place.head in around.names:
        return PlaceRelation.EQUAL
    if region.name in place.names:
        return PlaceRelation.WIDER
    found = place.names & region.towns
    is_sure = bool(found - region.unsure or place.states & region.states)
    return PlaceRelation.WIDER if found and is_sure else PlaceRelation.CONFLICT


def _regions(place: Place, region: Region) -> PlaceRelation:
    """A place without a town, and a region: the same one, one that has towns of it, a land around it, or another."""
    other = _region(place)
    if other is region:
        return PlaceRelation.EQUAL
    return PlaceRelation.CONFLICT if other and other.towns.isdisjoint(region.towns) else PlaceRelation.WIDER


def lands_of(place: Place) -> frozenset[str]:
    """The stated countries; that of a well-known city named alone."""
    if place.countries or place.states or len(place.names) != 1:
        return place.countries
    return CITY_COUNTRIES.get(place.head or "", place.countries)


def _outside(area: Place, lands: frozenset[str]) -> bool:
    """A part of the world, and nothing but countries that are not in it."""
    if area.head or area.countries or not area.names or not lands:
        return False
    parts: set[str] = set().union(*(PARTS_OF_AREA.get(name, EVERY_PART) for name in area.names))
    return all(PART_OF_COUNTRY.get(country) in EVERY_PART - parts for country in lands)


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    """Both sides say something and nothing they say is common."""
    return bool(one) and bool(other) and not (one & other)
