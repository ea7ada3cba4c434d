"""One posting as read becomes one row of values: cleaned, typed, in the contract's words. The rules lie beside.

Pure: the same reading and day give the same values. What the source did not say stays null.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import urlsplit

import orjson

from pipelines.companies import company_key
from pipelines.html import clean_line, sanitise
from pipelines.html_lines import text_of_sanitised
from pipelines.normalise.dates import past_day, read_day
from pipelines.normalise.employment import employment_type
from pipelines.normalise.facts import facts_of
from pipelines.normalise.language import language_of
from pipelines.normalise.pay.ranges import Pay, read_pays
from pipelines.normalise.places.parts import Place
from pipelines.normalise.places.reading import limits_of, read_places
from pipelines.normalise.workplace import workplace_type
from spiders.platforms.base import Source
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading
from warehouse.vocabulary import RejectReason, WorkplaceType

_JUNK_REQUISITION = re.compile(r"\D*\Z|0+\Z", re.IGNORECASE)
_USUAL_LINK = re.compile(r"https?://([a-z0-9.-]+)(?:/[!-~]*)?\Z")
_HOST_PREFIX = re.compile(r"^(?:www|careers?|jobs?|apply|work|join)\.")


def normalise_posting(
    reading: PostingReading, source: Source, *, today: date, is_aggregator: bool = False
) -> dict[str, object]:
    """The values of a posting's row, all but those that say how it landed.

    `is_aggregator`: the source lists other companies' postings, so the employer is the one that the posting states.
    Raises PayloadError: `missing_field` where no title is left, or no employer by an aggregator; `invalid_value`
    where its link is none, or its title is only punctuation.
    """
    (values,) = normalise_postings([(reading, source)], today=today, is_aggregator=is_aggregator)
    if isinstance(values, PayloadError):
        raise values
    return values


def normalise_postings(
    stated: Sequence[tuple[PostingReading, Source]], *, today: date, is_aggregator: bool = False
) -> list[dict[str, object] | PayloadError]:
    """The same of many postings, in their order, with the error in place of values that cannot be.

    It goes rule by rule: posting by posting, with the code and tables of all the rules taking turns, is slower by a
    sixth.
    """
    named = [_named(reading, source, is_aggregator) for reading, source in stated]
    readings = [one for (one, _), head in zip(stated, named, strict=True) if not isinstance(head, PayloadError)]
    described = iter(_described(readings, [head for head in named if not isinstance(head, PayloadError)], today))
    return [head if isinstance(head, PayloadError) else next(described) for head in named]


def _named(reading: PostingReading, source: Source, is_aggregator: bool) -> dict[str, object] | PayloadError:
    """What no posting can be without, and what follows from it alone."""
    title = clean_line(reading.title)
    if title is None:
        return PayloadError(RejectReason.MISSING_FIELD, "no title")
    if not any(map(str.isalnum, title)):
        return PayloadError(RejectReason.INVALID_VALUE, f"title {title[:40]!r} is only punctuation")
    url = _link(reading.url)
    if url is None:
        return PayloadError(RejectReason.INVALID_VALUE, f"no link: {reading.url!r:.80}")
    company = clean_line(reading.company) if is_aggregator else _company(reading, source)
    if company is None:
        return PayloadError(RejectReason.MISSING_FIELD, "no company")
    return {
        "url": url,
        "apply_url": _link(reading.apply_url) or url,
        "title": title,
        "company": company,
        "company_slug": company_slug(company),
        "company_domain": _domain(url, company, source.board),
    }


def _described(
    readings: Sequence[PostingReading], named: Sequence[dict[str, object]], today: date
) -> list[dict[str, object]]:
    """All values of postings of which those that they cannot be without are known."""
    htmls = [sanitise(reading.description_html) for reading in readings]
    texts = list(map(text_of_sanitised, htmls))
    languages = [language_of(reading.language, text) for reading, text in zip(readings, texts, strict=True)]
    places = [read_places(reading.places) for reading in readings]
    paid = list(map(_pay_values, readings, places, texts))
    placed = list(map(_place_values, readings, places, [str(head["title"]) for head in named], texts))
    stated = [_stated_values(reading, today) for reading in readings]
    written = [
        {"language": language, "description_html": html, "description_text": text}
        for language, html, text in zip(languages, htmls, texts, strict=True)
    ]
    found = [
        head | said | words | place | pay
        for head, said, words, place, pay in zip(named, stated, written, placed, paid, strict=True)
    ]
    return [values | {"facts": facts_of(values)} for values in found]


def _stated_values(reading: PostingReading, today: date) -> dict[str, object]:
    """What the posting states in fields of their own."""
    return {
        "department": clean_line(reading.department),
        "requisition_id": _requisition(reading.requisition_id),
        "employment_type": employment_type(reading.employment_type),
        "attribution": clean_line(reading.attribution),
        "date_posted": past_day(reading.posted, today),
        "valid_through": read_day(reading.valid_through),
    }


@lru_cache(65536)
def company_slug(company: str) -> str:
    """The employer as a URL-safe key: one for all its spellings; a hash where its script has no URL-safe letters."""
    key = company_key(company) or ""
    if key.isascii() and key:
        return key
    return "c" + blake2b((key or company).encode(), digest_size=6).hexdigest()


def _company(reading: PostingReading, source: Source) -> str:
    return clean_line(source.company) or clean_line(reading.company) or source.board


def _link(url: str | None) -> str | None:
    """An absolute link of the web, without blanks."""
    if url and _USUAL_LINK.match(url):
        return url
    found = re.sub(r"\s+", "%20", (url or "").strip())
    try:
        parts = urlsplit(found)
    except ValueError:
        return None
    return found if parts.scheme in {"http", "https"} and parts.netloc else None


def _domain(url: str, company: str, board: str) -> str | None:
    """The employer's domain, where the page lies on a host that plainly bears the employer's name."""
    usual = _USUAL_LINK.match(url)
    return _domain_of_host(usual[1] if usual else urlsplit(url).hostname or "", company, board)


@lru_cache(4096)
def _domain_of_host(host: str, company: str, board: str) -> str | None:
    host = _HOST_PREFIX.sub("", host)
    name = re.sub(r"[^a-z0-9]", "", host.split(".")[0])
    known = {company_key(company), re.sub(r"[^a-z0-9]", "", board.lower())}
    return host if host.count(".") in {1, 2} and name in known else None


def _requisition(stated: str | None) -> str | None:
    """The employer's number for the opening. One without a digit is a remark ("See Opening ID", "N/A")."""
    number = clean_line(stated)
    return None if number is None or _JUNK_REQUISITION.match(number) else number


