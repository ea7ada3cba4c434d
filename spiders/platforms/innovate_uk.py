"""Prizes among the competitions of the United Kingdom's Innovation Funding Service (Innovate UK).

Pages: https://apply-for-innovation-funding.service.gov.uk/competition/search (public HTML; robots.txt decides).
Quirks: pages count from 0; nearly everything listed is a grant, a loan or procurement, which are no challenges: what
speaks of no prize is rejected unseen, only the rest is asked for in full; the list closes on a day, the page on an hour
of London; "No submission deadline" stands where there is none; money stands only in sentences.
Unverified: read from the service's own templates and what public readers expect of them, no page was recorded.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.paging import asked_for
from spiders.platforms.parsing import optional_text, required_text, whole
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_SITE = "https://apply-for-innovation-funding.service.gov.uk"
_LONDON = ZoneInfo("Europe/London")
_LINK = re.compile(r"/competition/(?P<id>\d+)/overview")
_COUNT = re.compile(r"\s*(\d[\d,]*) competitions?\s*")
_PRIZE = re.compile(r"\bprizes?\b|\bhackathons?\b", re.IGNORECASE)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(
    rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})"
    r"(?:\s+(?P<hour>\d{1,2}):(?P<minute>\d\d)\s?(?P<half>am|pm))?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


class InnovateUk(Platform):
    """What can be applied for now or soon."""

    name = "innovate_uk"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^apply-for-innovation-funding\.service\.gov\.uk/competition/(?P<board>search)(?:[/?#]|$)",
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the search."""
        yield Fetch(f"{_SITE}/competition/search?page=0")

    def page(self, source: Source, answer: Answer) -> Page:
        """The competitions of a list page, or one of them in full. Raises PayloadError for any other page."""
        page = LexborHTMLParser(answer.text)
        if answer.carried is not None:
            return Page([scrubbed({"entry": answer.carried, "detail": _detail(page, answer)}, frozenset())])
        total = _total(page, answer)
        found = Page(total=total)
        for node in page.css("main li:has(h2 a[href*='/overview'])"):
            entry = scrubbed(_entry(node), frozenset())
            if _speaks_of_prizes(entry):
                found.follow.append(Fetch(entry["url"], carried=entry, detail_of=entry["id"]))
            else:
                found.payloads.append({"entry": entry})
        if total and not found.payloads and not found.follow:
            raise PayloadError(RejectReason.WRONG_TYPE, f"{total} competitions, of which the page shows none")
        if page.css_first("a[rel~='next']"):
            found.follow.append(Fetch(f"{_SITE}/competition/search?page={asked_for(answer, 'page', 0) + 1}"))
        return found

    def identifier(self, payload: Payload) -> str:
        """The service's number of the competition."""
        return required_text(whole(payload), "id")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One competition that is won. Raises PayloadError(`not_listed`) for funding that one applies for."""
        stated = whole(payload)
        if not _speaks_of_prizes(stated):
            raise PayloadError(RejectReason.NOT_LISTED, "speaks of no prize: a grant, a loan or procurement")
        prize = _prize(stated)
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(stated, "title"),
            url=required_text(stated, "url"),
            kind="competition",
            starts=moment_of(stated.get("opens")),
            deadline=moment_of(stated.get("registration_closes") or stated.get("closes")),
            prize=PrizeReading(text=prize, currency="GBP") if prize else None,
            source_status=optional_text(stated.get("status")),
            description_html=optional_text(stated.get("description")) or optional_text(stated.get("summary")),
        )


def moment_of(stated: str | None) -> str | date | None:
    """A day, or an instant where an hour stands beside it: `22 November 2022`, `Tuesday 31 March 2026 4:00pm`.

    None where there is none, as "No submission deadline" says. Raises ValueError for digits in any other form.
    """
    found = _DAY.search(stated or "")
    if not found:
        if any(sign.isdecimal() for sign in stated or ""):
            raise ValueError(f"date {stated!r}")
        return None
    day = date(int(found["year"]), _MONTHS.index(found["month"].capitalize()) + 1, int(found["day"]))
    if not found["hour"]:
        return day
    hour = int(found["hour"]) % 12 + (12 if found["half"].lower() == "pm" else 0)
    return datetime(day.year, day.month, day.day, hour, int(found["minute"]), tzinfo=_LONDON).isoformat()


def _total(page: LexborHTMLParser, answer: Answer) -> int:
    """How many competitions the search has found, over all its pages."""
    for heading in page.css("main h2"):
        if found := _COUNT.fullmatch(heading.text()):
            return int(found[1].replace(",", ""))
    raise PayloadError(RejectReason.WRONG_TYPE, f"no count of competitions: {answer.text[:80]!r}")


def _entry(node: LexborNode) -> Payload:
    """One competition as listed."""
    link = node.css_first("h2 a[href*='/overview']")
    path = (link.attributes.get("href") if link else None) or ""
    number = _LINK.search(path)
    texts = [block.inner_html or "" for block in node.css("div.wysiwyg-styles")]
    terms, days = ([each.text().strip() for each in node.css(name)] for name in ("dt", "dd"))
    stated = dict(zip(terms, days, strict=False))
    status = next((text for each in node.css("h3") if (text := each.text().strip()) != "Eligibility"), None)
    return {
        "id": number["id"] if number else None,
        "url": urljoin(_SITE, path),
        "title": link.text().strip() if link else None,
        "summary": texts[0] if texts else None,
        "eligibility": texts[1] if len(texts) > 1 else None,
        "status": status,
        "opens": stated.get("Opens:") or stated.get("Opened:"),
        "closes": stated.get("Closes:"),
    }


def _detail(page: LexborHTMLParser, answer: Answer) -> Payload:
    """What the competition's own page adds: hours, kind of funding, the whole description."""
    marked = {node.text().strip(" :\n"): node for node in page.css("main strong")}
    names = {"opens": "Competition opens", "closes": "Competition closes", "registration_closes": "Registration closes"}
    dates = {key: _beside(marked[name]) for key, name in names.items() if name in marked}
    if not dates:
        raise PayloadError(RejectReason.WRONG_TYPE, f"no dates of a competition: {answer.text[:80]!r}")
    sections = {node.text().strip(): _beside_heading(node) for node in page.css("main h2, main h3")}
    texts = {"description": sections.get("Description"), "funding_type": sections.get("Funding type")}
    return dates | {key: text for key, text in texts.items() if text}


def _beside(label: LexborNode) -> str:
    """The text behind a label, in the same line."""
    line = label.parent.text() if label.parent else ""
    return " ".join(line.split(":", 1)[-1].split())


def _beside_heading(heading: LexborNode) -> str | None:
    """What stands in the column next to a section's heading, or right behind a heading without a column."""
    column = heading.parent
    is_alone = column is not None and len(list(column.iter(include_text=False))) == 1
    node = column.next if is_alone and column else heading.next
    while node is not None and node.tag == "-text":
        node = node.next
    return (node.inner_html or "").strip() or None if node else None


def _speaks_of_prizes(stated: Payload) -> bool:
    return any(_PRIZE.search(str(stated.get(key) or "")) for key in ("title", "summary", "funding_type"))


def _prize(stated: Payload) -> str | None:
    """The sentences of the summary that name money."""
    text = LexborHTMLParser(str(stated.get("summary") or "")).text()
    return " ".join(each.strip() for each in _SENTENCE.split(text) if "£" in each) or None


PLATFORM = InnovateUk()
