"""A folder of recorded responses: reading `index.jsonl`, and finding the recording of a request. No sockets here."""

import json
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from warehouse.errors import UsageError

INDEX = "index.jsonl"
#: says of every answer whether it was recorded (`hit`) or not (`miss`)
OUTCOME_HEADER = "X-Rolecall-Replay"
#: headers that describe one connection or one encoding of the body; replayed, they would lie about ours
NOT_REPLAYED = frozenset(
    {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer"}
    | {"content-encoding", "content-length", "transfer-encoding", "upgrade", "date", "server"}
)

RequestKey = tuple[str, str, tuple[str, ...], tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Recording:
    """One line of the index."""

    method: str
    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body_file: Path | None = None
    request_body_contains: str | None = None
    delay_s: float = 0.0
    truncate_at: int | None = None

    def header(self, name: str) -> str | None:
        """A recorded header by name, in any case."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@lru_cache(maxsize=4096)
def request_key(method: str, url: str) -> RequestKey:
    """What makes two requests the same: scheme, query order and spelling of percent escapes do not matter."""
    parts = urlsplit(url)
    host = parts.netloc.lower().removesuffix(":443").removesuffix(":80")
    path = tuple(unquote(segment, errors="surrogateescape") for segment in (parts.path or "/").split("/"))
    query = parse_qsl(parts.query, keep_blank_values=True, errors="surrogateescape")
    return method.upper(), host, path, tuple(sorted(query))


@dataclass(slots=True)
class Recordings:
    """The recordings of one folder, and how often each request has been answered."""

    by_key: dict[RequestKey, list[Recording]] = field(default_factory=lambda: defaultdict(list))
    _taken: Counter[tuple[RequestKey, str | None]] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, method: str, url: str, body: bytes = b"") -> Recording | None:
        """The recording that answers this request now. Lines for one request take turns; the last one stays.

        HEAD without a line of its own shows what GET would answer next, and uses up nothing.
        """
        key = request_key(method, url)
        if method == "HEAD" and key not in self.by_key:
            return self._pick(("GET", *key[1:]), body, step=0)
        return self._pick(key, body, step=1)

    def _pick(self, key: RequestKey, body: bytes, step: int) -> Recording | None:
        lines = _lines_for_body(self.by_key.get(key, []), body)
        if not lines:
            return None
        turn_key = (key, lines[0].request_body_contains)
        with self._lock:
            turn = self._taken[turn_key]
            self._taken[turn_key] += step
        return lines[min(turn, len(lines) - 1)]


def _lines_for_body(lines: list[Recording], body: bytes) -> list[Recording]:
    """The lines with the longest `request_body_contains` that fits, else those that ask for nothing."""
    wanted = {line.request_body_contains for line in lines}
    fitting = [text for text in wanted if text and text.encode() in body]
    chosen = max(fitting, key=lambda text: (len(text), text), default=None)
    return [line for line in lines if line.request_body_contains == chosen]


def load(folder: Path) -> Recordings:
    """Read a folder's index. Raises UsageError naming file and line where it cannot be served."""
    index = folder / INDEX
    if not index.is_file():
        raise UsageError(f"{index} does not exist: name a folder of recordings, one that holds {INDEX}.")
    recordings = Recordings()
    for number, line in _lines(index):
        try:
            recording = _recording(folder, line)
        except (ValueError, TypeError) as error:
            raise UsageError(f"{index}, line {number}: {error}. Correct the line or take it out.") from error
        recordings.by_key[request_key(recording.method, recording.url)].append(recording)
    return recordings


def _lines(index: Path) -> Iterator[tuple[int, str]]:
    try:
        text = index.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        where = f"{error.reason} at byte {error.start}"
        raise UsageError(f"{index} is not UTF-8 text ({where}): write it as UTF-8.") from error
    yield from ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def _recording(folder: Path, line: str) -> Recording:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at column {error.colno})") from error
    if not isinstance(entry, dict):
        raise TypeError(f"expected an object, found {type(entry).__name__}")
    return Recording(
        method=_value(entry, "method", str, required=True).upper(),
        url=_url(_value(entry, "url", str, required=True)),
        status=_status(_value(entry, "status", int, required=True)),
        headers=tuple(_headers(_value(entry, "headers", dict) or {})),
        body_file=_body_file(folder, _value(entry, "body_file", str)),
        request_body_contains=_value(entry, "request_body_contains", str),
        delay_s=_not_negative("delay_s", _value(entry, "delay_s", int, float) or 0.0),
        truncate_at=_not_negative("truncate_at", _value(entry, "truncate_at", int)),
    )


def _value(entry: dict[str, Any], key: str, *types: type, required: bool = False) -> Any:
    value = entry.get(key)
    if value is None and not required:
        return None
    if value is None:
        raise ValueError(f'"{key}" is missing')
    if not isinstance(value, types) or isinstance(value, bool):
        raise TypeError(f'"{key}" must be {" or ".join(kind.__name__ for kind in types)}, found {value!r:.60}')
    return value


def _url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError(f'"url" must begin with https:// or http:// and a host, found {url!r:.80}')
    return url


def _status(status: int) -> int:
    if not 200 <= status <= 599:
        raise ValueError(f'"status" must be between 200 and 599, found {status}')
    return status


def _not_negative(key: str, number: Any) -> Any:
    if number is not None and number < 0:
        raise ValueError(f'"{key}" must not be negative, found {number}')
    return number


def _headers(headers: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The headers to replay; a list stands for a header sent several times (Set-Cookie)."""
    for name, stated in headers.items():
        for value in stated if isinstance(stated, list) else [stated]:
            if not isinstance(value, str) or not (name + value).isascii() or set(name + value) & set("\r\n\0"):
                raise ValueError(f'header "{name}" must be one line of ASCII text, found {value!r:.60}')
            if name.lower() not in NOT_REPLAYED:
                yield name, value


def _body_file(folder: Path, name: str | None) -> Path | None:
    if name is None:
        return None
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name:
        raise ValueError(f'"body_file" must stay inside the folder, found {name!r:.80}')
    if not (folder / path).is_file():
        raise ValueError(f'"body_file" {name} does not exist in {folder}')
    return folder / path
