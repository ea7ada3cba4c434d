"""Reading a location string into places. How places compare is not here."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipelines.companies import fold, word_set
from pipelines.dedupe.matching.place_lists import parted, without_land
from pipelines.dedupe.matching.place_names import (
    AREA_SPELLINGS,
    AREAS,
    CITY_FIRST,
    CITY_STATES,
    PARTS,
    PROVINCE_CODES,
    STATES,
    alpha2_codes,
    countries,
    town_of,
)
from pipelines.dedupe.matching.places import EMPTY, Place, make_place
from pipelines.dedupe.matching.regions import REGION_SPELLINGS, Region
from pipelines.dedupe.matching.streets import street_of, without_streets

# A location of more letters is no location; the rest of it is not read.
LONGEST = 2000

REMOTE_WORDS = word_set(
    """
    remote remoto remota remotely teletravail distance fernarbeit homeoffice anywhere worldwide wfh telecommute
    world hybrid hibrido onsite friendly first fully only based eligible possible moglich virtual global distributed
    """
)
_UNKNOWN = re.compile(
    r"unspecified|multiple locations?|various( locations?)?|not specified|n a|in office|international|headquarters"
    r"|flexible|\d+ locations?|tbd|other|all (cities|locations)|field|on site|location"
    # when one works: "EST Remote" is not in Estonia
    r"|[pmce][sd]t|cest|[ce]et|gmt|utc|(us )?(eastern|central|mountain|pacific)( standard)? time( zone)?"
    # what a building is called: "Head Office - Oslo" lies in Oslo
    r"|(head|main|regional|corporate|local|central)|(store|shop|branch|site|plant|warehouse|depot)( \d+)?"
)
_MORE = re.compile(r"\(?\+\s?\d+ more\)?", re.IGNORECASE)
_BETWEEN_PLACES = re.compile(r"[;|\n•]|/(?!(?-i:[A-Z]{2})\b)|\s(?:or|and|oder|und|ou|e)\s(?!only)", re.IGNORECASE)
# What the slash in it does not part: one area of two towns, and Spanish for a street.
_ONE_AREA = re.compile(
    r"\b(dallas|minneapolis|raleigh)\s?/\s?((?:fort|ft\.?) worth|st\.? paul|durham)\b", re.IGNORECASE
)
_CALLE = re.compile(r"\bC/\s?(?=[A-Z])")
_ASIDE_LIST = re.compile(r"\(([^()]*(?:[,;|/]|\bor\b)[^()]*)\)")
_WITHIN_PLACE = re.compile(
    r"[,/:()\[\]]|\s[-\u2013\u2014]\s?|[-\u2013\u2014]\s|(?<=[Rr]emote)[-\u2013\u2014]|-(?=[A-Z]{2}$)|(?<=\b[A-Z]{2})-(?=[A-Z])"
)
# "東京都渋谷区", "北京市朝阳区": the prefecture or city, and what lies in it, unparted.
_PREFECTURE = re.compile(r"(東京都|北海道|大阪府|京都府|[^\W\d_]{2,3}[県市])(?=[^\W\d_])")
_CODES_JOINED = re.compile(r"^([A-Z]{2})-([A-Z]{2})(?:-(.*))?$")
_POSTCODE = re.compile(
    r"\b(?:\d{4,6}(?:-\d{4})?|\d{3} \d{2}(?= [^\W\d])|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b"
    # a district: "Leeds LS1", "Paris 9e", "Lyon 3e Arrondissement", "Dublin 2"
    r"|(?<=\w )[A-Z]{1,2}\d{1,2}[A-Z]?$|(?<=\w[ -])\d{1,2}(?:e|er|[eè]me)?(?:[ -]arrondissement)?$",
    re.IGNORECASE,
)
_DECORATION = re.compile(
    r"\b(?:greater|metro(?:politan)?|area|region|offices?|hq|city cent(?:re|er)|cent(?:re|er)|downtown|campus|cbd"
    r"|various locations?|all cities|cedex|within|in|the|city of|home|work|from|based|100|hub|nationwide|on site"
    r"|in person)\b"
)
_GREATER = re.compile(r"\s*greater\s", re.IGNORECASE)
_NON_WORD = re.compile(r"[\W_]+")
# "Ludwigshafen am Rhein", "Freiburg i. Br.": a town, and what tells it from others of its name.
_BY_RIVER = re.compile(r"^([^\W\d_]{4,}) (?:am|im|i|a|ad|an der|a d|der|ob der|bei|upon) [^\W\d_]+$")
# "Berlin-Mitte": a town and a part of it.
_WITH_PART = re.compile(r"^([^\W\d_]{4,})-[^\W\d_]{3,}$")


@lru_cache(maxsize=65536)
def read_places(text: str | None) -> tuple[Place, ...]:
    """The places a location string names; empty when it names none."""
    found: list[Place] = []
    text = _MORE.sub("", (text or "")[:LONGEST])
    if "/" in text:
        text = _CALLE.sub("Calle ", _ONE_AREA.sub(r"\1 \2", text))
    for parts in map(parted, _BETWEEN_PLACES.split(_open_asides(text))):
        for place in map(_read_place, parts):
            if place != EMPTY and place not in found:
                found.append(place)
    return _absorb_countries(found)


def _open_asides(text: str) -> str:
    """A bracketed list is the places where nothing else is named ("Remote (US or China)"), else detail to drop."""
    if not _ASIDE_LIST.search(text):
        return text
    bare = _ASIDE_LIST.sub(" ", text)
    return bare if _names_place(bare) else _ASIDE_LIST.sub(r" \1", text)


def _names_place(text: str) -> bool:
    """Whether any city, area or country is named."""
    return any(place.names or place.countries for place in read_places(text))


def is_remote(text: str) -> bool:
    """Whether the words say that the work is remote."""
    return any(word.startswith(("remot", "anywhere", "wfh", "worldwide")) for word in _NON_WORD.split(fold(text)))


def _absorb_countries(found: list[Place]) -> tuple[Place, ...]:
    """A bare country beside cities is the country they lie in ("London; United Kingdom"), not one place more."""
    cities = [place for place in found if place.head]
    bare = {place for place in found if not place.head and not place.is_remote and not place.states and place.countries}
    if not cities or not bare:
        return tuple(found)
    around: frozenset[str] = frozenset().union(*(place.countries for place in bare))
    return tuple(_lying_in(place, around) for place in found if place not in bare)


def _lying_in(place: Place, around: frozenset[str]) -> Place:
    """A city whose country was stated apart from it."""
    lands = place.countries or around if place.head else place.countries
    return make_place(place.head, place.names, place.states, lands, place.is_remote, place.street)


def _read_place(text: str) -> Place:
    """One place out of its comma-separated names; a street in it counts only where no town is named beside it."""
    parts = _segments(text)
    remote = is_remote(text)
    kept = without_streets(parts) if len(parts) > 1 else parts
    place = _read_names(kept, remote)
    if len(kept) == len(parts):
        return place
    return _in_street(place, street_of(parts, kept)) if place.names else _read_names(parts, remote)


def _in_street(place: Place, street: str | None) -> Place:
    """The place, known to be in that street."""
    return make_place(place.head, place.names, place.states, place.countries, place.is_remote, street)


def _read_names(parts: list[str], remote: bool) -> Place:
    """The place of these names, most specific first unless a country leads."""
    names = [name for part in parts if (name := _clean(part)) and not _UNKNOWN.fullmatch(name[0])]
    if len(names) > 1 and names[0][0] in countries() and names[-1][0] not in countries():
        names = [*names[1:], names[0]] if _is_code_of_state(names[-1][1]) else names[::-1]
    place = _assemble([name for name in names if name[0] not in REGION_SPELLINGS], remote)
    region = next((REGION_SPELLINGS[name] for name, _ in names if name in REGION_SPELLINGS), None)
    return _in_region(place, *region) if region else place


def _segments(text: str) -> list[str]:
    """The comma-separated parts; "US-NC-Remote" counts as three."""
    joined = _CODES_JOINED.match(text.strip())
    if not text.isascii():
        text = _PREFECTURE.sub(r"\1,", text)
    parts = [part for part in joined.groups() if part] if joined else _WITHIN_PLACE.split(text)
    return [one for part in parts if part and part.strip() for one in without_land(part)]


def _clean(part: str) -> tuple[str, str] | None:
    """The folded name without postcode and decoration, and the part as written; None when nothing is left."""
    written = _POSTCODE.sub(" ", part).strip()
    folded = _NON_WORD.sub(" ", fold(written)).strip()
    words = [word for word in folded.split() if word not in REMOTE_WORDS]
    plain = " ".join(words)
    bare = plain if plain in REGION_SPELLINGS else " ".join(_DECORATION.sub(" ", plain).split())
    if not bare or bare.isdigit():
        return None
    return (bare, written)


def _assemble(names: list[tuple[str, str]], remote: bool) -> Place:
    """Sorts names into city, wider names, states and countries."""
    cities: list[str] = []
    areas: set[str] = set()
    lands = _Lands()
    for position, (name, written) in enumerate(names):
        city, state = _split_state(name, written)
        lands.note_state(state)
        lands.note_code(name.rpartition(" ")[2] if state else "")
        if city in AREAS:
            areas.add(AREA_SPELLINGS.get(city, city))
        elif city in CITY_STATES:
            lands.note(city, written)
            cities.append(city)
        elif state or (position == 0 and not _is_land(city, written)) or not lands.note(city, written):
            found, *around = _around(town_of(city), written)
            if around and cities:
                areas.update(around)
            else:
                cities += [*around, found]
            areas.update(_in_names(found, written))
    head = cities[0] if cities else None
    city, country = PARTS.get(head or "", ("", ""))
    if city and (not lands.countries() or country in lands.countries()):
        areas.add(city)
    return make_place(head, frozenset(areas.union(cities)), lands.states(), lands.countries(), remote)


def _in_region(place: Place, region: Region, town: str | None) -> Place:
    """A town in the region, or else the region itself with the town that it has its name from."""
    names = place.names | {region.name} | ({town} if town and place.head is None else set())
    is_within = place.head is None or not place.names.isdisjoint(region.towns)
    states = place.states or (region.states if is_within else frozenset())
    lands = place.countries or (frozenset({region.country}) if is_within else frozenset())
    return make_place(place.head, names, states, lands, place.is_remote)


def _in_names(city: str, written: str) -> Iterator[str]:
    """The towns whose names the city's has in it."""
    for town in filter(None, (_BY_RIVER.match(city), _WITH_PART.match(written))):
        yield town_of(fold(town[1]))


