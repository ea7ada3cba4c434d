import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.normalise.pay import Pay, read_pays
from warehouse.readings import PayReading

PARTS = ["$", "€", "100,000", "-", "120k", "k", "M", "salary", "pay", "/hr", "per", "year", "USD", ".", ",", "\n"]


def figures(pays: list[Pay]) -> list[tuple[object, ...]]:
    def plain(amount: Decimal | None) -> float | None:
        return None if amount is None else float(amount)

    return [(plain(pay.minimum), plain(pay.maximum), pay.currency, pay.unit) for pay in pays]


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (PayReading(150000, 180000, "USD", "per-year-salary"), (150000, 180000, "USD", "YEAR")),
        (PayReading(14.5, 17, "GBP", "per-hour-wage"), (14.5, 17, "GBP", "HOUR")),
        (PayReading(1200, 1400, "EUR", "1 MONTH"), (1200, 1400, "EUR", "MONTH")),
        (PayReading(900, 1000, "EUR", "1 WEEK"), (900, 1000, "EUR", "WEEK")),
        (PayReading("96000.0", "128000.0", "USD"), (96000, 128000, "USD", None)),
        (PayReading("96,000", None, "usd", "yearly"), (96000, None, "USD", "YEAR")),
        (PayReading(200000, 100000, "USD", "YEAR"), (100000, 200000, "USD", "YEAR")),
        (PayReading(0, 90000, "USD", "YEAR"), (None, 90000, "USD", "YEAR")),
        (PayReading(50, 60, "USD", "NONE"), (50, 60, "USD", None)),
        (PayReading(50, 60, "XXQ", "YEAR"), (50, 60, None, "YEAR")),
        (PayReading(50, 60, "€", "HOUR"), (50, 60, "EUR", "HOUR")),
        (PayReading(0.1 + 0.2, 1, "USD", "HOUR"), (0.3, 1, "USD", "HOUR")),
    ],
)
def test_the_platforms_own_figures(reading: PayReading, expected: tuple[object, ...]) -> None:
    assert figures(read_pays([reading], None, None)) == [expected]


@pytest.mark.parametrize(
    "reading",
    [
        PayReading(0, 0, "USD", "YEAR"),
        PayReading("0.0", "0.0", "USD"),
        PayReading(None, None, "USD", "YEAR"),
        PayReading("", "", "USD"),
        PayReading(-5, None, "USD"),
        PayReading("n/a", None, "USD"),
        PayReading(True, None, "USD"),
        PayReading(float("nan"), float("inf"), "USD"),
        PayReading(10**15, None, "USD"),
        PayReading(5000, 5000, "USD", "one-time"),
        PayReading(5000, 5000, "USD", "1 TIME"),
    ],
)
def test_what_is_no_pay_range(reading: PayReading) -> None:
    assert read_pays([reading], None, None) == []


@pytest.mark.parametrize(
    ("place", "text", "country", "expected"),
    [
        ("Annual Salary:", "$148,000 - $182,500 USD", None, (148000, 182500, "USD", "YEAR", None)),
        ("Ireland Annual Pay Range", "€91.000 - €112.000 EUR", None, (91000, 112000, "EUR", "YEAR", "Ireland")),
        ("Pay Range", "$157,000 - $185,000", "US", (157000, 185000, "USD", None, None)),
        ("Pay Range", "$157,000 - $185,000", None, (157000, 185000, None, None, None)),
        ("Canada Pay Range", "$157,000 - $185,000", "US", (157000, 185000, "CAD", None, "Canada")),
        ("Hourly rate (New York)", "$30.50 - $41.00 USD", None, (30.5, 41, "USD", "HOUR", "New York")),
        ("India Annual Pay Range", "₹25,90,000 - ₹37,00,000 INR", None, (2590000, 3700000, "INR", "YEAR", "India")),
    ],
)
def test_a_pay_block_in_words(place: str, text: str, country: str | None, expected: tuple[object, ...]) -> None:
    pays = read_pays([PayReading(place=place, text=text)], None, country)
    assert [(*numbers, pay.place) for numbers, pay in zip(figures(pays), pays, strict=True)] == [expected]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("USA", "USA"),
        ("Canada", "Canada"),
        ("SF or NYC", "SF"),
        ("Denver & Houston - Leadership", "Denver"),
        ("EU - Level 4", None),
        ("Senior", None),
        ("GBR - Level 5", "GBR"),
        ("NYC Compensation Range", "NYC"),
        (None, None),
    ],
)
def test_the_title_of_a_tier_is_a_place_only_where_it_names_one(title: str | None, place: str | None) -> None:
    assert read_pays([PayReading(1, 2, "USD", "YEAR", title)], None, None)[0].place == place


