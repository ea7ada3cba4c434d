"""Paycom career portals.

Format: no documented API. The portal's page carries a short-lived token for anybody and the address of the service it
asks (`configsFromHost`): a list of previews, 100 a page, and an answer for each posting, which holds a JobPosting
(https://schema.org/JobPosting) as text in `googleJobJson`.
Access: robots.txt of www.paycomonline.net is reported to let crawlers see portals and little else; that of the
service's host is not known. A crawl obeys both, and a board they shut ends as `blocked`. One host for all boards: be
slow.
Quirks: without every key of `filtersForQuery` the list comes back empty. `postedOn` and `salaryRange` are often
blank. The preview's text is cut off. A board that is gone answers 200 and says so. Only an address of Paycom's own is
asked with the token. Built on what five other crawlers report: unverified until it met a live board.
"""

import re
from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import urlsplit

import orjson

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.job_posting import halves, read_job_posting
from spiders.platforms.json_ld import is_of_type
from spiders.platforms.json_ld_blocks import parsed
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_PORTAL = "https://www.paycomonline.net/v4/ats/web.php/portal/{board}"
_KEY = r"[0-9a-f]{32}"
_PAGE_SIZE = 100
_LISTS = ("workEnvironments", "positionTypes", "educationLevels", "categories", "travelTypes", "shiftTypes")
_FILTERS = {
    **{key: [] for key in (*_LISTS, "otherFilters")},
    **dict.fromkeys(("keywordSearchText", "location", "sortOption"), ""),
    "distanceFrom": 0,
}
_CONFIG = re.compile(r"\bconfigsFromHost\s*=\s*(?=\{)")
_GONE = "job board does not exist"
#: what of a posting is read
_KEPT = (
    *("jobId", "jobTitle", "location", "secondaryLocations", "remoteType", "positionType", "jobCategory"),
    *("description", "qualifications", "salaryRange", "googleJobJson"),
)