def _around(city: str, written: str) -> list[str]:
    """The city and the region named after it: of Greater Manchester's towns none is in Manchester. London is both."""
    return [city, f"greater {city}"] if city != "london" and _GREATER.match(written) else [city]


class _Lands:
    """States and countries met in one place; a two-letter code alone may be either ("CA", "DE")."""

    def __init__(self) -> None:
        self._sure: set[str] = set()
        self._maybe: set[str] = set()
        self._states: dict[str, str] = {}

    def note_state(self, state: tuple[str, str] | None) -> None:
        """A state known to be one."""
        if state:
            self._states[state[1]] = state[0]
            self._maybe.add(state[0])

    def note_code(self, name: str) -> None:
        """Two letters may also be a province, in countries where boards write it so."""
        self._maybe |= PROVINCE_CODES.get(name.upper(), frozenset()) if len(name) == 2 else frozenset()

    def note(self, name: str, written: str) -> bool:
        """A trailing state or country; False when the name is neither."""
        code = written.strip().rstrip(".").upper()
        if name in countries() and name not in STATES:
            self._sure.add(countries()[name])
        elif name not in STATES and code not in alpha2_codes():
            return False
        elif len(name) == 2 and code in alpha2_codes():
            self._maybe.add(code)
        elif name in countries():
            self._maybe.add(countries()[name])
        self.note_state(STATES.get(name))
        self.note_code(name)
        return True

    def countries(self) -> frozenset[str]:
        """The stated countries, else those the codes may stand for."""
        return frozenset(self._sure or self._maybe)

    def states(self) -> frozenset[str]:
        """The states that lie in the countries."""
        return frozenset(code for code, country in self._states.items() if not self._sure or country in self._sure)


def _split_state(name: str, written: str) -> tuple[str, tuple[str, str] | None]:
    """The city and the state of a name like "Carrollton TX"."""
    words = name.split()
    last = written.split()[-1] if written.split() else ""
    if len(words) > 1 and last.isupper() and len(last) in {2, 3} and words[-1] in STATES:
        return " ".join(words[:-1]), STATES[words[-1]]
    return name, None


def _is_code_of_state(written: str) -> bool:
    """Whether a last name is a state's code, which stands behind its town: "USA - Boston MA"."""
    return len(written) == len("MA") and written.isupper() and written.lower() in STATES


def _is_land(name: str, written: str) -> bool:
    """Whether a first name is a country or state rather than a city."""
    if name in CITY_FIRST:
        return False
    return name in countries() or (name in STATES and (len(name) > 3 or written.strip().isupper()))
