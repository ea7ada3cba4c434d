"""One request and the publication it reads, and what every page shares: its frame, its helpful refusals."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache, partial
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from hub.json_ld import event, job_posting
from hub.publications import Publications, Reading
from hub.stored import origin_of
from hub.words import FILTERS, linkable, quoted


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("hub"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(FILTERS)
    environment.tests["linkable"] = linkable
    environment.globals.update(job_posting=job_posting, event=event)
    return environment


def templated(template: str, **values: object) -> str:
    """A template's text."""
    return _environment().get_template(template).render(values)


def render(template: str, status: int = 200, **values: object) -> HTMLResponse:
    """A page. May be left out: `publication`; `place`, the part of the site it is in; `canonical`, its one address."""
    frame = {"publication": None, "place": None, "origin": "", "canonical": None, "is_indexed": status == 200}
    return HTMLResponse(templated(template, **(frame | values)), status)


def message(status: int, heading: str, text: str, **values: object) -> HTMLResponse:
    """A page that says what is wrong and where to go on."""
    return render("message.html", status, heading=heading, text=text, **({"hubs": [], "way_on": None} | values))


class Visit:
    """One request."""

    def __init__(self, reading: Reading, request: Request) -> None:
        self.reading = reading
        self.query = {name: request.query_params.getlist(name) for name in request.query_params}
        self.origin: str = request.app.state.site_url or origin_of(request)

    def page(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        """A page that says which publication it shows."""
        frame = {"publication": self.reading.publication, "origin": self.origin}
        return render(template, status, **(frame | values))

    def refusal(self, status: int, heading: str, text: str, **values: object) -> HTMLResponse:
        """A page that says what is wrong, with every skill to go on to."""
        frame = {"publication": self.reading.publication, "hubs": self.reading.rows("hubs")}
        return message(status, heading, text, **(frame | values))

    def moved(self, kind: str, old_id: str, prefix: str = "") -> RedirectResponse | None:
        """The way to the position or challenge that took an id's place; None where none did."""
        found = self.reading.row(f"{kind}_redirect", id=old_id)
        return RedirectResponse(f"{prefix}/{kind}s/{quote(found[f'{kind}_id'], safe='')}", 301) if found else None

    def unknown_hub(self, hub: str) -> HTMLResponse:
        """404, with the skill that may have been meant and all others."""
        names = {row["hub"]: row["name"] for row in self.reading.rows("hubs")}
        close = get_close_matches(hub[:60].lower(), names, n=1)
        way_on = {"path": f"/skills/{close[0]}", "label": f"Did you mean {names[close[0]]}?"} if close else None
        return self.refusal(404, "No such skill", f"There is no skill {quoted(hub)} here.", way_on=way_on)


def page_route(router: APIRouter) -> Callable[..., Callable[..., Any]]:
    """Registers a page by its path. It answers HEAD too: link checkers ask that way."""
    return partial(router.api_route, methods=["GET", "HEAD"], response_class=HTMLResponse, include_in_schema=False)


def file_route(router: APIRouter) -> Callable[..., Callable[..., Any]]:
    """Registers what is no page, by its path; it answers HEAD too."""
    return partial(router.api_route, methods=["GET", "HEAD"], response_class=Response, include_in_schema=False)


def _visit(request: Request) -> Iterator[Visit]:
    publications: Publications = request.app.state.publications
    reading = publications.newest()
    request.state.publication = (reading.file, reading.publication["publication_id"])
    try:
        yield Visit(reading, request)
    finally:
        reading.close()


#: a page's first parameter: the request's own reading, closed when the page is written
Visited = Annotated[Visit, Depends(_visit)]
