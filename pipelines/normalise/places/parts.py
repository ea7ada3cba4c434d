"""What a row of names comes to: "New York", "NY", "US" is one place, "London", "Paris" are two.

A name that cannot be told apart (Georgia, Cambridge, a lone CA) stays null: right or not at all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.normalise.places.countries import (
    STATES,
    City,
    city_of,
    country_of,
    country_of_code,
    group_of,
    key_of,
    region_of,
    state_of_code,
)
from pipelines.normalise.places.names import (
    CITY_STATES,
    CODE_CITIES,
    HOME_NATIONS,
    SHARED_CODES,
    TOWNS,
    US_STATES,
    WORLDWIDE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `group` is a group of countries ("EMEA"); `is_remote` says that the words around it said remote."""

    location: str | None = None
    locality: str | None = None
    region: str | None = None
    country: str | None = None
    group: str | None = None
    is_remote: bool = False
    is_country_said: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it names nothing that can be found on a map."""
        return not (self.locality or self.region or self.country or self.group)


def places_of_names(parts: Sequence[str]) -> list[Place]:
    """The places that a row of names makes: "New York", "NY", "US" is one, "London", "Paris" are two."""
    places: list[Place] = []
    draft = Place()
    for index, part in enumerate(parts):
        after = parts[index + 1 :]
        taken = _take(draft, part, after)
        if taken is None:
            places.append(draft)
            same = Place(country=draft.country) if draft.locality is None else Place()
            taken = _take(same, part, after) or _take(Place(), part, after) or Place()
        draft = taken
    return [_finished(place) for place in (*places, draft) if not place.is_empty]


def _finished(place: Place) -> Place:
    """A place whose country, where unsaid, follows from a well-known city standing alone."""
    city = city_of(place.locality) if place.locality else None
    if city and place.country in (None, city.country):
        region = region_code(place.region, city.country) or city.region
        return replace(place, locality=city.name, country=city.country, region=region, is_country_said=False)
    if place.locality is None and place.country in CITY_STATES:
        place = replace(place, locality=CITY_STATES[place.country])
    if place.locality is None and (place.country, place.region) == ("US", "DC"):
        place = replace(place, locality="Washington")
    return replace(place, region=region_code(place.region, place.country), is_country_said=False)


def _take(draft: Place, part: str, after: Sequence[str]) -> Place | None:
    """The draft with one more name, or None where the name begins another place."""
    if key_of(part) in WORLDWIDE:
        return draft
    if group := group_of(part):
        return None if draft.group else replace(draft, group=group)
    if _is_region_code(draft, part, after):
        return replace(draft, region=part)
    for reading in (_take_state, _take_country, _take_region, _take_city):
        taken = reading(draft, part, after)
        if taken is not _PASS:
            return taken
    return _take_name(draft, part)


#: countries in which a place is written with the code of its province before the country's name
_WITH_CODES = {"IT", "ES", "BR", "IN", "DE", "NL", "CH", "ZA", "AU"}


def _is_region_code(draft: Place, part: str, after: Sequence[str]) -> bool:
    """Whether a code between a city and its country is a province's: "Milan, MI, Italy", "Perth, WA, Australia"."""
    if draft.locality is None or draft.region or not (part.isalpha() and part.isupper() and len(part) in {2, 3}):
        return False
    city = city_of(draft.locality)
    if city and part in SHARED_CODES.get(city.country, ()) and not (after and country_of(after[0])):
        return True
    named = (country_of(after[0]) or (city and country_of_code(after[0]))) if after else None
    if named in (None, "US", "CA") or state_of_code(part) == named or country_of(part) or part in {"UK", "US"}:
        return False
    return city.country == named if city else named in _WITH_CODES


#: a reading's answer: this name is not of my kind
_PASS = Place("pass")


def _take_state(draft: Place, part: str, after: Sequence[str]) -> Place | None:
    """A two- or three-letter code of a state, as in "Austin, TX" or "US, CA, Fremont"."""
    country = state_of_code(part)
    if country is None or (draft.is_empty and not after and city_of(part)):
        return _PASS
    other = country_of_code(part)
    country = _which(draft, country, other, after)
    if country is None or country == other:
        return _PASS
    if country == "":
        return draft
    if draft.country not in (None, country):
        return None
    if draft.region:
        return draft if draft.locality or draft.region == part else None
    return replace(draft, region=part, country=country)


def _which(draft: Place, state_country: str, other: str | None, after: Sequence[str]) -> str | None:
    """The country a code speaks of: its state's, its own, or "" where nothing tells."""
    if draft.country:
        return state_country if draft.country == state_country else other
    named = next((found for name in after if (found := country_of(name) or country_of_code(name))), None)
    city = city_of(draft.locality) if draft.locality else next(filter(None, map(city_of, after[:1])), None)
    if named == state_country or (city and city.country == state_country):
        return state_country
    if other and (city.country == other if city else _is_code_city(draft.locality, other)):
        return other
    if other is not None and (draft.locality is None or region_of(draft.locality)):
        return ""  # "Ontario, CA" and a lone "CA" may be either
    return state_country if other is None or state_country == "US" else ""


