"""One spelling for the many ways an address is written. Here: taking apart; not: what an address means."""

import re
from urllib.parse import unquote

_SCHEME = re.compile(r"https?:/{1,2}|//", re.IGNORECASE)
_ENCODED = re.compile(r"https?%3a%2f%2f", re.IGNORECASE)
_HOST = re.compile(r"[^/?#]*")
_PORT = re.compile(r":(?:80|443)?$")
_PLAIN_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]+$")
_SLASHES = re.compile(r"/{2,}")
#: parameters that somebody hung on without a question mark
_LOOSE_QUERY = re.compile(r"&(?=[\w.-]+=)")
_AROUND = " \t\r\n<>\"'([`"
#: what a sentence leaves behind an address; a full stop may belong to a board
_BEHIND = _AROUND + ")],;"
#: longer is no careers address but somebody's tracking, and time to search
_LONGEST = 4096


def bare_address(url: str) -> tuple[str, str] | None:
    """(host, host/path?query) of a web address, host in lower case, without scheme, user, usual port and fragment.

    None for what is no web address: another scheme, no host, a host without a dot, or no end.
    """
    text = url.strip(_AROUND).rstrip(_BEHIND)
    if _ENCODED.match(text):
        text = unquote(text)
    if scheme := _SCHEME.match(text):
        text = text[scheme.end() :]
    authority = _HOST.match(text)[0]  # type: ignore[index]  # matches the empty string too
    host = _PORT.sub("", authority.rpartition("@")[2]).rstrip(".").lower()
    if len(text) > _LONGEST or not _PLAIN_HOST.match(host):
        return None
    rest = text[len(authority) :].partition("#")[0].replace("&amp;", "&").replace(" ", "%20")
    if "&" in rest and "?" not in rest:
        rest = _LOOSE_QUERY.sub("?", rest, count=1)
    path, mark, query = rest.partition("?")
    return host, f"{host}{_SLASHES.sub('/', path)}{mark}{query}"
