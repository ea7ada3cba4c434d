"""The text of an answer's body: unpacked where the file itself is gzip, as sitemaps are, then decoded."""

import zlib

from scrapy.http import Response, TextResponse

from warehouse.errors import PayloadError
from warehouse.vocabulary import RejectReason

_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31


class BodyTooLarge(PayloadError):
    """A small file that unpacks to more than an answer may hold."""


def text_of(response: Response, most_bytes: int) -> str:
    """The body as text: UTF-8 where it is valid, whatever the headers say; else as the page declares itself.

    Raises BodyTooLarge where it unpacks to more than `most_bytes`, PayloadError where it is damaged.
    """
    body = response.body
    if body.startswith(_GZIP):
        body = unpacked(body, most_bytes)
        response = response.replace(body=body)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return response.text if isinstance(response, TextResponse) else body.decode("utf-8", "replace")


def unpacked(body: bytes, most_bytes: int) -> bytes:
    """All members of a gzip file. Raises BodyTooLarge or PayloadError; never holds much more than `most_bytes`."""
    parts: list[bytes] = []
    left = most_bytes
    while body.startswith(_GZIP):
        member = zlib.decompressobj(wbits=_GZIP_WINDOW)
        try:
            parts.append(member.decompress(body, left + 1))
        except zlib.error as error:
            raise PayloadError(RejectReason.WRONG_TYPE, f"damaged gzip: {error}") from error
        left -= len(parts[-1])
        if left < 0:
            raise BodyTooLarge(RejectReason.WRONG_TYPE, f"it unpacks to more than {most_bytes} bytes")
        if not member.eof:
            raise PayloadError(RejectReason.WRONG_TYPE, "damaged gzip: it ends early")
        body = member.unused_data
    return b"".join(parts)
