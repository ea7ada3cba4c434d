"""One schema.org JobPosting as a reading, whoever wrote it. Where postings are found, `json_ld` knows.

Format: https://schema.org/JobPosting, as https://developers.google.com/search/docs/appearance/structured-data/job-posting
asks for it. Quirks: nearly every property comes as a text, an object or a list of either; "UNAVAILABLE" and "" mean
nothing; `validThrough` is often made up (the day of posting and half a year); a section may repeat the description.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from spiders.platforms.base import Payload
from spiders.platforms.parsing import optional_text, required_text
from warehouse.readings import PayReading, PlaceReading, PostingReading

_REMOTE = "telecommute"
_NOTHING = frozenset({"unavailable", "n/a", "none", "null", "undefined", "not specified"})
#: what stands beside the description, and its heading
_SECTIONS = {
    "responsibilities": "Responsibilities",
    "qualifications": "Qualifications",
    "skills": "Skills",
    "experienceRequirements": "Experience",
    "educationRequirements": "Education",
    "jobBenefits": "Benefits",
    "incentiveCompensation": "Incentives",
}
_TAG = re.compile(r"<[a-z!/][^<>]*>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?[a-z][a-z0-9]*\b[^<>]*?/?&gt;", re.IGNORECASE)


def read_job_posting(posting: Payload, *, identifier: str, url: str) -> PostingReading:
    """One JobPosting as stated; `url` is the page it stands on. A missing title raises KeyError."""
    organization = _first(posting.get("hiringOrganization"))
    kinds = list(_texts(posting.get("jobLocationType")))
    remote = [kind for kind in kinds if _REMOTE in kind.lower()]
    return PostingReading(
        identifier=identifier,
        title=required_text(posting, "title" if posting.get("title") else "name"),
        url=url,
        company=_name(organization),
        requisition_id=_requisition(posting.get("identifier")),
        department=_name(_first(posting.get("department"))) or _name(_part(organization, "department")),
        places=list(_places(posting, is_remote=bool(remote))),
        workplace=next((kind for kind in kinds if kind not in remote), None),
        is_remote=True if remote else None,
        employment_type="; ".join(_texts(posting.get("employmentType"))) or None,
        pays=list(_pays(posting)),
        description_html=description_of(posting),
        posted=_day(posting.get("datePosted")),
        valid_through=_day(posting.get("validThrough")),
        language=next(_texts(posting.get("inLanguage")), None),
    )


def halves(payload: Payload) -> tuple[Payload, Payload]:
    """The list entry and the detail that a payload holds; a list entry alone is a payload without detail.

    Raises TypeError where one of them is no object.
    """
    entry, detail = payload.get("entry", payload), payload.get("detail") or {}
    if isinstance(entry, dict) and isinstance(detail, dict):
        return entry, detail
    raise TypeError("entry and detail are not both objects")


def description_of(posting: Payload) -> str | None:
    """The whole text: the description, and each section it does not hold already, under a heading."""
    html = "\n".join(map(_html, _texts(posting.get("description"))))
    held = _bare(html)
    for key, heading in _SECTIONS.items():
        section = _section(posting.get(key))
        bare = _bare(section)
        if bare and bare not in held:
            html = html if _TAG.search(html) else html.replace("\n", "<br>")
            html += f"\n<h3>{heading}</h3>{section}"
            held += bare
    return html.strip() or None


def _section(stated: Any) -> str:
    texts = [_html(text) for text in _texts(stated)]
    return texts[0] if len(texts) == 1 else f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>" if texts else ""


def _html(text: str) -> str:
    """A text as HTML: real where it was escaped as a whole; a line end where it was written as backslash and n."""
    if "\\n" in text and "\n" not in text:
        text = text.replace("\\r", "").replace("\\n", "\n")
    if "&lt;" in text and not _TAG.search(text) and _ESCAPED_TAG.search(text):
        text = unescape(text)
    return text


def _bare(html: str) -> str:
    return "".join(re.findall(r"\w+", unescape(_TAG.sub(" ", html)).casefold()))


def _places(posting: Payload, *, is_remote: bool) -> Iterator[PlaceReading]:
    """Where the work is; for remote work and where no place is stated, also where applicants must live."""
    stated = _all(posting.get("jobLocation"))
    known = [place for place in map(_place, stated) if place is not None]
    names = dict.fromkeys(_texts([_part(each, "name") for each in stated]))
    if len(names) > 1 and len(known) == len(names) and all(place == known[0] for place in known):
        known = [PlaceReading(name) for name in names]  # the first address was written to all places
    yield from known
    if is_remote or not known:
        for name in dict.fromkeys(_texts(posting.get("applicantLocationRequirements"))):
            yield PlaceReading(name)


def _place(stated: Any) -> PlaceReading | None:
    address = _part(stated, "address")
    parts = [_name(_part(address, f"address{part}")) for part in ("Locality", "Region", "Country")]
    if any(parts[1:]):
        return PlaceReading(None, *parts)
    text = parts[0] or _name(address) or _name(stated)  # a locality alone may be any words: "Remote", "Oslo or Bergen"
    return PlaceReading(text) if text else None


def _pays(posting: Payload) -> Iterator[PayReading]:
    """Every range of `baseSalary`. Currency and unit stand at the amount, at the value, or beside it."""
    beside = optional_text(posting.get("salaryCurrency"))
    for stated in _all(posting.get("baseSalary")):
        value = _first(_part(stated, "value")) if isinstance(stated, dict) and stated.get("value") else stated
        currency = _word(stated, "currency") or _word(value, "currency") or beside
        unit = _word(value, "unitText") or _word(stated, "unitText")
        low, high = (_amount(_part(value, key)) for key in ("minValue", "maxValue"))
        alone = _amount(_part(value, "value") if isinstance(value, dict) else value)
        if low is None and high is None:
            low = high = alone
        if low is not None or high is not None:
            yield PayReading(low, high, currency, unit, text=low if isinstance(low, str) and low == high else None)


def _amount(stated: Any) -> float | str | None:
    if isinstance(stated, bool):
        return None
    return stated if isinstance(stated, int | float) and stated else optional_text(stated)


def _word(stated: Any, key: str) -> str | None:
    return optional_text(_part(stated, key))


def _requisition(stated: Any) -> str | None:
    first = _first(stated)
    value = first.get("value") or first.get("name") if isinstance(first, dict) else first
    return optional_text(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _day(stated: Any) -> str | int | None:
    first = _first(stated)
    return first if isinstance(first, int) and not isinstance(first, bool) else optional_text(first)


def _all(stated: Any) -> list[Any]:
    return stated if isinstance(stated, list) else [] if stated is None else [stated]


def _first(stated: Any) -> Any:
    return next(iter(_all(stated)), None)


def _part(stated: Any, key: str) -> Any:
    first = _first(stated)
    return first.get(key) if isinstance(first, dict) else None


def _name(stated: Any) -> str | None:
    return next(_texts(stated), None)


def _texts(stated: Any) -> Iterator[str]:
    """The texts of a property: itself, its name, or what it describes; in each case what says something."""
    for each in _all(stated):
        if isinstance(each, dict):
            keys = ("description", "name", "alternateName", "credentialCategory")
            yield from next((found for key in keys if (found := list(_texts(each.get(key))))), [])
        elif isinstance(each, str) and each.strip() and each.strip().lower() not in _NOTHING:
            yield each
