"""What search engines read of a listing: schema.org data in JSON-LD, of open listings only.

Google's required fields decide: where a source leaves one of them unsaid there is no data at all, for a guess would be
reported to everyone as a fact. The data is not run as script, so the site's Content-Security-Policy lets it be.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from hub.words import linkable
from warehouse.countries import GROUPS
from warehouse.vocabulary import AttendanceMode, ChallengeStatus, WorkplaceType

Row = Mapping[str, Any]

_ATTENDANCE = {
    AttendanceMode.ONLINE: "OnlineEventAttendanceMode",
    AttendanceMode.OFFLINE: "OfflineEventAttendanceMode",
    AttendanceMode.MIXED: "MixedEventAttendanceMode",
}


def job_posting(position: Row, places: Sequence[Row], address: str) -> Markup | None:
    """JobPosting of an open position, as a script element; None where a required field is not known."""
    where = _where(position, places)
    description = position["description_html"] or position["description_text"]
    if not (where and description and position["date_posted"]):
        return None
    data = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": position["title"],
        "description": description,
        "datePosted": position["date_posted"].isoformat(),
        "validThrough": _day(position["valid_through"]),
        "hiringOrganization": {
            "@type": "Organization",
            "name": position["company"],
            "sameAs": f"https://{position['company_domain']}" if position["company_domain"] else None,
        },
        "identifier": _identifier(position),
        "employmentType": position["employment_type"],
        "baseSalary": _salary(position),
        "url": address,
        **where,
    }
    return _script(data)


def event(challenge: Row, address: str) -> Markup | None:
    """Event of a challenge on offer that has a first day and a place, or is held online; else None."""
    where = _venue(challenge)
    if challenge["status"] == ChallengeStatus.CLOSED or not challenge["start_date"] or not where:
        return None
    data = {
        "@context": "https://schema.org",
        "@type": "Hackathon" if challenge["kind"] == "hackathon" else "Event",
        "name": challenge["name"],
        "startDate": challenge["start_date"].isoformat(),
        "endDate": _day(challenge["end_date"]),
        "description": challenge["description_text"],
        "eventAttendanceMode": f"https://schema.org/{_ATTENDANCE[challenge['attendance_mode']]}",
        "eventStatus": "https://schema.org/EventScheduled",
        "organizer": {"@type": "Organization", "name": challenge["organizer"]} if challenge["organizer"] else None,
        "location": where,
        "url": address,
    }
    return _script(data)


def _where(position: Row, places: Sequence[Row]) -> dict[str, Any]:
    """Where the work is done: places with a country, and for remote work the countries it is open to."""
    located = [_place(place) for place in places if place["address_country"]]
    if position["workplace_type"] != WorkplaceType.REMOTE:
        return {"jobLocation": located} if located else {}
    limits = position["applicant_location_requirements"] or [place["address_country"] for place in places]
    countries = sorted({code for limit in limits if limit for code in GROUPS.get(limit, {limit})})
    if not countries:
        return {}
    areas = [{"@type": "Country", "name": code} for code in countries]
    return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": areas}


def _place(place: Row) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "addressLocality": place["address_locality"],
        "addressRegion": place["address_region"],
        "addressCountry": place["address_country"],
    }
    return {"@type": "Place", "address": address}


def _identifier(position: Row) -> dict[str, Any] | None:
    number = position["requisition_id"]
    return {"@type": "PropertyValue", "name": position["company"], "value": number} if number else None


def _salary(position: Row) -> dict[str, Any] | None:
    """The pay, where its currency and unit are known: no unit is ever guessed."""
    amounts = [position[name] for name in ("base_salary_min", "base_salary_max") if position[name] is not None]
    if not (amounts and position["base_salary_currency"] and position["base_salary_unit"]):
        return None
    value = {"minValue": float(amounts[0]), "maxValue": float(amounts[-1])}
    quantity = {"@type": "QuantitativeValue", **value, "unitText": position["base_salary_unit"]}
    return {"@type": "MonetaryAmount", "currency": position["base_salary_currency"], "value": quantity}


def _venue(challenge: Row) -> dict[str, Any] | None:
    mode, place = challenge["attendance_mode"], challenge["location"]
    if mode == AttendanceMode.ONLINE:
        return {"@type": "VirtualLocation", "url": challenge["url"]} if linkable(challenge["url"]) else None
    return {"@type": "Place", "name": place, "address": place} if mode and place else None


def _day(value: Any) -> str | None:
    return None if value is None else str(value.isoformat())


def _stated(value: Any) -> Any:
    """Without what is not known."""
    if isinstance(value, dict):
        return {name: _stated(part) for name, part in value.items() if part is not None}
    return [_stated(part) for part in value] if isinstance(value, list) else value


def _script(data: dict[str, Any]) -> Markup:
    """As a data element. No text inside can end it: every `<` is written as an escape."""
    text = json.dumps(_stated(data), ensure_ascii=False)
    escaped = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{escaped}</script>')  # noqa: S704 - escaped in the line above
