"""Remotive: remote postings.

API: https://remotive.com/api-documentation (public, no key; all open postings in one answer, a day late).
Access: at most four requests a day; wants to be named and linked as the source, and its postings neither passed on to
other job boards nor put behind a sign-up.
Quirks: pay is free text. `candidate_required_location` lists countries, continents and timezones in one line.
"""

from typing import ClassVar

from spiders.platforms.base import Answer, Page, Payload, Source
from spiders.platforms.feeds import Feed, numbered, stated_total
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.readings import PayReading, PlaceReading, PostingReading


class Remotive(Feed):
    """The one list of Remotive."""

    name = "remotive"
    first_url = "https://remotive.com/api/remote-jobs"
    own_pages = r"remotive\.(?:com|io)(?:/(?:api/)?remote-jobs)?"
    delay_s: ClassVar[float] = 2.0

    def page(self, source: Source, answer: Answer) -> Page:
        """All postings, and Remotive's own count of them."""
        document = object_of(answer)
        return Page(payloads_of(document.get("jobs"), '"jobs"'), total=stated_total(document.get("total-job-count")))

    def identifier(self, payload: Payload) -> str:
        """Remotive's number of the posting."""
        return numbered(payload)

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated; Remotive lists remote work only."""
        url = required_text(payload, "url")
        place = optional_text(payload.get("candidate_required_location"))
        pay = optional_text(payload.get("salary"))
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "title"),
            url=url,
            company=required_text(payload, "company_name"),
            places=[PlaceReading(place)] if place else [],
            is_remote=True,
            employment_type=optional_text(payload.get("job_type")),
            pays=[PayReading(text=pay)] if pay else [],
            description_html=optional_text(payload.get("description")),
            posted=payload.get("publication_date"),
            attribution=f"Remotive, {url}",
        )


PLATFORM = Remotive()
