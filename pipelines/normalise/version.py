"""Which code read a listing: a changed reader or rule re-reads what has landed, without asking any site."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

from spiders.platforms.base import Platform
from spiders.reader import reader_version

_HERE = Path(__file__).parent
_SHARED = tuple(_HERE.parent / name for name in ("html.py", "html_lines.py", "companies.py"))


@cache
def _rules_version() -> str:
    files = [*sorted(_HERE.rglob("*.py")), *_SHARED]
    return blake2b(b"".join(file.read_bytes() for file in files if file.exists()), digest_size=8).hexdigest()


def version_of(platform: Platform) -> str:
    """Hash of the code that turns this platform's payloads into rows."""
    return f"{reader_version(platform)}-{_rules_version()}"
