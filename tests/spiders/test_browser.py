"""The browser extra: a page that JavaScript fills is read end to end, and nothing gets past the crawl.

Needs Playwright and a Chromium; without them the crawls are skipped, loudly.
"""

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

import pytest

from spiders.platforms import platforms
from spiders.settings import scrapy_settings
from warehouse.settings import Settings

HOST = "jobs.tidewick.example"
API = "api.tidewick.example"
HAS_BROWSER = bool(find_spec("playwright")) and any(
    map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
)
needs_browser = pytest.mark.skipif(
    not HAS_BROWSER,
    reason="Playwright or Chromium is absent (requirements/browser.txt): rendering has NOT been tested",
)

#: shows the list, or the job whose address it is; asks everything that must not be asked, too
APP = """
const ignored = () => 0;
fetch('http://127.0.0.1:PORT/direct', {mode: 'no-cors'}).catch(ignored);
new WebSocket('ws://127.0.0.1:PORT/socket').onerror = ignored;
navigator.sendBeacon('http://127.0.0.1:PORT/beacon', 'x');
fetch('https://www.google-analytics.com/collect').catch(ignored);
async function show() {
  const asked = {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{"open": true}'};
  const jobs = await (await fetch('https://api.tidewick.example/v1/jobs', asked)).json();
  const root = document.getElementById('root');
  const id = location.pathname.split('/jobs/')[1];
  if (!id) {
    root.innerHTML = jobs.map(job => `<a href="/jobs/${job.id}">${job.title}</a>`).join('');
    return;
  }
  const {title} = jobs.find(job => job.id === id);
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.textContent = JSON.stringify({'@type': 'JobPosting', title, description: '<p>Row.</p>'});
  document.head.append(script);
  root.innerHTML = `<h1>${title}</h1><img src="/boat.png">`;
}
show();
"""
SHELL = (
    "<!doctype html><html><head><link rel=stylesheet href=/app.css><script defer src=/app.js></script></head>"
    "<body><div id=root></div><iframe src=https://frames.example/></iframe></body></html>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}
SCRIPT = {"Content-Type": "text/javascript"}
SHARED = {"Content-Type": "application/json", "Access-Control-Allow-Origin": "*"}
JOBS = [{"id": "oar-1", "title": "Oar Maker"}, {"id": "keel-2", "title": "Kölner Kielleger"}]


def site(app: str, data: dict[str, Any], *, host: str = HOST, api: str = API) -> list[dict[str, Any]]:
    app = app.replace(API, api)
    answer = {"method": "POST", "url": f"https://{api}/v1/jobs", "headers": SHARED, "body": json.dumps(JOBS)}
    return [
        {"url": f"https://{host}/robots.txt", "status": 404},
        {"url": f"https://{host}/app.js", "headers": SCRIPT, "body": app},
        *(
            {"url": f"https://{host}{path}", "headers": HTML, "body": SHELL}
            for path in ("/", "/jobs/oar-1", "/jobs/keel-2")
        ),
        {"url": f"https://{api}/robots.txt", "status": 404, **data.get("robots", {})},
        {**answer, **data.get("jobs", {})},
    ]


@pytest.fixture(scope="module")
def tripwire() -> Iterator[socket.socket]:
    """A port on this machine that nobody may touch."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        yield listening


#: a site whose data cannot be had shows no jobs, which must never look like a board without jobs
FAILING = {
    "forbidden.example.org": {"robots": {"status": 200, "body": "User-agent: *\nDisallow: /v1/"}},
    "broken.example.org": {"jobs": {"status": 500, "body": ""}},
    "busy.example.org": {"jobs": {"status": 429, "body": ""}},
}


@pytest.fixture(scope="module")
def rendered(crawled: Callable[..., Any], tripwire: socket.socket) -> Any:
    """One crawl of a site that works and of sites that do not, in one process."""
    app = APP.replace("PORT", str(tripwire.getsockname()[1]))
    quiet = "\n".join(line for line in app.splitlines() if "127.0.0.1" not in line)
    recordings = site(app, {})
    for host, data in FAILING.items():
        recordings += site(quiet, data, host=host, api=f"api-{host}")
    return crawled("careers_page_js", recordings, HOST, *FAILING, RETRY_TIMES=0)


@needs_browser
def test_a_page_that_javascript_fills_is_read_end_to_end(rendered: Any) -> None:
    crawl = rendered.boards[HOST]
    assert (crawl.outcome, crawl.payload_count) == ("complete", 2), crawl.detail
    assert {payload["detail"]["title"] for payload in rendered.payloads[HOST]} == {job["title"] for job in JOBS}


@needs_browser
def test_whatever_a_page_asks_for_is_asked_by_the_crawl_or_not_at_all(rendered: Any, tripwire: socket.socket) -> None:
    asked = [url for _, _, url in rendered.requests if "tidewick" in url]
    assert asked.count(f"https://{HOST}/app.js") == 1  # three pages need it
    assert asked.count(f"https://{API}/v1/jobs") == 3
    assert asked.index(f"https://{API}/robots.txt") < asked.index(f"https://{API}/v1/jobs")
    unwanted = ("analytics", "frames.example", "boat.png", "app.css", "socket", "beacon", "direct", "favicon")
    assert not [url for _, _, url in rendered.requests if any(word in url for word in unwanted)]
    with pytest.raises(BlockingIOError):
        tripwire.accept()


@needs_browser
@pytest.mark.parametrize(
    ("host", "ending"),
    [
        ("forbidden.example.org", ("blocked", "robots")),
        ("broken.example.org", ("error", "stopped_short")),
        ("busy.example.org", ("error", "stopped_short")),
    ],
)
def test_a_page_that_lacks_what_it_asks_for_is_no_empty_board(
    rendered: Any, host: str, ending: tuple[str, str]
) -> None:
    crawl = rendered.boards[host]
    assert (crawl.outcome, crawl.reason) == ending, crawl.detail


@pytest.mark.skipif(bool(find_spec("playwright")), reason="Playwright is here: its absence has NOT been tested")
def test_without_the_extra_a_board_says_what_to_install(crawled: Callable[..., Any]) -> None:
    done = crawled("careers_page_js", site("", {}), HOST)
    crawl = done.boards[HOST]
    assert (crawl.outcome, crawl.reason) == ("error", "no_browser")
    assert "requirements/browser.txt" in crawl.detail
    assert not done.requests


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.name)
def test_no_other_platform_ever_starts_a_browser(platform: Any) -> None:
    middlewares = scrapy_settings(Settings(), platform)["DOWNLOADER_MIDDLEWARES"]
    is_rendering = any("browser" in name for name in middlewares)
    assert is_rendering == (platform.name == "careers_page_js" and bool(find_spec("playwright")))


def test_nothing_imports_the_extra_unless_it_is_asked_for() -> None:
    code = "import sys, spiders.crawl, spiders.platforms as p; p.platforms(); assert 'playwright' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
