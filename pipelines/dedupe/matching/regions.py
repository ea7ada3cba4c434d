"""Well-known areas of many towns by every way to write them. Their names as literals are not here."""

from typing import NamedTuple

from pipelines.dedupe.matching.place_names import town_of
from pipelines.dedupe.matching.region_names import ROWS


class Region(NamedTuple):
    """An area: where it lies and its towns; `unsure` are those that are as well known elsewhere."""

    name: str
    country: str
    states: frozenset[str]
    towns: frozenset[str]
    unsure: frozenset[str]


# What makes an area of a town's name.
_BEFORE = ("greater", "metro", "metropolitan", "grossraum", "raum", "region", "metropolregion", "grande", "the")
_BEHIND = (
    "area", "metro", "metro area", "metropolitan area", "metropolitan region", "metropolitan", "metroplex", "region",
    "et peripherie", "et environs", "y alrededores",
)  # fmt: skip


def _region(row: str) -> tuple[Region, list[str]]:
    """A row's region, and its other names."""
    name, land, names, towns = (" ".join(field.split()) for field in row.split("|"))
    country, *states = land.split()
    listed = towns.split(", ")
    unsure = frozenset(town.rstrip("?") for town in listed if town.endswith("?"))
    sure = frozenset(town for town in listed if not town.endswith("?"))
    return Region(name, country, frozenset(states), sure | unsure, unsure), list(filter(None, names.split(", ")))


def _named(name: str, region: Region) -> tuple[list[str], str | None]:
    """The ways to write an area of this name, and the chief town in it; a town's bare name is the town's."""
    bare, _, town = name.partition("=")
    is_town = town_of(bare) in region.towns
    forms = [f"{before} {bare}" for before in _BEFORE] + [f"{bare} {behind}" for behind in _BEHIND]
    forms += [f"greater {bare} {behind}" for behind in _BEHIND]
    if is_town:
        return forms, town_of(bare)
    return [bare, *forms], town or None


def _spellings() -> dict[str, tuple[Region, str | None]]:
    """Every way to write a region, with the chief town that the name has in it, if any."""
    found: dict[str, tuple[Region, str | None]] = {}
    for region, names in map(_region, ROWS.strip().split("\n\n")):
        for name in (*names, region.name):
            forms, town = _named(name, region)
            for form in forms:
                found.setdefault(form, (region, town))
    return found


REGION_SPELLINGS = _spellings()
REGIONS = {region.name: region for region, _ in REGION_SPELLINGS.values()}
