"""How long deduplicating takes, and how good it is: `python -m benchmarks.dedupe_million [COUNT...]`.

Default are 100,000 made-up postings (see `made_postings`) through `rolecall dedupe`, JSON Lines to JSON Lines, the
whole command counted; Splink over the same 100,000 without and with texts, where `make bench` has installed it and for
at most SPLINK_LIMIT seconds each; and the step over a warehouse, first everything, then one posting in a hundred new.
Machines are shared: read the CPU seconds and the ratios. Peak is the resident memory of all processes together.
"""

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import duckdb
import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.made_postings import write
from pipelines.dedupe.matching.features import read_said
from pipelines.dedupe.step import dedupe
from warehouse.database import open_warehouse
from warehouse.run import Run

SPLINK = Path(__file__).parents[1] / ".clients" / "splink-5"
SPLINK_SCRIPT = Path(__file__).with_name("_splink_side.py")
SPLINK_COUNT = 100_000
SPLINK_LIMIT = 600
AS_OF = datetime(2026, 11, 22, 6, tzinfo=UTC)

STAGED = """
INSERT INTO stg_postings BY NAME
SELECT
    id AS listing_id, source AS source_id, split_part(source, ':', 1) AS platform, id AS identifier, url,
    url AS apply_url,
    title, company, company AS company_slug, location, description AS description_text, requisition_id, language,
    id AS payload_hash, '1' AS reader_version, '{}' AS facts, $as_of AS read_at, '[]' AS places, '[]' AS salaries
FROM read_json($file, columns = {id: 'VARCHAR', source: 'VARCHAR', title: 'VARCHAR', company: 'VARCHAR',
    location: 'VARCHAR', description: 'VARCHAR', url: 'VARCHAR', requisition_id: 'VARCHAR', language: 'VARCHAR'},
    format = 'newline_delimited')
WHERE substr(id, 2)::BIGINT BETWEEN $first AND $last
"""
SEEN = """
INSERT INTO int_listing_states BY NAME
SELECT
    listing_id, 'posting' AS listing_kind, source_id, identifier, facts, $as_of AS first_seen_at,
    $as_of AS last_seen_at, 0 AS missed_count
FROM stg_postings
ANTI JOIN int_listing_states USING (listing_id)
"""


class Took(NamedTuple):
    """What a command needed."""

    wall: float
    cpu: float
    peak_megabytes: float
    printed: str

    def __str__(self) -> str:
        return f"{self.wall:7.1f} s wall  {self.cpu:7.1f} s CPU  {self.peak_megabytes:6.0f} MB"


def run(command: list[str], limit: float | None = None, **environment: str) -> Took:
    """Run a command to its end; TimeoutExpired where that takes longer than `limit` seconds."""
    before, started = _children_cpu(), time.perf_counter()
    child = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True)
    peak = [0.0]
    watch = threading.Thread(target=_watch, args=(child, peak), daemon=True)
    watch.start()
    try:
        printed, _ = child.communicate(timeout=limit)
    finally:
        child.kill()
        child.wait()
        watch.join()
    if child.returncode:
        raise SystemExit(f"{command[:3]} ended with {child.returncode}")
    return Took(time.perf_counter() - started, _children_cpu() - before, peak[0], printed)


def _watch(child: subprocess.Popen[str], peak: list[float]) -> None:
    while child.poll() is None:
        peak[0] = max(peak[0], sum(_resident(pid) for pid in _family(child.pid)) / 2**20)
        time.sleep(0.2)


