"""For programs that follow the site: Atom feeds of any list, the sitemap, robots.txt. Data for programs: `hub.api`."""

from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import Response

from hub.catalogue import CHALLENGES, OPENINGS, Catalogue, choice_of
from hub.filters import Unreadable
from hub.publications import Row
from hub.search import Search
from hub.visit import Visit, Visited, file_route, templated
from hub.words import quoted

MOST_ENTRIES = 50
#: the most a sitemap file may name
CHUNK = 50_000

router = APIRouter()
file_at = file_route(router)


@file_at("/openings.atom")
def openings_feed(visit: Visited) -> Response:
    """The newest positions of a list, with its filters: `/openings.atom?hub=product-management`."""
    return _feed(visit, OPENINGS)


@file_at("/challenges.atom")
def challenges_feed(visit: Visited) -> Response:
    """The newest challenges of a list, with its filters."""
    return _feed(visit, CHALLENGES)


def _feed(visit: Visit, catalogue: Catalogue) -> Response:
    try:
        choice = choice_of(catalogue, visit.query | {"sort": ["newest"]})
    except Unreadable as error:
        return Response(f"{error}\n", 400, media_type="text/plain")
    hub = choice.one("hub")
    hubs = {row["hub"]: row["name"] for row in visit.reading.rows("hubs")}
    if hub and hub not in hubs:
        return Response(f"There is no skill {quoted(hub)} here.\n", 404, media_type="text/plain")
    rows = Search(visit.reading, choice).rows(MOST_ENTRIES)
    entries = [_entry(visit, catalogue, row) for row in rows]
    values = {
        "title": f"{hubs[hub]} {catalogue.section}" if hub else catalogue.heading,
        "page": visit.origin + choice.address(),
        "feed": visit.origin + choice.address(path=f"{catalogue.path}.atom"),
        "updated": max((each["updated"] for each in entries), default=visit.reading.publication["published_at"]),
        "entries": entries,
    }
    return Response(templated("feed.atom", **values), media_type="application/atom+xml")


def _entry(visit: Visit, catalogue: Catalogue, row: Row) -> dict[str, Any]:
    posted = row.get("date_posted")
    return {
        "row": row,
        "address": f"{visit.origin}/{catalogue.section}/{quote(row[catalogue.key], safe='')}",
        "updated": row["first_seen_at"],
        "published": datetime.combine(posted, time(), UTC) if posted else None,
    }


@file_at("/sitemap.xml")
def sitemap(visit: Visited) -> Response:
    """The index of all sitemap files."""
    publication = visit.reading.publication
    chunks = -(-publication["position_count"] // CHUNK)
    names = ["pages", "challenges", *(f"positions-{number}" for number in range(1, chunks + 1))]
    addresses = [f"{visit.origin}/sitemaps/{name}.xml" for name in names]
    text = templated("sitemap_index.xml", addresses=addresses, updated=publication["published_at"])
    return Response(text, media_type="application/xml")


@file_at("/sitemaps/{name}.xml")
def sitemap_file(visit: Visited, name: str) -> Response:
    """The addresses of one part of the site, 50,000 at most."""
    paths = _paths(visit, name)
    if not paths:
        return Response("There is no such sitemap.\n", 404, media_type="text/plain")
    return Response(
        templated("sitemap.xml", addresses=[visit.origin + path for path in paths]), media_type="application/xml"
    )


def _paths(visit: Visit, name: str) -> list[str]:
    kind, _, number = name.partition("-")
    if name == "pages":
        hubs = [f"/skills/{row['hub']}" for row in visit.reading.rows("hubs")]
        return ["/", "/openings", "/challenges", *hubs]
    if name == "challenges":
        rows = visit.reading.rows("challenge_ids", most=CHUNK)
    elif kind == "positions" and number.isascii() and number.isdigit() and len(number) < 6:
        last = int(number) * CHUNK
        rows = visit.reading.rows("position_ids", first=last - CHUNK + 1, last=last)
    else:
        return []
    return [f"/{kind}/{quote(row['id'], safe='')}" for row in rows]


@file_at("/robots.txt")
def robots(visit: Visited) -> Response:
    """Everything may be read; the sitemap says what there is."""
    return Response(f"User-agent: *\nAllow: /\n\nSitemap: {visit.origin}/sitemap.xml\n", media_type="text/plain")
