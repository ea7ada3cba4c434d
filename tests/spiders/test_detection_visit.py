"""Visits: a page is looked at politely, never on this machine's own network, and only through replay under replay."""

import json
from pathlib import Path
from typing import Any

import pytest

from spiders.detection import visit
from spiders.detection.pages import Strength, best_of
from spiders.detection.visit import MAX_REDIRECTS, MOST_FURTHER, look_at
from spiders.platforms import platforms
from spiders.sample_sites.server import serve
from spiders.settings import scrapy_settings
from warehouse.errors import UsageError, WorkFailed
from warehouse.settings import Settings

CAREERS = "https://www.acme.example/careers"
EMBED = '<html><body><script src="https://jobs.ashbyhq.com/acme/embed"></script></body></html>'


def recorded(folder: Path, *answers: dict[str, Any]) -> Path:
    lines = []
    for number, answer in enumerate(answers):
        (folder / f"{number}.body").write_bytes(answer.get("body", "").encode(answer.get("charset", "utf-8")))
        headers = {"Content-Type": f"text/html; charset={answer.get('charset', 'utf-8')}", **answer.get("headers", {})}
        lines.append(
            {
                "method": "GET",
                "url": answer["url"],
                "status": answer.get("status", 200),
                "headers": headers,
                "body_file": f"{number}.body",
            }
        )
    (folder / "index.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return folder


def moved(url: str, to: str, status: int = 302) -> dict[str, Any]:
    return {"url": url, "status": status, "headers": {"Location": to}}


def test_a_page_is_fetched_and_recognised(tmp_path: Path) -> None:
    with serve(recorded(tmp_path, {"url": CAREERS, "body": EMBED})) as server:
        page = look_at(CAREERS, Settings(replay=server.address))
        asked = [url for _, _, url in server.requests]
    assert (page.url, page.redirects) == (CAREERS, ())
    assert [(seen.platform, seen.board, seen.strength) for seen in page.sightings] == [
        ("ashby", "acme", Strength.EMBEDDED)
    ]
    assert asked == ["https://www.acme.example/robots.txt", CAREERS]


def test_an_address_without_a_scheme_is_taken_for_https(tmp_path: Path) -> None:
    with serve(recorded(tmp_path, {"url": CAREERS, "body": EMBED})) as server:
        assert look_at("www.acme.example/careers", Settings(replay=server.address)).url == CAREERS


def test_a_redirect_to_a_board_tells_without_asking_it(tmp_path: Path) -> None:
    board = "https://job-boards.greenhouse.io/acme"
    with serve(recorded(tmp_path, moved(CAREERS, "/jobs"), moved("https://www.acme.example/jobs", board))) as server:
        page = look_at(CAREERS, Settings(replay=server.address))
        asked = [url for _, _, url in server.requests]
    assert page.redirects == ("https://www.acme.example/jobs", board)
    assert [(seen.platform, seen.board, seen.strength) for seen in page.sightings] == [
        ("greenhouse", "acme", Strength.ADDRESS)
    ]
    assert not [url for url in asked if "greenhouse" in url]


def test_robots_txt_is_obeyed(tmp_path: Path) -> None:
    rules = {"url": "https://www.acme.example/robots.txt", "body": "User-agent: *\nDisallow: /careers"}
    with serve(recorded(tmp_path, rules, {"url": CAREERS, "body": EMBED})) as server:
        with pytest.raises(WorkFailed, match=r"robots\.txt forbids"):
            look_at(CAREERS, Settings(replay=server.address))
        assert [url for _, _, url in server.requests] == ["https://www.acme.example/robots.txt"]


def test_a_site_that_cannot_say_its_rules_is_left_alone(tmp_path: Path) -> None:
    rules = {"url": "https://www.acme.example/robots.txt", "status": 503}
    with (
        serve(recorded(tmp_path, rules, {"url": CAREERS, "body": EMBED})) as server,
        pytest.raises(WorkFailed, match=r"robots\.txt forbids"),
    ):
        look_at(CAREERS, Settings(replay=server.address))


def test_an_endless_way_ends(tmp_path: Path) -> None:
    with serve(recorded(tmp_path, moved(CAREERS, CAREERS))) as server:
        with pytest.raises(WorkFailed, match="redirects more than"):
            look_at(CAREERS, Settings(replay=server.address))
        assert len([url for _, _, url in server.requests if url == CAREERS]) == MAX_REDIRECTS + 1


def test_an_error_is_said(tmp_path: Path) -> None:
    with (
        serve(recorded(tmp_path, {"url": CAREERS, "status": 410})) as server,
        pytest.raises(WorkFailed, match="answers 410"),
    ):
        look_at(CAREERS, Settings(replay=server.address))


def test_only_so_much_of_a_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "MAX_BYTES", 50_000)
    late = " " * 50_000 + '<a href="https://jobs.lever.co/late">x</a>'
    with serve(recorded(tmp_path, {"url": CAREERS, "body": EMBED + late})) as server:
        page = look_at(CAREERS, Settings(replay=server.address))
    assert [seen.board for seen in page.sightings] == ["acme"]


