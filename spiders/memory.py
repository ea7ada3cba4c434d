"""What earlier crawls make unnecessary to ask: boards that have not changed, and detail pages of unchanged entries."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from spiders.platforms.base import Fetch, Platform, Source
from spiders.reader import identifier_of
from warehouse.errors import StorageError
from warehouse.landing import BoardCrawl, BoardHistory, LandedPayload, Landing

#: a detail page may change without its list entry: after so long it is asked for again
DETAIL_MAX_AGE = timedelta(days=14)


class Memory:
    """The landing of one platform, as a crawl remembers it."""

    def __init__(self, landing: Landing, platform: Platform, as_of: datetime) -> None:
        self._landing = landing
        self._platform = platform
        self._as_of = as_of
        self._histories = landing.histories()
        self._landed_by_entry = cache(self._read_landed)

    def comparable(self, source: Source) -> BoardCrawl | None:
        """The earlier crawl that a new answer of the board may be compared with."""
        history = self._history(source)
        return history.comparable(source.company) if history else None

    def conditions(self, source: Source) -> dict[str, str]:
        """Headers that let the host answer "not modified"."""
        before = self.comparable(source)
        if before is None:
            return {}
        stated = {"If-None-Match": before.etag, "If-Modified-Since": before.last_modified}
        return {name: value for name, value in stated.items() if value}

    def detail(self, source: Source, fetch: Fetch) -> LandedPayload | None:
        """The landed payload that a detail request would bring again: same list entry, not too old."""
        if fetch.detail_of is None or fetch.carried is None:
            return None
        kept = self._landed_by_entry(source).get(fetch.detail_of)
        if kept is None or self._as_of - datetime.fromisoformat(kept.fetched_at) > DETAIL_MAX_AGE:
            return None
        entry = self._entry(fetch.carried)
        landed = kept.payload.get("entry", {key: kept.payload.get(key) for key in entry})
        return kept if isinstance(landed, dict) and self._entry(landed) == entry else None

    def _entry(self, entry: dict[str, Any]) -> dict[str, Any]:
        """A list entry without what changes on every crawl."""
        return {key: value for key, value in entry.items() if key not in self._platform.volatile}

    def _history(self, source: Source) -> BoardHistory | None:
        return self._histories.get(source.source_id)

    def _read_landed(self, source: Source) -> dict[str, LandedPayload]:
        history = self._history(source)
        if history is None or history.landed is None:
            return {}
        try:
            kept = list(self._landing.payloads(history.landed))
        except StorageError:  # damaged: every detail page is asked for again
            return {}
        found = ((identifier_of(self._platform, line.payload), line) for line in kept)
        return {identifier: line for identifier, line in found if identifier}
