"""Foreign HTML made safe, and made text. Shared by the steps; what a text means, they decide.

Every function takes hostile input of any length: broken, escaped again, hidden in or nested without end.
"""

import html as entities
import re
from collections.abc import Iterable
from functools import lru_cache

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

#: no posting has this many tags; parsers take quadratic time over ones nested this deep
MOST_TAGS = 6000
_MOST_ESCAPES = 3
_MOST_PARENTS = 50

#: tags whose content is no text
_CODE = "script,style,template,noscript,iframe,object,embed,svg,math,title,textarea,select,audio,video,canvas"
_BLOCKS = (
    "p,div,section,article,header,footer,aside,main,address,figure,figcaption,details,summary,blockquote,pre,"
    "h1,h2,h3,h4,h5,h6,ul,ol,dl,dt,dd,table,tr"
)
_BREAKS = "br,hr,caption"
_INLINES = "a,b,strong,i,em,u,s,small,sub,sup,code,li,thead,tbody,tfoot,td,th"
_KEPT = f"{_BLOCKS},{_BREAKS},{_INLINES}"
KEPT = frozenset(_KEPT.split(","))
LINE_BREAKERS = frozenset(f"{_BLOCKS},{_BREAKS}".split(","))
_CLEANER = nh3.Cleaner(
    tags=set(KEPT),
    clean_content_tags=set(_CODE.split(",")),
    attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
    url_schemes={"http", "https", "mailto", "tel"},
    url_relative="deny",
    link_rel="nofollow noopener",
)

_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
_CODE_SPAN = re.compile(rf"<({_CODE.replace(',', '|')})\b.*?(?:</\1\b[^>]*>?|\Z)", re.IGNORECASE | re.DOTALL)
_ESCAPED_TAG = re.compile(r"&(?:amp;)?lt;/?(?:p|div|br|ul|ol|li|h[1-6]|strong|b|em|span|a)\b", re.IGNORECASE)
_NOTHING_SEEN = re.compile(r"(?:<[^>]*>|&nbsp;|[\s\u200b\u2060\ufeff\u00ad])*\Z")
_LINE_TAG = re.compile(rf"</?(?:{_KEPT.replace(',', '|')}|span|font|img|center)\b[^<>]*>", re.IGNORECASE)

#: the value of every style attribute, whatever stands around it; a bare value this long is no value of an editor's
_STYLES = re.compile(rb"""style\s*=\s*(?=("[^"]*|'[^']*|[^\s>]{0,300}))""")
_LONGEST_BARE = 300
_HIDING_WORDS = (
    *(
        b"hidden",
        b"none",
        b"collapse",
        b"opacity",
        b"font-size",
        b"transparent",
        b"\\",
        b"&#",
        b"/*",
        b"indent",
        b"clip",
    ),
    *(b":-", b": -", b"scale", b"white", b"#fff", b"255"),
)
_HIDING_STYLE = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|mso-hide:all|color:transparent"
    r"|(?:font-size|opacity):0*\.?0*(?:px|em|rem|pt|%)?|font-size:(?:0*\.\d+|1)(?:px|pt)|filter:opacity\(0%?\)|text-indent:-\d{3,}\w*"
    r"|(?:left|right|top|bottom|margin-left):-\d{3,}(?:\.\d*)?\w*|clip:rect\([01](?:px)?[,\d.px]*\)"
    r"|clip-path:inset\((?:50|100)%\)|transform:scale\(0\))(?:!important)?(?:;|$)"
)
#: no size to stand in, and what does not fit is cut off
_NO_SIZE = re.compile(r"(?:^|;)(?:max-)?(?:height|width):[01](?:px|em|rem|%)?(?:!important)?(?:;|$)")
#: white on the page's white; behind it may lie a background of its own or of what it stands in
_WHITE = re.compile(r"(?:^|;)color:(?:white|#fff(?:fff)?|rgba?\(255,255,255(?:,[\d.]+)?\))(?:!important)?(?:;|$)")
_WHITE_BEHIND = re.compile(r"(?:^|;)background(?:-color)?:(?:white|#fff(?:fff)?)(?:!important)?(?:;|$)")
_STYLE_NOISE = re.compile(r"/\*.*?(?:\*/|\Z)|\s+", re.DOTALL)
#: blocks with attributes that sanitising drops; of inline tags attributes decide which are opened again in a next block
_DRESSED = re.compile(rb"""(<(?:p|li|ul|ol|div|span|h[1-6]))((?: [a-z-]{1,20}="[^"<>]{0,150}"){1,4})>""")

