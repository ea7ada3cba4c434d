"""Breezy HR portals.

API: https://developer.breezy.hr documents none without a key; read is the list that each portal serves at `/json`.
Access: the vendor's terms restrict automated collection; robots.txt of most portals shuts assets only, of some all,
and a crawl obeys it. Bursts are refused with 403, so a host is asked slowly. Asset hosts are no portals.
Quirks: `verbose=true` brings the texts; a row without one leads to its page, whose text completes it. `salary` is free
text. `remote_details` is stale where `is_remote` is false. `published_date` is the latest publishing, not the first.
The name of a type is in the portal's language, its id is not. An unknown portal answers 404 or is sent on to breezy.hr.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.job_posting import description_of
from spiders.platforms.json_ld import posting_of_page
from spiders.platforms.parsing import board_in_url, optional_text, payloads_of, required_text, whole
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_BOARD = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_NO_BOARD = r"(?:www|api|app|developer|help|resources|status|[a-z]+-cdn)\."


class Breezy(Platform):
    """Postings of one Breezy portal; a board is the portal's host name label."""

    name = "breezy"
    careers_page = "https://{board}.breezy.hr"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^(?!{_NO_BOARD})(?P<board>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.breezy\.hr(?::\d+)?(?:[/?#]|$)",
    )
    delay_s = 2.0

    def board_of(self, url: str) -> str | None:
        """The portal of a URL; host names know no upper case."""
        board = super().board_of(url)
        return board.lower() if board else None

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole portal. Raises ValueError for a board that is no host name label."""
        yield Fetch(f"{_site(source.board)}/json?verbose=true", headers={"Accept": "application/json"})

    def page(self, source: Source, answer: Answer) -> Page:
        """A bare list of postings; those without a text lead to their pages."""
        if answer.carried is not None:
            text = _text_of_page(answer.text, answer.url)
            return Page([{"entry": answer.carried, "detail": {"description": text}}])
        rows = payloads_of(answer.json(), "the answer")
        follow = [self._detail(source, row) for row in rows if _is_unfinished(row)]
        return Page([row for row in rows if not _is_unfinished(row)], follow)

    def _detail(self, source: Source, row: Payload) -> Fetch:
        url = f"{_site(source.board)}/p/{board_in_url(row['friendly_id'])}"
        return Fetch(url, headers={"Accept": "text/html"}, carried=row, detail_of=self.identifier(row))

    def identifier(self, payload: Payload) -> str:
        """The position's id."""
        return required_text(whole(payload), "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated."""
        stated = whole(payload)
        places = stated.get("locations") or [stated.get("location") or {}]
        first, pay = stated.get("location") or places[0], optional_text(stated.get("salary"))
        return PostingReading(
            identifier=self.identifier(stated),
            title=required_text(stated, "name"),
            url=required_text(stated, "url"),
            company=optional_text((stated.get("company") or {}).get("name")),
            department=optional_text(stated.get("department")),
            places=[place for place in map(_place, places) if place != PlaceReading()],
            workplace=_workplace(first),
            is_remote=first.get("is_remote"),
            employment_type=_employment(stated.get("type") or {}),
            pays=[PayReading(text=pay)] if pay else [],
            description_html=optional_text(stated.get("description")),
            posted=stated.get("published_date"),
        )


def _site(board: str) -> str:
    if _BOARD.fullmatch(board):
        return f"https://{board}.breezy.hr"
    raise ValueError(f"board {board!r} is not the name of a Breezy portal, as in https://portal.breezy.hr")


def _is_unfinished(row: Payload) -> bool:
    """Whether a row lacks its text and names a page that has it."""
    return "description" not in row and all(optional_text(row.get(key)) for key in ("id", "friendly_id"))


def _place(stated: Payload) -> PlaceReading:
    state, country = stated.get("state") or {}, stated.get("country") or {}
    return PlaceReading(
        optional_text(stated.get("name")),
        optional_text(stated.get("city")),
        optional_text(state.get("name")) or optional_text(state.get("id")),
        optional_text(country.get("id")) or optional_text(country.get("name")),
    )


def _workplace(place: Payload) -> str | None:
    """What `remote_details` adds to the flag, where the flag is set."""
    details = place.get("remote_details")
    return optional_text(details.get("value")) if place.get("is_remote") is True and isinstance(details, dict) else None


def _employment(stated: Payload) -> str | None:
    return optional_text(stated.get("id")) or optional_text(stated.get("name"))


def _text_of_page(html: str, url: str) -> str | None:
    """The posting's text on its page: as JSON-LD has it, or else the text shown.

    Raises PayloadError(`wrong_type`) where the page has neither: it is no posting's page.
    """
    if posting := posting_of_page(html, url):
        return description_of(posting)
    shown = LexborHTMLParser(html).css_first("div.description")
    if shown is None:
        raise PayloadError(RejectReason.WRONG_TYPE, f"no posting on the page: {html[:80]!r}")
    return shown.inner_html


PLATFORM = Breezy()
