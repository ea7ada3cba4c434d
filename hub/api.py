"""The JSON interface, version 1: what the pages show, for programs. Its description: /api/openapi.json, /api/docs."""

from collections.abc import Callable
from functools import partial
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response

from hub import api_models as m
from hub.catalogue import CHALLENGES, OPENINGS, Catalogue, Choice, choice_of
from hub.filters import Unreadable
from hub.publications import Row
from hub.search import Search
from hub.visit import Visit, Visited, page_route
from hub.words import quoted

PREFIX = "/api/v1"
MOST_ITEMS = 100
_USUAL_ITEMS = 50
_MOST_PAGES = 999_999_999

_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": m.Problem, "description": said}
    for status, said in {
        400: "The query means nothing.", 404: "There is no such thing.", 503: "Nothing is published yet."
    }.items()
}  # fmt: skip

router = APIRouter(prefix=PREFIX, responses=_PROBLEMS)
docs_router = APIRouter()


def _list_parameters(catalogue: Catalogue) -> dict[str, Any]:
    """A list's filters, for the description: the same table that reads them."""
    described: list[dict[str, Any]] = [
        {
            "name": each.name,
            "in": "query",
            "description": each.about,
            "schema": {"type": "array", "items": {"type": "string"}} if each.is_many else {"type": "string"},
        }
        for each in catalogue.filters
    ]
    paging = {"page": ("number of the page", 1, _MOST_PAGES), "size": ("listings a page", _USUAL_ITEMS, MOST_ITEMS)}
    described += [
        {"name": name, "in": "query", "description": about,
         "schema": {"type": "integer", "minimum": 1, "maximum": most, "default": usual}}
        for name, (about, usual, most) in paging.items()
    ]  # fmt: skip
    described.append(
        {"name": "counts", "in": "query", "description": "1: count the values of each filter too",
         "schema": {"type": "string", "enum": ["1"]}}
    )  # fmt: skip
    sort = {"name": "sort", "in": "query", "schema": {"type": "string", "enum": list(catalogue.sorts)}}
    return {"parameters": [*described, sort | {"description": "order"}]}


def _get(path: str, model: Any, **options: Any) -> Callable[..., Callable[..., Any]]:
    return partial(router.get, path, response_model=model, **options)()


@_get("/publication", m.Publication)
def publication(visit: Visited) -> Any:
    """The publication that the other answers are of."""
    return visit.reading.publication


@_get("/skills", list[m.Skill])  # type: ignore[valid-type]
def skills(visit: Visited) -> Any:
    """Every skill hub with its open counts."""
    return visit.reading.rows("hubs")


@_get("/skills/{hub}", m.SkillPage)
def skill(visit: Visited, hub: str) -> Any:
    """One skill hub and the state of its sections."""
    row = next((row for row in visit.reading.rows("hubs") if row["hub"] == hub), None)
    if row is None:
        raise HTTPException(404, f"There is no skill {quoted(hub)} here.")
    return row | {"sections": visit.reading.rows("sections", hub=hub)}


@_get("/positions", m.Positions, openapi_extra=_list_parameters(OPENINGS))
def positions(visit: Visited) -> Any:
    """Open positions: searched, filtered, sorted, a page at a time."""
    return _listed(visit, OPENINGS)


@_get("/positions/{position_id}", m.WholePosition, responses={410: {"model": m.WholePosition}})
def position(visit: Visited, position_id: str, response: Response) -> Any:
    """One position. 410 with its last state where it has closed, 301 where it was merged into another."""
    row = visit.reading.row("position", id=position_id)
    if row is None and (moved := visit.moved("position", position_id, PREFIX)):
        return moved
    if row is None and (row := visit.reading.row("closed_position", id=position_id)):
        response.status_code = 410
    if row is None:
        raise HTTPException(404, "There is no such position.")
    return row | _details(visit, "position", position_id, {"places": "places", "pay": "pay"})


