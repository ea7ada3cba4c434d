"""Pinpoint careers sites.

API: https://developers.pinpointhq.com (`postings.json` is public, without a key, one answer a site).
Access: each site has its own robots.txt, mostly open for the list, and a crawl obeys it; the vendor's host `app` shuts
everything but a sitemap, and is never asked.
Quirks: there is no date of publishing; `deadline_at` is when the posting ends. The text is spread over sections, each
with its own heading. Pay may be there although the employer does not show it: `compensation_visible` says. Older
postings lack `url` and have their department at the top. Sites with more than 1,000 postings were seen to show 1,000.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.readings import PayReading, PlaceReading, PostingReading

_BOARD = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_NO_BOARD = r"(?:www|api|app|developers?|help|support|status|assets|cdn)\."
_SECTIONS = ("key_responsibilities", "skills_knowledge_expertise", "benefits")


class Pinpoint(Platform):
    """Postings of one Pinpoint site; a board is the site's host name label."""

    name = "pinpoint"
    careers_page = "https://{board}.pinpointhq.com"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^(?!{_NO_BOARD})(?P<board>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.pinpointhq\.com(?::\d+)?(?:[/?#]|$)",
    )

    def board_of(self, url: str) -> str | None:
        """The site of a URL; host names know no upper case."""
        board = super().board_of(url)
        return board.lower() if board else None

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole site. Raises ValueError for a board that is no host name label."""
        yield Fetch(f"{_site(source.board)}/postings.json", headers={"Accept": "application/json"})

    def page(self, source: Source, answer: Answer) -> Page:
        """All postings of the site."""
        return Page(payloads_of(object_of(answer).get("data"), '"data"'))

    def identifier(self, payload: Payload) -> str:
        """The posting's id, a number written as text."""
        identifier = payload["id"]
        return str(identifier) if type(identifier) is int else required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated."""
        job = payload.get("job") or {}
        department = job.get("department") or payload.get("department") or {}
        location = payload.get("location") or {}
        parts = [optional_text(location.get(key)) for key in ("name", "city", "province")]
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "title"),
            url=optional_text(payload.get("url")) or _page_of(source.board, required_text(payload, "path")),
            requisition_id=optional_text(job.get("requisition_id")),
            department=optional_text(department.get("name")),
            places=[PlaceReading(*parts)] if any(parts) else [],
            workplace=optional_text(payload.get("workplace_type")),
            employment_type=optional_text(payload.get("employment_type"))
            or optional_text(payload.get("employment_type_text")),
            pays=_pays(payload),
            description_html=_description(payload),
            valid_through=payload.get("deadline_at"),
        )


def _site(board: str) -> str:
    if _BOARD.fullmatch(board):
        return f"https://{board}.pinpointhq.com"
    raise ValueError(f"board {board!r} is not the name of a Pinpoint site, as in https://site.pinpointhq.com")


def _page_of(board: str, path: str) -> str:
    return f"{_site(board)}/{path.lstrip('/')}"


def _pays(payload: Payload) -> list[PayReading]:
    text = optional_text(payload.get("compensation"))
    amounts = payload.get("compensation_minimum"), payload.get("compensation_maximum")
    if payload.get("compensation_visible") is False or (text is None and amounts == (None, None)):
        return []
    currency, unit = (optional_text(payload.get(f"compensation_{key}")) for key in ("currency", "frequency"))
    return [PayReading(*amounts, currency, unit, text=text)]


def _description(payload: Payload) -> str | None:
    """The text, then each section that has one under its heading."""
    html = [optional_text(payload.get("description"))]
    for section in _SECTIONS:
        if text := optional_text(payload.get(section)):
            heading = optional_text(payload.get(f"{section}_header"))
            html.append(f"<h3>{escape(heading)}</h3>{text}" if heading else text)
    return "\n".join(filter(None, html)) or None


PLATFORM = Pinpoint()
