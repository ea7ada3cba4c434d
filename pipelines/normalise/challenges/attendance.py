"""Where a challenge takes place: online, on the spot or both, from the platform's word and the place's text."""

import re

from pipelines.html import clean_line
from warehouse.readings import PlaceReading
from warehouse.vocabulary import AttendanceMode

#: platforms' own words for it, in lower case; Devpost says it with the name of an icon
STATED = {
    "online": AttendanceMode.ONLINE,
    "virtual": AttendanceMode.ONLINE,
    "digital": AttendanceMode.ONLINE,
    "remote": AttendanceMode.ONLINE,
    "globe": AttendanceMode.ONLINE,
    "offline": AttendanceMode.OFFLINE,
    "in-person": AttendanceMode.OFFLINE,
    "in person": AttendanceMode.OFFLINE,
    "in_person": AttendanceMode.OFFLINE,
    "irl": AttendanceMode.OFFLINE,
    "onsite": AttendanceMode.OFFLINE,
    "on-site": AttendanceMode.OFFLINE,
    "physical": AttendanceMode.OFFLINE,
    "map-marker-alt": AttendanceMode.OFFLINE,
    "hybrid": AttendanceMode.MIXED,
    "hybrid_physical": AttendanceMode.MIXED,
    "mixed": AttendanceMode.MIXED,
    "both": AttendanceMode.MIXED,
}
_HYBRID = re.compile(r"\bhybrid\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[/&+,;|>()\n]|\band\b|\bor\b|\bthen\b)\s*", re.IGNORECASE)
_ONLINE_PART = re.compile(
    r"\bonline\b|\bvirtual(?:ly)?\b(?! (?:univ|campus|reality))|^remote(?:ly)?$|^(?:.* )?(?:discord|zoom)$|/discord\b",
    re.IGNORECASE,
)
#: parts beside "online" that name no place
_NO_PLACE = re.compile(r"(?:global(?:ly)?|worldwide|anywhere|internet|https?:|[\w.]*\.\w{2,}|\W*)", re.IGNORECASE)


def attendance_of(stated: str | None, place: PlaceReading | None) -> AttendanceMode | None:
    """How one takes part. A place on the map whose text says online is online, or both where it names a place too."""
    mode = STATED.get(stated.strip().lower()) if stated else None
    text = clean_line(place.text) if place else None
    if mode is AttendanceMode.OFFLINE and text:
        return _by_text(text) or mode
    return mode


def _by_text(text: str) -> AttendanceMode | None:
    if _HYBRID.search(text):
        return AttendanceMode.MIXED
    parts = [part for part in _PARTS.split(text) if part]
    online = [part for part in parts if _ONLINE_PART.search(part)]
    if not online:
        return None
    is_place_named = any(part not in online and not _NO_PLACE.fullmatch(part) for part in parts)
    return AttendanceMode.MIXED if is_place_named else AttendanceMode.ONLINE
