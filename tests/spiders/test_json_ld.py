import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.json_ld import job_postings, posting_of_page
from spiders.platforms.json_ld_blocks import documents_of, parsed

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
        '{"a": "one\ntwo\ttab"} and then words',
        "{&#34;a&#34;: &#34;one\ntwo\ttab&#34;}",
        "{&#X22;a&#x22;: &#x22;one\ntwo\ttab&#x22;,}",
    ],
)
def test_a_block_is_mended(text: str) -> None:
    assert parsed(text) == {"a": "one\ntwo\ttab"}


@pytest.mark.parametrize("text", ["", "{", "null", "undefined", "[" * 5000, "<p>"])
def test_a_block_beyond_mending_is_none(text: str) -> None:
    assert parsed(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (r'{"a": "the keeper\'s lamp"}', "the keeper's lamp"),
        (r'{"a": "oil \- and \x41 \u12 wicks",}', r"oil \- and \x41 \u12 wicks"),
        (r'{"a": "C:\\lamp \" \u00e9 \-"}', r"C:\lamp " + '" \u00e9 ' + r"\-"),
    ],
)
def test_escapes_that_json_does_not_know_are_taken_as_written(text: str, meant: str) -> None:
    assert parsed(text) == {"a": meant}


def test_several_documents_in_one_block_are_all_read() -> None:
    assert documents_of('{"a": 1}\n{"b": 2}, [3]; 4 {') == [{"a": 1}, {"b": 2}, [3]]


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


def test_what_is_named_once_and_meant_elsewhere_is_found() -> None:
    graph = [
        {"@type": "WebPage", "@id": f"{URL}#page", "about": {"@id": "#job"}},
        {"@type": "Organization", "@id": "#org", "name": "Harrow Light"},
        {"@type": "Place", "@id": "#here", "name": "Leith"},
        {"@id": "#job", "@type": "JobPosting", "title": "Keeper", "hiringOrganization": {"@id": "#org"}}
        | {"jobLocation": [{"@id": "#here"}, {"@id": "#unknown"}], "mainEntityOfPage": {"@id": f"{URL}#page"}},
    ]
    found = posting_of_page(page(json.dumps({"@graph": graph})), URL) or {}
    assert found["hiringOrganization"]["name"] == "Harrow Light"
    assert found["jobLocation"] == [graph[2], {"@id": "#unknown"}]
    assert found["mainEntityOfPage"] == {"@id": f"{URL}#page"}


def test_things_that_name_each_other_do_not_go_on_for_ever() -> None:
    graph = [{"@id": "#a", "@type": "JobPosting", "title": "x", "isRelatedTo": {"@id": "#b"}}]
    graph.append({"@id": "#b", "@type": "JobPosting", "title": "y", "isRelatedTo": {"@id": "#a"}})
    assert len(job_postings(LexborHTMLParser(page(json.dumps(graph))))) == 2


def test_one_posting_written_for_each_place_is_one_in_all_places() -> None:
    copies = [block(url=URL, jobLocation={"name": place}, identifier=place) for place in ("Leith", "Oban", "Leith")]
    assert (posting_of_page(page(*copies), URL) or {})["jobLocation"] == [{"name": "Leith"}, {"name": "Oban"}]
    other = block(url=URL, jobLocation={"name": "Wick"}, baseSalary=1)
    assert posting_of_page(page(*copies, other), URL) is None


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
        ([block(title="One"), block(mainEntityOfPage={"@type": "WebPage", "@id": URL})], "", "Keeper"),
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
