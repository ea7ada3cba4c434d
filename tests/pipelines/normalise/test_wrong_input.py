"""Postings full of wrong input: an honest row or a reject with a reason, never a crash, never slow."""

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.normalise.postings import normalise_posting
from spiders.platforms.base import Source
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading

SOURCE = Source("Acme", "greenhouse", "acme")
TODAY = date(2026, 1, 1)


def posting(**changes: Any) -> dict[str, Any]:
    stated = {"identifier": "1", "title": "Product Manager", "url": "https://acme.example/jobs/1", **changes}
    return normalise_posting(PostingReading(**stated), SOURCE, today=TODAY)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("مدير المنتج", "مدير المنتج"),
        ("产品经理", "产品经理"),
        ("\u202eProduct Manager\u202c", "Product Manager"),
        ("🚀 Product Manager 🚀", "🚀 Product Manager 🚀"),
        ("<b>Product</b> <i>Manager</i>", "Product Manager"),
        ("<script>alert(1)</script>Product Manager", "Product Manager"),
        ("Product Manager\x00\x07", "Product Manager"),
        ("Product Manager \ud83d", "Product Manager"),
        ("x" * 200_000, "x" * 200_000),
    ],
)
def test_a_title_in_any_script_is_kept_clean(title: str, expected: str) -> None:
    assert posting(title=title)["title"] == expected


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("", "missing_field"),
        (" \u200b\u00a0 ", "missing_field"),
        ("<script>f()</script>", "missing_field"),
        ("<br><br>", "missing_field"),
        ("---", "invalid_value"),
        ("…!?", "invalid_value"),
        ("🚀🚀", "invalid_value"),
    ],
)
def test_no_title_is_a_reject(title: str, reason: str) -> None:
    with pytest.raises(PayloadError) as caught:
        posting(title=title)
    assert caught.value.reason == reason


NOTHING = {
    "company": None, "apply_url": None, "requisition_id": None, "department": None, "workplace": None,
    "is_remote": None, "employment_type": None, "description_html": None, "posted": None, "valid_through": None,
    "language": None, "attribution": None, "places": [PlaceReading()], "pays": [PayReading()],
}  # fmt: skip


def test_a_null_everywhere_is_null_everywhere() -> None:
    row = posting(**NOTHING)
    assert (row["places"], row["salaries"], row["workplace_type"], row["date_posted"]) == ("[]", "[]", None, None)


HOSTILE = st.text(max_size=30) | st.sampled_from(
    [
        "",
        " ",
        "<b>",
        "&#0;",
        "\ud800",
        "\u202e",
        "ﷺ",
        "🏳️‍🌈",
        "NaN",
        "-1",
        "1e999",
        "0000-00-00",
        "9999-12-31",
        "٣٤٥",
        "null",
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    texts=st.fixed_dictionaries(
        {name: HOSTILE | st.none() for name in NOTHING if name not in {"places", "pays", "is_remote"}}
    ),
    place=st.builds(PlaceReading, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    pay=st.builds(PayReading, HOSTILE | st.floats(), HOSTILE | st.integers(), HOSTILE, HOSTILE, HOSTILE, HOSTILE),
)
def test_any_values_give_a_row_or_a_reason(texts: dict[str, Any], place: PlaceReading, pay: PayReading) -> None:
    row = posting(**texts, places=[place], pays=[pay])
    assert row["date_posted"] is None or row["date_posted"] <= TODAY
    assert (
        row["base_salary_min"] is None
        or row["base_salary_max"] is None
        or row["base_salary_min"] <= row["base_salary_max"]
    )


@pytest.mark.parametrize(
    "part",
    ["remote ", "hybrid role ", "3 days a week ", "office ", "$10 - ", "(remote", "- ", "Paris, ", "or ", "a-", "a. b",
     "🚀", "ا", "中", "<p>", "&amp;", "1 000 ", "salary: "],
)  # fmt: skip
def test_long_input_anywhere_is_read_in_linear_time(part: str) -> None:
    long = (part * (200_000 // len(part) + 1))[:200_000]
    short = (part * 500)[:1500]
    started = time.process_time()
    posting(
        title="PM " + short,
        description_html=long,
        department=short,
        places=[PlaceReading(short)],
        employment_type=short,
    )
    assert time.process_time() - started < 5
