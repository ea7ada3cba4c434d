"""What the platform files share: board names in URLs, required keys. What one platform means stays in its file."""

import re
from html import unescape
from typing import Any
from urllib.parse import quote, unquote

from spiders.platforms.base import Answer, Payload
from warehouse.errors import PayloadError
from warehouse.vocabulary import RejectReason

#: a path segment of a URL that may be a board, as in careers links; never one of the platforms' own path words
BOARD_SEGMENT = (
    r"(?!(?:embed|api|v\d|js|css|assets|static|images|_next|favicon\.ico|robots\.txt|sitemap\.xml)(?:[/?#]|$))"
    r"(?P<board>[^/?#\s]+)"
)
_ONLY_DOTS = re.compile(r"\.+\Z")


def board_in_url(board: str) -> str:
    """A board name as one percent-encoded path segment, however it was written; it can never climb out of its path."""
    name = unquote(board)
    if _ONLY_DOTS.match(name):
        return "%252E" * len(name)  # clients and servers resolve "." and "%2E" alike
    return quote(name, safe="")


def payloads_of(document: Any, what: str) -> list[Payload]:
    """The payloads of an answer. Raises PayloadError(`wrong_type`) where it is not a list of objects."""
    if isinstance(document, list) and all(type(entry) is dict for entry in document):
        return document
    raise PayloadError(RejectReason.WRONG_TYPE, f"{what} is not a list of objects: {str(document)[:80]}")


def object_of(answer: Answer) -> Payload:
    """The JSON object of an answer. Raises PayloadError(`wrong_type`) where it is something else."""
    document = answer.json()
    if isinstance(document, dict):
        return document
    raise PayloadError(RejectReason.WRONG_TYPE, f"the answer is not an object: {answer.text[:80]}")


def required_text(payload: Payload, key: str) -> str:
    """Text that every listing must have. Raises KeyError where it is absent, null or blank, TypeError where no text."""
    value = payload[key]
    if isinstance(value, str) and not value.isspace() and value:
        return value
    if value is None or isinstance(value, str):
        raise KeyError(key)
    raise TypeError(f"{key} is {type(value).__name__}, not text")


def optional_text(value: Any) -> str | None:
    """Text as stated; None where there is none or where it is blank."""
    return value if isinstance(value, str) and value and not value.isspace() else None


def unescaped(text: str) -> str:
    """What `html.unescape` makes of a text, many times faster where nothing but markup was escaped."""
    markup = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&#39;", "'")
    if markup.count("&") == markup.count("&amp;"):
        return markup.replace("&amp;", "&")
    return unescape(text)


def whole(payload: Payload) -> Payload:
    """A list entry with what its detail states over it; an entry or a detail alone stands for both."""
    if "entry" not in payload:
        return payload
    return (payload["entry"] or {}) | (payload.get("detail") or {})
