"""Which platform and board a careers URL belongs to, from the URL alone. Pages: `pages`; fetching them: `visit`."""

from collections.abc import Iterable

from spiders.detection.address import bare_address
from spiders.detection.url_forms import UrlForm, forms_of_any_host, owners_by_domain
from spiders.platforms import platforms


def detect(url: str) -> tuple[str, str] | None:
    """(platform, board) of a careers URL, or None where the URL alone does not tell. No network.

    The platform may be one that nobody reads yet. A platform's own file is asked before the table of URL forms.
    """
    split = bare_address(url)
    if split is None:
        return None
    host, address = split
    return _by_domain(host, address) or _asked(platforms(), address) or _formed(forms_of_any_host(), address)


def _by_domain(host: str, address: str) -> tuple[str, str] | None:
    """What those say who own the host's domain: the quick way, which nearly every address of a platform takes."""
    for domain in _domains(host):
        if owners := owners_by_domain().get(domain):
            return _asked(owners.platforms, address) or _formed(owners.forms, address)
    return None


def _domains(host: str) -> tuple[str, ...]:
    """The last two labels of a host, and the last three (`co.kr` is no domain of anybody's)."""
    labels = host.rsplit(".", 3)
    return ".".join(labels[-2:]), ".".join(labels[-3:])


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
