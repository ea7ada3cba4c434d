"""Whole postings, and all real ones where the shared recordings are at hand."""

import csv
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipelines.normalise.facts import facts_of
from pipelines.normalise.postings import company_slug, normalise_posting, normalise_postings
from spiders.platforms import platforms
from spiders.platforms.base import Answer, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.models.listings import Posting
from warehouse.readings import PayReading, PlaceReading, PostingReading

TODAY = date(2026, 11, 22)
SOURCE = Source("Larkmill Instruments", "greenhouse", "larkmill")
LANDED = {
    "listing_id": "l",
    "source_id": "greenhouse:larkmill",
    "platform": "greenhouse",
    "identifier": "1",
    "payload_hash": "h",
    "reader_version": "v",
    "read_at": datetime(2026, 11, 22, tzinfo=UTC),
}
REPLAY = Path(__file__).parents[4] / "shared" / "data" / "replay" / "2026-08-22"


def reading(**values: Any) -> PostingReading:
    return PostingReading(**({"identifier": "1", "title": "Analyst", "url": "https://x.example/1"} | values))


def normalised(**values: Any) -> dict[str, Any]:
    return normalise_posting(reading(**values), SOURCE, today=TODAY)


def test_a_whole_posting() -> None:
    values = normalised(
        title=" Senior&nbsp;Product  Manager ",
        company="LARKMILL GmbH",
        url="https://careers.larkmill.com/jobs/1",
        apply_url="https://careers.larkmill.com/jobs/1/apply",
        requisition_id="LM-204",
        department="Product &amp; Design",
        places=[PlaceReading("Boston, MA | Dublin, Ireland")],
        workplace="Hybrid",
        employment_type="Regular; Full time",
        pays=[PayReading(150000, 180000, "USD", "1 YEAR"), PayReading(90000, 99000, "EUR", "1 YEAR", "Ireland")],
        description_html="<p>Own the <b>roadmap</b></p><script>x()</script>",
        posted="2026-10-02T09:15:00-04:00",
        valid_through="2026-12-31",
        language="en-US",
    )
    facts = values.pop("facts")
    assert values == {
        "url": "https://careers.larkmill.com/jobs/1",
        "apply_url": "https://careers.larkmill.com/jobs/1/apply",
        "title": "Senior Product Manager",
        "company": "Larkmill Instruments",
        "company_slug": "larkmillinstruments",
        "company_domain": "larkmill.com",
        "department": "Product & Design",
        "requisition_id": "LM-204",
        "employment_type": "FULL_TIME",
        "language": "en",
        "description_html": "<p>Own the <b>roadmap</b></p>",
        "description_text": "Own the roadmap",
        "attribution": None,
        "date_posted": date(2026, 10, 2),
        "valid_through": date(2026, 12, 31),
        "location": "Boston, MA | Dublin, Ireland",
        "address_locality": "Boston",
        "address_region": "MA",
        "address_country": "US",
        "places": orjson.dumps(
            [
                {
                    "location": "Boston, MA",
                    "address_locality": "Boston",
                    "address_region": "MA",
                    "address_country": "US",
                },
                {
                    "location": "Dublin, Ireland",
                    "address_locality": "Dublin",
                    "address_region": None,
                    "address_country": "IE",
                },
            ]
        ).decode(),
        "workplace_type": "hybrid",
        "applicant_location_requirements": None,
        "salaries": orjson.dumps(
            [
                {
                    "minimum": "150000.00",
                    "maximum": "180000.00",
                    "currency": "USD",
                    "unit": "YEAR",
                    "place": None,
                    "text": None,
                },
                {
                    "minimum": "90000.00",
                    "maximum": "99000.00",
                    "currency": "EUR",
                    "unit": "YEAR",
                    "place": "Ireland",
                    "text": "Ireland",
                },
            ]
        ).decode(),
        "base_salary_min": Decimal("150000.00"),
        "base_salary_max": Decimal("180000.00"),
        "base_salary_currency": "USD",
        "base_salary_unit": "YEAR",
    }
    assert {len(value) for value in orjson.loads(facts).values()} == {8}
    assert Posting.model_validate(values | LANDED | {"facts": facts}).title == "Senior Product Manager"


