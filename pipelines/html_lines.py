"""The text of HTML that `sanitise` made, without parsing it a second time: its tags are few, bare and well formed.

What looks odd goes through the parser of `plain_text`. Both give the same lines.
"""

import re

from pipelines.html import LINE_BREAKERS, joined_lines, plain_text

_TAG = re.compile("<([^<>]*)>")
_ITEM, _ITEM_END = "\x01", "\x02"
_MARKS = (_ITEM, _ITEM_END, "\ue000", "\ue001", "\ue002")  # ours and those of `plain_text`
_ITEM_START = re.compile(f"{_ITEM}[ \n]*")
_MARK_OF_TAG = {tag: "\n" for name in LINE_BREAKERS for tag in (name, f"/{name}")}
_MARK_OF_TAG |= {"li": _ITEM, "/li": _ITEM_END, "/td": " ", "/th": " "}
_BLANKS = ("\n", "\t", "\r", "&nbsp;")


def text_of_sanitised(html: str | None) -> str | None:
    """What `plain_text` makes of sanitised HTML, several times faster."""
    if html is None:
        return None
    marked = _marked(html)
    if marked is None:
        return plain_text(html)
    if "&" in marked:
        marked = marked.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    lines = _ITEM_START.sub("\n- ", marked).replace(_ITEM_END, "\n").split("\n")
    text = "\n".join(line for line in map(str.strip, lines) if line and line != "-")
    while "  " in text:
        text = text.replace("  ", " ")
    return (text or None) if text.replace("\n", "").isprintable() else joined_lines(lines)


def _marked(html: str) -> str | None:
    """The text with lines and items marked; None where a sign outside a tag could be a part of one."""
    if "<" not in html or any(mark in html for mark in _MARKS):
        return None
    for blank in _BLANKS:
        html = html.replace(blank, " ")
    parts = _TAG.split(html)
    parts[1::2] = [_MARK_OF_TAG.get(tag, "") for tag in parts[1::2]]
    text = "".join(parts)
    return None if "<" in text or ">" in text else text
