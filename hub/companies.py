"""The page of one company: what it has open, by skill, what it closed lately, and where its own careers page is."""

from fastapi import APIRouter
from fastapi.responses import Response

from hub.catalogue import OPENINGS, choice_of
from hub.search import Search
from hub.visit import Visited, page_route

MOST_CARDS = 24
MOST_CLOSED = 10

router = APIRouter()
page_at = page_route(router)


@page_at("/companies/{slug}")
def company(visit: Visited, slug: str) -> Response:
    """One employer with a position, open or closed."""
    row = visit.reading.row("company", slug=slug)
    if row is None:
        return visit.refusal(404, "No such company", "No position of it was ever published here.")
    open_at = choice_of(OPENINGS, {"company": [row["company_slug"]]})
    names = {hub["hub"]: hub["name"] for hub in visit.reading.rows("hubs")}
    counts = sorted(row["open_position_count_by_hub"].items(), key=lambda pair: (-pair[1], pair[0]))
    return visit.page(
        "company.html",
        place="openings",
        company=row,
        hubs=[{"hub": hub, "name": names.get(hub, hub), "position_count": count} for hub, count in counts],
        openings=Search(visit.reading, open_at).rows(MOST_CARDS),
        closed=visit.reading.rows("company_closed", slug=slug, most=MOST_CLOSED),
        canonical=f"/companies/{row['company_slug']}",
    )