def test_each_range_once_and_the_one_with_a_place_stays() -> None:
    same = [
        PayReading(1, 2, "USD", "YEAR"),
        PayReading(1, 2, "USD", "YEAR", "USA"),
        PayReading(3, 4, "CAD", "YEAR", "CAN"),
    ]
    assert [(pay.place, pay.minimum) for pay in read_pays(same, None, None)] == [("USA", 1), ("CAN", 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The base salary range is $120,000 - $150,000 per year.", (120000, 150000, "USD", "YEAR")),
        ("Salary: $120,000 to $150,000", (120000, 150000, "USD", None)),
        ("Annual salary: $120K-$150K", (120000, 150000, "USD", "YEAR")),
        ("Compensation: $120-150k", (120000, 150000, "USD", None)),
        ("Pay: $40.50 - $52/hr", (40.5, 52, "USD", "HOUR")),
        ("Pay: $40/hr - $52/hr", (40, 52, "USD", "HOUR")),
        ("Our hourly pay is $25 per hour.", (25, 25, "USD", "HOUR")),
        ("Gehalt: 60.000 € bis 75.000 € pro Jahr", (60000, 75000, "EUR", "YEAR")),
        ("salary between £45,000 and £55,000", (45000, 55000, "GBP", None)),
        ("the salary is CHF 110'000 \u2013 CHF 130'000 per annum", (110000, 130000, "CHF", "YEAR")),
        ("OTE: CA$300K \u2013 CA$363K", (300000, 363000, "CAD", None)),
        ("Salary range: 55K€ - 65K€", (55000, 65000, "EUR", None)),
        ("Annual base pay\n$165,000 - $200,000 USD", (165000, 200000, "USD", "YEAR")),
        ("$90,000 - $95,000 base salary plus a bonus", (90000, 95000, "USD", None)),
        ("With 5 years of experience, salary is $90,000 - $95,000", (90000, 95000, "USD", None)),
        # what is added to pay does not make it something else
        ("Base Salary Range $200-260K + equity", (200000, 260000, "USD", None)),
        ("Hourly pay is $32 - $36/hr, plus equity and bonus", (32, 36, "USD", "HOUR")),
        ("Equity and a salary of $90,000 - $95,000", (90000, 95000, "USD", None)),
        ("What we offer: $210k - $250k + equity", (210000, 250000, "USD", None)),
        # the two ends in every spelling
        ("$45.50 - $60/hr", (45.5, 60, "USD", "HOUR")),
        ("Compensation is $18- $22 an hour", (18, 22, "USD", "HOUR")),
        ("Salary: $154-190,000 DOE", (154000, 190000, "USD", None)),
        ("Salary is between $333,000 USD -and $451,000 USD", (333000, 451000, "USD", None)),
        ("Salary: 45 000 - 55 000 euros brut par an", (45000, 55000, "EUR", "YEAR")),
        ("CTC: 12-18 LPA", (1200000, 1800000, "INR", "YEAR")),
        ("Salary: 12 - 15 lakhs per annum", (1200000, 1500000, "INR", "YEAR")),
        ("Salary: Rs. 50,000 - 70,000 per month", (50000, 70000, None, "MONTH")),
        ("Salary: ₹12,00,000 – ₹18,00,000", (1200000, 1800000, "INR", None)),
        ("Wynagrodzenie (salary): 18 000 - 24 000 zł", (18000, 24000, "PLN", None)),
        ("Salary range: 110K to 160K OTE", (110000, 160000, None, None)),
        ("Pay range\n$28\u2014$32 USD", (28, 32, "USD", None)),
        # one figure alone, and one end alone
        ("The estimated salary is $105k plus commission and equity", (105000, 105000, "USD", None)),
        ("The monthly rate for this internship is $11,000 + housing stipend", (11000, 11000, "USD", "MONTH")),
        ("Salary up to 65K€ and 15K€ bonus", (None, 65000, "EUR", None)),
        ("Hourly rate: up to $30", (None, 30, "USD", "HOUR")),
        ("Gehalt: ab 50.000 Euro", (50000, None, "EUR", None)),
        ("We offer £90k+ salary", (90000, None, "GBP", None)),
    ],
)
def test_pay_that_a_description_states(text: str, expected: tuple[object, ...]) -> None:
    assert figures(read_pays([], text, "US")) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "We raised $50M to $60M in funding.",
        "We pay attention to $120,000 - $150,000 deals.",
        "Manage budgets of $100,000 - $500,000 and pay vendors",
        "Equity: $50,000 - $70,000 in options",
        "a bonus of $5,000 - $10,000",
        "Customers with $100,000 - $900,000 in revenue",
        "You get $500 - $1000 in credits.",
        "sign-on bonus: $10,000 - $20,000",
        "Competitive salary and 401(k).",
        "We serve 100,000 - 200,000 people. Pay is good.",
        "stipend of $100 per month for wellness",
        "Series B, $120,000 - $150,000 ARR; compensation follows",
        "salary: 3 - 5 years",
        "paid time off: 20 - 25 days",
        "Pay range: $1 - $900,000",
        "You get $500 per month credit. The salary is good.",
        "Competitive salary and company bonus (up to 15K€ per year)",
        "401k match up to 4% of salary",
        "Manage a budget of 500k€ per year. Salary: competitive",
        "Health: up to $10,000 per year for fertility, whatever your pay",
        "Salary between USD $73,100 in the lowest market and USD $117,000 in the highest market.",
        "Salary: 2024 - 2025",
        "We paid $0.55 USD per image",
        "salary and $150,000 - $200,000 quota",
    ],
)
def test_other_money_is_not_pay(text: str) -> None:
    assert read_pays([], text, "US") == []


