"""Where to look next when a page names no board: where it sends readers, one of its jobs, its list of jobs. Pure."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.page_links import clean_url, is_list, is_same_site, job_likeness, links_of

_REFRESH = re.compile(r"\A\s*\d*[\s;,]*url\s*=\s*[\"']?(?P<url>[^\"']+)", re.IGNORECASE)


def onward(html: str, url: str) -> list[str]:
    """Addresses of the same site that may tell more, the likeliest first, one of each kind."""
    page = LexborHTMLParser(html)
    links = [link.url for link in links_of(page, url) if link.url != url]
    folder = urlsplit(url).path.rstrip("/") + "/"
    jobs = [link for link in links if job_likeness(link, folder) == 2]
    lists = [link for link in links if is_list(link) and link not in jobs]
    kinds = (list(_sent_to(page, url)), jobs, lists)
    return list(dict.fromkeys(found[0] for found in kinds if found))


def is_made_by_javascript(html: str) -> bool:
    """Whether a page has scripts and nothing to follow: what a person sees on it is not in it."""
    page = LexborHTMLParser(html)
    return page.css_first("script[src]") is not None and page.css_first("a[href]") is None


def _sent_to(page: LexborHTMLParser, url: str) -> Iterator[str]:
    for node in page.css('meta[http-equiv="refresh" i]'):
        if found := _REFRESH.search(node.attributes.get("content") or ""):
            target = clean_url(found["url"], url)
            if target and target != url and is_same_site(target, url):
                yield target
