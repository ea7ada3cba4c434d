import re
from collections import Counter
from pathlib import Path
from typing import Any

import orjson
import pytest

from spiders.platforms.base import Answer, Source
from spiders.platforms.remoteok import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Remote OK", "remoteok", "all")
LEGAL = {"last_updated": 1, "legal": "API Terms of Service"}
TAG = "Please mention the word **CALM** and tag RMMTkyLjAuMi4x when applying to show you read it (#RMMTkyLjAuMi4x)."


def payloads(*entries: dict[str, Any]) -> list[dict[str, Any]]:
    return PLATFORM.page(SOURCE, Answer("", orjson.dumps([LEGAL, *entries]).decode())).payloads


def read(**values: Any) -> PostingReading:
    stated = {"id": "1", "url": "https://remoteOK.com/remote-jobs/1", "position": "Engineer", "company": "Ridge"}
    reading = read_payload(PLATFORM, SOURCE, stated | values)
    assert isinstance(reading, PostingReading)
    return reading


def test_the_terms_are_no_posting() -> None:
    assert payloads() == []


@pytest.mark.parametrize(
    ("text", "landed"),
    [
        (f"<p>Work.</p><br/><br/>{TAG} This is a beta feature.", "<p>Work.</p>"),
        (f"Work {TAG}", "Work "),
        (f"<br/><br/>{TAG}", ""),
        ("Please mention the word **calm** to us.", "Please mention the word **calm** to us."),
        ("<br/>" * 50_000, "<br/>" * 50_000),
        (None, None),
        (5, 5),
    ],
)
def test_what_was_written_for_this_caller_never_lands(text: object, landed: object) -> None:
    assert payloads({"id": "1", "description": text}) == [{"id": "1", "description": landed}]


def test_two_callers_land_the_same_payload() -> None:
    entry = {"id": "1", "description": "Work.<br/><br/>" + TAG}
    other = {
        "id": "1",
        "description": entry["description"].replace("CALM", "BOLD").replace("MTkyLjAuMi4x", "MTAuMC4wLjE="),
    }
    assert payloads(entry) == payloads(other)


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("It\u00e2\u0080\u0099s", "It\u2019s"),
        ("Caf\u00c3\u00a9", "Caf\u00e9"),
        ("\u00c3\u00a9\u00bb", "\u00e9\u00bb"),
        ("\u00f0\u009f\u009a\u0080", "\U0001f680"),
        ("caf\u00e9 na\u00efve \u00a3 \u00ab\u00c0\u00bb", "caf\u00e9 na\u00efve \u00a3 \u00ab\u00c0\u00bb"),
        ("\u00ed\u00a0\u0080", "\u00ed\u00a0\u0080"),
        ("K\u00f6ln \u4e2d", "K\u00f6ln \u4e2d"),
    ],
)
def test_text_that_was_read_in_the_wrong_encoding_is_read_again(sent: str, meant: str) -> None:
    assert read(description=sent).description_html == meant


def test_nothing_and_zero_mean_not_stated() -> None:
    reading = read(location="", salary_min=0, salary_max=0, description="")
    assert (reading.places, reading.pays, reading.description_html) == ([], [], None)
    with pytest.raises(PayloadError, match="missing_field: no 'company'"):
        read(company="")


def test_every_real_posting_is_read_or_has_no_company(shared: Path) -> None:
    folder = shared / "payloads" / "ats" / "boards" / "remoteok"
    landed = [
        payload
        for path in sorted(folder.glob("*.json"))
        for payload in PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8"))).payloads
    ]
    assert [each["id"] for each in landed if re.search(r"tag RM|#RM|mention the word \*\*", each["description"])] == []
    outcomes: Counter[str] = Counter()
    for payload in landed:
        try:
            reading = read_payload(PLATFORM, SOURCE, payload)
            assert isinstance(reading, PostingReading)
            outcomes["misread"] += "\u00e2\u0080" in (reading.description_html or "")
            outcomes["read"] += 1
        except PayloadError as error:
            outcomes[error.detail] += 1
    assert outcomes == {"read": 102, "no 'company'": 1, "misread": 0}


def test_an_escaped_line_end_is_one() -> None:
    assert read(description="<p>Plan</p>\n\\n\nShip").description_html == "<p>Plan</p>\n\n\nShip"
