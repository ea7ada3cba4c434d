"""Paylocity job boards.

Format: https://recruiting.paylocity.com/Recruiting/Jobs/All/{guid} holds all its jobs as the state of its page
(`window.pageData`), and each job's page has a JobPosting (https://schema.org/JobPosting). A feed is documented
besides (https://recruiting.paylocity.com/Recruiting/v2/api/feed/documentation), whose keys reports differ on; it is
not asked.
Access: pages that a person sees; one host for all boards: be slow.
Quirks: `LocationName` may be the employer's own word for a place ("Office 5 Days"): city, region and country stand
beside it. The list may hold jobs marked as internal, which are not for everybody. Job pages were recorded; the list
is built on what other crawlers report, and unverified.
"""

import re
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Payload
from spiders.platforms.job_pages import JobPages, stated
from spiders.platforms.json_ld_blocks import parsed
from spiders.platforms.parsing import optional_text

_UUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
_STATE = re.compile(r"\bwindow\.pageData\s*=\s*(?=\{)")


class Paylocity(JobPages):
    """Jobs of one Paylocity board; a board is its id."""

    name = "paylocity"
    careers_page = "https://recruiting.paylocity.com/Recruiting/Jobs/All/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^recruiting\.paylocity\.com/recruiting/(?:jobs/all|v\d+/api/feed/jobs)/(?P<board>{_UUID})(?:[/?#]|$)",
    )
    list_url = "https://recruiting.paylocity.com/Recruiting/Jobs/All/{board}"
    job_url = "https://recruiting.paylocity.com/Recruiting/Jobs/Details/{id}"
    board_shape = _UUID
    job_path = r"(?i:/jobs/details/)(?P<id>\d+)"

    def entries(self, page: LexborHTMLParser) -> list[Payload] | None:
        """The jobs of the page's state that are for everybody."""
        for script in page.css("script"):
            text = script.text() or ""
            if found := _STATE.search(text):
                state = parsed(text[found.end() :])
                jobs = state.get("Jobs") if isinstance(state, dict) else None
                if isinstance(jobs, list):
                    return [_entry(job) for job in jobs if isinstance(job, dict) and job.get("IsInternal") is not True]
        return None


def _entry(job: Payload) -> Payload:
    number = str(job["JobId"]) if type(job.get("JobId")) in (int, str) else None
    where = job.get("JobLocation") if isinstance(job.get("JobLocation"), dict) else None
    parts = [optional_text((where or {}).get(key)) for key in ("City", "State", "Country")]
    place = ", ".join(filter(None, parts)) or optional_text(job.get("LocationName"))
    texts = {"title": optional_text(job.get("JobTitle")), "department": optional_text(job.get("HiringDepartment"))}
    remote = "remote" if job.get("IsRemote") is True else None
    return stated({"id": number, **texts, "place": place, "workplace": remote})


PLATFORM = Paylocity()
