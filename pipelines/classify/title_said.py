"""What reading a title yields. How it is read belongs in title_reading.py."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.classify.listing import Evidence
from pipelines.classify.phrasebook import CONTESTED
from pipelines.classify.piece_reading import NONE, Hubs, Job
from pipelines.classify.titles import Piece

MAY_MEAN = "title hint"  # the rule of what only may mean a job ("pm")
Named = dict[str, tuple[float, Evidence]]


class Placed(NamedTuple):
    """A job and the piece of the title in which it stands."""

    piece: Piece
    job: Job


@dataclass(slots=True)
class TitleReading:
    """Points by hub: `named` where the title names a job of the hub, `hinted` where it only touches the field.

    `jobs` are those that may lead, `touched` the hubs of both, `sure` says that the title alone tells what the job is,
    `disputed` that several hubs claim the same words, or may; `may_mean` are hubs that an abbreviation may stand for;
    `roles` are what a role says for which another piece names the field: "staff engineer" before "payments".
    """

    named: Named = field(default_factory=dict)
    hinted: Named = field(default_factory=dict)
    vetoed: Hubs = NONE
    jobs: list[Placed] = field(default_factory=list)
    sure: bool = False
    touched: Hubs = field(init=False)
    disputed: bool = field(init=False)
    may_mean: Hubs = field(init=False)
    roles: Named = field(default_factory=dict)

    @property
    def is_named(self) -> bool:
        """Whether a job is named that is not just a role which several hubs have."""
        return any(not (placed.job.bare and is_contested(placed.job.evidence)) for placed in self.jobs)

    def __post_init__(self) -> None:
        self.touched = frozenset([*self.named, *self.hinted])
        said = [evidence for _, evidence in self.named.values()]
        self.may_mean = frozenset([hub for hub, (_, each) in self.hinted.items() if each.rule == MAY_MEAN])
        self.sure = self.sure and not self.may_mean
        self.disputed = len({each.matched for each in said}) < len(said) or any(map(is_contested, said))


def is_contested(evidence: Evidence) -> bool:
    """Whether a title is a hub's only where the rest of the listing speaks for it."""
    return evidence.rule.startswith(CONTESTED)
