"""Greenhouse job boards on the wire: `GET boards-api.greenhouse.io/v1/boards/{token}/jobs?content=true`."""

import html
from datetime import timedelta, timezone
from typing import Any

from spiders.sample_sites.material.dice import Dice
from spiders.sample_sites.material.markup import Awkward, bullets, heading, paragraphs
from spiders.sample_sites.material.pay import DASH, Pay, pay_of
from spiders.sample_sites.material.prose import Prose, compose
from spiders.sample_sites.material.vacancies import Board, Vacancy, data

SUMMER, WINTER = timezone(timedelta(hours=-4)), timezone(timedelta(hours=-5))
CLOCKS_CHANGE = "2026-11-01"
CONSENT = {
    "type": "gdpr",
    "requires_consent": False,
    "requires_processing_consent": False,
    "requires_retention_consent": False,
    "retention_period": None,
    "demographic_data_consent_applies": False,
}
EMPLOYMENT = {"full": "Full-time", "part": "Part-time", "intern": "Intern", "contract": "Contract", "temp": "Temporary"}


def url(board: Board) -> str:
    """The address of a board's list."""
    return f"https://boards-api.greenhouse.io/v1/boards/{board.token}/jobs?content=true"


def body(board: Board) -> dict[str, Any]:
    """A board's answer."""
    jobs = [_job(board, vacancy) for vacancy in board.vacancies]
    return {"jobs": jobs, "meta": {"total": len(jobs)}}


def _job(board: Board, vacancy: Vacancy) -> dict[str, Any]:
    dice = Dice("greenhouse", board.token, vacancy.title, vacancy.places[0].shown)
    identifier = 4_400_000_000 + dice.below(99_999_999)
    prospect = "prospect" in vacancy.options
    job: dict[str, Any] = {
        "absolute_url": board.settings["hosted_at"].format(id=identifier),
        "data_compliance": [CONSENT],
        "education": board.settings.get("education"),
        "internal_job_id": None if prospect else 4_100_000_000 + dice.below(99_999_999),
        "location": {"name": _location(board, vacancy)},
        "metadata": _metadata(board.settings["metadata"], vacancy, dice),
        "id": identifier,
        "updated_at": "2026-11-19T06:12:47-05:00",
        "requisition_id": None if prospect else _requisition(board, vacancy),
        "title": vacancy.title,
        "company_name": board.shown_company,
        "first_published": _published(vacancy, dice),
        "language": vacancy.language,
        "application_deadline": vacancy.options.get("deadline"),
        "content": html.escape(_content(board, vacancy), quote=True).replace("&#x27;", "&#39;"),
        "departments": _departments(vacancy),
        "offices": _offices(vacancy),
        "ai_disclaimer": None,
        "include_ai_disclaimer": None,
        "ai_opt_out_request_url": None,
    }
    return {key: value for key, value in job.items() if key not in _left_out(board, vacancy)}


def _left_out(board: Board, vacancy: Vacancy) -> set[str]:
    """Keys that some boards never have, and one that a malformed record lost."""
    left_out = {"title"} if vacancy.options.get("malformed") == "title" else set()
    if "education" not in board.settings:
        left_out.add("education")
    if vacancy.number in board.settings.get("without_language", []):
        left_out.add("language")
    return left_out


def _published(vacancy: Vacancy, dice: Dice) -> str | None:
    at = dice.moment().replace(microsecond=0)
    offset = WINTER if at.date().isoformat() >= CLOCKS_CHANGE else SUMMER
    return None if vacancy.number % 17 == 0 else at.astimezone(offset).isoformat()


def _requisition(board: Board, vacancy: Vacancy) -> str | None:
    if "junk" in vacancy.options:
        return vacancy.options["junk"]
    number = 1000 + Dice("requisition", vacancy.company, vacancy.text_title, vacancy.places[0].shown).below(8999)
    return None if vacancy.number % 9 == 0 else str(board.settings["requisition"].format(n=number))


def _location(board: Board, vacancy: Vacancy) -> str:
    return str(board.settings.get("places_joined_by", "; ")).join(place.shown for place in vacancy.places)


def _departments(vacancy: Vacancy) -> list[dict[str, Any]]:
    name = data(f"roles/{vacancy.role}.yaml")["department"] if vacancy.number % 13 else "No Department"
    identifier = 4_000_000_000 + Dice("department", vacancy.company, name).below(9_999_999)
    return [{"id": identifier, "name": name, "child_ids": [], "parent_id": None}]


