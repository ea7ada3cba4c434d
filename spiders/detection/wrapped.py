"""Addresses that stand inside another: mail filters, link trackers. Known wrappers are opened, not any `?url=`."""

import re
from urllib.parse import unquote

#: hosts that lead on to the address in a parameter
_CARRIERS = re.compile(
    r"(?:[\w-]+\.safelinks\.protection\.outlook\.com|(?:www\.)?google\.[a-z.]+/url|www\.linkedin\.com/(?:redir/redirect|safety/go)"
    r"|l[m]?\.(?:facebook|instagram)\.com|(?:www\.)?youtube\.com/redirect|slack-redir\.net/link|out\.reddit\.com)"
    r"[^?]*\?(?:.*&)?(?:url|u|q)=(?P<url>[^&]+)",
    re.IGNORECASE,
)
_FILTER_V3 = re.compile(r"urldefense(?:\.proofpoint)?\.com/v3/__(?P<url>.+?)__;", re.IGNORECASE)
_FILTER_V2 = re.compile(r"urldefense(?:\.proofpoint)?\.com/v[12]/url\?(?:.*&)?u=(?P<url>[^&]+)", re.IGNORECASE)
_HEX = re.compile(r"-([0-9A-F]{2})")


def wrapped(address: str) -> str | None:
    """The address that a wrapper's address (host/path?query) leads to, or None where it is no wrapper."""
    if found := _CARRIERS.match(address):
        return unquote(found["url"])
    if found := _FILTER_V3.match(address):
        return found["url"]
    if found := _FILTER_V2.match(address):
        return unquote(_HEX.sub(r"%\1", found["url"]).replace("_", "/"))
    return None
