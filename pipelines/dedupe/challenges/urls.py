"""Addresses of challenge pages: one spelling for one page, however a directory links to it."""

from urllib.parse import parse_qsl, urlencode, urlsplit

#: what directories add to say who sent the visitor
_TRACKING = frozenset(
    {"ref", "ref_feature", "ref_medium", "ref_content", "source", "fbclid", "gclid", "mc_cid", "mc_eid"}
)
_TRACKING_PREFIX = "utm_"
#: older paths of the same page: host, old first segment -> new one
_MOVED = {("kaggle.com", "c"): "competitions", ("dare2compete.com", "o"): "o"}


def page_key(url: str) -> str | None:
    """Host, path and telling query of a page in one spelling; None where the address is no web page.

    Scheme, `www.`, letter case of the host, a last slash, a fragment and tracking parameters do not tell pages apart.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return None
    segments = [segment for segment in parts.path.split("/") if segment]
    if segments:
        segments[0] = _MOVED.get((host, segments[0]), segments[0])
    asked = parse_qsl(parts.query, keep_blank_values=True)
    telling = sorted((key, value) for key, value in asked if not _is_tracking(key.lower()))
    query = f"?{urlencode(telling)}" if telling else ""
    return f"{host}{port}/{'/'.join(segments)}{query}"


def _is_tracking(key: str) -> bool:
    return key in _TRACKING or key.startswith(_TRACKING_PREFIX)
