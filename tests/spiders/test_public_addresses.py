"""The crawler connects to the internet and to nothing else: whatever a name, a link or a redirect says."""

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from spiders.detection import visit
from spiders.detection.visit import look_at
from spiders.public_addresses import is_public
from spiders.settings import POLITE, scrapy_settings
from warehouse.errors import UsageError
from warehouse.settings import Settings


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("127.9.9.9", False),
        ("0.0.0.0", False),  # noqa: S104
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("fd00:ec2::254", False),
        ("ff0e::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_which_addresses_are_on_the_internet(address: str, expected: bool) -> None:
    assert is_public(address) is expected


class _Site(BaseHTTPRequestHandler):
    """Redirects to wherever its path says, and counts."""

    asked: list[str]

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_response(302 if self.path.startswith("/to/") else 404)
        if self.path.startswith("/to/"):
            self.send_header("Location", self.path.removeprefix("/to/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def sites() -> Iterator[tuple[HTTPServer, HTTPServer]]:
    """A site at 127.0.0.2, which these tests take for the internet, and one at 127.0.0.1, which is this machine."""
    made = HTTPServer(("127.0.0.2", 0), _Site), HTTPServer(("127.0.0.1", 0), _Site)
    for server in made:
        server.asked = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield made
    for server in made:
        server.shutdown()
        server.server_close()


#: Scrapy with our settings; look-ups are told by the test, the second one of a name may say something else
CRAWL = """
import json, logging, socket, sys
from collections import Counter
import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from spiders import public_addresses
from spiders.settings import POLITE
logging.disable(logging.CRITICAL)
urls, names = json.loads(sys.argv[1]), json.loads(sys.argv[2])
truly, looked_up, told = public_addresses.is_public, Counter(), {}
public_addresses.is_public = lambda address: address == "127.0.0.2" or truly(address)
def look_up(name):
    if name not in names:
        return truly_look_up(name)
    looked_up[name] += 1
    return names[name][min(looked_up[name], len(names[name])) - 1]
truly_look_up, socket.gethostbyname = socket.gethostbyname, look_up
class Spider(scrapy.Spider):
    name = "s"
    async def start(self):
        for url in urls:
            yield scrapy.Request(url, callback=self.got, errback=self.failed, cb_kwargs={"url": url}, dont_filter=True)
    def got(self, response, url):
        told[url] = response.status
    def failed(self, failure):
        told[failure.request.cb_kwargs["url"]] = failure.type.__name__
settings = {**POLITE, "ROBOTSTXT_OBEY": False, "AUTOTHROTTLE_ENABLED": False, "ITEM_PIPELINES": {},
    "DNSCACHE_ENABLED": False,
    "HTTPERROR_ALLOW_ALL": True, "DOWNLOADER_MIDDLEWARES": {}}
process = AsyncCrawlerProcess(settings)
process.crawl(Spider)
process.start()
print(json.dumps(told))
"""


def crawled(urls: list[str], names: dict[str, list[str]]) -> dict[str, object]:
    command = [sys.executable, "-c", CRAWL, json.dumps(urls), json.dumps(names)]
    environment = {"http_proxy": "http://127.0.0.1:9", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=environment)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_a_crawl_connects_to_no_address_of_this_machine_or_its_network(sites: tuple[HTTPServer, HTTPServer]) -> None:
    internet, machine = sites
    port, own = internet.server_port, machine.server_port
    refused = [
        f"http://127.0.0.1:{own}/",
        f"http://localhost:{own}/",
        f"http://2130706433:{own}/",
        f"http://0x7f.1:{own}/",
        f"http://127.1:{own}/",
        f"http://[::ffff:127.0.0.1]:{own}/",
        f"http://[::1]:{own}/",
        f"https://127.0.0.1:{own}/",
        "http://169.254.169.254/latest/meta-data/",
        f"http://private.example:{own}/",
        f"http://open.example:{port}/to/http://127.0.0.1:{own}/",
        f"http://open.example:{port}/to/http://private.example:{own}/",
        f"http://rebinding.example:{port}/to/http://rebinding.example:{own}/",
    ]
    allowed = f"http://open.example:{port}/"
    names = {
        "open.example": ["127.0.0.2"],
        "private.example": ["127.0.0.1"],
        "rebinding.example": ["127.0.0.2", "127.0.0.1"],
    }
    told = crawled([*refused, allowed], names)
    assert told.pop(allowed) == 404
    assert machine.asked == []  # type: ignore[attr-defined]
    assert internet.asked.count("/") == 1  # type: ignore[attr-defined]
    assert not {url: end for url, end in told.items() if end not in {"NotPublic", "CannotResolveHostError"}}
    assert told[f"http://private.example:{own}/"] == "NotPublic"
    assert set(told) == set(refused)


def test_every_crawl_off_replay_has_the_resolver_and_no_proxy() -> None:
    from spiders.platforms import platforms

    for platform in platforms().values():
        chosen = scrapy_settings(Settings(), platform)
        assert chosen["TWISTED_DNS_RESOLVER"] == "spiders.resolver.PublicResolver"
        assert chosen["HTTPPROXY_ENABLED"] is False
    assert {scheme for scheme, handler in POLITE["DOWNLOAD_HANDLERS"].items() if handler} == {
        "http",
        "https",
        "bundled",
    }


def test_under_replay_both_web_schemes_are_replayed() -> None:
    from spiders.platforms import platforms

    chosen = scrapy_settings(Settings(replay="http://127.0.0.1:1"), next(iter(platforms().values())))
    handlers = {scheme: handler for scheme, handler in chosen["DOWNLOAD_HANDLERS"].items() if handler}
    assert handlers.pop("bundled")
    assert handlers == dict.fromkeys(("http", "https"), "spiders.replay.ReplayDownloadHandler")


@pytest.mark.parametrize("address", ["100.64.0.1", "::ffff:169.254.169.254", "64:ff9b::a00:1"])
def test_a_visit_asks_no_name_that_stands_for_such_an_address(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(visit.socket, "getaddrinfo", lambda *_, **__: answer)
    monkeypatch.setattr(visit.socket, "create_connection", lambda *_: pytest.fail("connected"))
    with pytest.raises(UsageError, match="on this machine or its network"):
        look_at("https://careers.acme.example/", Settings())
