"""A crawl's own process: told what to crawl by its Dagster run through Pipes, it logs and reports back the same way.

Imports dagster_pipes (small) and never dagster; started as `python -m dagster_project.crawl_child`.
"""

import logging
import warnings
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from dagster_pipes import PipesContext, open_dagster_pipes

from spiders.board_spider import CrawlPlan
from spiders.crawl import CrawlReport, crawl
from spiders.log_lines import OneLine, secrets_of
from spiders.platforms.base import Source
from warehouse.settings import Settings

#: of Scrapy's own loggers only these say something an operator reads
_QUIET = ("scrapy.middleware", "scrapy.crawler", "scrapy.addons", "scrapy.utils.log", "py.warnings", "asyncio")


def main() -> None:
    """Crawl one plan."""
    warnings.simplefilter("default")
    with open_dagster_pipes() as pipes:
        _log_to(pipes, Settings())
        extras = dict(pipes.extras)
        plan = CrawlPlan(
            platform=extras["platform"],
            sources=tuple(Source(**source) for source in extras["sources"]),
            crawl_id=extras["crawl_id"],
            run_id=extras["run_id"],
            as_of=datetime.fromisoformat(extras["as_of"]),
        )
        settings = Settings(replay=extras["replay"])
        pipes.report_custom_message(_message(crawl(plan, Path(extras["landing"]), settings)))


def _log_to(pipes: "PipesContext", settings: Settings) -> None:
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    one_line = OneLine(secrets_of(settings))
    for handler in pipes.log.handlers:
        handler.addFilter(one_line)
        root.addHandler(handler)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _message(report: CrawlReport) -> dict[str, Any]:
    return {
        "outcomes": dict(Counter(crawl.outcome.value for crawl in report.landed)),
        "payloads": sum(crawl.payload_count for crawl in report.landed),
        "boards": [
            {
                "source_id": crawl.source_id,
                "outcome": crawl.outcome.value,
                "reason": crawl.reason.value if crawl.reason else None,
                "detail": crawl.detail,
                "payloads": crawl.payload_count,
            }
            for crawl in report.landed
        ],
        "stats": {name: value for name, value in report.stats.items() if isinstance(value, int | float | str)},
    }


if __name__ == "__main__":
    main()
