"""What a title says about each hub, before anything else is read. Adding up belongs in scoring.py."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from pipelines.classify import weights
from pipelines.classify.challenge_names import is_qualified
from pipelines.classify.listing import Evidence
from pipelines.classify.phrasebook import CONTESTED, Entry, Hit, TitlePhrases
from pipelines.classify.piece_reading import NONE, NOTHING, REMEMBERED, Hubs, Job, PieceReader, PieceReading
from pipelines.classify.title_said import MAY_MEAN, Named, Placed, TitleReading, is_contested
from pipelines.classify.titles import Piece, is_role, pieces_of, without_levels, without_roles

_POSTING_KINDS = frozenset({"title", CONTESTED, "exclude", *weights.HINT})
_BOTH = frozenset({"/", "and", "or", "und", "et", "y", "e", "och", "oder", "ou"})
Reading = list[tuple[Piece, PieceReading]]
SILENT = TitleReading()


class TitleReader:
    """Reads what pieces of a title say, by the titles, fields, phrases and excludes of the hubs."""

    def __init__(self, entries: Sequence[Entry], crafts: Mapping[str, Hubs]) -> None:
        self.phrases = TitlePhrases(entries)
        self._pieces = PieceReader(TitlePhrases(entry for entry in entries if entry.kind in _POSTING_KINDS), crafts)
        self._part = lru_cache(REMEMBERED)(self._read_part)

    def read_parts(self, parts: Sequence[str]) -> TitleReading:
        """The reading of a posting's title by its parts: where only one says anything, it was often read before."""
        telling: list[TitleReading] = []
        for part in parts:
            one = self._part(part)
            if one is None:
                return self.read(pieces_of(parts))
            if one is not SILENT:
                telling.append(one)
        if len(telling) < 2:
            return telling[0] if telling else SILENT
        return _joined(telling) or self.read(pieces_of(parts))

    def _read_part(self, part: str) -> TitleReading | None:
        """What a part says by itself; null for a role, which may belong to the part behind it."""
        pieces = pieces_of([part])
        if any(not without_roles(piece.text) for piece in pieces) and any(is_role(piece.text) for piece in pieces):
            return None
        said, _ = self._said(pieces, NONE)
        return self.read(pieces) if said else SILENT

    def read(self, pieces: Sequence[Piece]) -> TitleReading:
        """The reading of a posting's title."""
        said, vetoed = self._said(pieces, NONE)
        if vetoed:
            said, _ = self._said(pieces, vetoed)
        said = _without_turned(said)
        jobs = [Placed(piece, job) for piece, one in said for job in one.titles]
        jobs += [Placed(piece, job) for piece, one in said for job in one.field_jobs]
        telling = [placed for placed in jobs if not placed.job.bare]
        named = _named(telling or jobs)
        if not telling:
            named = _instead(named, _by_field(said))
        hinted = _hinted(said, telling or jobs)
        if telling:
            hinted = {**_said_surely(hinted), **_may_mean_before(said, telling)}
        roles = _roles(jobs) if telling and len(telling) < len(jobs) else {}
        return TitleReading(named, hinted, vetoed, telling or jobs, _is_sure(named), roles)

    def _said(self, pieces: Sequence[Piece], vetoed: Hubs) -> tuple[Reading, Hubs]:
        """What the pieces that say anything say, and the hubs that they veto.

        Behind a piece that names a hub's job nothing vetoes it: "product manager, talent acquisition".
        """
        said: Reading = []
        claimed: dict[str, int] = {}
        for piece in pieces:
            one = self._pieces.read(piece.text, vetoed)
            if one is not NOTHING:
                said.append((piece, one))
                order = piece.order + piece.inverted  # nor by another reading of the same piece
                vetoed |= {hub for hub in one.excludes if claimed.get(hub, order) >= order}
                for job in one.titles:
                    if not (piece.inverted or job.bare or is_contested(job.evidence)):
                        claimed.setdefault(job.hub, piece.order)
        return said, vetoed

    def read_challenge(self, pieces: list[Piece]) -> TitleReading:
        """The reading of a challenge's title."""
        hits = [(piece, hit) for piece in pieces if not piece.inverted for hit in self.phrases.find(piece.text)]
        vetoed = frozenset(hit.entry.hub for _, hit in hits if hit.entry.kind == "challenge exclude")
        named: Named = {}
        hinted: Named = {}
        matched: dict[str, dict[str, str]] = {}
        for piece, hit in hits:
            kind = _challenge_kind(piece, hit)
            if kind in weights.CHALLENGE and hit.entry.hub not in vetoed:
                phrases = matched.setdefault(hit.entry.hub, {})
                phrases[hit.entry.phrase] = max(
                    kind, phrases.get(hit.entry.phrase, kind), key=weights.CHALLENGE.__getitem__
                )
        for hub, phrases in matched.items():
            best = max(phrases, key=lambda phrase: weights.CHALLENGE[phrases[phrase]])
            several = [phrase for phrase in phrases if not _part_of_another(phrase, phrases)]
            points = weights.CHALLENGE[phrases[best]] + weights.CHALLENGE_MORE * (len(several) > 1)
            weak = points < weights.CHALLENGE["challenge qualified"]
            evidence = Evidence(phrases[best], " + ".join(dict.fromkeys([best, *several])), "title")
            (hinted if weak else named)[hub] = (min(points, weights.NAMED), evidence)
        return TitleReading(named, hinted, vetoed)


