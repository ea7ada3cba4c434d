"""The pages of skills and of single listings: which rows each shows. How they look is in `templates/`."""

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from hub.visit import Visited, page_route

MOST_CARDS = 12
MOST_COMPANIES = 30
MOST_SIMILAR = 6

router = APIRouter()
page_at = page_route(router)


@page_at("/")
def skills(visit: Visited) -> Response:
    """Every skill with its open counts."""
    return visit.page("skills.html", place="skills", hubs=visit.reading.rows("hubs"), canonical="/")


@page_at("/skills")
def skills_by_another_address() -> Response:
    """A skill's address cut short."""
    return RedirectResponse("/", 301)


@page_at("/positions")
def openings_by_another_address() -> Response:
    """A position's address cut short."""
    return RedirectResponse("/openings", 301)


@page_at("/skills/{hub}")
def skill(visit: Visited, hub: str) -> Response:
    """One skill: its sections as published, and who is hiring."""
    hubs = {row["hub"]: row for row in visit.reading.rows("hubs")}
    if hub not in hubs:
        return visit.unknown_hub(hub)
    first = {"hub": hub, "most": MOST_CARDS, "skipped": 0}
    return visit.page(
        "skill.html",
        place="skills",
        canonical=f"/skills/{hub}",
        hub=hubs[hub],
        texts={row["section"]: row for row in visit.reading.rows("hub_texts", hub=hub)},
        levels=visit.reading.rows("hub_levels", hub=hub),
        questions=visit.reading.rows("hub_questions", hub=hub),
        sections={row["section"]: row for row in visit.reading.rows("sections", hub=hub)},
        cards={
            "positions": visit.reading.rows("openings", **first),
            "challenges": visit.reading.rows("challenges", **first),
        },
        companies=visit.reading.rows("hiring_companies", hub=hub, most=MOST_COMPANIES),
    )


@page_at("/positions/{position_id}")
def position(visit: Visited, position_id: str) -> Response:
    """One position while it is open; after that where it went, or when and why it closed."""
    if row := visit.reading.row("position", id=position_id):
        details: dict[str, Any] = {
            name: visit.reading.rows(f"position_{name}", id=position_id)
            for name in ("places", "pay", "hubs", "sources")
        }
        canonical = f"/positions/{quote(position_id, safe='')}"
        return visit.page("position.html", place="openings", position=row, canonical=canonical, **details)
    if moved := visit.moved("position", position_id):
        return moved
    if row := visit.reading.row("closed_position", id=position_id):
        hubs = [hub for hub in visit.reading.rows("hubs") if hub["hub"] == row["primary_hub"]]
        alike = {name: row[name] for name in ("primary_hub", "level", "company_slug", "address_country")}
        similar = visit.reading.rows("similar_openings", most=MOST_SIMILAR, **alike)
        return visit.page(
            "closed.html", 410, place="openings", position=row, hub=next(iter(hubs), None), similar=similar
        )
    return visit.refusal(404, "No such position", "It was never published here, or its address is cut short.")


@page_at("/challenges/{challenge_id}")
def challenge(visit: Visited, challenge_id: str) -> Response:
    """One challenge, whatever its status; or where it went."""
    row = visit.reading.row("challenge", id=challenge_id)
    if row is None:
        return visit.moved("challenge", challenge_id) or visit.refusal(
            404, "No such challenge", "It was never published here, or its address is cut short."
        )
    details: dict[str, Any] = {
        name: visit.reading.rows(f"challenge_{name}", id=challenge_id) for name in ("hubs", "sources")
    }
    canonical = f"/challenges/{quote(challenge_id, safe='')}"
    return visit.page("challenge.html", place="challenges", challenge=row, canonical=canonical, **details)
