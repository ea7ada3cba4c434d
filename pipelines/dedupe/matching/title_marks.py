"""Marks in job titles that say nothing of the role: pay, genders, requisition ids. Its words are not read here."""

import re

_REQUISITION = re.compile(
    r"\b(?:req(?:uisition)?|job|ref(?:erence)?)\.?\s*(?:id|no|nr|number)?\s*[:#.]+\s*([A-Z]{0,4}-?\d{3,})\b"
    r"|\b((?:JR|REQ|R)[-_]?\d{4,})\b"
    r"|\bid\s?[:#]?\s?(\d{4,})\b"
    r"|\b(?:kennziffer|kennzahl|referenz(?:nummer|nr)?|stellennummer|ref|req)\.?:?\s*(\d[\d/.-]{2,}\d)\b",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"[(\[]?\b(?:m|w|f|d|h|x|i|k|v|n|ž|gn|div|mann|frau|mwd)\s?(?:[/|,*]\s?(?:m|w|f|d|h|x|i|k|v|n|ž|gn|div|divers|a)\b\s?){1,3}[)\]]?"
    r"|\(\s*(?:mwd|gn|all genders?|mfd|wmd)\s*\)",
    re.IGNORECASE,
)
_INCLUSIVE = re.compile(
    r"(?<=\w)(?:[:*·_.](?:in|innen|r|e|es|euse|rice|se|a|as|x|ne|trice|nes|fe|ve|lle|te)\b|/-?(?:in|innen|a|as|e|ka|ice)\b"
    r"|\((?:in|innen|ka|ice|r|e|a|as|s|es|n|en|ne|euse|se|rice|trice|fe|ve|le|lle|te)\))"
)
# Pay, and how many are hired.
_NUMBERS = re.compile(
    r"[$€£]\s?\d[\d.,]*k?(?:\s*(?:-|\u2013|to)\s*[$€£]?\d[\d.,]*k?)?(?:\s*/\s*\w+)?"
    r"|\b\d{2,3}k\s?(?:-|\u2013|to)\s?\d{2,3}k\b|\b(?-i:x)\s?\d{1,2}(?=\s*(?:$|[)\]|,-]))"
    r"|\b\d{1,3} (?:positions?|openings?|vacancies|posts)\b",
    re.IGNORECASE,
)
# How much is worked, and the years of experience asked for: "80-100%", "0.8 FTE", "5+ years"; for how long.
_AMOUNT = re.compile(
    r"[(\[]?(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?\+?(?:\s?(?:-|\u2013|\u2014|to|bis|tot|\u00e0|a)\s?(\d{1,3}(?:[.,]\d{1,2})?))?\s?\+?[\s-]?"
    r"(?:(?P<percent>%(?!\s*(?:remot|home|tele|on.?site|provision|commission)))"
    r"|(?P<hour>uur|uren|hours?|hrs?|stunden|std\.?|heures|h|timer)\b(?!\s*(?:support|service|shift|schicht|care|pflege))"
    r"|(?P<fte>fte)\b|(?P<year>(?:years?|yrs?)(?:\s(?:of\s)?exp(?:erience|\.)?)?)(?!\w)"
    r"|(?P<day>days?|tage?|dagar)\b(?=\s?(?:/|a|per|pro|i)\s?w?(?:eek|oche|veckan))"
    r"|(?P<month>months?|monate?|mois|mesi|meses)\b)"
    r"(?:\s?(?:/|p\.|per|a|pro|par)\s?(?:weeks?|wk|woche|semaine|sem|w)\b\.?)?[)\]]?",
    re.IGNORECASE,
)
# "Conducteur / Conductrice", "Conductrice ou conducteur": one word in two genders.
_DOUBLET = re.compile(
    r"\b((\w{3,}?)(?:eur|er|ier|ien|if|ant|e|o|or)?)\s?(?:/|\bou\b)\s?\2"
    r"(?:euse|rice|ere|iere|ienne|ive|ante|ee?|a|ora|in|innen)\b"
)
_FEMININE_FIRST = re.compile(
    r"\b(\w{3,}?)(?:euse|rice|ere|iere|ienne|ive|ante|ora|in)\s?(?:/|\bou\b)\s?(\1(?:eur|er|ier|ien|if|ant|or)?)\b"
)
# "Mlodszy Specjalista / Mlodsza Specjalistka": two words in two genders.
_DOUBLE = re.compile(r"\b((\w{3,}?)\w{0,2} (\w{4,}?)\w{0,2}) ?/ ?\2\w{0,2} \3\w{0,3}\b")
# "Kauffrau/-mann"
_MANN_FRAU = re.compile(r"\b(\w{3,}?)(?:mann|frau)\s?/\s?(?:-|\1)?(?:mann|frau)\b")
_DIGIT = re.compile(r"\d")
# Any of these may begin a mark to take off; most titles have none.
_MARKS = re.compile(r"[\d()\[\]/|:*·_.#$€£@]")


def without_marks(text: str) -> tuple[str, str | None]:
    """The text without pay, gender marks and requisition id, and that id; a gender mark parts segments."""
    if not _MARKS.search(text):
        return text, None
    text, requisition = _take_requisition(text)
    amounts = "".join(map(_amount, _AMOUNT.finditer(text))) if _DIGIT.search(text) else ""
    text = _AMOUNT.sub(" | ", text) if amounts else text
    return _INCLUSIVE.sub("", _GENDER.sub(" | ", _NUMBERS.sub(" ", text))) + amounts, requisition


def without_cut(text: str) -> str:
    """The text without the word in which a site cut it short."""
    bare = text.rstrip()
    return bare.rpartition(" ")[0] or text if bare.endswith(("...", "\u2026")) else text


def _amount(found: re.Match[str]) -> str:
    """The amount as one word, in a segment of its own."""
    figures = "to".join(re.sub("[.,]", "p", figure) for figure in found.groups()[:2] if figure)
    return f" | {figures}{found.lastgroup}"


def is_amount(word: str) -> bool:
    """Whether the word is an amount of work or experience: a copy may lack it, two openings may differ in it."""
    return word[:1].isdigit() and word.endswith(("percent", "hour", "fte", "year", "month", "day"))


def _take_requisition(text: str) -> tuple[str, str | None]:
    """The text without a requisition id, and that id."""
    found = _REQUISITION.search(text)
    return (_REQUISITION.sub(" ", text), next(filter(None, found.groups()))) if found else (text, None)


def in_one_gender(text: str) -> str:
    """The folded text with one word for each that it has in two genders."""
    if "/" in text or " ou " in text:
        text = _DOUBLE.sub(r"\1", text)
        return _MANN_FRAU.sub(r"\1mann", _FEMININE_FIRST.sub(r"\2", _DOUBLET.sub(r"\1", text)))
    return text
