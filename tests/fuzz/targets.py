"""What is fuzzed: every reader, the normaliser, the classifier, and what they stand on, each as a function of bytes."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from pipelines.classify.classifier import Listing
from pipelines.classify.workers import shipped_classifier
from pipelines.html import clean_line, plain_text, sanitise
from pipelines.normalise.rows import normalised_row
from spiders.detection.pages import recognise
from spiders.detection.urls import detect
from spiders.platforms import platforms
from spiders.platforms.base import Answer, Platform, Source
from spiders.reader import identifier_of
from warehouse.errors import PayloadError
from warehouse.ids import canonical_json
from warehouse.run import Run

RECORDINGS = Path(__file__).parents[1] / "recordings"
RUN = Run("fuzz", datetime(2026, 11, 22, 6, tzinfo=UTC))
#: what a platform's `page` may raise: the spider makes each an outcome of the board
JUDGED = (KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError, PayloadError)
Target = Callable[[bytes], None]


def read_page(platform: Platform, board: str, text: str, carried: dict[str, Any] | None = None) -> None:
    """An answer split, each payload read and normalised, as a crawl and the pipeline do it."""
    source = Source("Acme", platform.name, board)
    try:
        page = platform.page(source, Answer("https://acme.example/jobs", text, carried=carried))
    except JUDGED:
        return
    for payload in [*page.payloads, *(fetch.carried for fetch in page.follow[:50] if fetch.carried)][:50]:
        read_one(platform, source, payload)


def read_one(platform: Platform, source: Source, payload: Any) -> None:
    """One payload as it comes out of the landing; a reject is an answer."""
    payload = orjson.loads(canonical_json(payload))
    identifier_of(platform, payload)
    try:
        normalised_row(platform, source, payload, RUN)
    except PayloadError:
        return


def reader(name: str) -> Target:
    """A platform's reader, given an answer."""
    platform = platforms()[name]
    return lambda data: read_page(platform, "acme", data.decode("utf-8", "replace"))


def html(data: bytes) -> None:
    """Foreign HTML."""
    text = data.decode("utf-8", "replace")
    clean = sanitise(text)
    if clean and any(mark in clean.lower() for mark in ("<script", "<iframe", "<img", "<style")):
        raise AssertionError(f"unsafe: {clean!r}")
    plain_text(text)
    clean_line(text)


def classify(data: bytes) -> None:
    """A listing of any texts."""
    parts = (data.decode("utf-8", "replace") + "\x1f" * 4).split("\x1f")
    listing = Listing(
        id="1", title=parts[0], company=parts[1], location=parts[2], description=parts[3], tags=[parts[4]]
    )
    list(shipped_classifier().classify([listing]))


def urls(data: bytes) -> None:
    """A URL, and a page that may give a board away."""
    text = data.decode("utf-8", "replace")
    detect(text)
    recognise(text, "https://acme.example/careers")


def targets() -> dict[str, Target]:
    """All, by name."""
    return {**{name: reader(name) for name in platforms()}, "html": html, "classify": classify, "urls": urls}


def seeds(name: str) -> list[bytes]:
    """Recorded answers of a platform; of the others some texts."""
    found = [path.read_bytes() for path in sorted((RECORDINGS / name).glob("*")) if "expected" not in path.name]
    others = [
        b"Senior Product Manager\x1fAcme\x1fBerlin",
        b"<p style='display:none'>x</p><ul><li>a</ul>",
        b"https://jobs.lever.co/acme",
    ]
    return [body for body in found if len(body) < 60_000] or others


def minified(data: bytes) -> bytes:
    """Without blanks, where it is JSON: mutations then hit what matters."""
    try:
        return orjson.dumps(orjson.loads(data))
    except orjson.JSONDecodeError:
        return data


if sys.flags.optimize:
    raise RuntimeError("fuzzing needs its asserts")
