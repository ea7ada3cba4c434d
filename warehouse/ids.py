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


def canonical_json(payload: Any, without: frozenset[str] = frozenset()) -> bytes:
    """A payload as JSON in which the order of keys says nothing, without some of its top-level keys."""
    kept = {key: value for key, value in payload.items() if key not in without} if without else payload
    try:
        return orjson.dumps(kept, option=orjson.OPT_SORT_KEYS)
    except TypeError:  # half a surrogate pair, which is no text in any encoding
        return orjson.dumps(_whole_text(kept), option=orjson.OPT_SORT_KEYS)


def _whole_text(value: Any) -> Any:
    """A payload in which half surrogate pairs are question marks."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole_text(key): _whole_text(held) for key, held in value.items()}
    return [_whole_text(held) for held in value] if isinstance(value, list) else value


def content_hash(canonical: bytes) -> str:
    """32 hexadecimal characters over canonical JSON."""
    return hashlib.sha256(canonical).hexdigest()[:32]
