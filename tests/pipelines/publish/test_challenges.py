"""Published challenges: every one known, with a status from its dates at the run's clock (2026-11-22, 10:00 UTC)."""

from datetime import UTC, date, datetime

YESTERDAY, TODAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)
NEXT_MONTH = date(2026, 12, 20)
AT_NINE, AT_NOON = datetime(2026, 11, 22, 9, tzinfo=UTC), datetime(2026, 11, 22, 12, tzinfo=UTC)

STATUSES = [
    ("an exercise has no dates", {"is_evergreen": True}, "evergreen"),
    ("an exercise that its source took down", {"is_evergreen": True, "closed_at": AT_NINE}, "closed"),
    ("an exercise whose old dates are past", {"is_evergreen": True, "end_date": YESTERDAY}, "evergreen"),
    ("no date and no word", {}, "open"),
    ("the last day to enter is a day to enter", {"application_deadline": TODAY}, "open"),
    ("the day after it is not", {"application_deadline": YESTERDAY}, "closed"),
    ("a deadline decides, not the event's end", {"application_deadline": YESTERDAY, "end_date": NEXT_MONTH}, "closed"),
    ("an hour decides within the day", {"application_deadline": TODAY, "application_deadline_at": AT_NINE}, "closed"),
    ("before the hour", {"application_deadline": TODAY, "application_deadline_at": AT_NOON}, "open"),
    (
        "an hour decides over a day written in another time zone",
        {"application_deadline": YESTERDAY, "application_deadline_at": AT_NOON},
        "open",
    ),
    ("the event's end where no deadline is stated", {"end_date": YESTERDAY}, "closed"),
    ("the last day of the event", {"start_date": YESTERDAY, "end_date": TODAY}, "open"),
    ("the lifecycle closed it", {"application_deadline": TOMORROW, "closed_at": AT_NINE}, "closed"),
    ("it starts tomorrow", {"start_date": TOMORROW, "end_date": NEXT_MONTH}, "upcoming"),
    ("it starts today", {"start_date": TODAY, "end_date": NEXT_MONTH}, "open"),
    ("it starts after a deadline that its source says nothing about", {"start_date": NEXT_MONTH}, "upcoming"),
    (
        "entry is open before the event",
        {"start_date": NEXT_MONTH, "application_deadline": TOMORROW, "source_status": "LIVE"},
        "open",
    ),
    (
        "entry opens later",
        {"start_date": TOMORROW, "application_deadline": NEXT_MONTH, "source_status": "upcoming"},
        "upcoming",
    ),
    (
        "an open word alone opens no later event",
        {"start_date": NEXT_MONTH, "source_status": "open"},
        "upcoming",
    ),
    (
        "dates win over a stale word",
        {"application_deadline": YESTERDAY, "source_status": "open"},
        "closed",
    ),
    ("a word where there is no date: upcoming", {"source_status": "Upcoming"}, "upcoming"),
    ("a word where there is no date: closed", {"source_status": "ended"}, "closed"),
    (
        "a far deadline whose source says it is over",
        {"is_evergreen": True, "source_status": "Post-challenge"},
        "closed",
    ),
    ("called off", {"start_date": NEXT_MONTH, "source_status": "EventCancelled"}, "closed"),
    (
        "called off by its sponsor",
        {"application_deadline": TOMORROW, "source_status": "Cancelled - Client Request"},
        "closed",
    ),
    ("begun, without an end", {"start_date": YESTERDAY}, "closed"),
    (
        "begun, without an end, and its source calls it open",
        {"start_date": YESTERDAY, "source_status": "ongoing"},
        "open",
    ),
    ("begins today, without an end", {"start_date": TODAY}, "open"),
    ("a word nobody knows", {"source_status": "DRAFT"}, "open"),
]


def test_status(small, rows):
    for number, (case, fields, _) in enumerate(STATUSES):
        small.challenge(str(number), case, **fields)
    found = dict(rows("SELECT challenge_id, status FROM challenges"))
    assert found == {case: expected for case, _, expected in STATUSES}


def test_a_challenge_of_two_sources(small, rows):
    fields = {"themes": ["Fintech"], "prize_kind": "cash", "team_size_max": 4}
    small.challenge("1", "c1", hubs=[("marketing", 0.7), ("product-management", 0.4)], **fields)
    small.challenge("77", "c1", source="unstop:hackathons", is_canonical=False)
    found = rows(
        "SELECT name, themes, prize_kind, team_size_max, team_size_min, source_count, primary_hub, "
        "(SELECT list((source_id, identifier) ORDER BY source_id) FROM challenge_sources), "
        "(SELECT list((hub, score, is_primary) ORDER BY hub) FROM challenge_skills) FROM challenges"
    )
    sources = [("devpost:hackathons", "1"), ("unstop:hackathons", "77")]
    skills = [("marketing", 0.7, True), ("product-management", 0.4, False)]
    assert found == [("Build for Good", ["Fintech"], "cash", 4, None, 2, "marketing", sources, skills)]


def test_what_the_canonical_record_leaves_unsaid_comes_from_the_others(small, rows):
    small.challenge("1", "c1", start_date=TODAY, end_date=TOMORROW, prize_kind="none_stated", organizer="Oak Guild")
    deadline = {"application_deadline": TODAY, "application_deadline_at": AT_NOON}
    prize = {"prize_amount": 500, "prize_currency": "EUR", "prize_kind": "cash", "prize_text": "500 EUR"}
    second = {"source": "mlh:2027", "is_canonical": False, "organizer": "Larch Guild", "start_date": YESTERDAY}
    small.challenge("2", "c1", **second, **deadline, **prize, description_text="Build.", location="Ghent")
    found = rows(
        "SELECT organizer, start_date, application_deadline, application_deadline_at, prize_amount, prize_currency, "
        "prize_kind, prize_text, description_text, location, status FROM challenges"
    )
    assert found == [("Oak Guild", TODAY, TODAY, AT_NOON, 500, "EUR", "cash", "500 EUR", "Build.", "Ghent", "open")]


def test_an_evergreen_challenge_takes_no_dates_from_others(small, rows):
    small.challenge("1", "c1", is_evergreen=True)
    small.challenge(
        "2", "c1", source="mlh:2027", is_canonical=False, end_date=YESTERDAY, application_deadline=YESTERDAY
    )
    assert rows("SELECT end_date, application_deadline, status FROM challenges") == [(None, None, "evergreen")]
