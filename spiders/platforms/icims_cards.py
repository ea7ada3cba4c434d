"""The list pages of iCIMS's classic portals: their cards, and the next page. How postings read, `icims` knows.

Quirks: cards come in three layouts and name their fields as each employer likes. Cards that link to another host are
not this portal's.
"""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.platforms.base import Answer, Fetch, Page, Payload
from spiders.platforms.hosts import is_on_host
from spiders.platforms.parsing import board_in_url

JOB_PATH = re.compile(r"/jobs/(?P<id>\d+)(?:/(?P<slug>[^/?#]+))?(?:/(?:job|login))?/?\Z")
_COUNT = re.compile(r"\bPage\s+(\d+)\s+of\s+(\d+)\b", re.IGNORECASE)
_CARD = re.compile(r"JobCardItem|JobListingRow|\brow\b")
#: what a card's field speaks of, by a word of its label
_SUBJECTS = {
    "location": r"location",
    "requisition": r"^(?:job |req(?:uisition)? )?(?:id|number|#)$",
    "category": r"category|department",
    "employment": r"(?:position|job|schedule|employment) ?type|^type$",
    "workplace": r"^remote$|work ?place|work (?:mode|arrangement|location type)",
    "posted": r"posted|post date",
}


def search_url(host: str, number: int) -> str:
    """One page of the list, the first is 0."""
    return f"https://{host}/jobs/search?ss=1&in_iframe=1{f'&pr={number}' if number else ''}"


def list_page(host: str, answer: Answer) -> Page:
    """The postings of one list page, and the next page while the list names one and this one brought new postings."""
    page = LexborHTMLParser(answer.text)
    known = (answer.carried or {}).get("known", [])
    entries = [entry for entry in _entries(page, host) if entry["id"] not in known]
    found = Page()
    for entry in entries:
        found.follow.append(Fetch(f"{entry['url']}?in_iframe=1", carried=entry, detail_of=entry["id"]))
    stated = _COUNT.search(page.text(separator=" ") or "")
    number = int(stated[1]) - 1 if stated else (answer.carried or {}).get("list", 0)
    has_link = bool(re.search(rf"[?&;]pr={number + 1}(?!\d)", answer.text))
    if entries and (has_link or (stated and number + 1 < int(stated[2]))):
        carried = {"list": number + 1, "known": [*known, *(entry["id"] for entry in entries)]}
        found.follow.append(Fetch(search_url(host, number + 1), carried=carried))
    return found


def _entries(page: LexborHTMLParser, host: str) -> Iterator[Payload]:
    """The cards of a list page, each once: number, page, title, and what their fields say."""
    seen = set[str]()
    for anchor in page.css('a[href*="/jobs/"]'):
        url = urljoin(f"https://{host}/", anchor.attributes.get("href") or "")
        found = JOB_PATH.search(urlsplit(url).path)
        if not found or found["id"] in seen or not is_on_host(url, host):
            continue
        seen.add(found["id"])
        heading = anchor.css_first("h2, h3, span:not(.field-label)") or anchor
        slug = f"/{board_in_url(found['slug'])}" if found["slug"] and found["slug"] != "job" else ""
        entry = {"id": found["id"], "url": f"https://{host}/jobs/{found['id']}{slug}/job", "title": _line(heading)}
        yield entry | _fields(_card(anchor))


def _card(anchor: LexborNode) -> LexborNode | None:
    """The card around a link: the row of whichever layout."""
    node = anchor.parent
    while node is not None and not _CARD.search(node.attributes.get("class") or ""):
        node = node.parent
    return node


def _fields(card: LexborNode | None) -> Payload:
    """What a card says of a subject, the first that fits: its label, and the value that stands behind it."""
    fields: Payload = {}
    for label in card.css(".field-label, dt") if card else ():
        value = label.parent.next if label.parent is not None and label.parent.tag == "dt" else label.next
        while value is not None and not (value.tag or "-").isalnum():
            value = value.next
        subject = next((key for key, words in _SUBJECTS.items() if re.search(words, _line(label), re.IGNORECASE)), None)
        if value is not None and subject and subject not in fields and (text := _value(value)):
            fields[subject] = text
    return fields


def _value(node: LexborNode) -> str:
    """What a field shows; a day is written out where the pointer rests, and only told relatively in the text."""
    dated = next(
        (each for each in [node, *node.css("[title]")] if re.search(r"\d/\d", each.attributes.get("title") or "")), None
    )
    return (dated.attributes.get("title") or "") if dated is not None else _line(node)


def _line(node: LexborNode) -> str:
    return " ".join((node.text(separator=" ") or "").split())
