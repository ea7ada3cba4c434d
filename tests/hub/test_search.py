"""Searching and filtering: what each filter leaves, what a typing mistake finds, what the counts and the chips say."""

import json
from datetime import date
from urllib.parse import quote, urlencode

import duckdb
import pytest

from hub.catalogue import OPENINGS
from hub.publications import Publications

OPEN = {
    "p1": {
        "title": "Senior Product Manager, Payments", "company": "Acme Robotics", "workplace_type": "hybrid",
        "employment_type": "FULL_TIME", "date_posted": date(2026, 11, 21), "places": ["Köln, Germany|DE"],
        "pay": (90000, 120000, "EUR", "YEAR"),
    },
    "p2": {
        "title": "Product Managers (m/f/d)", "company": "Kiln Street", "company_slug": "kiln-street",
        "workplace_type": "remote", "employment_type": "CONTRACTOR", "date_posted": date(2026, 11, 2),
        "places": ["Remote - DACH|"], "applicant_location_requirements": ["DACH"], "pay": (50, 70, "EUR", "HOUR"),
    },
    "p3": {
        "title": "Growth Marketer (C++ a plus)", "company": "Acme Robotics", "hubs": ["marketing"],
        "workplace_type": "remote", "date_posted": date(2026, 10, 1),
        "places": ["Austin, TX, USA|US", "Oslo, Norway|NO"], "pay": (100000, None, "USD", "YEAR"),
    },
    "p4": {"title": "Data Analyst", "company": "Nørrebro Data", "company_slug": "norrebro-data", "hubs": [],
           "workplace_type": "remote", "date_posted": date(2026, 9, 1)},
}  # fmt: skip


@pytest.fixture(scope="module")
def site(site_over):
    def fill(small):
        for identifier, fields in OPEN.items():
            fields = dict(fields)
            named = [place.split("|") for place in fields.pop("places", [])]
            places = [{"location": text, "address_country": code or None} for text, code in named]
            low, high, currency, unit = fields.pop("pay", (None,) * 4)
            pay = {"base_salary_min": low, "base_salary_max": high, "base_salary_currency": currency}
            small.posting(identifier, places=json.dumps(places), **pay, base_salary_unit=unit, **fields)
        soon = {"kind": "competition", "attendance_mode": "online", "application_deadline": date(2026, 11, 28)}
        small.challenge(
            "c1", name="Forecast the Grid", prize_amount=5000, prize_currency="USD", prize_kind="cash", **soon
        )
        later = {"location": "Oslo", "themes": ["Climate Tech"], "application_deadline": date(2027, 3, 1)}
        small.challenge("c2", name="Hack the Harbour", attendance_mode="offline", **later)
        small.challenge("c3", name="Daily Case", kind="case", is_evergreen=True, hubs=["marketing"])

    return site_over(fill)


