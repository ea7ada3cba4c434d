"""Published positions: one row a vacancy, with the values of its canonical posting and what others fill in."""

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from warehouse.models.history import IntRedirect


def test_a_position_carries_its_canonical_posting(small, rows):
    small.posting(
        "1",
        "p1",
        title="Senior Product Manager, Payments",
        department="Product",
        address_country="DE",
        applicant_location_requirements=["DE", "AT"],
        base_salary_min=Decimal("90000.50"),
        base_salary_currency="EUR",
        date_posted=date(2026, 11, 1),
    )
    query = (
        "SELECT position_id, title, level, department, address_country, applicant_location_requirements, "
        "base_salary_min, base_salary_currency, base_salary_unit, date_posted, source_count, primary_hub FROM positions"
    )
    assert rows(query) == [
        (
            "p1",
            "Senior Product Manager, Payments",
            "pm",
            "Product",
            "DE",
            ["DE", "AT"],
            Decimal("90000.50"),
            "EUR",
            None,
            date(2026, 11, 1),
            1,
            "product-management",
        )
    ]


PAY = {"base_salary_min": Decimal(50), "base_salary_max": Decimal(60), "base_salary_unit": "HOUR"}
FILLS: list[tuple[str, dict[str, Any], list[dict[str, Any]], dict[str, Any]]] = [
    ("the canonical word wins", {"department": "Product"}, [{"department": "R&D"}], {"department": "Product"}),
    ("silence is filled", {}, [{"department": "R&D"}], {"department": "R&D"}),
    ("from the one seen first", {}, [{"department": "New"}, {"department": "Old", "age": 7}], {"department": "Old"}),
    ("never from a closed one", {}, [{"department": "R&D", "is_closed": True}], {"department": None}),
    (
        "both forms of a description and its language come together",
        {"language": "de"},
        [{"description_text": "Build it.", "description_html": "<p>Build it.</p>", "language": "en"}],
        {"description_text": "Build it.", "description_html": "<p>Build it.</p>", "language": "en"},
    ),
    (
        "a description the canonical posting has stays, with its language unsaid",
        {"description_text": "Ours."},
        [{"description_text": "Theirs.", "language": "en"}],
        {"description_text": "Ours.", "language": None},
    ),
    (
        "pay comes from one posting",
        {"base_salary_currency": "USD"},
        [PAY, {"base_salary_currency": "EUR"}],
        PAY | {"base_salary_currency": None},
    ),
    ("half a range is pay", {"base_salary_max": Decimal(9)}, [PAY], {"base_salary_min": None, "base_salary_max": 9}),
    (
        "dates: the earliest posted, the latest valid",
        {},
        [
            {"date_posted": date(2026, 11, 2), "valid_through": date(2026, 12, 1)},
            {"date_posted": date(2026, 11, 9), "valid_through": date(2026, 12, 9)},
        ],
        {"date_posted": date(2026, 11, 2), "valid_through": date(2026, 12, 9)},
    ),
]


def test_survivorship(small, rows, as_of):
    for case, canonical, others, _ in FILLS:
        small.posting(case, case, **canonical)
        for number, other in enumerate(others):
            fields = dict(other)
            first_seen_at = as_of - timedelta(days=fields.pop("age", number))
            closed_at = as_of if fields.pop("is_closed", False) else None
            extra = {"is_canonical": False, "first_seen_at": first_seen_at, "closed_at": closed_at}
            small.posting(case, case, source=f"ashby:acme-{number}", **fields, **extra)
    asked = sorted({name for *_, expected in FILLS for name in expected})
    found = rows(f"SELECT position_id, {', '.join(asked)} FROM positions")
    values = {row[0]: dict(zip(asked, row[1:], strict=True)) for row in found}
    assert {case: {name: values[case][name] for name in expected} for case, _, _, expected in FILLS} == {
        case: expected for case, _, _, expected in FILLS
    }


def test_a_source_counts_once_and_only_while_it_lists(small, rows, as_of):
    small.posting("1", "p1")
    small.posting("2", "p1", is_canonical=False)
    small.posting("3", "p1", source="ashby:acme", is_canonical=False)
    small.posting("4", "p1", source="workday:acme", is_canonical=False, closed_at=as_of)
    assert rows("SELECT source_count FROM positions") == [(2,)]


