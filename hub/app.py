"""The site as one ASGI application: its routes, its safety headers, its answers to what goes wrong."""

import logging
import os
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hub import api, companies, feeds, listings, pages
from hub.publications import Publications
from hub.stored import Stored
from hub.visit import message, render
from warehouse.errors import NothingPublished, OtherContract, StorageError

#: what a worker process is told
PLACE, SITE_URL = "_ROLECALL_HUB_PLACE", "_ROLECALL_HUB_SITE_URL"

_LOG = logging.getLogger(__name__)

#: nothing is fetched from, framed by or sent to anyone else; the site runs no script
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",  # ask again: the next publication may come at any time
}


def create_app(place: Path, site_url: str | None = None, threads: int | None = None) -> ASGIApp:
    """The site over a published folder, its link or one file. Nothing needs to be published yet.

    `site_url` is the address readers know it by, for the links that must be absolute; else it is as each reader asks.
    `threads` is how many one query may take; else one a core.
    """
    app = FastAPI(title="Rolecall", version="1", docs_url=None, redoc_url=None, openapi_url=None)
    publications = Publications(place, threads)
    app.state.publications = publications
    app.state.site_url = site_url.rstrip("/") if site_url else None
    for module in (pages, listings, companies, feeds, api):
        app.include_router(module.router)
    app.include_router(api.docs_router)
    app.mount("/static", StaticFiles(packages=[("hub", "static")]))
    app.add_exception_handler(StorageError, _nothing_published)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _failed)
    return _SafetyHeaders(Stored(app, publications.newest_file, app.state.site_url))


def app_of_environment() -> ASGIApp:
    """The same in one of several processes, told by its environment what to serve; the processes share the cores."""
    return create_app(Path(os.environ[PLACE]), os.environ[SITE_URL] or None, threads=1)


def _is_program(request: Request) -> bool:
    return request.url.path.startswith("/api/") and request.url.path != "/api/docs"


def _nothing_published(request: Request, error: Exception) -> Response:
    _LOG.warning("%s", error)
    if _is_program(request):
        return JSONResponse({"detail": "Nothing is published yet."}, 503, {"retry-after": "10"})
    kinds: dict[type, str] = {NothingPublished: "nothing", OtherContract: "other"}
    response = render("nothing_published.html", 503, trouble=kinds.get(type(error), "unreadable"))
    response.headers["retry-after"] = "10"
    return response


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    if _is_program(request):
        headers = getattr(error, "headers", None)
        return JSONResponse({"detail": str(getattr(error, "detail", error))}, status, headers)
    if status == 404:
        return message(404, "No such page", "The address may be mistyped, or the page has moved.")
    response = message(status, "That cannot be done", "Pages of this site can only be read.")
    response.headers.update(getattr(error, "headers", None) or {})
    return response


def _failed(request: Request, error: Exception) -> Response:
    """The server logs the error itself once this page is sent."""
    if _is_program(request):
        return JSONResponse({"detail": "The fault is ours and has been logged."}, 500)
    return message(500, "This page could not be made", "The fault is ours and has been logged. Other pages may work.")


class _SafetyHeaders:
    """Around everything, so that error pages and files carry the headers too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(part: Message) -> None:
            if part["type"] == "http.response.start":
                headers = MutableHeaders(scope=part)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api/"):
                    headers["access-control-allow-origin"] = "*"  # public data, for anybody's page
            await send(part)

        await self._app(scope, receive, send_with_headers)
