"""Opaque, URL-safe ids and content hashes. Board names contain any character, so an id is never parsed."""

import hashlib
from datetime import date
from typing import Any

import orjson

_SEPARATOR = "\x1f"
#: no platform's payloads are nested half as deep
_DEEPEST = 100


def opaque_id(*parts: str) -> str:
    """20 hexadecimal characters that are a function of the parts and their borders."""
    return hashlib.blake2b(_SEPARATOR.join(parts).encode(), digest_size=10).hexdigest()


def listing_id(source_id: str, identifier: str) -> str:
    """Id of one source record."""
    return opaque_id("listing", source_id, identifier)


def canonical_json(payload: Any, without: frozenset[str] = frozenset()) -> bytes:
    """A payload as JSON in which the order of keys says nothing, without some of its top-level keys."""
    kept = {key: value for key, value in payload.items() if key not in without} if without else payload
    try:
        return orjson.dumps(kept, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        return orjson.dumps(storable(kept), option=orjson.OPT_SORT_KEYS)


def storable(value: Any, depth: int = 0) -> Any:
    """A payload that every reader of JSON takes: what JSON cannot hold is what is nearest, or null; never an error.

    Half a surrogate pair, which is no text in any encoding, is a question mark; a number beyond 64 bits is the float
    that JSON's readers take it for; what lies deeper than anything that is read is null.
    """
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict | list | tuple) and depth >= _DEEPEST:
        return None
    if isinstance(value, dict):
        return {storable(str(key)): storable(held, depth + 1) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [storable(held, depth + 1) for held in value]
    if isinstance(value, int):
        return value if -(2**63) <= value < 2**64 else _nearest(value)
    return value if value is None or isinstance(value, float | date) else str(value)


def _nearest(value: int) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None


def content_hash(canonical: bytes) -> str:
    """32 hexadecimal characters over canonical JSON."""
    return hashlib.sha256(canonical).hexdigest()[:32]
