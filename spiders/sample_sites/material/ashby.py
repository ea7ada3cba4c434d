"""Ashby job boards on the wire: `GET api.ashbyhq.com/posting-api/job-board/{board}?includeCompensation=true`."""

from typing import Any
from urllib.parse import quote

from spiders.sample_sites.material.dice import Dice
from spiders.sample_sites.material.markup import bullets, heading, paragraphs
from spiders.sample_sites.material.pay import DASH, SIGNS, Pay, pay_of
from spiders.sample_sites.material.prose import Prose, compose
from spiders.sample_sites.material.vacancies import Board, Place, Vacancy, data

SHARE_OF_PAY = {"most": 80, "some": 50, "few": 25, "none": 0}
EMPLOYMENT = {"full": "FullTime", "part": "PartTime", "intern": "Intern", "contract": "Contract", "temp": "Temporary"}
WORKPLACE = {"remote": "Remote", "hybrid": "Hybrid", "onsite": "OnSite"}
HOLLOW: dict[str, Any] = {
    "compensationTierSummary": None,
    "scrapeableCompensationSalarySummary": None,
    "compensationTiers": [],
    "summaryComponents": [],
}
EQUITY: dict[str, Any] = {
    "compensationType": "EquityPercentage",
    "interval": "NONE",
    "currencyCode": None,
    "minValue": None,
    "maxValue": None,
}


def url(board: Board) -> str:
    """The address of a board's list."""
    return f"https://api.ashbyhq.com/posting-api/job-board/{quote(board.token)}?includeCompensation=true"


def body(board: Board) -> dict[str, Any]:
    """A board's answer."""
    return {"jobs": [_job(board, vacancy) for vacancy in board.vacancies], "apiVersion": "1"}


def _job(board: Board, vacancy: Vacancy) -> dict[str, Any]:
    dice = Dice("ashby", board.token, vacancy.title, vacancy.places[0].shown)
    identifier, role, prose = dice.uuid(), data(f"roles/{vacancy.role}.yaml"), compose(vacancy)
    first, *others = vacancy.places
    compensation = _compensation(board, vacancy, dice)
    hosted = f"https://jobs.ashbyhq.com/{quote(board.token)}/{identifier}"
    return {
        "id": identifier,
        "title": None if vacancy.options.get("malformed") == "title" else vacancy.title,
        "department": role["department"],
        "team": role["team"],
        "employmentType": EMPLOYMENT[vacancy.employment],
        "location": first.shown,
        "shouldDisplayCompensationOnJobPostings": compensation is not HOLLOW and vacancy.number % 7 != 0,
        "secondaryLocations": [{"location": place.shown, "address": _address(place)} for place in others],
        "publishedAt": dice.moment().isoformat(timespec="milliseconds"),
        "isListed": vacancy.options.get("listed") != "no",
        "isRemote": _is_remote(vacancy),
        "workplaceType": WORKPLACE.get(vacancy.workplace),
        "address": None if vacancy.number % 9 == 8 else _address(first),
        "jobUrl": hosted,
        "applyUrl": f"{hosted}/application",
        "descriptionHtml": _html(prose),
        "descriptionPlain": _plain(prose),
        "compensation": compensation,
    }


def _is_remote(vacancy: Vacancy) -> bool | None:
    """Hybrid work is stated as not remote by some employers and left open by others."""
    if vacancy.workplace == "hybrid":
        return None if vacancy.number % 3 == 0 else False
    return {"remote": True, "onsite": False}.get(vacancy.workplace)


def _address(place: Place) -> dict[str, Any]:
    """Only the parts that are known; a job that is remote anywhere has an empty address."""
    parts = {"addressRegion": place.region, "addressCountry": place.country, "addressLocality": place.locality}
    return {"postalAddress": {key: value for key, value in parts.items() if value}}


def _html(prose: Prose) -> str:
    style = "min-height:1.5em"
    parts = [("do", prose.do), ("bring", prose.bring), ("plus", prose.plus)]
    lists = [heading(prose.headings[key], "h2") + bullets(lines) for key, lines in parts if lines]
    offer = heading(prose.headings["offer"], "h2") + paragraphs(prose.offer, style, joint="")
    return "".join([*(paragraphs(texts, style, joint="") for texts in (prose.about, prose.why)), *lists, offer]) + (
        paragraphs(["", prose.closing], style, joint="")
    )


def _plain(prose: Prose) -> str:
    parts = [("do", prose.do), ("bring", prose.bring), ("plus", prose.plus), ("offer", prose.offer)]
    lists = [f"{prose.headings[key].upper()}\n\n" + "\n".join(f"- {x}" for x in lines) for key, lines in parts if lines]
    return "\n\n".join([*prose.about, *prose.why, *lists, prose.closing])


def _compensation(board: Board, vacancy: Vacancy, dice: Dice) -> dict[str, Any]:
    if "pay" not in vacancy.options and not dice.chance(SHARE_OF_PAY[board.settings["pay_shown"]]):
        return HOLLOW
    pays = [pay_of(vacancy, place) for place in vacancy.places]
    components = [_components(pay, "ote" in vacancy.options, dice.chance(60)) for pay in pays]
    summaries = [_summary(part) for part in components]
    return {
        "compensationTierSummary": summaries[0] if len(pays) == 1 else f"{summaries[0]} • Multiple Ranges",
        "scrapeableCompensationSalarySummary": _spoken(pays[0], "-") if len(pays) == 1 else None,
        "compensationTiers": [
            {
                "id": dice.uuid(),
                "tierSummary": summary,
                "title": place.shown if len(pays) > 1 else None,
                "additionalInformation": None,
                "components": [{"id": dice.uuid(), "summary": _said(one), **one} for one in part],
            }
            for place, part, summary in zip(vacancy.places, components, summaries, strict=True)
        ],
        "summaryComponents": [one for part in components for one in part],
    }


def _components(pay: Pay, commission: bool, equity: bool) -> list[dict[str, Any]]:
    salary = {
        "compensationType": "Salary",
        "interval": f"1 {pay.unit.upper()}",
        "currencyCode": pay.currency,
        "minValue": pay.minimum,
        "maxValue": pay.maximum,
    }
    on_top = {**salary, "compensationType": "Commission", "minValue": pay.minimum // 2, "maxValue": pay.maximum // 2}
    return [salary, *([on_top] if commission else []), *([EQUITY] if equity and pay.unit == "year" else [])]


def _summary(components: list[dict[str, Any]]) -> str:
    return " • ".join(_said(component) for component in components)


def _said(component: dict[str, Any]) -> str:
    if component["compensationType"] == "EquityPercentage":
        return "Offers Equity"
    unit = component["interval"].removeprefix("1 ").lower()
    said = _spoken(Pay(component["minValue"], component["maxValue"], component["currencyCode"], unit), DASH)
    return f"{said} commission" if component["compensationType"] == "Commission" else said


def _spoken(pay: Pay, dash: str) -> str:
    sign = SIGNS[pay.currency]
    if pay.unit == "year":
        return f"{sign}{pay.minimum / 1000:g}K {dash} {sign}{pay.maximum / 1000:g}K"
    return f"{sign}{pay.minimum:,.2f} {dash} {sign}{pay.maximum:,.2f} per {pay.unit}"
