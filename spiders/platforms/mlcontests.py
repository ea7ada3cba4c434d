"""ML Contests: a directory of machine learning competitions on other hosts, kept by hand.

File: https://github.com/mlcontests/mlcontests.github.io/blob/HEAD/competitions.json (public; schema.json beside it).
Quirks: a listing points to its host, and is read with the address the host itself uses, so that both are one challenge;
addresses carry `ref` and `utm_*`; several competitions share one address and one has two entries; days are written
"3 Jul 2026", one field holds two of them; it keeps what is over. Unverified: that the file stays at that place.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import ListingKind

_FILE = "https://raw.githubusercontent.com/mlcontests/mlcontests.github.io/HEAD/competitions.json"
#: the page of one competition on the hosts that have readers of their own, however a link names it
_HOSTS: tuple[tuple[str, str, str], ...] = (
    ("kaggle", r"kaggle\.com/(?:competitions|c)/([\w-]+)", "https://www.kaggle.com/competitions/{}"),
    ("zindi", r"zindi\.africa/(?:competitions|hackathons)/([\w-]+)", "https://zindi.africa/competitions/{}"),
    (
        "drivendata",
        r"drivendata\.org/competitions/((?:\d+|group)/[\w-]+)",
        "https://www.drivendata.org/competitions/{}/",
    ),
    ("aicrowd", r"aicrowd\.com/challenges/([\w-]+)/?$", "https://www.aicrowd.com/challenges/{}"),
    ("devpost", r"([\w-]+)(?<!www)\.devpost\.com", "https://{}.devpost.com/"),
)
#: where one enters by uploading, which these hosts' own readers say too
_ONLINE_HOSTS = frozenset({"kaggle", "zindi", "drivendata", "aicrowd"})
_NO_HOST = frozenset({"independent", "in-person"})
_TRACKING = re.compile(r"ref|utm_\w+", re.IGNORECASE)
#: some have it behind the fragment
_TRACKED_FRAGMENT = re.compile(r"\?(?:ref|utm_\w+)=.*\Z", re.IGNORECASE)
_DAY = re.compile(r"\s*(\d{1,2} [A-Z][a-z]{2} \d{4})\b")


class MlContests(Platform):
    """The one file of the directory."""

    name = "mlcontests"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (r"^(?:www\.)?(?P<board>mlcontests)\.com(?:[/?#]|$)",)
    volatile: ClassVar[frozenset[str]] = frozenset({"data-size"})

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The file."""
        yield Fetch(_FILE)

    def page(self, source: Source, answer: Answer) -> Page:
        """Its entries."""
        entries = [scrubbed(entry, frozenset()) for entry in payloads_of(object_of(answer).get("data"), '"data"')]
        return Page(entries, total=len(entries))

    def identifier(self, payload: Payload) -> str:
        """Address and name: neither is one competition's alone."""
        name = "-".join(re.findall(r"\w+", required_text(payload, "name").lower()))
        return f"{canonical_url(payload['url']).partition('://')[2].rstrip('/')}#{name}"

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One competition; its organizer is whoever pays for it, or else its host."""
        ends, entry = _day(payload.get("deadline")), _day(payload.get("registration-deadline"))
        tags = payload.get("tags") or []
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "name"),
            url=_url(payload),
            kind="hackathon" if "hackathon" in tags else "competition",
            organizer=_organizer(payload),
            starts=_day(payload.get("launched")),
            ends=_day(payload.get("end-date")) or ends,
            # some registrations are left open past the last day for submissions
            deadline=min(entry, ends) if entry and ends else entry or ends,
            attendance=_attendance(payload, tags),
            prize=_prize(payload),
            themes=[tag for tag in tags if tag != "in-person"],
        )


def canonical_url(stated: str) -> str:
    """A link without tracking; on a host that has a reader here, the address which that host itself uses."""
    for _, pattern, page in _HOSTS:
        if found := re.match(rf"https?://(?:www\.)?{pattern}", stated.strip().partition("?")[0]):
            return page.format(found[1])
    parts = urlsplit(stated.strip())
    query = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(key)]
    return urlunsplit(parts._replace(query=urlencode(query), fragment=_TRACKED_FRAGMENT.sub("", parts.fragment)))


def _is_tracking(key: str) -> bool:
    return _TRACKING.fullmatch(key) is not None


def _url(payload: Payload) -> str:
    """Where one takes part: the page on the named host, also where the entry's own link is the organiser's site."""
    own = canonical_url(required_text(payload, "url"))
    page = next((page for host, _, page in _HOSTS if host == str(payload.get("platform")).lower()), None)
    if page is None or _is_of(own, page):
        return own
    hosted = {url for also in payload.get("additional_urls") or [] if _is_of(url := canonical_url(also), page)}
    return hosted.pop() if len(hosted) == 1 else own


def _is_of(url: str, page: str) -> bool:
    start, end = page.split("{}")
    return url.startswith(start) and url.endswith(end)


def _attendance(payload: Payload, tags: list[str]) -> str | None:
    if "in-person" in (*tags, str(payload.get("platform")).lower()):
        return "in-person"
    url = _url(payload)
    return "online" if any(_is_of(url, page) for host, _, page in _HOSTS if host in _ONLINE_HOSTS) else None


def _organizer(payload: Payload) -> str | None:
    host = optional_text(payload.get("platform"))
    return optional_text(payload.get("sponsor")) or (host if host and host.lower() not in _NO_HOST else None)


def _prize(payload: Payload) -> PrizeReading | None:
    text = optional_text(payload.get("prize")) or optional_text(payload.get("additional_prizes"))
    return PrizeReading(text=text) if text else None


def _day(stated: str | None) -> date | None:
    """The first day that a field holds. Raises ValueError for one that holds none."""
    if not stated or not stated.strip():
        return None
    found = _DAY.match(stated)
    if not found:
        raise ValueError(f"day {stated!r}")
    return datetime.strptime(found[1], "%d %b %Y").date()  # noqa: DTZ007 -- a day has no zone


PLATFORM = MlContests()
