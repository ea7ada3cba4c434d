"""Jobicy: remote postings.

API: https://jobicy.com/jobs-rss-feed (public, no key; one answer with the newest `count`, no further pages).
Access: a few requests a day; asks for a clear credit, and that applicants go through Jobicy's page.
Quirks: `jobCount` counts the answer, not the list. Texts hold HTML entities.
"""

from typing import ClassVar

from spiders.platforms.base import Answer, Page, Payload, Source
from spiders.platforms.feeds import Feed, numbered
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.readings import PayReading, PlaceReading, PostingReading


class Jobicy(Feed):
    """The newest hundred postings of Jobicy."""

    name = "jobicy"
    is_window = True
    first_url = "https://jobicy.com/api/v2/remote-jobs?count=100"
    own_pages = r"jobicy\.com(?:/(?:jobs|jobs-rss-feed|api/v2/remote-jobs))?"
    delay_s: ClassVar[float] = 2.0
    cadence_h: ClassVar[int] = 12

    def page(self, source: Source, answer: Answer) -> Page:
        """All postings of the answer."""
        return Page(payloads_of(object_of(answer).get("jobs"), '"jobs"'))

    def identifier(self, payload: Payload) -> str:
        """Jobicy's number of the posting."""
        return numbered(payload)

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated; Jobicy lists remote work only."""
        url = required_text(payload, "url")
        place = optional_text(payload.get("jobGeo"))
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "jobTitle"),
            url=url,
            company=required_text(payload, "companyName"),
            places=[PlaceReading(place)] if place else [],
            is_remote=True,
            employment_type=_joined(payload.get("jobType")),
            pays=_pays(payload),
            description_html=optional_text(payload.get("jobDescription")),
            posted=payload.get("pubDate"),
            attribution=f"Jobicy, {url}",
        )


def _joined(stated: list[str] | str | None) -> str | None:
    return optional_text(stated) if isinstance(stated, str) else "; ".join(stated or ()) or None


def _pays(payload: Payload) -> list[PayReading]:
    low, high = payload.get("salaryMin"), payload.get("salaryMax")
    if not low and not high:
        return []
    return [PayReading(low, high, optional_text(payload.get("salaryCurrency")), payload.get("salaryPeriod"))]


PLATFORM = Jobicy()
