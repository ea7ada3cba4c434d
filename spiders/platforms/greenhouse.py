"""Greenhouse job boards.

API: https://developers.greenhouse.io/job-board.html (public, no key, one answer a board; the EU region included).
Access: answers are cached, so a conditional request costs nothing; one host for all boards, so be slow.
Quirks: `content` is HTML escaped once more. `updated_at` moves without an edit: the date is `first_published`. A null
`internal_job_id` marks a post that only collects prospects. What has no field of its own (workplace, employment type,
pay) may stand in `metadata` under names that each employer chooses; entries that name persons are not read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import (
    BOARD_SEGMENT,
    board_in_url,
    object_of,
    optional_text,
    payloads_of,
    required_text,
    unescaped,
)
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_HOSTS = r"^(?:job-)?boards(?:\.eu)?\.greenhouse\.io"

#: what a metadata entry speaks of, by its name, which each employer words anew; the first that fits counts
_SUBJECTS = {
    "ignored": r"\b(?:bonus|equity|ote|budget|target|commission|referral|internal|eligible|friendly)\b",
    "is_remote": r"^(?:is )?(?:this )?(?:a )?remote(?: (?:job|role|position))?\?*$",
    "workplace": r"work[\s-]?place|work (?:model|style|type|arrangement|mode|setting)|(?:remote|location) type",
    "employment": r"(?:employment|employee|time|contract|worker) type|workforce classification|commitment",
    "country": r"\bcountry\b",
    "department": r"\b(?:department|dept)\b",
    "pay": r"\b(?:salary|pay|compensation|wage|hiring range|job post range)\b",
}
_SUBJECT_PATTERNS = {subject: re.compile(words, re.IGNORECASE) for subject, words in _SUBJECTS.items()}
_PLACE_IN_NAME = re.compile(r"\(([^()]+)\)")

_PAY_BLOCK = re.compile(
    r'<div class="pay-range">\s*<span>(?P<low>[^<]*)</span>'
    r'(?:\s*<span class="divider">[^<]*</span>\s*<span>(?P<high>[^<]*)</span>)?'
)
_PAY_TITLE = re.compile(r'<div class="title">([^<]*)</div>\s*\Z')
_LONGEST_TITLE = 500


class Greenhouse(Platform):
    """Postings of one Greenhouse board."""

    name = "greenhouse"
    careers_page = "https://job-boards.greenhouse.io/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"{_HOSTS}/embed/job_(?:board|app)(?:/js)?/?\?(?:[^#]*&)?for=(?P<board>[^&#\s]+)",
        rf"{_HOSTS}/{BOARD_SEGMENT}",
        rf"^(?:boards|(?:boards-)?api)(?:\.eu)?\.greenhouse\.io/v1/boards/{BOARD_SEGMENT}",
        rf"^boards-api(?:\.eu)?\.greenhouse\.io/{BOARD_SEGMENT}",
    )
    volatile: ClassVar[frozenset[str]] = frozenset({"updated_at"})

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole board."""
        url = f"https://boards-api.greenhouse.io/v1/boards/{board_in_url(source.board)}/jobs?content=true"
        yield Fetch(url, headers={"Accept": "application/json"})

    def page(self, source: Source, answer: Answer) -> Page:
        """All postings of the board, and its own count of them: a greater one means that the list was cut."""
        document = object_of(answer)
        total = (document.get("meta") or {}).get("total")
        return Page(payloads_of(document.get("jobs"), '"jobs"'), total=total if isinstance(total, int) else None)

    def identifier(self, payload: Payload) -> str:
        """The number of the posting, which is not the number of the job behind it."""
        if isinstance(identifier := payload["id"], int | str):
            return str(identifier)
        raise TypeError("id is neither a number nor text")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError(`prospect_post`) for one without a job behind it."""
        if payload.get("internal_job_id", 0) is None:
            raise PayloadError(RejectReason.PROSPECT_POST, "internal_job_id is null")
        facts = _facts(payload)
        content = unescaped(payload.get("content") or "") or None
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "title"),
            url=required_text(payload, "absolute_url"),
            company=optional_text(payload.get("company_name")),
            requisition_id=optional_text(payload.get("requisition_id")),
            department=_department(payload) or _first(_texts(facts, "department")),
            places=_places(payload, _first(_texts(facts, "country"))),
            workplace=_first(_texts(facts, "workplace")),
            is_remote=_first([value for _, value in facts.get("is_remote", ()) if isinstance(value, bool)]),
            employment_type="; ".join(_texts(facts, "employment")) or None,
            pays=[*_detail_pays(payload), *_metadata_pays(facts.get("pay", ())), *_content_pays(content)],
            description_html=content,
            posted=payload.get("first_published"),
            valid_through=payload.get("application_deadline"),
            language=optional_text(payload.get("language")),
        )


@lru_cache(4096)
def _subject_of(name: str) -> str | None:
    return next((subject for subject, words in _SUBJECT_PATTERNS.items() if words.search(name)), None)


def _facts(payload: Payload) -> dict[str, list[tuple[str, Any]]]:
    """The metadata a reader understands, by subject: its own name and value."""
    facts: dict[str, list[tuple[str, Any]]] = {}
    for entry in payload.get("metadata") or ():
        name, value = entry.get("name") or "", entry.get("value")
        if value is not None and (subject := _subject_of(name)):
            facts.setdefault(subject, []).append((name, value))
    return facts


def _texts(facts: dict[str, list[tuple[str, Any]]], subject: str) -> list[str]:
    """What metadata says of a subject; a list counts where it holds just one."""
    values = (value[0] if type(value) is list and len(value) == 1 else value for _, value in facts.get(subject, ()))
    return [value for value in values if isinstance(value, str) and value.strip()]


def _first(values: list[Any]) -> Any:
    return values[0] if values else None


def _department(payload: Payload) -> str | None:
    names = (optional_text(entry.get("name")) for entry in payload.get("departments") or ())
    return next((name for name in names if name and name != "No Department"), None)


def _places(payload: Payload, country: str | None) -> list[PlaceReading]:
    """The place as written, or the offices where it is empty. An office of the same name tells the country."""
    text = optional_text((payload.get("location") or {}).get("name"))
    offices = payload.get("offices") or []
    if text is None:
        return [PlaceReading(office.get("location") or office.get("name"), country=country) for office in offices]
    if country is None and len(offices) == 1:
        country = _country_of_office(offices[0], text.strip().casefold())
    return [PlaceReading(text, country=country)]


def _country_of_office(office: Payload, place: str) -> str | None:
    """The last part of an office's address, where the place is that office's name or city."""
    city, comma, rest = (optional_text(office.get("location")) or "").partition(",")
    if comma and place in ((office.get("name") or "").strip().casefold(), city.strip().casefold()):
        return rest.rsplit(",", 1)[-1].strip()
    return None


def _detail_pays(payload: Payload) -> list[PayReading]:
    """The ranges that only the detail answer has; they count in cents."""
    return [
        PayReading(entry["min_cents"] / 100, entry["max_cents"] / 100, entry["currency_type"], place=entry.get("title"))
        for entry in payload.get("pay_input_ranges") or ()
    ]


def _metadata_pays(facts: Iterable[tuple[str, Any]]) -> list[PayReading]:
    return [
        PayReading(value["min_value"], value.get("max_value"), value.get("unit"), place=_place_in(name), text=name)
        for name, value in facts
        if isinstance(value, dict) and "min_value" in value
    ]


def _place_in(name: str) -> str | None:
    found = _PLACE_IN_NAME.search(name)
    return found[1] if found else None


def _content_pays(content: str | None) -> list[PayReading]:
    """The pay block that Greenhouse writes into the content: a title, often with place or period, and a range."""
    if content is None or 'class="pay-range"' not in content:
        return []
    return [
        PayReading(
            place=_title_before(content, block.start()), text=" - ".join(filter(None, block.group("low", "high")))
        )
        for block in _PAY_BLOCK.finditer(content)
    ]


def _title_before(content: str, block: int) -> str | None:
    found = _PAY_TITLE.search(content, max(0, block - _LONGEST_TITLE), block)
    return found[1] if found else None


PLATFORM = Greenhouse()
