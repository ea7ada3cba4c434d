"""A small published file made by the publish step itself, and asking the site for pages without a network."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from hub import words
from hub.app import create_app
from pipelines.publish import HubTexts, Publication, publish
from tests.small_warehouse import AS_OF, CHALLENGE, POSTING, SmallWarehouse
from warehouse.run import Run

HUBS = (
    HubTexts(
        "product-management",
        "Product Management",
        "Deciding what to build, for whom & why.",
        definition="Finding out what people need.",
        why_it_matters="It decides what is built.",
        career_paths="Up the ladder.",
        practice="Take a real problem.",
        faq=(("Do I need a degree?", "No, <b>not</b> at all."), ("Is it fun?", "Mostly.")),
        levels=("associate", "pm", "senior", "cpo"),
    ),
    HubTexts("marketing", "Marketing", "Making the right people care."),
    HubTexts("ux-design", "UX Design"),
)


class HubWarehouse(SmallWarehouse):
    """The warehouse of one test of the site."""

    def posting(
        self, published: str, *, source: str = "lever:acme", identifier: str | None = None, **fields: Any
    ) -> None:
        """A posting behind a position; `hubs` are names, other extras as `listing` says."""
        apply = {"apply_url": f"https://jobs.acme.example/{published}/apply"}
        self.listing("posting", source, identifier or published, published, POSTING | apply | _scored(fields))

    def challenge(self, published: str, **fields: Any) -> None:
        """A record behind a challenge, with the same extras as a posting."""
        self.listing("challenge", "devpost:all", published, published, CHALLENGE | _scored(fields))


def _scored(fields: dict[str, Any]) -> dict[str, Any]:
    hubs = fields.pop("hubs", ["product-management"])
    return fields | {"hubs": [(hub, 0.91) for hub in hubs]}


@dataclass
class Answer:
    """What the site sent."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def html(self) -> str:
        """Its text."""
        return self.body.decode()

    @property
    def page(self) -> LexborHTMLParser:
        """The page, parsed as a browser does."""
        return LexborHTMLParser(self.html)

    @property
    def text(self) -> str:
        """What a reader sees of the page's main part, on one line."""
        return " ".join(self.page.css_first("main").text().split())

    def all(self, selector: str) -> list[str]:
        """The text of every element a selector finds."""
        return [" ".join(node.text().split()) for node in self.page.css(selector)]


class Site:
    """The site, asked the way a server asks an ASGI application."""

    def __init__(self, place: Path) -> None:
        self.app = create_app(place, threads=1)  # as in each of several worker processes
        self.place = place
        self.last: Answer | None = None

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for one page. An error that the site's server would log is raised, after `last` is set."""
        sent: list[dict[str, Any]] = []
        try:
            asyncio.run(self._ask(sent, address, method, headers))
        finally:
            self.last = answer = _answer(sent)
        return answer

    def get_all(self, addresses: list[str]) -> list[Answer]:
        """Ask for many pages at once."""
        all_sent: list[list[dict[str, Any]]] = [[] for _ in addresses]

        async def ask_all() -> None:
            asked = zip(all_sent, addresses, strict=True)
            await asyncio.gather(*(self._ask(sent, address, "GET", {}) for sent, address in asked))

        asyncio.run(ask_all())
        return [_answer(sent) for sent in all_sent]

    async def _ask(self, sent: list[dict[str, Any]], address: str, method: str, headers: dict[str, str]) -> None:
        path, _, query = address.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [
                (name.replace("_", "-").encode(), value.encode())
                for name, value in ({"host": "hub.example"} | headers).items()
            ],
            "server": ("hub.example", 80),
            "client": ("192.0.2.1", 1),
        }

        coming = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive() -> dict[str, Any]:
            if not coming:
                await asyncio.Event().wait()  # a client that stays until it is answered
            return coming.pop()

        async def send(part: dict[str, Any]) -> None:
            sent.append(part)

        await self.app(scope, receive, send)


def _answer(sent: list[dict[str, Any]]) -> Answer:
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(part.get("body", b"") for part in sent[1:])
    return Answer(sent[0]["status"], headers, body)


@pytest.fixture(autouse=True)
def fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deadlines are counted from the clock of the run."""
    monkeypatch.setattr(words, "present", lambda: AS_OF)


@pytest.fixture
def small() -> Iterator[HubWarehouse]:
    """A warehouse with every table and no row."""
    with HubWarehouse.empty() as small_warehouse:
        yield small_warehouse


@pytest.fixture(scope="session")
def site_over(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Site]:
    """Fill a warehouse and publish it once, for tests that only read: `site_over(fill)`; None publishes nothing."""

    def site_now(fill: Callable[[HubWarehouse], None] | None) -> Site:
        folder = tmp_path_factory.mktemp("published")
        if fill is None:
            return Site(folder)
        with HubWarehouse.empty() as small_warehouse:
            fill(small_warehouse)
            publish(small_warehouse.con, folder, HUBS, Run("run-1", AS_OF))
        return Site(folder)

    return site_now


@pytest.fixture(scope="session")
def empty(site_over: Callable[..., Site]) -> Site:
    """The site over a publication of the three hubs and no listing, for tests that only read."""
    return site_over(lambda small_warehouse: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to publish into."""
    path = tmp_path / "published"
    path.mkdir()
    return path


@pytest.fixture
def publish_small(small: HubWarehouse, folder: Path) -> Callable[..., Publication]:
    """Publish the small warehouse with the three hubs of these tests."""

    def publish_now(careers_pages: dict[str, str] | None = None) -> Publication:
        return publish(small.con, folder, HUBS, Run("run-1", AS_OF), careers_pages)

    return publish_now


@pytest.fixture
def site(folder: Path) -> Site:
    """The site over the folder, whatever is published in it by then."""
    return Site(folder)


@pytest.fixture
def live(folder: Path) -> Site:
    """The same site, where a module's own `site` is over a publication that stays."""
    return Site(folder)


@pytest.fixture
def as_of() -> datetime:
    """The clock of the run."""
    return AS_OF
