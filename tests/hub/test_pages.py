"""The pages of the hub: home and skills, foreign texts in any page, addresses that lead nowhere."""

import json
from datetime import date, timedelta

import pytest

from hub.pages import MOST_CARDS, MOST_COMPANIES
from tests.small_warehouse import AS_OF

HOSTILE = "<script>alert(1)</script> & \"Sons' <img src=x onerror=alert(2)>"


def test_home_lists_every_skill_with_its_open_counts(small, publish_small, site):
    small.posting("p1", hubs=["product-management", "marketing"])
    small.challenge("c1", application_deadline=date(2026, 12, 1))
    publish_small()
    answer = site.get("/")
    assert answer.status == 200
    assert answer.all(".hub") == [
        "Marketing 1 position · 0 challenges",
        "Product Management 1 position · 1 challenge",
        "UX Design 0 positions · 0 challenges",
    ]
    links = [link.attributes["href"] for link in answer.page.css(".hub a")]
    assert [site.get(link).status for link in links] == [200, 200, 200]


def test_an_empty_skill_says_so_as_published(empty):
    answer = empty.get("/skills/product-management")
    assert answer.status == 200
    assert answer.all(".listing.empty") == [
        "No Product Management challenges yet Product Management challenges are coming soon. Browse all challenges",
        "No Product Management positions yet New Product Management positions are added regularly. Browse all openings",
    ]
    assert [link.attributes["href"] for link in answer.page.css(".browse")] == ["/challenges", "/openings"]
    assert answer.all(".card") == answer.all("#companies") == []


def test_a_populated_skill_shows_cards_and_who_is_hiring(small, publish_small, site):
    pay = {
        "base_salary_min": 90000,
        "base_salary_max": 118500,
        "base_salary_currency": "EUR",
        "base_salary_unit": "YEAR",
    }
    places = [{"location": "Ghent, Belgium"}, {"location": "Oslo, Norway"}]
    facts = {"location": "Ghent, Belgium", "workplace_type": "hybrid", "date_posted": date(2026, 11, 3)}
    small.posting("p1", places=json.dumps(places), **pay, **facts)
    small.challenge("c1", organizer="Kiln Street", application_deadline=date(2026, 12, 1), prize_amount=12500)
    publish_small()
    answer = site.get("/skills/product-management")
    assert answer.all("h2") == [
        "What is Product Management?",
        "Why Product Management matters for your career",
        "Career paths using Product Management",
        "Product Management challenges",
        "Product Management positions",
        "Practice Product Management with real-world challenges",
        "Frequently asked questions",
    ]
    assert answer.all(".glance li") == ["1 open position", "1 challenge", "1 company hiring"]
    assert answer.all(".card") == [
        "Build for Good Kiln Street Prizes: 12,500 Hackathon Open Enter by 1 Dec 2026, in 9 days",
        "Product Manager Acme Robotics Ghent, Belgium and 1 more EUR 90,000–118,500 a year "
        "Senior PM Hybrid Posted 3 Nov 2026",
    ]
    assert answer.all(".companies li") == ["Acme Robotics 1 position at Acme Robotics"]
    assert [link.attributes["href"] for link in answer.page.css(".companies a")] == [
        "/companies/acme-robotics",
        "/openings?hub=product-management&company=acme-robotics",
    ]
    browse = [link.attributes["href"] for link in answer.page.css(".browse")]
    assert browse == ["/challenges?hub=product-management", "/openings?hub=product-management"]


def test_a_skill_is_explained_as_published(small, publish_small, site):
    small.posting("p1")
    small.posting("p2", hubs=["marketing", "product-management"])
    publish_small()
    answer = site.get("/skills/product-management")
    told = [answer.page.css_first(f"#{name}").parent.css_first("p").text() for name in TOLD]
    assert told == [
        "Finding out what people need.",
        "It decides what is built.",
        "Up the ladder.",
        "Take a real problem.",
    ]
    assert answer.all(".ladder li") == ["Associate PM none open", "PM none open", "Senior PM 1 open", "CPO none open"]
    steps = [link.attributes["href"] for link in answer.page.css(".ladder a")]
    assert steps == ["/openings?hub=product-management&level=senior"]
    assert answer.all(".faq details > p") == ["No, <b>not</b> at all.", "Mostly."]
    assert answer.all(".faq summary") == ["Do I need a degree?", "Is it fun?"]


TOLD = ("definition", "why_it_matters", "career_paths", "practice")


def test_a_skill_without_texts_leaves_their_sections_out(empty):
    assert empty.get("/skills/ux-design").all("h2") == ["No UX Design challenges yet", "No UX Design positions yet"]


def test_one_section_may_be_empty_while_the_other_is_not(small, publish_small, site):
    small.challenge("c1", is_evergreen=True, hubs=["marketing"])
    publish_small()
    answer = site.get("/skills/marketing")
    assert answer.all("h2") == ["Marketing challenges", "No Marketing positions yet"]
    assert answer.all(".glance li") == ["1 challenge"]
    assert answer.all(".listing.populated .card") == ["Build for Good Hackathon Evergreen"]


def test_a_long_skill_shows_the_newest_cards_and_the_first_companies(small, publish_small, site, as_of):
    count = MOST_COMPANIES + 1
    for number in range(count):
        company = {"company": f"Company {number:02d}", "company_slug": f"company-{number}"}
        small.posting(f"p{number}", date_posted=(as_of - timedelta(days=number)).date(), **company)
    publish_small()
    answer = site.get("/skills/product-management")
    expected = [f"/positions/p{number}" for number in range(MOST_CARDS)]
    assert [link.attributes["href"] for link in answer.page.css(".card a")] == expected
    assert len(answer.all(".companies li")) == MOST_COMPANIES
    assert f"{count} open positions at {count} companies." in answer.text
    assert "And 1 more company." in answer.text


@pytest.fixture(scope="module")
def hostile(site_over):
    def fill(small):
        foreign = {"title": HOSTILE, "company": HOSTILE, "location": HOSTILE, "department": HOSTILE}
        small.posting("p1", description_text=HOSTILE, **foreign)
        small.posting("p2", closed_at=AS_OF, **foreign)

    return site_over(fill)


@pytest.mark.parametrize("address", ["/openings", "/skills/product-management", "/positions/p1", "/positions/p2"])
def test_foreign_texts_stay_texts(hostile, address):
    answer = hostile.get(address)
    assert answer.page.css("script, img, [onerror]") == []
    assert HOSTILE in answer.text


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/skills/juggling", "No such skill"),
        ("/positions/juggling", "No such position"),
        ("/challenges/juggling", "No such challenge"),
        ("/companies/juggling", "No such company"),
        ("/positions/%00%ff'--", "No such position"),
        ("/positions/" + "x" * 5000, "No such position"),
    ],
)
def test_what_is_unknown_leads_to_what_is_known(empty, address, heading):
    answer = empty.get(address)
    assert (answer.status, answer.all("h1")) == (404, [heading])
    assert answer.all(".hub a") == ["Marketing", "Product Management", "UX Design"]


def test_a_mistyped_skill_is_guessed(empty):
    answer = empty.get("/skills/Product-Managment")
    assert answer.status == 404
    assert answer.all(".browse") == ["Did you mean Product Management?"]
    assert answer.page.css_first(".browse").attributes["href"] == "/skills/product-management"
