"""Our crawl over loopback against bare Scrapy that fetches the same responses and throws them away, in the same run."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from spiders.sample_sites.server import serve

ROUNDS = 5
RECORDINGS = Path(__file__).parents[2] / "shared" / "data" / "replay" / "2026-08-22"
OURS = """
import logging, sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from spiders.board_spider import CrawlPlan
from spiders.crawl import crawl
from spiders.registry import load_csv
from warehouse.settings import Settings
logging.disable()
recordings, replay, platform, landing = sys.argv[1:]
sources = tuple(s for s in load_csv(Path(recordings) / "sources.csv") if s.platform == platform)
plan = CrawlPlan(platform, sources, "c", "r", datetime(2026, 8, 22, tzinfo=UTC))
started = perf_counter()
report = crawl(plan, Path(landing), Settings(replay=replay))
print(len(report.landed), perf_counter() - started)
"""
BARE = """
import logging, sys
from pathlib import Path
from time import perf_counter
import scrapy
import scrapy.core.downloader.contextfactory  # as ours does: not a part of the crawl
from scrapy.crawler import AsyncCrawlerProcess
from spiders.platforms import platforms
from spiders.registry import load_csv
logging.disable()
recordings, replay, platform, _ = sys.argv[1:]
sources = [s for s in load_csv(Path(recordings) / "sources.csv") if s.platform == platform]
urls = [f.url.split("://", 1)[1] for s in sources for f in platforms()[platform].requests(s)]
class Bare(scrapy.Spider):
    name = "bare"
    async def start(self):
        for url in urls:
            yield scrapy.Request(f"{replay}/{url}", dont_filter=True)
    def parse(self, response):
        pass
settings = {"LOG_INSTALL_ROOT_HANDLER": False, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "TELNETCONSOLE_ENABLED": False}
started = perf_counter()
process = AsyncCrawlerProcess(settings)
process.crawl(Bare)
process.start()
print(len(urls), perf_counter() - started)
"""


def seconds(script: str, replay: str, platform: str) -> tuple[int, float]:
    """Boards and seconds of one crawl, start-up of the process left out."""
    with tempfile.TemporaryDirectory() as landing:
        command = [sys.executable, "-c", script, str(RECORDINGS), replay, platform, landing]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    boards, took = done.stdout.split()[-2:]
    return int(boards), float(took)


def main() -> None:
    """Print the table."""
    if not RECORDINGS.exists():
        raise FileNotFoundError(2, "absent", str(RECORDINGS))
    print(f"boards a second over loopback, median of {ROUNDS}, answers parsed, compared and landed against thrown away")
    total = {"ours": 0.0, "bare": 0.0}
    with serve(RECORDINGS) as server:
        for platform in ("greenhouse", "ashby", "lever"):
            taken: dict[str, list[float]] = {"ours": [], "bare": []}
            for _ in range(ROUNDS):
                for name, script in (("ours", OURS), ("bare", BARE)):
                    boards, took = seconds(script, server.address, platform)
                    taken[name].append(took)
            ours, bare = median(taken["ours"]), median(taken["bare"])
            total = {"ours": total["ours"] + ours, "bare": total["bare"] + bare}
            print(_line(f"{platform} ({boards})", boards / ours, boards / bare, bare / ours))
    print(f"  all three: ratio {total['bare'] / total['ours']:.2f}")


def _line(name: str, ours: float, bare: float, ratio: float) -> str:
    return f"  {name:<18} ours {ours:6.0f}   bare Scrapy {bare:6.0f}   ratio {ratio:.2f}"


if __name__ == "__main__":
    main()