_BREAK, _ITEM, _ITEM_END = "\ue000", "\ue001", "\ue002"
_MARKS = re.compile(f"[{_BREAK}{_ITEM}{_ITEM_END}]")
_ITEM_START = re.compile(rf"{_ITEM}[\s{_BREAK}]*")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u206f\ufeff\ufffe\ud800-\udfff]"
    r"|(?<![\u0590-\u08ff\u0900-\U0010ffff])[\u200c\u200d]"  # joiners mean something in these scripts and in emoji
)
#: a second alphabet that no font shows and every language model reads; a selector belongs to the ideograph before it
_SMUGGLED = re.compile(
    "[\U000e0000-\U000e007f]|(?<![\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af])[\U000e0100-\U000e01ef]"
)
#: how each of them begins in UTF-8: looked for first, because it costs nothing
_SMUGGLING = b"\xf3\xa0"


def sanitise(html: str | None) -> str | None:
    """HTML that is safe to show: structure, emphasis and absolute links stay, and nothing a reader would not see.

    Images go too: each tells its host who reads. Text without a tag keeps its lines. None where nothing is left to see.
    """
    if not html:
        return None
    source = _as_html(html)
    clean = _CLEANER.clean(_shown(source)).strip()
    if not _TAG.search(clean):  # line ends that were blanks beside a tag would now read as line ends of plain text
        clean = clean.replace("\n", " ")
    if _SMUGGLING in source or b"&#" in source:
        clean = _without_smuggled(clean)
    return None if _NOTHING_SEEN.match(clean) else clean


def plain_text(html: str | None) -> str | None:
    """The text a reader sees: a line per block, list items after "- ", no blank lines. None where there is none."""
    if not html:
        return None
    source = _MARKS.sub("", _as_html(html).decode())
    if source.count("<") > MOST_TAGS:
        return _lines(_untagged(source))
    body = LexborHTMLParser(source).body
    if body is None:
        return None
    _remove(body.css(_CODE))
    if _may_hide(source.encode()):
        _remove_hidden(body)
    return _lines(_ITEM_START.sub(f"{_BREAK}- ", _marked(body)).replace(_ITEM_END, _BREAK))


def clean_line(text: str | None) -> str | None:
    """One line of text without entities, markup, invisible characters or double blanks. None where it is blank."""
    if not text:
        return None
    if "&" in text:
        text = entities.unescape(entities.unescape(text))
    if "<" in text:
        text = _LINE_TAG.sub(" ", _CODE_SPAN.sub(" ", text))
    return _visible(text) or None


def unescape_html(text: str | None, times: int = 1) -> str | None:
    """HTML out of text that a platform escaped `times` over; once more where it still shows tags only as entities."""
    if not text:
        return None
    for _ in range(times):
        text = entities.unescape(text)
    return _unescaped_again(text)


def _as_html(text: str) -> bytes:
    """HTML of what may be plain text or HTML escaped once too often."""
    text = _unescaped_again(text)
    if not _TAG.search(text):
        text = text.replace("<", "&lt;").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br>")
    return text.encode("utf-8", "replace")  # half a surrogate pair stops a Rust library


def _unescaped_again(text: str) -> str:
    for _ in range(_MOST_ESCAPES):
        if _TAG.search(text) or not _ESCAPED_TAG.search(text):
            break
        text = entities.unescape(text)
    return text


def _untagged(html: str) -> str:
    return entities.unescape(re.sub(r"<[^<>]*>", " ", _CODE_SPAN.sub(" ", html)))


def _shown(html: bytes) -> str:
    """HTML without what a reader would not see, and without attributes that cost the sanitiser time and are dropped."""
    if html.count(b"<") > MOST_TAGS:
        return entities.escape(_untagged(html.decode()), quote=False)
    bare = _undressed(html)
    return _without_hidden(html.decode()) if _may_hide(bare) else bare.decode()


