"""One request and the publication it reads, and what every page shares: its frame, its helpful refusals."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache, partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from hub.publications import Publications, Reading
from hub.words import FILTERS, linkable


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("hub"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(FILTERS)
    environment.tests["linkable"] = linkable
    return environment


def render(template: str, status: int = 200, **values: object) -> HTMLResponse:
    """A page; `publication` and `place` (the part of the site it is in) may be left out."""
    frame = {"publication": None, "place": None}
    return HTMLResponse(_environment().get_template(template).render(frame | values), status)


def message(status: int, heading: str, text: str, **values: object) -> HTMLResponse:
    """A page that says what is wrong and where to go on."""
    return render("message.html", status, heading=heading, text=text, **({"hubs": [], "way_on": None} | values))


class Visit:
    """One request."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def page(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        """A page that says which publication it shows."""
        return render(template, status, publication=self.reading.row("publication"), **values)

    def refusal(self, status: int, heading: str, text: str, **values: object) -> HTMLResponse:
        """A page that says what is wrong, with every skill to go on to."""
        frame = {"publication": self.reading.row("publication"), "hubs": self.reading.rows("hubs")}
        return message(status, heading, text, **(frame | values))

    def unknown_hub(self, hub: str) -> HTMLResponse:
        """404, with the skill that may have been meant and all others."""
        names = {row["hub"]: row["name"] for row in self.reading.rows("hubs")}
        close = get_close_matches(hub[:60].lower(), names, n=1)
        way_on = {"path": f"/skills/{close[0]}", "label": f"Did you mean {names[close[0]]}?"} if close else None
        return self.refusal(404, "No such skill", f"There is no skill “{hub[:60]}” here.", way_on=way_on)


def page_route(router: APIRouter) -> Callable[..., Callable[..., Any]]:
    """Registers a page by its path. It answers HEAD too: link checkers ask that way."""
    return partial(router.api_route, methods=["GET", "HEAD"], response_class=HTMLResponse)


def _visit(request: Request) -> Iterator[Visit]:
    publications: Publications = request.app.state.publications
    reading = publications.newest()
    try:
        yield Visit(reading)
    finally:
        reading.close()


#: a page's first parameter: the request's own reading, closed when the page is written
Visited = Annotated[Visit, Depends(_visit)]
