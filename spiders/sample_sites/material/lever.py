"""Lever postings on the wire: `GET api.lever.co/v0/postings/{site}?mode=json`, a bare array."""

from typing import Any

from spiders.sample_sites.material.dice import Dice
from spiders.sample_sites.material.markup import items
from spiders.sample_sites.material.pay import Pay, pay_of
from spiders.sample_sites.material.prose import Prose, compose
from spiders.sample_sites.material.vacancies import Board, Vacancy, data

SHARE_OF_PAY = {"most": 75, "some": 50, "few": 20, "none": 0}
INTERVALS = {"year": "per-year-salary", "month": "per-month-salary", "hour": "per-hour-wage"}
BLANK_LINE = "<div><br></div>"


def url(board: Board) -> str:
    """The address of a site's list."""
    return f"https://api.lever.co/v0/postings/{board.token}?mode=json"


def body(board: Board) -> list[dict[str, Any]]:
    """A site's answer."""
    return [_posting(board, vacancy) for vacancy in board.vacancies]


def _posting(board: Board, vacancy: Vacancy) -> dict[str, Any]:
    dice = Dice("lever", board.token, vacancy.title, vacancy.places[0].shown)
    prose = compose(vacancy)
    identifier = dice.uuid()
    hosted = f"https://jobs.lever.co/{board.token}/{identifier}"
    has_lists = vacancy.number % 12 != 7
    opening, middle = prose.about, prose.why if has_lists else [*prose.why, *prose.do, *prose.bring]
    ending = [] if vacancy.number % 14 == 9 else _ending(vacancy, prose)
    posting: dict[str, Any] = {
        "additionalPlain": _plain(ending),
        "additional": _divs(ending),
        "categories": _categories(board, vacancy),
        "createdAt": int(dice.moment().timestamp() * 1000),
        "descriptionPlain": _plain([*opening, *middle]),
        "description": BLANK_LINE.join([_divs(opening), _divs(middle)]),
        "id": identifier,
        "lists": _lists(prose),
        **_salary(board, vacancy, dice),
        "text": vacancy.title,
        "country": vacancy.places[0].iso2,
        "workplaceType": "unspecified" if vacancy.workplace == "none" else vacancy.workplace,
        "opening": _divs(opening),
        "openingPlain": _plain(opening),
        "descriptionBody": _divs(middle),
        "descriptionBodyPlain": _plain(middle),
        "hostedUrl": hosted,
        "applyUrl": f"{hosted}/apply",
    }
    if not has_lists:
        del posting["lists"]
    return posting


def _categories(board: Board, vacancy: Vacancy) -> dict[str, Any]:
    """Any of the five may be missing; which ones, follows from the posting's number."""
    role = data(f"roles/{vacancy.role}.yaml")
    categories: dict[str, Any] = {
        "commitment": board.settings["commitments"][vacancy.employment],
        "department": role["department"],
        "location": vacancy.places[0].shown,
        "team": role["team"],
        "allLocations": [place.shown for place in vacancy.places],
    }
    missing = {3: ["department"], 5: ["team"], 8: ["commitment"], 10: ["department", "team", "allLocations"]}
    gone = missing.get(vacancy.number % 11, [])
    return {key: value for key, value in categories.items() if key not in gone}


def _lists(prose: Prose) -> list[dict[str, str]]:
    parts = [("do", prose.do), ("bring", prose.bring), ("plus", prose.plus)]
    return [{"text": prose.headings[key], "content": "\n" + items(lines)} for key, lines in parts if lines]


def _salary(board: Board, vacancy: Vacancy, dice: Dice) -> dict[str, Any]:
    pay = pay_of(vacancy, vacancy.places[0])
    stated = "pay" in vacancy.options or dice.chance(SHARE_OF_PAY[board.settings["pay_shown"]])
    if not stated or pay.unit not in INTERVALS:
        return {}
    note = [f"The figures are for {vacancy.places[0].shown} and grow with what you bring."]
    return {
        "salaryRange": {
            "interval": INTERVALS[pay.unit],
            "currency": pay.currency,
            "min": pay.minimum,
            "max": pay.maximum,
        },
        "salaryDescription": _divs(note),
        "salaryDescriptionPlain": _plain(note),
    }


def _ending(vacancy: Vacancy, prose: Prose) -> list[str]:
    """Offer and closing; a pay interval that Lever has no word for is stated here, in prose."""
    pay: Pay = pay_of(vacancy, vacancy.places[0])
    spoken = [f"Pay: {pay.spoken()}."] if pay.unit not in INTERVALS else []
    return [prose.headings["offer"], *prose.offer, *spoken, prose.closing]


def _divs(texts: list[str]) -> str:
    return BLANK_LINE.join(f'<div><span style="font-size: 11pt;">{_escaped(text)}</span></div>' for text in texts)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _plain(texts: list[str]) -> str:
    return "".join(f"{text}\n\u00a0\n" for text in texts)
