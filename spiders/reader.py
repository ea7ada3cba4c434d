"""Reading landed payloads: a platform's reader with every foreseeable failure turned into a reject."""

from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from inspect import getsourcefile
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

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
        return checked(platform.read(source, payload))
    except KeyError as error:
        raise PayloadError(RejectReason.MISSING_FIELD, f"no {error.args[0]!r}") from error
    except (TypeError, AttributeError, IndexError) as error:
        raise PayloadError(RejectReason.WRONG_TYPE, str(error)) from error
    except (ValueError, ArithmeticError) as error:
        raise PayloadError(RejectReason.INVALID_VALUE, str(error)) from error


def checked(reading: Reading) -> Reading:
    """A reading whose values have the types it declares; a platform's file copies what the payload holds.

    Raises TypeError naming the first that has not.
    """
    _check(reading)
    return reading


def _check(part: Any) -> None:
    for name, kinds, parts in _declared(part.__class__):
        value = getattr(part, name)
        if not isinstance(value, kinds):
            raise TypeError(f"{name} is {type(value).__name__}: {value!r:.80}")
        if value and parts is not None:
            for item in value if isinstance(value, list) else (value,):
                if not isinstance(item, parts):
                    raise TypeError(f"{name} holds {type(item).__name__}: {item!r:.80}")
                if parts is not str:
                    _check(item)


@cache
def _declared(kind: type) -> tuple[tuple[str, tuple[type, ...], type | None], ...]:
    """Each field of a reading: its types, and what it is made of where that is to be looked at, too."""
    hints = get_type_hints(kind)
    return tuple((field.name, *_kinds(hints[field.name])) for field in fields(kind))


def _kinds(hint: Any) -> tuple[tuple[type, ...], type | None]:
    if get_origin(hint) is list:
        return (list,), get_args(hint)[0]
    kinds = get_args(hint) or (hint,)
    part = next((one for one in kinds if isinstance(one, type) and is_dataclass(one)), None)
    return ((*kinds, int) if float in kinds else tuple(kinds)), part


def identifier_of(platform: Platform, payload: Any) -> str | None:
    """The platform's own id of a payload, or None where it has none."""
    try:
        return platform.identifier(payload) or None
    except (KeyError, TypeError, AttributeError, ValueError, IndexError):
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
