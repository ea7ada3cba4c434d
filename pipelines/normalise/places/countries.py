"""What one name means: a country, a group of countries, a state, a known city. How names combine, `parts` knows."""

from functools import cache, lru_cache
from typing import NamedTuple

from pipelines.companies import fold
from pipelines.normalise.places.cities import CITIES
from pipelines.normalise.places.names import (
    AUSTRALIAN_STATES,
    CANADIAN_PROVINCES,
    CITY_ALIASES,
    COUNTRY_ALIASES,
    GROUPS,
    HOME_NATIONS,
    US_STATES,
)
from pipelines.normalise.places.regions import REGIONS

STATES = {"US": US_STATES, "CA": CANADIAN_PROVINCES, "AU": AUSTRALIAN_STATES}
_STATE_OF_CODE = {code: country for country, states in STATES.items() for code in states}
_STATE_OF_NAME = {name: (country, code) for country, states in STATES.items() for code, name in states.items()}
_REGION_OF_NAME = {name: country for country, names in REGIONS.items() for name in names.split("|")}
_GROUP_OF_NAME = {name: group for group, names in GROUPS.items() for name in names.split("|")}
_CITY_PLACES = {name: place for place, names in CITIES.items() for name in names.split("|")}


class Region(NamedTuple):
    """A state or province: its country and its usual short form, or its name where it has none."""

    country: str
    code: str


class City(NamedTuple):
    """A well-known city by its usual name, with its country and, where known, its state."""

    name: str
    country: str
    region: str | None


@lru_cache(65536)
def key_of(name: str) -> str:
    """How a name is looked up: folded, without dots or doubled blanks."""
    return " ".join(fold(name).replace(".", "").replace("&", " and ").split())


@cache
def _countries() -> tuple[dict[str, str], frozenset[str]]:
    """ISO 3166-1 by every name and by alpha-3, and the alpha-2 codes. Loaded when first asked, because it is slow."""
    import pycountry

    names: dict[str, str] = {}
    for country in pycountry.countries:
        for kind in ("name", "common_name", "official_name", "alpha_3"):
            if stated := getattr(country, kind, None):
                names[key_of(stated)] = country.alpha_2
    names |= {key_of(name): code for name, code in COUNTRY_ALIASES.items()} | HOME_NATIONS
    return names, frozenset(country.alpha_2 for country in pycountry.countries)


@lru_cache(65536)
def country_of(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of a country's name, alpha-3 in capitals or usual alias; None where it is none or unclear."""
    names, _ = _countries()
    key = key_of(name)
    found = names.get(key)
    if found and len(key) == 3 and key not in COUNTRY_ALIASES and not name.isupper():
        return None  # "Can" and "Per" are words
    return found or None


def country_of_code(text: str) -> str | None:
    """ISO 3166-1 alpha-2 of a code in capitals, which may also be a state's: the caller decides."""
    if text in {"UK", "US"}:
        return "GB" if text == "UK" else "US"
    if len(text) != 2 or not text.isupper() or COUNTRY_ALIASES.get(text.lower()) == "":
        return None
    return text if text in _countries()[1] else None


def stated_country(text: str | None) -> str | None:
    """The country of a field that holds nothing but a country: any code or name of it."""
    text = (text or "").strip()
    code = text.upper() if len(text) == 2 else ""
    if code in _countries()[1]:
        return code
    if key_of(text) == "georgia":
        return "GE"
    return country_of(text) or country_of(text.upper() if len(text) == 3 else "")


def group_of(name: str) -> str | None:
    """The group of countries that a name means, as it is published."""
    return _GROUP_OF_NAME.get(key_of(name))


def state_of_code(text: str) -> str | None:
    """The country whose state or province has this code."""
    return _STATE_OF_CODE.get(text)


@lru_cache(65536)
def region_of(name: str) -> Region | None:
    """The state, province or region of that name."""
    key = key_of(name)
    if found := _STATE_OF_NAME.get(key):
        return Region(*found)
    country = _REGION_OF_NAME.get(key)
    return Region(country, name) if country else None


@lru_cache(65536)
def city_of(name: str) -> City | None:
    """The well-known city of that name or short form."""
    full = CITY_ALIASES.get(key_of(name), name)
    place = _CITY_PLACES.get(key_of(full)) or ("US-DC" if full == "Washington" and full != name else None)
    if place is None:
        return None
    country, _, region = place.partition("-")
    return City(full, country, region or None)
