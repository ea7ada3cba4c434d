import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import HtmlResponse, Response

from spiders.bodies import BodyTooLarge, text_of, unpacked
from warehouse.errors import PayloadError

URL = "https://brinewick.example/sitemap.xml.gz"
TEXT = "<urlset><url><loc>/jobs/café-1</loc></url></urlset>"


def packed(text: str, charset: str) -> bytes:
    """The same bytes whenever they are made: they name their test, which all of pytest's processes must call alike."""
    return gzip.compress(text.encode(charset), mtime=0)


@pytest.mark.parametrize("body", [TEXT.encode(), packed(TEXT, "utf-8"), packed(TEXT, "latin-1")])
def test_a_body_is_text_whether_packed_or_not(body: bytes) -> None:
    headers = {"Content-Type": "text/html; charset=latin-1"}
    assert text_of(HtmlResponse(URL, headers=headers, body=body), 1000) == TEXT


@pytest.mark.parametrize(
    ("body", "declared", "text"),
    [
        ("Köln".encode(), "latin-1", "Köln"),
        ("Köln".encode("latin-1"), "latin-1", "Köln"),
        ("Köln".encode("latin-1"), "utf-8", "K\ufffdln"),
        ("<p>Köln ist schön</p>".encode("latin-1"), "no-such-charset", "<p>Köln ist schön</p>"),
        ("\ufeffKöln".encode("utf-16-le"), "utf-8", "Köln"),
    ],
)
def test_a_charset_that_is_wrong_does_no_harm(body: bytes, declared: str, text: str) -> None:
    response = HtmlResponse(URL, headers={"Content-Type": f"text/html; charset={declared}"}, body=body)
    assert text_of(response, 1000) == text


def test_several_members_are_one_file() -> None:
    assert unpacked(gzip.compress(b"one") + gzip.compress(b"two") + b"\0\0", 6) == b"onetwo"


@pytest.mark.parametrize("members", [1, 3])
def test_a_bomb_is_not_unpacked(members: int) -> None:
    bomb = gzip.compress(bytes(400_000)) * members
    assert len(bomb) < 2000
    with pytest.raises(BodyTooLarge, match="more than 399999 bytes"):
        text_of(Response(URL, body=bomb), 399_999)


@pytest.mark.parametrize("cut", [3, 15, -1])
def test_half_a_file_is_damaged(cut: int) -> None:
    with pytest.raises(PayloadError, match="damaged gzip"):
        unpacked(gzip.compress(TEXT.encode())[:cut], 1000)


@given(st.binary(max_size=60) | st.binary(max_size=40).map(lambda rest: b"\x1f\x8b" + rest))
def test_any_body_is_text_or_damaged(body: bytes) -> None:
    try:
        assert isinstance(text_of(Response(URL, body=body), 1000), str)
    except PayloadError:
        assert body.startswith(b"\x1f\x8b")
        with pytest.raises((zlib.error, EOFError, OSError)):
            gzip.decompress(body)
