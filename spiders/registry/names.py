"""Company names as people write them, out of the titles that career sites carry. Not here: recognising companies."""

import re
from html import unescape

_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_SLUG = re.compile(r"[a-z0-9._-]+")
_JOBS = r"(?:careers?|jobs?|job openings?|open positions|current openings|vacancies|karriere)"
_SITE = r"(?:\s*(?:site|page|portal|homepage|home|board|centre|center|opportunities))?"
#: which of a company's boards it is
_WHICH = (
    r"(?:(?:candidate|internal|external|global|public|private|hidden|early|graduate|university|student|experienced"
    r"|corporate|contract|international|hot|all|featured|recommended|extra|unlisted|search)\s+)*"
)
#: "Careers at Acme", "Jobs | Acme", "Home | Acme"
_BEFORE = re.compile(
    rf"(?:{_JOBS}{_SITE}(?:\s+(?:at|bei|chez|with|in)\s+|\s*[@|:–]\s*|\s+-\s+)|home\s*\|\s*)(?=\S)", re.IGNORECASE
)
#: "Acme Careers", "Acme - Candidate Career site", "Acme | Jobs and Careers | Home"; not "AB-Jobs", "School of Careers"
_AFTER = re.compile(
    r"(?<!\bof)(?<!\bthe)(?<!\byour)(?<!\bour)(?<!\bnew)(?:\s*[|,:–]\s*|\s+-\s*|\s+)"
    rf"(?:{_WHICH}{_JOBS}(?:\s*(?:and|&)\s*{_JOBS}?)?{_SITE}|\|\s*home)$",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"[\s|,;–-]+$")
#: says what the page is, not whose
_NO_NAME = re.compile(
    rf"(?:{_WHICH}{_JOBS}{_SITE}|jobportal|home|apply|embed|external|company|search|unknown)", re.IGNORECASE
)
_SITE_LABELS = frozenset({"www", "jobs", "job", "careers", "career", "apply", "karriere", "work", "recruiting"})


def clean_name(name: str, board: str) -> str:
    """A company's name without entities, double blanks and "Careers"; from its board where nothing else is left.

    A slug in lower case stays as it is: nobody knows how that company writes itself.
    """
    text = " ".join(_INVISIBLE.sub("", unescape(name)).split())
    if _NO_NAME.fullmatch(text):
        return name_of_board(board)
    if _SLUG.fullmatch(text):
        return text
    for _ in range(3):
        text = _AFTER.sub("", _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text)
    text = _bare_end(text)
    return name_of_board(board) if not text or _NO_NAME.fullmatch(text) else text


def _bare_end(text: str) -> str:
    """Without a loose separator at the end; one that also stands in front belongs to the name ("-ASG-")."""
    end = _LOOSE_END.search(text)
    return text[: end.start()] if end and text[0] not in end[0] and not re.search(r"\s-\S.*-$", text) else text


def name_of_board(board: str) -> str:
    """The telling part of a board: its tenant, or the company's part of its host."""
    first = re.split(r"[|/]", board)[0]
    labels = [label for label in first.split(".") if label not in _SITE_LABELS]
    return labels[0] if labels else first
