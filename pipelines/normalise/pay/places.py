"""The place that a label beside pay names: the title of a tier, or what stands before the colon in a list of ranges."""

import re
from functools import lru_cache

from pipelines.normalise.places.countries import city_of, country_of, country_of_code, region_of, state_of_code

_LABEL_WORDS = re.compile(
    r"\b(?:the|our|annual|annualized|yearly|hourly|monthly|base|pay|salary|compensation|range|ranges|rate|wage|total|target|zone|tier"
    r"|ote|on-target|earnings|cash|estimated|expected|for|in|this|role|is|level)\b|[^\w\s,.&'-]",
    re.IGNORECASE,
)
_BETWEEN_PARTS = re.compile(r"\s+[-\u2013\u2014]\s+|[()\[\]]|\bor\b|&")


@lru_cache(4096)
def place_in(label: str | None) -> str | None:
    """The place that a label names, if it names one; levels and other words are none."""
    if not label:
        return None
    for part in _BETWEEN_PARTS.split(label):
        name = " ".join(_LABEL_WORDS.sub(" ", part).split()).strip(" ,.-'")
        if name and (country_in(name) or all(map(_is_place, filter(None, name.split(", "))))):
            return name
    return None


def _is_place(name: str) -> bool:
    return bool(country_of(name) or region_of(name) or city_of(name) or country_of_code(name))


def country_in(name: str | None) -> str | None:
    """The country of a place's name."""
    if not name:
        return None
    if state_of_code(name):
        return None  # "CA" and "VA" are states to most who pay by place: the country of the job decides
    known = region_of(name)
    city = city_of(name)
    return country_of(name) or country_of_code(name) or (known and known.country) or (city and city.country) or None
