from decimal import Decimal

import pytest

from pipelines.normalise.pay.ranges import Pay, read_pays
from warehouse.readings import PayReading


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


def test_the_description_is_read_only_where_the_platform_states_nothing() -> None:
    text = "Salary: $120,000 - $150,000"
    assert figures(read_pays([PayReading(1000, 2000, "EUR", "MONTH")], text, "US")) == [(1000, 2000, "EUR", "MONTH")]
    assert len(read_pays([PayReading(0, 0, "EUR")], text, "US")) == 1
