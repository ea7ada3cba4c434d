"""Remote OK: remote postings.

API: https://remoteok.com/api (public, no key; the newest hundred in one answer).
Access: wants to be named, and linked without "nofollow", as the source; asks callers to say who they are.
Quirks: the first element is the terms of use. Each text ends with a word and a tag for applicants to repeat; the tag is
the caller's own address in base64, so both differ from call to call and are cut off before anything lands. Some texts
are UTF-8 that was read as Latin-1, some write a line end as a backslash and an n. A pay of 0 and an empty company mean:
not stated. Spam gets through.
"""

import re
from typing import ClassVar

from spiders.platforms.base import Answer, Page, Payload, Source
from spiders.platforms.feeds import Feed
from spiders.platforms.parsing import optional_text, payloads_of, required_text
from warehouse.readings import PayReading, PlaceReading, PostingReading

_CALLERS_WORD = "Please mention the word **"
_CALLERS_TAG = re.compile(r"[^*]*\*\* and tag \S+ when applying")
_MISREAD = re.compile(
    r"[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}"
)


class RemoteOk(Feed):
    """The newest postings of Remote OK."""

    name = "remoteok"
    is_window = True
    first_url = "https://remoteok.com/api"
    own_pages = r"remoteok\.(?:com|io)(?:/(?:api|remote-jobs))?"
    delay_s: ClassVar[float] = 2.0

    def page(self, source: Source, answer: Answer) -> Page:
        """The postings behind the terms of use, without what Remote OK wrote into them for this one caller."""
        entries = payloads_of(answer.json(), "the answer")
        return Page([_without_tag(entry) for entry in entries if "legal" not in entry])

    def identifier(self, payload: Payload) -> str:
        """Remote OK's number of the posting."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated; Remote OK lists remote work only."""
        url = required_text(payload, "url")
        place = optional_text(payload.get("location"))
        low, high = payload.get("salary_min"), payload.get("salary_max")
        return PostingReading(
            identifier=required_text(payload, "id"),
            title=_well_read(required_text(payload, "position")),
            url=url,
            company=_well_read(required_text(payload, "company")),
            places=[PlaceReading(_well_read(place))] if place else [],
            is_remote=True,
            pays=[PayReading(low, high)] if low or high else [],
            description_html=_well_read(payload.get("description") or "").replace("\\n", "\n") or None,
            posted=payload.get("date"),
            attribution=f"Remote OK, {url}",
        )


def _without_tag(entry: Payload) -> Payload:
    text = entry.get("description")
    before, found, behind = text.rpartition(_CALLERS_WORD) if isinstance(text, str) else ("", "", "")
    return (
        {**entry, "description": before.removesuffix("<br/><br/>")} if _CALLERS_TAG.match(behind) and found else entry
    )


def _well_read(text: str) -> str:
    """The text with each run of characters that is UTF-8 read as Latin-1 read again."""
    return _MISREAD.sub(_read_again, text)


def _read_again(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode()
    except UnicodeDecodeError:
        return found[0]


PLATFORM = RemoteOk()
