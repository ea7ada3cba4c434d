"""Eightfold's own record of a posting, as its pages and both of its APIs write it."""

from typing import Any

from spiders.platforms.base import Payload
from spiders.platforms.json_ld_blocks import parsed
from spiders.platforms.parsing import optional_text, payloads_of
from warehouse.readings import PlaceReading

#: what of the site's own record is read, by the two APIs' names for it
_KEPT = (
    *("id", "name", "location", "locations", "department", "locale", "job_description", "jobDescription", "isPrivate"),
    *("ats_job_id", "atsJobId", "display_job_id", "displayJobId", "t_create", "creationTs", "postedTs"),
    *("work_location_option", "workLocationOption", "standardizedLocations", "canonicalPositionUrl", "positionUrl"),
)


def positions_of(document: Payload) -> list[Payload]:
    """The entries of an API's list, or the one of its answer about one."""
    data = document.get("data")
    inner: Payload = data if isinstance(data, dict) else document
    if "positions" not in inner and "id" in inner and "name" in inner:
        return [inner]
    return payloads_of(inner.get("positions"), '"positions"')


def kept(position: Payload) -> Payload:
    """What of a record is read."""
    return {key: position[key] for key in _KEPT if position.get(key) not in (None, "", [])}


def places_of(position: Payload) -> list[PlaceReading]:
    """Every place; a list may come as JSON inside of a text."""
    for name in ("locations", "standardizedLocations"):
        stated: Any = position.get(name)
        stated = parsed(stated) if isinstance(stated, str) and stated.startswith("[") else stated
        if isinstance(stated, list) and (texts := [text for text in stated if optional_text(text)]):
            return [PlaceReading(text) for text in texts]
    text = stated_text(position, "location")
    return [PlaceReading(text)] if text else []


def workplace_of(position: Payload) -> str | None:
    """The option, unless it is the one nobody chose and the places say otherwise."""
    stated = stated_text(position, "work_location_option", "workLocationOption")
    is_remote_place = any("remote" in (place.text or "").lower() for place in places_of(position))
    return None if stated and stated.lower() == "onsite" and is_remote_place else stated


def time_of(position: Payload) -> int | None:
    """When it was posted, or made, in seconds."""
    return next(
        (stated for name in ("postedTs", "t_create", "creationTs") if isinstance(stated := position.get(name), int)),
        None,
    )


def stated_text(position: Payload, *names: str) -> str | None:
    """The first of several keys that holds text."""
    return next((text for name in names if (text := optional_text(position.get(name)))), None)
