"""Unstop's lists on the wire: `GET unstop.com/api/public/opportunity/search-result`, a Laravel paginator."""

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from spiders.sample_sites.material.dice import Dice
from spiders.sample_sites.material.vacancies import data

API = "https://unstop.com/api/public/opportunity/search-result?"
PICTURES = "https://d8it4huxumps7.cloudfront.net"
ENTITY = "App\\Model\\Opportunity"
LISTS = ("competitions", "hackathons")
STEPS = [
    "Register your team on this page; one entry a team.",
    "The first round is judged on what you upload, the second on how you answer.",
    "Results of every round are published on this page within ten days.",
    "Students of any discipline may take part &amp; mix colleges.",
    "Work that was handed in elsewhere is disqualified.",
    "Teams receive written feedback from at least two jurors.",
]
ELIGIBLE = {"eligibility": [{"type": "students", "courses": ["all"]}], "min_year": None, "max_year": None}
#: what the API of 2023 did not have yet, by the reference notes on this platform
SINCE_2023 = {"details", "region", "required_skills", "visibility", "address_with_country_logo", "short_url"}


def pages() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, address and answer of every page of both lists."""
    for name in LISTS:
        yield from _list(name)


def _list(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The pages of one list. As on the real site, a page holds fewer rows than were asked for."""
    material = data("challenges/unstop.yaml")
    rows = [_opportunity(entry) for entry in material["opportunities"] if name in entry["boards"]]
    size, asked = material["per_page"], material["asked_per_page"]
    last = -(-len(rows) // size)
    for page in range(1, last + 1):
        address = f"{API}opportunity={name}&oppstatus=open&page={page}&per_page={asked}"
        yield f"{name}-{page}", address, {"data": _paginator(name, rows, page, last, size, asked)}


def _paginator(name: str, rows: list[Any], page: int, last: int, size: int, asked: int) -> dict[str, Any]:
    def link(number: int) -> str | None:
        inside = 1 <= number <= last
        return f"{API}&opportunity={name}&per_page={asked}&oppstatus=open&page={number}" if inside else None

    start = (page - 1) * size
    shown = rows[start : start + size]
    numbers = [{"url": link(n), "label": str(n), "active": n == page} for n in range(1, last + 1)]
    return {
        "current_page": page,
        "data": shown,
        "first_page_url": link(1),
        "from": start + 1,
        "last_page": last,
        "last_page_url": link(last),
        "links": [
            {"url": link(page - 1), "label": "&laquo; Previous", "active": False},
            *numbers,
            {"url": link(page + 1), "label": "Next &raquo;", "active": False},
        ],
        "next_page_url": link(page + 1),
        "path": API,
        "per_page": size,
        "prev_page_url": link(page - 1),
        "to": start + len(shown),
        "total": len(rows),
    }


def _opportunity(entry: dict[str, Any]) -> dict[str, Any]:
    identifier, dice = entry["id"], Dice("unstop", entry["id"])
    path = f"{entry['type']}/{_slug(entry['title'])}-{_slug(entry['org'])}-{identifier}"
    city, state = entry.get("city", [None, None])
    record: dict[str, Any] = {
        "id": identifier,
        "public_url": path,
        "title": entry["title"],
        "organization_id": _organisation(entry)["id"],
        "type": entry["type"],
        "subtype": entry["subtype"],
        "regn_open": 1,
        "moderation_status": 1,
        "logoUrl2": f"{PICTURES}/uploads/images/150x150/{identifier}.png",
        "organisation": _organisation(entry),
        "seo_url": f"https://unstop.com/{path}",
        "short_url": f"https://unstop.com/o/{dice.hex()[:7]}",
        "status": "LIVE",
        "tags": [],
        "thumb": None,
        "filters": _filters(entry),
        "isPaid": False,
        "festival": None,
        "required_skills": [_skill(identifier, name) for name in entry["skills"]],
        "prizes": [_prize(identifier, number, prize) for number, prize in enumerate(entry["prizes"], start=1)],
        "details": _details(entry, dice),
        "address_with_country_logo": {
            "city": city,
            "state": state,
            "country": {"name": "India", "iso": "IN"} if city else None,
        },
        "locations": [],
        "visibility": entry.get("visibility", "public"),
        "end_date": entry["ends"],
        "region": entry["region"],
        "viewsCount": dice.below(40_000),
        "registerCount": dice.below(3_000),
        "regnRequirements": _registration(entry),
        "updated_at": "2026-11-18T11:20:05+05:30",
        "approved_date": "2026-10-05T09:00:00+05:30",
    }
    return _as_in_2023(record) if entry.get("form") == "2023" else record


def _as_in_2023(record: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in record.items() if key not in SINCE_2023}
    return {
        **kept,
        "self_moderated": 2,
        "fields": [],
        "seo_details": [{"id": record["id"] + 40_000, "entity_id": record["id"], "entity_type": ENTITY}],
        "start_date": "2027-02-01T00:00:00+05:30",
    }


def _organisation(entry: dict[str, Any]) -> dict[str, Any]:
    identifier = 900_000 + Dice("organisation", entry["org"]).below(99_999)
    return {
        "id": identifier,
        "name": entry["org"],
        "public_url": f"c/{_slug(entry['org'])}-{identifier}",
        "logoUrl": "",
        "logoUrl2": "",
        "tier": None,
    }


def _filters(entry: dict[str, Any]) -> list[dict[str, Any]]:
    kinds = [(name, "category") for name in entry["categories"]]
    kinds += [(name, "eligible") for name in ("Undergraduate", "Postgraduate")]
    return [
        {
            "id": 400 + Dice("filter", name).below(99),
            "name": name,
            "type": kind,
            "file_name": _slug(name),
            "domain_id": 0,
            "subtype": None,
            "icon_url": f"{PICTURES}/images/icons/color_icons/{_slug(name)}.svg",
        }
        for name, kind in kinds
    ]


def _skill(identifier: int, name: str) -> dict[str, Any]:
    number = 100 + Dice("skill", name).below(899)
    pivot = {"opportunity_id": identifier, "skill_id": number, "ai_generated": True}
    return {"id": number, "skill_name": name, "pivot": pivot}


def _prize(identifier: int, number: int, prize: list[Any]) -> dict[str, Any]:
    """`[rank, cash]`, `[rank, cash, "dollar"]`, or `[rank, null, words]`."""
    rank, cash, *rest = prize
    dollar = rest == ["dollar"]
    return {
        "id": identifier * 2 + number,
        "rank": rank,
        "cash": cash,
        "currency": "fa-dollar" if dollar else "fa-rupee",
        "certificate": 1,
        "entity_id": identifier,
        "entity_type": ENTITY,
        "others": rest[0] if rest and not dollar else None,
        "currencyCode": None,
        "cash_postfix": None,
        "max_cash": None,
        "pre_placement_internship": None,
        "pre_placement_opportunity": 1 if "Pre-placement" in str(rest) else None,
    }


def _details(entry: dict[str, Any], dice: Dice) -> str:
    """HTML with entities, as organisers paste it; some leave a telephone number in it."""
    about = f"<p>{escape(entry['about'], quote=False)}</p>"
    steps = "".join(f"<li>{step}</li>" for step in dice.some(STEPS, 3))
    contact = f"<p>{entry['contact']}</p>" if "contact" in entry else ""
    hosts = f"<p>Hosted by <strong>{escape(entry['org'])}</strong>&nbsp;&ndash; good luck&#33;</p>"
    return f"{about}<p><strong>How it works</strong></p><ul>{steps}</ul>{hosts}{contact}"


def _registration(entry: dict[str, Any]) -> dict[str, Any]:
    smallest, largest = entry["team"]
    over = entry["deadline"] < "2026-11-22"
    return {
        "opportunity_id": entry["id"],
        "start_regn_dt": "2026-10-10T10:00:00+05:30",
        "end_regn_dt": entry["deadline"],
        "min_team_size": smallest,
        "max_team_size": largest,
        "eligibility": json.dumps(ELIGIBLE),
        "show_deadline": 1,
        "remainingDaysArray": {"durations": 0 if over else 20, "text": " days left"},
        "remain_days": "0 days left" if over else "20 days left",
        "remaining_time": 0 if over else 1_728_000,
        "reg_status": "FINISHED" if over else "STARTED",
    }


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
