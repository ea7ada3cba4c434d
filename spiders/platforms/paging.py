"""What lists with numbered pages share: which page an answer was asked for, and what its headers say."""

from urllib.parse import parse_qs, urlsplit

from spiders.platforms.base import Answer
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
