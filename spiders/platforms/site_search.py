"""The search for job pages through one company's site: careers page, list pages, feeds, robots.txt, sitemaps.

List pages are asked for one after another, because each must know what the earlier ones found: what is known travels
with the request. Job pages are asked for as soon as they are known. Which addresses count, `page_links` knows.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms import page_links
from spiders.platforms.base import Answer, Fetch, Page, Payload
from spiders.platforms.job_posting import description_of
from spiders.platforms.json_ld import job_postings, posting_of_page
from spiders.platforms.page_links import Link
from warehouse.errors import PayloadError
from warehouse.vocabulary import RejectReason

#: the most job pages, and the most other pages, that one crawl of a site asks for
MOST_JOBS = 200
MOST_LISTS = 30
#: after so many lists in a row that name no new job, further ones are other views of the same jobs
ENOUGH_BARREN = 4
_XML = re.compile(
    r"(?:<!--.*?-->\s*|<[?!][^>]*>\s*)*<(?:\w+:)?(?P<root>urlset|sitemapindex|rss|rdf|feed)\b",
    re.IGNORECASE | re.DOTALL,
)
#: what a bot wall says in place of the page
_WALL = re.compile(
    r"just a moment|attention required|(?:verify|verifying) (?:that )?you are (?:a )?human|are you a (?:human|robot)"
    r"|access denied|unusual traffic|checking your browser|captcha",
    re.IGNORECASE,
)
_FEEDS = frozenset({"rss", "rdf", "feed"})
#: where a sitemap may lie that nobody names, asked for while no job is known
_GUESSES = ("/sitemap.xml", "/sitemap_index.xml", "/sitemap.xml.gz", "/jobs/sitemap.xml", "/careers/sitemap.xml")


class SiteSearch:
    """One step of the search: the answer to one request that is not for a job page."""

    def __init__(self, start: str, answer: Answer) -> None:
        known: dict[str, Any] = answer.carried or {}
        self.start = start
        self.url = answer.url or start
        self.text = answer.text.lstrip("\ufeff \t\r\n")
        self.is_first = answer.carried is None
        self.seen: dict[str, None] = dict.fromkeys([start, self.url, *known.get("seen", ())])
        #: pages to look at: those that must be seen, and lists that may repeat what is known
        self.todo: list[str] = list(known.get("todo", ()))
        self.maybe: list[str] = list(known.get("maybe", ()))
        #: parts of a sitemap's index, which must all be there; sitemaps that may be there or not
        self.parts: list[str] = list(known.get("parts", ()))
        self.guesses: list[str] = list(known.get("guesses", ()))
        #: jobs that only a feed names: it shows its newest entries, so that a missing one is no evidence
        self.fed: dict[str, None] = dict.fromkeys(known.get("fed", ()))
        self.lists: int = known.get("lists", 0) + 1
        self.barren: int = known.get("barren", 0)
        #: addresses of single jobs, and postings that stood on other pages
        self.jobs: int = known.get("jobs", 0)
        self.held: int = known.get("held", 0)
        self.is_promised: bool = known.get("is_promised", False)
        self.is_linked = self.is_wall = False
        self.found = Page()

    def page(self) -> Page:
        """What this answer adds: postings, job pages to ask for, and the next page worth a look.

        Raises PayloadError(`wrong_type`) where the careers page leads nowhere: a bot wall, say, or no page at all.
        """
        if xml := _XML.match(self.text):
            self._take_list(is_feed=xml["root"].lower() in _FEEDS)
        elif self.text.startswith("<"):
            self._take_page(LexborHTMLParser(self.text))
        elif not self.is_first:
            self._take_robots()
        if self.is_first:
            self._begin()
        self._go_on()
        return self.found

    def _begin(self) -> None:
        """Whatever the careers page says, ask robots.txt where more may stand; but it must be a page of the site."""
        leads = self.found.payloads or self.found.follow or self.todo or _XML.match(self.text)
        if not leads and (self.is_wall or not self.is_linked):
            what = "its links may be made by JavaScript: " if "<script" in self.text else ""
            raise PayloadError(RejectReason.WRONG_TYPE, f"no page that leads on: {what}{self.text[:80]!r}")
        self._ask([urljoin(self.start, "/robots.txt")])

    def _take_list(self, *, is_feed: bool) -> None:
        """The entries of a sitemap or a feed, and the parts of an index."""
        links, sitemaps = page_links.entries_of(self.text, self.url)
        self._take_links(links, is_feed=is_feed)
        parts = [each for each in sitemaps if page_links.speaks_of_jobs(each)] or sitemaps
        self.parts += [each for each in parts if each not in self.seen]
        self._ask(parts)

    def _take_robots(self) -> None:
        """The sitemaps that robots.txt names, or the pages that a sitemap of plain text names."""
        self._take_links(page_links.addresses_of(self.text, self.url))
        sitemaps = page_links.sitemaps_of(self.text, self.url)
        self._ask(sitemaps)
        if self.url == urljoin(self.start, "/robots.txt") and not sitemaps:
            self.guesses = [urljoin(self.start, path) for path in _GUESSES]

    def _take_page(self, page: LexborHTMLParser) -> None:
        self._take_postings(page)
        links = page_links.links_of(page, self.url)
        self._take_links(links)
        self.is_linked = any(link.url not in {self.start, self.url} for link in links)
        self.is_wall = any(_WALL.search(node.text()) for node in page.css("title, h1, h2"))
        self._ask(link.url for link in links if page_links.is_next(link.url, self.url))
        self._ask(page_links.feeds_of(page, self.url))
        lists = [link.url for link in links if link.url not in self.seen and page_links.is_list(link.url)]
        self.seen |= dict.fromkeys(lists)
        self.maybe += lists
        self.barren = 0 if self.found.follow or self.found.payloads else self.barren + 1

    def _take_postings(self, page: LexborHTMLParser) -> None:
        """The postings that stand on a page in full: the one it is about, or those of a list. Others are links."""
        single = posting_of_page(self.text, self.url)
        for posting in [single] if single else job_postings(page):
            address = self._address(posting, is_single=single is not None)
            self.fed.pop(address or "", None)
            if address is None or (address in self.seen and address != self.url):
                continue
            if description_of(posting):
                self.seen[address] = None
                self.held += 1
                self.found.payloads.append({"entry": {"url": address, "changed": None}, "detail": posting})
            elif page_links.is_same_site(address, self.url):
                self._take_job(Link(address))

    def _address(self, posting: Payload, *, is_single: bool) -> str | None:
        """A posting's own page, wherever it is; else this page, or a place on it that no other posting has."""
        own = posting.get("url")
        is_stated = isinstance(own, str) and bool(own.strip())
        address = page_links.clean_url(str(own).replace("&amp;", "&"), self.url) if is_stated else None
        if address or is_single:
            return address or self.url
        name = re.sub(r"\W+", "-", str(posting.get("title") or "")).strip("-").lower()
        return f"{self.url}#{name}" if name else None

    def _take_links(self, links: Iterable[Link], *, is_feed: bool = False) -> None:
        """Ask for what looks like single jobs, the likeliest first."""
        folder = urlsplit(self.start).path.rstrip("/") + "/"
        rated = [(page_links.job_likeness(link.url, folder), link) for link in links]
        for likeness, link in sorted(rated, key=lambda pair: -pair[0]):
            if not is_feed:
                self.fed.pop(link.url, None)
            if likeness and link.url not in self.seen:
                self.is_promised = self.is_promised or likeness > 1
                self.fed |= {link.url: None} if is_feed else {}
                self._take_job(link)

    def _take_job(self, link: Link) -> None:
        """Ask for one job page, up to the most that one crawl asks for."""
        self.seen[link.url] = None
        self.jobs += 1
        if self.jobs <= MOST_JOBS:
            entry = {"url": link.url, "changed": link.changed}
            self.found.follow.append(Fetch(link.url, carried=entry, detail_of=link.url))

    def _ask(self, urls: Iterable[str]) -> None:
        for url in urls:
            if url not in self.seen:
                self.seen[url] = None
                self.todo.append(url)

    def _go_on(self) -> None:
        """The next page worth a look. A total above what can come in says that more is known than was asked for."""
        if self.barren >= ENOUGH_BARREN:
            self.maybe.clear()
        self._guess()
        waiting = self.todo + self.maybe
        is_enough = self.jobs > MOST_JOBS or self.lists >= MOST_LISTS
        self.found.is_window = bool(self.fed) and (is_enough or not waiting)
        if self.jobs > MOST_JOBS or (waiting and is_enough):
            self.found.total = self.jobs + self.held + len(waiting)
            return
        if self.is_promised:
            self.found.total = 1  # pages of single jobs are linked: reading none of them is no empty board
        if waiting:
            self.found.follow.append(self._next(waiting[0]))

    def _guess(self) -> None:
        """Look where sitemaps usually lie, one place after another, as long as no job is known."""
        if self.jobs or self.held:
            self.guesses.clear()
        elif self.guesses and not self.todo:
            self._ask([self.guesses.pop(0)])

    def _next(self, url: str) -> Fetch:
        counts = {name: getattr(self, name) for name in ("lists", "barren", "jobs", "held", "is_promised")}
        lists = {name: list(getattr(self, name)) for name in ("todo", "maybe", "parts", "guesses", "fed", "seen")}
        lists["todo" if self.todo else "maybe"].pop(0)
        return Fetch(url, carried=counts | lists, is_optional=url not in self.parts, goes_on=True)
