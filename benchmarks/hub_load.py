"""The hub site under load beside Datasette: `python benchmarks/hub_load.py [POSITIONS] [SECONDS]`.

100,000 made-up positions. wrk (`apt-get install wrk`) asks for the skill pages, filtered lists of openings and the JSON
interface in turn, for 30 s each, while ten publications swap in; beside it a client of its own checks of each answer
that it is whole and of one publication, whose number stands in every company's name, in the counts and in the header.
Datasette (`make datasette`) serves the same rows from SQLite, indexed by what is filtered, and nothing swaps.
"""

import contextlib
import http.client
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from benchmarks.publish import AS_OF, HUBS, fill
from pipelines.publish import files, publish
from warehouse.database import open_warehouse
from warehouse.publication import LINK
from warehouse.run import Run

PORT, OTHER_PORT = 8791, 8792
SWAPS = 10
BIN = Path(sys.executable).parent
DATASETTE = Path(__file__).parents[1] / ".clients" / "datasette" / "bin" / "datasette"

LETTERS = [hub.hub.removeprefix("skill-") for hub in HUBS]
HUB_PATHS = {
    "skill page": [f"/skills/skill-{each}" for each in LETTERS],
    "filtered openings": [
        f"/openings?workplace=remote&country={country}&q=product+{word}"
        for country in ("DE", "US", "GB", "FR")
        for word in ("manager", "maneger", "payments", "owner", "growth", "platform")
    ],
    "API": [f"/api/v1/positions?hub=skill-{each}&workplace=remote" for each in LETTERS],
}
#: what comes nearest there: one skill's rows, rows found by words and filtered and counted, and those as JSON
DATASETTE_PATHS = {
    "skill page": [f"/rolecall/listed?hub=skill-{each}&_sort=listing_number" for each in LETTERS],
    "filtered openings": [
        f"/rolecall/search_positions?workplace_type=remote&country={country}&_search=product+{word}"
        "&_facet=level&_facet=employment_type&_facet=country&_facet=workplace_type"
        for country in ("DE", "US", "GB", "FR")
        for word in ("manager", "manager", "payments", "owner", "growth", "platform")
    ],
    "API": [f"/rolecall/listed.json?hub=skill-{each}&workplace_type=remote&_shape=objects" for each in LETTERS],
}
WRK = """
local paths = {%s}
local turn = 0
request = function() turn = turn + 1; return wrk.format(nil, paths[turn %% #paths + 1]) end
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("FIGURES %%d %%f %%f %%d\\n", summary.requests, latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, e.connect + e.read + e.write + e.status + e.timeout))
end
"""
_EMPLOYER = re.compile(r"Company [0-9a-f]{6} of (\d+)")
_COUNTED = re.compile(r"([\d,]+) open positions? and")


@dataclass
class Checked:
    """What the checking client saw."""

    answers: int = 0
    faults: list[str] = field(default_factory=list)
    publications: dict[str, float] = field(default_factory=dict)


