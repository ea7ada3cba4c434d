"""Plain text and Markdown as HTML, for readings whose source writes no HTML."""

import re
from html import escape
from typing import Any

from spiders.platforms.parsing import optional_text

_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s\"[^\"\n]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\w*])")
_MARKS = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?)|(?:\*\*|__|~~|`)", re.MULTILINE)


def html_of_text(text: Any) -> str | None:
    """Paragraphs and line breaks of a text; None where there is none."""
    stated = optional_text(text)
    if stated is None:
        return None
    blocks = [block.strip() for block in re.split(r"\n\s*\n", stated.replace("\r\n", "\n"))]
    return "".join(f"<p>{escape(block, quote=False).replace(chr(10), '<br>')}</p>" for block in blocks if block)


def html_of_markdown(text: Any) -> str | None:
    """The same for Markdown: its words without its signs; a link keeps its words."""
    stated = optional_text(text)
    return html_of_text(_EMPHASIS.sub(r"\1", _MARKS.sub("", _LINK.sub(r"\1", stated)))) if stated else None