@_get("/challenges", m.Challenges, openapi_extra=_list_parameters(CHALLENGES))
def challenges(visit: Visited) -> Any:
    """Challenges that are upcoming, open or evergreen, in the same way as positions."""
    return _listed(visit, CHALLENGES)


@_get("/challenges/{challenge_id}", m.WholeChallenge)
def challenge(visit: Visited, challenge_id: str) -> Any:
    """One challenge, whatever its status. 301 where it was merged into another."""
    row = visit.reading.row("challenge", id=challenge_id)
    if row is None and (moved := visit.moved("challenge", challenge_id, PREFIX)):
        return moved
    if row is None:
        raise HTTPException(404, "There is no such challenge.")
    return row | _details(visit, "challenge", challenge_id, {})


@_get("/companies/{slug}", m.Employer)
def company(visit: Visited, slug: str) -> Any:
    """One employer. What it has open: /positions?company=..."""
    row = visit.reading.row("company", slug=slug)
    if row is None:
        raise HTTPException(404, "There is no such company.")
    return row


def _details(visit: Visit, kind: str, listing: str, more: dict[str, str]) -> dict[str, list[Row]]:
    names = {"skills": "hubs", "sources": "sources"} | more
    return {name: visit.reading.rows(f"{kind}_{file}", id=listing) for name, file in names.items()}


def _listed(visit: Visit, catalogue: Catalogue) -> dict[str, Any]:
    try:
        choice = choice_of(catalogue, visit.query)
        _check_hub_and_counts(visit, choice)
        page, size = _number(visit, "page", 1, _MOST_PAGES), _number(visit, "size", _USUAL_ITEMS, MOST_ITEMS)
    except Unreadable as error:
        raise HTTPException(400, str(error)) from error
    search = Search(visit.reading, choice)
    last = max(1, -(-search.total // size))
    if page > last:
        raise HTTPException(404, f"There is no page {page}: this list ends on page {last}.")
    further = choice.address(page + 1, f"{PREFIX}/{catalogue.section}")
    has_counts = "counts" in visit.query
    kept = [("size", size)] * (size != _USUAL_ITEMS) + [("counts", 1)] * has_counts
    return {
        "publication_id": visit.reading.publication["publication_id"],
        "total": search.total,
        "page": page,
        "page_count": last,
        "corrected": search.words["q"].corrected if "q" in search.words else None,
        "next": further + "".join(f"&{name}={value}" for name, value in kept) if page < last else None,
        "counts": {
            name: [{"value": value, "listing_count": count} for value, count in counted]
            for name, counted in search.counts.items()
        }
        if has_counts
        else None,
        "items": search.rows(size, (page - 1) * size, columns="listed"),
    }


def _check_hub_and_counts(visit: Visit, choice: Choice) -> None:
    hub = choice.one("hub")
    if hub and not visit.reading.rows("sections", hub=hub):
        raise HTTPException(404, f"There is no skill {quoted(hub)} here.")
    if unknown := [text for text in visit.query.get("counts", []) if text != "1"]:
        raise Unreadable(f"{quoted(unknown[-1])} is nothing for “counts”: it is 1, or left out.")


def _number(visit: Visit, name: str, usual: int, most: int) -> int:
    text = next(reversed(visit.query.get(name, [])), str(usual))
    if not (text.isascii() and text.isdigit() and len(text) < 10 and 0 < int(text) <= most):
        raise Unreadable(f"{quoted(text)} is nothing for “{name}”: it is a number from 1 to {most}.")
    return int(text)


@page_route(docs_router)("/api/docs")
def docs(visit: Visited, request: Request) -> Response:
    """The description of the interface, as a page."""
    return visit.page("api.html", place="api", described=request.app.openapi(), canonical="/api/docs")


@docs_router.get("/api/openapi.json", include_in_schema=False)
def openapi(request: Request) -> JSONResponse:
    """The description of the interface, for programs."""
    return JSONResponse(request.app.openapi())
