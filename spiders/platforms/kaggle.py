"""Kaggle competitions.

API: https://www.kaggle.com/api/v1/competitions/list (https://github.com/Kaggle/kaggle-api), asked where the setting
ROLECALL_KAGGLE_TOKEN holds an access token or `username:key`; without a token it answers 401. Without the setting we
ask what the site's own list asks, https://www.kaggle.com/api/i/competitions.CompetitionService/ListCompetitions, which
wants the anti-forgery token that the list's page sets as a cookie; only the site's robots.txt says whether it may be.
A table Competitions.csv of the data set Meta Kaggle is read too, but not asked for.
Quirks: three shapes of a record, `kaggle_records` knows them; counts also inside of tags. Unverified: the token API
(the shape is that of older recorded answers, and of the official client's types), and its newer envelope.
"""

import csv
import io
import re
from base64 import b64encode
from collections.abc import Iterator
from typing import ClassVar

import orjson

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.kaggle_records import of_api, of_site, of_table, slug_of
from spiders.platforms.parsing import object_of, optional_text, payloads_of
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading
from warehouse.settings import Settings
from warehouse.vocabulary import ListingKind, RejectReason

_HOME = "https://www.kaggle.com/competitions"
_API = "https://www.kaggle.com/api/v1/competitions/list"
_SITE_LIST = "https://www.kaggle.com/api/i/competitions.CompetitionService/ListCompetitions"
_COOKIE = re.compile(r"(?:^|[;,\s])((?:X|C)SRF-TOKEN)=([^;,\s]+)")
_PAGE_SIZE = 50
#: counts that move with every visit, inside of tags too, and the accounts of people
_DROPPED = frozenset(
    {
        *("datasetCount", "competitionCount", "scriptCount", "totalCount", "createdByUserId", "userHasEntered"),
        "userRank",
    }
)


class Kaggle(Platform):
    """What Kaggle lists as active."""

    name = "kaggle"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (r"^(?:www\.)?kaggle\.com/(?P<board>competitions)(?:[/?#]|$)",)
    volatile: ClassVar[frozenset[str]] = frozenset(
        {
            *("totalTeams", "totalCompetitors", "totalSubmissions", "totalJoinedUsers", "teamCount", "kernelCount"),
            *("TotalTeams", "TotalCompetitors", "TotalSubmissions"),
        }
    )
    delay_s: ClassVar[float] = 3.0

    def __init__(self, token: str | None = None) -> None:
        self._token = token

    def with_settings(self, settings: Settings) -> "Kaggle":
        """Kaggle with the token of its API, where there is one."""
        return Kaggle(settings.kaggle_token.get_secret_value()) if settings.kaggle_token else self

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the API, or the page that opens the site's own list."""
        yield self._api_fetch(1, []) if self._token else Fetch(_HOME)

    def page(self, source: Source, answer: Answer) -> Page:
        """The competitions of one answer, in whichever shape, and the next page of the same kind."""
        text = answer.text.lstrip("\ufeff\r\n\t ")
        if text.startswith(('"Id","Slug"', "Id,Slug")):
            rows = _rows(text)
            return Page([scrubbed(row, _DROPPED) for row in rows], total=len(rows))
        if answer.carried is None and text.startswith("<"):
            return Page(follow=[_site_fetch(_cookies(answer), "")])
        if text.startswith("["):
            return self._api_page(answer, payloads_of(answer.json(), "the answer"))
        body = object_of(answer)
        records = payloads_of(body.get("competitions"), '"competitions"')
        if records and "ref" in records[0]:
            return self._api_page(answer, records)
        following = optional_text(body.get("nextPageToken"))
        cookies = (answer.carried or {}).get("cookies", {})
        total = body.get("totalResults")
        return Page(
            [scrubbed(record, _DROPPED) for record in records],
            [_site_fetch(cookies, following)] if following and records else [],
            total if type(total) is int else None,
        )

    def identifier(self, payload: Payload) -> str:
        """Kaggle's slug of the competition, the same in all shapes."""
        return slug_of(payload)

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One competition. Raises PayloadError(`junk`) for homework of a class."""
        if "competitionName" in payload:
            return of_site(payload)
        return of_table(payload) if "Slug" in payload else of_api(payload)

    def _api_page(self, answer: Answer, records: list[Payload]) -> Page:
        """The API counts nothing: the list is over with the first page that is empty."""
        carried = answer.carried or {}
        refs = [record.get("ref") for record in records]
        if refs and refs == carried.get("before"):
            raise PayloadError(RejectReason.WRONG_TYPE, f"page {carried.get('page')} is the page before it")
        follow = [self._api_fetch(carried.get("page", 1) + 1, refs)] if records else []
        return Page([scrubbed(record, _DROPPED) for record in records], follow)

    def _api_fetch(self, page: int, before: list[object]) -> Fetch:
        token = self._token or ""
        scheme, value = ("Basic", b64encode(token.encode()).decode()) if ":" in token else ("Bearer", token)
        headers = {"Authorization": f"{scheme} {value}"} if token else {}
        return Fetch(f"{_API}?page={page}", headers=headers, carried={"page": page, "before": before})


def _cookies(answer: Answer) -> dict[str, str]:
    """The anti-forgery cookies that the list's page set. Raises PayloadError(`wrong_type`) where it set none."""
    stated = next((value for name, value in answer.headers.items() if name.lower() == "set-cookie"), "")
    cookies = dict(_COOKIE.findall(stated))
    if "XSRF-TOKEN" not in cookies:
        raise PayloadError(RejectReason.WRONG_TYPE, f"no anti-forgery cookie with the page: {answer.text[:80]!r}")
    return cookies


def _rows(table: str) -> list[Payload]:
    try:
        return [dict(row) for row in csv.DictReader(io.StringIO(table), restkey="")]
    except csv.Error as error:
        raise PayloadError(RejectReason.WRONG_TYPE, f"not CSV: {error}") from error


def _site_fetch(cookies: dict[str, str], page_token: str) -> Fetch:
    selector = {
        "listOption": "LIST_OPTION_ACTIVE",
        "sortOption": "SORT_OPTION_NEWEST",
        "competitionIds": [],
        "tagIds": [],
        "excludeTagIds": [],
        "searchQuery": "",
    }
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "X-XSRF-TOKEN": cookies.get("XSRF-TOKEN", ""),
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
    }
    body = orjson.dumps({"selector": selector, "pageToken": page_token, "pageSize": _PAGE_SIZE})
    return Fetch(_SITE_LIST, method="POST", headers=headers, body=body, carried={"cookies": cookies})


PLATFORM = Kaggle()
