"""Exercism: coding exercises by language track, open for ever.

API: https://exercism.org/api/v2/tracks/<track>/exercises (public, no key); the same exercises stand in the track's
config at https://github.com/exercism/<track>/blob/HEAD/config.json. Both shapes are read.
Quirks: a track repeats the exercises of others, so the language is part of the name; difficulty is a word in the API
and 1 to 10 in the config; the config names no blurbs and marks what is withdrawn `deprecated`. The config is verified
against a recorded one, the API's shape only against its public source code.
"""

from collections.abc import Iterator
from html import escape
from typing import Any, ClassVar
from urllib.parse import urljoin

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import board_in_url, object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading
from warehouse.vocabulary import ListingKind, RejectReason

_SITE = "https://exercism.org/"
#: tracks whose name is not their slug with a capital
_LANGUAGES = {
    "cpp": "C++", "csharp": "C#", "fsharp": "F#", "javascript": "JavaScript", "typescript": "TypeScript", "php": "PHP",
    "sqlite": "SQLite", "plsql": "PL/SQL", "objective-c": "Objective-C", "ocaml": "OCaml", "powershell": "PowerShell",
    "coffeescript": "CoffeeScript", "vbnet": "Visual Basic", "r": "R", "c": "C", "d": "D",
}  # fmt: skip
_WITHDRAWN = frozenset({"deprecated", "wip"})


class Exercism(Platform):
    """One track's exercises."""

    name = "exercism"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?:www\.)?exercism\.(?:org|io)/(?:api/v2/)?tracks/(?P<board>[a-z0-9-]+)(?:[/?#]|$)",
    )
    careers_page: ClassVar[str | None] = "https://exercism.org/tracks/{board}/exercises"
    #: whether somebody who is logged in has unlocked it, and pictures
    volatile: ClassVar[frozenset[str]] = frozenset({"is_unlocked", "is_recommended", "icon_url"})
    cadence_h: ClassVar[int] = 24 * 7

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The whole track in one answer."""
        yield Fetch(f"{_SITE}api/v2/tracks/{board_in_url(source.board)}/exercises")

    def page(self, source: Source, answer: Answer) -> Page:
        """The exercises of the API, or those of a track's config."""
        exercises = object_of(answer).get("exercises")
        if isinstance(exercises, dict):
            lists = [
                payloads_of(found, f'"exercises.{kind}"') for kind, found in exercises.items() if kind != "foregone"
            ]
            exercises = [exercise for found in lists for exercise in found]
        payloads = payloads_of(exercises, '"exercises"')
        return Page([{"track": source.board, **payload} for payload in payloads], total=len(payloads))

    def identifier(self, payload: Payload) -> str:
        """The track and the slug: other tracks have an exercise of the same slug."""
        return f"{required_text(payload, 'track')}/{required_text(payload, 'slug')}"

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One exercise. Raises PayloadError(`not_listed`) for one that was withdrawn or is not finished."""
        if payload.get("status") in _WITHDRAWN:
            raise PayloadError(RejectReason.NOT_LISTED, f"status is {payload['status']}")
        track, slug = required_text(payload, "track"), required_text(payload, "slug")
        title = optional_text(payload.get("title")) or required_text(payload, "name")
        language = _LANGUAGES.get(track, track.replace("-", " ").title())
        blurb = optional_text(payload.get("blurb"))
        stated = (payload.get("links") or {}).get("self")
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=f"{title} ({language})",
            url=urljoin(_SITE, optional_text(stated) or f"tracks/{board_in_url(track)}/exercises/{slug}"),
            kind="exercise",
            organizer="Exercism",
            is_evergreen=True,
            attendance="online",
            themes=[language, *_difficulty(payload.get("difficulty"))],
            language="en",
            description_html=f"<p>{escape(blurb)}</p>" if blurb else None,
        )


def _difficulty(stated: Any) -> list[str]:
    """The API's word; of the config's 1 to 10 the same words, at the site's own borders."""
    if isinstance(stated, str):
        return [stated]
    if type(stated) is not int:
        return []
    return ["easy" if stated <= 3 else "medium" if stated <= 6 else "hard"]


PLATFORM = Exercism()