def _family(pid: int) -> Iterable[int]:
    """The process and all it started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            started = task.read_text().split()
        except OSError:
            continue
        for one in started:
            yield from _family(int(one))


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def score(truth: Path, clusters: Iterable[tuple[str, str]]) -> str:
    """Precision, recall and F1 over all pairs."""
    entities = {row["id"]: row["entity"] for row in map(orjson.loads, truth.open("rb"))}
    pairs = [(entities.pop(identifier), cluster) for identifier, cluster in clusters]
    if entities:
        raise SystemExit(f"{len(entities)} postings were lost")
    both, wanted, found = (
        sum(count * (count - 1) // 2 for count in Counter(keys).values())
        for keys in (pairs, [entity for entity, _ in pairs], [cluster for _, cluster in pairs])
    )
    return f"P {both / found:.3f}  R {both / wanted:.3f}  F1 {2 * both / (found + wanted):.3f}"


def measure_command(file: Path, out: Path, count: int) -> Took:
    """`rolecall dedupe` from start to end."""
    took = run([sys.executable, "-m", "dagster_project", "dedupe", "-i", str(file), "-o", str(out)])
    rows = map(orjson.loads, out.open("rb"))
    print(
        f"{count:9,} rolecall dedupe      {took}  {score(file, ((r['id'], r['cluster_id']) for r in rows))}", flush=True
    )
    return took


def prepare_for_splink(file: Path, out: Path) -> None:
    """The postings as Splink can use them best: each field as our own matcher reads it."""
    rows = [orjson.loads(line) for line in file.open("rb")]
    fields = [[row[name] for row in rows] for name in ("title", "company", "location", "url", "requisition_id")]
    companies, _, _, titles, places, urls, requisitions = read_said(*fields)
    columns = {
        "unique_id": [row["id"] for row in rows],
        "entity": [row["entity"] for row in rows],
        "company": companies,
        "title": [" ".join(title.words) for title in titles],
        "city": [next((place.head for place in found), None) for found in places],
        "source": [row["source"] for row in rows],
        "platform": [url.platform for url in urls],
        "posting": [url.identifier and f"{url.platform} {url.identifier}" for url in urls],
        "requisition": requisitions,
        "language": [row["language"] for row in rows],
        "description": [row["description"] for row in rows],
    }
    pq.write_table(pa.table(columns), out)


def measure_splink(file: Path, out: Path, count: int, ours: Took) -> None:
    """Splink over the same file: its own counted seconds, and how many times ours they are.

    Ours are of the whole command, reading and normalising included; so the ratio is also given with the preparation,
    which with texts includes sketching them.
    """
    if not SPLINK.is_dir():
        print(f"{count:9,} Splink SKIPPED: not installed, `make .clients/splink-5` does it", flush=True)
        return
    prepared = out.with_suffix(".parquet")
    started, own = time.perf_counter(), time.process_time()
    prepare_for_splink(file, prepared)
    started, own = time.perf_counter() - started, time.process_time() - own
    print(f"{count:9,} Splink's preparation  {started:7.1f} s wall  {own:7.1f} s CPU", flush=True)
    for mode in ("", "text"):
        command = [sys.executable, str(SPLINK_SCRIPT), str(prepared), str(out), mode]
        label = f"{count:9,} Splink {'with texts' if mode else 'without texts':13}"
        try:
            took = run(command, SPLINK_LIMIT, PYTHONPATH=str(SPLINK), PYTHONSAFEPATH="1", PYTHONWARNINGS="ignore")
        except subprocess.TimeoutExpired:
            print(f"{label} not done in {SPLINK_LIMIT} s", flush=True)
            continue
        weight, wall, cpu, *sketching = map(float, took.printed.split()[-5:])
        rows = map(orjson.loads, out.open("rb"))
        figures = (
            f"{took._replace(wall=wall, cpu=cpu)}  {score(file, ((r['unique_id'], r['cluster_id']) for r in rows))}"
        )
        print(f"{label} {figures} (best, at match weight {weight})", flush=True)
        whole = wall + sketching[0] + started, cpu + sketching[1] + own
        for counted, (their_wall, their_cpu) in (("alone", (wall, cpu)), ("with its preparation", whole)):
            ratios = f"{their_wall / ours.wall:.2f} times our wall, {their_cpu / ours.cpu:.2f} times our CPU"
            print(f"{'':10}{counted}: {their_cpu:.1f} s CPU, {ratios}", flush=True)


def measure_step(file: Path, folder: Path, count: int) -> None:
    """The step over a warehouse: all but a hundredth, then that hundredth, then nothing new."""
    old = count - count // 100
    with open_warehouse(folder / "warehouse.duckdb") as con:
        for name, first, last in (("all", 1, old), ("new", old + 1, count), ("none", 1, 0)):
            con.execute(STAGED, {"file": str(file), "as_of": AS_OF, "first": first, "last": last})
            con.execute(SEEN, {"as_of": AS_OF})
            con.execute("CHECKPOINT")
            print(f"{count:9,} step, {name:14} {_step(con, name)}", flush=True)


def _step(con: duckdb.DuckDBPyConnection, name: str) -> str:
    before, started, own = _children_cpu(), time.perf_counter(), time.process_time()
    report = dedupe(con, Run(name, AS_OF))
    cpu = time.process_time() - own + _children_cpu() - before
    return f"{time.perf_counter() - started:7.1f} s wall  {cpu:7.1f} s CPU  {report.positions:,} positions"


def main(counts: list[int]) -> None:
    """A line a measurement."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in counts:
            file, out = folder / f"{count}.jsonl", folder / "out.jsonl"
            write(file, count)
            ours = measure_command(file, out, count)
            if count == SPLINK_COUNT:
                measure_splink(file, out, count, ours)
            measure_step(file, folder, count)
            (folder / "warehouse.duckdb").unlink()
            file.unlink()


if __name__ == "__main__":
    main([int(argument.replace("_", "")) for argument in sys.argv[1:]] or [SPLINK_COUNT])
