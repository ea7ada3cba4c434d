"""How long the hub site takes over so many made-up positions: `python benchmarks/hub_search.py [POSITIONS] [FOLDER]`.

Each address is asked for once, of a site that has not been asked for it, with one thread a query: nothing is kept from
before but the vocabulary. A million positions take some minutes and 4 GB to make; in a FOLDER they are kept for later.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from benchmarks.publish import AS_OF, HUBS, fill
from hub.app import create_app
from pipelines.publish import publish
from warehouse.database import open_warehouse
from warehouse.publication import LINK, open_published
from warehouse.run import Run

ADDRESSES = (
    "/", "/skills/skill-a", "/openings", "/openings?page=1000", "/openings?hub=skill-a", "/openings?q=manager",
    "/openings?q=product+manager", "/openings?q=prodct+maneger", "/openings?q=zymurgist", "/openings?place=germany",
    "/openings?country=DE&workplace=remote", "/openings?workplace=remote&country=DE&q=product+manager+growth",
    "/openings?level=senior&type=FULL_TIME&hub=skill-c", "/openings?remote=DE", "/openings?pay=100000&currency=EUR",
    "/openings?sort=pay&currency=EUR", "/openings?posted=7", "/api/v1/positions?hub=skill-a&workplace=remote",
    "/api/v1/positions?q=product+owner&counts=1", "/openings.atom?hub=skill-a",
)  # fmt: skip


async def ask(app: Any, address: str) -> int:
    """Ask as a server does; the status of the answer."""
    path, _, query = address.partition("?")
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
             "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
             "headers": [(b"host", b"hub.example")], "server": ("hub.example", 80),
             "client": ("192.0.2.1", 1)}  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(part: dict[str, Any]) -> None:
        sent.append(part)

    await app(scope, receive, send)
    return int(sent[0]["status"])


async def measure(folder: Path) -> None:
    """One line an address."""
    with open_published(folder) as con:
        found = con.execute("SELECT position_id FROM search_positions WHERE listing_number = 777").fetchall()[0][0]
    app = create_app(folder, threads=1)
    await ask(app, "/openings?q=warm")
    for address in (*ADDRESSES, f"/positions/{quote(found)}"):
        started = time.perf_counter()
        status = await ask(app, address)
        print(f"{(time.perf_counter() - started) * 1000:6.0f} ms  {status}  {address}")


def main(positions: int, folder: Path) -> None:
    """Make the file where there is none, and print the table."""
    if not (folder / LINK).exists():
        with open_warehouse(folder / "warehouse.duckdb") as con:
            fill(con, positions * 10 // 7)
            publish(con, folder, HUBS, Run("benchmark", AS_OF))
        (folder / "warehouse.duckdb").unlink()
    asyncio.run(measure(folder))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary)
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, place)
