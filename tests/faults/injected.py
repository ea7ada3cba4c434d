"""Faults other than a kill, each injected into a home that has lived one day; the runs after it must lead to an
undisturbed second day. A fault says what the disturbed run must end with and what it must tell."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from spiders import settings as scrapy
from tests.faults import sites, tables
from tests.faults.kills import served
from tests.faults.one_run import Order, Process, crawl_all
from warehouse.compaction import compact
from warehouse.forgetting import forget_after
from warehouse.layout import Home

DONE, REFUSED = 0, 3
Damage = Callable[[Path], None]
Answers = Callable[[dict[str, Any]], dict[str, Any]]


def _nothing(home: Path) -> None:
    pass


@dataclass(frozen=True)
class Fault:
    """`damage` before the run (after a crawl, where `has_landed`), `answers` of the sites, `heal` after it."""

    name: str
    damage: Damage = _nothing
    has_landed: bool = False
    answers: Answers | None = None
    heal: Damage = _nothing
    status: int = DONE
    tells: str = ""
    runs_after: int = 1
    is_twice: bool = False
    clock: int = 1


def newest(home: Path, pattern: str) -> Path:
    """The file that was written last."""
    return max(Home(home).landing.glob(pattern), key=lambda path: path.stat().st_mtime_ns)


def cut(pattern: str, share: float) -> Damage:
    """Cut every newest file of each platform to a share of its length."""

    def damage(home: Path) -> None:
        for folder in Home(home).landing.iterdir():
            if files := sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime_ns):
                os.truncate(files[-1], int(files[-1].stat().st_size * share))

    return damage


def flip(home: Path) -> None:
    """One bit in the middle of a segment."""
    segment = newest(home, "greenhouse/*.jsonl.zst")
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 1
    segment.write_bytes(data)


def junk_in_index(home: Path) -> None:
    """A line of the index overwritten."""
    index = Home(home).landing / "greenhouse" / "index.jsonl"
    lines = index.read_bytes().splitlines(keepends=True)
    lines[-2] = b"\xff\xfe{" * (len(lines[-2]) // 3) + b"\n"
    index.write_bytes(b"".join(lines))


def landed_twice(home: Path) -> None:
    """Every index line of the last crawl once more, as a writer does that is run again."""
    for index in Home(home).landing.glob("*/index.jsonl"):
        lines = index.read_bytes().splitlines(keepends=True)
        index.write_bytes(b"".join([*lines, *lines[-3:]]))


def overwrite(name: str, data: bytes, at: int | None = None) -> Damage:
    """Bytes over a file, or instead of it."""

    def damage(home: Path) -> None:
        path = home / name
        if at is None:
            path.write_bytes(data)
        else:
            with path.open("r+b") as file:
                file.seek(at)
                file.write(data)

    return damage


def halve(name: str) -> Damage:
    """A file cut in two."""
    return lambda home: os.truncate(home / name, (home / name).stat().st_size // 2)


def delete_warehouse(home: Path) -> None:
    """What the error says."""
    for path in (home / "warehouse.duckdb", home / "warehouse.duckdb.wal"):
        path.unlink(missing_ok=True)


def unpublish(pattern: str) -> Damage:
    """Delete what is published."""
    return lambda home: [path.unlink() for path in (home / "published").glob(pattern)] and None


def remount(options: str) -> Damage:
    """Change the file system that the home lies on."""

    def damage(home: Path) -> None:
        subprocess.run(["mount", "-o", f"remount,{options}", str(home.parent)], check=True)

    return damage


def filled(spare: int) -> Damage:
    """Leave so many bytes."""

    def damage(home: Path) -> None:
        left = os.statvfs(home).f_bavail * os.statvfs(home).f_frsize
        with (home.parent / "filler").open("wb") as file:
            file.write(b"\0" * max(0, left - spare))

    return damage


def emptied(home: Path) -> None:
    """Free what was filled."""
    (home.parent / "filler").unlink()


def answering(**changed: Any) -> Answers:
    """Every site answers otherwise."""
    return lambda line: {**line, **changed}


FAULTS = (
    Fault("disk full: nothing left", damage=filled(0), heal=emptied, status=REFUSED, tells="free space"),
    *(
        Fault(f"disk full: {spare >> 10} KiB left", damage=filled(spare), heal=emptied, status=REFUSED, tells="space")
        for spare in (16 << 10, 64 << 10, 256 << 10, 512 << 10, 1 << 20, 2 << 20)
    ),
    Fault("read-only folder", damage=remount("ro"), heal=remount("rw"), status=REFUSED, tells="make it writable"),
    Fault("clock two days back", clock=-1, status=REFUSED, tells="is before the last crawl"),
    Fault("clock a year ahead", clock=365, heal=lambda home: forget_after(Home(home), sites.clock(1)) and None),
    Fault("landing segments cut in half", cut("*.jsonl.zst", 0.5), has_landed=True, runs_after=2),
    Fault("landing segments emptied", cut("*.jsonl.zst", 0), has_landed=True, runs_after=2),
    Fault("a flipped bit in a segment", flip, has_landed=True, runs_after=2),
    Fault("landing indexes cut in half", cut("index.jsonl", 0.5), has_landed=True),
    Fault("landing indexes emptied", cut("index.jsonl", 0), has_landed=True),
    Fault("a line of an index overwritten", junk_in_index, has_landed=True),
    Fault("a crawl landing twice", landed_twice, has_landed=True),
    Fault("a landing packed in between", lambda home: compact(Home(home).landing, 1) and None, has_landed=True),
    Fault(
        "warehouse: another file",
        overwrite("warehouse.duckdb", b"no database" * 999),
        heal=delete_warehouse,
        status=REFUSED,
        tells="delete it",
    ),
    Fault(
        "warehouse: cut in half", halve("warehouse.duckdb"), heal=delete_warehouse, status=REFUSED, tells="delete it"
    ),
    Fault(
        "warehouse: header overwritten",
        overwrite("warehouse.duckdb", b"\xff" * 8192, 4096),
        heal=delete_warehouse,
        status=REFUSED,
        tells="delete it",
    ),
    Fault(
        "warehouse: blocks overwritten",
        overwrite("warehouse.duckdb", b"\xff" * (1 << 20), 12288),
        heal=delete_warehouse,
        status=REFUSED,
        tells="delete it",
    ),
    Fault(
        "warehouse: emptied",
        overwrite("warehouse.duckdb", b""),
        heal=delete_warehouse,
        status=REFUSED,
        tells="delete it",
    ),
    Fault("warehouse: gone", delete_warehouse),
    Fault("warehouse: a log of junk", overwrite("warehouse.duckdb.wal", b"\xff" * 5000)),
    Fault("published link deleted", unpublish("rolecall.duckdb")),
    Fault("published files deleted, link dangling", unpublish("rolecall-*.duckdb")),
    Fault("two runs at once", is_twice=True),
    Fault("every site answers 500", answers=answering(status=500)),
    Fault("every site answers 429", answers=answering(status=429)),
    Fault("every site answers half", answers=answering(truncate_at=400)),
    Fault("every site answers slowly", answers=answering(delay_s=0.4)),
    Fault("no site ever answers", answers=answering(delay_s=3600)),
    Fault("every site answers an empty page", answers=answering(body_file=None)),
)


def inject(folder: Path, seed: int, faults: Sequence[Fault]) -> Iterator[tuple[str, list[str]]]:
    """Each fault's name, and what was lost by it."""
    scrapy.POLITE["DOWNLOAD_TIMEOUT"] = 4  # who never answers is not waited for so long here
    plot = sites.days(seed)
    first, second = (sites.write(next(plot), folder / f"day{day}") for day in (0, 1))
    calm, lived = folder / "calm", folder / "lived"
    _run(Order(lived, "", sites.clock(0), "run-00000000"), first, folder)
    shutil.copytree(lived, calm, symlinks=True)
    _run(Order(calm, "", sites.clock(1), "run-00000001"), second, folder)
    expected = tables.published(calm), tables.remembered(calm)
    place = folder / "place"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", str(place)], check=True)
    try:
        for fault in faults:
            shutil.copytree(lived, place / "home", symlinks=True)
            yield fault.name, list(_lost(fault, place / "home", second, folder, expected))
            shutil.rmtree(place / "home")
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _lost(fault: Fault, home: Path, sites_folder: Path, folder: Path, expected: tuple[Any, Any]) -> Iterator[str]:
    order = Order(home, "", sites.clock(1), "run-00000002")
    if fault.has_landed:
        with served(sites_folder) as replay:
            crawl_all(replace(order, replay=replay, run_id="run-00000009"))
    answers = _answering(sites_folder, folder / "other", fault.answers) if fault.answers else sites_folder
    fault.damage(home)
    status, told = _run(replace(order, as_of=sites.clock(fault.clock)), answers, folder, is_twice=fault.is_twice)
    if status != fault.status or fault.tells not in told or "Traceback" in told:
        yield f"ended with {status} instead of {fault.status}: {told[-1500:]}"
    fault.heal(home)
    for number in range(fault.runs_after):
        status, told = _run(replace(order, run_id=f"run-1000000{number}"), sites_folder, folder)
        if status:
            yield f"the run after it ended with {status}: {told[-1500:]}"
            return
    for found, calm in zip((tables.published(home), tables.remembered(home)), expected, strict=True):
        yield from tables.differences(_without_since(found), _without_since(calm))


def _without_since(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """A source that failed in between is healthy since then, rightly."""
    return {**found, "source_health": [row.split(", datetime")[0] for row in found.get("source_health", [])]}


def _answering(folder: Path, to: Path, answers: Answers) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    lines = [answers(json.loads(line)) for line in (folder / "index.jsonl").read_text().splitlines()]
    (to / "index.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return to


def _run(order: Order, sites_folder: Path, folder: Path, *, is_twice: bool = False) -> tuple[int, str]:
    """One run to its end, or two side by side; the worst status, and what was said."""
    log = folder / "said.txt"
    log.write_text("")
    with served(sites_folder) as replay:
        orders = [replace(order, replay=replay, log=log)]
        if is_twice:
            orders.append(replace(orders[0], run_id="run-20000000"))
        statuses = [process.wait() for process in [Process(one) for one in orders]]
    return max(statuses, key=abs), log.read_text()