def found(site, address):
    answer = site.get(address)
    assert answer.status == 200, answer.text
    return [link.attributes["href"].rsplit("/", 1)[1] for link in answer.page.css(".card a")]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["p1", "p2", "p3", "p4"]),
        ("q=product+manager", ["p1", "p2"]),
        ("q=PRODUCT++manager!!", ["p1", "p2"]),
        ("q=managers", ["p1", "p2"]),
        ("q=prodct+maneger", ["p1", "p2"]),
        ("q=productmanager", ["p1", "p2"]),
        ("q=pay", ["p1"]),
        ("q=acme", ["p1", "p3"]),
        ("q=koln", ["p1"]),
        ("q=K%C3%B6ln", ["p1"]),
        ("q=c%2B%2B", ["p3"]),
        ("q=n%C3%B8rrebro", ["p4"]),
        ("q=acme+oslo", ["p3"]),
        ("q=manager+marketer", []),
        ("q=xyzzy", []),
        ("q=%22%27--;", []),
        ("place=oslo", ["p3"]),
        ("place=united+states", ["p3"]),
        ("q=marketer+norway", ["p3"]),
        ("place=acme", []),
        ("q=acme&place=germany", ["p1"]),
        ("hub=marketing", ["p3"]),
        ("level=senior", ["p1", "p2"]),
        ("level=senior&level=vp", ["p1", "p2"]),
        ("level=vp", []),
        ("country=de", ["p1"]),
        ("country=NO&country=DE", ["p1", "p3"]),
        ("remote=DE", ["p2", "p4"]),
        ("remote=US", ["p3", "p4"]),
        ("remote=JP", ["p4"]),
        ("workplace=hybrid", ["p1"]),
        ("workplace=hybrid&workplace=remote&type=CONTRACTOR", ["p2"]),
        ("company=kiln-street", ["p2"]),
        ("company=nobody", []),
        ("pay=120000&currency=EUR", ["p1"]),
        ("pay=120001&currency=EUR", []),
        ("pay=60&currency=EUR&unit=HOUR", ["p2"]),
        ("pay=1&currency=USD", ["p3"]),
        ("currency=USD", ["p1", "p2", "p3", "p4"]),
        ("sort=pay&currency=EUR", ["p1"]),
        ("posted=7", ["p1"]),
        ("posted=30", ["p1", "p2"]),
        ("sort=newest&q=manager", ["p1", "p2"]),
        ("utm_source=x&q=", ["p1", "p2", "p3", "p4"]),
    ],
)
def test_openings(site, query, ids):
    assert found(site, f"/openings?{query}") == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("q=forcast", ["c1"]),
        ("q=climate", ["c2"]),
        ("place=oslo", ["c2"]),
        ("kind=case", ["c3"]),
        ("status=evergreen", ["c3"]),
        ("mode=online", ["c1"]),
        ("mode=online&mode=offline&sort=deadline", ["c1", "c2"]),
        ("sort=deadline", ["c1", "c2", "c3"]),
        ("deadline=7", ["c1"]),
        ("deadline=5", []),
        ("prizes=cash", ["c1"]),
        ("prize=5000&currency=USD", ["c1"]),
        ("prize=5001&currency=USD", []),
        ("sort=prize&currency=USD", ["c1"]),
        ("hub=marketing", ["c3"]),
    ],
)
def test_challenges(site, query, ids):
    assert found(site, f"/challenges?{query}") == ids


@pytest.mark.parametrize(
    "query",
    [
        "level=boss", "country=XX", "country=Germany", "remote=1", "workplace=moon", "type=full_time", "pay=-1",
        "pay=1e9&currency=EUR", "pay=100", "sort=pay", "sort=random", "posted=0", "posted=soon", "posted=9999",
        "company=a%20b", "q=" + "a" * 201,
        "&".join(f"country={first}{second}" for first in "ABCDEFG" for second in "ABCDEFG"),
        "currency=%27%3B--&pay=1",
    ],
)  # fmt: skip
def test_a_value_that_means_nothing_is_said_to(site, query):
    answer = site.get(f"/openings?{query}")
    assert answer.status == 400
    assert answer.all("h1") == ["That cannot be searched for"]
    assert answer.page.css_first(".browse").attributes["href"] == "/openings"
    assert len(answer.text) < 1000
    program = site.get(f"/api/v1/positions?{query}")
    assert (program.status, list(json.loads(program.html))) == (400, ["detail"])


HOSTILE = ["'; DROP TABLE positions; --", "$q\x00\x1b", "{{7*7}}<script>x</script>"]


