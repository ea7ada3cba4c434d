"""Jibe, the front end that iCIMS puts on a company's own domain: its list answer, and one entry as a reading.

Format: https://{host}/api/jobs, the JSON behind the site's own list (public, no key), all text included.
Quirks: `count` and `totalCount` are both the whole board; the page is as long as the host likes. `tags1` and so on mean
what each employer chooses; one that is nothing but a workplace's name is read as that. `description` holds the texts of
`responsibilities` and `qualifications` already, with few exceptions. Pay of 0 is unknown.
"""

import re
from typing import Any

from spiders.platforms.base import Answer, Fetch, Page, Payload, Source
from spiders.platforms.job_posting import description_of
from spiders.platforms.parsing import board_in_url, object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_WORKPLACE = re.compile(r"(?:100% |fully )?(?:remote|hybrid|on-?site|in[ -]office)(?: work)?", re.IGNORECASE)


def jibe_fetch(host: str, number: int, seen: int) -> Fetch:
    """One page of the list; `seen` is how many entries the earlier pages held."""
    query = f"page={number}&limit=100&sortBy=relevance&descending=false&internal=false"
    carried = {"page": number, "seen": seen} if seen else None
    return Fetch(f"https://{host}/api/jobs?{query}", headers={"Accept": "application/json"}, carried=carried)


def jibe_page(host: str, answer: Answer) -> Page:
    """One page's entries, and the next page while fewer have come than the board has.

    Raises PayloadError(`wrong_type`) for an answer of another shape.
    """
    document = object_of(answer)
    jobs = payloads_of(document.get("jobs"), '"jobs"')
    entries = payloads_of([job.get("data") for job in jobs], '"jobs[].data"')
    before = answer.carried or {}
    seen, total = before.get("seen", 0) + len(entries), document.get("totalCount")
    page = Page(entries, total=total if isinstance(total, int) and not before else None)
    if entries and isinstance(total, int) and seen < total:
        page.follow.append(jibe_fetch(host, before.get("page", 1) + 1, seen))
    return page


def read_jibe(source: Source, entry: Payload) -> PostingReading:
    """One entry as stated. Raises PayloadError(`not_listed`) for one that is for the company's own people."""
    if entry.get("internal") is True or entry.get("searchable") is False:
        raise PayloadError(RejectReason.NOT_LISTED, "internal is true or searchable is false")
    slug = required_text(entry, "slug")
    page = optional_text((entry.get("meta_data") or {}).get("canonical_url"))
    return PostingReading(
        identifier=slug,
        title=required_text(entry, "title"),
        url=page or f"https://{source.board}/jobs/{board_in_url(slug)}",
        company=optional_text(entry.get("hiring_organization")),
        apply_url=optional_text(entry.get("apply_url")),
        requisition_id=optional_text(entry.get("req_id")),
        department=next(
            filter(None, (optional_text(each.get("name")) for each in entry.get("categories") or ())), None
        ),
        places=_places(entry),
        workplace=_workplace(entry),
        employment_type=optional_text(entry.get("employment_type")),
        pays=_pays(entry),
        description_html=description_of(entry),
        posted=optional_text(entry.get("posted_date")),
        language=optional_text(entry.get("language")),
    )


def _places(entry: Payload) -> list[PlaceReading]:
    """The whole line of places; the address fields speak of the first."""
    country = optional_text(entry.get("country_code")) or optional_text(entry.get("country"))
    line, city, state = (optional_text(entry.get(key)) for key in ("full_location", "city", "state"))
    return [PlaceReading(line, city, state, country)] if line or city or state or country else []


def _workplace(entry: Payload) -> str | None:
    tags = (tag for key, stated in sorted(entry.items()) if key.startswith("tags") for tag in _texts(stated))
    return next((tag for tag in tags if _WORKPLACE.fullmatch(tag.strip())), None)


def _texts(stated: Any) -> list[str]:
    return [each for each in (stated if isinstance(stated, list) else [stated]) if isinstance(each, str)]


def _pays(entry: Payload) -> list[PayReading]:
    low, high = (entry.get(f"salary_{end}_value") or None for end in ("min", "max"))
    return [PayReading(low, high)] if low or high else []
