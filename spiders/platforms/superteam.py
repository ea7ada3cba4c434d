"""Superteam Earn: bounties, projects and hackathons of Solana's ecosystem, paid in tokens.

API: https://earn.superteam.fun/api/listings (no key; robots.txt keeps out the dashboard only); description and skills
come from /api/listings/details/<slug>.
Quirks: amounts are in `token` units, and `token` is any symbol; a range states what one may ask for, a variable reward
nothing; counts of comments and submissions, and the reward in dollars, change by the hour; the detail names the person
to write to. Unverified: read from the site's source code, no answer of today's list was recorded; whether it is cut at
some length, it does not say.
"""

from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import quote

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text, whole
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import ListingKind

_SITE = "https://earn.superteam.fun/"
_LIST = f"{_SITE}api/listings?context=all&tab=all&category=All&status=open&sortBy=Date&order=asc"
#: people, then what changes without meaning anything, which an entry and its detail both hold
_DROPPED = frozenset(
    {
        *("poc", "pocId", "pocSocials", "Submission", "submissions", "winners", "scouts", "comments"),
        *("_count", "usdValue", "updatedAt", "logo", "altLogo", "isFeatured"),
    }
)


class Superteam(Platform):
    """What is open on Superteam Earn."""

    name = "superteam"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?:earn\.superteam\.fun|superteam\.fun/earn)/(?:api/)?(?P<board>listings)/?(?:[?#]|$)",
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The list of what is open."""
        yield Fetch(_LIST)

    def page(self, source: Source, answer: Answer) -> Page:
        """A detail for every entry of the list; an entry without one stays what the list says of it."""
        if answer.carried is None:
            entries = [scrubbed(entry, _DROPPED) for entry in payloads_of(answer.json(), "the answer")]
            bare = [{"entry": entry} for entry in entries if not (entry.get("slug") and entry.get("id"))]
            return Page(bare, [_detail(entry) for entry in entries if {"entry": entry} not in bare], len(entries))
        detail = scrubbed(object_of(answer), _DROPPED) if answer.text else {}
        return Page([{"entry": answer.carried, "detail": detail}])

    def identifier(self, payload: Payload) -> str:
        """Superteam's id of the listing."""
        return required_text(whole(payload), "id")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One listing; what is handed in until the deadline counts."""
        stated = whole(payload)
        return ChallengeReading(
            identifier=required_text(stated, "id"),
            name=required_text(stated, "title"),
            url=f"{_SITE}listing/{quote(required_text(stated, 'slug'), safe='')}",
            kind="hackathon" if stated.get("type") == "hackathon" else "bounty",
            organizer=optional_text((stated.get("sponsor") or {}).get("name")),
            deadline=stated.get("deadline"),
            attendance="online",
            prize=_prize(stated),
            is_invite_only=stated.get("isPrivate"),
            skill_tags=list(_skills(stated)),
            source_status=optional_text(stated.get("status")),
            language=optional_text(stated.get("language")),
            description_html=optional_text(stated.get("description")),
        )


def _detail(entry: Payload) -> Fetch:
    slug, kind = required_text(entry, "slug"), optional_text(entry.get("type")) or "bounty"
    url = f"{_SITE}api/listings/details/{quote(slug, safe='')}?type={quote(kind)}"
    return Fetch(url, carried=entry, detail_of=required_text(entry, "id"), is_optional=True)


def _prize(stated: Payload) -> PrizeReading | None:
    token = optional_text(stated.get("token"))
    if not token:
        return None
    if stated.get("compensationType") == "range":
        low, high = stated.get("minRewardAsk"), stated.get("maxRewardAsk")
        return PrizeReading(text=f"{low} - {high} {token}", amount=high, currency=token, kind="token")
    amount = stated.get("rewardAmount") if stated.get("compensationType") != "variable" else None
    return PrizeReading(text=f"{amount} {token}" if amount else None, amount=amount, currency=token, kind="token")


def _skills(stated: Payload) -> Iterator[str]:
    for group in stated.get("skills") or []:
        if group["skills"] != "Other":
            yield group["skills"]
        yield from group.get("subskills") or []


PLATFORM = Superteam()
