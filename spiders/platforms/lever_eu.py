"""Lever postings of the EU region: the same API on a host of its own.

API: https://github.com/lever/postings-api (its "EU" host). Access and quirks as in `lever.py`. A site lives in one of
the regions only, and its name does not tell in which; the other region answers 404.
"""

from collections.abc import Iterator
from typing import ClassVar

from spiders.platforms.base import Fetch, Source
from spiders.platforms.lever import Lever
from spiders.platforms.parsing import BOARD_SEGMENT, board_in_url


class LeverEu(Lever):
    """Postings of one Lever site of the EU region."""

    name = "lever_eu"
    careers_page = "https://jobs.eu.lever.co/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^jobs\.eu\.lever\.co/{BOARD_SEGMENT}",
        rf"^api\.eu\.lever\.co/v\d/postings/{BOARD_SEGMENT}",
    )

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole site."""
        url = f"https://api.eu.lever.co/v0/postings/{board_in_url(source.board)}?mode=json"
        yield Fetch(url, headers={"Accept": "application/json"})


PLATFORM = LeverEu()
