"""HTML as the editors of recruiting software leave it, orderly and otherwise. Which platform, it does not know."""

from dataclasses import dataclass
from html import escape


def paragraphs(texts: list[str], style: str = "", joint: str = "\n") -> str:
    """One paragraph a text."""
    attribute = f' style="{style}"' if style else ""
    return joint.join(f"<p{attribute}>{escape(text, quote=False)}</p>" for text in texts)


def heading(text: str, tag: str) -> str:
    """A heading, bold as editors like it."""
    return f"<{tag}><strong>{escape(text, quote=False)}</strong></{tag}>"


def items(texts: list[str]) -> str:
    """Bare list items."""
    return "".join(f"<li>{escape(text, quote=False)}</li>" for text in texts)


def bullets(texts: list[str], nested: bool = False) -> str:
    """A list; nested, its last two items hang below the one before them."""
    if not nested or len(texts) < 4:
        return f"<ul>\n{items(texts)}\n</ul>"
    parent = escape(texts[-3], quote=False)
    inner = "".join(f"<li><p>{escape(text, quote=False)}</p></li>" for text in texts[-2:])
    return f"<ul>\n{items(texts[:-3])}<li>{parent}<ul>{inner}</ul></li></ul>"


@dataclass(frozen=True, slots=True)
class Awkward:
    """Which oddities the text of one posting carries; spread by its number on the board."""

    board: str
    number: int

    @property
    def nested(self) -> bool:
        """Lists within lists."""
        return self.number % 3 == 0

    @property
    def joint(self) -> str:
        """What stands between two paragraphs."""
        return "\n<p>&nbsp;</p>\n" if self.number % 5 == 1 else "\n"

    def opening(self) -> str:
        """A script, or text that only machines see."""
        if self.number % 11 == 3:
            return '<script type="text/javascript">window.dataLayer = [{"event": "job_view"}];</script>'
        if self.number % 7 == 4:
            return '<span style="display:none">ninja rockstar guru data engineer nurse accountant</span>'
        return ""

    def ending(self) -> str:
        """A tracking pixel, or a link that wants a click."""
        if self.number % 7 == 5:
            source = f"https://pixel.tracker.example/v?b={self.board}&amp;n={self.number}"
            return f'<img src="{source}" width="1" height="1" alt="">'
        if self.number % 7 == 6:
            return '<p><a href="https://www.example.org/p?a=1&amp;b=2" onclick="track()">Privacy&nbsp;notice</a></p>'
        return ""
