"""Writes the sample sites: `python -m spiders.sample_sites.write` rewrites index, bodies, registry and challenge list.

What the sites say lies in `material`; this file only decides which response is recorded for which request.
"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from spiders.sample_sites.material import ashby, devpost, greenhouse, lever, unstop, vacancies

FOLDER = Path(__file__).parent
WIRE: dict[str, Any] = {"greenhouse": greenhouse, "lever": lever, "ashby": ashby}
#: boards that answer badly: company, platform, board, status, body
TROUBLED: list[tuple[str, str, str, int, Any]] = [
    ("Brightwater Dental", "greenhouse", "brightwaterdental", 500, {"status": 500, "error": "Internal Server Error"}),
    ("Gonefishing Studios", "greenhouse", "gonefishingstudios", 404, {"status": 404, "error": "Job not found"}),
    ("Paperkite Mutual", "lever", "paperkitemutual", 200, {"ok": False, "error": "Document not found"}),
    ("Quiet Harbor", "ashby", "quietharbor", 200, {"jobs": [], "apiVersion": "1"}),
]
CHALLENGES = [
    {"company": "Devpost", "platform": "devpost", "board": "hackathons"},
    {"company": "Unstop", "platform": "unstop", "board": "competitions"},
    {"company": "Unstop", "platform": "unstop", "board": "hackathons"},
    {"company": "Rolecall", "platform": "curated", "board": "sample-practice"},
]


def files() -> dict[str, bytes]:
    """Every generated file's path inside the folder, and what it holds."""
    index, written = [], {}
    for name, url, status, body in _responses():
        body_file = f"bodies/{urlsplit(url).netloc}/{name}.json"
        written[body_file] = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {"Content-Type": "application/json; charset=utf-8"}
        index.append({"method": "GET", "url": url, "status": status, "headers": headers, "body_file": body_file})
    written["index.jsonl"] = "".join(json.dumps(line) + "\n" for line in index).encode()
    written["registry.csv"] = _registry().encode()
    written["challenges.yaml"] = yaml.safe_dump(CHALLENGES, sort_keys=False).encode()
    return written


def write(folder: Path = FOLDER) -> None:
    """Write the sample sites; bodies that are no longer recorded are removed."""
    written = files()
    for path in (folder / "bodies").rglob("*.json"):
        if path.relative_to(folder).as_posix() not in written:
            path.unlink()
    for name, content in written.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def _responses() -> Iterator[tuple[str, str, int, Any]]:
    """Name of the body, address, status and body of every recorded response."""
    for board in vacancies.boards():
        wire = WIRE[board.platform]
        yield board.token.replace(" ", "-").lower(), wire.url(board), 200, wire.body(board)
    for company, platform, token, status, body in TROUBLED:
        board = vacancies.Board(token, platform, company, company, {}, ())
        yield token, WIRE[platform].url(board), status, body
    for pages in (devpost.pages(), unstop.pages()):
        yield from ((name, url, 200, body) for name, url, body in pages)


def _registry() -> str:
    rows = [(board.shown_company, board.platform, board.token) for board in vacancies.boards()]
    rows += [(company, platform, token) for company, platform, token, _, _ in TROUBLED]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("company", "platform", "board"), *sorted(rows)])
    return text.getvalue()


if __name__ == "__main__":
    write()
