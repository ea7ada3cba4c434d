"""The public contract: every table of the published file, in the order in which they are filled.

Belongs here: the version and the list. The tables themselves are described in the `published_*` files beside this one.
"""

from sqlmodel import SQLModel

from warehouse.models.published_challenges import (
    ChallengeRedirect,
    ChallengeSkill,
    ChallengeSource,
    PublishedChallenge,
)
from warehouse.models.published_history import Company, ListingEvent, PublishedReject, SourceHealth
from warehouse.models.published_hubs import (
    Country,
    HubSection,
    PublishedFile,
    SkillHub,
    SkillHubLevel,
    SkillHubQuestion,
    SkillHubText,
)
from warehouse.models.published_positions import (
    ClosedPosition,
    Position,
    PositionLocation,
    PositionRedirect,
    PositionSalary,
    PositionSkill,
    PositionSource,
)
from warehouse.models.published_search import SearchChallenge, SearchPosition, SearchTerm

#: raised by a rename or a change of meaning, not by an addition
CONTRACT_VERSION = "1"

#: what counts comes after what is counted
TABLES: tuple[type[SQLModel], ...] = (
    Position,
    PositionLocation,
    PositionSalary,
    PositionSkill,
    PositionSource,
    PositionRedirect,
    ClosedPosition,
    PublishedChallenge,
    ChallengeSkill,
    ChallengeSource,
    ChallengeRedirect,
    Company,
    ListingEvent,
    SourceHealth,
    PublishedReject,
    SkillHub,
    SkillHubText,
    SkillHubQuestion,
    SkillHubLevel,
    HubSection,
    SearchPosition,
    SearchChallenge,
    SearchTerm,
    Country,
    PublishedFile,
)

#: logs: the same row may be there twice
KEYLESS: tuple[type[SQLModel], ...] = (ListingEvent, PublishedReject)
