"""Reading and normalising postings on one core: beside ats-scrapers 0.3.0 in the same run, on real recorded boards.

Reading: decoded JSON to each one's own record, HTML kept as stated; the peer in a process of its own, in turn with ours
(`make .clients/ats-scrapers-0.3` installs it). Then reading with sanitised HTML and text, and normalising, payload to
whole row (pay, places, language and all the other rules), each in fresh processes that meet each posting once. CPU
seconds, because other processes share the machine.
"""

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean, median
from time import process_time

import orjson

from benchmarks.recorded_payloads import PAYLOADS, recorded_answers, replayed_payloads
from pipelines.html import sanitise
from pipelines.html_lines import text_of_sanitised
from pipelines.normalise.rows import normalised_row
from spiders.platforms import platforms
from spiders.platforms.base import Payload, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.run import Run

Posting = tuple[Source, Payload]

ROUNDS = 5
COUNT = 1000
PEER = Path(__file__).parents[1] / ".clients" / "ats-scrapers-0.3"
FOLDERS = {"greenhouse": "greenhouse/content", "lever": "lever", "ashby": "ashby"}
#: mean length of the text that the aim speaks of
AIMED_LENGTH = 3600
RUN = Run("speed", datetime(2026, 11, 22, tzinfo=UTC))
PEER_SCRIPT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from time import process_time
from ats_scrapers.scrapers.ashby import AshbyScraper
from ats_scrapers.scrapers.greenhouse import GreenhouseScraper
from ats_scrapers.scrapers.lever import LeverScraper
scrapers = {"ashby": AshbyScraper, "greenhouse": GreenhouseScraper, "lever": LeverScraper}
for line in sys.stdin:
    platform, _, body = line.partition(" ")
    scraper, payloads = scrapers[platform]("board"), json.loads(body)
    started = process_time()
    jobs = [scraper._parse_job(payload) for payload in payloads]
    print(len(jobs) / (process_time() - started), flush=True)
"""


def recorded_board(folder: str) -> bytes:
    """A thousand postings of a platform as JSON: the recorded ones that have a text, repeated under fresh ids."""
    documents = [orjson.loads(path.read_bytes()) for path in sorted((PAYLOADS / folder).glob("*.json"))]
    boards = [document.get("jobs", []) if isinstance(document, dict) else document for document in documents]
    texts = ("content", "description", "descriptionHtml")
    jobs = [job for board in boards for job in board if any(job.get(key) for key in texts)]
    return orjson.dumps([{**job, "id": f"fresh-{number}"} for number, job in enumerate(islice(cycle(jobs), COUNT))])


def our_rate(platform: str, body: bytes) -> float:
    """Postings a second of one round."""
    reader, source, payloads = platforms()[platform], Source("Board", platform, "board"), orjson.loads(body)
    started = process_time()
    readings = [read_payload(reader, source, payload) for payload in payloads]
    return len(readings) / (process_time() - started)


@contextmanager
def peer() -> Iterator[Callable[[str, bytes], float] | None]:
    """One round of the peer, which has only the standard library and its own packages; None where it is absent."""
    if not PEER.exists():
        print(f"ats-scrapers is absent, so there is no comparison: run `make .clients/{PEER.name}`")
        yield None
        return
    command = [sys.executable, "-I", "-S", "-c", PEER_SCRIPT, str(PEER)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        asked, answered = process.stdin, process.stdout
        if asked is None or answered is None:
            raise ValueError("the peer has no pipes")

        def rate(platform: str, body: bytes) -> float:
            asked.write(platform.encode() + b" " + body + b"\n")
            asked.flush()
            return float(answered.readline())

        yield rate


def print_reading() -> None:
    """The table of reading."""
    print(f"reading, {COUNT} postings, postings a CPU second: best of {ROUNDS} (median)")
    with peer() as peer_rate:
        for platform, folder in FOLDERS.items():
            body = recorded_board(folder)
            rounds = [(our_rate(platform, body), peer_rate(platform, body) if peer_rate else 0) for _ in range(ROUNDS)]
            ours, theirs = zip(*rounds, strict=True)
            line = f"  {platform:<12} ours {max(ours):8,.0f} ({median(ours):8,.0f})"
            if peer_rate:
                line += f"   ats-scrapers {max(theirs):8,.0f} ({median(theirs):8,.0f})"
                line += f"   ratio of the medians {median(ours) / median(theirs):.1f}"
            print(line)


def postings_with_text() -> list[tuple[int, int, Posting]]:
    """Every recorded posting that has a text, the shortest first: lengths of its text and of its HTML as stated."""
    found = []
    for posting in _recorded():
        with suppress(PayloadError):
            row = normalised_row(platforms()[posting[0].platform], *posting, RUN)
            stated = read_payload(platforms()[posting[0].platform], *posting)
            if row.get("description_text"):
                found.append((len(row["description_text"]), len(stated.description_html or ""), posting))
    return sorted(found, key=lambda each: each[:2])


def _recorded() -> Iterator[Posting]:
    yield from replayed_payloads()
    for recorded in recorded_answers():
        if recorded.platform and recorded.platform.name in FOLDERS:
            with suppress(PayloadError):
                yield from ((recorded.source, payload) for payload, _ in recorded.payloads())


def of_mean_length(postings: list[tuple[int, int, Posting]], mean: int) -> list[tuple[int, int, Posting]]:
    """The shortest postings, as many as keep the mean length of the text."""
    total = 0
    for count, (length, _, _) in enumerate(postings):
        total += length
        if total > mean * (count + 1):
            return postings[:count]
    return postings


def read_cleanly(source: Source, payload: Payload) -> None:
    """A posting as its platform states it, its description sanitised and as text."""
    reading = read_payload(platforms()[source.platform], source, payload)
    text_of_sanitised(sanitise(getattr(reading, "description_html", None)))


def normalise(source: Source, payload: Payload) -> None:
    """A posting as the row that the warehouse keeps."""
    normalised_row(platforms()[source.platform], source, payload, RUN)


def rate_of(work: Callable[[Source, Payload], None], postings: list[Posting]) -> float:
    """Postings a second, the first time this process meets them."""
    for posting in {source.platform: (source, payload) for source, payload in postings}.values():
        work(*posting)  # loads the modules and tables
    gc.collect()
    gc.freeze()  # the collector would look through the postings that only this benchmark holds
    started = process_time()
    for posting in postings:
        work(*posting)
    return len(postings) / (process_time() - started)


def print_normalising() -> None:
    """The tables of reading with sanitised HTML and of normalising."""
    print(f"with sanitised HTML and text, postings a CPU second: best of {ROUNDS} (median)")
    postings = postings_with_text()
    for chosen in (of_mean_length(postings, AIMED_LENGTH), postings):
        text, html = (fmean(each[index] for each in chosen) / 1000 for index in (0, 1))
        print(f"  {len(chosen):,} recorded postings of {text:.1f} KB text, {html:.1f} KB HTML as stated")
        for label, work in (("read", read_cleanly), ("normalised to whole rows", normalise)):
            rates = [_in_fresh_process(work, [posting for *_, posting in chosen]) for _ in range(ROUNDS)]
            print(f"    {label:24} {max(rates):6,.0f} ({median(rates):6,.0f})")


def _in_fresh_process(work: Callable[[Source, Payload], None], postings: list[Posting]) -> float:
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        return fresh.submit(rate_of, work, postings).result()


def main() -> None:
    """Print the tables."""
    if not PAYLOADS.exists():
        raise FileNotFoundError(2, "absent", str(PAYLOADS))
    print_reading()
    print_normalising()


if __name__ == "__main__":
    main()
