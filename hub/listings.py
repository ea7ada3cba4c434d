"""The paged lists of everything on offer: openings and challenges, of all skills or of one."""

import re
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from hub.publications import Row
from hub.visit import Visit, Visited, page_route

PAGE_SIZE = 50

router = APIRouter()
page_at = page_route(router)

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One of the two lists."""

    path: str
    query: str
    section: str
    heading: str
    one: str
    many: str
    count_column: str


OPENINGS = Catalogue(
    "/openings", "openings", "positions", "All openings", "open position", "open positions", "position_count"
)
CHALLENGES = Catalogue(
    "/challenges", "challenges", "challenges", "All challenges", "challenge", "challenges", "challenge_count"
)


@page_at("/openings")
def openings(visit: Visited, hub: str = "", page: str = "1") -> Response:
    """Open positions, newest first."""
    return _listed(visit, OPENINGS, hub, page)


@page_at("/challenges")
def challenges(visit: Visited, hub: str = "", page: str = "1") -> Response:
    """Challenges that are upcoming, open or evergreen, newest first."""
    return _listed(visit, CHALLENGES, hub, page)


def _listed(visit: Visit, catalogue: Catalogue, hub: str, page_text: str) -> Response:
    """One page of a list. 404 where the skill or the page does not exist, 400 where `page` is no number."""
    head = _head_of_hub(visit, catalogue, hub) if hub else _head_of_all(visit, catalogue)
    if head is None:
        return visit.unknown_hub(hub)
    last = max(1, -(-head["listing_count"] // PAGE_SIZE))
    base = f"{catalogue.path}?hub={hub}&page=" if hub else f"{catalogue.path}?page="
    if not _NUMBER.fullmatch(page_text):
        way_on = {"path": f"{base}1", "label": "Go to page 1"}
        return visit.refusal(400, "No such page", f"“{page_text[:30]}” is no page number.", way_on=way_on)
    number = int(page_text)
    if number > last:
        way_on = {"path": f"{base}{last}", "label": f"Go to page {last}"}
        text = f"There is no page {number}: this list ends on page {last}."
        return visit.refusal(404, "No such page", text, way_on=way_on)
    skipped = (number - 1) * PAGE_SIZE
    rows = visit.reading.rows(catalogue.query, hub=hub or None, most=PAGE_SIZE, skipped=skipped)
    pages = {"number": number, "last": last, "base": base}
    return visit.page("listings.html", place=catalogue.query, catalogue=catalogue, head=head, rows=rows, pages=pages)


def _head_of_hub(visit: Visit, catalogue: Catalogue, hub: str) -> Row | None:
    """Heading, message and count of one skill's list, as published."""
    sections = {row["section"]: row for row in visit.reading.rows("sections", hub=hub)}
    return sections.get(catalogue.section)


def _head_of_all(visit: Visit, catalogue: Catalogue) -> dict[str, Any]:
    publication = visit.reading.row("publication") or {}
    count = publication[catalogue.count_column]
    noun = catalogue.one if count == 1 else catalogue.many
    return {"hub": None, "heading": catalogue.heading, "message": f"{count:,} {noun}.", "listing_count": count}
