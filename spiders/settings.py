"""Scrapy's settings: polite on the open internet, without delays under replay. One comment a departure."""

from typing import Any

from spiders.browser_extra import what_is_missing
from spiders.platforms.base import Platform
from spiders.replay_address import check_replay_address
from warehouse.settings import Settings

BOT_NAME = "rolecall"
_UNUSED_EXTENSIONS = (
    "scrapy.extensions.feedexport.FeedExporter",
    "scrapy.extensions.memdebug.MemoryDebugger",
    "scrapy.extensions.remote_control.RemoteControl",
    "scrapy.extensions.spiderstate.SpiderState",
    "scrapy.extensions.telnet.TelnetConsole",
)
#: no robots rule is broken, no cookie kept, one request at a time for a host
POLITE: dict[str, Any] = {
    "BOT_NAME": BOT_NAME,
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_REQUESTS": 16,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "AUTOTHROTTLE_ENABLED": True,
    "AUTOTHROTTLE_TARGET_CONCURRENCY": 1.0,
    "DOWNLOAD_TIMEOUT": 60,
    "DOWNLOAD_MAXSIZE": 64 * 1024 * 1024,
    "RETRY_TIMES": 2,
    # 503 and 429 mean "not now": asking again at once would be rude
    "RETRY_HTTP_CODES": [500, 502, 504, 522, 524, 408],
    "COOKIES_ENABLED": False,
    # a crawl listens on no port and exports nothing itself; None also keeps their modules from being loaded
    "EXTENSIONS": dict.fromkeys(_UNUSED_EXTENSIONS),
    # an answer yields one board at most: a hundred tasks to pass it on would stand idle
    "CONCURRENT_ITEMS": 1,
    # the check reads the source of every callback, and mypy has made it already
    "WARN_ON_GENERATOR_RETURN_VALUE": False,
    "LOG_LEVEL": "INFO",
    # the stats are in the crawl's report, not in a dump of many lines
    "STATS_DUMP": False,
    # whoever starts the crawl decides where its log goes
    "LOG_INSTALL_ROOT_HANDLER": False,
    "TWISTED_DNS_RESOLVER": "spiders.resolver.PublicResolver",
    # a proxy resolves names itself, so that nobody could say what is connected to
    "HTTPPROXY_ENABLED": False,
    "DOWNLOADER_MIDDLEWARES": {"spiders.politeness.Politeness": 590},
    "DOWNLOAD_HANDLERS": {
        **dict.fromkeys(("http", "https"), "spiders.politeness.PoliteDownloadHandler"),
        "bundled": "spiders.bundled.BundledDownloadHandler",
        **dict.fromkeys(("ftp", "file", "s3", "data")),
    },
    "ITEM_PIPELINES": {"spiders.landing_pipeline.LandingPipeline": 100},
    # a page of listings is large; the log must not hold it
    "LOG_FORMATTER": "spiders.log_format.QuietItems",
}
#: last before the spider: what it renders has been redirected, retried and unpacked
RENDERED = {"spiders.browser.Rendering": 50}
_REPLAY_HANDLER = "spiders.replay.ReplayDownloadHandler"
#: nothing can leave: both web schemes go to the replay server, no other scheme but ours is served
REPLAYED: dict[str, Any] = {
    "DOWNLOAD_HANDLERS": {
        **POLITE["DOWNLOAD_HANDLERS"],
        "http": _REPLAY_HANDLER,
        "https": _REPLAY_HANDLER,
    },
    "TWISTED_DNS_RESOLVER": "scrapy.resolver.CachingThreadedResolver",
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
}


def scrapy_settings(settings: Settings, platform: Platform) -> dict[str, Any]:
    """The settings of one platform's crawl.

    Raises UsageError where ROLECALL_REPLAY is not an address on this machine.
    """
    chosen = {**POLITE, "USER_AGENT": settings.user_agent, "DOWNLOAD_DELAY": platform.delay_s}
    if platform.needs_browser and what_is_missing() is None:
        chosen["DOWNLOADER_MIDDLEWARES"] = POLITE["DOWNLOADER_MIDDLEWARES"] | RENDERED
    if settings.replay:
        chosen |= REPLAYED | {"ROLECALL_REPLAY": check_replay_address(settings.replay)}
    return chosen