def test_a_shared_sign_means_the_money_of_the_country() -> None:
    text = "Salary: $120,000 - $150,000"
    assert [read_pays([], text, country)[0].currency for country in ("US", "CA", "AU", "DE", None)] == [
        "USD",
        "CAD",
        "AUD",
        None,
        None,
    ]


def test_ranges_by_place_have_their_place_and_its_money() -> None:
    text = "Salary\n- New York: $120k - $150k\n- Canada: $100k - $130k\n- Senior: $90k - $95k"
    found = [(pay.place, pay.minimum, pay.currency) for pay in read_pays([], text, "US")]
    assert found == [("New York", 120000, "USD"), ("Canada", 100000, "CAD"), (None, 90000, "USD")]


def test_a_lone_figure_beside_a_range_is_a_part_of_it() -> None:
    text = "Salary: $120,000 - $150,000\nThe midpoint salary is $135,000"
    assert figures(read_pays([], text, "US")) == [(120000, 150000, "USD", None)]


def test_the_description_is_read_only_where_the_platform_states_nothing() -> None:
    text = "Salary: $120,000 - $150,000"
    assert figures(read_pays([PayReading(1000, 2000, "EUR", "MONTH")], text, "US")) == [(1000, 2000, "EUR", "MONTH")]
    assert len(read_pays([PayReading(0, 0, "EUR")], text, "US")) == 1


@given(st.text() | st.lists(st.sampled_from(PARTS)).map(" ".join))
def test_any_text_gives_ordered_amounts_that_fit(text: str) -> None:
    for pay in read_pays([], text, "US"):
        ends = [end for end in (pay.minimum, pay.maximum) if end is not None]
        assert ends == sorted(ends)
        assert ends
        assert all(0 < end < Decimal(10) ** 12 for end in ends)


@pytest.mark.parametrize(
    "part",
    ["$1 ", "1,000", "$10k-", "1.", "- $50\n", "salary $10 ", "$", "1 000 ", "up to ", "9" * 50, "401k ", "$1-$2/hr "],
)
def test_no_long_text_takes_long(part: str) -> None:
    text = (part * (200_000 // len(part) + 1))[:200_000]
    started = time.process_time()
    read_pays([], text, "US")
    assert time.process_time() - started < 5
