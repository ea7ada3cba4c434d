"""What holds for every answer: safety headers, nothing foreign loaded, a page for every failure."""

import shutil
from datetime import UTC, date, datetime
from itertools import pairwise

import duckdb
import pytest

from hub import publications
from hub.app import HEADERS
from hub.publications import statement
from warehouse.publication import LINK

SAFETY = {name: value for name, value in HEADERS.items() if name != "cache-control"}
EVERYWHERE = [
    ("/", 200),
    ("/skills/product-management", 200),
    ("/openings", 200),
    ("/challenges", 200),
    ("/positions/p1", 200),
    ("/positions/p2", 410),
    ("/challenges/c1", 200),
    ("/companies/acme-robotics", 200),
    ("/skills/none", 404),
    ("/openings?page=x", 400),
    ("/nowhere", 404),
    ("/openings/", 307),
    ("/skills", 301),
    ("/positions", 301),
    ("/docs", 404),
    ("/openapi.json", 404),
    ("/static/hub.css", 200),
    ("/static/icon.svg", 200),
    ("/static/../app.py", 404),
    ("/static/none.css", 404),
]


def fill(small):
    """One listing of each kind and state."""
    link = '<a href="https://acme.example" rel="nofollow noopener">us</a>'
    small.posting("p1", description_html=f"<h1>Who</h1><p>See {link}</p>")
    small.posting("p2", closed_at=datetime(2026, 11, 20, tzinfo=UTC))
    small.challenge("c1", application_deadline=date(2026, 12, 1))


@pytest.fixture(scope="module")
def filled(site_over):
    return site_over(fill)


@pytest.mark.parametrize(("address", "status"), EVERYWHERE)
def test_every_answer_carries_the_safety_headers(filled, address, status):
    answer = filled.get(address)
    assert answer.status == status
    assert answer.headers | SAFETY == answer.headers
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}
    assert "script-src" not in policy


@pytest.mark.parametrize("address", [address for address, status in EVERYWHERE if not address.startswith("/static")])
def test_no_page_runs_a_script_or_loads_anything_foreign(filled, address):
    page = filled.get(address).page
    assert page.css("script:not([type='application/ld+json']), iframe, img, style, [style], [onclick]") == []
    loaded = [link.attributes["href"] for link in page.css("link:not([rel=canonical])")]
    assert all(path.startswith("/") and not path.startswith("//") for path in loaded)
    assert all(filled.get(path).status == 200 for path in loaded)


PAGES = [address for address, status in EVERYWHERE if status in {200, 400, 404, 410} and "/static" not in address]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_can_be_read_aloud(filled, address):
    page = filled.get(address).page
    assert page.css_first("html").attributes["lang"] == "en"
    assert len(page.css("h1")) == len(page.css("main")) == 1
    assert page.css_first("title").text().endswith("· Rolecall")
    assert page.css_first("body > a").attributes["href"] == "#main"
    named = [node.attributes["aria-labelledby"] for node in page.css("section")]
    assert all(page.css_first(f"#{name}") for name in named)
    levels = [int(node.tag[1]) for node in page.css("h1, h2, h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", ["/", "/openings", "/positions/p1", "/challenges/c1"])
def test_head_is_answered_like_get(filled, address):
    answers = [filled.get(address, method) for method in ("GET", "HEAD")]
    assert answers[0].status == answers[1].status == 200
    assert answers[0].headers == answers[1].headers


@pytest.mark.parametrize(
    "address", ["/skills/%00%01x", "/openings?hub=%00x", "/openings?level=%00x", "/openings?page=%00x"]
)
def test_what_a_reader_typed_is_repeated_without_what_no_page_may_hold(filled, address):
    answer = filled.get(address)
    assert answer.status in {400, 404}
    assert "“  x”" in answer.html or "“ x”" in answer.html
    assert not [sign for sign in answer.html if sign < " " and sign != "\n"]


def test_writing_is_refused(filled):
    answer = filled.get("/openings", "POST")
    assert answer.status == 405
    assert {method.strip() for method in answer.headers["allow"].split(",")} == {"GET", "HEAD"}
    assert answer.all("h1") == ["That cannot be done"]


def test_nothing_published_says_what_to_type_until_something_is(small, publish_small, site):
    answer = site.get("/openings")
    assert (answer.status, answer.all("h1")) == (503, ["Nothing to show yet"])
    assert site.get("/api/docs").all("h1") == ["Nothing to show yet"], "a page, though about an interface"
    assert answer.all("pre") == ["rolecall run --sample", "rolecall run"]
    assert answer.headers | SAFETY == answer.headers
    assert "retry-after" in answer.headers
    assert site.get("/nowhere").status == 404
    publish_small()
    assert site.get("/openings").status == 200


def test_a_damaged_publication_is_answered_and_logged(folder, site, caplog):
    (folder / LINK).write_bytes(b"not a database" * 1000)
    answer = site.get("/")
    assert (answer.status, answer.all("h1")) == (503, ["The data cannot be read"])
    assert str(folder) not in answer.html, "the page does not tell where files lie"
    assert str(folder) in caplog.text, "the log does"


@pytest.mark.parametrize(
    "made_older",
    [
        "DROP TABLE skill_hub_texts",
        "ALTER TABLE search_positions DROP COLUMN primary_hub",
        "UPDATE publication SET contract_version = '0'",
    ],
)
def test_a_publication_of_another_version_is_not_shown_half_right(empty, folder, site, caplog, made_older):
    _publish_changed(empty, folder, made_older)
    answer = site.get("/skills/product-management")
    assert (answer.status, answer.all("h1")) == (503, ["This data is of another version"])
    assert "publish again" in caplog.text
    assert "retry-after" in answer.headers


def _publish_changed(empty, folder, change):
    file = folder / "rolecall-spoiled.duckdb"
    shutil.copy(empty.place / LINK, file)
    with duckdb.connect(str(file)) as con:
        con.execute(change)
    (folder / LINK).symlink_to(file.name)


def test_a_fault_of_ours_is_a_page_without_details(publish_small, site, monkeypatch):
    publish_small()
    spoiled = {"hiring_companies": "SELECT careers_url FROM nowhere LIMIT $most + len($hub)"}
    monkeypatch.setattr(publications, "statement", lambda name: spoiled.get(name) or statement(name))
    with pytest.raises(duckdb.CatalogException):
        site.get("/skills/product-management")
    assert site.last.status == 500
    assert site.last.headers | SAFETY == site.last.headers
    assert site.last.all("h1") == ["This page could not be made"]
    assert "careers_url" not in site.last.html
    assert site.get("/openings").status == 200
