"""Trakstar Hire job boards, Recruiterbox of old.

API: https://apiv1.recruiterbox.com/frontend_api.html (public, no key, paged by offset, with all texts).
Access: made for showing openings on any page; one host for all boards.
Quirks: boards are one name under recruiterbox.com and hire.trakstar.com, in small letters. An unknown board answers
400, an empty one a total of 0. The documentation's `meta.total` is what is served; nothing states a day of
publishing, and `close_date` is when the opening ends. `allows_remote` is null where nobody said. Built on the
documentation and on what other crawlers report: unverified until it met a live board.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.feeds import json_fetch, stated_total
from spiders.platforms.parsing import board_in_url, object_of, optional_text, payloads_of, required_text
from warehouse.readings import PlaceReading, PostingReading

_URL = "https://jsapi.recruiterbox.com/v1/openings?client_name={board}&limit=100&offset={offset}"
_LABEL = r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?"
_BOARD = re.compile(_LABEL, re.ASCII)
_NO_BOARD = r"(?!(?:www|api|apiv1|app|jsapi|cdn|static|resources|status|support|help|hire)\.)"


class Recruiterbox(Platform):
    """Openings of one Trakstar Hire board."""

    name = "recruiterbox"
    careers_page = "https://{board}.hire.trakstar.com"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^{_NO_BOARD}(?P<board>{_LABEL})\.(?:recruiterbox|hire\.trakstar)\.com(?::\d+)?(?:[/?#]|$)",
        r"^jsapi\.recruiterbox\.com/v1/openings/?\?(?:[^#]*&)?client_name=(?P<board>[^&#\s]+)",
    )

    def board_of(self, url: str) -> str | None:
        """The board of a URL; host names know no upper case."""
        board = super().board_of(url)
        return board.lower() if board else None

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page. Raises ValueError for a board that is no name of a host."""
        if not _BOARD.fullmatch(source.board):
            raise ValueError(f"board {source.board!r} is not a name, as in https://name.hire.trakstar.com")
        yield json_fetch(_URL.format(board=board_in_url(source.board), offset=0))

    def page(self, source: Source, answer: Answer) -> Page:
        """One page, and the next one while the stated total is not reached."""
        document = object_of(answer)
        openings = payloads_of(document.get("objects"), '"objects"')
        meta = document.get("meta")
        total = stated_total(meta.get("total") if isinstance(meta, dict) else None)
        read = (answer.carried or {}).get("read", 0) + len(openings)
        page = Page(openings, total=None if answer.carried else total)
        if openings and total is not None and read < total:
            url = _URL.format(board=board_in_url(source.board), offset=read)
            page.follow.append(Fetch(url, headers={"Accept": "application/json"}, carried={"read": read}))
        return page

    def identifier(self, payload: Payload) -> str:
        """The opening's code."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One opening as stated."""
        identifier = self.identifier(payload)
        remote = payload.get("allows_remote")
        page = f"https://{source.board}.hire.trakstar.com/jobs/{board_in_url(identifier)}/"
        return PostingReading(
            identifier=identifier,
            title=required_text(payload, "title"),
            url=optional_text(payload.get("hosted_url")) or page,
            department=optional_text(payload.get("team")),
            places=_places(payload.get("location") or {}),
            is_remote=remote if isinstance(remote, bool) else None,
            employment_type=optional_text(payload.get("position_type")),
            description_html=optional_text(payload.get("description")),
            valid_through=optional_text(payload.get("close_date")),
        )


def _places(stated: Payload) -> list[PlaceReading]:
    parts = [optional_text(stated.get(key)) for key in ("city", "state", "country")]
    return [PlaceReading(None, *parts)] if any(parts) else []


PLATFORM = Recruiterbox()
