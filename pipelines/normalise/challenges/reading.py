"""One challenge as its platform states it, made into the values of a staging row.

What belongs here: which value goes to which column. What dates, prizes and places mean is said in the modules beside.
"""

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from pipelines.html import clean_line, plain_text, sanitise
from pipelines.normalise.challenges.attendance import attendance_of
from pipelines.normalise.challenges.dates import schedule_of
from pipelines.normalise.challenges.junk import PLACEHOLDERS, junk_in
from pipelines.normalise.challenges.prizes import prize_of
from spiders.personal_data import EMAIL_REMOVED, PHONE_REMOVED, has_email, without_personal_data
from spiders.platforms.base import Source
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading
from warehouse.vocabulary import ChallengeKind, RejectReason

_LARGEST_TEAM = 10_000
_NO_ORGANIZER = PLACEHOLDERS | {"other", "others", "no host", "nobody yet", "test"}
_LANGUAGE = re.compile(r"[a-z]{2}(?=$|[-_])", re.IGNORECASE)


def normalise_challenge(reading: ChallengeReading, source: Source, *, today: date) -> dict[str, object]:
    """The values of a `Challenge` row that follow from its reading; where it landed, the caller knows.

    `source` is there because every normaliser has it: a challenge names its own organizer. Raises PayloadError:
    `missing_field` or `invalid_value` for what cannot be read, `junk` for spam and tests of an organiser's page.
    """
    kind = _kind(reading.kind)
    organizer = _organizer(reading.organizer)
    schedule = schedule_of(reading, today)
    prize = prize_of(reading.prize)
    smallest, largest = _team_sizes(reading.team_size_min, reading.team_size_max)
    html = without_personal_data(reading.description_html) if reading.description_html else None
    return {
        "url": _url(reading.url),
        "language": _language(reading.language),
        "description_html": sanitise(html),
        "description_text": plain_text(html),
        "name": _name(reading, kind),
        "organizer": organizer,
        "kind": kind,
        "is_evergreen": schedule.is_evergreen,
        "start_date": schedule.starts,
        "end_date": schedule.ends,
        "application_deadline": schedule.deadline,
        "application_deadline_at": schedule.deadline_at,
        "attendance_mode": attendance_of(reading.attendance, reading.place),
        "location": _location(reading.place),
        "prize_amount": prize.amount,
        "prize_currency": prize.currency,
        "prize_kind": prize.kind,
        "prize_text": prize.text,
        "team_size_min": smallest,
        "team_size_max": largest,
        "is_invite_only": reading.is_invite_only,
        "themes": _distinct(reading.themes),
        "skill_tags": _distinct(reading.skill_tags),
        "source_status": clean_line(reading.source_status),
    }


def _kind(stated: str) -> ChallengeKind:
    try:
        return ChallengeKind(stated)
    except ValueError as error:
        raise PayloadError(RejectReason.INVALID_VALUE, f"kind {stated!r}") from error


def _name(reading: ChallengeReading, kind: ChallengeKind) -> str:
    name = clean_line(reading.name)
    if name is None:
        raise PayloadError(RejectReason.MISSING_FIELD, "no name")
    if not any(sign.isalnum() for sign in name):
        raise PayloadError(RejectReason.INVALID_VALUE, f"name {name!r} is only punctuation")
    if junk := junk_in(name, clean_line(reading.organizer), kind):
        raise PayloadError(RejectReason.JUNK, without_personal_data(junk))
    return _without_marks(name) if has_email(name) else name


def _organizer(stated: str | None) -> str | None:
    organizer = clean_line(stated)
    if organizer is None:
        return None
    organizer = _without_marks(organizer)
    words = " ".join(re.findall(r"\w+", organizer.lower()))
    return organizer if words and words not in _NO_ORGANIZER else None


def _without_marks(text: str) -> str:
    """Text without addresses and numbers, and without what joined them to the rest."""
    cleaned = without_personal_data(text)
    if cleaned == text and EMAIL_REMOVED not in text and PHONE_REMOVED not in text:
        return text
    return cleaned.replace(EMAIL_REMOVED, "").replace(PHONE_REMOVED, "").strip(" |,;:-–—/")


def _url(stated: str) -> str:
    url = (stated or "").strip()
    if not url:
        raise PayloadError(RejectReason.MISSING_FIELD, "no url")
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise PayloadError(RejectReason.INVALID_VALUE, f"url {url[:200]!r}") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise PayloadError(RejectReason.INVALID_VALUE, f"url {url[:200]!r}")
    return url


def _language(stated: str | None) -> str | None:
    found = _LANGUAGE.match(stated.strip()) if stated else None
    return found[0].lower() if found else None


def _location(place: PlaceReading | None) -> str | None:
    """The place as stated: its text, then the parts of its address that the text does not name."""
    if place is None:
        return None
    location = ""
    for part in map(clean_line, (place.text, place.locality, place.region, place.country)):
        if part and part.lower() not in location.lower():
            location = f"{location}, {part}" if location else part
    return location or None


def _team_sizes(smallest: object, largest: object) -> tuple[int | None, int | None]:
    sizes = [size if type(size) is int and 0 < size <= _LARGEST_TEAM else None for size in (smallest, largest)]
    if sizes[0] and sizes[1] and sizes[0] > sizes[1]:
        sizes.reverse()
    return sizes[0], sizes[1]


def _distinct(words: Iterable[str]) -> list[str] | None:
    return list(dict.fromkeys(word for stated in words if (word := clean_line(stated)))) or None
