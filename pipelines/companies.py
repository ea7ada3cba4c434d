"""A company's name as one key, the same however a board writes it. Which companies hire is not decided here."""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "\u0131": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_MARKS = re.compile("[\u0300-\u036f]")


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as text."""
    return frozenset(text.split())


LEGAL_FORMS = word_set(
    """
    inc incorporated llc llp lp lllp plc ltd limited corp corporation co company pc pllc pbc na publ aktiebolag
    gmbh mbh ggmbh ag kg kgaa ohg gbr ug ev eg se aktiengesellschaft haftungsbeschrankt
    sa sas sasu sarl sprl srl spa snc sl slu sau ltda eireli sapi scp rl cv
    bv nv vof ab as asa aps oy oyj hf ehf ou uab sia dd doo ad eood ood kft zrt nyrt rt
    pty pte pvt private sdn bhd berhad tbk kk gk yk oo ooo zao oao pao jsc pjsc cjsc ojsc
    sro lda limitada sll ltee ulc gesmbh wll fze fz fzco dmcc
    """
)
_LEADING_FORMS = frozenset({"pt", "ooo", "zao", "oao", "pao"})
_WRITTEN_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사"
    r"|\b(?:\u043e\u043e\u043e|\u043e\u0430\u043e|\u0437\u0430\u043e|\u043f\u0430\u043e)\b|\bsp\.?\s*z\s*o\.?\s*o\.?(?!\w)"
    r"|\bgmbh\s*(?:&|and|und|\+)\s*co\b\.?|\ba/s\b|\bs/a\b"
    r"|\bspolka (?:akcyjna|z ograniczona odpowiedzialnoscia)\b|\bspol\.?\s*s\s*r\.?\s*o\.?(?!\w)|\bltd\.?\s*sti\b\.?"
    r"|\bnhs (?:foundation )?trust\b"
    r"|\bs\.?\s?(?:a\.?(?:\s?p\.?\s?i\.?)?|de\s?r\.?\s?l\.?) de c\.?\s?v\.?(?!\w)"
)

# One of these stands in every name that an apostrophe or a form written out may be taken from; most have none.
_MARKS_OF_FORMS = re.compile(r"['`/]|gmbh|sp| de c|ltd\W+s| nhs ")

# What a board adds to its own name: "Acme Careers", "Acme Job Board", "Acme Company Website".
BOARD_WORDS = (
    ("job", "board"),
    ("jobs", "board"),
    ("career", "page"),
    ("careers", "page"),
    ("career", "site"),
    ("careers", "site"),
    ("company", "website"),
    ("open", "positions"),
    ("open", "roles"),
    ("job", "openings"),
    ("careers",),
    ("career",),
    ("jobs",),
    ("hiring",),
)
_BOARD_ENDS = frozenset(phrase[-1] for phrase in BOARD_WORDS)

# A shorter beginning is a name of its own too often; one of fewer than SHORTEST letters is no name.
STEM = 8
SHORTEST = 3

PLACE_WORDS = word_set(
    """
    uk us usa eu uae emea apac latam gb america americas europe asia international global worldwide nordics nordic dach
    deutschland germany france italia italy espana spain portugal brasil brazil mexico canada india china japan korea
    australia singapore ireland nederland netherlands belgium osterreich austria schweiz switzerland suisse sverige
    sweden norge norway danmark denmark suomi finland polska poland hungary romania israel turkiye turkey
    """
)
_ANDS = frozenset({"und", "et", "en", "og", "och", "oraz", "y", "e"})
_SPELLINGS = {"saint": "st", "univ": "university", "intl": "international"}
# A name that is a national address: "jimdo.de". Of "circle.so" and "water.org" others have the bare name, too.
_ADDRESS = re.compile(
    r"\s*[\w-]{5,}\.(?:eu|de|fr|nl|es|it|ch|at|be|se|no|dk|fi|pl|cz|pt|br|uk|ca|au|nz)\s*", re.IGNORECASE
)
_GROUP_WORDS = frozenset({"groupe", "grupo", "gruppo"})
_GENERIC_WORDS = word_set(
    """
    group groupe gruppe holding holdings technology technologies tech labs lab ai io com net app hq software
    solutions systems services industries enterprises pharmaceuticals automotive motors studios worldwide
    """
)

# What a board's address adds to the employer's name, run together with it: "withclutch", "figureai".
_JOINED_STARTS = ("with", "get", "join", "try", "use", "hello", "meet", "team", "the", "go")
_JOINED_ENDS = ("ai", "io", "hq", "app", "labs", "tech", "group", "health", "inc")
SHORTEST_JOINED = 4

_ASIDE = re.compile(r"[(\[]([^)\]]*)[)\]]")
# Whoever passes a posting on, the parent that a name brings along, and a name given up or kept for contracts.
_HIRES_FOR = re.compile(r"^.*\b(?:on behalf of|dba|d/b/a)\s+(?=\w)")
_PASSED_ON = re.compile(
    r"(?<=\w)[\s,]+(?:(?:via|powered by|(?:an? )?(?:division|part|subsidiary|brand|member|unit) of|formerly|fka|f/k/a)"
    r"\s.*|(?<=, )an? [\w& ]+ company)$"
)
_MARKS_OF_OTHERS = re.compile(r" (?:via|by|of|formerly|fka|f/k/a|dba|d/b/a) |, an? ")
_SIGNS = str.maketrans(dict.fromkeys("\u2122\u00ae\u00a9"))
_INITIALS = re.compile(r"(?<!\w)(?:\w\.\s?){1,4}\w?(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['\u2019\u2018`\u00b4]")


def fold(text: str) -> str:
    """Lower case without diacritics, in compatibility form."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", lowered)))


