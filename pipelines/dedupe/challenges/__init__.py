"""Which challenge records are the same challenge: records in, clusters out. No tables, no ids, no clock."""

from pipelines.dedupe.challenges.engine import ChallengeMembership, same_challenges
from pipelines.dedupe.challenges.records import ChallengeRecord

__all__ = ["ChallengeMembership", "ChallengeRecord", "same_challenges"]
