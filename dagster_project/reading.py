"""One raw response to normalised listings, for `rolecall read`: the crawl's splitting, then the pipeline's reading."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import orjson

from pipelines.normalise.rows import normalised_row
from spiders.platforms import platforms
from spiders.platforms.base import Answer, Source
from spiders.reader import identifier_of
from warehouse.errors import PayloadError
from warehouse.run import Run
from warehouse.vocabulary import RejectReason

_JSON_COLUMNS = ("places", "salaries")
_INTERNAL = ("facts",)


def read_document(source: Source, text: str, as_of: datetime) -> Iterator[dict[str, Any] | PayloadError]:
    """Each payload of a response as a normalised listing, or as the error that made it a reject.

    Raises PayloadError where the response as a whole is not what the platform sends.
    """
    platform = platforms()[source.platform]
    run = Run("read", as_of)
    try:
        page = platform.page(source, Answer(url="", text=text))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise PayloadError(RejectReason.WRONG_TYPE, f"{type(error).__name__}: {error}") from error
    # where texts lie on detail pages, a list holds entries only: they are read as they are
    entries = [fetch.carried for fetch in page.follow if fetch.detail_of is not None and fetch.carried is not None]
    for payload in page.payloads or entries:
        try:
            row = normalised_row(platform, source, payload, run)
        except PayloadError as error:
            yield error
            continue
        kept = {name: value for name, value in row.items() if name not in _INTERNAL}
        for name in _JSON_COLUMNS:
            if isinstance(kept.get(name), str):
                kept[name] = orjson.loads(str(kept[name]))
        yield {"source_id": source.source_id, "identifier": identifier_of(platform, payload), **kept}
