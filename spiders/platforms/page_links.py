"""Where a site keeps its job pages, or its events: links, sitemaps and feeds, told by their addresses alone. Pure.

Formats: https://www.sitemaps.org/protocol.html, RSS 2.0 and Atom. What a job page says, other modules read.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit
from xml.sax.saxutils import unescape

from selectolax.lexbor import LexborHTMLParser

#: path words behind which one job stands, in the languages of Europe and the Americas
_JOBS = (
    r"jobs?|job-?(?:details?|openings?|offers?|posts?|listings?)|positions?|vacanc(?:y|ies)|(?:current-)?openings?"
    r"|open-(?:positions|roles|jobs)|roles?|opportunit(?:y|ies)|postings?|requisitions?|stellen\w*|jobangebote?"
    r"|offres?(?:-d-?emplois?|-emploi)?|emplois?|empleos?|ofertas?(?:-de-(?:empleo|trabajo))?|vagas?|vacatures?"
    r"|offerte-di-lavoro|posizioni(?:-aperte)?|oferty(?:-pracy)?|stillinger?|ledige-stillinger|lediga-jobb|tyopaikat"
)
#: path words of the pages around them
_FOLDERS = r"careers?|karriere|carrieres?|carreiras?|carreras|join-?us|work-with-us|werken-bij|lavora-con-noi|praca|o|p"
#: path words behind which one event stands
_EVENTS = (
    r"events?|hackathons?|contests?|competitions?|challenges?|ctfs?|awards?|prizes?|opportunit(?:y|ies)|open-calls?"
    r"|concours|concursos?|concorsi?|wettbewerbe?|veranstaltungen|evenements?|eventos?|eventi|desafios?|konkursy?"
)
_NAMED = r"(?:[^/?#]*[\d-][^/?#]*|[^/?#]{24,})"  # a page of its own: a number or several words
_NOT_ONE = r"(?![a-z]{2}[-_][a-z]{2}(?:[/?#]|\Z)|page[/-]?\d|search|index|apply\b|login)"
_JOB_PAGE = re.compile(rf"/(?:{_JOBS})/(?:[^/?#]+/)*{_NOT_ONE}{_NAMED}/?\Z", re.IGNORECASE)
_FOLDER_PAGE = re.compile(rf"/(?:{_FOLDERS})/(?:[^/?#]+/)*{_NOT_ONE}{_NAMED}/?\Z", re.IGNORECASE)
_OF_MANY = r"(?:page|past|upcoming|archive|all|new|tags?|categor(?:y|ies)|topics?)"
_EVENT_PAGE = re.compile(
    rf"/(?:{_EVENTS})/(?:(?!{_OF_MANY}/)[^/?#]+/)*{_NOT_ONE}(?!{_OF_MANY}/?\Z)[^/?#]+/?\Z", re.IGNORECASE
)
_JOB_QUERY = re.compile(
    r"(?:\A|&)(?:job_?id|jid|gh_jid|vacancy(?:_?id)?|position_?id|req(?:uisition)?_?id|posting_?id)=[\w-]+",
    re.IGNORECASE,
)
_LIST_PAGE = re.compile(rf"/(?:{_JOBS}|{_FOLDERS})(?:[/.?#-]|\Z)", re.IGNORECASE)
_OF_JOBS = re.compile(rf"(?<![a-z])(?:{_JOBS}|careers?|karriere|carrieres?|carreiras?)(?![a-z])", re.IGNORECASE)
_STEP = re.compile(r"/(?:apply|applicants?|applications?|login|sign-?in|share|print|email)(?:/|\Z)", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|docx?|jpe?g|png|gif|svg|webp|zip|mp4|ics|css|js|json)\Z", re.IGNORECASE)
_TRACKING = re.compile(r"utm_\w+|gclid|fbclid|msclkid|trk|gh_src|lever-source|_ga", re.IGNORECASE)
_PAGING = re.compile(r"(?:\A|[&/])(?:page|paged?|p|pg|offset|start|startrow|from)[=/-]?\d+\b", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:\w+:)?(url|sitemap|item|entry)[\s>].*?</(?:\w+:)?\1\s*>", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(
    r"<(?:\w+:)?(?:loc|link)\s*>\s*(?:<!\[CDATA\[)?\s*(?P<text>[^<\]]+)"
    r"|<(?:atom:)?link\b(?![^>]*\brel\s*=\s*[\"'](?!alternate))[^>]*?\bhref\s*=\s*[\"'](?P<href>[^\"']+)",
    re.IGNORECASE,
)
_PERMALINK = re.compile(
    r"<guid\b(?![^>]*\bisPermaLink\s*=\s*[\"']false)[^>]*>\s*(?:<!\[CDATA\[)?\s*(?P<text>https?://[^<\]]+)",
    re.IGNORECASE,
)
_STAMP = re.compile(r"<(?:\w+:)?(?:lastmod|pubDate|updated|published)\s*>\s*([^<]{4,40}?)\s*<", re.IGNORECASE)
_MOST_ENTRIES = 50_000


@dataclass(frozen=True, slots=True)
class Link:
    """An address on the site, and when it says it last changed."""

    url: str
    changed: str | None = None


def clean_url(url: str, base: str) -> str | None:
    """An absolute web address without fragment and tracking, in the base's scheme; None where it is none."""
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "." not in host or parts.username or port not in {None, 80, 443}:
        return None
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])]
    is_as_written = len(query) == len(parse_qsl(parts.query, keep_blank_values=True))
    scheme = urlsplit(base).scheme or "https"
    return urlunsplit((scheme, host, parts.path or "/", parts.query if is_as_written else urlencode(query), ""))


