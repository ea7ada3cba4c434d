"""JazzHR boards, which were Resumator's.

API: https://app.jazz.co/feeds/export/jobs/{board} (public XML, no key, one answer a board; not documented).
Access: robots.txt of that host shuts `/cb` only; one host for all boards. An unknown board answers 404, an inactive one
an empty feed.
Quirks: postings that are filled or on hold stay in the feed with their `status`. Most feeds state no date: then the id
(`job_20260106122430_...`) tells when the posting was made. Remote work has no field; `experience` is a seniority.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from xml.etree import ElementTree

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import BOARD_SEGMENT, board_in_url, optional_text, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_NO_BOARD = r"(?:www|app|api|info|help|support)\."
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MADE = re.compile(r"job_(\d{4})(\d\d)(\d\d)\d{6}_")


class JazzHR(Platform):
    """Postings of one JazzHR board."""

    name = "jazzhr"
    careers_page = "https://{board}.applytojob.com/apply"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^(?!{_NO_BOARD})(?P<board>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.(?:applytojob|theresumator)\.com(?::\d+)?(?:[/?#]|$)",
        rf"^app\.jazz\.co/(?:feeds/export/jobs|widgets/basic/create)/{BOARD_SEGMENT}",
    )

    def board_of(self, url: str) -> str | None:
        """The board of a URL; host names know no upper case."""
        board = super().board_of(url)
        return board.lower() if board else None

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole board."""
        url = f"https://app.jazz.co/feeds/export/jobs/{board_in_url(source.board)}"
        yield Fetch(url, headers={"Accept": "application/xml"})

    def page(self, source: Source, answer: Answer) -> Page:
        """All jobs of the feed: each one's tags and their texts, and the feed's company."""
        feed = _root(answer.text)
        company = feed.findtext("company")
        return Page([{"company": company, **_texts(job)} for job in feed.iterfind("job")])

    def identifier(self, payload: Payload) -> str:
        """The posting's id, which the codes in its addresses are not."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError(`closed`) for one that is not open."""
        if (status := optional_text(payload.get("status")) or "Open").casefold() != "open":
            raise PayloadError(RejectReason.CLOSED, f"status is {status}")
        parts = [optional_text(payload.get(key)) for key in ("city", "state", "country")]
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "title"),
            url=required_text(payload, "url"),
            company=optional_text(payload.get("company")),
            requisition_id=optional_text(payload.get("internalcode")),
            department=optional_text(payload.get("department")),
            places=[PlaceReading(None, *parts)] if any(parts) else [],
            employment_type=optional_text(payload.get("type")),
            description_html=optional_text(payload.get("description")),
            posted=_posted(payload),
        )


class _WithoutDeclarations(ElementTree.TreeBuilder):
    """Builds trees, but not of documents that declare entities: those can make a small file a huge text."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise PayloadError(RejectReason.WRONG_TYPE, f"the document declares its own type {name!r}")


def _root(text: str) -> ElementTree.Element:
    """The feed's root. Raises PayloadError(`wrong_type`) where the answer is no such feed, or half of one."""
    parser = ElementTree.XMLParser(target=_WithoutDeclarations())  # noqa: S314 - declarations are refused
    try:
        root = ElementTree.fromstring(_NO_XML.sub("", text), parser)  # noqa: S314
    except (ElementTree.ParseError, ValueError) as error:
        raise PayloadError(RejectReason.WRONG_TYPE, f"not XML ({error}): {text[:80]!r}") from error
    if root.tag != "jobs":
        raise PayloadError(RejectReason.WRONG_TYPE, f"the root is <{root.tag}>, not <jobs>")
    return root


def _texts(job: ElementTree.Element) -> dict[str, str]:
    return {child.tag: (child.text or "").strip() for child in job}


def _posted(payload: Payload) -> str | None:
    for key in ("original_open_date", "createdon"):
        if stated := optional_text(payload.get(key)):
            return stated
    made = _MADE.match(required_text(payload, "id"))
    return "-".join(made.groups()) if made else None


PLATFORM = JazzHR()
