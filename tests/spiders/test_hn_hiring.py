import re
from collections import Counter
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Source
from spiders.platforms.hn_hiring import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Hacker News", "hn_hiring", "all")
REJECTS = (
    "the first line names no role",
    "the first line is not `Company | Role | Place`",
    "the first line does not begin with a company",
)
RECORDINGS = Path(__file__).parent.parent / "recordings" / "hn_hiring"


def payloads(*comments: dict[str, Any]) -> list[dict[str, Any]]:
    return PLATFORM.page(SOURCE, Answer("", orjson.dumps({"id": 1, "children": comments}).decode())).payloads


def read(text: str) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, {"id": 7, "created_at_i": 1793635843, "text": text})
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> PostingReading | str:
    """The reading, or why there is none; any other error fails the test."""
    try:
        reading = read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return error.detail
    assert isinstance(reading, PostingReading)
    return reading


def test_the_newest_thread_that_asks_who_is_hiring_is_followed() -> None:
    page = PLATFORM.page(SOURCE, Answer("", (RECORDINGS / "all_search.json").read_text("utf-8")))
    assert page.payloads == []
    assert [fetch.url for fetch in page.follow] == ["https://hn.algolia.com/api/v1/items/49900001"]


@pytest.mark.parametrize(
    "hits",
    [[], [{"title": "Ask HN: Who wants to be hired? (May 2026)", "objectID": "1"}],
     [{"title": "Ask HN: Who is hiring? (May 2026)", "objectID": "../2"}], [{"title": None, "objectID": "1"}]],
)  # fmt: skip
def test_no_such_thread_is_an_error_and_no_empty_board(hits: list[dict[str, Any]]) -> None:
    with pytest.raises(PayloadError, match="missing_field: no thread"):
        PLATFORM.page(SOURCE, Answer("", orjson.dumps({"hits": hits}).decode()))


def test_only_the_employers_words_land() -> None:
    landed = payloads(
        {"id": 1, "author": "a", "text": "x | y | z, mail a@b.example", "children": [{"author": "b", "text": "no"}]},
        {"id": 2, "author": None, "text": None, "children": []},
        {"id": 3, "author": "c", "text": "", "children": []},
    )
    assert landed == [{"id": 1, "text": "x | y | z, mail [e-mail removed]"}]


@pytest.mark.parametrize(
    ("line", "company", "title", "places", "workplace", "employment", "pays"),
    [
        (
            "Tarn (YC W21) | Senior Product Manager | REMOTE (EU) | Full-time | €70k-€90k",
            "Tarn", "Senior Product Manager", ["REMOTE (EU)"], "REMOTE (EU)", "Full-time", ["€70k-€90k"],
        ),
        (
            '<i>Tarn</i> | <a href="https:&#x2F;&#x2F;tarn.example">https:&#x2F;&#x2F;tarn.example</a> | Oslo, NO |'
            " ONSITE &#x2F; hybrid | R&amp;D Engineer",
            "Tarn", "R&D Engineer", ["Oslo, NO"], "ONSITE / hybrid", None, [],
        ),
        (
            "Tarn ( https:&#x2F;&#x2F;tarn.example ) | Multiple roles | London | Tech Lead | Founding Engineer ($150k)",
            "Tarn", "Tech Lead", ["London"], None, None, ["Founding Engineer ($150k)"],
        ),
        (
            "Tarn | Junior SWE ($120k) | NYC | visa sponsorship | tarn.example&#x2F;jobs | www.tarn.example",
            "Tarn", "Junior SWE ($120k)", ["NYC"], None, None, ["Junior SWE ($120k)"],
        ),
        (
            "Tarn | Remote engineers | contract\nThe second | line | is text",
            "Tarn", "Remote engineers", [], "Remote engineers", "contract", [],
        ),
    ],
)  # fmt: skip
def test_the_first_line_by_custom(
    line: str,
    company: str,
    title: str,
    places: list[str],
    workplace: str | None,
    employment: str | None,
    pays: list[str],
) -> None:
    found = read(line + "<p>More | words | here")
    assert (found.company, found.title, found.workplace, found.employment_type) == (
        company,
        title,
        workplace,
        employment,
    )
    assert [place.text for place in found.places] == places
    assert [pay.text for pay in found.pays] == pays
    assert found.url == "https://news.ycombinator.com/item?id=7"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("What about Europe?", "junk"),
        ("Tarn | Engineer<p>a | b | c", "junk"),
        ("Tarn | REMOTE | Full-time", "missing_field"),
        ("Tarn | Multiple open roles | REMOTE", "missing_field"),
        ("Senior Engineer | Tarn | REMOTE", "missing_field"),
        ("SEEKING WORK | Designer | Oslo, NO", "missing_field"),
        (" | Engineer | Oslo, NO", "missing_field"),
        ("x" * 121 + " | Engineer | Oslo, NO", "missing_field"),
        ("Tarn | Engineer " + "x" * 120 + " | Oslo, NO", "missing_field"),
    ],
)
def test_another_first_line_is_rejected(text: str, reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(text)
    assert error.value.reason == reason


@given(st.text(st.sampled_from("|<>()[] a.:/&;-Engineer$"), max_size=300))
def test_any_comment_is_read_or_rejected(text: str) -> None:
    found = outcome({"id": 7, "text": text})
    if isinstance(found, PostingReading):
        assert found.company
        assert found.title
    else:
        assert found in {"no 'text'", *REJECTS}


@pytest.mark.parametrize("text", ["<" * 200_000, "a " * 100_000, "(" * 100_000 + "|b|c", "|" * 100_000, " " * 200_000])
def test_a_hostile_comment_takes_no_time(text: str) -> None:
    with pytest.raises(PayloadError):
        read(text)


def test_real_comments_are_read_where_their_first_line_names_company_and_role(shared: Path) -> None:
    comments = [
        {"id": job["id"], "author": job["by"], "created_at_i": job["time"], "text": job["text"], "children": []}
        for path in sorted((shared / "payloads" / "ats" / "boards" / "hn").glob("hn_whoishiring_*.json"))
        for job in orjson.loads(path.read_bytes())["jobs"]
        if job["source"] == "who_is_hiring"
    ]
    landed = payloads(*comments)
    assert [each["id"] for each in landed if re.search(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", each["text"])] == []
    found = [outcome(payload) for payload in landed]
    outcomes = Counter(each if isinstance(each, str) else "read" for each in found)
    assert outcomes == {"read": 472, **dict(zip(REJECTS, (185, 99, 15), strict=True))}
    read_well = [each for each in found if isinstance(each, PostingReading)]
    assert sum(bool(each.places) for each in read_well) == 420
    assert sum(bool(each.workplace) for each in read_well) == 429
