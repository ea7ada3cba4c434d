"""The table of addresses (url_forms.yaml), compiled once: which platforms may own a host, and how their boards read."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_ANY_HOST = "*"
_TABLE = Path(__file__).with_name("url_forms.yaml")
#: what <NAME> in a form stands for; a part may use those below it
_PARTS = {
    "<TENANT>": r"(?P<board>(?!<OWN>\.)[a-z0-9_-]+)",
    "<OWN>": r"(?:www|app|api|apps|cdn|static|assets|help|support|developers?|docs|status)",
    "<SEGMENT>": (
        r"(?P<board>(?!(?:embed|api|v\d|js|css|assets|static|images|_next|favicon\.ico|robots\.txt|sitemap\.xml)"
        r"(?:[/?]|$))[^/?\s]+)"
    ),
    "<HOST>": r"(?P<host>[^/]+)",
    "<LOCALE>": r"(?:[a-z]{2}-(?:[a-z]{2}|\d{3})/)?",
    "<LOCALE_ONLY>": r"[a-z]{2}-(?:[a-z]{2}|\d{3})(?:[/?]|$)",
    "<UUID>": r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}",
}


@dataclass(frozen=True, slots=True)
class UrlForm:
    """One form of address: what it looks like, and how its parts make the registry's board."""

    platform: str
    pattern: re.Pattern[str]
    board: str

    def board_of(self, address: str) -> str | None:
        """The board of an address without scheme, or None where it has another form."""
        found = self.pattern.match(address)
        return self.board.format_map(found.groupdict()) if found else None


@dataclass(frozen=True, slots=True)
class Owners:
    """Who may own the hosts of one domain: platforms by name, and forms in the order of the table."""

    platforms: tuple[str, ...]
    forms: tuple[UrlForm, ...]


@cache
def owners_by_domain() -> dict[str, Owners]:
    """The table by domain."""
    rows = yaml.load(_TABLE.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    domains: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        for domain in row["domain"].split():
            domains.setdefault(domain, []).append(row)
    return {domain: _owners(rows) for domain, rows in domains.items()}


def owners_of(host: str) -> Owners | None:
    """Who owns a host's domain: its last two labels, or its last three (`co.kr` is no domain of anybody's)."""
    labels = host.rsplit(".", 3)
    owners = owners_by_domain()
    return owners.get(".".join(labels[-2:])) or owners.get(".".join(labels[-3:]))


def forms_of_any_host() -> tuple[UrlForm, ...]:
    """The forms whose path tells, whatever the host."""
    owners = owners_by_domain().get(_ANY_HOST)
    return owners.forms if owners else ()


def _owners(rows: list[dict[str, str]]) -> Owners:
    forms = tuple(
        UrlForm(row["platform"], _compiled(row["form"]), row.get("board", "{board}")) for row in rows if "form" in row
    )
    return Owners(tuple(dict.fromkeys(row["platform"] for row in rows)), forms)


def _compiled(form: str) -> re.Pattern[str]:
    for name, part in _PARTS.items():
        form = form.replace(name, part)
    return re.compile(form, re.IGNORECASE)
