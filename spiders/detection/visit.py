"""Looking at one careers page: fetch it politely, follow where it leads, and say what it gives away.

A person asks for a page now and then; crawls belong to Scrapy. robots.txt is obeyed, and nothing on this machine or its
network is ever asked: a name is resolved once, and the address that was checked is the one that is connected to.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from protego import Protego

from spiders.detection.onward import is_made_by_javascript, onward
from spiders.detection.pages import Sighting, Strength, recognise
from spiders.detection.urls import detect
from spiders.public_addresses import is_public
from spiders.replay_address import check_replay_address, replay_url
from warehouse.errors import UsageError, WorkFailed
from warehouse.settings import Settings

MAX_BYTES = 5 * 1024 * 1024
TIMEOUT_S = 20.0
MAX_REDIRECTS = 8
MOST_FURTHER = 2
_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEPT_IN_URL = "/:?&=#%@!$'()*+,;~[]"


@dataclass(frozen=True, slots=True)
class PageSighting:
    """Where a careers address led, and what was seen on the way and there.

    `further` are pages of the same site that were looked at, too, because that one named no board.
    """

    url: str
    redirects: tuple[str, ...]
    sightings: tuple[Sighting, ...]
    further: tuple[str, ...] = ()
    is_made_by_javascript: bool = False


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    text: str
    location: str | None


def look_at(url: str, settings: Settings) -> PageSighting:
    """Fetch a page and recognise what runs it; the first address that tells ends the way.

    Where the page names no board, up to MOST_FURTHER pages that it leads to are looked at as well.
    Raises UsageError for an address that must not be asked, WorkFailed where the site does not answer or forbids it.
    """
    visitor = _Visitor(settings)
    way, html = _followed(visitor, url if "://" in url else f"https://{url}")
    if html is None:
        return PageSighting(way[-1], tuple(way[1:]), _on_the_way(way[-1]))
    seen = tuple(recognise(html, way[-1]))
    further = [] if any(sighting.board for sighting in seen) else onward(html, way[-1])[:MOST_FURTHER]
    for number, page in enumerate(further, start=1):
        found = _seen_further(visitor, page)
        seen += found
        if any(sighting.board for sighting in found):
            further = further[:number]
            break
    return PageSighting(way[-1], tuple(way[1:]), seen, tuple(further), is_made_by_javascript(html))


def _followed(visitor: "_Visitor", url: str) -> tuple[list[str], str | None]:
    """The addresses that a URL leads through, and the page at the end; none where the last address tells already."""
    way = [url]
    while len(way) <= MAX_REDIRECTS + 1:
        if len(way) > 1 and detect(way[-1]):
            return way, None
        reply = visitor.page(way[-1])
        if reply.location is None:
            return way, reply.text
        way.append(urljoin(way[-1], reply.location))
    raise WorkFailed(f"{url} redirects more than {MAX_REDIRECTS} times: open it, and give the URL of its job list.")


def _seen_further(visitor: "_Visitor", url: str) -> tuple[Sighting, ...]:
    """What a further page gives away; nothing where it cannot be had: nobody asked for it."""
    try:
        way, html = _followed(visitor, url)
    except (WorkFailed, UsageError):
        return ()
    return _on_the_way(way[-1]) if html is None else tuple(recognise(html, way[-1]))


def _on_the_way(url: str) -> tuple[Sighting, ...]:
    found = detect(url)
    return (Sighting(*found, f"redirect {url}", Strength.ADDRESS),) if found else ()


class _Visitor:
    """Fetches pages that robots.txt allows, from the internet or from a replay server."""

    def __init__(self, settings: Settings) -> None:
        self.agent = settings.user_agent
        self.replay = check_replay_address(settings.replay) if settings.replay else None
        self.rules: dict[str, Protego] = {}

    def page(self, url: str) -> _Reply:
        """One answer that is a page or a redirect."""
        _check_scheme(url)
        if not self._rules_of(url).can_fetch(url, self.agent):
            raise WorkFailed(f"robots.txt forbids asking {url}: open it, and give the URL of its job list.")
        reply = self._get(url)
        if reply.status >= 400:
            raise WorkFailed(f"{url} answers {reply.status}: open it, and give the URL of its job list.")
        return reply

    def _rules_of(self, url: str) -> Protego:
        root = urljoin(url, "/robots.txt")
        if root not in self.rules:
            self.rules[root] = Protego.parse(self._robots(root))
        return self.rules[root]

    def _robots(self, url: str) -> str:
        """A site's rules: none where it has no such file, all forbidden where it cannot say (RFC 9309)."""
        for _ in range(5):
            reply = self._get(url)
            if reply.status >= 500:
                return "User-agent: *\nDisallow: /"
            if reply.location is None:
                return reply.text if reply.status == 200 else ""
            url = urljoin(url, reply.location)
            _check_scheme(url)
        return ""

    def _get(self, url: str) -> _Reply:
        target = replay_url(self.replay, url) if self.replay else url
        parts = urlsplit(quote(target, safe=_KEPT_IN_URL))
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        headers = {"User-Agent": self.agent, "Accept": "text/html,application/xhtml+xml,*/*;q=0.1"}
        try:
            with closing(_connected(parts.scheme, parts.hostname or "", parts.port, self.replay is None)) as connection:
                connection.request("GET", path, headers=headers)
                return _reply(connection.getresponse())
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise WorkFailed(f"{url} does not answer ({error}): check the address.") from error


def _check_scheme(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{url} is no web address: give one that begins with https://.")


def _connected(scheme: str, host: str, port: int | None, only_public: bool) -> http.client.HTTPConnection:
    """A connection that stands. Raises UsageError where the host is not on the internet."""
    port = port or (443 if scheme == "https" else 80)
    address = str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0])
    if only_public and not is_public(address):
        raise UsageError(f"{host} is on this machine or its network: only public pages are looked at.")
    connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT_S)
    connection.sock = socket.create_connection((address, port), TIMEOUT_S)
    if scheme == "https":
        connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
    return connection


def _reply(response: http.client.HTTPResponse) -> _Reply:
    location = response.headers.get("Location") if response.status in _REDIRECTS else None
    body = b"".join(_chunks(response))
    charset = response.headers.get_content_charset() or "utf-8"
    try:
        return _Reply(response.status, body.decode(charset, "replace"), location)
    except LookupError:  # a charset nobody knows
        return _Reply(response.status, body.decode("utf-8", "replace"), location)


def _chunks(response: http.client.HTTPResponse) -> Iterator[bytes]:
    """The body, up to the size and the time a page may take; what came until then is enough to recognise."""
    ends = time.monotonic() + TIMEOUT_S
    left = MAX_BYTES
    while left > 0 and time.monotonic() < ends and (chunk := response.read1(min(_CHUNK, left))):
        left -= len(chunk)
        yield chunk
