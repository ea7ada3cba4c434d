"""Published values in a reader's words."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from hub import words
from warehouse import vocabulary as v


@pytest.mark.parametrize(
    ("low", "high", "currency", "unit", "said"),
    [
        (None, None, "EUR", "YEAR", None),
        ("90000.00", "118500.00", "EUR", "YEAR", "EUR 90,000–118,500 a year"),
        ("325000.00", "402000.00", "USD", None, "USD 325,000–402,000"),
        ("20.00", "22.50", "USD", "HOUR", "USD 20–22.50 an hour"),
        ("500.00", "500.00", None, "DAY", "500 a day"),
        ("4000.00", None, "CHF", "MONTH", "CHF from 4,000 a month"),
        (None, "900.00", "GBP", "WEEK", "GBP up to 900 a week"),
        ("0.00", "0.00", "EUR", "HOUR", "EUR 0 an hour"),
        ("1.00", "2.00", "EUR", "FORTNIGHT", "EUR 1–2"),
    ],
)
def test_pay(low, high, currency, unit, said):
    amounts = {"base_salary_min": low and Decimal(low), "base_salary_max": high and Decimal(high)}
    assert words.pay({**amounts, "base_salary_currency": currency, "base_salary_unit": unit}) == said


@pytest.mark.parametrize(
    ("amount", "currency", "kind", "said"),
    [
        ("12500.00", "USD", "cash", "USD 12,500"),
        ("900.50", None, "cash", "900.50"),
        (None, None, "jobs", "Jobs"),
        (None, None, "none_stated", None),
        (None, None, None, None),
    ],
)
def test_prize(amount, currency, kind, said):
    row = {"prize_amount": amount and Decimal(amount), "prize_currency": currency, "prize_kind": kind}
    assert words.prize(row) == said


def test_days_and_instants_are_in_utc():
    late = datetime(2026, 11, 3, 1, 30, tzinfo=timezone(timedelta(hours=9)))
    assert words.day(late) == "2 Nov 2026"
    assert words.instant(late) == "2 Nov 2026, 16:30 UTC"
    assert words.day(date(2026, 11, 3)) == "3 Nov 2026"
    assert words.instant(datetime(2026, 1, 9, 0, 5, tzinfo=UTC)) == "9 Jan 2026, 00:05 UTC"


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://acme.example/apply?x=1", True),
        ("HTTP://acme.example", True),
        ("mailto:jobs@acme.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//acme.example", False),
        ("/openings", False),
        ("http://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_pages_and_mail_become_links(url, may):
    assert words.linkable(url) is may


@pytest.mark.parametrize(
    "listed", [v.Level, v.WorkplaceType, v.EmploymentType, v.AttendanceMode, v.MatchReason, v.CloseReason]
)
def test_every_word_of_a_closed_list_has_words_for_a_reader(listed):
    assert [word for word in listed if word not in words.WORDS] == [word for word in listed if word == "none"]


def test_a_word_of_a_later_version_is_shown_as_it_is():
    assert words.words("four_day_week") == "Four day week"


@pytest.mark.parametrize(
    ("html", "outlined"),
    [
        ("<h1>A</h1><h4>B</h4><h1>C</h1>", "<h3>A</h3><h4>B</h4><h3>C</h3>"),
        ("<h3>A</h3>", "<h3>A</h3>"),
        ("<h1>A</h1><h2>B</h2><h3>C</h3><h5>D</h5><h6>E</h6>", "<h3>A</h3><h4>B</h4><h5>C</h5><h6>D</h6><h6>E</h6>"),
        ("<p>&lt;h1&gt; <hr></p>", "<p>&lt;h1&gt; <hr></p>"),
    ],
)
def test_headings_of_a_description_come_below_those_of_its_page(html, outlined):
    assert words.outlined(html) == outlined


@pytest.mark.parametrize(("count", "said"), [(0, "0 places"), (1, "1 place"), (1200, "1,200 places")])
def test_counted(count, said):
    assert words.counted(count, "place", "places") == said


NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
LATE = datetime(2026, 11, 22, 23, 50, tzinfo=UTC)
AHEAD = [
    (date(2026, 11, 22), NOW, "today"),
    (date(2026, 11, 22), LATE, "today"),
    (date(2026, 11, 23), LATE, "tomorrow"),
    (date(2026, 12, 4), NOW, "in 12 days"),
    (date(2027, 3, 1), NOW, "in 99 days"),
    (date(2027, 3, 2), NOW, "in about 3 months"),
    (date(2026, 11, 21), NOW, "yesterday"),
    (date(2026, 11, 19), NOW, "3 days ago"),
    (date(2026, 5, 22), NOW, "about 6 months ago"),
    (NOW, NOW, "in less than an hour"),
    (NOW + timedelta(minutes=59), NOW, "in less than an hour"),
    (NOW + timedelta(minutes=60), NOW, "in 1 hour"),
    (NOW + timedelta(hours=47, minutes=59), NOW, "in 47 hours"),
    (NOW + timedelta(hours=48), NOW, "in 2 days"),
    (NOW - timedelta(minutes=1), NOW, "earlier today"),
    (NOW - timedelta(hours=11), NOW, "yesterday"),
    (datetime(2026, 11, 24, 19, 0, tzinfo=timezone(timedelta(hours=9))), NOW, "in 2 days"),
]


@pytest.mark.parametrize(("deadline", "now", "said"), AHEAD)
def test_how_far_off_a_deadline_is(deadline, now, said):
    assert words.ahead(deadline, now) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [("BE", "Belgium"), ("TW", "Taiwan"), ("RU", "Russia"), ("Europe", "Europe"), ("XX", "XX")],
)
def test_countries_by_name(code, said):
    assert words.country(code) == said


@pytest.mark.parametrize(
    ("stated", "code", "said"),
    [
        ("Ghent, BE", "BE", "Ghent, Belgium"),
        ("Ghent (BE)", "BE", "Ghent (Belgium)"),
        ("Remote - US", "US", "Remote - United States"),
        ("US", "US", "United States"),
        ("Ghent, Belgium", "BE", "Ghent, Belgium"),
        ("Wilmington, DE", "US", "Wilmington, DE"),
        ("Los Angeles, CA, US", "US", "Los Angeles, CA, United States"),
        ("BE-Team, Ghent", "BE", "BE-Team, Ghent"),
        ("Europe", None, "Europe"),
        (None, "BE", None),
    ],
)
def test_a_place_ends_with_its_country_in_words(stated, code, said):
    assert words.place({"location": stated, "address_country": code}) == said


@pytest.mark.parametrize(
    ("url", "said"),
    [("https://www.acme.example/jobs", "acme.example"), ("mailto:a@b.example", None), ("http://[broken", None)],
)
def test_the_site_an_address_leads_to(url, said):
    assert words.host(url) == said
