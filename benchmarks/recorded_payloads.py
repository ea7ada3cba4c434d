"""The real recorded answers beside the repository, each as its platform's reader gets it, and the payloads in them.

Wrappers that recorders put around an answer are taken off. A list entry whose own page was not recorded is read alone.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spiders.platforms import platforms
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.reader import identifier_of
from spiders.registry import load_csv

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PAYLOADS = DATA / "payloads" / "ats"
REPLAY = DATA / "replay" / "2026-08-22"

#: folders whose name is not the platform's
_PLATFORM_OF = {"hn": "hn_hiring", "jsonld": "careers_page", "generic": "careers_page", "other_ats": "careers_page"}
#: platforms that read JSON: a page of theirs is read as any careers page
_JSON_ONLY = frozenset({"ashby", "greenhouse", "workday"})
#: shapes with invented values, and a file that somebody derived
_NO_INPUT = frozenset({"shape_only", "wwr_jobs_derived_2026-08-08.json"})
_BOARDS = {
    "workday": "tenant|wd1|Site", "weworkremotely": "all", "usajobs": "all", "taleo": "employer.taleo.net|1",
    "careers_page": "https://careers.example.org/jobs",
}  # fmt: skip
_BOARDS |= dict.fromkeys(("avature", "eightfold", "icims", "phenom", "successfactors"), "jobs.example.org")
_ADDRESS = re.compile(r'rel="canonical" href="([^"]+)"|property="og:url" content="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recorded answer. `group` is its folder, `platform` None where nobody reads it; `details` by identifier."""

    group: str
    name: str
    text: str
    platform: Platform | None
    source: Source
    url: str
    carried: Payload | None = None
    details: dict[str, str] | None = None

    def payloads(self) -> Iterator[tuple[Payload, bool]]:
        """What the platform makes of the answer, and whether it is an entry without its own page.

        Raises PayloadError where it is none of the platform's answers.
        """
        if self.platform is None:
            return
        page = self._page(self.text, self.url, self.carried)
        yield from ((payload, False) for payload in page.payloads)
        for fetch in page.follow:
            if fetch.detail_of is not None and fetch.carried is not None:
                yield from self._completed(fetch)

    def _page(self, text: str, url: str, carried: Payload | None) -> Page:
        if self.platform is None:
            return Page()
        return self.platform.page(self.source, Answer(url, text, carried=carried))

    def _completed(self, fetch: Fetch) -> list[tuple[Payload, bool]]:
        if self.details and fetch.detail_of in self.details:
            payloads = self._page(self.details[fetch.detail_of], fetch.url, fetch.carried).payloads
            return [(payload, False) for payload in payloads]
        alone: list[Payload] = [{"entry": fetch.carried, "detail": {}}, fetch.carried or {}]
        return [next((each, True) for each in alone if self.platform and identifier_of(self.platform, each))]


def recorded_answers() -> Iterator[Recorded]:
    """Every answer of the payload folder. Raises FileNotFoundError where it is absent."""
    if not PAYLOADS.exists():
        raise FileNotFoundError(2, "absent", str(PAYLOADS))
    for path in sorted(PAYLOADS.rglob("*.*")):
        folders = path.relative_to(PAYLOADS).parts
        if path.is_file() and not _NO_INPUT & {folders[0], path.name}:
            yield from _unwrapped(path, folders[1] if folders[0] == "boards" else folders[0])


def replayed_payloads() -> Iterator[tuple[Source, Payload]]:
    """Every payload of the recorded boards. Raises FileNotFoundError where the folder is absent."""
    if not REPLAY.exists():
        raise FileNotFoundError(2, "absent", str(REPLAY))
    entries = map(json.loads, (REPLAY / "index.jsonl").read_text(encoding="utf-8").splitlines())
    bodies: dict[str, Path] = {}
    for entry in entries:
        for url in (entry["url"], entry["url"].partition("?")[0]):
            bodies.setdefault(url, REPLAY / entry["body_file"])
    for source in load_csv(REPLAY / "sources.csv"):
        platform = platforms()[source.platform]
        for fetch in platform.requests(source):
            body = bodies.get(fetch.url) or bodies[fetch.url.partition("?")[0]]
            text = body.read_text(encoding="utf-8")
            for payload in platform.page(source, Answer(fetch.url, text)).payloads:
                yield source, payload


def _unwrapped(path: Path, folder: str) -> Iterator[Recorded]:
    text = path.read_text(encoding="utf-8")
    is_page = path.suffix == ".html" and "descriptions" not in path.parts
    name = "careers_page" if is_page and folder in _JSON_ONLY else _PLATFORM_OF.get(folder, folder)
    platform = None if path.suffix == ".json" and folder == "other_ats" else platforms().get(name)
    source = Source("Employer", name, _BOARDS.get(name, "employer"))
    url = _address(text, path.stem)
    carried: Payload | None = {"url": url} if name == "careers_page" else None
    if "jobPostingInfo" in text:  # a detail of Workday, which completes a list entry
        carried = {"externalPath": f"/job/{path.stem}"}
    for unwrapped, details in _answers(path, folder, text):
        yield Recorded(folder, path.name, unwrapped, platform, source, url, carried, details)


def _address(text: str, stem: str) -> str:
    found = _ADDRESS.search(text[:20_000])
    return html.unescape(found[1] or found[2]) if found else f"https://careers.example.org/jobs/{stem}"


def _answers(path: Path, folder: str, text: str) -> Iterator[tuple[str, dict[str, str] | None]]:
    """The answers in a recording, and the answers that complete its entries."""
    if "descriptions" in path.parts:
        job = {"id": int(path.stem), "title": path.stem, "absolute_url": f"https://example.org/{path.stem}"}
        yield json.dumps({"jobs": [{**job, "content": html.escape(text)}]}), None
    elif path.suffix != ".json":
        yield text, None
    elif path.name.startswith("boschgroup"):
        wrapper = json.loads(text)
        details = {number: json.dumps(detail) for number, detail in wrapper["details"].items()}
        yield from ((json.dumps(page), details) for page in wrapper["list_pages"])
    else:
        yield json.dumps(_bare(json.loads(text), folder)), None


def _bare(document: Any, folder: str) -> Any:
    """A document as its platform answers it."""
    if folder == "greenhouse" and "absolute_url" in document:
        return {"jobs": [document]}
    if folder == "workable" and "widget" in document:
        return document["widget"]
    if folder == "hn":
        return {"children": [_comment(entry) for entry in document.get("jobs") or document["hits"]]}
    return document


def _comment(entry: Payload) -> Payload:
    """A comment as a thread holds it, out of the two forms in which comments were recorded."""
    return {
        "id": int(entry.get("objectID") or entry["id"]),
        "text": entry.get("comment_text") or entry.get("text"),
        "created_at_i": entry.get("created_at_i") or entry.get("time"),
    }
