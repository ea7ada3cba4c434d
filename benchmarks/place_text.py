"""Country and kind of workplace read from the location text alone, beside what recorded Ashby postings state apart.

Country: the structured address, each location of a posting by itself, is hidden, and the first place its text names is
compared with the country of the address. An address is one place even where the text names several: then any of them
may be the one. A text that names a group of countries ("EMEA") or none is not answered. Workplace: the field, where the
recording has one, against what flag, place, title and text come to without it. Distinct texts are counted once too,
because a few employers have most of the postings.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from benchmarks.pay_text import RUN, recorded_postings
from pipelines.normalise.places.countries import stated_country
from pipelines.normalise.places.reading import read_places
from pipelines.normalise.postings import normalise_posting
from spiders.platforms import platforms
from spiders.platforms.base import Payload, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading


@dataclass(slots=True)
class Figure:
    """How many answers there could be, were given, and were right; the wrong ones and the texts not answered."""

    asked: int = 0
    answered: int = 0
    right: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, found: Iterable[str | None], truth: str) -> None:
        """Take in one question: the answers read, of which one may be right."""
        answers = [answer for answer in found if answer]
        self.asked += 1
        self.answered += bool(answers)
        self.right += truth in answers
        if not answers:
            self.silent[f"{text} ({truth})"] += 1
        elif truth not in answers:
            self.wrong[f"{text}: {'/'.join(answers)}, structure {truth}"] += 1

    def line(self) -> str:
        """The figure in words."""
        share = self.right / (self.answered or 1)
        return (
            f"{self.asked} asked, {self.answered} answered ({self.answered / (self.asked or 1):.1%}), right {share:.1%}"
        )


def addresses() -> Iterator[tuple[str, str]]:
    """Every location text of the recorded Ashby postings with the country of its address."""
    for _, payload in recorded_postings():
        for stated in (payload, *(payload.get("secondaryLocations") or ())):
            address = (stated.get("address") or {}).get("postalAddress") or {}
            country = stated_country(address.get("addressCountry"))
            if country and stated.get("location"):
                yield stated["location"], country


def countries(pairs: Iterable[tuple[str, str]]) -> Figure:
    """The countries of texts against those of their addresses."""
    figure = Figure()
    for text, country in pairs:
        figure.add(text, [place.country for place in read_places([PlaceReading(text)])], country)
    return figure


def workplaces() -> Figure:
    """The workplace without the platform's field against that field."""
    figure = Figure()
    for source, payload in recorded_postings():
        reading = _read(source, payload)
        if reading is None or not reading.workplace:
            continue
        truth = normalise_posting(reading, source, today=RUN.as_of.date())["workplace_type"]
        bare = normalise_posting(replace(reading, workplace=None), source, today=RUN.as_of.date())
        texts = "; ".join(place.text or "" for place in reading.places)
        figure.add(f"{source.board}, {texts}, flag {reading.is_remote}", [_word(bare["workplace_type"])], str(truth))
    return figure


def _word(workplace: object) -> str | None:
    return None if workplace is None else str(workplace)


def _read(source: Source, payload: Payload) -> PostingReading | None:
    try:
        reading = read_payload(platforms()["ashby"], source, payload)
    except PayloadError:
        return None
    return reading if isinstance(reading, PostingReading) else None


def main() -> None:
    """Print the figures and what was wrong."""
    pairs = list(addresses())
    for name, figure in (
        ("country, every location", countries(pairs)),
        ("country, each text and country once", countries(dict.fromkeys(pairs))),
        ("workplace", workplaces()),
    ):
        print(f"{name}: {figure.line()}")
        for kind, texts in (("wrong", figure.wrong), ("not answered", figure.silent)):
            for text, count in texts.most_common(40):
                print(f"    {kind} {count}x {text}")


if __name__ == "__main__":
    main()
