"""What the platform files share."""

from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.parsing import unescaped

PIECES = ("&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&nbsp;", "&", "&#x27;", "&am", "p;", "lt;", "<p>", "text")


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join))
def test_unescaping_is_that_of_the_standard_library(text: str) -> None:
    assert unescaped(escape(text)) == text
    if "&am" not in text.replace("&amp;", ""):  # half an entity before a sign: nothing that a platform escaped
        assert unescaped(text) == unescape(text)


@pytest.mark.parametrize(
    "text", ["&lt;p&gt;a &amp;amp; b&lt;/p&gt;", "&amp;lt;", "&lt;p&gt;caf&eacute; &amp; &#8211;", ""]
)
def test_one_level_is_taken_off(text: str) -> None:
    assert unescaped(text) == unescape(text)
