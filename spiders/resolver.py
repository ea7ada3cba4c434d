"""The resolver of crawls: a name that stands for an address that is not public does not exist.

What it returns is what gets connected to, so a name that changes its address between two look-ups (DNS rebinding), a
redirect or a link makes no difference. Under replay no name is resolved at all.
"""

from collections.abc import Sequence

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred

from spiders.public_addresses import checked


class PublicResolver(CachingThreadedResolver):
    """Scrapy's resolver; a name that stands for an address that is not public does not exist."""

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":  # noqa: N802 - Twisted's name
        """The address to connect to."""
        found: Deferred[str] = super().getHostByName(name, timeout)
        return found.addCallback(checked, name)
