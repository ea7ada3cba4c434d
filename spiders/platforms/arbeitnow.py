"""Arbeitnow: postings in Germany and around, many in German.

API: https://www.arbeitnow.com/blog/job-board-api (public, no key, renewed every hour, 100 a page, newest first).
Access: free, "do not abuse"; asks for a link back. One crawl a day.
Quirks: answers are cached, and `links.next` may carry the search of whoever filled the cache: only whether there is one
counts, the number comes from `meta.current_page`. `job_types` mixes seniority with employment and is often empty.
"""

from typing import ClassVar

from spiders.platforms.base import Answer, Page, Payload, Source
from spiders.platforms.feeds import Feed, json_fetch, stated_number
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.readings import PlaceReading, PostingReading

_URL = "https://www.arbeitnow.com/api/job-board-api?page={page}"


class Arbeitnow(Feed):
    """The one list of Arbeitnow."""

    name = "arbeitnow"
    first_url = _URL.format(page=1)
    own_pages = r"arbeitnow\.com(?:/api/job-board-api)?"
    delay_s: ClassVar[float] = 3.0

    def page(self, source: Source, answer: Answer) -> Page:
        """One page; the next one while the answer says that there is one and this one held anything."""
        document = object_of(answer)
        payloads = payloads_of(document.get("data"), '"data"')
        if not payloads or not (document.get("links") or {}).get("next"):
            return Page(payloads)
        current = stated_number((document.get("meta") or {}).get("current_page"), answer, "page")
        return Page(payloads, [json_fetch(_URL.format(page=current + 1))])

    def identifier(self, payload: Payload) -> str:
        """The slug, which ends with Arbeitnow's number of the posting."""
        return required_text(payload, "slug")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated."""
        url = required_text(payload, "url")
        place = optional_text(payload.get("location"))
        return PostingReading(
            identifier=required_text(payload, "slug"),
            title=required_text(payload, "title"),
            url=url,
            company=required_text(payload, "company_name"),
            places=[PlaceReading(place)] if place else [],
            is_remote=payload.get("remote"),
            employment_type=_joined(payload.get("job_types")),
            description_html=optional_text(payload.get("description")),
            posted=payload.get("created_at"),
            attribution=f"Arbeitnow, {url}",
        )


def _joined(stated: list[str] | None) -> str | None:
    if isinstance(stated, str):
        raise TypeError("job_types is text, not a list")
    return "; ".join(stated or ()) or None


PLATFORM = Arbeitnow()
