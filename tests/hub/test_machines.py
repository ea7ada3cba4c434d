"""For programs: the JSON interface and its description, feeds, sitemaps, JSON-LD, and answers kept per publication."""

import gzip
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from hub import feeds, stored

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PLACES = json.dumps([{"location": "Oslo, Norway", "address_locality": "Oslo", "address_country": "NO"}])
_ENDS = {"base_salary_min": 90000, "base_salary_max": Decimal("120000.5")}
PAY = _ENDS | {"base_salary_currency": "EUR", "base_salary_unit": "YEAR"}


@pytest.fixture(scope="module")
def site(site_over):
    def fill(small):
        text = "<p>Lead & more</p>"
        facts = {"description_html": text, "date_posted": date(2026, 11, 3), "places": PLACES}
        small.posting("p1", title="PM & \x0b </script><script>alert(1)", **facts, **PAY)
        small.posting("p2", title="Remote PM", description_text="x", date_posted=date(2026, 11, 2),
                      workplace_type="remote", applicant_location_requirements=["Benelux"])  # fmt: skip
        small.posting("p3", title="Undated", description_text="x", places=PLACES)
        small.posting("p4", title="Nowhere", description_text="x", date_posted=date(2026, 11, 1))
        small.posting("gone", closed_at=datetime(2026, 11, 20, tzinfo=UTC), **facts)
        dates = {"start_date": date(2026, 12, 1), "application_deadline": date(2026, 12, 1)}
        small.challenge("c1", attendance_mode="online", organizer="Kiln", **dates)
        small.challenge("c2", name="No place", **dates)

    return site_over(fill)


def api(site, path):
    answer = site.get(f"/api/v1{path}")
    return answer.status, json.loads(answer.html)


def test_every_described_path_answers_as_described(site):
    described = json.loads(site.get("/api/openapi.json").html)
    names = {"{hub}": "marketing", "{position_id}": "p1", "{challenge_id}": "c1", "{slug}": "acme-robotics"}
    assert len(described["paths"]) == 8
    for path, operations in described["paths"].items():
        address = path
        for name, value in names.items():
            address = address.replace(name, value)
        answer = site.get(address)
        assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
        assert answer.headers["access-control-allow-origin"] == "*"
        assert operations["get"]["description"]
    parameters = {each["name"] for each in described["paths"]["/api/v1/positions"]["get"]["parameters"]}
    assert {"q", "hub", "level", "pay", "remote", "sort", "page", "size"} <= parameters
    page = site.get("/api/docs")
    assert all(path in page.text for path in described["paths"])


def test_lists_are_paged_and_lead_on(site):
    status, first = api(site, "/positions?size=3&workplace=&sort=newest&counts=1")
    assert (status, first["total"], first["page_count"], len(first["items"])) == (200, 4, 2, 3)
    assert "description_html" not in first["items"][0]
    second = json.loads(site.get(first["next"]).html)
    assert sorted(row["position_id"] for row in first["items"] + second["items"]) == ["p1", "p2", "p3", "p4"]
    assert second["next"] is None
    assert second["counts"] == first["counts"]
    assert api(site, "/positions")[1]["counts"] is None
    assert {row["base_salary_max"] for row in first["items"] + second["items"]} == {120000.5, None}
    assert api(site, "/positions?q=undatd")[1]["corrected"] == "undated"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/positions/none", 404),
        ("/positions/gone", 410),
        ("/challenges/none", 404),
        ("/companies/none", 404),
        ("/skills/none", 404),
        ("/positions?page=2", 404),
        ("/positions?page=x", 400),
        ("/positions?size=101", 400),
        ("/nowhere", 404),
    ],
)
def test_what_is_not_there_is_said_in_json(site, path, status):
    found, body = api(site, path)
    assert found == status
    assert body["detail"] if status != 410 else body["close_reason"] == "absent"


def test_a_whole_position_has_all_that_hangs_on_it(site):
    row = api(site, "/positions/p1")[1]
    assert row["places"][0]["address_country"] == "NO"
    assert row["skills"][0]["evidence"][0]["rule"] == "title"
    assert row["sources"][0]["source_id"] == "lever:acme"
    assert row["closed_at"] is None


@pytest.mark.parametrize("path", ["/openings.atom", "/openings.atom?hub=product-management", "/challenges.atom"])
def test_feeds_are_atom(site, path):
    answer = site.get(path)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.html)  # noqa: S314 - our own
    entries = feed.findall(f"{ATOM}entry")
    assert feed.find(f"{ATOM}id").text == f"http://hub.example{path}"
    assert entries
    for each in [feed, *entries]:
        assert datetime.fromisoformat(each.find(f"{ATOM}updated").text).tzinfo
    for each in entries:
        address = each.find(f"{ATOM}link").attrib["href"]
        assert address == each.find(f"{ATOM}id").text
        assert address.startswith("http://hub.example/")
    assert site.get(path.replace(".atom", "")).page.css_first("link[rel=alternate]").attributes["href"] == path


