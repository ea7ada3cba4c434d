from pathlib import Path
from typing import Any

import pytest

from spiders.platforms.base import Answer, Source
from spiders.platforms.jobicy import PLATFORM
from spiders.reader import read_payload
from warehouse.readings import PayReading, PostingReading

SOURCE = Source("Jobicy", "jobicy", "all")


def read(**values: Any) -> PostingReading:
    stated = {"id": 1, "url": "https://jobicy.com/jobs/1-x", "jobTitle": "Writer", "companyName": "Quiet Harbor"}
    reading = read_payload(PLATFORM, SOURCE, stated | values)
    assert isinstance(reading, PostingReading)
    return reading


@pytest.mark.parametrize(
    ("stated", "words"),
    [(["Full-Time"], "Full-Time"), (["Contract", "Part-Time"], "Contract; Part-Time"), ("Freelance", "Freelance"),
     ([], None), (None, None)],
)  # fmt: skip
def test_employment_is_one_word_or_several(stated: object, words: str | None) -> None:
    assert read(jobType=stated).employment_type == words


@pytest.mark.parametrize(
    ("values", "pays"),
    [
        (
            {"salaryMin": 100, "salaryMax": 200, "salaryCurrency": "USD", "salaryPeriod": "yearly"},
            [PayReading(100, 200, "USD", "yearly")],
        ),
        ({"salaryMin": "", "salaryMax": 0, "salaryCurrency": "USD"}, []),
        ({"salaryMax": "90000"}, [PayReading(None, "90000")]),
        ({}, []),
    ],
)
def test_pay_is_stated_where_there_is_an_amount(values: dict[str, Any], pays: list[PayReading]) -> None:
    assert read(**values).pays == pays


def test_one_answer_is_the_whole_window() -> None:
    page = PLATFORM.page(SOURCE, Answer("", '{"jobCount": 1, "jobs": [{"id": 1}]}'))
    assert (len(page.payloads), page.follow, page.total) == (1, [], None)


def test_every_real_posting_is_read(shared: Path) -> None:
    folder = shared / "payloads" / "ats" / "boards" / "jobicy"
    payloads = [
        payload
        for path in sorted(folder.glob("*.json"))
        for payload in PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8"))).payloads
    ]
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in payloads]
    assert len(readings) == 10
    assert all(isinstance(each, PostingReading) and each.pays and each.places for each in readings)
