from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipelines.normalise.challenges.reading import normalise_challenge
from spiders.personal_data import has_email, has_phone
from spiders.platforms import devpost, unstop
from spiders.platforms.base import Answer, Payload, Platform, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.models.listings import Challenge
from warehouse.readings import ChallengeReading, PlaceReading

TODAY = date(2026, 11, 22)
SOURCE = Source("Unstop", "unstop", "competitions")
RECORDINGS = Path(__file__).parents[2] / "recordings"
LANDED = {"listing_id": "a", "source_id": "b", "platform": "c", "identifier": "d", "payload_hash": "e"}
LANDED |= {"reader_version": "f", "facts": "{}", "read_at": datetime(2026, 11, 22, tzinfo=UTC)}  # type: ignore[dict-item]
READING = ChallengeReading(identifier="7", name="Oak Hack", url="https://oak.example/", kind="hackathon")


def normalised(**changes: Any) -> dict[str, Any]:
    return normalise_challenge(replace(READING, **changes), SOURCE, today=TODAY)


def rows_of(platform: Platform, recording: str) -> list[dict[str, Any]]:
    text = (RECORDINGS / platform.name / f"{recording}.json").read_text("utf-8")
    payloads = platform.page(SOURCE, Answer("", text)).payloads
    return [normalise_challenge(read(platform, payload), SOURCE, today=TODAY) for payload in payloads]


def read(platform: Platform, payload: Payload) -> ChallengeReading:
    reading = read_payload(platform, SOURCE, payload)
    assert isinstance(reading, ChallengeReading)
    return reading


def test_values_are_those_of_the_contract() -> None:
    assert set(normalised()) | set(LANDED) == set(Challenge.model_fields)
    row = Challenge.model_validate(normalised() | LANDED)
    assert row.prize_kind == "none_stated"
    assert not row.is_evergreen


def test_case_competition_of_unstop() -> None:
    row = rows_of(unstop.PLATFORM, "competitions")[0]
    text = row.pop("description_text")
    html = row.pop("description_html")
    assert row == {
        "url": "https://unstop.com/competitions/roadmap-rumble-brindavan-7001",
        "language": None,
        "name": "Roadmap Rumble: Product Management Case Competition",
        "organizer": "Brindavan School of Business, Mysuru",
        "kind": "case",
        "is_evergreen": False,
        "start_date": None,
        "end_date": date(2026, 12, 13),
        "application_deadline": date(2026, 11, 30),
        "application_deadline_at": datetime(2026, 11, 30, 18, 29, tzinfo=UTC),
        "attendance_mode": "offline",
        "location": "Brindavan School of Business, Ring Road, Mysuru, Karnataka, India",
        "prize_amount": Decimal(110_000),
        "prize_currency": "INR",
        "prize_kind": "cash",
        "prize_text": "Winner: ₹60000 (certificate); First Runner Up: Rs. 30,000, certificate; "
        "Second Runner Up: Prizes Worth 20K; Top 10 Teams: certificate",
        "team_size_min": 2,
        "team_size_max": 4,
        "is_invite_only": False,
        "themes": ["Case Study", "Strategy"],
        "skill_tags": ["Product Strategy", "Product Roadmapping"],
        "source_status": "LIVE",
    }
    assert text.splitlines() == [
        "Build the roadmap of a ferry operator.",
        "- Round 1: deck",
        "- Round 2: board meeting",
        "Queries: Asha – [phone removed], [e-mail removed] or WhatsApp",
    ]
    assert "<strong>ferry operator</strong>" in html
    assert "href" not in html


def test_hackathons_of_devpost() -> None:
    mixed, vouched, invited, virtual = rows_of(devpost.PLATFORM, "hackathons")
    assert mixed["name"] == "Harbour Product Sprint 2026"
    assert (mixed["start_date"], mixed["application_deadline"]) == (date(2026, 11, 17), date(2026, 11, 29))
    assert mixed["application_deadline_at"] is None
    assert (mixed["attendance_mode"], mixed["prize_amount"], mixed["prize_currency"]) == ("mixed", 12500, "USD")
    assert (vouched["prize_amount"], vouched["attendance_mode"]) == (6_000_000, "online")
    assert (invited["prize_kind"], invited["prize_text"], invited["is_invite_only"]) == (None, None, True)
    assert (invited["organizer"], invited["location"], invited["themes"]) == (None, None, None)
    assert (virtual["attendance_mode"], virtual["organizer"]) == ("online", "Monsoon Collective, call")


