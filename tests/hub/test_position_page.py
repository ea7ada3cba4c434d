"""One position: all that its sources said, what is unknown, closed, merged into another."""

import json
from datetime import date, timedelta

import pytest

from hub.pages import MOST_SIMILAR
from tests.small_warehouse import AS_OF
from warehouse.models.history import IntRedirect


def test_a_position_page_shows_all_that_its_sources_said(small, publish_small, site):
    salaries = [
        {"minimum": 20, "maximum": 22.5, "currency": "USD", "unit": "HOUR", "place": "Ghent", "text": None},
        {"minimum": None, "maximum": None, "currency": None, "unit": None, "place": None, "text": "by agreement"},
    ]
    small.posting(
        "p1",
        salaries=json.dumps(salaries),
        places=json.dumps([{"location": "Ghent"}, {"location": "Oslo"}]),
        description_html="<p>Own the <strong>roadmap</strong>.</p>",
        language="nl",
        employment_type="FULL_TIME",
        workplace_type="remote",
        applicant_location_requirements=["BE", "NO"],
        department="Product",
        requisition_id="R-17",
        date_posted=date(2026, 11, 3),
        valid_through=date(2026, 12, 3),
        hubs=["product-management", "marketing"],
    )
    small.posting("p1", source="ashby:acme", is_canonical=False)
    publish_small()
    answer = site.get("/positions/p1")
    assert answer.status == 200
    assert answer.all("h1") == ["Product Manager"]
    assert answer.page.css_first("a.apply").attributes["href"] == "https://jobs.acme.example/p1/apply"
    assert answer.all(".facts-list > div") == [
        "PlacesGhentOslo",
        "PayUSD 20–22.50 an hour in Ghentby agreement",
        "LevelSenior PM",
        "WorkplaceRemote",
        "Remote for people inBelgium, Norway",
        "EmploymentFull time",
        "DepartmentProduct",
        "RequisitionR-17",
        "SeenFirst seen 13 Nov 2026, last seen 22 Nov 2026",
    ]
    assert answer.page.css_first(".prose [lang=nl] strong").text() == "roadmap"
    assert answer.all("section h3") == [
        "Product Management 91% sure, its main skill",
        "Marketing 91% sure",
    ]
    assert answer.all(".evidence li") == ["Its title says “product <b>manager</b>”."] * 2
    seen = "First seen 13 Nov 2026, last seen 22 Nov 2026"
    assert answer.all(".sources li") == [
        f"jobs.acme.example lever:acme, the record shown here {seen}",
        f"jobs.acme.example ashby:acme, same requisition or same page {seen}",
    ]


def test_a_position_of_which_nothing_is_known_is_a_page_all_the_same(small, publish_small, site):
    small.posting("p1", hubs=[], apply_url="javascript:alert(1)")
    publish_small()
    answer = site.get("/positions/p1")
    assert answer.status == 200
    assert answer.all(".facts-list > div") == ["PayNot stated", "SeenFirst seen 13 Nov 2026, last seen 22 Nov 2026"]
    assert "It fits no skill well enough, so it is on the list of all openings only." in answer.text
    assert not [link for link in answer.page.css("a") if link.attributes["href"].startswith("javascript")]


REASONS = {
    "absent": "closed on 20 Nov 2026: its source stopped listing it.",
    "expired": "closed on 20 Nov 2026: its last valid day has passed.",
    "page_gone": "closed on 20 Nov 2026: its own page is gone.",
    None: "closed on 20 Nov 2026.",
}


@pytest.fixture(scope="module")
def closed(site_over):
    """The site over a position closed for each reason, named for it."""

    def fill(small):
        for reason in REASONS:
            small.posting(str(reason), closed_at=AS_OF - timedelta(days=2), close_reason=reason)

    return site_over(fill)


@pytest.mark.parametrize(("reason", "said"), REASONS.items())
def test_a_closed_position_is_gone_with_its_day_and_reason(closed, reason, said):
    answer = closed.get(f"/positions/{reason}")
    assert answer.status == 410
    assert f"This position {said}" in answer.text
    assert answer.page.css_first(".browse").attributes["href"] == "/skills/product-management"
    assert answer.page.css("a.apply") == []


def test_a_closed_position_leads_to_open_ones_like_it(small, publish_small, site, as_of):
    small.posting("p1", closed_at=as_of, company_slug="acme-robotics")
    small.posting("p2", company="Orbit", company_slug="orbit", date_posted=date(2026, 11, 20))
    small.posting("p3", date_posted=date(2026, 10, 1))
    small.posting("p4", hubs=["marketing"])
    for number in range(MOST_SIMILAR):
        other = {"company": "Kiln", "company_slug": "kiln", "date_posted": date(2026, 11, 1)}
        small.posting(f"p{5 + number}", hubs=["product-management"], **other)
    publish_small()
    shown = [link.attributes["href"] for link in site.get("/positions/p1").page.css(".card a")]
    assert shown[:2] == ["/positions/p3", "/positions/p2"], "its own employer first, then the newest"
    assert len(shown) == MOST_SIMILAR
    assert "/positions/p4" not in shown


def test_a_closed_position_of_no_skill_leads_to_its_employers_others(small, publish_small, site, as_of):
    small.posting("p1", closed_at=as_of, hubs=[])
    small.posting("p2", hubs=["marketing"])
    small.posting("p3", hubs=["marketing"], company="Orbit", company_slug="orbit")
    publish_small()
    answer = site.get("/positions/p1")
    assert [link.attributes["href"] for link in answer.page.css(".card a")] == ["/positions/p2"]


def test_an_id_that_was_merged_leads_to_its_successor(small, publish_small, site, as_of):
    small.posting("p1")
    small.add(IntRedirect, old_id="p0", position_id="p1", reason="merged", occurred_at=as_of)
    publish_small()
    answer = site.get("/positions/p0")
    assert (answer.status, answer.headers["location"]) == (301, "/positions/p1")
    assert answer.headers["cache-control"] == "no-cache", "an id may be published again"
    assert site.get(answer.headers["location"]).status == 200
