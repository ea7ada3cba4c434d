from pathlib import Path

from spiders.platforms.base import Answer, Source
from spiders.platforms.remotive import PLATFORM
from spiders.reader import read_payload
from warehouse.readings import PostingReading

SOURCE = Source("Remotive", "remotive", "all")


def test_a_total_beyond_the_postings_says_that_the_answer_was_cut() -> None:
    page = PLATFORM.page(SOURCE, Answer("", '{"job-count": 1, "total-job-count": 34, "jobs": [{"id": 1}]}'))
    assert (len(page.payloads), page.follow, page.total) == (1, [], 34)


def test_an_empty_list_is_no_error() -> None:
    page = PLATFORM.page(SOURCE, Answer("", '{"job-count": 0, "total-job-count": 0, "jobs": []}'))
    assert (page.payloads, page.total) == ([], 0)


def test_every_real_posting_is_read(shared: Path) -> None:
    folder = shared / "payloads" / "ats" / "boards" / "remotive"
    payloads = [
        payload
        for path in sorted(folder.glob("*.json"))
        for payload in PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8"))).payloads
    ]
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in payloads]
    assert len(readings) == 7
    assert all(isinstance(each, PostingReading) and each.places and each.employment_type for each in readings)
    assert sum(bool(each.pays) for each in readings if isinstance(each, PostingReading)) == 6
