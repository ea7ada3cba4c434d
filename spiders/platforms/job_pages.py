"""Boards whose list names job pages that each say in schema.org's words what they offer. Not here: any one platform.

A platform's file says where the list is and what an entry on it reads like; asking page by page and joining an entry
with its page is the same for all. What a JobPosting means, `job_posting` reads.
"""

import re
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.job_posting import halves, read_job_posting
from spiders.platforms.json_ld import posting_of_page
from spiders.platforms.parsing import board_in_url, optional_text, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_HEADERS = {"Accept": "text/html"}


class JobPages(Platform):
    """A platform of list pages and job pages.

    An entry has an `id` and what else of the list is read: `title`, `place`, `department`, `kind`, `workplace`. One
    without an `id` is landed as it is, to be rejected.
    """

    delay_s: ClassVar[float] = 2.0
    #: the addresses of a list and of one job, with `{board}` and `{id}` in them
    list_url: ClassVar[str]
    job_url: ClassVar[str]
    #: regular expression of a board
    board_shape: ClassVar[str]
    #: regular expression with a group `id`, searched in the address of a job
    job_path: ClassVar[str]

    @abstractmethod
    def entries(self, page: LexborHTMLParser) -> list[Payload] | None:
        """The entries of a list page, none for an empty list; None where the page is no list."""

    def total(self, page: LexborHTMLParser) -> int | None:
        """The list's own count of all its jobs, where it states one and comes in several pages."""
        return None

    def is_vacancy(self, entry: Payload) -> bool:
        """Whether an entry is a job, and no pool of people for later."""
        return True

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The list. Raises ValueError for a board that cannot be one."""
        if not re.fullmatch(self.board_shape, source.board, re.IGNORECASE | re.ASCII):
            raise ValueError(f"board {source.board!r} is none of {self.name}, as in {self.list_url}")
        yield Fetch(self._list(source), headers=_HEADERS)

    def page(self, source: Source, answer: Answer) -> Page:
        """A list page leads to its jobs and to the next page; a job's page completes its entry.

        Raises PayloadError(`wrong_type`) for a page that is neither.
        """
        tree = LexborHTMLParser(answer.text)
        is_job = answer.carried is not None and "id" in answer.carried
        entries = None if is_job else self.entries(tree)
        if entries is not None:
            return self._listed(source, tree, entries, answer.carried or {"page": 1, "known": []})
        if posting := posting_of_page(answer.text, answer.url):
            return Page([{"entry": answer.carried or _address_of(tree), "detail": posting}])
        raise PayloadError(RejectReason.WRONG_TYPE, f"not a page of {self.name}: {answer.text[:80]!r}")

    def _listed(self, source: Source, tree: LexborHTMLParser, entries: list[Payload], asked: Payload) -> Page:
        known: list[str] = asked["known"]
        new = {entry["id"]: entry for entry in entries if "id" in entry and entry["id"] not in known}
        page = Page([entry for entry in entries if "id" not in entry])
        page.payloads += [entry for entry in new.values() if not self.is_vacancy(entry)]
        page.follow = [self._detail(source, entry) for entry in new.values() if self.is_vacancy(entry)]
        total, number = self.total(tree), asked["page"] + 1
        page.total = total if number == 2 else None
        if new and total is not None and len(known) + len(new) < total:
            carried = {"page": number, "known": known + list(new)}
            page.follow.append(Fetch(f"{self._list(source)}?page={number}", headers=_HEADERS, carried=carried))
        return page

    def _list(self, source: Source) -> str:
        return self.list_url.format(board=board_in_url(source.board))

    def _detail(self, source: Source, entry: Payload) -> Fetch:
        return Fetch(self._job(source, entry["id"]), headers=_HEADERS, carried=entry, detail_of=entry["id"])

    def _job(self, source: Source, identifier: str) -> str:
        return self.job_url.format(board=board_in_url(source.board), id=board_in_url(identifier))

    def identifier(self, payload: Payload) -> str:
        """The job's id on its board."""
        entry, detail = halves(payload)
        if stated := optional_text(entry.get("id")):
            return stated
        address = self._address(entry, detail)
        found = re.search(self.job_path, address)
        return found["id"] if found else address

    def _address(self, entry: Payload, detail: Payload) -> str:
        """Where a job's page says it is, asked for alone."""
        return required_text(detail if optional_text(detail.get("url")) else entry, "url")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One job: its page's words, and the list's where the page is silent.

        Raises PayloadError(`prospect_post`) for an entry that is no vacancy.
        """
        entry, detail = halves(payload)
        if not self.is_vacancy(entry):
            raise PayloadError(RejectReason.PROSPECT_POST, "collects people for later")
        identifier = self.identifier(payload)
        url = self._job(source, identifier) if entry.get("id") else self._address(entry, detail)
        reading = read_job_posting({"title": entry.get("title"), **detail}, identifier=identifier, url=url)
        place = optional_text(entry.get("place"))
        return replace(
            reading,
            requisition_id=None,  # the platform's own number, or the employer's name
            department=reading.department or optional_text(entry.get("department")),
            workplace=optional_text(entry.get("workplace")) or reading.workplace,
            employment_type=reading.employment_type or optional_text(entry.get("kind")),
            places=reading.places or ([PlaceReading(place)] if place else []),
        )


def _address_of(tree: LexborHTMLParser) -> Payload:
    """What a page says of its own address."""
    for selector, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        node = tree.css_first(selector)
        if node is not None and (address := optional_text(node.attributes.get(name))):
            return {"url": address}
    return {}


def shown(node: LexborNode | None, selector: str) -> str | None:
    """The text of the first node below another, in one line."""
    found = node.css_first(selector) if node is not None else None
    return (" ".join(found.text().split()) or None) if found is not None else None


def stated(entry: Payload) -> Payload:
    """An entry without what is not stated."""
    return {key: value for key, value in entry.items() if value is not None}
