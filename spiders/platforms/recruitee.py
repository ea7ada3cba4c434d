"""Recruitee (Tellent) careers sites.

API: https://docs.recruitee.com/reference/offers (public, no key, one answer a site).
Access: each site has its own robots.txt; some close everything, and a crawl obeys that.
Quirks: a board is a name under recruitee.com or, where it has a dot, the host of a careers site. Keys have no order.
The text is spread over `description` and `requirements`. Amounts of pay are text. `remote`, `hybrid` and `on_site` may
all be false, or several true. Some retired names lead to a marketing page. The top level is in one of `translations`.
"""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*"
_BOARD = re.compile(_HOST, re.IGNORECASE)
_NO_SITE = r"(?!(?:www|api|app|help|support|docs|status|blog|developers|cdn|info)\.)"
#: hosts of careers sites on a domain of the employer's; others with such a path may be anything
_VENDORS = r"(?![^/]*\.(?:lever\.co|(?:ashbyhq|smartrecruiters|workable|jobvite|gem|dayforcehcm|bamboohr|eightfold)\.))"
_CAREERS_HOST = rf"(?:jobs?|careers?|karriere|vacatures|werkenbij|work|join|apply)\.{_HOST}"
_END = r"(?::443)?(?=[/?#]|$)"
#: a mailbox and questions are for applicants; both name persons or change for them
_LEFT_OUT = ("mailbox_email", "open_questions", "dynamic_fields")
_WORKPLACES = {"remote": "remote", "hybrid": "hybrid", "on_site": "on-site"}


class Recruitee(Platform):
    """Postings of one Recruitee careers site."""

    name = "recruitee"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^{_NO_SITE}(?P<board>{_LABEL})\.recruitee\.com{_END}",
        rf"^(?!(?:[^/]*\.)?recruitee\.com)(?P<board>{_LABEL}\.{_HOST}){_END}/api/offers(?=[/?#]|$)",
        rf"^{_VENDORS}(?P<board>{_CAREERS_HOST}){_END}(?:/l/[a-z-]+)?/o/[\w-]+(?=[/?#]|$)",
    )

    volatile: ClassVar[frozenset[str]] = frozenset({"updated_at", "position"})

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole site. Raises ValueError where the board is neither a name nor a host."""
        yield Fetch(f"{_site(source.board)}/api/offers/", headers={"Accept": "application/json"})

    def page(self, source: Source, answer: Answer) -> Page:
        """All offers of the site."""
        offers = payloads_of(object_of(answer).get("offers"), '"offers"')
        return Page([{key: value for key, value in offer.items() if key not in _LEFT_OUT} for offer in offers])

    def identifier(self, payload: Payload) -> str:
        """The offer's number."""
        if type(identifier := payload["id"]) in {int, str}:
            return str(identifier)
        raise TypeError("id is neither a number nor text")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One offer as stated. Raises PayloadError: `closed`, or `not_listed` where it is not published."""
        if (status := payload.get("status") or "published") != "published":
            is_over = status in {"closed", "archived"}
            raise PayloadError(RejectReason.CLOSED if is_over else RejectReason.NOT_LISTED, f"status is {status}")
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "title"),
            url=required_text(payload, "careers_url"),
            company=optional_text(payload.get("company_name")),
            apply_url=optional_text(payload.get("careers_apply_url")),
            department=optional_text(payload.get("department")),
            places=_places(payload),
            workplace="; ".join(word for key, word in _WORKPLACES.items() if payload.get(key) is True) or None,
            is_remote=payload.get("remote"),
            employment_type=optional_text(payload.get("employment_type_code")),
            pays=_pays(payload.get("salary") or {}),
            description_html=_joined(payload.get("description"), payload.get("requirements")),
            posted=payload.get("published_at") or payload.get("created_at"),
            valid_through=payload.get("close_at"),
            language=_language(payload),
        )

    def careers_url(self, board: str) -> str | None:
        """The site itself."""
        return _site(board)

    def board_of(self, url: str) -> str | None:
        """The name under recruitee.com, or the host; hosts are in lower case."""
        board = super().board_of(url)
        return board.lower() if board else None


def _site(board: str) -> str:
    if not _BOARD.fullmatch(board):
        raise ValueError(f"{board!r} is neither a name under recruitee.com nor a host")
    return f"https://{board}" if "." in board else f"https://{board}.recruitee.com"


def _joined(*parts: Any) -> str | None:
    return "\n".join(filter(None, map(optional_text, parts))) or None


def _places(payload: Payload) -> list[PlaceReading]:
    """The offer's places; its own address where it lists none. `location` may be a word such as "Remote job"."""
    listed = [_place(place, place.get("state")) for place in payload.get("locations") or ()]
    places = [place for place in listed if place is not None]
    if places:
        return places
    own = _place({**payload, "name": payload.get("location")}, payload.get("state_name"))
    return [own] if own else []


def _place(stated: Payload, region: Any) -> PlaceReading | None:
    city, country = optional_text(stated.get("city")), optional_text(stated.get("country"))
    code = optional_text(stated.get("country_code"))
    text = ", ".join(dict.fromkeys(filter(None, (city, optional_text(region), country)))) or optional_text(
        stated.get("name")
    )
    return PlaceReading(text, city, optional_text(region), code or country) if text or code else None


def _pays(salary: Payload) -> list[PayReading]:
    minimum, maximum = salary.get("min"), salary.get("max")
    if minimum is None and maximum is None:
        return []
    return [PayReading(minimum, maximum, optional_text(salary.get("currency")), optional_text(salary.get("period")))]


def _language(payload: Payload) -> str | None:
    """The language whose translation is the top level's text; None where several are, or none."""
    translations: dict[str, Payload] = payload.get("translations") or {}
    same = [
        language
        for language, texts in translations.items()
        if all((texts or {}).get(key) == payload.get(key) for key in ("title", "description"))
    ]
    return same[0] if len(same) == 1 else None


PLATFORM = Recruitee()
