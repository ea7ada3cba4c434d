"""How the shipped hub files read one listing."""

from pipelines.classify.classifier import Classification, Listing
from pipelines.classify.workers import shipped_classifier

PM = "product-management"


def classified(title: str | None, **fields: object) -> Classification:
    """The classification of a listing with this title."""
    (found,) = shipped_classifier().classify([Listing("1", title, **fields)])  # type: ignore[arg-type]
    return found


def hubs(found: Classification) -> list[str]:
    """The hubs found, best first."""
    return [score.hub for score in found.hubs]
