"""The two lists of everything on offer, openings and challenges, and one reader's choice from one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from hub.filters import CHALLENGES as CHALLENGE_FILTERS
from hub.filters import POSITIONS as POSITION_FILTERS
from hub.filters import Filter, Unreadable, read_values
from hub.words import quoted
from warehouse.vocabulary import PayUnit


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of a list, over the published search table; `title_words` is there where words are asked for."""

    label: str
    order: str
    needs: tuple[str, ...] = ()


NEWEST = Sort("Newest first", "listing_number")
BEST = Sort("Best match", "title_words DESC, listing_number")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One of the two lists."""

    section: str
    path: str
    place: str
    heading: str
    one: str
    many: str
    table: str
    key: str
    #: columns of the search table that are counted or sorted by, or filtered along with those
    narrow: str
    count_column: str
    filters: tuple[Filter, ...]
    sorts: Mapping[str, Sort]

    @property
    def counted(self) -> dict[str, Filter]:
        """The filters whose values are counted."""
        return {each.name: each for each in self.filters if each.counts}


_NARROW_POSITION = (
    "listing_number, hubs, level, countries, workplace_type, employment_type, company_slug, "
    "base_salary_min, base_salary_max"
)
_NARROW_CHALLENGE = "listing_number, hubs, kind, status, attendance_mode, closes_on, prize_kind, prize_amount"

OPENINGS = Catalogue(
    "positions", "/openings", "openings", "All openings", "open position", "open positions",
    "search_positions", "position_id", _NARROW_POSITION, "position_count", POSITION_FILTERS,
    {"best": BEST, "newest": NEWEST,
     "pay": Sort("Highest pay first", "coalesce(base_salary_max, base_salary_min) DESC NULLS LAST, listing_number",
                 ("currency", "unit"))},
)  # fmt: skip
CHALLENGES = Catalogue(
    "challenges", "/challenges", "challenges", "All challenges", "challenge", "challenges",
    "search_challenges", "challenge_id", _NARROW_CHALLENGE, "challenge_count", CHALLENGE_FILTERS,
    {"best": BEST, "newest": NEWEST, "deadline": Sort("Closing soonest", "closes_on NULLS LAST, listing_number"),
     "prize": Sort("Highest prizes first", "prize_amount DESC NULLS LAST, listing_number", ("currency",))},
)  # fmt: skip

_DEFAULTS = {"unit": [str(PayUnit.YEAR)]}


@dataclass(frozen=True, slots=True)
class Choice:
    """What one reader asks of a list: the filters' values, as a canonical address writes them, and the order."""

    catalogue: Catalogue
    values: Mapping[str, Sequence[str]]
    sort: str

    def one(self, name: str) -> str | None:
        """The value of a filter that has one."""
        return next(iter(self.values.get(name, ())), None)

    @property
    def usual_sort(self) -> str:
        """The order of a list that names none."""
        return "best" if "q" in self.values or "place" in self.values else "newest"

    @property
    def has_filters(self) -> bool:
        """Whether anything but a hub narrows the list."""
        return bool(self.values.keys() - {"hub"})

    def query(self) -> list[tuple[str, str]]:
        """The parameters of its canonical address, in the order of the filters."""
        pairs = [(each.name, value) for each in self.catalogue.filters for value in self.values.get(each.name, ())]
        return pairs if self.sort == self.usual_sort else [*pairs, ("sort", self.sort)]

    def address(self, page: int = 1, path: str | None = None) -> str:
        """Its canonical address; page 1 is not written."""
        pairs = [*self.query(), ("page", str(page))] if page > 1 else self.query()
        return (path or self.catalogue.path) + (f"?{urlencode(pairs)}" if pairs else "")

    def without(self, name: str, value: str | None = None) -> "Choice":
        """The same without one filter, or one of its values."""
        kept = [each for each in self.values.get(name, ()) if value is not None and each != value]
        values = {key: known for key, known in self.values.items() if key != name} | ({name: kept} if kept else {})
        return chosen(self.catalogue, values, self.sort)

    def with_value(self, name: str, value: str) -> "Choice":
        """The same with another value of a filter that has one."""
        return chosen(self.catalogue, {**self.values, name: [value]}, self.sort)


def choice_of(catalogue: Catalogue, given: Mapping[str, list[str]]) -> Choice:
    """What a query string asks for. Parameters that are no filters are not looked at.

    Raises Unreadable, whose text says what is wrong.
    """
    values = read_values(catalogue.filters, given)
    sort = next(reversed(given.get("sort", [])), "")
    if sort and sort not in catalogue.sorts:
        raise Unreadable(f"{quoted(sort)} is nothing for “sort”: it can be {', '.join(catalogue.sorts)}.")
    for name in _needed(catalogue, values, sort):
        if name not in values and name not in _DEFAULTS:
            raise Unreadable(f"Amounts are compared within one currency only: choose one, such as {name}=USD.")
    return chosen(catalogue, values, sort)


def chosen(catalogue: Catalogue, values: Mapping[str, Sequence[str]], sort: str) -> Choice:
    """A choice with what its filters need, and without what means nothing by itself."""
    needed = _needed(catalogue, values, sort)
    if any(name not in values and name not in _DEFAULTS for name in needed):
        sort, needed = "", []
    dependent = {name for each in catalogue.filters for name in each.needs}
    kept = {name: known for name, known in values.items() if name not in dependent or name in needed}
    kept |= {name: _DEFAULTS[name] for name in needed if name not in kept}
    ordered = {each.name: kept[each.name] for each in catalogue.filters if each.name in kept}
    choice = Choice(catalogue, ordered, sort)
    usable = sort and not (sort == "best" and choice.usual_sort != "best")
    return choice if usable else Choice(catalogue, ordered, choice.usual_sort)


def _needed(catalogue: Catalogue, values: Mapping[str, Sequence[str]], sort: str) -> list[str]:
    of_filters = [name for each in catalogue.filters if each.name in values for name in each.needs]
    of_sort = catalogue.sorts[sort].needs if sort in catalogue.sorts else ()
    return list(dict.fromkeys([*of_filters, *of_sort]))