def prepare(positions: int, home: Path) -> list[Path]:
    """Eleven publications that tell themselves apart in every row: the first, and ten to swap in."""
    with open_warehouse(home / "warehouse.duckdb") as con:
        fill(con, positions * 10 // 7)
        first = publish(con, home, HUBS, Run("benchmark", AS_OF)).file
    (home / "warehouse.duckdb").unlink()
    prepared = [home / f"prepared-{number}.duckdb" for number in range(SWAPS + 1)]
    for number, copy in enumerate(prepared):
        shutil.copy(first, copy)
        with duckdb.connect(str(copy)) as con:
            for table, name in (("positions", "company"), ("search_positions", "company"), ("companies", "name")):
                con.execute(f"UPDATE {table} SET {name} = {name} || ' of {number}'")
            con.execute(
                "UPDATE publication SET publication_id = ?, position_count = ?", [f"benchmark-{number}", number]
            )
    return prepared


def wrk(port: int, paths: list[str], seconds: int, folder: Path) -> tuple[int, float, float, int]:
    """Requests answered, p50 and p95 in milliseconds, and requests that failed."""
    script = folder / "wrk.lua"
    script.write_text(WRK % ", ".join(f'"{path}"' for path in paths))
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", "--timeout", "20s", "-s", str(script), f"http://127.0.0.1:{port}"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    requests, median, high, failed = printed.split("FIGURES ")[1].split()
    return int(requests), float(median), float(high), int(failed)


def swap(home: Path, prepared: list[Path], seconds: int, swapped: dict[str, float]) -> None:
    """Put ten publications in place, evenly over the time."""
    for number, source in enumerate(prepared[1:], 1):
        time.sleep(seconds / (SWAPS + 1))
        copy = source.with_suffix(files.DRAFT)
        shutil.copy(source, copy)
        files.put_in_place(copy, home / f"rolecall-{time.time_ns()}.duckdb")
        swapped[f"benchmark-{number}"] = time.perf_counter()
        files.delete_old(home)


def watch(paths: list[str], ended: threading.Event, seen: Checked) -> None:
    """Ask all the time, and look whether each answer is whole and of one publication."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
    turn = 0
    while not ended.is_set():
        path = paths[turn % len(paths)]
        turn += 1
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode()
        name = answer.headers["x-rolecall-publication"] or ""
        seen.answers += 1
        seen.publications.setdefault(name, time.perf_counter())
        told = set(_EMPLOYER.findall(body)) | {count.replace(",", "") for count in _COUNTED.findall(body)}
        told |= set(re.findall(r'"publication_id":"benchmark-(\d+)"', body))
        if answer.status != 200 or {f"benchmark-{number}" for number in told} != {name}:
            seen.faults.append(f"{path}: {answer.status}, {name} holds {sorted(told)}")
        time.sleep(0.005)


@contextlib.contextmanager
def served(command: list[str], port: int, path: str) -> Iterator[None]:
    """A server, from its first answer on."""
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with contextlib.suppress(OSError, http.client.HTTPException):
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
                connection.request("GET", path)
                if connection.getresponse().status == 200:
                    break
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()


def export(publication: Path, database: Path) -> None:
    """The search tables as SQLite, with indexes and full-text search over what the site searches."""
    rows = """
        SELECT listing_number, position_id, title, company, company_slug, location, date_posted::VARCHAR AS date_posted,
          workplace_type, employment_type, level, base_salary_min::DOUBLE AS base_salary_min,
          base_salary_max::DOUBLE AS base_salary_max, base_salary_currency, base_salary_unit, countries[1] AS country,
          unnest(hubs) AS hub
        FROM search_positions ORDER BY listing_number"""
    with duckdb.connect(str(publication), read_only=True) as con:
        result = con.execute(rows)
        names = [column[0] for column in result.description]
        found = result.fetchall()
    con_out = sqlite3.connect(database)
    columns, marks = ", ".join(names), ", ".join("?" * len(names))
    for table in ("search_positions", "listed"):
        con_out.execute(f"CREATE TABLE {table} ({columns}, PRIMARY KEY (listing_number)) WITHOUT ROWID"
                        if table == "listed" else f"CREATE TABLE {table} ({columns})")  # fmt: skip
        con_out.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
        for column in ("hub", "country", "workplace_type", "level"):
            con_out.execute(f"CREATE INDEX {table}_{column} ON {table} ({column}, listing_number)")
    con_out.execute("CREATE VIRTUAL TABLE search_positions_fts USING fts5 "
                    "(title, company, location, content=search_positions)")  # fmt: skip
    con_out.execute("INSERT INTO search_positions_fts (search_positions_fts) VALUES ('rebuild')")
    con_out.commit()
    con_out.close()


def measure_hub(home: Path, prepared: list[Path], seconds: int) -> Iterator[str]:
    """One line a kind of page."""
    shutil.copy(prepared[0], home / "first.tmp")
    files.put_in_place(home / "first.tmp", home / "rolecall-0.duckdb")
    for kind, paths in HUB_PATHS.items():
        seen, ended, swapped = Checked(), threading.Event(), {}
        threads = [
            threading.Thread(target=swap, args=(home, prepared, seconds, swapped)),
            threading.Thread(target=watch, args=(paths, ended, seen)),
        ]
        for thread in threads:
            thread.start()
        figures = wrk(PORT, paths, seconds, home)
        threads[0].join()
        time.sleep(2)
        ended.set()
        threads[1].join()
        late = [seen.publications[name] - at for name, at in swapped.items() if name in seen.publications]
        yield line("hub", kind, seconds, figures) + (
            f"; {seen.answers} checked, {len(seen.faults)} mixed or failed; {len(late)} of {SWAPS} publications seen, "
            f"at latest after {max(late, default=0):.2f} s"
        )
        yield from seen.faults[:3]


def line(server: str, kind: str, seconds: int, figures: tuple[int, float, float, int]) -> str:
    """One line of the table."""
    requests, median, high, failed = figures
    return (
        f"{server:10} {kind:18} {requests / seconds:7.0f}/s  p50 {median:7.1f} ms  p95 {high:7.1f} ms  {failed} failed"
    )


def main(positions: int, seconds: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        prepared = prepare(positions, home)
        command = [str(BIN / "rolecall"), "hub", "--db", str(home), "--port", str(PORT), "--workers", "2"]
        with served(command, PORT, "/"):
            for text in measure_hub(home, prepared, seconds):
                print(text, flush=True)
        if not DATASETTE.exists():
            print("Datasette is absent: `make datasette`")
            return
        export((home / LINK).resolve(), home / "rolecall.db")
        options = ["--setting", "suggest_facets", "off", "--setting", "default_page_size", "50"]
        command = [str(DATASETTE), "-i", str(home / "rolecall.db"), "-p", str(OTHER_PORT), *options]
        with served(command, OTHER_PORT, "/"):
            for kind, paths in DATASETTE_PATHS.items():
                print(line("Datasette", kind, seconds, wrk(OTHER_PORT, paths, seconds, home)), flush=True)


if __name__ == "__main__":
    main(*(int(sys.argv[number]) if len(sys.argv) > number else usual for number, usual in ((1, 100_000), (2, 30))))
