"""UKG Pro Recruiting job boards, UltiPro of old.

Format: no documented public API. A board's page (https://recruiting.ultipro.com/{tenant}/JobBoard/{guid}) asks its
own `JobBoardView/LoadSearchResults` for the list, without texts; a job's page carries all of the job as an object of
its script.
Access: each host's robots.txt decides; a few hosts hold all boards: be slow.
Quirks: a board is the address of its page, because hosts differ (`recruiting2`, `ultipro.ca`,
`{tenant}.rec.pro.ukg.net`); those on ukg.net are reported by one crawler to want a token of the page, and then end as
an error. The page of a job that is gone answers 200 without the job. `FullTime` is true or false and nothing else is
said of hours. Built on what eight other crawlers report: unverified until it met a live board.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

import orjson

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.job_posting import halves
from spiders.platforms.json_ld_blocks import parsed
from spiders.platforms.paging import leading_page
from spiders.platforms.parsing import board_in_url, object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_UUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
_SITE = rf"(?:recruiting\d*\.ultipro\.(?:com|ca)|[a-z0-9-]+\.rec\.pro\.ukg\.net)/\w+/JobBoard/{_UUID}"
_BOARD = re.compile(rf"https://{_SITE}", re.IGNORECASE | re.ASCII)
_PAGE_SIZE = 50
_JOB = re.compile(r"new\s+US\.Opportunity\.CandidateOpportunityDetail\(\s*(?=\{)")
_OWN_PAGE = "/JobBoard/"
_ORDER = {"Value": "postedDateDesc", "PropertyName": "PostedDate", "Ascending": False}
_NO_MATCH = {
    **{key: [] for key in ("PreferredJobs", "Educations", "LicenseAndCertifications", "Skills", "SkippedSkills")},
    "hasNoLicenses": False,
}
#: what of a job is read
_KEPT = (
    *("Id", "Title", "RequisitionNumber", "JobCategoryName", "FullTime", "Locations", "PostedDate"),
    *("Description", "OpportunityIsClosed"),
)


class Ukg(Platform):
    """Jobs of one UKG board; a board is the address of its page."""

    name = "ukg"
    url_patterns: ClassVar[tuple[str, ...]] = (rf"^(?P<board>{_SITE})(?:[/?#]|$)",)
    delay_s: ClassVar[float] = 2.0

    def board_of(self, url: str) -> str | None:
        """The address of a board's page, as the registry writes it."""
        board = super().board_of(url)
        return f"https://{board}" if board else None

    def careers_url(self, board: str) -> str | None:
        """The board itself; None where it is no address of one."""
        return board if _BOARD.fullmatch(board) else None

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the list. Raises ValueError for a board that is no address of one."""
        if not _BOARD.fullmatch(source.board):
            raise ValueError(f"board {source.board!r} is not 'https://recruiting.ultipro.com/TENANT/JobBoard/guid'")
        yield _list(source.board, [])

    def page(self, source: Source, answer: Answer) -> Page:
        """A list page leads to its jobs and the next page; a job's page completes its entry.

        Raises PayloadError(`wrong_type`) for what is neither.
        """
        asked = answer.carried or {}
        if "Id" in asked or answer.text.lstrip()[:1] == "<":
            return Page([{"entry": asked, "detail": _job_of(answer.text)}])
        document = object_of(answer)
        rows = payloads_of(document.get("opportunities"), '"opportunities"')
        return leading_page(
            rows,
            "Id",
            document.get("totalCount"),
            asked.get("known", []),
            partial(_detail, source.board),
            partial(_list, source.board),
        )

    def identifier(self, payload: Payload) -> str:
        """The job's id on its board."""
        entry, detail = halves(payload)
        return required_text(entry if entry.get("Id") else detail, "Id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One job as stated. Raises PayloadError(`closed`) for one whose page no longer has it."""
        entry, detail = halves(payload)
        if detail.get("OpportunityIsClosed") is True:
            raise PayloadError(RejectReason.CLOSED, "the job's page no longer has it")
        stated = entry | {key: value for key, value in detail.items() if value not in (None, "", [])}
        hours = {True: "Full time", False: "Part time"}
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(stated, "Title"),
            url=_job_url(source.board, self.identifier(payload)),
            requisition_id=optional_text(stated.get("RequisitionNumber")),
            department=optional_text(stated.get("JobCategoryName")),
            places=_places(stated.get("Locations") or ()),
            employment_type=hours[stated["FullTime"]] if isinstance(stated.get("FullTime"), bool) else None,
            description_html=optional_text(stated.get("Description")) or optional_text(stated.get("BriefDescription")),
            posted=optional_text(stated.get("PostedDate")),
        )


def _list(board: str, known: list[str]) -> Fetch:
    search = {"Top": _PAGE_SIZE, "Skip": len(known), "QueryString": "", "OrderBy": [_ORDER], "Filters": []}
    body = orjson.dumps({"opportunitySearch": search, "matchCriteria": _NO_MATCH})
    headers = {"Accept": "application/json", "Content-Type": "application/json", "X-Requested-With": "XMLHttpRequest"}
    url = f"{board}/JobBoardView/LoadSearchResults"
    return Fetch(url, "POST", headers, body, {"known": known} if known else None)


def _detail(board: str, row: Payload) -> Fetch:
    number = str(row["Id"])
    return Fetch(_job_url(board, number), headers={"Accept": "text/html"}, carried=row, detail_of=number)


def _job_url(board: str, identifier: str) -> str:
    return f"{board}/OpportunityDetail?opportunityId={board_in_url(identifier)}"


def _job_of(html: str) -> Payload:
    """The job of its page, or that it is closed. Raises PayloadError(`wrong_type`) for another page."""
    found = _JOB.search(html)
    job = parsed(html[found.end() :]) if found else None
    if isinstance(job, dict):
        return {key: job[key] for key in _KEPT if job.get(key) not in (None, "", [])}
    if found is None and _OWN_PAGE in html:
        return {"OpportunityIsClosed": True}
    raise PayloadError(RejectReason.WRONG_TYPE, f"no job on the page: {html[:80]!r}")


def _places(stated: Any) -> list[PlaceReading]:
    """Every place by its address; by its name where it has none."""
    found = {}
    for each in stated:
        address = each.get("Address") or {}
        region, country = address.get("State") or {}, address.get("Country") or {}
        names = (
            address.get("City"),
            region.get("Code") or region.get("Name"),
            country.get("Name") or country.get("Code"),
        )
        parts = [optional_text(name) for name in names]
        name = optional_text(each.get("LocalizedName")) or optional_text(each.get("LocalizedDescription"))
        if any(parts) or name:
            place = PlaceReading(None, *parts) if any(parts) else PlaceReading(name)
            found[str(place)] = place
    return list(found.values())


PLATFORM = Ukg()
