"""Ashby job boards.

API: https://developers.ashbyhq.com/docs/public-job-posting-api (public, no key, one answer a board).
Access: one host for all boards, so be slow; an unknown board answers 404 in plain text.
Quirks: board names hold dots, capitals and blanks. `isRemote` is true for hybrid work too and may be null, so
`workplaceType` decides where it is stated (older answers lack it). Pay may be there although the employer does not show
it: `shouldDisplayCompensationOnJobPostings` says. Several pay tiers are several places or levels, named by their title.
"""

from collections.abc import Iterator
from typing import ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import (
    BOARD_SEGMENT,
    board_in_url,
    object_of,
    optional_text,
    payloads_of,
    required_text,
)
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason


class Ashby(Platform):
    """Postings of one Ashby board."""

    name = "ashby"
    careers_page = "https://jobs.ashbyhq.com/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^jobs\.ashbyhq\.com/{BOARD_SEGMENT}",
        rf"^api\.ashbyhq\.com/posting-api/job-board/{BOARD_SEGMENT}",
    )

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole board."""
        board = board_in_url(source.board)
        url = f"https://api.ashbyhq.com/posting-api/job-board/{board}?includeCompensation=true"
        yield Fetch(url, headers={"Accept": "application/json"})

    def page(self, source: Source, answer: Answer) -> Page:
        """All postings of the board."""
        return Page(payloads_of(object_of(answer).get("jobs"), '"jobs"'))

    def identifier(self, payload: Payload) -> str:
        """The posting's UUID."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError(`not_listed`) for one that only its link opens."""
        if payload.get("isListed") is False:
            raise PayloadError(RejectReason.NOT_LISTED, "isListed is false")
        return PostingReading(
            identifier=required_text(payload, "id"),
            title=required_text(payload, "title"),
            url=required_text(payload, "jobUrl"),
            apply_url=optional_text(payload.get("applyUrl")),
            department=optional_text(payload.get("department")) or optional_text(payload.get("team")),
            places=[_place(place) for place in (payload, *(payload.get("secondaryLocations") or ()))],
            workplace=optional_text(payload.get("workplaceType")),
            is_remote=payload.get("isRemote"),
            employment_type=optional_text(payload.get("employmentType")),
            pays=_pays(payload),
            description_html=optional_text(payload.get("descriptionHtml")),
            posted=payload.get("publishedAt"),
        )


def _place(stated: Payload) -> PlaceReading:
    address = (stated.get("address") or {}).get("postalAddress") or {}
    return PlaceReading(
        optional_text(stated.get("location")),
        optional_text(address.get("addressLocality")),
        optional_text(address.get("addressRegion")),
        optional_text(address.get("addressCountry")),
    )


def _pays(payload: Payload) -> list[PayReading]:
    """The range shown on the page first, then one range a tier where there are several tiers."""
    stated = payload.get("compensation")
    if not stated or payload.get("shouldDisplayCompensationOnJobPostings") is False:
        return []
    pays = _salaries(stated.get("summaryComponents"), None, optional_text(stated.get("compensationTierSummary")))
    tiers = stated.get("compensationTiers") or ()
    if len(tiers) > 1 or not pays:
        for tier in tiers:
            text = optional_text(tier.get("tierSummary"))
            pays += _salaries(tier.get("components"), optional_text(tier.get("title")), text)
    return pays


def _salaries(components: list[Payload] | None, place: str | None, text: str | None) -> list[PayReading]:
    salaries = (part for part in components or () if part.get("compensationType") == "Salary")
    return [
        PayReading(pay.get("minValue"), pay.get("maxValue"), pay.get("currencyCode"), pay.get("interval"), place, text)
        for pay in salaries
    ]


PLATFORM = Ashby()