def _is_code_city(locality: str | None, country: str) -> bool:
    return locality is not None and key_of(locality) in CODE_CITIES.get(country, "").split("|")


def _take_country(draft: Place, part: str, after: Sequence[str]) -> Place | None:
    country = country_of(part) or country_of_code(part)
    if country is None or (key_of(part) in TOWNS and draft.is_empty and after and after[0] in US_STATES):
        return _PASS
    if draft.country == "CN" and country in CITY_STATES | {"TW": ""} and not draft.locality:
        return replace(draft, country=country)
    if draft.country not in (None, country) or (draft.is_country_said and draft.locality and after):
        return None
    region = draft.region or (part if key_of(part) in HOME_NATIONS else None)
    return replace(draft, country=country, region=region, is_country_said=True)


def _take_region(draft: Place, part: str, after: Sequence[str]) -> Place | None:
    """A state by its name; "New York" is one only behind a city that is not of another state."""
    known = region_of(part)
    if known is None or (draft.locality is None and city_of(part)):
        return _PASS
    if draft.is_empty:
        return _lone_region(part, known.country, known.code, after)
    city = city_of(draft.locality) if draft.locality else None
    if draft.country not in (None, known.country):
        return _PASS if draft.locality and draft.region is None else None
    if draft.region:
        return draft if draft.region == known.code else None
    if city and city.region not in (None, known.code) and city_of(part):
        return None
    if key_of(part) == "georgia" and draft.country is None and (city is None or city.country == "GE"):
        return replace(draft, country="GE" if city else None)
    return replace(draft, region=known.code, country=known.country)


def _lone_region(part: str, country: str, code: str, after: Sequence[str]) -> Place:
    """A state that stands first. Some names are as well a country, or a city of another state."""
    if after and state_of_code(after[0]) and country_of_code(after[0]):
        return Place()  # "Ontario, CA" is in California or Canada
    named = next((found for name in after if (found := country_of(name) or country_of_code(name))), None)
    if named not in (None, country) or (country not in STATES and after and _state_country(after[0])):
        return Place(locality=part)
    if key_of(part) in {"georgia", "victoria"} and named is None:
        return Place(locality=part if key_of(part) == "victoria" else None)
    return Place(region=None if key_of(part) == "washington" else code, country=country)


def _state_country(name: str) -> str | None:
    """The country of a state by its code or name: "Flanders, New Jersey" is no region of Belgium."""
    known = region_of(name)
    return known.country if known and known.country in STATES else state_of_code(name)


def _take_city(draft: Place, part: str, after: Sequence[str]) -> Place | None:
    city: City | None = city_of(part)
    if city is None:
        return _PASS
    if draft.locality and key_of(city.name).startswith(key_of(draft.locality)):
        return draft  # "Berlin, Berlin, Germany"
    if draft.locality or draft.country not in (None, city.country):
        return _other_city(draft, part, city)
    if key_of(city.name) != key_of(part):  # a short form means only this one: "DC", "NYC"
        return replace(draft, locality=city.name, region=city.region, country=city.country)
    return replace(draft, locality=city.name)


def _other_city(draft: Place, part: str, city: City) -> Place | None:
    """A second city begins a place; a first name that nobody knows was its quarter or the employer's."""
    if draft.locality is None:
        return replace(draft, locality=part)  # a namesake, as in "Canada, London"
    if city_of(draft.locality) is None and draft.country is None and not region_of(draft.region or ""):
        return replace(draft, locality=city.name, region=None)
    return None


_NOT_A_NAME = re.compile(
    r"\d|\b(?:time|times|zone|zones|timezone|various|multiple|global|field|any|all|days?|week|floor|street|anywhere|remote"
    r"|campus|site|store|plant|team|company|travel|nationwide|territory|coast|unspecified|other|interns?|hours|distributed|cbd|suburbs?|inner|outer|almost|distribution|warehouse|facility|hospital|clinic|factory|midwest|northeast|southeast|southwest|northwest|mid-atlantic)\b",
    re.IGNORECASE,
)


def _take_name(draft: Place, part: str) -> Place | None:
    """A name nobody knows: the city, else the region of one. Sentences, codes and directions name nothing."""
    is_name = len(part.split()) <= 4 and part[:1].isalnum() and not (part.isupper() and len(part) <= 3)
    if not is_name or _NOT_A_NAME.search(part):
        city = city_of(part.split()[0])
        return _take_city(draft, city.name, ()) if city else draft
    if draft.locality is None:
        return replace(draft, locality=part)
    return replace(draft, region=part) if draft.region is None and draft.country is None else draft


def region_code(region: str | None, country: str | None) -> str | None:
    """A state or province by its usual short form, any other region by the name stated."""
    if region is None:
        return None
    known = region_of(region)
    return known.code if known and known.country == country else region
