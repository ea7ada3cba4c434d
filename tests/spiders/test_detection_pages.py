"""Pages: what a careers page gives away, and how surely. The pages here are of fictional companies."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.detection.onward import onward
from spiders.detection.pages import Strength, best_of, recognise

URL = "https://www.acme.example/careers"


def page(body: str) -> str:
    return f"<!doctype html><html><head><title>Work at Acme</title></head><body>{body}</body></html>"


SEEN = [
    (
        '<div id="grnhse_app"></div><script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>',
        ("greenhouse", "acme", Strength.EMBEDDED),
    ),
    (
        '<iframe src="//boards.greenhouse.io/embed/job_board?b=x&amp;for=acme"></iframe>',
        ("greenhouse", "acme", Strength.EMBEDDED),
    ),
    (
        '<script>window.env = {"urlToken":"acme","x":1}</script><a href="/jobs?gh_jid=12">Engineer</a>',
        ("greenhouse", "acme", Strength.EMBEDDED),
    ),
    (
        '<script>leverJobsOptions = {accountName: "acme", includeCss: true};</script>',
        ("lever", "acme", Strength.EMBEDDED),
    ),
    ('<a href="https://jobs.lever.co/acme?lever-source=site">Open roles</a>', ("lever", "acme", Strength.LINKED)),
    (
        '<div id="ashby_embed"></div><script src="https://jobs.ashbyhq.com/Acme%20Robotics/embed?version=2"></script>',
        ("ashby", "Acme%20Robotics", Strength.EMBEDDED),
    ),
    (
        '<script>window.__appData = {"organization":{"hostedJobsPageSlug":"Acme"}};</script>',
        ("ashby", "Acme", Strength.EMBEDDED),
    ),
    (
        '<script>widget({"company_code": "AcmeRobotics1", "auto_width": true})</script>',
        ("smartrecruiters", "AcmeRobotics1", Strength.EMBEDDED),
    ),
    (
        '<script>var u = "https:\\/\\/acme.wd5.myworkdayjobs.com\\/en-US\\/External\\/job\\/Oslo";</script>',
        ("workday", "acme|wd5|External", Strength.MENTIONED),
    ),
    ('<script src="https://acme.bamboohr.com/js/embed.js"></script>', ("bamboohr", "acme", Strength.EMBEDDED)),
    (
        '<iframe src="https://careers-acme.icims.com/jobs/intro?in_iframe=1"></iframe>',
        ("icims", "careers-acme.icims.com", Strength.EMBEDDED),
    ),
    (
        '<a href="/hcmUI/CandidateExperience/en/sites/CX_1">Jobs</a>',
        ("oracle", "www.acme.example|CX_1", Strength.LINKED),
    ),
    ('<a href="/careers/SearchJobs">Jobs</a>', ("avature", "www.acme.example", Strength.LINKED)),
    (
        '<script>var phApp = phApp || {}; phApp.ddo = {"siteConfig": {}};</script>',
        ("phenom", "www.acme.example", Strength.EMBEDDED),
    ),
    (
        '<tr class="data-row"><td><a class="jobTitle-link" href="/job/Oslo-Engineer/1234567801/">x</a></td></tr>',
        ("successfactors", "www.acme.example", Strength.EMBEDDED),
    ),
    (
        '<code id="smartApplyData" style="display:none">{"domain": "acme.example", "positions": []}</code>',
        ("eightfold", "www.acme.example|acme.example", Strength.EMBEDDED),
    ),
    ("<tr onclick=\"window.location.href='/acme/job/oAbCdEfG'\"></tr>", ("jobvite", "acme", Strength.EMBEDDED)),
    ('<meta name="generator" content="Teamtailor">', ("teamtailor", "www.acme.example", Strength.EMBEDDED)),
    (
        '<script type="application/ld+json">{"@type": "JobPosting", "title": "Engineer"}</script>',
        ("careers_page", "www.acme.example", Strength.STRUCTURED),
    ),
    ("<script>whr_embed(12345, {detail: 'titles'});</script>", ("workable", None, Strength.PLATFORM_ONLY)),
    ('<ul class="BambooHR-ATS-Jobs-List"></ul>', ("bamboohr", None, Strength.PLATFORM_ONLY)),
    ('<link rel="stylesheet" href="https://tbcdn.talentbrew.com/x.css">', ("radancy", None, Strength.PLATFORM_ONLY)),
]


@pytest.mark.parametrize(("body", "seen"), SEEN)
def test_a_page_gives_its_platform_away(body: str, seen: tuple[str, str | None, Strength]) -> None:
    sightings = recognise(page(body), URL)
    assert [(found.platform, found.board, found.strength) for found in sightings] == [seen]
    assert sightings[0].evidence
    assert best_of(sightings) == (sightings[0] if seen[1] else None)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p>We hire people who like ashby moss, lever arches and green houses.</p>",
        '<a href="https://www.greenhouse.io">Powered by Greenhouse</a>',
        '<a href="https://www.linkedin.com/company/acme/jobs/">Jobs</a><a href="mailto:jobs@acme.example">Write us</a>',
        '<a href="http://[half">broken</a>',
    ],
)
def test_an_ordinary_page_gives_nothing_away(body: str) -> None:
    assert recognise(page(body), URL) == []


def test_the_address_of_the_page_counts_most() -> None:
    html = page('<a href="https://jobs.lever.co/partner">A partner hires, too</a>')
    sightings = recognise(html, "https://job-boards.greenhouse.io/acme")
    assert [(found.platform, found.strength) for found in sightings] == [
        ("greenhouse", Strength.ADDRESS),
        ("lever", Strength.LINKED),
    ]
    assert (best_of(sightings) or sightings[1]).board == "acme"


def test_what_is_embedded_counts_more_than_what_is_linked() -> None:
    html = page(
        '<a href="https://jobs.lever.co/partner">x</a><script src="https://jobs.ashbyhq.com/acme/embed"></script>'
    )
    assert best_of(recognise(html, URL)) == recognise(html, URL)[0]
    assert recognise(html, URL)[0].platform == "ashby"


def test_one_board_linked_often_is_one_sighting() -> None:
    links = "".join(f'<a href="https://jobs.lever.co/Acme/{number}">x</a>' for number in range(9))
    assert len(recognise(page(links + '<a href="https://jobs.lever.co/acme">all</a>'), URL)) == 1


def test_two_boards_linked_alike_are_ambiguous() -> None:
    html = page('<a href="https://jobs.lever.co/acme">x</a><a href="https://jobs.lever.co/acme-labs">y</a>')
    sightings = recognise(html, URL)
    assert {found.board for found in sightings} == {"acme", "acme-labs"}
    assert best_of(sightings) is None


@given(st.text(max_size=200), st.sampled_from([URL, "", "acme", "https://[::1"]))
def test_no_page_breaks_it(text: str, url: str) -> None:
    recognise(page(text), url)
    recognise(f"<a href='{text}'><script src={text}>", url)
    onward(f"<a href='{text}'><meta http-equiv=refresh content='0;url={text}'>", URL)


@pytest.mark.parametrize(
    ("body", "further"),
    [
        (
            '<a href="/about">x</a><a href="/jobs/diver-7">x</a><a href="/openings">x</a>',
            ["/jobs/diver-7", "/openings"],
        ),
        ('<meta http-equiv="refresh" content="0;url=\'/en/careers\'"><a href="/jobs">x</a>', ["/en/careers", "/jobs"]),
        ('<meta http-equiv="refresh" content="30"><a href="https://elsewhere.example/jobs">x</a>', []),
        ('<meta http-equiv="refresh" content="0;url=https://elsewhere.example/"><a href="/careers">x</a>', []),
        ('<a href="//[half/jobs">x</a><a href="/jobs/diver-7/apply">x</a>', []),
    ],
)
def test_a_page_leads_on_within_its_site(body: str, further: list[str]) -> None:
    assert onward(page(body), URL) == [f"https://www.acme.example{path}" for path in further]


REAL = [
    ("greenhouse/job_page/axon_7552623003.html", "https://www.axon.example/jobs", ("greenhouse", "axon")),
    ("ashby/lambda_board_page.html", "https://lambda.example/jobs", ("ashby", "Lambda")),
    ("workday/broadcom_board_page_rendered.html", "https://x.example", ("workday", "broadcom|wd1|External_Career")),
    ("phenom/adobe_search_results.html", "https://careers.adobe.com/us/en", ("phenom", "careers.adobe.com")),
    ("phenom/cisco_search_results_2.html", "https://careers.cisco.com/", ("phenom", "careers.cisco.com")),
    ("successfactors/sfrmk_search_slice.html", "https://careers.ey.com/search/", ("successfactors", "careers.ey.com")),
    ("avature/ea_searchjobs_slice.html", "https://jobs.ea.com/", ("avature", "jobs.ea.com")),
    ("generic/twosigma_openroles_slice.html", "https://x.example", ("avature", "careers.twosigma.com")),
    ("generic/nbc_search_slice.html", "https://x.example", ("avature", "emplois.bnc.ca")),
    ("jsonld/paloalto_2.html", "https://x.example", ("smartrecruiters", "PaloAltoNetworks2")),
    ("jsonld/paylocity_fermi_detail.html", "https://x.example", ("paylocity", "add565e9-4cee-4334-8182-9de221ffb9e4")),
    (
        "eightfold/netflix_job_790313323421.html",
        "https://explore.jobs.netflix.net/careers/job/790313323421",
        ("eightfold", "explore.jobs.netflix.net|netflix.com"),
    ),
    ("jobvite/agscareer_list_slice.html", "https://x.example", ("jobvite", "agscareer")),
    ("generic/gildan_openpositions.html", "https://gildancorp.com/", None),  # two boards of one company
    ("generic/confluent_jobs_page_2.html", "https://www.confluent.io/careers/", None),
    ("other_ats/peoplestrong_bajaj_finserv.html", "https://x.example", None),
    ("other_ats/gusto_material_detail.html", "https://jobs.gusto.com/", None),
]


@pytest.mark.parametrize(("file", "url", "board"), REAL)
def test_real_pages_are_recognised(shared: Path, file: str, url: str, board: tuple[str, str] | None) -> None:
    html = (shared / "payloads" / "ats" / file).read_text(encoding="utf-8", errors="replace")
    best = best_of(recognise(html, url))
    assert ((best.platform, best.board) if best else None) == board
