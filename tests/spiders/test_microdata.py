from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.microdata import items_of

JOB = 'itemscope itemtype="http://schema.org/JobPosting"'


@pytest.mark.parametrize(
    ("html", "stated"),
    [
        (f'<div {JOB}><h1 itemprop="title"> Keeper </h1></div>', {"title": " Keeper "}),
        (f'<div {JOB}><a itemprop="title" href="/jobs/7">Keeper</a></div>', {"title": "Keeper"}),
        (f'<div {JOB}><a itemprop="url" href="/jobs/7"><b itemprop="title">Keeper</b></a></div>',
         {"url": "/jobs/7", "title": "Keeper"}),
        (f'<div {JOB}><link itemprop="employmentType" href="https://schema.org/FullTime"></div>',
         {"employmentType": "https://schema.org/FullTime"}),
        (f'<div {JOB}><meta itemprop="datePosted" content="Wed Sep 02 02:00:00 UTC 2026"></div>',
         {"datePosted": "Wed Sep 02 02:00:00 UTC 2026"}),
        (f'<div {JOB}><time itemprop="datePosted" datetime="2026-9-2">Sept 2</time></div>', {"datePosted": "2026-9-2"}),
        (f'<div {JOB}><time itemprop="datePosted" datetime="">2 Sept</time></div>', {"datePosted": "2 Sept"}),
        (f'<div {JOB}><p itemprop="description">Oil <b>lamps</b></p></div>', {"description": "Oil <b>lamps</b>"}),
        (f'<div {JOB}><i itemprop="employmentType">A</i><i itemprop="employmentType">B</i></div>',
         {"employmentType": ["A", "B"]}),
        (f'<div {JOB}><div itemprop="jobLocation" itemscope itemtype="http://schema.org/Place">'
         '<b itemprop="name">Oban</b></div></div>', {"jobLocation": {"@type": "Place", "name": "Oban"}}),
        (f'<div {JOB} itemref="text text none"><b itemprop="title">Keeper</b></div>'
         '<p id="text" itemprop="description">Oil</p>', {"title": "Keeper", "description": "Oil"}),
        ('<div vocab="https://schema.org/" typeof="JobPosting"><b property="title">Keeper</b></div>',
         {"title": "Keeper"}),
        ('<div prefix="s: http://schema.org/" typeof="s:JobPosting"><b property="s:title">Keeper</b>'
         '<div property="s:hiringOrganization" typeof="s:Organization"><a property="s:name" href="/">Acme</a></div>',
         {"title": "Keeper", "hiringOrganization": {"@type": "Organization", "name": "Acme"}}),
        ('<div typeof="http://schema.org/JobPosting"><b property="http://schema.org/title">Keeper</b></div>',
         {"title": "Keeper"}),
    ],
)  # fmt: skip
def test_a_posting_is_read_as_json_ld_would_say_it(html: str, stated: dict[str, Any]) -> None:
    assert items_of(LexborHTMLParser(html), "JobPosting") == [{"@type": "JobPosting"} | stated]


@pytest.mark.parametrize(
    "html",
    ["", "<p>JobPosting</p>", '<div itemscope itemtype="http://schema.org/JobPostingList"></div>', "<b typeof>x</b>"],
)
def test_other_things_are_none(html: str) -> None:
    assert items_of(LexborHTMLParser(html), "JobPosting") == []


def test_several_postings_of_a_list_stay_apart() -> None:
    html = f'<div {JOB}><b itemprop="title">A</b></div><div {JOB}><b itemprop="title">B</b></div>'
    assert [item["title"] for item in items_of(LexborHTMLParser(html), "JobPosting")] == ["A", "B"]
