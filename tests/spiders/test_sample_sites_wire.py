"""The bundled sample sites on the wire: keys, their order, types and variants are those the platforms document."""

import html
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spiders.sample_sites.recordings import load
from spiders.sample_sites.write import FOLDER

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
INDEX = [json.loads(line) for line in (FOLDER / "index.jsonl").read_text().splitlines()]


def words(text: str) -> list[str]:
    """The words of a table written as text."""
    return text.split()


GREENHOUSE_KEYS = words(
    "absolute_url data_compliance internal_job_id location metadata id updated_at requisition_id title company_name "
    "first_published language application_deadline content departments offices ai_disclaimer include_ai_disclaimer "
    "ai_opt_out_request_url"
)
LEVER_KEYS = words(
    "additionalPlain additional categories createdAt descriptionPlain description id lists text country workplaceType "
    "opening openingPlain descriptionBody descriptionBodyPlain hostedUrl applyUrl"
)
LEVER_PAY_KEYS = ["salaryRange", "salaryDescription", "salaryDescriptionPlain"]
LEVER_CATEGORIES = ["commitment", "department", "team", "allLocations"]
ASHBY_KEYS = words(
    "id title department team employmentType location shouldDisplayCompensationOnJobPostings secondaryLocations "
    "publishedAt isListed isRemote workplaceType address jobUrl applyUrl descriptionHtml descriptionPlain compensation"
)
DEVPOST_KEYS = words(
    "id title displayed_location open_state thumbnail_url analytics_identifier url time_left_to_submission "
    "submission_period_dates themes prize_amount prizes_counts registrations_count featured organization_name "
    "winners_announced submission_gallery_url start_a_submission_url invite_only "
    "eligibility_requirement_invite_only_description managed_by_devpost_badge"
)
UNSTOP_KEYS = words(
    "id title type subtype status region regn_open end_date visibility organisation seo_url public_url short_url "
    "details filters required_skills prizes regnRequirements address_with_country_logo locations registerCount "
    "viewsCount isPaid festival tags updated_at approved_date"
)


def body(url_part: str) -> Any:
    """The body of the one recording whose URL holds these words."""
    (entry,) = [entry for entry in INDEX if url_part in entry["url"]]
    return json.loads((FOLDER / entry["body_file"]).read_text())


def greenhouse_jobs() -> list[dict[str, Any]]:
    return [job for entry in INDEX if "greenhouse" in entry["url"] for job in _body(entry).get("jobs", [])]


def lever_postings() -> list[dict[str, Any]]:
    found = [_body(entry) for entry in INDEX if "lever" in entry["url"]]
    return [posting for answer in found if isinstance(answer, list) for posting in answer]


def ashby_jobs() -> list[dict[str, Any]]:
    return [job for entry in INDEX if "ashby" in entry["url"] for job in _body(entry)["jobs"]]


def hackathons() -> list[dict[str, Any]]:
    return [one for entry in INDEX if "devpost" in entry["url"] for one in _body(entry)["hackathons"]]


def opportunities(board: str) -> list[dict[str, Any]]:
    found = [entry for entry in INDEX if f"opportunity={board}&" in entry["url"]]
    return [one for entry in found for one in _body(entry)["data"]["data"]]


def _body(entry: dict[str, Any]) -> Any:
    return json.loads((FOLDER / entry["body_file"]).read_text())


def test_greenhouse_wire_format() -> None:
    for job in greenhouse_jobs():
        expected = [key for key in GREENHOUSE_KEYS if key in job]
        assert [key for key in job if key != "education"] == expected
        assert set(GREENHOUSE_KEYS) - set(job) <= {"title", "language"}
        assert re.fullmatch(r"2026-\d\d-\d\dT\d\d:\d\d:\d\d-0[45]:00", job["first_published"] or job["updated_at"])
        assert "<" not in job["content"]
        assert html.unescape(job["content"]).startswith('<div class="content-intro"><p>')
    value_types = {field["value_type"] for job in greenhouse_jobs() for field in job["metadata"] or []}
    assert value_types == {
        *("single_select", "multi_select", "yes_no", "short_text", "date", "number", "url", "user", "currency_range"),
    }
    assert {type(job["metadata"]) for job in greenhouse_jobs()} == {list, type(None)}
    assert {"education_optional", None} == {job.get("education") for job in greenhouse_jobs()}
    assert {"See Opening ID", "N/A", "ONE", None} <= {job["requisition_id"] for job in greenhouse_jobs()}
    offsets = Counter(job["first_published"][-6:] for job in greenhouse_jobs() if job["first_published"])
    assert set(offsets) == {"-04:00", "-05:00"}
    assert len({job["id"] for job in greenhouse_jobs()}) == len(greenhouse_jobs())


