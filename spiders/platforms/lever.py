"""Lever postings.

API: https://github.com/lever/postings-api (public, no key; without `limit` the whole list in one answer).
Access: GET is free of a documented limit; two requests a second are customary.
Quirks: an unknown site answers an object, sometimes with status 200. The text is spread over `description`, `lists`
(bare list items) and `additional`; `description` is not always `opening` plus `descriptionBody`: the longer is the
fuller. `createdAt` counts milliseconds. Sites of the EU region have a host of their own: they are `lever_eu`.
"""

from collections.abc import Iterator
from typing import ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import BOARD_SEGMENT, board_in_url, optional_text, payloads_of, required_text
from warehouse.readings import PayReading, PlaceReading, PostingReading


class Lever(Platform):
    """Postings of one Lever site."""

    name = "lever"
    careers_page = "https://jobs.lever.co/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^jobs\.lever\.co/{BOARD_SEGMENT}",
        rf"^api\.lever\.co/v\d/postings/{BOARD_SEGMENT}",
    )
    delay_s = 0.5

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole site."""
        url = f"https://api.lever.co/v0/postings/{board_in_url(source.board)}?mode=json"
        yield Fetch(url, headers={"Accept": "application/json"})

    def page(self, source: Source, answer: Answer) -> Page:
        """A bare list of postings; an error is an object."""
        return Page(payloads_of(answer.json(), "the answer"))

    def identifier(self, payload: Payload) -> str:
        """The posting's UUID."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated."""
        categories = payload.get("categories") or {}
        return PostingReading(
            identifier=required_text(payload, "id"),
            title=required_text(payload, "text"),
            url=required_text(payload, "hostedUrl"),
            apply_url=optional_text(payload.get("applyUrl")),
            department=optional_text(categories.get("department")) or optional_text(categories.get("team")),
            places=_places(categories, optional_text(payload.get("country"))),
            workplace=optional_text(payload.get("workplaceType")),
            employment_type=optional_text(categories.get("commitment")),
            pays=_pays(payload),
            description_html=_description(payload),
            posted=payload.get("createdAt"),
        )


def _places(categories: Payload, country: str | None) -> list[PlaceReading]:
    """The posting's own place first; `country` speaks of that one only."""
    first = optional_text(categories.get("location"))
    others = [place for place in categories.get("allLocations") or () if optional_text(place) and place != first]
    if first is None and others:
        first = others.pop(0)
    if first is None and country is None:
        return []
    return [PlaceReading(first, country=country), *map(PlaceReading, others)]


def _pays(payload: Payload) -> list[PayReading]:
    stated = payload.get("salaryRange")
    if not stated:
        return []
    text = optional_text(payload.get("salaryDescriptionPlain"))
    return [PayReading(stated.get("min"), stated.get("max"), stated.get("currency"), stated.get("interval"), text=text)]


def _description(payload: Payload) -> str | None:
    whole = payload.get("description") or ""
    parts = (payload.get("opening") or "") + (payload.get("descriptionBody") or "")
    html = [whole if len(whole) >= len(parts) else parts]
    for entry in payload.get("lists") or ():
        html.append(f"<h3>{entry.get('text') or ''}</h3><ul>{entry.get('content') or ''}</ul>")
    html.append(payload.get("additional") or "")
    return "\n".join(part for part in html if part) or None


PLATFORM = Lever()
