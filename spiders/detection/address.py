"""One spelling for the many ways an address is written. Here: taking apart; not: what an address means."""

import re

_SCHEME = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_HOST = re.compile(r"[^/?#]*")
_PORT = re.compile(r":(?:80|443)?$")
_PLAIN_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]+$")
_SLASHES = re.compile(r"/{2,}")
#: longer is no careers address but somebody's tracking, and time to search
_LONGEST = 4096


def bare_address(url: str) -> tuple[str, str] | None:
    """(host, host/path?query) of a web address, host in lower case, without scheme, user, usual port and fragment.

    None for what is no web address: another scheme, no host, a host without a dot, or no end.
    """
    text = url.strip(" \t\r\n<>\"'")
    if scheme := _SCHEME.match(text):
        text = text[scheme.end() :]
    authority = _HOST.match(text)[0]  # type: ignore[index]  # matches the empty string too
    host = _PORT.sub("", authority.rpartition("@")[2]).rstrip(".").lower()
    if len(text) > _LONGEST or not _PLAIN_HOST.match(host):
        return None
    rest = text[len(authority) :].partition("#")[0].replace("&amp;", "&").replace(" ", "%20")
    path, mark, query = rest.partition("?")
    return host, f"{host}{_SLASHES.sub('/', path)}{mark}{query}"
