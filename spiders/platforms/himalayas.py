"""Himalayas: remote postings.

API: https://himalayas.app/docs/data-dictionary (public, no key, newest first, at most 20 a page whatever is asked for).
Access: free with a visible credit and a link back. Of some 100,000 postings, each up for 60 days, about 1,700 a day are
new: a crawl takes the newest 2,000, and the stated total says that the rest was not seen.
Quirks: pay is a year's, by the documentation. Times are documented in milliseconds and come in seconds.
`locationRestrictions` names the countries one must live in; where it is empty, none is asked for.
"""

from typing import Any, ClassVar

from spiders.platforms.base import Answer, Page, Payload, Source
from spiders.platforms.feeds import Feed, json_fetch, stated_number, stated_total
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.readings import PayReading, PlaceReading, PostingReading

_URL = "https://himalayas.app/jobs/api?limit=20&offset={offset}"
_MOST = 2_000


class Himalayas(Feed):
    """The newest postings of Himalayas."""

    name = "himalayas"
    is_window = True
    first_url = _URL.format(offset=0)
    own_pages = r"himalayas\.app(?:/jobs(?:/api)?)?"
    delay_s: ClassVar[float] = 2.0

    def page(self, source: Source, answer: Answer) -> Page:
        """One page; the next one behind it while there are more and the window is not full."""
        document = object_of(answer)
        payloads = payloads_of(document.get("jobs"), '"jobs"')
        total = stated_total(document.get("totalCount"))
        offset = stated_number(document.get("offset"), answer, "offset")
        after = offset + len(payloads)
        is_more = bool(payloads) and after < min(_MOST, _MOST if total is None else total)
        follow = [json_fetch(_URL.format(offset=after))] if is_more else []
        return Page(payloads, follow, total if offset == 0 else None)

    def identifier(self, payload: Payload) -> str:
        """The posting's address, the only id that Himalayas gives."""
        return required_text(payload, "guid")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated; Himalayas lists remote work only."""
        url = required_text(payload, "guid")
        return PostingReading(
            identifier=url,
            title=required_text(payload, "title"),
            url=url,
            company=required_text(payload, "companyName"),
            apply_url=optional_text(payload.get("applicationLink")),
            places=[PlaceReading(_name(stated)) for stated in payload.get("locationRestrictions") or ()],
            is_remote=True,
            employment_type=optional_text(payload.get("employmentType")),
            pays=_pays(payload),
            description_html=optional_text(payload.get("description")),
            posted=payload.get("pubDate"),
            valid_through=payload.get("expiryDate"),
            attribution=f"Himalayas, {url}",
        )


def _name(stated: Any) -> str:
    """A country's name; the documentation has it inside an object, the answers have it bare."""
    return stated if isinstance(stated, str) else required_text(stated, "name")


def _pays(payload: Payload) -> list[PayReading]:
    low, high = payload.get("minSalary"), payload.get("maxSalary")
    if not low and not high:
        return []
    return [PayReading(low, high, optional_text(payload.get("currency")), "annual")]


PLATFORM = Himalayas()
