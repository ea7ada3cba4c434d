"""Which failures are tried again: those that pass by themselves, here and nowhere else.

A request is tried again by Scrapy, inside the crawl; a crawl that dies is an outcome, made good by the next run. So no
step of a crawl is tried again, no run is, and a retry never stands inside another.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from warehouse.errors import StorageBusy

MOST_RETRIES = 3
WAIT_S = 20.0


@contextmanager
def again_if_passing() -> Iterator[None]:
    """A step that meets a file held by another process asks for another try; any other failure is final at once."""
    try:
        yield
    except StorageBusy as error:
        raise dg.RetryRequested(max_retries=MOST_RETRIES, seconds_to_wait=WAIT_S) from error
