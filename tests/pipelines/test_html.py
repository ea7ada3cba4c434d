"""Foreign HTML: what is shown, what is dropped, and that no input takes long or raises."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.html import clean_line, plain_text, sanitise, unescape_html
from pipelines.html_lines import text_of_sanitised


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Plan <b>roadmaps</b></p>", "<p>Plan <b>roadmaps</b></p>"),
        ("<h2 class='x' id='y' onclick='f()'>Role</h2>", "<h2>Role</h2>"),
        ('<span style="color:red">kept text</span>', "kept text"),
        ("a<script>alert(1)</script>b<style>p{}</style>", "ab"),
        ("<p>see<img src='https://track.example/1.gif' width=1>it</p>", "<p>seeit</p>"),
        ('<iframe src="https://x.example">fallback</iframe>t', "t"),
        ("<svg><a href='javascript:f()'>x</a></svg>t", "t"),
        (
            '<a href="https://acme.example/jobs" target="_blank">jobs</a>',
            '<a href="https://acme.example/jobs" rel="nofollow noopener">jobs</a>',
        ),
        ('<a href="javascript:f()">x</a>', '<a rel="nofollow noopener">x</a>'),
        ('<a href="java\tscript:f()">x</a>', '<a rel="nofollow noopener">x</a>'),
        ('<a href="data:text/html,x">x</a>', '<a rel="nofollow noopener">x</a>'),
        ('<a href="/apply">relative</a>', '<a rel="nofollow noopener">relative</a>'),
        ('<a href="//evil.example/">x</a>', '<a rel="nofollow noopener">x</a>'),
        (
            '<a href="mailto:jobs@acme.example">write</a>',
            '<a href="mailto:jobs@acme.example" rel="nofollow noopener">write</a>',
        ),
        ('<td colspan="2">x</td>', "x"),
        ('<p style="min-height:1.5em">kept</p>', "<p>kept</p>"),
        ('<ul class="a" dir="ltr"><li style="x"><b id="c">kept</b></li></ul>', "<ul><li><b>kept</b></li></ul>"),
        ('<p>a style="b"> c</p>', '<p>a style="b"&gt; c</p>'),
        ('<p style="color:red">a</p><p style="display:none">b</p>', "<p>a</p>"),
        ('<div style="background:#000"><p style="color:#fff">seen</p></div>', "<div><p>seen</p></div>"),
        ("<!--block-->text<!-- x -->", "text"),
        ("two\r\nlines\rmore", "two<br>lines<br>more"),
        ("two\nlines & more", "two<br>lines &amp; more"),
        ("5 < 6 and 7 > 3", "5 &lt; 6 and 7 &gt; 3"),
        ("&lt;p&gt;escaped &amp;amp; whole&lt;/p&gt;", "<p>escaped &amp; whole</p>"),
        ("<p>Know &lt;div&gt; well</p>", "<p>Know &lt;div&gt; well</p>"),
        ("<p>&nbsp;</p><br>", None),
        ("<p>\u200b</p>", None),
        ("", None),
        (None, None),
    ],
)
def test_only_what_a_reader_needs_is_kept(html: str | None, expected: str | None) -> None:
    assert sanitise(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<div>one</div>two", "one\ntwo"),
        ("<p>one\n  two</p>\n\n<p>three</p>", "one two\nthree"),
        ("a<br>b<br/><br>c", "a\nb\nc"),
        ("<ul><li>x</li><li>y <b>z</b></li></ul>", "- x\n- y z"),
        ("<ul><li><p>x</p></li><li> <div>y</div></li></ul>after", "- x\n- y\nafter"),
        ("<ul><li></li><li>y</li></ul>after", "- y\nafter"),
        ("<ul><li>x<ul><li>y</li></ul></li></ul>", "- x\n- y"),
        ("<li>unclosed<li>items", "- unclosed\n- items"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("a&nbsp;&amp;&nbsp;b", "a & b"),
        ("<p>zero\u200bwidth\ufeff and soft\u00adhyphen</p>", "zerowidth and softhyphen"),
        ("<p>\U0001f469\u200d\U0001f4bb codes</p>", "\U0001f469\u200d\U0001f4bb codes"),
        ("plain\ntext", "plain\ntext"),
        ("x\ue000y\ue001z", "xyz"),
        ("<script>f()</script>", None),
        ("<frameset>", None),
        ("  ", None),
        (None, None),
    ],
)
def test_text_has_a_line_per_block(html: str | None, expected: str | None) -> None:
    assert plain_text(html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Product   Manager ", "Product Manager"),
        ("Product\u00a0Manager\u200b", "Product Manager"),
        ("R&amp;D Lead", "R&D Lead"),
        ("R&amp;amp;D Lead", "R&D Lead"),
        ("<b>Senior</b> PM<br>Berlin", "Senior PM Berlin"),
        ("&lt;b&gt;Senior&lt;/b&gt; PM", "Senior PM"),
        ("PM <script>f()</script>Growth", "PM Growth"),
        ("Analyst (<2 years)", "Analyst (<2 years)"),
        ("C++ / C# Engineer", "C++ / C# Engineer"),
        ("Engineer \u202eorder", "Engineer order"),
        ("tab\tand\nline", "tab and line"),
        ("\u00a0\u200b ", None),
        ("", None),
        (None, None),
    ],
)
def test_a_line_is_clean(text: str | None, expected: str | None) -> None:
    assert clean_line(text) == expected


@pytest.mark.parametrize(
    ("text", "times", "expected"),
    [
        ("&lt;p&gt;a &amp;amp; b&amp;nbsp;&lt;/p&gt;", 1, "<p>a &amp; b&nbsp;</p>"),
        ("&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;", 2, "<p>a</p>"),
        ("&amp;lt;p&amp;gt;escaped twice unannounced&amp;lt;/p&amp;gt;", 1, "<p>escaped twice unannounced</p>"),
        ("&lt;p&gt;write &amp;lt;div&amp;gt;&lt;/p&gt;", 1, "<p>write &lt;div&gt;</p>"),
        ("", 1, None),
        (None, 1, None),
    ],
)
def test_unescaping_takes_off_what_the_platform_put_on(text: str | None, times: int, expected: str | None) -> None:
    assert unescape_html(text, times) == expected


PIECES = (
    "<p> </p> <div> <ul> <li> </li> </ul> <b> </b> <a href= <table> <td> <script> </script> <svg> <math> <!-- -->"
    " <![CDATA[ style='display:none' hidden > < & &lt; &#x0; &#55296; \" ' javascript: text onload=f() \x00"
)
MARKUP = st.lists(st.sampled_from(PIECES.split(" ")) | st.text(max_size=8)).map("".join)
FORBIDDEN = re.compile(r"<(?!/?(?:[pabiuhs]|li|ul|ol|d[ltd]|t[rdh]|br|hr|div|table|tbody|strong|em)\b)", re.IGNORECASE)


@given(MARKUP)
def test_whatever_comes_is_made_safe_and_stays_so_when_parsed_again(html: str) -> None:
    clean = sanitise(html) or ""
    for shown in (clean, sanitise(clean) or ""):
        assert not FORBIDDEN.search(shown)
        assert not re.search(r"<[^>]*(?:javascript:|onload|style|hidden)[^>]*>", shown.replace("&lt;", ""))


@given(MARKUP)
def test_text_has_no_blank_lines_and_no_double_blanks(html: str) -> None:
    text = plain_text(html)
    if text is not None:
        assert all(line and line == " ".join(line.split()) for line in text.split("\n"))


@given(MARKUP)
def test_the_text_of_sanitised_html_is_what_a_parser_makes_of_it(html: str) -> None:
    clean = sanitise(html)
    assert text_of_sanitised(clean) == plain_text(clean)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li><p>Plan</p></li><li> <b>Ship</b> it</li><li></li></ul><p>Pay</p>", "- Plan\n- Ship it\nPay"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>c", "- a\n- b\nc"),
        ("<p>a&nbsp;&amp; b\n c</p><p>-</p><hr>&lt;p&gt;", "a & b c\n<p>"),
        ('<table><tbody><tr><td colspan="2">a</td><td>b</td></tr></tbody></table>', "a b"),
        ('<p>see <a href="https://x.example/?a>b" rel="nofollow noopener">it</a></p>', "see it"),
        ('<p>see <a href="https://x.example/?<b>c">it</a></p>', "see it"),
        ("<p>a>b</p><p>c>d</p>", "a>b\nc>d"),
        ("a > b > c<p>d</p>", "a > b > c\nd"),
        ("<p>zero\u200bwidth \u2003blank</p>", "zerowidth blank"),
        ("<p>\x01<br>\x02</p>", None),
        ("<p>\ue000</p>", None),
        ("<p>\u200b</p>", None),
        ("", None),
        (None, None),
    ],
)
def test_text_of_sanitised_html(html: str | None, expected: str | None) -> None:
    assert text_of_sanitised(html) == expected


@given(st.text() | MARKUP)
def test_cleaning_a_line_again_changes_nothing_visible(text: str) -> None:
    line = clean_line(text)
    assert line is None or ("\n" not in line and line == " ".join(line.split()))


@pytest.mark.parametrize(
    "part",
    [
        "<div>", "<ul><li>", "<b>", "<b><p>", "<a href=x>", "<table><tr><td>", "<svg><math>", "<!--", "<script>", "<",
        "&", "&lt;", '<a href="', "<p style='/*", "<span style='display:none'>", "x ", "<style>/*", "\u200b", "<li>\n",
        "a" * 4000 + "<br>", "style=", "style='", 'style="',
    ],
)  # fmt: skip
def test_no_long_input_takes_long(part: str) -> None:
    html = (part * (200_000 // len(part) + 1))[:200_000]
    started = time.process_time()
    for function in (sanitise, plain_text, text_of_sanitised, clean_line, unescape_html):
        function(html)
    assert time.process_time() - started < 5
