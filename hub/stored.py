"""Answers kept for as long as their publication is the newest, and the headers that let readers keep them too.

Belongs here: ETag and 304, the store, compression. A page depends on its address, its publication and nothing else but
the hour, which counts down to deadlines.
"""

import asyncio
import gzip
import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: under this name a request's state tells which publication it reads: its file and its id
PUBLICATION = "publication"
#: under this one its answer's headers tell the id
HEADER = "x-rolecall-publication"

MOST_BYTES = 64 * 2**20
_LARGEST = 2 * 2**20
_SMALLEST_ZIPPED = 1000
_KEPT_STATUS = frozenset({200, 301, 410})

#: file, hour, origin, address
Key = tuple[Path | None, str, str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """One whole answer, and the publication it is of."""

    publication_id: str
    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    zipped: bytes | None


class Store:
    """The answers last asked for, up to so many bytes."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._most = most
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Key) -> Answer | None:
        """The answer kept under a key."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer; those not asked for longest make room."""
        with self._lock:
            self._bytes += _size(answer) - (_size(self._answers[key]) if key in self._answers else 0)
            self._answers[key] = answer
            self._answers.move_to_end(key)
            while self._bytes > self._most:
                self._bytes -= _size(self._answers.popitem(last=False)[1])


def _size(answer: Answer) -> int:
    return len(answer.body) + len(answer.zipped or b"") + 1000


_HOST = re.compile(r"[a-zA-Z0-9.-]{1,253}(:[0-9]{1,5})?|\[[0-9a-fA-F:]{2,45}\](:[0-9]{1,5})?")


def origin_of(asked: HTTPConnection) -> str:
    """Scheme and host as the reader asked, for addresses that must be absolute; nothing where that is no host."""
    host = asked.headers.get("host", "")
    return f"{asked.url.scheme}://{host}" if _HOST.fullmatch(host) else ""


class Stored:
    """Around the site: answers what it has kept, and keeps what it had to ask for."""

    def __init__(self, app: ASGIApp, newest_file: Callable[[], Path | None], site_url: str | None) -> None:
        self._app = app
        self._newest_file = newest_file
        self._site_url = site_url
        self._store = Store()
        self._underway: dict[Key, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        address = f"{scope['path']}?{scope['query_string'].decode('latin-1')}"
        hour = f"{datetime.now(UTC):%Y%m%d%H}"
        key = (self._newest_file(), hour, self._site_url or origin_of(HTTPConnection(scope)), address)
        if (answer := await self._kept(key)) is None:
            answer = await self._made(key, scope, receive, send)
        if answer is not None:
            await _send(send, answer, key, headers, is_head=scope["method"] == "HEAD")

    async def _kept(self, key: Key) -> Answer | None:
        """The answer kept, or being made for somebody else: right after a publication many ask for the same."""
        if answer := self._store.get(key):
            return answer
        if key in self._underway:
            await self._underway[key].wait()
        return self._store.get(key)

    async def _made(self, key: Key, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """The site's answer, kept where it may be asked for again."""
        done = asyncio.Event()
        self._underway.setdefault(key, done)
        try:
            file, answer = await self._asked(scope, receive, send)
            if answer and answer.status in _KEPT_STATUS and len(answer.body) <= _LARGEST:
                self._store.put((file, *key[1:]), answer)
            return answer
        finally:
            done.set()
            if self._underway.get(key) is done:
                del self._underway[key]

    async def _asked(self, scope: Scope, receive: Receive, send: Send) -> tuple[Path | None, Answer | None]:
        """The site's answer and the publication it is of. None: it is of none, and has been passed on as it is."""
        held: list[Message] = []
        state = scope.setdefault("state", {})

        async def hold(message: Message) -> None:
            if PUBLICATION in state:
                held.append(message)
            else:
                await send(message)

        # a HEAD is answered from the whole page, so that its length and its tag are those of the page
        try:
            await self._app({**scope, "method": "GET"}, receive, hold)
        except Exception:  # the page that says so has been written; the server logs the error
            for message in held:
                await send(message)
            raise
        if not held:
            return None, None
        body = b"".join(message.get("body", b"") for message in held[1:])
        zipped = gzip.compress(body, 5) if _SMALLEST_ZIPPED <= len(body) <= _LARGEST else None
        headers = [pair for pair in held[0]["headers"] if pair[0] != b"content-length"]
        file, publication_id = state[PUBLICATION]
        return file, Answer(publication_id, held[0]["status"], headers, body, zipped)


def _tag(answer: Answer, key: Key) -> str:
    """Weak: zipped or not, it is the same page."""
    return f'W/"{hashlib.sha256(repr((answer.publication_id, key[1:])).encode()).hexdigest()[:24]}"'


async def _send(send: Send, answer: Answer, key: Key, asked: Headers, *, is_head: bool) -> None:
    tag = _tag(answer, key)
    is_known = answer.status == 200 and tag in {each.strip() for each in asked.get("if-none-match", "").split(",")}
    headers = MutableHeaders(raw=list(answer.headers))
    headers["vary"] = "accept-encoding"
    headers[HEADER] = answer.publication_id
    if answer.status == 200:
        headers["etag"] = tag
    body = answer.body
    if is_known:
        body = b""
        del headers["content-type"]
    elif answer.zipped is not None and "gzip" in asked.get("accept-encoding", ""):
        body = answer.zipped
        headers["content-encoding"] = "gzip"
    if not is_known:
        headers["content-length"] = str(len(body))
    status = 304 if is_known else answer.status
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if is_head else body})
