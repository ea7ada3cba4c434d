"""Every state of the pages: skills, one skill, one position open or gone, one challenge."""

import json
from datetime import date, timedelta

import pytest

from hub.pages import MOST_CARDS, MOST_COMPANIES, MOST_SIMILAR
from warehouse.models.history import IntRedirect

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


def test_an_empty_skill_says_so_as_published(publish_small, site):
    publish_small()
    answer = site.get("/skills/product-management")
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


def test_a_skill_without_texts_leaves_their_sections_out(publish_small, site):
    publish_small()
    assert site.get("/skills/ux-design").all("h2") == ["No UX Design challenges yet", "No UX Design positions yet"]


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


@pytest.mark.parametrize("address", ["/openings", "/skills/product-management", "/positions/p1", "/positions/p2"])
def test_foreign_texts_stay_texts(small, publish_small, site, as_of, address):
    foreign = {"title": HOSTILE, "company": HOSTILE, "location": HOSTILE, "department": HOSTILE}
    small.posting("p1", description_text=HOSTILE, **foreign)
    small.posting("p2", closed_at=as_of, **foreign)
    publish_small()
    answer = site.get(address)
    assert answer.page.css("script, img, [onerror]") == []
    assert HOSTILE in answer.text


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("absent", "closed on 20 Nov 2026: its source stopped listing it."),
        ("expired", "closed on 20 Nov 2026: its last valid day has passed."),
        (None, "closed on 20 Nov 2026."),
    ],
)
def test_a_closed_position_is_gone_with_its_day_and_reason(small, publish_small, site, as_of, reason, said):
    small.posting("p1", closed_at=as_of - timedelta(days=2), close_reason=reason)
    publish_small()
    answer = site.get("/positions/p1")
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


def test_a_challenge_page_shows_all_that_its_sources_said(small, publish_small, site, as_of):
    small.challenge(
        "c1",
        organizer="Kiln Street",
        start_date=date(2026, 12, 5),
        end_date=date(2026, 12, 7),
        application_deadline=date(2026, 12, 1),
        application_deadline_at=as_of + timedelta(days=9, hours=1),
        attendance_mode="mixed",
        location="Dublin",
        prize_amount=100000,
        prize_currency="INR",
        prize_text="Winner: ₹100000",
        team_size_min=2,
        team_size_max=4,
        is_invite_only=True,
        themes=["Fintech", "Health"],
        description_html="<p>Build it.</p>",
    )
    publish_small()
    answer = site.get("/challenges/c1")
    assert answer.status == 200
    assert answer.all("a.apply") == ["Take part"]
    assert answer.all(".countdown") == ["Deadline in 9 days: 1 Dec 2026, 11:00 UTC"]
    assert answer.all(".facts-list > div") == [
        "KindHackathon",
        "StatusUpcoming",
        "Enter by1 Dec 2026, 11:00 UTC",
        "Starts5 Dec 2026",
        "Ends7 Dec 2026",
        "PlaceDublin",
        "AttendanceOnline and in person",
        "PrizesINR 100,000As stated: Winner: ₹100000",
        "Team size2–4",
        "EntryBy invitation only",
        "ThemesFintech, Health",
        "SeenFirst seen 13 Nov 2026, last seen 22 Nov 2026",
    ]
    assert answer.all(".evidence li") == ["Its title says “product <b>manager</b>”."]


COUNTDOWNS = [
    ({"application_deadline": date(2026, 11, 23)}, ["Deadline tomorrow: 23 Nov 2026"]),
    ({"application_deadline": date(2026, 11, 22), "end_date": date(2026, 12, 9)}, ["Deadline today: 22 Nov 2026"]),
    ({"end_date": date(2026, 12, 2)}, ["Last day in 10 days: 2 Dec 2026"]),
    ({"is_evergreen": True}, ["Open at any time"]),
    ({"end_date": date(2026, 11, 1)}, []),
]


@pytest.mark.parametrize(("fields", "said"), COUNTDOWNS)
def test_a_challenge_counts_down_to_the_deadline_it_states(small, publish_small, site, fields, said):
    small.challenge("c1", **fields)
    publish_small()
    assert site.get("/challenges/c1").all(".countdown") == said


@pytest.mark.parametrize(
    ("low", "high", "said"), [(3, 3, "3"), (2, None, "at least 2"), (None, 5, "up to 5"), (1, 4, "1–4")]
)
def test_team_sizes(small, publish_small, site, low, high, said):
    small.challenge("c1", is_evergreen=True, team_size_min=low, team_size_max=high)
    publish_small()
    assert f"Team size{said}" in site.get("/challenges/c1").all(".facts-list > div")


def test_a_closed_challenge_keeps_its_page_but_is_on_no_list(small, publish_small, site):
    small.challenge("c1", end_date=date(2026, 11, 1))
    publish_small()
    answer = site.get("/challenges/c1")
    assert answer.status == 200
    assert answer.all(".notice") == ["This hackathon is closed."]
    assert answer.all("a.apply") == ["See it at the source"]
    for address in ("/challenges", "/challenges?hub=product-management", "/skills/product-management"):
        assert site.get(address).all(".card") == []


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
def test_what_is_unknown_leads_to_what_is_known(publish_small, site, address, heading):
    publish_small()
    answer = site.get(address)
    assert (answer.status, answer.all("h1")) == (404, [heading])
    assert answer.all(".hub a") == ["Marketing", "Product Management", "UX Design"]


def test_a_mistyped_skill_is_guessed(publish_small, site):
    publish_small()
    answer = site.get("/skills/Product-Managment")
    assert answer.status == 404
    assert answer.all(".browse") == ["Did you mean Product Management?"]
    assert answer.page.css_first(".browse").attributes["href"] == "/skills/product-management"