def test_feeds_refuse_what_lists_refuse(site):
    assert site.get("/openings.atom?level=boss").status == 400
    assert site.get("/openings.atom?hub=none").status == 404


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("hub=none", 404, "no skill “none”"),
        ("counts=yes", 400, "“yes” is nothing for “counts”"),
        ("page=999999", 404, "ends on page 1"),
        ("size=101", 400, "from 1 to 100"),
    ],
)
def test_the_interface_refuses_what_means_nothing(site, query, status, said):
    answer = site.get(f"/api/v1/positions?{query}")
    assert answer.status == status
    assert said in json.loads(answer.html)["detail"]


def test_sitemaps_name_every_page_in_files_of_limited_size(site, monkeypatch):
    monkeypatch.setattr(feeds, "CHUNK", 3)
    monkeypatch.setattr(stored.Store, "get", lambda self, key: None)
    assert "Sitemap: http://hub.example/sitemap.xml" in site.get("/robots.txt").html
    index = ElementTree.fromstring(site.get("/sitemap.xml").html)  # noqa: S314
    files = [each.text.removeprefix("http://hub.example") for each in index.iter(f"{SITEMAP}loc")]
    named = []
    for file in files:
        addresses = [each.text for each in ElementTree.fromstring(site.get(file).html).iter(f"{SITEMAP}loc")]  # noqa: S314
        assert 0 < len(addresses) <= 6
        named += addresses
    assert {f"http://hub.example/positions/{each}" for each in ("p1", "p2", "p3", "p4")} <= set(named)
    assert len(named) == len(set(named)) == 3 + 3 + 4 + 2
    assert site.get("/sitemaps/positions-9.xml").status == site.get("/sitemaps/x'.xml").status == 404


def data_of(site, path):
    scripts = site.get(path).page.css("script")
    return [json.loads(script.text()) for script in scripts]


def test_an_open_position_is_a_job_posting_with_what_google_requires(site):
    answer = site.get("/positions/p1")
    assert "</script><script>" not in answer.html
    (posting,) = data_of(site, "/positions/p1")
    assert posting["@type"] == "JobPosting"
    assert posting["title"] == "PM & \x0b </script><script>alert(1)"
    assert posting["datePosted"] == "2026-11-03"
    assert posting["hiringOrganization"]["name"] == "Acme Robotics"
    assert posting["jobLocation"][0]["address"]["addressCountry"] == "NO"
    assert posting["baseSalary"]["value"] == {
        "@type": "QuantitativeValue", "minValue": 90000.0, "maxValue": 120000.5, "unitText": "YEAR"
    }  # fmt: skip


def test_no_data_where_a_required_field_is_not_known_or_the_listing_is_closed(site):
    assert data_of(site, "/positions/p3") == data_of(site, "/positions/p4") == data_of(site, "/positions/gone") == []
    assert data_of(site, "/openings") == data_of(site, "/challenges/c2") == []
    (event,) = data_of(site, "/challenges/c1")
    assert (event["@type"], event["location"]["@type"]) == ("Hackathon", "VirtualLocation")


def test_an_answer_is_known_again_until_something_is_published(small, publish_small, live):
    small.posting("p1")
    publication, tags = publish_small(), {}
    for path in ("/openings?q=manager", "/positions/p1", "/api/v1/skills", "/openings.atom"):
        first = live.get(path)
        assert first.headers["x-rolecall-publication"] == publication.publication_id, path
        tag = tags[path] = first.headers["etag"]
        again = live.get(path, if_none_match=f'"other", {tag}')
        assert (again.status, again.html, again.headers["etag"]) == (304, "", tag), path
        assert "content-length" not in again.headers, path
        assert live.get(path).html == first.html, path
    small.posting("p2")
    publication = publish_small()
    for path, tag in tags.items():
        newer = live.get(path, if_none_match=tag)
        assert (newer.status, newer.headers["x-rolecall-publication"]) == (200, publication.publication_id), path
        assert newer.headers["etag"] != tag, path


def test_what_is_kept_is_kept_by_address_and_host_and_zipped_on_demand(small, publish_small, live):
    for number in range(20):
        small.posting(f"p{number}")
    publish_small()
    plain = live.get("/openings")
    zipped = live.get("/openings", accept_encoding="br, gzip")
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.body).decode() == plain.html
    assert zipped.headers["etag"] == plain.headers["etag"]
    other = live.get("/openings", host="other.example")
    assert other.page.css_first("link[rel=canonical]").attributes["href"] == "http://other.example/openings"
    spoof = live.get("/openings", host='x"><script>')
    assert spoof.page.css_first("link[rel=canonical]").attributes["href"] == "/openings"


def test_the_store_lets_go_of_what_was_not_asked_for_longest():
    store = stored.Store(most=3500)
    answers = [stored.Answer("p", 200, [], b"x" * 100, None) for _ in range(4)]
    for number, answer in enumerate(answers[:3]):
        store.put((None, "h", "o", str(number)), answer)
    assert store.get((None, "h", "o", "0")) is answers[0]
    store.put((None, "h", "o", "3"), answers[3])
    kept = [number for number in range(4) if store.get((None, "h", "o", str(number)))]
    assert kept == [0, 2, 3]