@pytest.mark.parametrize("charset", ["utf-16", "no-such-charset"])
def test_any_charset_is_read_as_well_as_it_goes(tmp_path: Path, charset: str) -> None:
    answer: dict[str, Any] = {
        "url": CAREERS,
        "body": EMBED,
        "headers": {"Content-Type": f"text/html;charset={charset}"},
    }
    if charset == "utf-16":
        answer["charset"] = charset
    with serve(recorded(tmp_path, answer)) as server:
        assert look_at(CAREERS, Settings(replay=server.address)).sightings


@pytest.mark.parametrize("url", ["ftp://acme.example/careers", "file:///etc/hosts", "https://", "javascript://x"])
def test_only_web_pages_are_asked(url: str) -> None:
    with pytest.raises(UsageError):
        look_at(url, Settings())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.7", "169.254.169.254", "192.168.1.1"])
def test_nothing_on_this_network_is_asked(host: str) -> None:
    with pytest.raises(UsageError, match="only public pages"):
        look_at(f"http://{host}:1/careers", Settings())


def test_a_redirect_cannot_leave_the_web(tmp_path: Path) -> None:
    with serve(recorded(tmp_path, moved(CAREERS, "file:///etc/hosts"))) as server, pytest.raises(UsageError):
        look_at(CAREERS, Settings(replay=server.address))


def test_replay_is_only_ever_on_this_machine() -> None:
    with pytest.raises(UsageError, match="ROLECALL_REPLAY"):
        look_at(CAREERS, Settings(replay="http://replay.example:80"))


def test_nobody_answering_is_said() -> None:
    with pytest.raises(WorkFailed, match="does not answer"):
        look_at(CAREERS, Settings(replay="http://127.0.0.1:1"))


def test_it_names_itself_as_a_crawl_does() -> None:
    settings = Settings(contact="https://rolecall.example")
    assert settings.user_agent == scrapy_settings(settings, platforms()["lever"])["USER_AGENT"]


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>Work at Kelpworks</title>{head}</head><body>{body}</body></html>"


