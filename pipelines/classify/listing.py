"""What goes in and what comes out of the classifier. No rules here."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Listing:
    """A posting or a challenge as the classifier sees it; null means the source did not say.

    `department` is, of a challenge, the organiser's categories, joined by " | ".
    """

    id: str
    title: str | None = None
    company: str | None = None
    location: str | None = None
    description: str | None = None
    department: str | None = None
    tags: list[str] = field(default_factory=list)
    language: str | None = None
    kind: str = "posting"


@dataclass(slots=True, frozen=True)
class Evidence:
    """Why: the rule, what matched it and in which field."""

    rule: str
    matched: str
    field: str

    def as_dict(self) -> dict[str, str]:
        """The published form."""
        return {"rule": self.rule, "matched": self.matched, "field": self.field}


@dataclass(slots=True)
class HubScore:
    """One hub that applies, 0 to 1, with its evidence, heaviest first."""

    hub: str
    score: float
    evidence: list[Evidence]

    def as_dict(self) -> dict[str, Any]:
        """The published form."""
        return {"hub": self.hub, "score": self.score, "evidence": [item.as_dict() for item in self.evidence]}


@dataclass(slots=True)
class Classification:
    """The hubs of one listing, best first; `level` is `none` unless product management applies."""

    id: str
    hubs: list[HubScore]
    primary_hub: str | None
    level: str

    def as_dict(self) -> dict[str, Any]:
        """One line of `rolecall classify`."""
        hubs = [hub.as_dict() for hub in self.hubs]
        return {"id": self.id, "hubs": hubs, "primary_hub": self.primary_hub, "level": self.level}
