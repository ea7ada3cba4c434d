"""Gupy career pages.

Format: no documented public API. https://{company}.gupy.io/ holds all its jobs as the state of its page
(`__NEXT_DATA__`), and each job's page has a JobPosting (https://schema.org/JobPosting).
Access: pages that a person sees; the API behind Gupy's own portal is not asked. A host a board behind one edge: be
slow.
Quirks: `type` names the kind of contract by a code; `vacancy_type_talent_pool` is a pool of people for later and no
vacancy. A job's page is also linked with what it is opened from, behind a question mark. Built on what other crawlers
report: unverified until it met a live page.
"""

from typing import Any, ClassVar

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Payload
from spiders.platforms.job_pages import JobPages, stated
from spiders.platforms.json_ld_blocks import parsed
from spiders.platforms.parsing import optional_text

_LABEL = r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?"
_NO_BOARD = (
    r"(?!(?:www|app|api|portal|login|employability-portal|private-api|developers|blog|materiais|suporte|support|info"
    r"|cdn|assets|static|help|docs|status)\.)"
)
_POOL = "vacancy_type_talent_pool"


class Gupy(JobPages):
    """Jobs of one company on Gupy."""

    name = "gupy"
    careers_page = "https://{board}.gupy.io"
    url_patterns: ClassVar[tuple[str, ...]] = (rf"^{_NO_BOARD}(?P<board>{_LABEL})\.gupy\.io(?::\d+)?(?:[/?#]|$)",)
    list_url = "https://{board}.gupy.io/"
    job_url = "https://{board}.gupy.io/jobs/{id}"
    board_shape = _LABEL
    job_path = r"\.gupy\.io/jobs/(?P<id>\d+)"

    def board_of(self, url: str) -> str | None:
        """The company of a URL; host names know no upper case."""
        board = super().board_of(url)
        return board.lower() if board else None

    def entries(self, page: LexborHTMLParser) -> list[Payload] | None:
        """The jobs of the page's state."""
        script = page.css_first("script#__NEXT_DATA__")
        node: Any = parsed(script.text() or "") if script else None
        for key in ("props", "pageProps", "jobs"):
            node = node.get(key) if isinstance(node, dict) else None
        if not isinstance(node, list):
            return None
        return [_entry(job) for job in node if isinstance(job, dict)]

    def is_vacancy(self, entry: Payload) -> bool:
        """Whether an entry is no pool of talents."""
        return entry.get("kind") != _POOL


def _entry(job: Payload) -> Payload:
    workplace = _object(job.get("workplace"))
    address = _object(workplace.get("address"))
    place = [part for key in ("city", "state", "country") if (part := optional_text(address.get(key)))]
    texts = {key: optional_text(job.get(key)) for key in ("title", "department")}
    texts |= {"kind": optional_text(job.get("type")), "workplace": optional_text(workplace.get("workplaceType"))}
    number = str(job["id"]) if type(job.get("id")) in (int, str) else None
    return stated({"id": number, **texts, "place": ", ".join(place) or None})


def _object(value: Any) -> Payload:
    return value if isinstance(value, dict) else {}


PLATFORM = Gupy()
