"""What every platform file fills in: which requests to make, and how to read one payload. Both halves are pure."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote, unquote

import orjson

from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PostingReading
from warehouse.vocabulary import ListingKind, RejectReason

if TYPE_CHECKING:
    from warehouse.settings import Settings  # takes a tenth of the time in which a worker starts

#: statuses that say that there is no such page
GONE = frozenset({404, 410})

Payload = dict[str, Any]
Reading = PostingReading | ChallengeReading


@dataclass(frozen=True, slots=True)
class Source:
    """One registry entry: a board on a platform. `source_id` is its name everywhere."""

    company: str
    platform: str
    board: str

    @property
    def source_id(self) -> str:
        """`platform:board`."""
        return f"{self.platform}:{self.board}"


@dataclass(frozen=True, slots=True)
class Fetch:
    """One request, without any HTTP library: what to ask, and what the answer completes.

    `carried` travels to `Platform.page` with the answer: the list entry that a detail page completes, say. `detail_of`
    is that entry's identifier; a crawl may leave a detail request out where the entry is as it was when last landed.
    What `is_optional` may be missing. Where one `goes_on`, `page` is given an empty text for what is missing or failed,
    to go on from there; a failure leaves the board partial all the same.
    """

    url: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict, repr=False)  # may hold a key
    body: bytes | None = None
    carried: Payload | None = None
    detail_of: str | None = None
    is_optional: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One successful response: status 200, body decoded to text."""

    url: str
    text: str
    headers: dict[str, str] = field(default_factory=dict)
    carried: Payload | None = None

    def json(self) -> Any:
        """The body as JSON.

        Raises PayloadError where it is something else: a challenge page, a marketing page, half a document.
        """
        try:
            return orjson.loads(self.text)
        except orjson.JSONDecodeError as error:
            raise PayloadError(RejectReason.WRONG_TYPE, f"not JSON: {self.text[:80]!r}") from error


@dataclass(slots=True)
class Page:
    """What one answer holds.

    `total` is the platform's own count of listings on the board, where it states one. `is_window`: some listings are
    known only from a list of the newest, so that a missing one is no evidence of closing.
    """

    payloads: list[Payload] = field(default_factory=list)
    follow: list[Fetch] = field(default_factory=list)
    total: int | None = None
    is_window: bool = False


class Platform(ABC):
    """One platform. A file in this folder ends with `PLATFORM = Name()`; nothing else needs to know it exists."""

    name: ClassVar[str]
    kind: ClassVar[ListingKind] = ListingKind.POSTING
    #: regular expressions with a group `board`, searched in a URL without its scheme
    url_patterns: ClassVar[tuple[str, ...]] = ()
    #: the page a person sees, with `{board}` in it; None where the platform has none for a board
    careers_page: ClassVar[str | None] = None
    #: top-level payload keys that change without meaning anything; left out of content hashes
    volatile: ClassVar[frozenset[str]] = frozenset()
    #: seconds between two requests to one host, on the open internet
    delay_s: ClassVar[float] = 1.0
    #: lists other employers' postings: the payload names the employer, not the registry
    is_aggregator: ClassVar[bool] = False
    #: shows only its newest listings: one that is missing has slid out of sight, which is no evidence of closing
    is_window: ClassVar[bool] = False
    #: its pages are empty until their JavaScript has run: they go through the browser extra
    needs_browser: ClassVar[bool] = False
    #: hours after which a board is due again
    cadence_h: ClassVar[int] = 24

    def with_settings(self, settings: "Settings") -> "Platform":
        """This platform with what a person set for it, a key say; most have no settings of their own."""
        return self

    @abstractmethod
    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first requests for a board."""

    @abstractmethod
    def page(self, source: Source, answer: Answer) -> Page:
        """Split an answer into payloads, and say what to ask next.

        Raises PayloadError(`wrong_type` or `missing_field`) where the answer is not what the platform sends.
        """

    @abstractmethod
    def identifier(self, payload: Payload) -> str:
        """The platform's own id of the payload. Raises KeyError or TypeError where it has none."""

    @abstractmethod
    def read(self, source: Source, payload: Payload) -> Reading:
        """One payload as a reading. A missing required key may raise KeyError; `spiders.reader` makes it a reject."""

    def is_gone(self, status: int, text: str) -> bool:
        """Whether a detail page's answer says that its posting is over. Asked for statuses other than 200."""
        return status in GONE

    def careers_url(self, board: str) -> str | None:
        """The page where a person finds this board's listings."""
        return self.careers_page.format(board=quote(unquote(board))) if self.careers_page else None

    def board_of(self, url: str) -> str | None:
        """The board a URL belongs to, or None where it is not this platform's."""
        for pattern in self.url_patterns:
            if found := re.search(pattern, url, re.IGNORECASE):
                return found["board"]
        return None