def _offices(vacancy: Vacancy) -> list[dict[str, Any]]:
    return [
        {
            "id": 4_010_000_000 + Dice("office", vacancy.company, place.shown).below(9_999_999),
            "name": place.locality or place.shown,
            "location": ", ".join(part.strip() for part in (place.locality, place.country) if part) or None,
            "child_ids": [],
            "parent_id": None,
        }
        for place in vacancy.places
    ]


def _metadata(kind: str, vacancy: Vacancy, dice: Dice) -> list[dict[str, Any]] | None:
    """The custom fields of a board; which ones, and of which types, differs from employer to employer."""
    workplace = {"onsite": "On-site", "hybrid": "Hybrid", "remote": "Remote"}.get(vacancy.workplace)
    if kind == "workplace_and_range":
        shown = vacancy.options.get("pay") != "none" and dice.chance(70)
        amounts = _range(pay_of(vacancy, vacancy.places[0])) if shown else None
        return _fields(
            ("Workplace Type", workplace, "single_select"), ("Pay Transparency Range", amounts, "currency_range")
        )
    if kind == "employment":
        return _fields(
            ("Employment Type", EMPLOYMENT[vacancy.employment], "single_select"),
            ("Clinical registration required", vacancy.role == "healthcare", "yes_no"),
            ("Care settings", dice.some(["Home", "Virtual", "Clinic"], 2), "multi_select"),
        )
    if kind == "german":
        return _fields(
            ("Arbeitszeitmodell", "Teilzeit" if vacancy.employment == "part" else "Vollzeit", "single_select"),
            ("Tarifgruppe", None, "short_text"),
            ("Ansprechperson", None, "user"),
        )
    if kind == "mixed" and vacancy.number % 4:
        return _fields(
            ("Contract", {"full": "CDI / permanent"}.get(vacancy.employment, "freelance"), "short_text"),
            ("Approved on", "2026-09-01", "date"),
            ("Openings", 1, "number"),
            ("Team page", "https://quillandbeam.example/team", "url"),
        )
    return [] if kind == "mixed" else None


def _range(pay: Pay) -> dict[str, str]:
    return {"unit": pay.currency, "min_value": f"{pay.minimum:.1f}", "max_value": f"{pay.maximum:.1f}"}


def _fields(*fields: tuple[str, Any, str]) -> list[dict[str, Any]]:
    return [
        {"id": 4_020_000 + Dice("field", name).below(99_999), "name": name, "value": value, "value_type": value_type}
        for name, value, value_type in fields
    ]


def _content(board: Board, vacancy: Vacancy) -> str:
    prose = compose(vacancy)
    awkward = Awkward(board.token, vacancy.number)
    return "".join(
        [
            f'<div class="content-intro">{paragraphs(prose.about, joint=awkward.joint)}</div>',
            awkward.opening(),
            paragraphs(prose.why, joint=awkward.joint),
            _lists(prose, awkward),
            heading(prose.headings["offer"], "h3"),
            paragraphs(prose.offer),
            _pay_block(board, vacancy),
            f'<div class="content-conclusion">{paragraphs([prose.closing])}</div>',
            awkward.ending(),
        ]
    )


def _lists(prose: Prose, awkward: Awkward) -> str:
    parts = [("do", prose.do), ("bring", prose.bring), ("plus", prose.plus)]
    return "\n".join(
        heading(prose.headings[key], "h3") + "\n" + bullets(lines, nested=awkward.nested and key == "do")
        for key, lines in parts
        if lines
    )


def _pay_block(board: Board, vacancy: Vacancy) -> str:
    """Greenhouse's own block for pay transparency, as its editor inserts it into the text."""
    stated = vacancy.options.get("pay", "year")
    if stated == "none" or (stated == "year" and board.settings["metadata"] not in {"employment", "mixed"}):
        return ""
    pay = pay_of(vacancy, vacancy.places[0])
    per = "" if pay.unit == "year" else f" per {pay.unit}"
    ends = [
        f"<span>{html.escape(text)}</span>" for text in pay.spoken().removesuffix(f" a {pay.unit}").split(f" {DASH} ")
    ]
    ends[1] = ends[1].replace("</span>", f" {pay.currency}{per}</span>")
    return (
        '<div class="content-pay-transparency"><div class="pay-input"><div class="title">Pay range</div>'
        f'<div class="pay-range">{ends[0]}<span class="divider">&mdash;</span>{ends[1]}</div></div></div>'
    )
