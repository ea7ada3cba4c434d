"""One publication: from the warehouse's tables to a new published file that takes the old one's place.

Belongs here: building the file, checking it, swapping it in. Does not: deciding what a listing is, or reading the file
(`warehouse.publication` does that).
"""

from pipelines.publish.hub_texts import HubTexts
from pipelines.publish.publisher import Publication, publish

__all__ = ["HubTexts", "Publication", "publish"]
