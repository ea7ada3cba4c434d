"""What the open job feeds share: one list for everybody, employers named by the payload, pages asked for by number.

What a posting says is not read here: a reader's version covers its own file and `parsing.py` only.
"""

import re
from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from spiders.platforms.base import Answer, Fetch, Payload, Platform, Source
from warehouse.errors import PayloadError
from warehouse.vocabulary import RejectReason

#: the board of a feed that has just one
ALL = "all"


class Feed(Platform):
    """A platform that lists other companies' postings; the company of its sources is the feed's own name."""

    is_aggregator: ClassVar[bool] = True
    #: the feed shows its newest entries only: one that is missing may still be open
    is_window: ClassVar[bool] = False
    #: the one list's first request
    first_url: ClassVar[str]
    #: regular expression of the list's addresses, without scheme, "www.", query and last slash
    own_pages: ClassVar[str]

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first request for the one list. Raises ValueError for another board."""
        if source.board != ALL:
            raise ValueError(f"{self.name} has the one board {ALL!r}, not {source.board!r}")
        yield json_fetch(self.first_url)

    def board_of(self, url: str) -> str | None:
        """The one board for the list's own addresses; a page of one posting tells no board."""
        return ALL if re.match(rf"(?:www\.)?(?:{self.own_pages})/?(?:[?#]|\Z)", url, re.IGNORECASE) else None


def json_fetch(url: str) -> Fetch:
    """A request that wants JSON and not the page a person would see."""
    return Fetch(url, headers={"Accept": "application/json"})


def stated_number(stated: Any, answer: Answer, key: str) -> int:
    """The page or offset an answer says it is, which must be the one its address asked for: else paging never ends.

    Raises PayloadError(`wrong_type`) where it says none or another.
    """
    if type(stated) is not int or stated < 0:
        raise PayloadError(RejectReason.WRONG_TYPE, f"{key} is no number: {str(stated)[:80]}")
    asked = parse_qs(urlsplit(answer.url).query).get(key, [str(stated)])[0]
    if asked != str(stated):
        raise PayloadError(RejectReason.WRONG_TYPE, f"{key} {asked[:20]} was asked for, {stated} came")
    return stated


def stated_total(stated: Any) -> int | None:
    """The feed's own count of its listings, where it states one."""
    return stated if type(stated) is int and stated >= 0 else None


def numbered(payload: Payload, key: str = "id") -> str:
    """A posting's number as its identifier. Raises KeyError where it is absent, TypeError where it is none."""
    if type(payload[key]) is int or (isinstance(payload[key], str) and payload[key].isdecimal()):
        return str(payload[key])
    raise TypeError(f"{key} is no number")
