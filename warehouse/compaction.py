"""Compaction of the landing: old segments become packs that hold every version of a payload once. Nothing else is lost.

Killed at any instant it loses nothing: a pack is written and synced, then the list of packs is replaced, and only then
is what they replace deleted. What a kill leaves over, the next call deletes.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import orjson

from warehouse.errors import StorageError
from warehouse.landing import BoardCrawl, Landing, landed_platforms
from warehouse.landing_packs import Pack, Place

#: a board is packed once so many of its crawls lie in segments of their own
DUE = 8
#: a segment or pack of which less than this share is still needed is emptied
_WORTH_KEEPING = 0.5
_DRAFT = ".tmp"


@dataclass(slots=True)
class CompactionReport:
    """What compacting one platform did, in bytes of segments and packs before and after."""

    platform: str
    boards: int = 0
    bytes_before: int = 0
    bytes_after: int = 0
    damaged: list[str] = field(default_factory=list)


def compact(root: Path, due: int = DUE) -> list[CompactionReport]:
    """Compact every platform's landing. Crawls may go on meanwhile; readers notice nothing.

    Raises StorageError where the landing cannot be written.
    """
    return [compact_platform(landing, due) for landing in landed_platforms(root)]


def compact_platform(landing: Landing, due: int = DUE) -> CompactionReport:
    """Compact one platform's landing. A board that cannot be read stays as it is, and is named."""
    report = CompactionReport(landing.platform)
    try:
        with landing.locked():
            report.bytes_before = _size(landing.folder)
            _Compaction(landing, due, report).run()
            report.bytes_after = _size(landing.folder)
    except OSError as error:
        raise StorageError(f"Cannot compact {landing.folder} ({error.strerror}): free space or mend it.") from error
    return report


class _Compaction:
    """One platform's, under its lock."""

    def __init__(self, landing: Landing, due: int, report: CompactionReport) -> None:
        self.landing = landing
        self.report = report
        self.places = dict(landing.packs.places())
        self.loose: dict[str, list[BoardCrawl]] = defaultdict(list)
        for crawl, _ in landing.crawls():
            if crawl.payload_count:
                self.loose[crawl.source_id].append(crawl)
        self.loose = {source: self._still_loose(source) for source in self.loose}
        self.chosen = {source for source, crawls in self.loose.items() if len(crawls) >= due}

    def run(self) -> None:
        """Pack, replace the list, delete what is no longer needed."""
        if self.chosen:
            self.chosen |= self._in_sparse_segments()
            moved = self._in_sparse_packs()
            packs = {source: pack for source in sorted(self.chosen) if (pack := self._packed(source)) is not None}
            self._write(packs, moved)
            self.report.boards = len(packs)
        self._delete_unneeded()

    def _still_loose(self, source: str) -> list[BoardCrawl]:
        """The crawls of a board that no readable pack holds."""
        try:
            packed = self.landing.packs.pack(self.places[source]).crawls if source in self.places else {}
        except StorageError:
            packed = {}
        return [crawl for crawl in self.loose[source] if (crawl.crawl_id, crawl.offset) not in packed]

    def _in_sparse_segments(self) -> set[str]:
        """Boards that alone would keep a segment of which most is packed already."""
        needed: Counter[str] = Counter()
        for source, crawls in self.loose.items():
            for crawl in crawls:
                needed[crawl.crawl_id] += 0 if source in self.chosen else crawl.length
        sizes = {p.name.removesuffix(".jsonl.zst"): p.stat().st_size for p in self.landing.folder.glob("*.jsonl.zst")}
        sparse = {name for name, length in needed.items() if length < _WORTH_KEEPING * sizes.get(name, 0)}
        return {source for source, crawls in self.loose.items() if any(c.crawl_id in sparse for c in crawls)}

    def _in_sparse_packs(self) -> list[Place]:
        """Frames that stay as they are, but lie in packs of which little else is needed."""
        stay = [place for source, place in self.places.items() if source not in self.chosen]
        needed: Counter[str] = Counter()
        for place in stay:
            needed[place.segment] += place.length
        sizes = {path.name: path.stat().st_size for path in self.landing.folder.glob("pack-*.zst")}
        return [place for place in stay if needed[place.segment] < _WORTH_KEEPING * sizes.get(place.segment, 0)]

    def _packed(self, source: str) -> Pack | None:
        """A board's old pack and its loose crawls as one."""
        try:
            old = self.landing.packs.pack(self.places[source]) if source in self.places else Pack({}, [])
            new = Pack(dict(old.crawls), list(old.lines))
            numbers = {_version(line): number for number, line in enumerate(new.lines)}
            for crawl in self.loose[source]:
                own = []
                for line in self.landing.lines(crawl):
                    number = numbers.setdefault(_version(line), len(new.lines))
                    new.lines[number : number + 1] = [line]
                    own.append(number)
                new.crawls[crawl.crawl_id, crawl.offset] = own
        except StorageError:
            self.report.damaged.append(source)
            return None
        return new

    def _write(self, packs: Mapping[str, Pack], moved: list[Place]) -> None:
        folder = self.landing.folder
        name = f"pack-{1 + max((int(path.name[5:-10]) for path in folder.glob('pack-*.jsonl.zst')), default=0):06d}"
        segment = f"{name}.jsonl.zst"
        with (folder / segment).open("xb") as file:
            for place in moved:
                data = (folder / place.segment).read_bytes()[place.offset : place.offset + place.length]
                self.places[place.source_id] = Place(place.source_id, segment, file.tell(), file.write(data))
            for source, pack in packs.items():
                self.places[source] = Place(source, segment, file.tell(), file.write(pack.frame(source)))
            file.flush()
            os.fsync(file.fileno())
        draft = folder / f"packs.jsonl{_DRAFT}"
        with draft.open("wb") as file:
            file.writelines(orjson.dumps(asdict(p), option=orjson.OPT_APPEND_NEWLINE) for p in self.places.values())
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.landing.packs.list)
        _sync(folder)

    def _delete_unneeded(self) -> None:
        """Segments of which no crawl is loose, those of killed crawls among them, and packs that hold no board."""
        loose = {crawl.crawl_id for source in list(self.loose) for crawl in self._still_loose(source)}
        held = {place.segment for place in self.places.values()}
        for path in self.landing.folder.glob("*.jsonl.zst"):
            if path.name not in held and path.name.removesuffix(".jsonl.zst") not in loose:
                path.unlink()


def _version(line: bytes) -> str:
    return str(orjson.loads(line)["content_hash"])


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*.zst"))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
