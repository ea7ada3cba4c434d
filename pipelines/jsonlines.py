"""One line of JSON Lines: an object that has what it must, or the reason why it cannot be used."""

import orjson


def read_object(line: bytes, required: tuple[str, ...]) -> dict[str, object] | str:
    """The line's object, or what is wrong with it."""
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return f"not JSON: {error}"
    missing = [key for key in required if not isinstance(value, dict) or value.get(key) in (None, "")]
    return f"needs {', '.join(missing)}" if missing else value