def _without_turned(said: Reading) -> Reading:
    """Without the other readings of a piece that is a title as it stands: "ingeniero de planta" is about no plant."""
    whole = {
        piece.order
        for piece, one in said
        if not piece.inverted and any(_is_all(job, piece) for job in (*one.titles, *one.field_jobs))
    }
    return [(piece, one) for piece, one in said if not (piece.inverted and piece.order in whole)] if whole else said


def _is_all(job: Job, piece: Piece) -> bool:
    """Whether a job is all that a piece says, and more than a role."""
    return not job.bare and without_levels(piece.text) == without_levels(piece.text[job.start : job.end])


def _is_sure(named: Named) -> bool:
    return any(points >= weights.NAMED_BY_FIELD and not is_contested(evidence) for points, evidence in named.values())


def _joined(parts: Sequence[TitleReading]) -> TitleReading | None:
    """What parts say together, where it follows from what each says: the first that names a job leads.

    It does not where a part vetoes what another touches, nor where one names a bare role, which counts only if no part
    names a job.
    """
    vetoed = NONE.union(*[part.vetoed for part in parts])
    for part in parts:
        if (part.jobs and part.jobs[0].job.bare) or not vetoed.isdisjoint(part.touched):
            return None
    naming = [part for part in parts if part.jobs]
    if not naming:
        return None
    named = dict(naming[0].named)
    later = [placed.job for part in naming[1:] for placed in part.jobs]
    for job in sorted(later, key=_is_field) if len(naming) > 2 else later:
        if job.hub not in named:
            named[job.hub] = (weights.NAMED_LATER, job.evidence)
    hinted = _said_surely(_most_hinted(parts))
    if parts[0] is not naming[0]:
        hinted |= {hub: found for hub, found in parts[0].hinted.items() if found[1].rule == MAY_MEAN}
    return TitleReading(named, hinted, vetoed, naming[0].jobs, _is_sure(named))


def _most_hinted(parts: Sequence[TitleReading]) -> Named:
    hinted = dict(parts[0].hinted)
    for part in parts[1:]:
        for hub, found in part.hinted.items():
            if hub not in hinted or found[0] > hinted[hub][0]:
                hinted[hub] = found
    return hinted


def _said_surely(hinted: Named) -> Named:
    """Without what only may mean a job ("pm"): beside a job named, it does not."""
    return {hub: found for hub, found in hinted.items() if found[1].rule != MAY_MEAN}


def _may_mean_before(said: Reading, telling: Sequence[Placed]) -> Named:
    """What may mean a job before the piece that names one: of "lead pm - logistics" that may only be the field."""
    first = min([placed.piece.order + placed.piece.inverted for placed in telling])
    return {
        hint.hub: (hint.points, hint.evidence)
        for piece, one in said
        if piece.order < first and not piece.inverted
        for hint in one.hints
        if hint.evidence.rule == MAY_MEAN
    }


def _is_field(job: Job) -> bool:
    return job.rule == "title field"


def _challenge_kind(piece: Piece, hit: Hit) -> str:
    if hit.entry.kind == "challenge name" and is_qualified(piece, hit):
        return "challenge qualified"
    return hit.entry.kind


