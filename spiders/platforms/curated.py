"""Practice that we list ourselves: exercises, cases and question banks of a discipline, linked and not copied.

File: spiders/registry/curated/<board>.yaml, a file of ours (not http: no site is asked, see `spiders.bundled`).
Titles, addresses and who publishes are facts, the words about an entry are ours. One more entry is one line there, one
more discipline one file and a line in registry/challenges.yaml.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import ClassVar

import yaml

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading
from warehouse.vocabulary import ListingKind, RejectReason

_BOARD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Curated(Platform):
    """One file of links."""

    name = "curated"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    cadence_h: ClassVar[int] = 1  # asks nobody

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The file. Raises ValueError for a board that can be no file's name."""
        if not _BOARD.fullmatch(source.board):
            raise ValueError(f"a curated list is named in small letters and hyphens, not {source.board!r}")
        yield Fetch(f"bundled://curated/{source.board}.yaml")

    def page(self, source: Source, answer: Answer) -> Page:
        """Its entries, each with the discipline of the file."""
        try:
            document = yaml.safe_load(answer.text)
        except yaml.YAMLError as error:
            raise PayloadError(RejectReason.WRONG_TYPE, f"not YAML: {error}") from error
        if not isinstance(document, dict) or not isinstance(document.get("discipline"), str):
            raise PayloadError(RejectReason.WRONG_TYPE, f"no discipline in {source.board}")
        entries = payloads_of(document.get("entries"), '"entries"')
        return Page([{"discipline": document["discipline"], **entry} for entry in entries], total=len(entries))

    def identifier(self, payload: Payload) -> str:
        """The address without its scheme."""
        return required_text(payload, "url").partition("://")[2].rstrip("/")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One entry; it has no end."""
        discipline, kind = required_text(payload, "discipline"), required_text(payload, "kind")
        said = [f"{discipline} {kind}: {required_text(payload, 'about')}", optional_text(payload.get("access"))]
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "title"),
            url=required_text(payload, "url"),
            kind=kind,
            organizer=optional_text(payload.get("by")),
            is_evergreen=True,
            attendance="online",
            themes=[discipline],
            language="en",
            description_html="".join(f"<p>{escape(line)}</p>" for line in said if line),
        )


PLATFORM = Curated()