def test_a_closed_vacancy_moves_to_closed_positions(small, rows, as_of):
    small.posting("1", "p1", title="Closed one", closed_at=as_of, department="Product")
    small.posting("2", "p2", title="Open one")
    found = rows(
        "SELECT title, closed_at, close_reason, department, source_count FROM closed_positions "
        "UNION ALL SELECT title, NULL, NULL, department, source_count FROM positions"
    )
    assert found == [("Closed one", as_of, "absent", "Product", 1), ("Open one", None, None, None, 1)]


def test_places_are_named_and_told_once(small, rows):
    berlin = {"location": "Berlin, Germany", "address_locality": "Berlin", "address_country": "DE"}
    parts = {"location": None, "address_locality": "Ghent", "address_region": None, "address_country": "BE"}
    nothing = {"location": None, "address_locality": None}
    small.posting("1", "p1", places=json.dumps([berlin, berlin, parts, nothing]))
    found = rows(
        "SELECT location, address_locality, address_region, address_country FROM position_locations ORDER BY 1"
    )
    assert found == [("Berlin, Germany", "Berlin", None, "DE"), ("Ghent, BE", "Ghent", None, "BE")]


def test_pay_ranges_keep_their_order_and_place(small, rows):
    first = {
        "minimum": "100.10",
        "maximum": 120,
        "currency": "USD",
        "unit": "HOUR",
        "place": "New York",
        "text": "$100",
    }
    second = {"minimum": 80000, "maximum": None, "currency": None, "unit": None, "place": None, "text": None}
    small.posting("1", "p1", salaries=json.dumps([first, second]))
    assert rows("SELECT * FROM position_salaries ORDER BY range_number") == [
        ("p1", 1, "New York", Decimal("100.10"), Decimal("120.00"), "USD", "HOUR", "$100"),
        ("p1", 2, None, Decimal("80000.00"), None, None, None, None),
    ]


def test_every_posting_behind_a_position_is_listed_open_or_closed(small, rows, as_of):
    small.posting("a/b|c 1", "p1", source="greenhouse:a b")
    small.posting("2", "p1", is_canonical=False, closed_at=as_of)
    assert rows(
        "SELECT position_id, source_id, identifier, match_reason, closed_at FROM position_sources ORDER BY source_id"
    ) == [("p1", "greenhouse:a b", "a/b|c 1", "canonical", None), ("p1", "lever:acme", "2", "exact", as_of)]


def test_redirects_lead_to_positions_and_challenges(small, rows, as_of):
    small.posting("1", "p1")
    small.posting("2", "p2", closed_at=as_of)
    small.challenge("3", "c1")
    for old, new in [("p0", "p1"), ("p9", "p2"), ("c0", "c1")]:
        small.add(IntRedirect, old_id=old, position_id=new, reason="merged", occurred_at=as_of)
    found = rows("SELECT old_id, position_id, reason, occurred_at FROM position_redirects ORDER BY old_id")
    assert found == [("p0", "p1", "merged", as_of), ("p9", "p2", "merged", as_of)]
    assert rows("FROM challenge_redirects") == [("c0", "c1", "merged", as_of)]


def test_a_position_was_last_seen_when_any_of_its_records_was(small, rows, as_of):
    small.posting("1", "p1", last_seen_at=as_of - timedelta(days=2))
    small.posting("2", "p1", is_canonical=False, last_seen_at=as_of - timedelta(days=1))
    small.posting("3", "p1", is_canonical=False, last_seen_at=as_of - timedelta(days=3))
    assert rows("SELECT position_id, last_seen_at FROM positions") == [("p1", as_of - timedelta(days=1))]


def test_companies_count_their_open_positions_by_hub(small, rows, as_of):
    long_ago = as_of - timedelta(days=400)
    small.posting("1", "p1", company="ACME robotics", first_seen_at=long_ago, last_seen_at=long_ago, closed_at=long_ago)
    small.posting("2", "p2", hubs=[("product-management", 0.9), ("marketing", 0.6)], company_domain="acme.example")
    small.posting("3", "p3", hubs=[])
    small.posting("4", "p4", company="Gone Ltd", company_slug="gone", closed_at=as_of, source="ashby:gone")
    pages = {"lever:acme": "https://jobs.lever.example/acme"}
    found = rows(
        "SELECT company_slug, name, domain, open_position_count, open_position_count_by_hub, first_seen_at, "
        "careers_url FROM companies ORDER BY company_slug",
        careers_pages=pages,
    )
    counts = {"marketing": 1, "product-management": 1}
    assert found == [
        ("acme-robotics", "Acme Robotics", "acme.example", 2, counts, long_ago, pages["lever:acme"]),
        ("gone", "Gone Ltd", None, 0, {}, as_of - timedelta(days=9), None),
    ]
