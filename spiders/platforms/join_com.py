"""JOIN (join.com) company boards.

Format: no documented API. https://join.com/companies/{slug} holds the list as the state of its page (`__NEXT_DATA__`),
five postings a page (`?page=2`); each posting's page has a JobPosting (https://schema.org/JobPosting).
Access: only pages that a person sees; the API behind them (`/api/`) is not asked. One host for all boards: be slow.
Quirks: the list has no text. `salaryFrequency` is set even where no amount is; amounts count in cents. A page without
the state still links its postings. Built on what other crawlers report, not on a recorded page: unverified until it met
one.
"""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.job_posting import halves, read_job_posting
from spiders.platforms.json_ld import posting_of_page
from spiders.platforms.json_ld_blocks import parsed
from spiders.platforms.parsing import BOARD_SEGMENT, board_in_url, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_JOB_PATH = re.compile(r"/companies/[^/?#]+/(?P<id>\d+)-?(?P<slug>[^/?#]*)")
#: what of a list entry is read; the rest is the page's own business
_KEPT = (
    *("id", "idParam", "title", "workplaceType", "createdAt", "city", "country", "employmentType", "category"),
    *("salaryAmountFrom", "salaryAmountTo", "salaryFrequency"),
)


class JoinCom(Platform):
    """Postings of one company on JOIN."""

    name = "join_com"
    careers_page = "https://join.com/companies/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (rf"^(?:www\.)?join\.com/(?:[a-z]{{2}}/)?companies/{BOARD_SEGMENT}",)
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The company's page."""
        yield Fetch(_list_url(source, 1))

    def page(self, source: Source, answer: Answer) -> Page:
        """A list page leads to its postings and the next page; a posting's page completes its entry.

        Raises PayloadError(`wrong_type`) for a page that is neither.
        """
        if answer.carried is not None and "idParam" in answer.carried:
            return Page([{"entry": answer.carried, "detail": posting_of_page(answer.text, answer.url) or {}}])
        page = LexborHTMLParser(answer.text)
        state = _state_of(page)
        return self._of_links(source, answer, page) if state is None else self._of_state(source, answer, state)

    def _of_state(self, source: Source, answer: Answer, state: Payload) -> Page:
        jobs = state["jobs"] if isinstance(state["jobs"], dict) else {}
        entries = [_kept(entry) for entry in payloads_of(jobs.get("items"), '"jobs.items"')]
        found = Page(follow=[self._detail(source, entry) for entry in entries])
        known = (answer.carried or {}).get("known", [])
        new = [str(entry["id"]) for entry in entries if str(entry["id"]) not in known]
        pagination = jobs.get("pagination") or {}
        if not known and isinstance(total := pagination.get("rowCount", pagination.get("total")), int):
            found.total = total
        number, last = (answer.carried or {}).get("page", 1), pagination.get("pageCount")
        if new and isinstance(last, int) and number < last:
            found.follow.append(
                Fetch(_list_url(source, number + 1), carried={"page": number + 1, "known": known + new})
            )
        return found

    def _of_links(self, source: Source, answer: Answer, page: LexborHTMLParser) -> Page:
        """A posting's page asked for alone, or a list that only links: what it links is all that is known."""
        if posting := posting_of_page(answer.text, answer.url):
            return Page([{"entry": {}, "detail": posting}])
        found = (_JOB_PATH.search(node.attributes.get("href") or "") for node in page.css('a[href*="/companies/"]'))
        links = {each["id"]: f"{each['id']}-{each['slug']}".rstrip("-") for each in found if each}
        if not links and "/companies/" not in answer.text:
            raise PayloadError(RejectReason.WRONG_TYPE, f"not a page of JOIN: {answer.text[:80]!r}")
        entries = [{"id": int(identifier), "idParam": param} for identifier, param in links.items()]
        return Page(follow=[self._detail(source, entry) for entry in entries])

    def _detail(self, source: Source, entry: Payload) -> Fetch:
        param = board_in_url(required_text(entry, "idParam"))
        url = f"https://join.com/companies/{board_in_url(source.board)}/{param}"
        return Fetch(url, carried=entry, detail_of=str(entry["id"]))

    def identifier(self, payload: Payload) -> str:
        """The posting's number on JOIN."""
        entry, detail = halves(payload)
        if isinstance(stated := entry.get("id"), int | str):
            return str(stated)
        found = _JOB_PATH.search(required_text(detail, "url"))
        return found["id"] if found else required_text(detail, "url")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting: the page's words, and the list's where the page is silent or coarser."""
        entry, detail = halves(payload)
        detail = {"title": entry.get("title"), **detail}
        url = optional_text(detail.get("url"))
        if param := optional_text(entry.get("idParam")):
            url = f"https://join.com/companies/{board_in_url(source.board)}/{board_in_url(param)}"
        reading = read_job_posting(detail, identifier=self.identifier(payload), url=url or "")
        reading.requisition_id = None  # JOIN's own number, or the company's name
        reading.workplace = optional_text(entry.get("workplaceType")) or reading.workplace
        reading.department = reading.department or _named(entry.get("category"))
        reading.employment_type = reading.employment_type or _named(entry.get("employmentType"))
        reading.places = reading.places or _places(entry)
        reading.pays = reading.pays or _pays(entry)
        reading.posted = reading.posted or optional_text(entry.get("createdAt"))
        return reading


def _list_url(source: Source, number: int) -> str:
    return f"https://join.com/companies/{board_in_url(source.board)}{f'?page={number}' if number > 1 else ''}"


def _state_of(page: LexborHTMLParser) -> Payload | None:
    """The state a list page was made of, None where it has none."""
    script = page.css_first("script#__NEXT_DATA__")
    node: Any = parsed(script.text() or "") if script else None
    for key in ("props", "pageProps", "initialState"):
        node = node.get(key) if isinstance(node, dict) else None
    return node if isinstance(node, dict) and "jobs" in node else None


def _kept(entry: Payload) -> Payload:
    return {key: entry[key] for key in _KEPT if entry.get(key) is not None}


def _named(stated: Any) -> str | None:
    return optional_text(stated.get("name") if isinstance(stated, dict) else stated)


def _places(entry: Payload) -> list[PlaceReading]:
    city, country = entry.get("city") or {}, entry.get("country") or {}
    parts = [city.get("cityName"), city.get("regionName"), city.get("countryName") or country.get("name")]
    stated = [optional_text(part) for part in parts]
    return [PlaceReading(None, *stated)] if any(stated) else []


def _pays(entry: Payload) -> list[PayReading]:
    """The range in the currency's units. Without an amount the frequency says nothing."""
    ends = [entry.get(f"salaryAmount{end}") or {} for end in ("From", "To")]
    low, high = (end["amount"] / 100 if isinstance(end.get("amount"), int) else None for end in ends)
    if low is None and high is None:
        return []
    currency = next((end["currency"] for end in ends if end.get("currency")), None)
    return [PayReading(low, high, currency, optional_text(entry.get("salaryFrequency")))]


PLATFORM = JoinCom()
