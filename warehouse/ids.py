"""Opaque, URL-safe ids and content hashes. Board names contain any character, so an id is never parsed."""

import hashlib
from typing import Any

import orjson

_SEPARATOR = "\x1f"


def opaque_id(*parts: str) -> str:
    """20 hexadecimal characters that are a function of the parts and their borders."""
    return hashlib.blake2b(_SEPARATOR.join(parts).encode(), digest_size=10).hexdigest()


def listing_id(source_id: str, identifier: str) -> str:
    """Id of one source record."""
    return opaque_id("listing", source_id, identifier)


def content_hash(payload: Any, volatile: frozenset[str] = frozenset()) -> str:
    """32 hexadecimal characters over a payload, whatever the order of its keys, without its volatile top-level keys."""
    kept = {key: value for key, value in payload.items() if key not in volatile} if volatile else payload
    return hashlib.blake2b(orjson.dumps(kept, option=orjson.OPT_SORT_KEYS), digest_size=16).hexdigest()