class Paycom(Platform):
    """Postings of one Paycom portal; a board is the key in its address."""

    name = "paycom"
    careers_page = _PORTAL + "/career-page"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^(?:www\.)?paycomonline\.net/v\d+/ats/web\.php/portal/(?P<board>{_KEY})(?:[/?#]|$)",
        rf"^(?:www\.)?paycomonline\.net/v\d+/ats/[^?#]*\?(?:[^#]*&)?clientkey=(?P<board>{_KEY})(?:[&#]|$)",
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The portal's page. Raises ValueError for a board that is no key."""
        if not re.fullmatch(_KEY, source.board, re.IGNORECASE):
            raise ValueError(f"board {source.board!r} is not the key of a Paycom portal: 32 hexadecimal digits")
        yield Fetch(f"{_PORTAL.format(board=source.board)}/career-page", headers={"Accept": "text/html"})

    def page(self, source: Source, answer: Answer) -> Page:
        """The portal leads to the list, the list to its postings, and a posting's answer completes its preview.

        Raises PayloadError(`wrong_type`) where an answer is none of these.
        """
        if answer.carried is None and answer.text.lstrip()[:1] == "<":
            return Page(follow=[_search(_session_of(answer.text), 0)])
        document = object_of(answer)
        if "jobPosting" in document:
            return Page([{"entry": answer.carried or {}, "detail": _kept(document["jobPosting"])}])
        rows = payloads_of(document.get("jobPostingPreviews"), '"jobPostingPreviews"')
        total = document.get("jobPostingPreviewsCount")
        if answer.carried is None:
            return Page(rows, total=total if type(total) is int else None)
        session, read = answer.carried["session"], answer.carried["skip"] + len(rows)
        page = Page([row for row in rows if not _is_numbered(row)], total=total if read == len(rows) else None)
        page.follow = [_detail(session, row) for row in rows if _is_numbered(row)]
        if rows and type(total) is int and read < total:
            page.follow.append(_search(session, read))
        return page

    def identifier(self, payload: Payload) -> str:
        """The posting's number on Paycom."""
        entry, detail = halves(payload)
        stated = entry.get("jobId", detail.get("jobId"))
        return str(stated) if type(stated) is int else required_text({"jobId": stated}, "jobId")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting: its JobPosting, and the portal's own words where they say more."""
        entry, detail = halves(payload)
        identifier = self.identifier(payload)
        stated = entry | {key: value for key, value in detail.items() if value not in (None, "")}
        url = f"{_PORTAL.format(board=source.board)}/jobs/{identifier}"
        posting = {"title": stated.get("jobTitle"), **_posting_of(stated)}
        reading = read_job_posting(posting, identifier=identifier, url=url)
        reading.requisition_id = None  # Paycom's own number
        reading.department = reading.department or optional_text(stated.get("jobCategory"))
        reading.workplace = optional_text(stated.get("remoteType")) or reading.workplace
        reading.employment_type = optional_text(stated.get("positionType")) or reading.employment_type
        reading.places = _places(stated, reading.places)
        reading.pays = reading.pays or _pays(stated)
        reading.description_html = _description(stated) or reading.description_html
        reading.posted = reading.posted or optional_text(stated.get("postedOn"))
        return reading


def _session_of(html: str) -> Payload:
    """The token and the service of a portal's page. Raises PayloadError(`wrong_type`) where it has none."""
    found = _CONFIG.search(html)
    config = parsed(html[found.end() :]) if found else None
    library = parsed(str(config.get("libConfig"))) if isinstance(config, dict) else None
    service = optional_text(library.get("atsPortalMantleServiceUrl")) if isinstance(library, dict) else None
    token = optional_text(config.get("sessionJWT")) if isinstance(config, dict) else None
    if not token or not service or not _is_paycoms(service):
        what = "the board does not exist" if _GONE in html.lower() else "no portal of Paycom"
        raise PayloadError(RejectReason.WRONG_TYPE, f"{what}: {html[:80]!r}")
    locale = optional_text(library.get("locale")) if isinstance(library, dict) else None
    return {"token": token, "service": service.rstrip("/"), "locale": locale or "en-US"}


def _is_paycoms(url: str) -> bool:
    try:
        parts = urlsplit(url)
        is_plain = parts.scheme == "https" and parts.username is None and parts.port in {None, 443}
    except ValueError:
        return False
    return is_plain and (parts.hostname or "").endswith(".paycomonline.net") and not parts.query


def _headers(session: Payload) -> dict[str, str]:
    own = {"Authorization": session["token"], "Locale": session["locale"], "Translation-Highlights": "false"}
    return {"Accept": "application/json", "Content-Type": "application/json", **own}


def _search(session: Payload, skip: int) -> Fetch:
    body = orjson.dumps({"skip": skip, "take": _PAGE_SIZE, "filtersForQuery": _FILTERS})
    url = f"{session['service']}/api/ats/job-posting-previews/search"
    return Fetch(url, "POST", _headers(session), body, {"session": session, "skip": skip})


def _detail(session: Payload, row: Payload) -> Fetch:
    number = str(row["jobId"])
    url = f"{session['service']}/api/ats/job-postings/{number}"
    return Fetch(url, headers=_headers(session), carried=row, detail_of=number)


def _is_numbered(row: Payload) -> bool:
    return type(row.get("jobId")) is int or str(row.get("jobId")).isdecimal()


def _kept(posting: Any) -> Payload:
    if not isinstance(posting, dict):
        raise PayloadError(RejectReason.WRONG_TYPE, f'"jobPosting" is no object: {str(posting)[:80]}')
    return {key: posting[key] for key in _KEPT if posting.get(key) not in (None, "")}


def _posting_of(stated: Payload) -> Payload:
    """The JobPosting that a posting holds as text."""
    posting = parsed(str(stated.get("googleJobJson") or ""))
    return posting if isinstance(posting, dict) and is_of_type(posting, "JobPosting") else {}


def _places(stated: Payload, known: list[PlaceReading]) -> list[PlaceReading]:
    """The JobPosting's places, else the first one's words; then the words of the others."""
    others = [
        each.get("location") if isinstance(each, dict) else each for each in stated.get("secondaryLocations") or ()
    ]
    texts = [*([] if known else [stated.get("location") or stated.get("locations")]), *others]
    return known + [PlaceReading(text) for each in dict.fromkeys(texts) if (text := optional_text(each))]


def _pays(stated: Payload) -> list[PayReading]:
    text = optional_text(stated.get("salaryRange"))
    return [PayReading(text=text)] if text else []


def _description(stated: Payload) -> str | None:
    text, asked = (optional_text(stated.get(key)) for key in ("description", "qualifications"))
    return "\n".join(filter(None, [text, f"<h3>Qualifications</h3>{asked}" if asked else None])) or None


PLATFORM = Paycom()
