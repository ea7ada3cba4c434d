"""One challenge record as matching sees it. Nothing is compared here."""

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True, frozen=True)
class ChallengeRecord:
    """One challenge of one source. None: the source did not say."""

    id: str
    platform: str
    identifier: str
    name: str
    url: str
    organizer: str | None = None
    starts: date | None = None
    ends: date | None = None
    deadline: date | None = None
    location: str | None = None
