"""Devfolio hackathons.

API: POST https://api.devfolio.co/api/search/hackathons (public, no key; what https://devfolio.co/hackathons asks).
Quirks: an Elasticsearch answer that counts more than it returns; instants in UTC beside the zone in which they are a
day's end; `is_online` is false also where nobody chose; prizes in words, without amounts; the payload holds
participants, which never land. Answers of the site itself (Next.js page data, lists and one hackathon, with a purse)
are read too, but not asked for. Unverified: that a page of 50 is answered in full; robots.txt of the API's host.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import orjson

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from spiders.platforms.plain_text import html_of_markdown
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_SIZE = 50
_PEOPLE = frozenset(
    {
        *(
            "participants_details",
            "contact_email",
            "judges",
            "speakers",
            "mentors",
            "organizers",
            "organisers",
            "members",
        ),
        *("user_hackathon", "user_hackathon_reminder", "created_by", "owner"),
    }
)
_LISTS = ("open_hackathons", "upcoming_hackathons", "featured_hackathons", "past_hackathons")
_NO_THEME = "No Restrictions"


class Devfolio(Platform):
    """What takes applications on Devfolio."""

    name = "devfolio"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (r"^(?:www\.)?devfolio\.co/(?P<board>hackathons)(?:[/?#]|$)",)
    volatile: ClassVar[frozenset[str]] = frozenset({"participants_count", "projects_submitted", "rating"})
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the search."""
        yield _fetch(0)

    def page(self, source: Source, answer: Answer) -> Page:
        """Payloads of one page without people; the next page while the search counts more than was asked for.

        The count is no total to be reached: it includes hackathons that the search does not return.
        """
        body = object_of(answer)
        if "pageProps" in body:
            return Page([scrubbed(payload, _PEOPLE) for payload in _of_page_data(body["pageProps"])])
        hits, total = _hits(body.get("hits"))
        start = (answer.carried or {}).get("from", 0)
        if not hits and total and not start:
            raise PayloadError(RejectReason.WRONG_TYPE, f"none of {total} hackathons in the answer")
        follow = [_fetch(start + _SIZE)] if hits and start + _SIZE < total else []
        return Page([scrubbed(hit, _PEOPLE) for hit in hits], follow)

    def identifier(self, payload: Payload) -> str:
        """The hackathon's slug, which is also the name of its site."""
        return required_text(payload, "slug")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One hackathon; the end of registration is the deadline."""
        setting = payload.get("hackathon_setting") or payload.get("settings") or {}
        zone = optional_text(payload.get("timezone"))
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "name"),
            url=f"https://{required_text(payload, 'slug')}.devfolio.co/",
            kind="hackathon",
            organizer=_organizer(payload.get("hosted_by")),
            starts=_local(payload.get("starts_at"), zone),
            ends=_local(payload.get("ends_at"), zone),
            deadline=_local(setting.get("reg_ends_at"), zone),
            attendance=_attendance(payload, setting),
            place=_place(payload),
            prize=_prize(payload),
            team_size_min=payload.get("team_min"),
            team_size_max=payload.get("team_size") or payload.get("team_max"),
            is_invite_only=payload.get("private"),
            themes=_themes(payload),
            # what the search returns takes applications; its own word for that is that the page is published
            source_status="open" if payload.get("status") == "publish" else optional_text(payload.get("status")),
            description_html=_description(payload),
        )


def _hits(found: Any) -> tuple[list[Payload], int]:
    """The hackathons and the count of a search. Raises PayloadError(`wrong_type`) where it is none."""
    total = found.get("total") if isinstance(found, dict) else None
    count = total.get("value") if isinstance(total, dict) else total
    if type(count) is not int:
        raise PayloadError(RejectReason.WRONG_TYPE, f"no search result: {str(found)[:80]}")
    hits = payloads_of(found.get("hits"), '"hits.hits"')
    return payloads_of([hit.get("_source") for hit in hits], '"_source"'), count


def _of_page_data(props: Payload) -> list[Payload]:
    """The hackathons of the site's page data, each once: its lists, or the one whose page it is."""
    if "hackathon" in props:
        kept = ("aggregatePrizeValue", "aggregatePrizeCurrency")
        return [props["hackathon"] | {key: props[key] for key in kept if key in props}]
    lists = props["dehydratedState"]["queries"][0]["state"]["data"]
    listed = [entry for name in _LISTS for entry in payloads_of(lists.get(name) or [], f'"{name}"')]
    once: dict[object, Payload] = {}
    for entry in listed:
        once.setdefault(entry.get("slug"), entry)
    return list(once.values())


def _local(stated: str | None, zone: str | None) -> str | None:
    """An instant as its own zone's clock shows it, because the day there is the one that is meant."""
    if not stated or not zone:
        return stated
    try:
        return datetime.fromisoformat(stated).astimezone(ZoneInfo(zone)).isoformat()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return stated


def _attendance(payload: Payload, setting: Payload) -> str | None:
    """Online or hybrid as stated; offline where a place is stated, or where the list states none of any hackathon."""
    if setting.get("is_hybrid"):
        return "hybrid"
    if payload.get("is_online"):
        return "online"
    is_place_left_out = "location" in payload and _place(payload) is None
    return None if payload.get("is_online") is None or is_place_left_out else "offline"


def _place(payload: Payload) -> PlaceReading | None:
    place = PlaceReading(
        text=optional_text(payload.get("location")),
        locality=optional_text(payload.get("city")),
        region=optional_text(payload.get("state")),
        country=optional_text(payload.get("country")),
    )
    return place if place != PlaceReading() else None


def _prize(payload: Payload) -> PrizeReading | None:
    """The purse where the site added it up, else the prizes' names and words, one a line."""
    text = "\n".join(_line(prize) for prize in payload.get("prizes") or [] if prize.get("name"))
    amount = payload.get("aggregatePrizeValue")
    if amount:
        return PrizeReading(text=text or None, amount=amount, currency=payload.get("aggregatePrizeCurrency"))
    return PrizeReading(text=text, kind="other") if text else None


def _line(prize: Payload) -> str:
    """A prize's name, and what follows where it names a sum."""
    words = " ".join((prize.get("desc") or "").split())
    return f"{prize['name']}: {words}" if any(sign.isdigit() for sign in words) and len(words) < 200 else prize["name"]


def _organizer(stated: Any) -> str | None:
    return optional_text(stated.get("name") if isinstance(stated, dict) else stated)


def _themes(payload: Payload) -> list[str]:
    themes = [theme.get("theme") or theme for theme in payload.get("themes") or []]
    return [theme["name"] for theme in themes if theme["name"] != _NO_THEME]


def _description(payload: Payload) -> str | None:
    parts = (html_of_markdown(payload.get("tagline")), html_of_markdown(payload.get("desc")))
    return "".join(part for part in parts if part) or None


def _fetch(start: int) -> Fetch:
    body = orjson.dumps({"type": "application_open", "from": start, "size": _SIZE})
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    url = "https://api.devfolio.co/api/search/hackathons"
    return Fetch(url, method="POST", headers=headers, body=body, carried={"from": start})


PLATFORM = Devfolio()
