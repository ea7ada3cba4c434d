"""The vacancies of the sample companies, read from the YAML beside this file. No wire format here."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
PLATFORMS = ("greenhouse", "lever", "ashby")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of work, and what work there pays relative to the role's base."""

    shown: str
    locality: str | None
    region: str | None
    country: str | None
    iso2: str | None
    currency: str
    pay: float


@dataclass(frozen=True, slots=True)
class Vacancy:
    """One line of a board file: a role at a company, as it will be advertised there."""

    company: str
    role: str
    title: str
    places: tuple[Place, ...]
    workplace: str
    number: int
    options: dict[str, str]

    @property
    def language(self) -> str:
        """ISO 639-1, from the role file's suffix."""
        return self.role.partition(".")[2] or "en"

    @property
    def text_title(self) -> str:
        """The title under which the text is composed; boards that spell one title differently share it."""
        return self.options.get("text", " ".join(self.title.split()))

    @property
    def employment(self) -> str:
        """One of full, part, intern, contract, temp."""
        return self.options.get("type", "full")


@dataclass(frozen=True, slots=True)
class Board:
    """One tenant on a platform, with the spelling and habits it has there."""

    token: str
    platform: str
    company: str
    shown_company: str
    settings: dict[str, Any]
    vacancies: tuple[Vacancy, ...]


@cache
def data(name: str) -> Any:
    """One YAML file of the material."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def boards() -> Iterator[Board]:
    """Every board with vacancies, platform by platform."""
    for platform in PLATFORMS:
        for path in sorted((HERE / "boards").glob(f"{platform}-*.yaml")):
            yield _board(data(f"boards/{path.name}"))


def _board(entry: dict[str, Any]) -> Board:
    company = entry["company"]
    lines = enumerate(entry["postings"], start=1)
    return Board(
        token=entry["board"],
        platform=entry["platform"],
        company=company,
        shown_company=entry.get("shown_company", data("companies.yaml")[company]["name"]),
        settings=entry,
        vacancies=tuple(_vacancy(company, number, line) for number, line in lines),
    )


def _vacancy(company: str, number: int, line: str) -> Vacancy:
    """Parse `role | title | place+place | workplace | option=value; ...`; blanks inside the title are kept."""
    role, title, places, workplace, *options = line.split(" | ")
    stated = options[0].split("; ") if options else []
    return Vacancy(
        company=company,
        role=role,
        title=title,
        places=tuple(Place(**data("places.yaml")[key]) for key in places.split("+")),
        workplace=workplace,
        number=number,
        options=dict(option.split("=", 1) for option in stated),
    )
