"""The replay server: a folder of recordings over loopback HTTP/1.1, for crawls without the internet.

`/HOST/PATH?QUERY` here is `https://HOST/PATH?QUERY` there. What a recording is, `recordings` knows.
"""

import hashlib
import logging
import socket
import sys
import threading
import time
from collections import OrderedDict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from types import TracebackType
from typing import Any, Self

from spiders.sample_sites.recordings import OUTCOME_HEADER, Recording, Recordings, load
from warehouse.errors import UsageError

CACHE_BYTES = 32 * 1024 * 1024
log = logging.getLogger(__name__)


def serve(folder: Path, port: int = 0, host: str = "127.0.0.1") -> "ReplayServer":
    """Serve a folder of recordings until closed; port 0 takes a free one. Raises UsageError where it cannot."""
    return ReplayServer(load(folder), port, host)


class ReplayServer:
    """A running replay server; leaving its `with` block closes it, open connections included."""

    def __init__(self, recordings: Recordings, port: int, host: str) -> None:
        self._listener = _listen(recordings, port, host)
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._listener.server_address[1])

    @property
    def address(self) -> str:
        """What ROLECALL_REPLAY is set to."""
        return f"http://{self._listener.server_address[0]!s}:{self.port}"

    @property
    def requests(self) -> list[tuple[float, str, str]]:
        """Every request so far, in order of arrival: Unix time, method, original URL."""
        return self._listener.requests

    def wait(self) -> None:
        """Block until the server is closed or the person interrupts."""
        self._thread.join()

    def close(self) -> None:
        """Stop listening and hang up on everybody."""
        self._listener.stop()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class _Bodies:
    """Body files with their ETags, read when first asked for, the least recently used dropped over a budget."""

    def __init__(self, budget: int = CACHE_BYTES) -> None:
        self._budget = budget
        self._held: OrderedDict[Path, tuple[int, bytes, str]] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, path: Path | None) -> tuple[bytes, str]:
        if path is None:
            return b"", _etag(b"")
        changed = path.stat().st_mtime_ns
        with self._lock:
            if path in self._held and self._held[path][0] == changed:
                self._held.move_to_end(path)
                return self._held[path][1:]
        body = path.read_bytes()
        etag = _etag(body)
        self._keep(path, changed, body, etag)
        return body, etag

    def _keep(self, path: Path, changed: int, body: bytes, etag: str) -> None:
        with self._lock:
            if held := self._held.pop(path, None):
                self._size -= len(held[1])
            self._held[path] = (changed, body, etag)
            self._size += len(body)
            while self._size > self._budget and len(self._held) > 1:
                self._size -= len(self._held.popitem(last=False)[1][1])


def _etag(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def _listen(recordings: Recordings, port: int, host: str) -> "_Listener":
    try:
        return _Listener(recordings, host, port)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"Cannot listen on {host}:{port} ({why}): choose another port, 0 for a free one.") from error


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    #: on POSIX this only skips the wait after a close; on Windows it would let two servers share a port
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, recordings: Recordings, host: str, port: int) -> None:
        self.recordings = recordings
        self.bodies = _Bodies()
        self.requests: list[tuple[float, str, str]] = []
        self.closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._open_lock = threading.Lock()
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Bind without the reverse name look-up of HTTPServer, which may hang where there is no network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._open_lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._open_lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Silence clients that hang up, log the rest."""
        if not isinstance(sys.exception(), ConnectionError):
            log.exception("replay server: request from %s failed", client_address)

    def stop(self) -> None:
        self.closing.set()
        self.shutdown()
        self.server_close()
        with self._open_lock:
            for connection in self._open:
                _hang_up(connection)


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        log.debug("connection was closed already")


class _Handler(BaseHTTPRequestHandler):
    server: _Listener
    protocol_version = "HTTP/1.1"
    server_version = "rolecall-replay"
    sys_version = ""
    wbufsize = -1  # head and body leave in one packet
    disable_nagle_algorithm = True

    def answer(self) -> None:
        """Answer one request of any method."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        url = f"https://{self.path.removeprefix('/')}"
        self.server.requests.append((time.time(), self.command, url))
        recording = self.server.recordings.take(self.command, url, body)
        if recording is None:
            self._send(404, [(OUTCOME_HEADER, "miss")], b"no recording of this request\n")
        elif self.server.closing.wait(recording.delay_s):
            self.close_connection = True
        else:
            self._replay(recording)

    # the names BaseHTTPRequestHandler looks for
    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = answer  # noqa: N815

    def _replay(self, recording: Recording) -> None:
        try:
            body, computed = self.server.bodies.get(recording.body_file)
        except OSError as error:
            what = f"{recording.body_file}: {error.strerror}\n"
            return self._send(500, [(OUTCOME_HEADER, "unreadable")], what.encode())
        etag = recording.header("etag") or computed
        headers = [*recording.headers, (OUTCOME_HEADER, "hit")]
        if recording.status == 200 and recording.header("etag") is None:
            headers.append(("ETag", etag))
        if recording.status == 200 and _matches(self.headers.get("If-None-Match"), etag):
            self._send(304, headers, b"")
        else:
            self._send(recording.status, headers, body, recording.truncate_at)
        return None

    def _send(self, status: int, headers: list[tuple[str, str]], body: bytes, truncate_at: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if status not in {204, 304}:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and status not in {204, 304}:
            self.wfile.write(body[:truncate_at])
            self.close_connection = self.close_connection or (truncate_at is not None and truncate_at < len(body))

    def log_message(self, format: str, *args: Any) -> None:
        """Keep requests out of the log; `ReplayServer.requests` has them."""


def _matches(stated: str | None, etag: str) -> bool:
    """Weak comparison of RFC 9110: one of the stated tags names the same body."""
    tags = [tag.strip().removeprefix("W/") for tag in (stated or "").split(",")]
    return "*" in tags or etag.removeprefix("W/") in tags
