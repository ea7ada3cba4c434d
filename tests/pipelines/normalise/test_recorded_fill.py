"""Real recorded payloads of every platform: each is read or rejected for a reason, and what they hold is kept."""

import pytest

from benchmarks.raw_fields import held_fields
from benchmarks.read_fill import Fill, measure
from benchmarks.recorded_payloads import PAYLOADS, REPLAY


@pytest.fixture(scope="module")
def fills() -> dict[str, Fill]:
    if not PAYLOADS.exists() or not REPLAY.exists():
        pytest.skip("shared/ is absent: the fill of real payloads has NOT been checked")
    return measure()


def test_no_field_is_more_than_a_point_below_what_the_payloads_hold(fills: dict[str, Fill]) -> None:
    short = {group: fill.short_fields() for group, fill in fills.items()}
    assert {group: names for group, names in short.items() if names} == {}


def test_postings_are_read_or_rejected_for_what_they_are(fills: dict[str, Fill]) -> None:
    assert sum(fill.read for fill in fills.values()) > 11_000
    assert all(fill.read + fill.rejects.total() + fill.pageless == fill.postings for fill in fills.values())
    rejects = {(group, reason) for group, fill in fills.items() for reason in fill.rejects}
    assert rejects == {
        ("avature", "missing_field"),
        ("greenhouse", "prospect_post"),
        ("hn", "junk"),
        ("hn", "missing_field"),
        ("remoteok", "missing_field"),
        ("replay greenhouse", "prospect_post"),
    }


def test_what_a_document_holds_is_looked_up_without_a_reader() -> None:
    stated = '{"jobs": [{"id": 7, "title": " ", "content": "x", "metadata": [{"value": {"min_value": "90000.0"}}]}]}'
    assert held_fields("greenhouse", stated) == {"7": {"description", "salary"}}
    assert held_fields("greenhouse", stated.replace("90000.0", "0.0")) == {"7": {"description"}}
    feed = "<?xml version='1.0'?><workzag-jobs><position><id>1</id><name>PM</name><office/></position></workzag-jobs>"
    assert held_fields("personio", feed) == {"1": {"title", "url"}}
    page = '<script type="application/ld+json">{"@type": "JobPosting", "title": "PM", "datePosted": ""}</script>'
    assert held_fields("careers_page", page) == {"0": {"title"}}