def is_same_site(url: str, other: str) -> bool:
    """Whether one host is the other, or a part of it: careers.example.org and www.example.org are one site."""
    one, two = ((urlsplit(each).hostname or "").removeprefix("www.") for each in (url, other))
    return one == two or ("." in two and one.endswith(f".{two}")) or ("." in one and two.endswith(f".{one}"))


def job_likeness(url: str, folder: str) -> int:
    """2 for an address of one job, 1 for a page below the careers page or its like, 0 for others."""
    parts = urlsplit(url)
    if _FILE.search(parts.path) or _STEP.search(parts.path):
        return 0
    if _JOB_PAGE.search(parts.path) or _JOB_QUERY.search(parts.query):
        return 2
    is_below = folder != "/" and parts.path.startswith(folder) and re.search(rf"/{_NOT_ONE}{_NAMED}/?\Z", parts.path)
    return 1 if is_below or _FOLDER_PAGE.search(parts.path) else 0


def event_likeness(url: str, folder: str) -> int:
    """2 for an address of one event, 1 for a page of its own below the list, 0 for others."""
    path = urlsplit(url).path
    if _FILE.search(path) or _STEP.search(path):
        return 0
    if _EVENT_PAGE.search(path):
        return 2
    is_below = folder != "/" and path.startswith(folder) and re.search(rf"/{_NOT_ONE}{_NAMED}/?\Z", path)
    return 1 if is_below else 0


def is_next(url: str, page: str) -> bool:
    """Whether an address looks like another page of the list at hand."""
    parts, here = urlsplit(url), urlsplit(page)
    is_paging = _PAGING.search(parts.query) or _PAGING.search(parts.path)
    return bool(is_paging) and _without_number(parts.path) == _without_number(here.path) and len(parts.query) <= 200


def is_list(url: str) -> bool:
    """Whether an address looks like some list of jobs."""
    parts = urlsplit(url)
    return not (parts.query or _FILE.search(parts.path) or _STEP.search(parts.path)) and bool(
        _LIST_PAGE.search(parts.path)
    )


def _without_number(path: str) -> str:
    return _PAGING.sub("", path).rstrip("/")


def links_of(page: LexborHTMLParser, url: str) -> list[Link]:
    """Every address on the same site that a page links to, each once, in its order."""
    stated = page.css_first("base[href]")
    base = clean_url((stated.attributes.get("href") if stated else None) or "", url) or url
    nodes = page.css("a[href], area[href], link[rel~=next]")
    found = (clean_url(node.attributes.get("href") or "", base) for node in nodes)
    return [Link(each) for each in dict.fromkeys(found) if each and is_same_site(each, url)]


def feeds_of(page: LexborHTMLParser, url: str) -> list[str]:
    """The job feeds a page names; a blog's feed is none."""
    nodes = page.css('link[rel~="alternate"][type*="rss"], link[rel~="alternate"][type*="atom"]')
    stated = ((node.attributes.get("href") or "", node.attributes.get("title") or "") for node in nodes)
    found = [clean_url(href, url) for href, title in stated if _OF_JOBS.search(f"{href} {title}")]
    return [each for each in found if each and is_same_site(each, url)]


def entries_of(text: str, url: str) -> tuple[list[Link], list[str]]:
    """The pages a sitemap or feed names, newest first, and the further sitemaps it names."""
    pages: list[Link] = []
    sitemaps: list[str] = []
    for number, block in enumerate(_BLOCK.finditer(text)):
        address = _ADDRESS.search(block[0]) or _PERMALINK.search(block[0])
        link = clean_url(unescape(address[address.lastgroup or 0]), url) if address else None
        if link is None or not is_same_site(link, url) or number > _MOST_ENTRIES:
            continue
        if block[1].lower() == "sitemap":
            sitemaps.append(link)
        else:
            stamp = _STAMP.search(block[0])
            pages.append(Link(link, stamp[1] if stamp else None))
    return sorted(pages, key=lambda each: each.changed or "", reverse=True), sitemaps


def addresses_of(text: str, url: str) -> list[Link]:
    """The pages that a sitemap of plain text names, one a line."""
    lines = (clean_url(line, url) for line in text.split() if line.startswith(("http://", "https://")))
    return [Link(each) for each in dict.fromkeys(lines) if each and is_same_site(each, url)]


def sitemaps_of(robots: str, url: str) -> list[str]:
    """The sitemaps that a robots.txt names."""
    found = (clean_url(line, url) for line in re.findall(r"(?im)^\s*sitemap\s*:\s*(\S+)", robots))
    return [each for each in dict.fromkeys(found) if each and is_same_site(each, url)]


def speaks_of_jobs(url: str) -> bool:
    """Whether a sitemap's name says that it lists jobs."""
    return bool(_OF_JOBS.search(urlsplit(url).path))
