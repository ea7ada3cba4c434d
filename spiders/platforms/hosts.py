"""Boards that are hosts: which names may be asked, and which addresses belong to one. Nothing that reads a payload."""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]\Z", re.IGNORECASE)


def checked_host(name: str) -> str:
    """A host's name in small letters. Raises ValueError where it is none: an address, a path, a machine's number."""
    if not _HOST.match(name):
        raise ValueError(f"not the name of a host: {name!r:.80}")
    return name.lower()


def is_on_host(url: str, host: str) -> bool:
    """Whether an absolute web address is one of the host's."""
    try:
        parts = urlsplit(url)
        is_plain = parts.username is None and parts.port in {None, 80, 443}
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and is_plain and (parts.hostname or "").lower() == host.lower()
