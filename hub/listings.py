"""The paged lists of everything on offer, openings and challenges: searched, filtered, sorted, counted."""

import re
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from hub.catalogue import CHALLENGES, OPENINGS, Catalogue, Choice, choice_of
from hub.choices import form_of
from hub.filters import Unreadable
from hub.publications import Row
from hub.search import Search
from hub.visit import Visit, Visited, page_route
from hub.words import quoted

PAGE_SIZE = 50

router = APIRouter()
page_at = page_route(router)

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


@page_at("/openings")
def openings(visit: Visited) -> Response:
    """Open positions."""
    return _listed(visit, OPENINGS)


@page_at("/challenges")
def challenges(visit: Visited) -> Response:
    """Challenges that are upcoming, open or evergreen."""
    return _listed(visit, CHALLENGES)


def _listed(visit: Visit, catalogue: Catalogue) -> Response:
    """One page of a list. 404 where the skill or the page does not exist, 400 where the query means nothing."""
    try:
        choice = choice_of(catalogue, visit.query)
    except Unreadable as error:
        way_on = {"path": catalogue.path, "label": f"Browse all {catalogue.place}"}
        return visit.refusal(400, "That cannot be searched for", str(error), way_on=way_on)
    head = _head(visit, choice)
    if head is None:
        return visit.unknown_hub(choice.one("hub") or "")
    search = Search(visit.reading, choice)
    last = max(1, -(-search.total // PAGE_SIZE))
    page_text = next(reversed(visit.query.get("page", ["1"])))
    if not _NUMBER.fullmatch(page_text):
        way_on = {"path": choice.address(), "label": "Go to page 1"}
        return visit.refusal(400, "No such page", f"{quoted(page_text)} is no page number.", way_on=way_on)
    number = int(page_text)
    if number > last:
        way_on = {"path": choice.address(last), "label": f"Go to page {last}"}
        text = f"There is no page {number}: this list ends on page {last}."
        return visit.refusal(404, "No such page", text, way_on=way_on)
    return visit.page(
        "listings.html",
        place=catalogue.place,
        catalogue=catalogue,
        choice=choice,
        head=head | {"message": _message(search, head)},
        search=search,
        form=form_of(visit.reading, search),
        rows=search.rows(PAGE_SIZE, (number - 1) * PAGE_SIZE),
        pages={"number": number, "last": last},
        canonical=choice.address(number),
        is_indexed=not choice.has_filters,
    )


def _head(visit: Visit, choice: Choice) -> Row | None:
    """Heading, message and count of the list as published, of one skill or of all. None where no such skill is."""
    catalogue, hub = choice.catalogue, choice.one("hub")
    if hub:
        sections = {row["section"]: row for row in visit.reading.rows("sections", hub=hub)}
        return sections.get(catalogue.section)
    count = visit.reading.publication[catalogue.count_column]
    return {"hub": None, "heading": catalogue.heading, "message": _counted(catalogue, count), "listing_count": count}


def _message(search: Search, head: dict[str, Any]) -> str:
    if not search.choice.has_filters:
        return str(head["message"])
    return f"{search.total:,} of {_counted(search.catalogue, head['listing_count'])}"


def _counted(catalogue: Catalogue, count: int) -> str:
    return f"{count:,} {catalogue.one if count == 1 else catalogue.many}."
