"""Phenom career sites.

Format: no documented public API. Every page holds the site's state (`phenom_state`): a search page ten postings and
their count, a posting's page all of it; and that page has a JobPosting (https://schema.org/JobPosting).
Access: only pages that a person sees; the API behind them (`/widgets`) wants a token of the session. Several sites turn
away hosts in data centres: their boards end as blocked.
Quirks: the board's host leads to a page that tells where, in which language, the site lies. `department` may hold a
person's name and is not kept. `isMultiLocation` is true for one place too. `applyUrl` is the system behind (Workday,
say), whose number `reqId` is.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import quote

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.hosts import checked_host
from spiders.platforms.job_posting import halves, read_job_posting
from spiders.platforms.json_ld import posting_of_page
from spiders.platforms.parsing import optional_text, payloads_of, required_text
from spiders.platforms.phenom_state import base_of, data_of, job_in, kept, listed_in, state_of
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason


class Phenom(Platform):
    """Postings of one Phenom site."""

    name = "phenom"
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?!(?:www|(?:[a-z]+-)?cdn(?:-[a-z]+)?|content[a-z-]*|assets|static)\.)(?P<board>[a-z0-9-]+\.phenompeople\.(?:net|com))(?:[/?#]|$)",
        r"^(?P<board>[a-z0-9-]+(?:\.[a-z0-9-]+)+)/(?:[a-z]{2}|global)/[a-z]{2}(?:_[a-z]{2})?/"
        r"job/[\w-]*\d[\w-]*/[^/?#]+/?(?:[?#]|$)",
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The site's front page. Raises ValueError for a board that is no host."""
        yield Fetch(f"https://{checked_host(source.board)}/")

    def careers_url(self, board: str) -> str | None:
        """The front page."""
        return f"https://{checked_host(board)}/"

    def page(self, source: Source, answer: Answer) -> Page:
        """The front page leads to the search, a search page to its postings and the next; their pages complete them.

        Raises PayloadError(`wrong_type`) for an answer that is none of these.
        """
        state, data = state_of(answer.text), data_of(answer.text)
        base = base_of(state, source, answer)
        if answer.carried is not None and "jobSeqNo" in answer.carried:
            return Page([{"entry": answer.carried, "detail": _detail(answer, data)}])
        if (listed := listed_in(data)) is not None:
            return _list_page(listed, base, answer)
        detail = _detail(answer, data)
        if detail:
            return Page([{"entry": kept(job_in(data)), "detail": detail}])
        if not state or (answer.carried or {}).get("from") is not None:
            raise PayloadError(RejectReason.WRONG_TYPE, f"no page of Phenom: {answer.text[:80]!r}")
        return Page(follow=[Fetch(f"{base}search-results", carried={"from": 0, "known": []})])

    def identifier(self, payload: Payload) -> str:
        """The posting's key on the site; of a page seen alone the number in its address."""
        entry, detail = halves(payload)
        if stated := optional_text(entry.get("jobSeqNo")):
            return stated
        found = re.search(r"/job/([^/?#]+)", required_text(detail, "url"))
        if found is None:
            raise KeyError("jobSeqNo")
        return found[1]

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting: the list's words, and the page's where the list is silent.

        Raises PayloadError(`not_listed`) for one that is for the company's own people.
        """
        entry, detail = halves(payload)
        if "external" not in (entry.get("jobVisibility") or ["external"]):
            raise PayloadError(RejectReason.NOT_LISTED, f"jobVisibility is {entry['jobVisibility']}")
        stated = {"title": entry.get("title"), **{key: value for key, value in detail.items() if value}}
        url = optional_text(entry.get("url")) or required_text(stated, "url")
        reading = read_job_posting(stated, identifier=self.identifier(payload), url=url)
        reading.apply_url = optional_text(entry.get("applyUrl"))
        reading.requisition_id = optional_text(entry.get("reqId")) or reading.requisition_id
        reading.department = optional_text(entry.get("category")) or reading.department
        reading.places = _places(entry) or reading.places
        reading.workplace = optional_text(entry.get("RemoteType")) or reading.workplace
        reading.employment_type = optional_text(entry.get("type")) or reading.employment_type
        reading.posted = (
            optional_text(entry.get("postedDate")) or optional_text(entry.get("dateCreated")) or reading.posted
        )
        reading.valid_through = optional_text(entry.get("jobPostingEndDate"))
        reading.language = reading.language or optional_text(entry.get("locale"))
        return reading


def _list_page(listed: Payload, base: str, answer: Answer) -> Page:
    """The postings of one search page, and the next page while fewer came than there are and new ones still come."""
    data = listed.get("data") if isinstance(listed.get("data"), dict) else {}
    jobs = payloads_of((data or {}).get("jobs"), '"jobs"')
    before = answer.carried or {}
    start, known = before.get("from", 0), before.get("known", [])
    total = listed.get("totalHits", (data or {}).get("totalHits"))
    page = Page(total=total if isinstance(total, int) and not known else None)
    for entry in map(kept, jobs):
        key, title = optional_text(entry.get("jobSeqNo")), optional_text(entry.get("title"))
        if key is None or title is None:
            page.payloads.append({"entry": entry, "detail": {}})
        elif key not in known:
            number = quote(optional_text(entry.get("jobId")) or key, safe="")
            slug = re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-")
            entry["url"] = f"{base}job/{number}{f'/{slug}' if slug else ''}"
            page.follow.append(Fetch(entry["url"], carried=entry, detail_of=key))
    after = start + len(jobs)
    if page.follow and isinstance(total, int) and after < total:
        seen = [*known, *(fetch.detail_of for fetch in page.follow)]
        page.follow.append(Fetch(f"{base}search-results?from={after}&s=1", carried={"from": after, "known": seen}))
    return page


def _detail(answer: Answer, data: Payload) -> Payload:
    """The page's JobPosting; where it has none, the text in the site's own words for it."""
    if posting := posting_of_page(answer.text, answer.url):
        return posting
    job = job_in(data)
    return {"title": job.get("title"), "description": job["description"]} if job.get("description") else {}


def _places(entry: Payload) -> list[PlaceReading]:
    """Every place in words; the address fields speak of the first."""
    stated = entry.get("multi_location")
    texts = [text for text in stated if optional_text(text)] if isinstance(stated, list) else []
    texts = texts or [text for text in (optional_text(entry.get("location")),) if text]
    city, state, country = (optional_text(entry.get(key)) for key in ("city", "state", "country"))
    if not texts:
        return [PlaceReading(None, city, state, country)] if city or state or country else []
    return [PlaceReading(text) for text in texts] if len(texts) > 1 else [PlaceReading(texts[0], city, state, country)]


PLATFORM = Phenom()
