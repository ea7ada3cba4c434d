"""The page of one company."""

from datetime import timedelta

from hub.companies import MOST_CARDS


def test_a_company_shows_what_it_has_open_and_closed(small, publish_small, site, as_of):
    small.posting("p1", hubs=["product-management", "marketing"], title="Product Lead")
    small.posting("p2", hubs=["marketing"], location="Ghent")
    small.posting("p3", closed_at=as_of - timedelta(days=2), location="Oslo", title="Growth Lead")
    small.posting("p4", company="Orbit", company_slug="orbit")
    publish_small({"lever:acme": "https://acme.example/careers"})
    answer = site.get("/companies/acme-robotics")
    assert (answer.status, answer.all("h1")) == (200, ["Acme Robotics"])
    assert answer.all(".lead") == ["2 open positions."]
    assert answer.page.css_first(".head a.button").attributes["href"] == "https://acme.example/careers"
    assert answer.all(".companies li") == ["Marketing 2 positions", "Product Management 1 position"]
    link = answer.page.css_first(".companies a").attributes["href"]
    assert link == "/openings?company=acme-robotics&hub=marketing"
    assert sorted(link.attributes["href"] for link in answer.page.css(".card a")) == ["/positions/p1", "/positions/p2"]
    assert answer.all(".rows li") == ["Growth Lead Oslo · closed 20 Nov 2026"]
    assert site.get(answer.page.css_first(".rows a").attributes["href"]).status == 410


def test_a_company_with_nothing_open_keeps_its_page(small, publish_small, site, as_of):
    small.posting("p1", closed_at=as_of)
    publish_small()
    answer = site.get("/companies/acme-robotics")
    assert answer.status == 200
    assert answer.all(".lead") == ["No open positions right now."]
    assert answer.all("h2") == ["No Acme Robotics positions right now", "Closed lately"]


def test_a_company_with_many_shows_the_newest_and_the_way_to_all(small, publish_small, site, as_of):
    for number in range(MOST_CARDS + 1):
        small.posting(f"p{number}", date_posted=(as_of - timedelta(days=number)).date())
    publish_small()
    answer = site.get("/companies/acme-robotics")
    shown = [link.attributes["href"] for link in answer.page.css(".card a")]
    assert shown == [f"/positions/p{number}" for number in range(MOST_CARDS)]
    assert answer.all(".browse") == [f"Browse all {MOST_CARDS + 1} positions"]