def _undressed(html: bytes) -> bytes:
    """HTML with its blocks bare, unless one of them could be hidden."""
    parts = _DRESSED.split(html)
    dresses = parts[2::3]
    if not all(map(_is_plain, set(dresses))):
        return html
    parts[2::3] = [b">"] * len(dresses)
    return b"".join(parts)


@lru_cache(4096)
def _is_plain(dress: bytes) -> bool:
    return not _could_hide(dress.lower())


def _could_hide(lower: bytes) -> bool:
    """Whether attributes in lower case have a word that may hide an element."""
    return any(word in lower for word in _HIDING_WORDS)


def _may_hide(html: bytes) -> bool:
    """Whether an element could be hidden: cheap, and never a false no."""
    lower = html.lower()
    if b"hidden" in lower or b"<font" in lower:
        return True
    if b"style" not in lower:
        return False
    styles = set(_STYLES.findall(lower))
    return any(map(_could_hide, styles)) or any(
        len(style) >= _LONGEST_BARE and style[0] not in b"\"'" for style in styles
    )


def _without_hidden(html: str) -> str:
    body = LexborHTMLParser(html).body
    if body is None:
        return ""
    _remove_hidden(body)
    return body.inner_html or ""


def _remove_hidden(body: LexborNode) -> None:
    _remove(
        [node for node in body.css("[style],[hidden],[aria-hidden=true],font[color],font[size]") if _is_hidden(node)]
    )


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if node.tag in {"br", "hr"}:  # editors set aria-hidden on line ends, which are seen
        return False
    if "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true":
        return True
    style = _STYLE_NOISE.sub("", attributes.get("style") or "").lower()
    if node.tag == "font":
        style += f";color:{attributes.get('color') or ''};font-size:{attributes.get('size') or 'inherit'}".lower()
    if "\\" in style:  # an escape inside a style has no honest use
        return True
    if _WHITE.search(style) and not _has_background(node):
        return True
    if "overflow:hidden" in style and _NO_SIZE.search(style):
        return True
    if not (found := _HIDING_STYLE.search(style)):
        return False
    # mail layouts set the outer size to 0 and bring the text back further in
    return "font-size" not in found[0] or not node.css_matches("[style] [style*='font-size']")


def _has_background(node: LexborNode | None) -> bool:
    """Whether an element, or one it stands in, sets a background."""
    for _ in range(_MOST_PARENTS):
        if node is None or node.tag == "body":
            return False
        style = _STYLE_NOISE.sub("", node.attributes.get("style") or "").lower()
        if ("background" in style and not _WHITE_BEHIND.search(style)) or "bgcolor" in node.attributes:
            return True
        node = node.parent
    return True


def _remove(nodes: list[LexborNode]) -> None:
    for node in reversed(nodes):  # children first: removing a parent frees them
        node.decompose()


def _marked(body: LexborNode) -> str:
    """The text of a tree with a mark wherever a line breaks, because its own line ends mean nothing."""
    for node in list(body.traverse()):
        tag = node.tag
        if tag in LINE_BREAKERS:
            node.insert_before(_BREAK)
            node.insert_after(_BREAK)
        elif tag == "li":
            node.insert_before(_ITEM)
            node.insert_after(_ITEM_END)
        elif tag in {"td", "th"}:
            node.insert_after(" ")
    return body.text()


def _lines(text: str) -> str | None:
    return joined_lines(text.split(_BREAK))


def joined_lines(stated: Iterable[str]) -> str | None:
    """The lines a reader sees, one below the other. None where there is none."""
    lines = (_visible(line) for line in stated)
    return "\n".join(line for line in lines if line and line != "-") or None


def _without_smuggled(text: str) -> str:
    if text.isascii() or _SMUGGLING not in text.encode("utf-8", "replace"):
        return text
    return _SMUGGLED.sub("", text)


def _visible(text: str) -> str:
    line = " ".join(_without_smuggled(text).split())
    return line if line.isprintable() else " ".join(_INVISIBLE.sub("", line).split())