TYPED = '<script type="application/ld+json">{"@context": "https://schema.org", "@type": ["JobPosting"]}</script>'
ASHBY = page(
    '<div id="ashby_embed"></div><script src="https://jobs.ashbyhq.com/Kelp%20Works/embed?version=2"></script>'
)
#: the pages of a company's own domain (`/` is the one asked for), and the board behind it
DOMAINS: list[tuple[dict[str, str], str | None]] = [
    (
        {"/": page('<iframe data-src="https://job-boards.greenhouse.io/embed/job_board?for=kelpworks"></iframe>')},
        "greenhouse:kelpworks",
    ),
    (
        {"/": page("<script>fetch(`https://boards-api.greenhouse.io/v1/boards/kelpworks/jobs?content=true`)</script>")},
        "greenhouse:kelpworks",
    ),
    (
        {"/": page('<script>var jobs="https://api.eu.lever.co/v0/postings/kelpworks?mode=json"</script>')},
        "lever_eu:kelpworks",
    ),
    ({"/": ASHBY}, "ashby:Kelp%20Works"),
    (
        {"/": page("<script>whr_embed(4711)</script><a href='https://apply.workable.com/kelpworks/'>All</a>")},
        "workable:kelpworks",
    ),
    ({"/": page('<script>const feed="https://kelpworks.jobs.personio.de/xml"</script>')}, "personio:kelpworks"),
    ({"/": page("", '<meta content="Teamtailor" name="generator">')}, "teamtailor:www.kelpworks.example"),
    ({"/": page('<script src="https://kelpworks.bamboohr.com/js/embed.js"></script>')}, "bamboohr:kelpworks"),
    (
        {"/": page('<a href="https://kelpworks.wd3.myworkdayjobs.com/Kelp_Careers">Search</a>')},
        "workday:kelpworks|wd3|Kelp_Careers",
    ),
    ({"/": page('<script src="https://kelpworks.breezy.hr/embed/js?inline=true"></script>')}, "breezy:kelpworks"),
    ({"/": page('<script src="https://app.jazz.co/widgets/basic/create/kelpworks"></script>')}, "jazzhr:kelpworks"),
    (
        {"/": page('<iframe src="https://careers-kelpworks.icims.com/jobs/search?in_iframe=1"></iframe>')},
        "icims:careers-kelpworks.icims.com",
    ),
    ({"/": page('<a href="https://join.com/companies/kelpworks">Jobs</a>')}, "join_com:kelpworks"),
    (
        {"/": page("", '<meta http-equiv="refresh" content="0; url=https://jobs.lever.co/kelpworks">')},
        "lever:kelpworks",
    ),
    # the page asked for says nothing, and leads to one that does
    ({"/": page('<a href="/about">Us</a><a href="/careers">Careers</a>'), "/careers": ASHBY}, "ashby:Kelp%20Works"),
    ({"/": page("", '<meta http-equiv="Refresh" content="1;URL=/en/">'), "/en/": ASHBY}, "ashby:Kelp%20Works"),
    ({"/": page('<a href="/jobs/diver-7">x</a>'), "/jobs/diver-7": TYPED}, "careers_page:www.kelpworks.example"),
    (
        {"/": page("<div itemscope itemtype='http://schema.org/JobPosting'></div>")},
        "careers_page:www.kelpworks.example",
    ),
    ({"/": page('<div typeof="schema:JobPosting"></div>')}, "careers_page:www.kelpworks.example"),
    ({"/": page('<a href="/careers">x</a><a href="/jobs/a-1">x</a>'), "/careers": page("None today.")}, None),
    ({"/": page('<a href="https://www.linkedin.com/company/kelpworks/jobs/">x</a>')}, None),
]


@pytest.mark.parametrize(("pages", "board"), DOMAINS, ids=range(len(DOMAINS)))
def test_the_platform_behind_a_company_s_own_domain_is_named(
    tmp_path: Path, pages: dict[str, str], board: str | None
) -> None:
    home = "https://www.kelpworks.example"
    answers = [{"url": f"{home}{path}", "body": body} for path, body in pages.items()]
    with serve(recorded(tmp_path, *answers)) as server:
        found = look_at(f"{home}/", Settings(replay=server.address))
        asked = [url for _, _, url in server.requests if "robots" not in url]
    best = best_of(found.sightings)
    assert (f"{best.platform}:{best.board}" if best else None) == board
    assert not best or best.evidence
    assert asked == [f"{home}/", *found.further]
    assert len(found.further) <= MOST_FURTHER


def test_a_further_page_is_asked_as_politely(tmp_path: Path) -> None:
    home = "https://www.kelpworks.example"
    rules = {"url": f"{home}/robots.txt", "body": "User-agent: *\nDisallow: /careers"}
    answers = [
        rules,
        {"url": f"{home}/", "body": page('<a href="/careers">x</a>')},
        {"url": f"{home}/careers", "body": ASHBY},
    ]
    with serve(recorded(tmp_path, *answers)) as server:
        assert look_at(f"{home}/", Settings(replay=server.address)).sightings == ()
        assert f"{home}/careers" not in [url for _, _, url in server.requests]
