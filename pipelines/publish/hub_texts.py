"""What the published file says about a hub itself, and its views' names. Which listings belong to it: classify."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from warehouse.errors import UsageError
from warehouse.models.published import TABLES

_HUB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class HubTexts:
    """A hub as its page's address has it (`product-management`), and the texts of its page; None leaves one out.

    `faq` holds questions with their answers, `levels` the steps of its ladder from the first one up.
    """

    hub: str
    name: str
    tagline: str | None = None
    definition: str | None = None
    why_it_matters: str | None = None
    career_paths: str | None = None
    practice: str | None = None
    faq: tuple[tuple[str, str], ...] = ()
    levels: tuple[str, ...] = ()

    def view(self, section: str) -> str:
        """Name of the view over one section: `product_management_positions`."""
        return f"{self.hub.replace('-', '_')}_{section}"


def check_hubs(hubs: Sequence[HubTexts]) -> None:
    """Raise UsageError where a hub cannot be published: a name that makes no view, or one that is taken."""
    taken = {str(table.__tablename__) for table in TABLES}
    for hub in hubs:
        views = {hub.view("positions"), hub.view("challenges")}
        if not _HUB.fullmatch(hub.hub):
            raise UsageError(f"Hub {hub.hub!r} cannot be published: use lower-case words joined by hyphens.")
        if views & taken:
            raise UsageError(f"Hub {hub.hub!r} cannot be published: {min(views & taken)} is taken, so rename it.")
        taken |= views
