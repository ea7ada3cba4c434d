"""The state that Phenom writes into every page, and what of a posting in it is read.

Form: `phApp = {...}` says what the page is and where the site lies; `phApp.ddo = {...}` holds the page's data.
"""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from spiders.platforms.base import Answer, Payload, Source
from spiders.platforms.hosts import is_on_host
from spiders.platforms.parsing import optional_text

_DECODER = json.JSONDecoder(strict=False)
_STATE = re.compile(r"\bphApp\s*=\s*(?:phApp\s*\|\|\s*)?(?=\{)")
_DATA = re.compile(r"\bphApp\.ddo\s*=\s*(?=\{)")
_LISTS = ("eagerLoadRefineSearch", "refineSearch", "searchJobs")
#: what of a list entry is read
_KEPT = (
    *(
        "jobSeqNo",
        "jobId",
        "reqId",
        "title",
        "category",
        "type",
        "location",
        "city",
        "state",
        "country",
        "multi_location",
    ),
    *("RemoteType", "postedDate", "dateCreated", "jobPostingEndDate", "applyUrl", "locale", "jobVisibility"),
)


def state_of(text: str) -> Payload:
    """What the page is; empty where it is none of Phenom's."""
    return _object(_STATE, text)


def data_of(text: str) -> Payload:
    """The page's data; empty where it has none."""
    return _object(_DATA, text)


def listed_in(data: Payload) -> Payload | None:
    """The list of a search page, under whichever of its names."""
    return next((found for name in _LISTS if isinstance(found := data.get(name), dict)), None)


def _object(pattern: re.Pattern[str], text: str) -> Payload:
    """The object that a script of the page assigns; empty where it assigns none."""
    if found := pattern.search(text):
        try:
            value = _DECODER.raw_decode(text, found.end())[0]
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}
    return {}


def base_of(state: Payload, source: Source, answer: Answer) -> str:
    """Where the site's pages lie, as far as that is on its own host."""
    stated = optional_text(state.get("baseUrl")) or ""
    hosts = {source.board, urlsplit(answer.url).hostname or source.board}
    is_own = any(is_on_host(stated, host) for host in hosts)
    return (stated if is_own else f"https://{source.board}/").rstrip("/").replace("http://", "https://", 1) + "/"


def job_in(data: Payload) -> Payload:
    """The posting of a posting's page; empty where the page is another."""
    node: Any = data.get("jobDetail")
    for key in ("data", "job"):
        node = node.get(key) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def kept(job: Payload) -> Payload:
    """What of a list entry is read."""
    return {key: job[key] for key in _KEPT if job.get(key) not in (None, "", [])}
