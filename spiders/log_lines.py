"""The crawl's log: one line an event, `event key=value ...`, without secrets, page bodies or line ends."""

import json
import logging
import re
import traceback
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import SecretStr

from warehouse.settings import Settings

_LONGEST = 300
_EVENT = re.compile(r"[a-z][a-z_]*")
_PLAIN = re.compile(r"[^\s\"=\\]+")
_HIDDEN = "[secret]"
#: an address may carry its key with it
_KEY_IN_URL = re.compile(
    r"(?i)([?&](?:[a-z_]*(?:key|token|secret|password|signature))=)[^&\s\"']+|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"
)


class OneLine(logging.Filter):
    """Rewrites every record that passes into one event line; on a handler, it sees those of every library.

    A record whose message is one word and whose arguments are named is an event of ours; others become `log`.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = sorted((secret for secret in secrets if secret), key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, as one line."""
        record.msg, record.args, record.exc_info = self._line(record), (), None
        return True

    def _line(self, record: logging.LogRecord) -> str:
        fields: dict[str, Any] = {}
        if isinstance(record.args, Mapping) and _EVENT.fullmatch(str(record.msg)):
            event = str(record.msg)
            fields |= {str(name): value for name, value in record.args.items()}
        else:
            event = "log"
            fields |= {"logger": record.name, "message": _message(record)}
        if record.exc_info and record.exc_info[1] is not None:
            fields |= _error(record.exc_info[1])
        return self._without_secrets(
            " ".join([event, *(f"{n}={_value(v)}" for n, v in fields.items() if v is not None)])
        )

    def _without_secrets(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, _HIDDEN)
        return _KEY_IN_URL.sub(lambda found: f"{found[1] or ''}{_HIDDEN}", line)


def secrets_of(settings: Settings) -> list[str]:
    """What no log may show: every setting that is kept secret, and the parts of `username:key`."""
    found = [value.get_secret_value() for _, value in settings if isinstance(value, SecretStr)]
    return [*found, *(part for value in found for part in value.split(":")[1:] if len(part) > 4)]


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):  # a library's own mistake must not cost the line
        return str(record.msg)


def _error(error: BaseException) -> dict[str, str]:
    """What happened and where, instead of a traceback of many lines."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else None
    return {"error": type(error).__name__, "said": str(error)} | ({"at": where} if where else {})


def _value(value: Any) -> str:
    text = " ".join(str(value).split())
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