def _place_values(reading: PostingReading, places: Sequence[Place], title: str, text: str | None) -> dict[str, object]:
    texts = [stated.text for stated in reading.places if stated.text]
    is_city_named = any(place.locality for place in places)
    workplace = workplace_type(reading.workplace, reading.is_remote, texts, title, text, is_city_named=is_city_named)
    first = places[0] if places else Place()
    limits = limits_of(places) if workplace is WorkplaceType.REMOTE else []
    return {
        "location": clean_line(texts[0]) if texts else first.location,
        "address_locality": first.locality,
        "address_region": first.region,
        "address_country": first.country,
        "places": orjson.dumps([_place_row(place) for place in places]).decode(),
        "workplace_type": workplace,
        "applicant_location_requirements": limits or None,
    }


def _place_row(place: Place) -> dict[str, str | None]:
    return {
        "location": place.location,
        "address_locality": place.locality,
        "address_region": place.region,
        "address_country": place.country,
    }


def _pay_values(reading: PostingReading, places: Sequence[Place], text: str | None) -> dict[str, object]:
    country = next((place.country for place in places if place.country), None)
    pays = read_pays(reading.pays, text, country)
    first = pays[0] if pays else Pay(None, None, None, None, None, None)
    return {
        "salaries": orjson.dumps(pays, default=str).decode(),
        "base_salary_min": first.minimum,
        "base_salary_max": first.maximum,
        "base_salary_currency": first.currency,
        "base_salary_unit": first.unit,
    }
