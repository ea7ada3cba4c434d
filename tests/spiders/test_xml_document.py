from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer
from spiders.platforms.xml_document import root_of, text_of
from warehouse.errors import PayloadError

BOMB = '<!DOCTYPE a [<!ENTITY x "aaaa"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<a><b>x &amp; y</b></a>", "x & y"),
        ('\n<?xml version="1.0" encoding="ISO-8859-1"?>\n<a><b>Köln</b></a>', "Köln"),
        ("<a><b><![CDATA[<!DOCTYPE html><p>x</p>]]></b></a>", "<!DOCTYPE html><p>x</p>"),
        ("<a><b> </b></a>", None),
        ("<a/>", None),
    ],
)
def test_a_document_gives_its_texts(text: str, title: str | None) -> None:
    assert text_of(root_of(Answer("", text), "a"), "b") == title


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        '{"a": 1}',
        "<a><b>",
        "<a></a><a></a>",
        "<b/>",
        "<html><br></html>",
        "<a>&nbsp;</a>",
        BOMB,
        "<a>\x00</a>",
    ],
)
def test_anything_else_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        root_of(Answer("", text), "a")


def test_what_is_absent_has_no_text() -> None:
    assert text_of(None, "b") is None


@given(st.text(max_size=60) | st.from_regex(r"<a>(<b>[ -~]{0,9}</b>)?(</a>)?", fullmatch=True))
def test_any_text_is_a_document_or_refused(text: str) -> None:
    with suppress(PayloadError):
        assert root_of(Answer("", text), "a").tag == "a"