def _part_of_another(phrase: str, phrases: Iterable[str]) -> bool:
    return any(phrase != other and phrase in other for other in phrases)


def _named(jobs: list[Placed]) -> Named:
    """The first piece that names a job decides; within it the last job, others count less."""
    if len(jobs) == 1:
        ((_, job),) = jobs
        return {job.hub: (weights.NAMED, job.evidence)}
    if not jobs:
        return {}
    first = min([placed.piece.order for placed in jobs])
    leading = _leading([placed for placed in jobs if placed.piece.order == first])
    named: Named = {}
    for placed in jobs:
        if placed.piece.order > first:
            points = weights.NAMED_LATER
        else:
            points = weights.NAMED if placed in leading else weights.NAMED_TOO
        known = named.get(placed.job.hub)
        if known is None or points > known[0]:
            named[placed.job.hub] = (points, placed.job.evidence)
    return named


def _roles(jobs: list[Placed]) -> Named:
    return {job.hub: (weights.NAMED_BY_FIELD, job.evidence) for _, job in jobs if job.bare and job.rule == "title"}


def _instead(bare: Named, by_field: Named) -> Named:
    """What a title without a job says by its fields and bare roles.

    A role that several hubs contest counts only where one of them has it anyway or nothing else is said.
    """
    weakened = {hub: (min(points, weights.NAMED_BY_FIELD), evidence) for hub, (points, evidence) in bare.items()}
    sure = {evidence.matched for _, evidence in weakened.values() if not is_contested(evidence)}
    counted = {hub: found for hub, found in weakened.items() if found[1].matched in sure}
    return {**counted, **by_field} or weakened


def _leading(head: list[Placed]) -> list[Placed]:
    """The jobs that lead: the last of a piece ("security program manager"), but the first of "a / b" and "a and b".

    Two that share their role ("sales and marketing manager") lead together.
    """
    if len(head) == 1:
        return head
    piece = min(head, key=lambda placed: (placed.piece.inverted, _half(placed))).piece
    straight = [placed for placed in head if placed.piece == piece]
    first = min((placed.job for placed in straight), key=lambda job: job.end)
    last = max((placed.job for placed in straight), key=lambda job: job.end)
    joined = _BOTH & set(piece.text[first.end : last.start].split())
    end = (first if joined else last).end
    ends = {end, *[placed.job.partner_end for placed in straight if placed.job.end == end]}
    return [placed for placed in straight if placed.job.end in ends]


def _half(placed: Placed) -> int:
    """The whole goes first where its job spans both halves ("strategy and operations"), else the first half does."""
    start, end = placed.job.start, placed.job.end
    return placed.piece.half or (3 if start and " and " not in placed.piece.text[start:end] else 0)


def _hinted(said: Reading, jobs: list[Placed]) -> Named:
    """Fields and phrases that stand outside the jobs named."""
    hinted: Named = {}
    for piece, one in said:
        if piece.inverted or not one.hints:
            continue
        here = [job for place, job in jobs if place is piece]
        for hub, points, start, end, evidence in one.hints:
            for job in here:
                if job.hub != hub and job.covers(start, end):
                    points *= weights.COVERED
                    break
            known = hinted.get(hub)
            if known is None or points > known[0]:
                hinted[hub] = (points, evidence)
    return hinted


def _may_be_job_before(said: Reading, field: Piece) -> bool:
    """Whether a piece before a field is an abbreviation that may be the job: "senior pm, graduate programs"."""
    return any(
        hint.evidence.rule == MAY_MEAN and without_levels(piece.text) == without_levels(hint.evidence.matched)
        for piece, one in said
        if piece.order < field.order and not piece.inverted
        for hint in one.hints
    )


def _by_field(said: Reading) -> Named:
    """A title that names no job: the longest field in its first piece stands in for one."""
    touching = [(piece, one) for piece, one in said if one.fields and not piece.inverted]
    if not touching or _may_be_job_before(said, touching[0][0]):
        return {}
    best = max(touching[0][1].fields, key=lambda hit: (not is_role(hit.entry.phrase), hit.end - hit.start, hit.start))
    alone = any(without_levels(piece.text) == best.entry.phrase for piece, _ in touching)
    points = weights.NAMED if alone else weights.NAMED_BY_FIELD
    return {best.entry.hub: (points, Evidence("title field", best.entry.phrase, "title"))}
