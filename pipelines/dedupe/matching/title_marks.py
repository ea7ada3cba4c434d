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
    r"(?<=\w)(?:[:*·_.](?:in|innen|r|e|es|euse|rice|se|a|as|x|ne|trice|nes)\b|/(?:in|a|as|e)\b"
    r"|\((?:in|innen|r|e|a|as|s|es|n|en|ne|euse|se|rice|trice)\))"
)
# Pay, and how many are hired.
_NUMBERS = re.compile(
    r"[$€£]\s?\d[\d.,]*k?(?:\s*(?:-|\u2013|to)\s*[$€£]?\d[\d.,]*k?)?(?:\s*/\s*\w+)?"
    r"|\b\d{2,3}k\s?(?:-|\u2013|to)\s?\d{2,3}k\b|\b(?-i:x)\s?\d{1,2}(?=\s*(?:$|[)\]|,-]))"
    r"|\b\d{1,3} (?:positions?|openings?|vacancies|posts)\b",
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
# "Kauffrau/-mann"
_MANN_FRAU = re.compile(r"\b(\w{3,}?)(?:mann|frau)\s?/\s?(?:-|\1)?(?:mann|frau)\b")
# Any of these may begin a mark to take off; most titles have none.
_MARKS = re.compile(r"[\d()\[\]/|:*·_.#$€£@]")


def without_marks(text: str) -> tuple[str, str | None]:
    """The text without pay, gender marks and requisition id, and that id; a gender mark parts segments."""
    if not _MARKS.search(text):
        return text, None
    text, requisition = _take_requisition(text)
    return _INCLUSIVE.sub("", _GENDER.sub(" | ", _NUMBERS.sub(" ", text))), requisition


def _take_requisition(text: str) -> tuple[str, str | None]:
    """The text without a requisition id, and that id."""
    found = _REQUISITION.search(text)
    return (_REQUISITION.sub(" ", text), next(filter(None, found.groups()))) if found else (text, None)


def in_one_gender(text: str) -> str:
    """The folded text with one word for each that it has in two genders."""
    if "/" in text or " ou " in text:
        return _MANN_FRAU.sub(r"\1mann", _FEMININE_FIRST.sub(r"\2", _DOUBLET.sub(r"\1", text)))
    return text
