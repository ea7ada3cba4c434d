import pytest

from spiders.platforms.plain_text import html_of_markdown, html_of_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (None, None),
        ("  ", None),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("one\ntwo\r\n\r\n\nthree", "<p>one<br>two</p><p>three</p>"),
    ],
)
def test_text(text: str | None, html: str | None) -> None:
    assert html_of_text(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", None),
        ("# Title\n\n**bold** and *soft*", "<p>Title</p><p>bold and soft</p>"),
        ("[a link](https://a.example/b_(c)) and ![a picture](x.png)", "<p>a link and a picture</p>"),
        ("> quoted\n- item", "<p>quoted<br>- item</p>"),
        ("2 * 3 * 4, C#, a*b*c", "<p>2 * 3 * 4, C#, a*b*c</p>"),
        ("*****Agentic*****", "<p>Agentic</p>"),
    ],
)
def test_markdown(text: str, html: str | None) -> None:
    assert html_of_markdown(text) == html