def test_the_least_a_posting_says() -> None:
    values = normalised()
    said = {name for name, value in values.items() if value is not None}
    assert said == {"url", "apply_url", "title", "company", "company_slug", "places", "salaries", "facts"}
    assert values["apply_url"] == values["url"]
    Posting.model_validate(values | LANDED)


def test_every_column_of_the_contract_is_filled_by_somebody() -> None:
    assert set(normalised()) | set(LANDED) == set(Posting.model_fields)


@pytest.mark.parametrize("title", ["", "  ", "\u200b", "<b></b>", None])
def test_a_posting_without_a_title_is_rejected(title: Any) -> None:
    with pytest.raises(PayloadError) as error:
        normalised(title=title)
    assert error.value.reason == "missing_field"


@pytest.mark.parametrize("url", ["", "/jobs/1", "javascript:f()", "ftp://x.example", "https://", "http://[x"])
def test_a_posting_without_a_link_is_rejected(url: str) -> None:
    with pytest.raises(PayloadError) as error:
        normalised(url=url)
    assert error.value.reason == "invalid_value"


@pytest.mark.parametrize(
    ("stated", "number"),
    [
        ("R-1001", "R-1001"),
        (" 811 ", "811"),
        ("See Opening ID", None),
        ("ONE", None),
        ("N/A", None),
        ("0", None),
        ("000", None),
        ("TBD", None),
        ("", None),
        (None, None),
    ],
)
def test_a_requisition_is_a_number(stated: str | None, number: str | None) -> None:
    assert normalised(requisition_id=stated)["requisition_id"] == number


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.larkmill.com/careers?gh_jid=1", "larkmill.com"),
        ("https://jobs.larkmill.co.uk/1", "larkmill.co.uk"),
        ("https://lark-mill.example/1", "lark-mill.example"),
        ("https://job-boards.greenhouse.io/larkmill/jobs/1", None),
        ("https://app.portal.example/larkmill/1", None),
        ("https://larkmill.portal.hosted.example/1", None),
    ],
)
def test_a_domain_is_the_employers_where_it_bears_its_name(url: str, domain: str | None) -> None:
    assert normalised(url=url)["company_domain"] == domain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nimbus Forge", "Nimbus Forge, Inc."),
        ("NimbusForge", "Nimbus Forge"),
        ("Société Générale SA", "Societe Generale"),
    ],
)
def test_a_company_has_one_slug_however_it_is_written(one: str, other: str) -> None:
    assert company_slug(one) == company_slug(other)


@pytest.mark.parametrize("name", ["株式会社メルカリ", "Яндекс", "Acme & Sons/GmbH?x=1", "!!!"])
def test_a_slug_is_safe_in_a_url(name: str) -> None:
    slug = company_slug(name)
    assert slug.isascii()
    assert slug.isalnum()


def test_the_registrys_spelling_wins_and_the_board_speaks_where_it_is_silent() -> None:
    assert normalised(company="LARKMILL")["company"] == "Larkmill Instruments"
    silent = normalise_posting(reading(company="LARKMILL"), Source(" ", "greenhouse", "larkmill"), today=TODAY)
    assert silent["company"] == "LARKMILL"


def test_an_aggregators_own_name_is_no_employer() -> None:
    feed = Source("Remotive", "remotive", "all")
    values = normalise_posting(reading(company=" Larkmill&nbsp;GmbH "), feed, today=TODAY, is_aggregator=True)
    assert (values["company"], values["company_slug"]) == ("Larkmill GmbH", "larkmill")
    for company in (None, " ", "&nbsp;"):
        with pytest.raises(PayloadError, match="missing_field: no company"):
            normalise_posting(reading(company=company), feed, today=TODAY, is_aggregator=True)


