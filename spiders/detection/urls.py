"""Which platform and board a careers URL belongs to, from the URL alone. Pages: `pages`; fetching them: `visit`."""

from collections.abc import Iterable

from spiders.detection.address import bare_address
from spiders.detection.known_hosts import board_on
from spiders.detection.url_forms import UrlForm, forms_of_any_host, owners_of
from spiders.detection.wrapped import wrapped
from spiders.platforms import platforms


def detect(url: str) -> tuple[str, str] | None:
    """(platform, board) of a careers URL, or None where neither its form nor the registry tells. No network."""
    split = _opened(url)
    return (_by_form(*split) or board_on(split[0])) if split else None


def detect_by_form(url: str) -> tuple[str, str] | None:
    """(platform, board) of a careers URL by its form alone: what holds for an employer nobody has listed yet.

    The platform may be one that nobody reads yet. A platform's own file is asked before the table of URL forms.
    """
    split = _opened(url)
    return _by_form(*split) if split else None


def _opened(url: str) -> tuple[str, str] | None:
    """Host and address of a URL, taken out of the filter or tracker it came in."""
    split = bare_address(url)
    inner = wrapped(split[1]) if split else None
    return bare_address(inner) if inner else split


def _by_form(host: str, address: str) -> tuple[str, str] | None:
    return _by_domain(host, address) or _asked(platforms(), address) or _formed(forms_of_any_host(), address)


def _by_domain(host: str, address: str) -> tuple[str, str] | None:
    """What those say who own the host's domain: the quick way, which nearly every address of a platform takes."""
    if owners := owners_of(host):
        return _asked(owners.platforms, address) or _formed(owners.forms, address)
    return None


def _asked(names: Iterable[str], address: str) -> tuple[str, str] | None:
    known = platforms()
    for name in names:
        if name in known and (board := known[name].board_of(address)):
            return name, board
    return None


def _formed(forms: Iterable[UrlForm], address: str) -> tuple[str, str] | None:
    for form in forms:
        if board := form.board_of(address):
            return form.platform, board
    return None
