"""What a growing cluster knows of its vacancy, asked before another cluster joins it."""

from pipelines.dedupe.matching.comparison import compare_words, siblings, unlike_texts
from pipelines.dedupe.matching.features import Features
from pipelines.dedupe.matching.identities import requisition_shape
from pipelines.dedupe.matching.places import Place, PlaceRelation, compare_places
from pipelines.dedupe.matching.spans import joined_span, long_apart


class Testimony:
    """The facts of a cluster that a newcomer may contradict; one record stands for each board and one for the text.

    Kept small, so that joining costs about the same in a cluster of two and of two thousand.
    """

    def __init__(self, record: Features) -> None:
        self._places: set[tuple[Place, ...]] = {record.places} if record.places else set()
        self._languages = {record.language} if record.language else set()
        self._requisitions: dict[str, set[str]] = {}
        if record.requisition:
            self._requisitions[requisition_shape(record.requisition)] = {record.requisition}
        boards = (("source", record.source), ("platform", record.url.platform))
        self._boards = {(kind, name): record for kind, name in boards if name}
        self._fullest = record
        self._span = (record.first_seen, record.last_seen)

    def contradicts(self, other: "Testimony") -> bool:
        """Whether some record here cannot be the vacancy of some record there, whatever suits both."""
        if len(self._languages | other._languages) > 1 or unlike_texts(self._fullest, other._fullest):
            return True
        if long_apart(self._span, other._span):
            return True
        return self._number_elsewhere(other) or self._lies_elsewhere(other) or self._is_listed_apart(other)

    def joined(self, other: "Testimony") -> "Testimony":
        """Both clusters' facts, with representatives that content alone decides."""
        self._places |= other._places
        self._span = joined_span(self._span, other._span)
        self._languages |= other._languages
        for shape, numbers in other._requisitions.items():
            self._requisitions.setdefault(shape, set()).update(numbers)
        for board, record in other._boards.items():
            self._boards[board] = min(record, self._boards.get(board, record), key=lambda one: one.order)
        self._fullest = min(self._fullest, other._fullest, key=lambda one: (-len(one.description or ""), one.order))
        return self

    def _number_elsewhere(self, other: "Testimony") -> bool:
        """Two requisitions of one numbering system."""
        common = self._requisitions.keys() & other._requisitions.keys()
        return any(self._requisitions[shape].isdisjoint(other._requisitions[shape]) for shape in common)

    def _lies_elsewhere(self, other: "Testimony") -> bool:
        """Two places that cannot be one."""
        return any(
            compare_places(one, two) is PlaceRelation.CONFLICT
            for one in self._places
            for two in other._places
            if one is not two
        )

    def _is_listed_apart(self, other: "Testimony") -> bool:
        """One board lists both, as two postings that nothing makes one."""
        pairs = ((self._boards[board], other._boards[board]) for board in self._boards.keys() & other._boards.keys())
        return any(siblings(one, two) and compare_words(one, two) is None for one, two in pairs)
