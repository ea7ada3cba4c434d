"""Where a string holds several names: lists of towns ("London, Berlin, Remote"), a town and its country unparted.

What a single name means is not read here.
"""

from pipelines.companies import fold, word_set
from pipelines.dedupe.matching.place_names import CITY_COUNTRIES, COUNTIES, STATES, countries, town_of
from pipelines.dedupe.matching.regions import REGION_SPELLINGS, REGIONS

# A country's name has at most so many words: "United States of America".
LONGEST_LAND = 4

# Towns behind which "NY" is their state; behind others in a list it is the city: "SF, NY, Seattle".
_IN_NEW_YORK = word_set("buffalo rochester albany syracuse brooklyn yonkers ithaca") | {"new york"}


def parted(text: str) -> list[str]:
    """The text, or each city in it where commas part several that are well known, with what else is said of it."""
    if "," not in text:
        return [text]
    names = [fold(name).strip(" .") for name in text.split(",")]
    towns = list(map(_well_known, names))
    if not _has_two(frozenset(filter(None, towns))):
        return [text]
    listed: list[str] = []
    for written, name, town in zip(text.split(","), names, towns, strict=True):
        if listed and _is_new_york(name, listed[-1]):
            listed.append("New York")
        elif listed and not town and _is_detail(name):
            listed[-1] += f",{written}"
        else:
            listed.append(written)
    return listed


def _well_known(name: str) -> str | None:
    """The well-known town or region of this folded name."""
    if name in REGION_SPELLINGS:
        return REGION_SPELLINGS[name][0].name
    town = town_of(name)
    return town if town in CITY_COUNTRIES else None


def _has_two(towns: frozenset[str]) -> bool:
    """Whether two of the towns and regions lie apart."""
    return len(towns) > 1 and not any(
        one in REGIONS and towns <= REGIONS[one].towns | {one, f"greater {one}"} for one in towns
    )


def _is_new_york(name: str, before: str) -> bool:
    """Whether the code is short for the city: behind a well-known town of another state."""
    town = _well_known(fold(before).strip(" .")) if name == "ny" else None
    return town is not None and town not in _IN_NEW_YORK


def _is_detail(name: str) -> bool:
    """Whether the folded name is a state, a country or a code: it belongs to the town before it."""
    return name in countries() or name in STATES or len(name) == 2


def without_land(part: str) -> list[str]:
    """The part, parted where a country is joined to it: "Tel Aviv-Israel", "Germany-Berlin", "London England"."""
    if _begins_with_land(part):
        land, _, rest = part.partition("-")
        state, hyphen, town = rest.partition("-")
        return [land, state, town] if hyphen and fold(state.strip()) in STATES else [land, rest]
    town, hyphen, land = part.rpartition("-")
    if not hyphen:
        return _parted_at_blank(part)
    if "-" in town or len(land) <= len("USA") or fold(land.strip()) not in countries():
        return [part]
    return [part] if fold(part).replace("-", " ").strip() in COUNTIES else [town, land]


def _begins_with_land(part: str) -> bool:
    """Whether a country's name is joined before a town: not "Guinea-Bissau", and not a state of that name."""
    land, hyphen, _ = part.partition("-")
    name = fold(land.strip())
    if not hyphen or len(name) < len("usa") or name not in countries() or name in STATES:
        return False
    return fold(part).replace("-", " ").strip() not in countries()


def _parted_at_blank(part: str) -> list[str]:
    """The part, in two where it is a town with a state's code or a well-known city, and what this lies in."""
    words = part.split()
    if len(words) > 2 and words[-2].isupper() and countries().get(fold(words[-1])) == _land_of(words[-2]):
        return [" ".join(words[:-1]), words[-1]]
    for size in range(1, min(len(words), LONGEST_LAND + 1)):
        town, land = " ".join(words[:-size]), " ".join(words[-size:])
        last = fold(land)
        lies_in = CITY_COUNTRIES.get(town_of(fold(town)), ())
        if countries().get(last) in lies_in or STATES.get(last, ("",))[0] in lies_in:
            return [town, land]
    return [part]


def _land_of(code: str) -> str:
    """The country of the state with this code."""
    return STATES.get(code.lower(), ("",))[0]