def company_key(name: str | None) -> str | None:
    """The company's name without legal form, case, punctuation, spaces, "the" and board words; None without a name.

    Subsidiaries stay apart: "Acme Deutschland GmbH" is `acmedeutschland`, not `acme`. A name made of
    nothing but such words keeps them ("Job Board" is `jobboard`).
    """
    return "".join(_core_words(name)) or None


def company_family(name: str | None) -> str | None:
    """The key without country words, generic words and a leading "Groupe": what a subsidiary shares with its parent.

    Too wide to say that two employers are the same; it only proposes postings to compare.
    """
    return "".join(_family_words(name)) or None


def short_beginnings(name: str | None) -> tuple[str, ...]:
    """Families too short for a stem of which this may be the longer name: "Tally" for "Tally Robotics"."""
    return tuple(start for start in [*accumulate(_family_words(name))][:-1] if SHORTEST <= len(start) < STEM)


def joined_names(name: str | None) -> tuple[str, ...]:
    """Families that a board's address may make of the name, or the name of such: "eotlabs" and "EOT Labs"."""
    words = _core_words(name)
    if len(words) == 1:
        return tuple(_unjoined(words[0]))
    return ("".join(words),) if words and words[-1] in _GENERIC_WORDS else ()


def _unjoined(word: str) -> Iterator[str]:
    """The word without what an address may have added to it."""
    for start in _JOINED_STARTS:
        if word.startswith(start) and len(word) >= len(start) + SHORTEST_JOINED:
            yield word[len(start) :]
    for end in _JOINED_ENDS:
        if word.endswith(end) and len(word) >= len(end) + SHORTEST_JOINED:
            yield word[: -len(end)]


def _family_words(name: str | None) -> tuple[str, ...]:
    """The words of a family, with one word for "and"."""
    words = _core_words(name)
    if len(words) > 1 and "." in (name or "") and _ADDRESS.fullmatch(name or ""):
        words = words[:-1]
    while len(words) > 1 and (words[-1] in PLACE_WORDS or words[-1] in _GENERIC_WORDS):
        words = words[:-1]
    if len(words) > 1 and words[0] in _GROUP_WORDS:
        words = words[1:]
    if not _SPELLINGS.keys().isdisjoint(words):
        words = tuple(_SPELLINGS.get(word, word) for word in words)
    if _ANDS.isdisjoint(words[1:-1]):
        return words
    return (words[0], *("and" if word in _ANDS else word for word in words[1:-1]), words[-1])


def company_stem(family: str | None) -> str | None:
    """How a family's key begins: what it shares with a longer or shorter name of the employer."""
    return family[:STEM] if family else None


def is_longer_name(one: str, other: str) -> bool:
    """Whether one family's key is the other's with words put in or added: "ridgeinsurance", "ridgemutualinsurance"."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    alike = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return alike >= STEM and long.endswith(short[alike:])


@lru_cache(maxsize=65536)
def _core_words(name: str | None) -> tuple[str, ...]:
    """The words that tell the company from others."""
    words = _words(name or "")
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in _LEADING_FORMS:
        words = words[1:]
    while (shorter := _drop_last(words)) != words:
        words = shorter
    return tuple(words)


def _words(name: str) -> list[str]:
    """The name's words after joining initials and dropping asides that are not a country."""
    text = html.unescape(name) if "&" in name else name
    text = fold(text if text.isascii() else text.translate(_SIGNS))
    if _MARKS_OF_OTHERS.search(text):
        text = _PASSED_ON.sub("", _HIRES_FOR.sub("", text))
    if not text.isascii() or _MARKS_OF_FORMS.search(text):
        text = _WRITTEN_FORMS.sub(" ", _APOSTROPHES.sub("", text))
    if "(" in text or "[" in text:
        kept = _ASIDE.sub(_keep_country, text)
        text = kept if _WORD.search(kept) else text
    if "." in text:
        text = _INITIALS.sub(lambda match: re.sub(r"[.\s]", "", match.group()) + " ", text)
    return _WORD.findall(text.replace("&", " and ").replace("+", " "))


def _keep_country(aside: re.Match[str]) -> str:
    """A bracketed country names a subsidiary; any other aside is decoration."""
    return f" {aside[1]} " if aside[1].strip(" .") in PLACE_WORDS else " "


def _drop_last(words: list[str]) -> list[str]:
    """One legal form or board phrase off the end, never the whole name."""
    for phrase in BOARD_WORDS if words and words[-1] in _BOARD_ENDS else ():
        if len(words) > len(phrase) and tuple(words[-len(phrase) :]) == phrase:
            return words[: -len(phrase)]
    if len(words) > 1 and (words[-1] in LEGAL_FORMS or words[-1] in {"and", "the"}):
        return words[:-1]
    return words
