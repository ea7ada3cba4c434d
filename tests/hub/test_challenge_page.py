"""One challenge: all that its sources said, its deadline and teams, closed."""

from datetime import date, timedelta

import pytest

from tests.small_warehouse import AS_OF
from warehouse.models.history import IntRedirect


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
TEAMS = [(3, 3, "3"), (2, None, "at least 2"), (None, 5, "up to 5"), (1, 4, "1–4")]


@pytest.fixture(scope="module")
def several(site_over):
    """The site over a challenge for each countdown and each team, by their places in these lists."""

    def fill(small):
        for number, (fields, _) in enumerate(COUNTDOWNS):
            small.challenge(f"dated{number}", **fields)
        for number, (low, high, _) in enumerate(TEAMS):
            small.challenge(f"team{number}", is_evergreen=True, team_size_min=low, team_size_max=high)

    return site_over(fill)


@pytest.mark.parametrize("number", range(len(COUNTDOWNS)))
def test_a_challenge_counts_down_to_the_deadline_it_states(several, number):
    assert several.get(f"/challenges/dated{number}").all(".countdown") == COUNTDOWNS[number][1]


@pytest.mark.parametrize("number", range(len(TEAMS)))
def test_team_sizes(several, number):
    assert f"Team size{TEAMS[number][2]}" in several.get(f"/challenges/team{number}").all(".facts-list > div")


def test_a_closed_challenge_keeps_its_page_but_is_on_no_list(small, publish_small, site):
    small.challenge("c1", end_date=date(2026, 11, 1))
    publish_small()
    answer = site.get("/challenges/c1")
    assert answer.status == 200
    assert answer.all(".notice") == ["This hackathon is closed."]
    assert answer.all("a.apply") == ["See it at the source"]
    for address in ("/challenges", "/challenges?hub=product-management", "/skills/product-management"):
        assert site.get(address).all(".card") == []


@pytest.fixture(scope="module")
def merged(site_over):
    def fill(small):
        small.challenge("c1")
        small.posting("p1")
        for old, new in [("c0", "c1"), ("p0", "p1")]:
            small.add(IntRedirect, old_id=old, position_id=new, reason="merged", occurred_at=AS_OF)

    return site_over(fill)


@pytest.mark.parametrize("section", ["/challenges", "/api/v1/challenges"])
def test_an_id_that_was_merged_leads_to_its_successor(merged, section):
    answer = merged.get(f"{section}/c0")
    assert (answer.status, answer.headers["location"]) == (301, f"{section}/c1")
    assert merged.get(answer.headers["location"]).status == 200
    assert merged.get(f"{section}/p0").status == 404