def test_lever_wire_format() -> None:
    for posting in lever_postings():
        has_pay = "salaryRange" in posting
        keys = [key for key in posting if key not in LEVER_PAY_KEYS]
        assert keys == [key for key in LEVER_KEYS if key in posting]
        assert set(LEVER_KEYS) - set(posting) <= {"lists"}
        assert [key for key in posting if key in LEVER_PAY_KEYS] == (LEVER_PAY_KEYS if has_pay else [])
        assert 1_700_000_000_000 < posting["createdAt"] < 1_800_000_000_000
        assert posting["opening"] in posting["description"]
        assert posting["descriptionBody"] in posting["description"]
    assert {posting["workplaceType"] for posting in lever_postings()} == {
        *("onsite", "on-site", "hybrid", "remote", "unspecified"),
    }
    missing = [set(LEVER_CATEGORIES) - set(one["categories"]) for one in lever_postings()]
    assert set().union(*missing) == set(LEVER_CATEGORIES)
    assert any(posting["additional"] == "" for posting in lever_postings())
    assert any("lists" not in posting for posting in lever_postings())


def test_ashby_wire_format() -> None:
    for job in ashby_jobs():
        assert list(job) == ASHBY_KEYS
        assert re.fullmatch(r"2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", job["publishedAt"])
        assert list(job["compensation"]) == [
            *("compensationTierSummary", "scrapeableCompensationSalarySummary", "compensationTiers"),
            "summaryComponents",
        ]
    jobs = ashby_jobs()
    assert {job["isRemote"] for job in jobs} == {True, False, None}
    assert {job["workplaceType"] for job in jobs} == {"Remote", "Hybrid", "OnSite", None}
    assert {type(job["address"]) for job in jobs} == {dict, type(None)}
    assert {} in [(job["address"] or {}).get("postalAddress") for job in jobs]
    hollow = [job for job in jobs if not job["compensation"]["compensationTiers"]]
    hidden = [job for job in jobs if job not in hollow and not job["shouldDisplayCompensationOnJobPostings"]]
    tiered = [job for job in jobs if len(job["compensation"]["compensationTiers"]) > 1]
    assert min(len(hollow), len(hidden), len(tiered)) >= 1
    components = [part for job in jobs for part in job["compensation"]["summaryComponents"]]
    assert {part["compensationType"] for part in components} == {"Salary", "EquityPercentage", "Commission"}


def test_devpost_wire_format() -> None:
    pages = [_body(entry) for entry in INDEX if "devpost" in entry["url"]]
    assert [len(page["hackathons"]) for page in pages] == [9, 9, 7, 0]
    assert all(page["meta"] == {"total_count": 25, "per_page": 9, "fuzzy": False} for page in pages)
    for one in hackathons():
        assert list(one) == DEVPOST_KEYS
        assert re.fullmatch(r"\D{1,5}<span data-currency-value>[\d,]+</span>", one["prize_amount"])
        assert one["url"].endswith(".devpost.com/")
    forms = Counter(
        re.sub(r"[A-Z][a-z]{2}", "M", re.sub(r"\d+", "9", h["submission_period_dates"])) for h in hackathons()
    )
    assert set(forms) == {"M 9 - 9, 9", "M 9, 9", "M 9 - M 9, 9", "M 9, 9 - M 9, 9"}


def test_unstop_wire_format() -> None:
    pages = [_body(entry)["data"] for entry in INDEX if "opportunity=competitions" in entry["url"]]
    assert [(page["current_page"], len(page["data"]), page["total"]) for page in pages] == [(1, 15, 24), (2, 9, 24)]
    assert pages[0]["next_page_url"].endswith("&page=2")
    assert pages[1]["next_page_url"] is None
    newer = [one for one in opportunities("competitions") + opportunities("hackathons") if "start_date" not in one]
    for one in newer:
        assert set(UNSTOP_KEYS) <= one.keys()
        assert isinstance(json.loads(one["regnRequirements"]["eligibility"]), dict)
        assert all(skill["pivot"]["ai_generated"] for skill in one["required_skills"])
    older = [one for one in opportunities("hackathons") if "start_date" in one]
    assert len(older) == 2
    assert not {"details", "region", "required_skills", "visibility"} & {key for one in older for key in one}


def test_page_of_unstop_that_the_paginator_names_is_recorded() -> None:
    recordings = load(FOLDER)
    first = body("opportunity=competitions&oppstatus=open&page=1")["data"]
    assert recordings.take("GET", first["first_page_url"]) is not None
    assert recordings.take("GET", first["next_page_url"]) is not None


@pytest.mark.parametrize(
    ("pattern", "ours"),
    [
        ("payloads/ats/greenhouse/content/anthropic_4.json", greenhouse_jobs),
        ("payloads/ats/lever/*.json", lever_postings),
        ("payloads/ats/ashby/*.json", ashby_jobs),
        ("payloads/challenges/devpost/api_pages/inperson_2026*.json", hackathons),
    ],
)
def test_key_orders_are_those_of_real_records(pattern: str, ours: Callable[[], list[dict[str, Any]]]) -> None:
    if not SHARED.is_dir():
        pytest.skip(f"shared/ is absent: {SHARED}")
    answers = [json.loads(path.read_text()) for path in sorted(SHARED.glob(pattern))]
    fullest = max((list(record) for answer in answers for record in _records(answer)), key=len)
    for record in ours():
        keys = [key for key in record if key != "education"]
        assert keys == [key for key in fullest if key in record]


def _records(answer: Any) -> list[dict[str, Any]]:
    if isinstance(answer, list):
        return answer
    found: list[dict[str, Any]] = answer.get("jobs") or answer.get("hackathons")
    return found