def test_many_together_come_to_what_each_comes_to_alone() -> None:
    texts = ("<p>Pay: $90,000 - $100,000 a year, remote</p>", None, "<p>Wir suchen dich in Oslo</p>")
    good = [reading(identifier=str(number), description_html=text) for number, text in enumerate(texts)]
    many = [good[0], reading(title=None), reading(url="nowhere"), good[1], reading(title="?!"), good[2]]
    found = normalise_postings([(each, SOURCE) for each in many], today=TODAY)
    assert [str(values) for values in found if isinstance(values, PayloadError)] == [
        "missing_field: no title",
        "invalid_value: no link: 'nowhere'",
        "invalid_value: title '?!' is only punctuation",
    ]
    assert [found[0], found[3], found[5]] == [normalise_posting(each, SOURCE, today=TODAY) for each in good]


def test_a_remote_posting_says_where_one_must_live() -> None:
    values = normalised(places=[PlaceReading("Remote - US"), PlaceReading("Remote - EMEA")])
    assert values["workplace_type"] == "remote"
    assert values["applicant_location_requirements"] == ["US", "EMEA"]
    onsite = normalised(places=[PlaceReading("United States")], workplace="On-site")
    assert onsite["applicant_location_requirements"] is None


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        ({"title": "Senior Analyst"}, {"title"}),
        ({"places": [PlaceReading("Oslo")]}, {"places"}),
        ({"description_html": "<p>other</p>"}, {"description_text"}),
        ({"description_html": "<div><p>same <b>text</b></p></div>"}, set()),
        ({"pays": [PayReading(1, 2, "USD", "YEAR")]}, {"salaries"}),
        ({"apply_url": "https://x.example/apply"}, {"apply_url"}),
        ({"posted": "2026-11-01"}, set()),
        ({"valid_through": "2027-11-01"}, set()),
        ({"title": " Analyst "}, set()),
    ],
)
def test_facts_change_with_what_matters_and_with_nothing_else(change: dict[str, Any], changed: set[str]) -> None:
    base = {"description_html": "<p>same text</p>", "posted": "2026-10-01"}
    before = orjson.loads(normalised(**base)["facts"])
    after = orjson.loads(normalised(**(base | change))["facts"])
    assert {name for name in {*before, *after} if before.get(name) != after.get(name)} == changed


def test_facts_say_nothing_of_what_is_unknown() -> None:
    assert facts_of({"title": None, "salaries": "[]", "places": "[]"}) == "{}"


def test_every_real_posting_is_read_or_rejected_with_a_reason() -> None:
    if not REPLAY.is_dir():
        pytest.skip(f"shared/ is absent: no real postings in {REPLAY}")
    count, rejects, filled = 0, Counter[str](), Counter[str]()
    for platform, source, payload in _real_payloads():
        count += 1
        try:
            values = normalise_posting(read_payload(platforms()[platform], source, payload), source, today=TODAY)
        except PayloadError as error:
            rejects[error.reason] += 1
            continue
        Posting.model_validate(values | LANDED)
        filled.update(name for name, value in values.items() if value is not None)
    assert (count, dict(rejects)) == (8668, {"prospect_post": 29})
    read = count - rejects.total()
    assert filled["location"] == read
    assert filled["date_posted"] == read - 1  # one has a null first_published
    assert filled["address_country"] > 0.95 * read


def _real_payloads() -> list[tuple[str, Source, dict[str, Any]]]:
    recorded = [orjson.loads(line) for line in (REPLAY / "index.jsonl").read_bytes().splitlines()]
    bodies = {line["url"]: REPLAY / line["body_file"] for line in recorded}
    found = []
    with (REPLAY / "sources.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            source = Source(row["company"], row["platform"], row["board"])
            platform = platforms()[source.platform]
            for fetch in platform.requests(source):
                page = platform.page(source, Answer(fetch.url, bodies[fetch.url].read_text("utf-8")))
                assert len(page.payloads) == int(row["postings"])
                found += [(source.platform, source, payload) for payload in page.payloads]
    return found
