"""What people do for a living, taken out of a challenge's text: judges, mentors and speakers say nothing about it."""

import re

_RANK = (
    r"(?:(?:senior|sr|junior|lead|principal|group|associate|staff|chief|global|technical|ai|founding|former|ex)\b"
    r"[\s.-]*)*"
)
_JOB = (
    rf"{_RANK}(?:product (?:management )?(?:manager|owner|lead(?:er)?|director|head|vp|strategist|designer)s?"
    r"|(?:head|vp|svp|director|vice president|chief) (?:of )?product(?: (?:management|strategy|officer|owner))?|cpo)\b"
)
_NAME = r"(?:[A-Z][\w.'\u2019-]*\s+){1,3}[A-Z][\w.'\u2019-]+"
_DASH = r"[,\-\u2013\u2014|(:]"
#: "Product Manager at Northwind", "Kim Example, Product Manager", "Judges: ... Product Manager"
_PEOPLE = (
    re.compile(rf"\b(?i:{_JOB})\s*(?:(?:{_DASH}|@)\s*|(?:at|for|with|from)\s+)(?=[A-Z])[^.;\n]{{0,40}}"),
    re.compile(rf"{_NAME}\s*{_DASH}\s*(?i:{_JOB})[^.;\n]{{0,40}}"),
    re.compile(
        rf"\b(?i:judges?|jury|mentors?|speakers?|panel(?:ists?)?|keynotes?)\b[^.\n]{{0,120}}?\b(?i:{_JOB})[^.;\n]{{0,40}}"
    ),
)
_MAY_NAME_ONE = re.compile(r"product|cpo", re.IGNORECASE)


def without_people(text: str) -> str:
    """The text without product people's job titles where they stand beside a name, an employer or a jury."""
    if not _MAY_NAME_ONE.search(text):
        return text
    for pattern in _PEOPLE:
        text = pattern.sub(" ", text)
    return text
