"""One line of JSON Lines: an object that has what it must, or the reason why it cannot be used; its values as text."""

from collections.abc import Sequence
from typing import Any

import orjson

_TEXT = frozenset({str, type(None)})


def read_object(line: bytes, required: tuple[str, ...]) -> dict[str, object] | str:
    """The line's object, or what is wrong with it."""
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return f"not JSON: {error}"
    missing = [key for key in required if not isinstance(value, dict) or value.get(key) in (None, "")]
    return f"needs {', '.join(missing)}" if missing else value


def as_texts(values: Sequence[object]) -> Sequence[Any]:
    """The values as text, whatever they are; null stays null."""
    if _TEXT.issuperset(map(type, values)):
        return values
    return [None if value is None else str(value) for value in values]
