"""What a choice finds in one publication: how many, which, and how many each value of a filter would leave."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count

from hub.catalogue import Catalogue, Choice
from hub.filters import Filter
from hub.publications import Reading, Row, statement
from hub.terms import Asked, likelier, look_up

#: values of one filter that are counted and shown; a skill has none left out
_MOST_COUNTED = 30
#: tables of found listings are temporary and their reading's own; each has a name of its own
_SERIAL = count()
_PARAMETER = re.compile(r"\$([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Words:
    """What a text filter's words were looked up as."""

    asked: tuple[Asked, ...]

    @property
    def unknown(self) -> list[str]:
        """Words that nothing comes near to."""
        return [each.word for each in self.asked if not each.terms]

    @property
    def corrected(self) -> str | None:
        """The text with its mistakes put right, where there are any."""
        texts = [each.taken_for or each.word for each in self.asked]
        return " ".join(texts) if any(each.taken_for for each in self.asked) else None


class Search:
    """One choice, answered by one publication."""

    def __init__(self, reading: Reading, choice: Choice) -> None:
        self._reading = reading
        self.choice = choice
        self.catalogue: Catalogue = choice.catalogue
        self._today: date = reading.publication["published_at"].date()
        self.words = {name: self._looked_up(name) for name in ("q", "place") if name in choice.values}
        self._source = self._narrowed()

    def _looked_up(self, name: str) -> Words:
        vocabulary = self._reading.vocabulary(self.catalogue.section)
        asked = look_up(self._typed(name), vocabulary)
        apart = [part for each in asked for part in ((each.taken_for or "").split() if not each.terms else [])]
        if apart:
            again = look_up([word for each in asked for word in (each.taken_for or each.word).split()], vocabulary)
            asked = [
                Asked(each.word, each.terms, each.word if each.word in apart else each.taken_for) for each in again
            ]
        return Words(tuple(asked))

    def _typed(self, name: str) -> list[str]:
        return [row["word"] for row in self._reading.rows("query_words", text=self.choice.one(name))]

    def _narrowed(self) -> str:
        """What is counted and sorted: the search table, or what words and uncounted filters leave of it.

        A table of this request then, so that those are looked at once and not again for each count.
        """
        where = self._where(are_counted=False)
        if not self.words and not where:
            return self.catalogue.table
        narrowed = f"narrowed_{next(_SERIAL)}"
        columns = self.catalogue.narrow + (", title_words" if self.words else "")
        found = f"JOIN {self._found()} USING (listing_number)" if self.words else ""
        self._select(f"CREATE TEMP TABLE {narrowed} AS SELECT {columns} FROM {self.catalogue.table} {found} {where}")  # noqa: S608
        return narrowed

    def _found(self) -> str:
        """The listings that have the words, as a table of this request."""
        asked = [(each, name) for name, words in self.words.items() for each in words.asked]
        hits = [(term, 1 << number, name) for number, (each, name) in enumerate(asked) for term in each.terms]
        # a text without a word, and a word that nothing has, find nothing: no listing has this bit
        every_bit = (1 << len(asked)) - 1 if all(words.asked for words in self.words.values()) else 1 << 30
        found = f"found_{next(_SERIAL)}"
        values = {
            "section": self.catalogue.section,
            "terms": [term for term, _, _ in hits],
            "bits": [bit for _, bit, _ in hits],
            "only": ["place" if name == "place" else None for _, _, name in hits],
            "every_bit": every_bit,
        }
        self._reading.select(statement("found").replace("{found}", found), values)
        return found

    @cached_property
    def meant(self) -> str | None:
        """Another query that may have been meant, where the words are rare though known."""
        if "q" not in self.words or self.words["q"].corrected:
            return None
        return likelier(self._typed("q"), self._reading.vocabulary(self.catalogue.section))

    @cached_property
    def total(self) -> int:
        """How many listings it finds."""
        return int(self._select(f"SELECT count(*) AS total FROM {self._source} {self._where()}")[0]["total"])  # noqa: S608

    def total_without(self, name: str) -> int:
        """How many it would find without one filter."""
        return Search(self._reading, self.choice.without(name)).total

    def rows(self, most: int, skipped: int = 0, *, columns: str = "shown") -> list[Row]:
        """One page of listings in the order chosen: as cards show them, or `listed` with all but their texts."""
        page = {"most": most, "skipped": skipped}
        order = self.catalogue.sorts[self.choice.sort].order
        sql = f"SELECT listing_number FROM {self._source} {self._where()} ORDER BY {order}"  # noqa: S608
        numbers = [row["listing_number"] for row in self._select(f"{sql} LIMIT $most OFFSET $skipped", **page)]
        found = self._reading.rows(f"{self.catalogue.section}_{columns}", numbers=numbers) if numbers else []
        by_number = {row["listing_number"]: row for row in found}
        return [by_number[number] for number in numbers]

    @cached_property
    def counts(self) -> dict[str, list[tuple[str, int]]]:
        """For each counted filter its values, most frequent first, with how many listings each would leave.

        A filter's own values do not narrow its counts: they say what choosing another would find.
        """
        queries = " UNION ALL ".join(self._count_query(each) for each in self.catalogue.counted.values())
        rows = self._select(self._flagged + queries, most_counted=_MOST_COUNTED)
        found: dict[str, list[tuple[str, int]]] = {name: [] for name in self.catalogue.counted}
        for row in rows:
            found[row["filter"]].append((row["value"], row["listing_count"]))
        return {name: sorted(counted, key=lambda pair: (-pair[1], pair[0])) for name, counted in found.items()}

    @cached_property
    def _flagged(self) -> str:
        """Where several counted filters are chosen: which of them each listing passes, found out once for all counts.

        A listing that passes all but one counts there; one that fails two counts nowhere and is left out.
        """
        chosen = self._chosen(are_counted=True)
        if len(chosen) < 2:
            return ""
        flags = ", ".join(f"coalesce(({each.condition}), false) AS passes_{each.name}" for each in chosen)
        passed = " + ".join(f"passes_{each.name}::INTEGER" for each in chosen)
        marked = f"SELECT {self.catalogue.narrow}, {flags} FROM {self._source}"  # noqa: S608
        return f"WITH flagged AS MATERIALIZED (SELECT * FROM ({marked}) WHERE {passed} >= {len(chosen) - 1}) "  # noqa: S608

    def _count_query(self, each: Filter) -> str:
        if self._flagged:
            others = [f"passes_{other.name}" for other in self._chosen(are_counted=True) if other is not each]
            source = f"flagged WHERE {' AND '.join(others)}"
        else:
            source = f"{self._source} {self._where(leave_out=each.name)}"
        return (
            f"(SELECT '{each.name}' AS filter, value, count(*) AS listing_count "  # noqa: S608
            f"FROM (SELECT {each.counts} AS value FROM {source}) "
            "WHERE value IS NOT NULL GROUP BY value ORDER BY listing_count DESC, value LIMIT $most_counted)"
        )

    def _chosen(self, *, are_counted: bool) -> list[Filter]:
        named = [each for each in self.catalogue.filters if each.name in self.choice.values and each.condition]
        return [each for each in named if bool(each.counts) is are_counted]

    def _where(self, *, are_counted: bool = True, leave_out: str | None = None) -> str:
        """The conditions of the filters whose values are counted, or of the others."""
        conditions = [f"({each.condition})" for each in self._chosen(are_counted=are_counted) if each.name != leave_out]
        return f"WHERE {' AND '.join(conditions)}" if conditions else ""

    def _select(self, sql: str, **values: object) -> list[Row]:
        known = {"today": self._today} | values | {each.name: self._bound(each) for each in self.catalogue.filters}
        return self._reading.select(sql, {name: known[name] for name in _PARAMETER.findall(sql)})

    def _bound(self, each: Filter) -> object:
        values = [each.read(value) for value in self.choice.values.get(each.name, ())]
        if not values:
            return None
        if each.bind:
            return each.bind(values[0], self._today)
        return values if each.is_many else values[0]