@pytest.mark.parametrize("name", ["q", "place", "company", "hub", "level", "currency", "sort", "page"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_are_values(site, name, text):
    answer = site.get(f"/openings?{name}={quote(text)}")
    assert answer.status in {200, 400, 404}
    assert not answer.page.css("main script")
    assert "49" not in answer.text
    assert found(site, "/openings") == ["p1", "p2", "p3", "p4"]


def test_a_mistake_put_right_says_so_and_keeps_the_filters(site):
    answer = site.get("/openings?q=prodct+maneger&workplace=remote&workplace=hybrid")
    assert answer.all(".correction") == ["Showing results for product manager: nothing has “prodct maneger”."]
    link = answer.page.css_first(".correction a").attributes["href"]
    assert link == "/openings?q=product+manager&workplace=remote&workplace=hybrid"
    assert site.get(link).all(".correction") == []


def test_chosen_values_can_be_taken_back_one_by_one(site):
    answer = site.get("/openings?q=acme&country=DE&country=NO&pay=90000&currency=EUR")
    chips = {" ".join(link.text().split()): link.attributes["href"] for link in answer.page.css(".chosen a")}
    assert chips == {
        "Search: acme × (remove)": "/openings?country=DE&country=NO&pay=90000&currency=EUR&unit=YEAR",
        "Country: Germany × (remove)": "/openings?q=acme&country=NO&pay=90000&currency=EUR&unit=YEAR",
        "Country: Norway × (remove)": "/openings?q=acme&country=DE&pay=90000&currency=EUR&unit=YEAR",
        "Pay of at least: EUR 90,000 a year × (remove)": "/openings?q=acme&country=DE&country=NO",
    }
    assert all(site.get(path).status == 200 for path in chips.values())


def test_found_nothing_says_which_filter_to_drop(site):
    answer = site.get("/openings?q=acme&level=vp")
    assert answer.all(".listing.empty li") == [
        "Without level “VP”: 2 open positions",
        "Browse all openings",
    ]
    assert "anything like “xyzzy”" in site.get("/openings?q=xyzzy").text


def test_counts_say_what_choosing_a_value_would_find(site):
    counts = json.loads(site.get("/api/v1/positions?counts=1&workplace=remote&country=US").html)["counts"]
    found_counts = {name: {each["value"]: each["listing_count"] for each in values} for name, values in counts.items()}
    assert found_counts["workplace"] == {"remote": 1}
    assert found_counts["country"] == {"US": 1, "NO": 1}
    assert found_counts["hub"] == {"marketing": 1}
    for value, count in found_counts["country"].items():
        assert len(found(site, f"/openings?workplace=remote&country={value}")) == count
    unfiltered = json.loads(site.get("/api/v1/positions?counts=1").html)["counts"]
    for name, values in unfiltered.items():
        assert name in OPENINGS.counted
        for each in values:
            assert len(found(site, f"/openings?{name}={each['value']}")) == each["listing_count"]


@pytest.mark.parametrize(
    "chosen",
    [
        {"hub": "product-management", "level": "senior"},
        {"workplace": "remote", "country": "US", "type": "CONTRACTOR"},
        {"hub": "marketing", "workplace": "remote", "company": "acme-robotics", "country": "NO"},
        {"q": "manager", "workplace": "remote", "level": "senior"},
        {"level": "vp", "country": "DE"},
    ],
)
def test_counts_beside_several_choices_are_what_each_would_find(site, chosen):
    def answer(**values):
        return json.loads(site.get(f"/api/v1/positions?{urlencode(values)}").html)

    everything = answer(counts=1)["counts"]
    counts = answer(counts=1, **chosen)["counts"]
    for name, values in everything.items():
        told = {each["value"]: each["listing_count"] for each in counts[name]}
        finds = {each["value"]: answer(**chosen | {name: each["value"]})["total"] for each in values}
        assert told == {value: total for value, total in finds.items() if total}, name


def test_the_form_keeps_what_was_chosen_and_works_without_script(site):
    page = site.get("/openings?q=acme&workplace=hybrid&posted=5&hub=product-management&remote=JP").page
    form = page.css_first("form.search")
    assert (form.attributes["action"], form.attributes["method"]) == ("/openings", "get")
    assert form.css_first("#q").attributes["value"] == "acme"
    assert [box.attributes["value"] for box in form.css("input[checked]")] == ["hybrid"]
    chosen = [option.attributes.get("value") or option.text() for option in form.css("option[selected]")]
    assert chosen == ["product-management", "JP", "5"]
    assert all(page.css_first(f"label[for={control.attributes['id']}]") for control in form.css("select, input[id]"))


def test_filtered_lists_name_their_canonical_address_and_are_not_indexed(site):
    page = site.get("/openings?utm=1&workplace=hybrid&q=acme&sort=best").page
    assert (
        page.css_first("link[rel=canonical]").attributes["href"]
        == "http://hub.example/openings?q=acme&workplace=hybrid"
    )
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert site.get("/openings?hub=marketing").page.css("meta[name=robots]") == []


def test_words_are_taken_apart_as_the_published_ones_were(site):
    reading = Publications(site.place).newest()
    asked = [row["word"] for each in OPEN.values() for row in reading.rows("query_words", text=each["title"])]
    assert {"payments", "m", "c++"} <= set(asked) <= set(reading.vocabulary("positions"))


def test_the_site_can_write_nothing(site):
    with pytest.raises(duckdb.InvalidInputException):
        Publications(site.place).newest().select("DELETE FROM positions", {})