@pytest.mark.parametrize(
    ("changes", "reason", "detail"),
    [
        ({"name": " "}, "missing_field", "no name"),
        ({"name": "<p></p>"}, "missing_field", "no name"),
        ({"name": "...."}, "invalid_value", "only punctuation"),
        ({"name": " - "}, "invalid_value", "only punctuation"),
        ({"name": "------------"}, "invalid_value", "only punctuation"),
        ({"url": ""}, "missing_field", "no url"),
        ({"url": "javascript:alert(1)"}, "invalid_value", "url 'javascript:alert(1)'"),
        ({"url": "/relative"}, "invalid_value", "url '/relative'"),
        ({"url": "https://[bad"}, "invalid_value", "url 'https://[bad'"),
        ({"kind": "party"}, "invalid_value", "kind 'party'"),
        ({"deadline": "soon"}, "invalid_value", "date 'soon'"),
        ({"name": "Test Hackathon"}, "junk", "test event 'Test Hackathon'"),
        ({"name": "Get my ex back"}, "junk", "spell casting"),
        ({"name": "Support +1-844-555-0199"}, "junk", "spam: phone number in the name"),
    ],
)
def test_what_makes_no_row_says_why(changes: dict[str, Any], reason: str, detail: str) -> None:
    with pytest.raises(PayloadError) as caught:
        normalised(**changes)
    assert caught.value.reason == reason
    assert detail in caught.value.detail


def test_a_reject_does_not_repeat_the_address_in_its_name() -> None:
    with pytest.raises(PayloadError) as caught:
        normalised(name="Test ann@example.org")
    assert "example.org" not in caught.value.detail


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("  Oak \n Hack ", "Oak Hack"),
        ("R&amp;D Hack", "R&D Hack"),
        ("<BL>HACK", "<BL>HACK"),
        ("Counterspell Vancouver", "Counterspell Vancouver"),
        ("Oak Hack | register: ann@example.org", "Oak Hack | register"),
        ("Oak Hack | [e-mail removed]", "Oak Hack"),
        ("Hack@Oak", "Hack@Oak"),
    ],
)
def test_name(name: str, clean: str) -> None:
    assert normalised(name=name)["name"] == clean


@pytest.mark.parametrize(
    ("stated", "clean"),
    [
        ("Oak Guild", "Oak Guild"),
        ("ann@example.org", None),
        ("[e-mail removed]", None),
        ("Oak Guild, ann@example.org", "Oak Guild"),
        ("n/a", None),
        ("other", None),
        ("-", None),
        (None, None),
    ],
)
def test_organizer(stated: str | None, clean: str | None) -> None:
    assert normalised(organizer=stated)["organizer"] == clean


@pytest.mark.parametrize(
    ("place", "location"),
    [
        (None, None),
        (PlaceReading(), None),
        (PlaceReading(text=" Oak&nbsp;Hall "), "Oak Hall"),
        (PlaceReading(locality="Pune", region="Maharashtra", country="India"), "Pune, Maharashtra, India"),
        (PlaceReading(text="Oak Hall, Pune, India", locality="Pune", country="India"), "Oak Hall, Pune, India"),
        (PlaceReading(text="Online"), "Online"),
    ],
)
def test_location(place: PlaceReading | None, location: str | None) -> None:
    assert normalised(place=place)["location"] == location


@pytest.mark.parametrize(
    ("smallest", "largest", "sizes"),
    [(2, 4, (2, 4)), (None, 4, (None, 4)), (0, 0, (None, None)), (4, 2, (2, 4)), (1, 999_999_999, (1, None))],
)
def test_team_sizes(smallest: int | None, largest: int | None, sizes: tuple[int | None, int | None]) -> None:
    row = normalised(team_size_min=smallest, team_size_max=largest)
    assert (row["team_size_min"], row["team_size_max"]) == sizes


