from pathlib import Path

import orjson
import pytest

from spiders.platforms.base import Answer, Payload, Platform, Source
from spiders.platforms.lever import PLATFORM as OTHER_REGION
from spiders.platforms.lever_eu import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Saltmarsh", "lever_eu", "saltmarsh-optics")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "lever_eu"


def outcome(payload: Payload) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def test_recording_reads_as_expected() -> None:
    page = PLATFORM.page(SOURCE, Answer("", (RECORDINGS / "saltmarsh-optics.json").read_text("utf-8")))
    expected = orjson.loads((RECORDINGS / "saltmarsh-optics.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


@pytest.mark.parametrize(
    ("board", "path"),
    [("saltmarsh-optics", "saltmarsh-optics"), ("../x", "..%2Fx"), ("..", "%252E%252E"), ("a?b", "a%3Fb")],
)
def test_one_request_on_the_host_of_the_region(board: str, path: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "lever_eu", board)))
    assert [fetch.url for fetch in fetches] == [f"https://api.eu.lever.co/v0/postings/{path}?mode=json"]


@pytest.mark.parametrize(
    ("url", "region"),
    [
        ("jobs.eu.lever.co/saltmarsh-optics", PLATFORM),
        ("jobs.eu.lever.co/saltmarsh-optics/2e1f0c7a/apply?lever-source=x", PLATFORM),
        ("api.eu.lever.co/v0/postings/saltmarsh-optics?mode=json", PLATFORM),
        ("jobs.lever.co/saltmarsh-optics", OTHER_REGION),
        ("api.lever.co/v0/postings/saltmarsh-optics", OTHER_REGION),
        ("jobs.eu.lever.co/", None),
        ("jobs.eu.lever.co.example/saltmarsh-optics", None),
    ],
)
def test_a_url_tells_one_region_and_its_site(url: str, region: Platform | None) -> None:
    found = [(platform, platform.board_of(url)) for platform in (OTHER_REGION, PLATFORM) if platform.board_of(url)]
    assert found == ([(region, "saltmarsh-optics")] if region else [])


@pytest.mark.parametrize("text", ["", "<html>", "null", '{"ok": false, "error": "Document not found"}', "[{"])
def test_an_answer_that_is_no_list_of_postings_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer("", text))


def test_real_postings_of_the_other_region_are_read_alike(shared: Path) -> None:
    postings = [
        payload
        for path in sorted((shared / "payloads" / "ats" / "lever").glob("*.json"))
        for payload in PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8"))).payloads
    ]
    assert len(postings) == 23
    assert all(isinstance(outcome(payload), PostingReading) for payload in postings)
