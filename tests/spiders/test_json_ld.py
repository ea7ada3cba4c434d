import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.json_ld import job_postings, parsed, posting_of_page

URL = "https://harrowlight.example/jobs/keeper-7"


def page(*blocks: str, title: str = "Keeper", rest: str = "") -> str:
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    return f"<html><head><title>{title}</title>{scripts}</head><body>{rest}</body></html>"


def block(**values: Any) -> str:
    return json.dumps({"@context": "https://schema.org", "@type": "JobPosting", "title": "Keeper"} | values)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "one\ntwo\ttab"}',
        '\ufeff{"a": "one\ntwo\ttab"}',
        '<!-- {"a": "one\ntwo\ttab"} -->',
        '//<![CDATA[\n{"a": "one\ntwo\ttab"}\n//]]>',
        '/*<![CDATA[*/{"a": "one\ntwo\ttab"}/*]]>*/',
        "{&quot;a&quot;: &quot;one\ntwo\ttab&quot;}",
        '{"a": "one\ntwo\ttab",}',
        '{"a": "one\ntwo\ttab"};',
        '{"a": "one\ntwo\ttab"}{"trailing": "garbage"}',
    ],
)
def test_a_block_is_mended(text: str) -> None:
    assert parsed(text) == {"a": "one\ntwo\ttab"}


@pytest.mark.parametrize("text", ["", "{", "null", "undefined", "[" * 5000, "<p>"])
def test_a_block_beyond_mending_is_none(text: str) -> None:
    assert parsed(text) is None


def test_text_that_json_may_hold_stays_as_it_is() -> None:
    assert parsed('{"a": "&quot;x&quot; , }"}') == {"a": "&quot;x&quot; , }"}


@pytest.mark.parametrize(
    "document",
    [
        {"@type": "JobPosting", "title": "Keeper"},
        [{"@type": "Organization"}, {"@type": ["Thing", "JobPosting"], "title": "Keeper"}],
        {"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "schema:JobPosting", "title": "Keeper"}}]},
        {"@type": "https://schema.org/JobPosting", "Title": "Keeper"},
        {"@type": "ItemList", "itemListElement": [{"item": {"type": "JobPosting", "title": "Keeper"}}]},
    ],
)
def test_a_posting_is_found_wherever_it_stands(document: Any) -> None:
    found = job_postings(LexborHTMLParser(page("{broken", json.dumps(document))))
    assert [posting["title"] for posting in found] == ["Keeper"]


def test_persons_and_what_cannot_be_landed_are_left_out() -> None:
    html = page(
        '{"@type": "JobPosting", "title": "\\ud800Keeper", "applicationContact": {"name": "A Person"}, '
        '"author": {"name": "B"}, "low": NaN, "high": 123456789012345678901234567890}'
    )
    (posting,) = job_postings(LexborHTMLParser(html))
    assert posting == {
        "@type": "JobPosting",
        "title": "?Keeper",
        "low": None,
        "high": "123456789012345678901234567890",
    }


@pytest.mark.parametrize(
    ("blocks", "rest", "title"),
    [
        ([block(title="Recommended"), block(url=URL)], "", "Keeper"),
        ([block(title="Recommended"), block(url="http://harrowlight.example/jobs/keeper-7/?ref=x")], "", "Keeper"),
        ([block(title="Recommended"), block()], "<h1>keeper</h1>", "Keeper"),
        ([block(title="Recommended"), block(title="Keeper &amp; Oiler")], "<h1>Keeper</h1>", "Keeper &amp; Oiler"),
        ([block(), block()], "", "Keeper"),
        ([block(title="One"), block(title="Two")], "<h1>Jobs</h1>", None),
        ([block(title="Alone", url="https://elsewhere.example/x")], "", "Alone"),
        ([], "<h1>Keeper</h1>", None),
    ],
)
def test_of_several_postings_the_page_s_own_counts(blocks: list[str], rest: str, title: str | None) -> None:
    found = posting_of_page(page(*blocks, rest=rest), URL)
    assert (found or {}).get("title") == title


def test_json_ld_wins_over_other_notations() -> None:
    marked = '<div itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">Oiler</b></div>'
    assert [each["title"] for each in job_postings(LexborHTMLParser(page(block(), rest=marked)))] == ["Keeper"]
    assert [each["title"] for each in job_postings(LexborHTMLParser(page(rest=marked)))] == ["Oiler"]


PIECES = [
    *("<script type='application/ld+json'>", "</script>", '{"@type":"JobPosting",', '"title":', '"x"', "}", "["),
    *("<div itemscope itemtype=JobPosting>", "<p itemprop=title>", "</div>", "\x00", "&quot;", "<h1>", "//"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_any_page_gives_a_posting_or_none(parts: list[str]) -> None:
    found = posting_of_page("".join(parts), URL)
    assert found is None or isinstance(found, dict)
