"""Replay: every outgoing request is fetched from a replay server on loopback, and nothing leaves for anywhere else.

A download handler, not a middleware: robots.txt, per-host slots, cookies, redirects and `response.url` keep seeing the
original URL.
"""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from spiders.politeness import PoliteDownloadHandler
from spiders.replay_address import check_replay_address, replay_url


class ReplayDownloadHandler(PoliteDownloadHandler):
    """Fetches from the replay server named by the setting ROLECALL_REPLAY, and answers under the original URL."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._base = check_replay_address(crawler.settings["ROLECALL_REPLAY"])

    async def fetched(self, request: Request) -> Response:
        """The replayed response, with the URL that was asked for."""
        replayed = request.replace(url=replay_url(self._base, request.url))
        response = await super().fetched(replayed)
        if "download_latency" in replayed.meta:
            request.meta["download_latency"] = replayed.meta["download_latency"]
        # not response.replace(): it decodes the whole body to learn its encoding
        return type(response)(
            request.url,
            status=response.status,
            headers=response.headers,
            body=response.body,
            flags=response.flags,
            request=request,
            certificate=response.certificate,
            ip_address=response.ip_address,
            protocol=response.protocol,
        )
