"""Employers' own hosts whose platform the shipped registry knows. No network, and no guess: an entry or nothing."""

from functools import cache
from urllib.parse import urlsplit

from spiders.detection.url_forms import owners_of
from spiders.platforms import platforms
from spiders.registry import COMPANIES, load_csv


def board_on(host: str) -> tuple[str, str] | None:
    """(platform, board) of a careers site that is a board itself, or None where the registry does not list it."""
    return boards_by_host().get(host.removeprefix("www."))


@cache
def boards_by_host() -> dict[str, tuple[str, str]]:
    """The boards of the shipped registry that are hosts, where a host is one board's only."""
    known = platforms()
    boards: dict[str, set[tuple[str, str]]] = {}
    for source in load_csv(COMPANIES):
        if "." in source.board and source.platform in known:
            host = source.board.partition("|")[0].lower()
            url = known[source.platform].careers_url(source.board) or ""
            if urlsplit(url).hostname == host and owners_of(host) is None:
                boards.setdefault(host.removeprefix("www."), set()).add((source.platform, source.board))
    return {host: next(iter(found)) for host, found in boards.items() if len(found) == 1}
