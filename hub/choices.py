"""A search form's choices in a reader's words: each filter with its values and counts, what is chosen, ways back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hub.catalogue import Choice
from hub.filters import Filter
from hub.publications import Reading
from hub.search import Search
from hub.words import counted, country, words
from warehouse.vocabulary import Level

_FIRST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter."""

    value: str
    label: str
    listing_count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A filter with its options; the later ones are shown on demand."""

    filter: Filter
    options: list[Option]

    @property
    def first(self) -> list[Option]:
        """The most frequent options, and those chosen."""
        return [each for number, each in enumerate(self.options) if number < _FIRST_SHOWN or each.is_chosen]

    @property
    def more(self) -> list[Option]:
        """The rest."""
        return [each for each in self.options if each not in self.first]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value that narrows the list now, in words, and the address without it."""

    label: str
    text: str
    path: str
    #: how many listings there would be without it; only where the list is empty
    listing_count: int | None


@dataclass(frozen=True, slots=True)
class Form:
    """Everything a search form shows."""

    groups: dict[str, Group]
    chosen: list[Chosen]


def form_of(reading: Reading, search: Search) -> Form:
    """The form beside a list."""
    named = {name: _namer(reading, name, search) for name in search.choice.values.keys() | search.catalogue.counted}
    groups = {name: Group(each, _options(search, name, named[name])) for name, each in search.catalogue.counted.items()}
    return Form(groups, _chosen(search, named))


def _options(search: Search, name: str, named: Callable[[str], str]) -> list[Option]:
    chosen = search.choice.values.get(name, ())
    known = dict(search.counts[name])
    known |= {value: 0 for value in chosen if value not in known}
    if name == "level":  # a ladder is read from its first step up
        known = {level: known[level] for level in Level if level in known}
    return [Option(value, named(value), count, value in chosen) for value, count in known.items() if value != "none"]


def _chosen(search: Search, named: Mapping[str, Callable[[str], str]]) -> list[Chosen]:
    return [
        Chosen(
            each.label,
            named[each.name](value),
            search.choice.without(each.name, value).address(),
            search.total_without(each.name) if search.total == 0 else None,
        )
        for each in search.catalogue.filters
        for value in _telling(search.choice, each)
    ]


def _telling(choice: Choice, each: Filter) -> list[str]:
    """The values that stand for themselves: a currency is told with its amount."""
    return [] if each.name in {"currency", "unit"} else list(choice.values.get(each.name, ()))


def _namer(reading: Reading, name: str, search: Search) -> Callable[[str], str]:
    """What a filter's values are called."""
    if name == "hub":
        names = {row["hub"]: row["name"] for row in reading.rows("hubs")}
        return lambda value: str(names.get(value, value))
    if name == "company":
        slugs = [value for value, _ in search.counts["company"]] + list(search.choice.values.get("company", ()))
        rows = reading.rows("company_names", slugs=slugs) if slugs else []
        companies = {row["company_slug"]: row["name"] for row in rows}
        return lambda value: str(companies.get(value, value))
    if name in {"country", "remote"}:
        return country
    if name in {"pay", "prize"}:
        return lambda value: _amount(value, search.choice)
    if name in {"posted", "deadline"}:
        return lambda value: counted(int(value), "day", "days")
    return str if name in {"q", "place", "currency"} else words


def _amount(value: str, choice: Choice) -> str:
    unit = choice.one("unit")
    per = f" a {unit.lower()}" if unit else ""
    return f"{choice.one('currency')} {int(value):,}{per}"
