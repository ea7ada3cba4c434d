"""What lists in pages share: which page an answer was asked for, what its headers say, and where a page leads."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from spiders.platforms.base import Answer, Fetch, Page, Payload
from warehouse.errors import PayloadError
from warehouse.vocabulary import RejectReason


def asked_for(answer: Answer, key: str, otherwise: int) -> int:
    """The number in the answer's address. Raises PayloadError(`wrong_type`) where it is none."""
    stated = parse_qs(urlsplit(answer.url).query).get(key, [str(otherwise)])[0]
    if not stated.isdecimal():
        raise PayloadError(RejectReason.WRONG_TYPE, f"{key} {stated[:20]!r} in the address of the answer")
    return int(stated)


def header_number(answer: Answer, name: str) -> int | None:
    """A number that a header states, however the header is written; None where there is none."""
    stated = next((value for key, value in answer.headers.items() if key.lower() == name.lower()), "")
    return int(stated) if stated.isdecimal() else None


def leading_page(
    rows: list[Payload],
    key: str,
    total: object,
    known: list[str],
    detail: Callable[[Payload], Fetch],
    following: Callable[[list[str]], Fetch],
) -> Page:
    """A page of a list whose rows, told apart by `key`, each lead to a page of their own.

    `known` are the keys of the pages before. The `following` page, given all keys so far, is asked for while this one
    brought something new and the stated total is not reached. A row without its key is a payload as it is.
    """
    stated = total if type(total) is int else None
    new = {str(row[key]): row for row in rows if row.get(key) and str(row[key]) not in known}
    page = Page([row for row in rows if not row.get(key)], total=None if known else stated)
    page.follow = [detail(row) for row in new.values()]
    if new and stated is not None and len(known) + len(new) < stated:
        page.follow.append(following(known + list(new)))
    return page
