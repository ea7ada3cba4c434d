"""Gem job boards.

API: https://api.gem.com/job_board/v0/reference (public, no key, one answer a board with all texts).
Access: documented for showing a board's posts elsewhere; at most 20 requests a second. One host for all boards.
Quirks: the address ends with a slash. Board names know upper case. The answer is a bare list. `location` is the first
office, `offices` are all; `location_type` is `remote`, `hybrid`, `in_office` or `unspecified`. `updated_at` moves
without a change. There is no pay but in the text. Built on the documentation and on what other crawlers report:
unverified until it met a live board.
"""

from collections.abc import Iterator
from typing import ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import BOARD_SEGMENT, board_in_url, optional_text, payloads_of, required_text
from warehouse.readings import PlaceReading, PostingReading


class Gem(Platform):
    """Postings of one Gem job board."""

    name = "gem"
    careers_page = "https://jobs.gem.com/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^jobs\.gem\.com/{BOARD_SEGMENT}",
        rf"^api\.gem\.com/job_board/v\d+/{BOARD_SEGMENT}",
    )
    volatile: ClassVar[frozenset[str]] = frozenset({"updated_at"})

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole board."""
        url = f"https://api.gem.com/job_board/v0/{board_in_url(source.board)}/job_posts/"
        yield Fetch(url, headers={"Accept": "application/json"})

    def page(self, source: Source, answer: Answer) -> Page:
        """All posts of the board."""
        return Page(payloads_of(answer.json(), "the answer"))

    def identifier(self, payload: Payload) -> str:
        """The post's id: a number written as text, or an opaque word."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One post as stated."""
        departments = [_name(department) for department in payload.get("departments") or ()]
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "title"),
            url=required_text(payload, "absolute_url"),
            requisition_id=optional_text(payload.get("requisition_id")),
            department=next(filter(None, departments), None),
            places=_places(payload),
            workplace=(optional_text(payload.get("location_type")) or "").replace("_", " ") or None,
            employment_type=optional_text(payload.get("employment_type")),
            description_html=optional_text(payload.get("content")) or optional_text(payload.get("content_plain")),
            posted=optional_text(payload.get("first_published_at")),
        )


def _name(stated: Payload | None) -> str | None:
    return optional_text((stated or {}).get("name"))


def _places(payload: Payload) -> list[PlaceReading]:
    """Every office's place, by its own name where it states no place; the one place where there are no offices."""
    offices = payload.get("offices") or ()
    names = [_name(office.get("location")) or _name(office) for office in offices] or [_name(payload.get("location"))]
    return [PlaceReading(name) for name in dict.fromkeys(names) if name]


PLATFORM = Gem()