@pytest.mark.parametrize(
    ("stated", "code"), [("en", "en"), ("pt-BR", "pt"), ("zh_Hant", "zh"), ("English", None), (None, None)]
)
def test_language_only_where_it_is_a_code(stated: str | None, code: str | None) -> None:
    assert normalised(language=stated)["language"] == code


def test_description_is_safe_and_private() -> None:
    row = normalised(description_html='<p onclick="x()">Hi<script>y()</script> 98765 01234</p>')
    assert row["description_html"] == "<p>Hi [phone removed]</p>"
    assert row["description_text"] == "Hi [phone removed]"


def test_far_deadline_is_evergreen() -> None:
    row = normalised(deadline="2030-07-01T23:59:00Z")
    assert (row["is_evergreen"], row["application_deadline"], row["application_deadline_at"]) == (True, None, None)


def outcomes(platform: Platform, payloads: list[Payload]) -> tuple[list[dict[str, Any]], Counter[str]]:
    rows, rejects = [], Counter[str]()
    for payload in payloads:
        try:
            rows.append(normalise_challenge(read(platform, payload), SOURCE, today=TODAY))
        except PayloadError as error:
            rejects[error.reason if error.detail else "no detail"] += 1
    for row in rows:
        Challenge.model_validate(row | LANDED)
    return rows, rejects


def filled(rows: list[dict[str, Any]], column: str) -> float:
    return sum(row[column] is not None for row in rows) / len(rows)


def test_every_real_devpost_record_is_a_row_or_a_reject(shared: Path) -> None:
    union = (shared / "payloads/challenges/devpost/api_inperson_union_2022-2026.jsonl").read_bytes()
    records = [orjson.loads(line)["record"] for line in union.splitlines()]
    body = orjson.dumps({"hackathons": records, "meta": {"total_count": len(records), "per_page": 40}}).decode()
    rows, rejects = outcomes(devpost.PLATFORM, devpost.PLATFORM.page(SOURCE, Answer("", body)).payloads)
    assert len(rows) + rejects.total() == 3936
    assert rejects["invalid_value"] == 6  # names of punctuation only
    assert rejects.keys() == {"invalid_value", "junk"}
    assert 60 <= rejects["junk"] <= 90
    for column in ("start_date", "end_date", "application_deadline", "attendance_mode", "url", "name"):
        assert filled(rows, column) == 1
    assert filled(rows, "application_deadline_at") == 0  # the list states no hour
    assert filled(rows, "organizer") > 0.98
    names = {row["name"] for row in rows}
    assert {"Counterspell Vancouver", "TestFest API Hackathon", "CxC"} <= names
    assert not any(has_phone(text) or has_email(text) for row in rows for text in (row["name"], row["organizer"] or ""))
    # every stated amount has its currency, and none is absurd
    assert all((row["prize_amount"] is None) == (row["prize_currency"] is None) for row in rows)
    assert max(row["prize_amount"] or 0 for row in rows if row["prize_currency"] == "USD") <= 5_000_000


def test_every_real_unstop_record_is_a_row(shared: Path) -> None:
    folder = shared / "payloads/challenges/unstop"
    bodies = orjson.loads((folder / "api_hackathons_3pages_2023-12.json").read_bytes())
    bodies.append(orjson.loads((folder / "api_hackathons_2024-07.json").read_bytes()))
    pages = [unstop.PLATFORM.page(SOURCE, Answer("", orjson.dumps(body).decode())) for body in bodies]
    rows, rejects = outcomes(unstop.PLATFORM, [payload for page in pages for payload in page.payloads])
    assert (len(rows), rejects.total()) == (35, 0)
    assert filled(rows, "application_deadline_at") == filled(rows, "end_date") == filled(rows, "organizer") == 1
    cash = [rank["cash"] or 0 for body in bodies for item in body["data"]["data"] for rank in item["prizes"]]
    assert sum(row["prize_amount"] or 0 for row in rows if row["prize_kind"] == "cash") >= sum(cash)
