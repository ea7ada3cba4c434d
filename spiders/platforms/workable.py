"""Workable postings.

API: the careers widget's, https://apply.workable.com/api/v1/widget/accounts/{account} (no key, one answer an account).
Access: robots.txt of the host forbids nothing, but 429 comes after a few quick requests: one host for all, be slow.
Quirks: the widget repeats a posting once a place, each time with that place alone; `page` makes one payload of them.
Without `details=true` there is no text. `telecommuting` is the only word about the workplace. `created_at` may lie
months before `published_on`. A place that is `hidden` is not shown. `department` may be text or a list.
"""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import BOARD_SEGMENT, board_in_url, object_of, optional_text, payloads_of, required_text
from warehouse.readings import PlaceReading, PostingReading

_NO_ACCOUNT = r"(?!(?:apply|jobs|www|help|resources|api|developers|careers|blog|get|go|events|status|app|auth|id)\.)"


class Workable(Platform):
    """Postings of one Workable account."""

    name = "workable"
    careers_page = "https://apply.workable.com/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^(?:apply|www)\.workable\.com/api/(?:v\d/)?(?:widget/)?accounts/{BOARD_SEGMENT}",
        rf"^apply\.workable\.com/(?!(?:j|jobs/view)(?:[/?#]|$)){BOARD_SEGMENT}",
        rf"^{_NO_ACCOUNT}(?P<board>[a-z0-9-]+)\.workable\.com(?![\w.-])",
    )
    delay_s = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole account."""
        url = f"https://apply.workable.com/api/v1/widget/accounts/{board_in_url(source.board)}?details=true"
        yield Fetch(url, headers={"Accept": "application/json"})

    def page(self, source: Source, answer: Answer) -> Page:
        """The postings of the account, each once."""
        document = object_of(answer)
        return Page(list(_grouped(payloads_of(document.get("jobs"), '"jobs"'), document.get("name"))))

    def identifier(self, payload: Payload) -> str:
        """The posting's short code, which is also its link."""
        return required_text(payload, "shortcode")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated."""
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "title"),
            url=required_text(payload, "url"),
            company=optional_text(payload.get("account_name")),
            apply_url=optional_text(payload.get("application_url")),
            requisition_id=optional_text(payload.get("code")),
            department=_department(payload.get("department")),
            places=list(_places(payload)),
            is_remote=payload.get("telecommuting"),
            employment_type=optional_text(payload.get("employment_type")),
            description_html=optional_text(payload.get("description")),
            posted=payload.get("published_on") or payload.get("created_at"),
        )


def _grouped(jobs: Iterable[Payload], account: Any) -> Iterator[Payload]:
    """One payload a short code, with the places of all its repeats. What has no short code stays as it is."""
    groups: dict[str, list[Payload]] = {}
    for number, job in enumerate(jobs):
        groups.setdefault(optional_text(job.get("shortcode")) or f" {number}", []).append(job)
    for repeats in groups.values():
        places = [place for job in repeats for place in _stated_places(job)]
        unique = [place for number, place in enumerate(places) if place not in places[:number]]
        yield {**repeats[0], "locations": unique, "account_name": account}


def _stated_places(job: Payload) -> list[Any]:
    """The places of one row: its list of them, or else its own address."""
    listed = job.get("locations")
    if isinstance(listed, list) and listed:
        return listed
    return [{"city": job.get("city"), "region": job.get("state"), "country": job.get("country")}]


def _places(payload: Payload) -> Iterator[PlaceReading]:
    for place in _stated_places(payload):
        names = [optional_text(place.get(key)) for key in ("city", "region", "countryCode", "country")]
        city, region, code, country = names
        if any(names) and place.get("hidden") is not True:
            text = ", ".join(filter(None, (city, region, country)))
            yield PlaceReading(text or None, city, region, code or country)


def _department(stated: Any) -> str | None:
    """The department; of a list the first that is named."""
    names = stated if isinstance(stated, list) else [stated]
    return next(filter(None, map(optional_text, names)), None)


PLATFORM = Workable()
