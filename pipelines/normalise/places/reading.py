"""The places of a posting: from its address fields, its words, or both. How words are read, other files know."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from pipelines.html import clean_line
from pipelines.normalise.places.countries import city_of, group_of, stated_country
from pipelines.normalise.places.parts import Place, places_of_names, region_code
from pipelines.normalise.places.words import REMOTE, names_in, segments
from warehouse.readings import PlaceReading


def read_places(stated: Sequence[PlaceReading]) -> list[Place]:
    """Every place of a posting in the order stated, each once; where one stated text names several, all of them."""
    found = [place for each in stated for place in _places_of(each.text, each.locality, each.region, each.country)]
    unique = dict.fromkeys(found)
    named = [place for place in unique if not place.is_empty]
    return named or list(unique)


@lru_cache(65536)
def _places_of(words: str | None, locality: str | None, region: str | None, said: str | None) -> tuple[Place, ...]:
    """The places of one stated place; its address parts win over its words, whose first place they speak of."""
    text, said = clean_line(words), clean_line(said)
    places = list(places_in(text)) if text else []
    country = stated_country(said)
    locality, region = _address_name(locality), _address_name(region)
    if country or locality or region or group_of(said or "") or not places:
        first = places[0] if places else Place(", ".join(filter(None, (locality, region, said))) or None)
        places[:1] = [_with_address(first, locality, region, country, said)]
    return tuple(place for place in places if place.location)


def _with_address(
    place: Place, locality: str | None, region: str | None, country: str | None, said: str | None
) -> Place:
    """A place completed by its address. What the text says of another country is dropped."""
    if country and place.country and country != place.country:
        place = replace(place, locality=None, region=None)
    if locality and (city := city_of(locality)) and (country or place.country) in (None, city.country):
        locality, country, region = city.name, country or place.country or city.country, region or city.region
    country = country or place.country
    return replace(
        place,
        locality=locality or place.locality,
        region=region_code(region, country) or place.region,
        country=country,
        group=place.group or (None if country else group_of(said or "")),
    )


_NO_NAME = re.compile(r"^(?:n/?a|none|remote|hybrid|tbd|various|any|anywhere|multiple)\b", re.IGNORECASE)


def _address_name(text: str | None) -> str | None:
    name = clean_line(text)
    return None if name is None or _NO_NAME.match(name) else name


@lru_cache(65536)
def places_in(text: str) -> tuple[Place, ...]:
    """The places one line of text names."""
    found: list[Place] = []
    for segment in segments(text):
        is_remote = bool(REMOTE.search(segment))
        drafts = places_of_names(names_in(segment))
        alone = len(drafts) == 1
        for draft in drafts:
            found.append(replace(draft, location=segment if alone else _written(draft), is_remote=is_remote))
        if not drafts:
            found.append(Place(segment, is_remote=is_remote))
    return tuple(found)


def _written(place: Place) -> str:
    return ", ".join(filter(None, (place.locality, place.region, place.country or place.group)))


def limits_of(places: Iterable[Place]) -> list[str]:
    """Where an applicant for remote work must live: countries and groups stated without a city, or beside "remote"."""
    wide = [place for place in places if place.is_remote or not place.locality]
    return list(dict.fromkeys(limit for place in wide if (limit := _limit(place))))


def _limit(place: Place) -> str | None:
    # a group stated without a city is what is meant; a country beside it only pins it to a map
    return place.group if place.group and not place.locality else place.country
