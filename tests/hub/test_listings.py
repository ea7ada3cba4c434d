"""The paged lists: newest first, every listing once, of all skills or one; and queries that mean nothing."""

from datetime import date, timedelta

import pytest

from hub.listings import PAGE_SIZE


@pytest.fixture(scope="module")
def many(site_over):
    """The site over two full pages of openings and one more, of which every tenth is marketing."""

    def fill(small):
        for number in range(2 * PAGE_SIZE + 1):
            hubs = ["marketing"] if number % 10 == 0 else ["product-management"]
            posted = date(2026, 11, 22) - timedelta(days=number * 37 % 101) if number % 3 else None
            small.posting(f"p{number}", title=f"Opening {number}", date_posted=posted, hubs=hubs)

    return site_over(fill)


def listed(answer):
    return [link.attributes["href"] for link in answer.page.css(".card a")]


def days(answer):
    return [node.attributes["datetime"][:10] for node in answer.page.css(".card time")]


def test_pages_hold_every_opening_once_and_newest_first(many):
    answers = [many.get(f"/openings?page={number}") for number in (1, 2, 3)]
    assert [len(listed(answer)) for answer in answers] == [PAGE_SIZE, PAGE_SIZE, 1]
    everything = [path for answer in answers for path in listed(answer)]
    assert sorted(everything) == sorted(f"/positions/p{number}" for number in range(2 * PAGE_SIZE + 1))
    shown = [day for answer in answers for day in days(answer)]
    assert shown == sorted(shown, reverse=True)
    assert "101 open positions." in answers[0].text


def test_pages_lead_to_one_another(many):
    links = {
        number: [
            (link.attributes["rel"], link.attributes["href"])
            for link in many.get(f"/openings?page={number}").page.css("nav.pages a")
        ]
        for number in (1, 2, 3)
    }
    assert links == {
        1: [("next", "/openings?page=2")],
        2: [("prev", "/openings"), ("next", "/openings?page=3")],
        3: [("prev", "/openings?page=2")],
    }


def test_a_list_of_one_skill_holds_its_listings_only(many):
    answer = many.get("/openings?hub=marketing")
    assert sorted(listed(answer)) == sorted(f"/positions/p{number}" for number in range(0, 101, 10))
    assert answer.all("h1") == ["Marketing positions"]
    assert answer.all("nav.pages") == []
    assert many.get("/openings?hub=product-management&page=2").status == 200


def test_challenges_newest_first_then_by_deadline(small, publish_small, site, as_of):
    small.challenge("late", application_deadline=date(2027, 3, 1))
    small.challenge("soon", application_deadline=date(2026, 12, 1))
    small.challenge("ever", is_evergreen=True, hubs=["marketing"])
    small.challenge("new", application_deadline=date(2027, 9, 1), first_seen_at=as_of)
    small.challenge("over", application_deadline=date(2026, 1, 1))
    publish_small()
    assert listed(site.get("/challenges")) == [f"/challenges/{name}" for name in ("new", "soon", "late", "ever")]
    assert listed(site.get("/challenges?hub=marketing")) == ["/challenges/ever"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/openings", "All openings 0 open positions."),
        ("/challenges?hub=", "All challenges 0 challenges."),
        ("/openings?hub=ux-design", "No UX Design positions yet New UX Design positions are added regularly."),
        ("/challenges?hub=ux-design", "No UX Design challenges yet UX Design challenges are coming soon."),
    ],
)
def test_an_empty_list_is_a_page_that_says_so(empty, address, said):
    answer = empty.get(address)
    assert answer.status == 200
    assert said in answer.text


@pytest.mark.parametrize(
    ("query", "status", "way_on"),
    [
        ("page=999999", 404, "/openings?page=3"),
        ("page=4", 404, "/openings?page=3"),
        ("hub=marketing&page=2", 404, "/openings?hub=marketing"),
        ("page=abc", 400, "/openings"),
        ("page=%20", 400, "/openings"),
        ("page=0", 400, "/openings"),
        ("page=-1", 400, "/openings"),
        ("page=1.5", 400, "/openings"),
        ("page=%D9%A3", 400, "/openings"),
        ("page=" + "9" * 5000, 400, "/openings"),
        ("page=%00%ff<script>", 400, "/openings"),
        ("hub=marketing'--", 404, "/skills/marketing"),
        ("hub=%00%ff", 404, None),
        ("hub=" + "a" * 5000, 404, None),
    ],
)
def test_a_query_that_means_nothing_is_answered_helpfully(many, query, status, way_on):
    answer = many.get(f"/openings?{query}")
    assert answer.status == status
    link = answer.page.css_first(".browse")
    assert (link and link.attributes["href"]) == way_on
    assert way_on is None or many.get(way_on).status == 200
    assert len(answer.all(".hub")) == 3
    assert len(answer.text) < 1000
    assert answer.page.css("script") == []
