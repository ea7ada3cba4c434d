"""Where a replay server is, and where it answers for a URL. No Scrapy here: the command line checks addresses too."""

from urllib.parse import urlsplit

from warehouse.errors import UsageError

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def replay_url(base: str, url: str) -> str:
    """Where the replay server answers for a URL: `https://HOST/PATH?QUERY` is at `BASE/HOST/PATH?QUERY`."""
    return f"{base.rstrip('/')}/{url.split('://', 1)[1]}"


def check_replay_address(base: str) -> str:
    """The address, checked to be on this machine.

    Raises UsageError where it is not `http://` on loopback.
    """
    parts = urlsplit(base)
    if parts.scheme != "http" or parts.hostname not in _LOOPBACK:
        raise UsageError(
            f"ROLECALL_REPLAY must be http://127.0.0.1:PORT, not {base!r}: `rolecall sample-sites` prints it."
        )
    return base
