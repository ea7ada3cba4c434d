"""Reading landed payloads: a platform's reader with every foreseeable failure turned into a reject."""

from functools import cache
from hashlib import blake2b
from inspect import getsourcefile
from pathlib import Path
from typing import Any

from spiders.platforms import base, platforms
from spiders.platforms.base import Payload, Platform, Reading, Source
from warehouse.errors import PayloadError
from warehouse.vocabulary import RejectReason


def read_payload(platform: Platform, source: Source, payload: Payload) -> Reading:
    """One payload as a reading.

    Raises PayloadError: `missing_field` where a required key is absent, `wrong_type` where a value has another shape
    than the platform documents, `invalid_value` where it cannot be converted.
    """
    try:
        return platform.read(source, payload)
    except KeyError as error:
        raise PayloadError(RejectReason.MISSING_FIELD, f"no {error.args[0]!r}") from error
    except (TypeError, AttributeError, IndexError) as error:
        raise PayloadError(RejectReason.WRONG_TYPE, str(error)) from error
    except (ValueError, ArithmeticError) as error:
        raise PayloadError(RejectReason.INVALID_VALUE, str(error)) from error


def identifier_of(platform: Platform, payload: Any) -> str | None:
    """The platform's own id of a payload, or None where it has none."""
    try:
        return platform.identifier(payload) or None
    except (KeyError, TypeError, AttributeError):
        return None


@cache
def reader_version(platform: Platform) -> str:
    """Hash of the platform's source file and of what platforms share: a changed reader re-reads what has landed."""
    folder = Path(base.__file__).parent
    kinds = (kind for kind in type(platform).__mro__ if issubclass(kind, Platform) and kind is not Platform)
    own = {Path(getsourcefile(kind) or "") for kind in kinds}
    shared = {path for path in folder.glob("*.py") if path.stem not in platforms()} - {Path(base.__file__)}
    files = sorted(path for path in own | shared if path.parent == folder)
    return blake2b(b"".join(file.read_bytes() for file in files), digest_size=8).hexdigest()
