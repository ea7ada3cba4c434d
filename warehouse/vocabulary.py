"""The closed lists: every word a column may hold when it does not hold free text."""

from enum import StrEnum


class ListingKind(StrEnum):
    """What a platform lists."""

    POSTING = "posting"
    CHALLENGE = "challenge"


class WorkplaceType(StrEnum):
    """Where the work is done."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"


class EmploymentType(StrEnum):
    """schema.org / Google JobPosting employment types."""

    FULL_TIME = "FULL_TIME"
    PART_TIME = "PART_TIME"
    CONTRACTOR = "CONTRACTOR"
    TEMPORARY = "TEMPORARY"
    INTERN = "INTERN"
    VOLUNTEER = "VOLUNTEER"
    PER_DIEM = "PER_DIEM"
    OTHER = "OTHER"


class PayUnit(StrEnum):
    """The time one amount of pay is for. Unknown is null, never YEAR."""

    HOUR = "HOUR"
    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"
    YEAR = "YEAR"


class Level(StrEnum):
    """The Product Management ladder of the hub page; NONE for every other hub."""

    ASSOCIATE = "associate"
    PM = "pm"
    SENIOR = "senior"
    LEAD = "lead"
    GROUP = "group"
    DIRECTOR = "director"
    VP = "vp"
    CPO = "cpo"
    NONE = "none"


class ChallengeKind(StrEnum):
    """What taking part means."""

    HACKATHON = "hackathon"
    COMPETITION = "competition"
    CASE = "case"
    BOUNTY = "bounty"
    EXERCISE = "exercise"


class ChallengeStatus(StrEnum):
    """Derived from dates at publish time."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"
    EVERGREEN = "evergreen"


class AttendanceMode(StrEnum):
    """schema.org EventAttendanceMode, shortened."""

    ONLINE = "online"
    OFFLINE = "offline"
    MIXED = "mixed"


class PrizeKind(StrEnum):
    """What is won. NONE_STATED: the source shows no prize, which is not a prize of nothing."""

    CASH = "cash"
    TOKEN = "token"  # noqa: S105 - crypto tokens, not a secret
    CREDITS = "credits"
    SWAG = "swag"
    JOBS = "jobs"
    NONE_STATED = "none_stated"


class CrawlOutcome(StrEnum):
    """How one board's crawl ended."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    NOT_FOUND = "not_found"
    BLOCKED = "blocked"
    ERROR = "error"


class CrawlReason(StrEnum):
    """Why a crawl ended as it did, where that is not plain from its outcome."""

    HTTP_STATUS = "http_status"
    REPLAY_MISS = "replay_miss"
    NOT_JSON = "not_json"
    WRONG_SHAPE = "wrong_shape"
    CHALLENGE_PAGE = "challenge_page"
    TIMEOUT = "timeout"
    CONNECTION = "connection"
    ROBOTS = "robots"
    REDIRECTS = "redirects"
    BAD_BOARD = "bad_board"
    NO_BROWSER = "no_browser"
    HOST_LEFT_ALONE = "host_left_alone"
    TOO_LARGE = "too_large"
    STOPPED_SHORT = "stopped_short"
    INTERRUPTED = "interrupted"
    LANDING_DAMAGED = "landing_damaged"
    NOT_PUBLIC = "not_public"
    NO_LISTINGS = "no_listings"


class RejectReason(StrEnum):
    """Why a payload was kept in landing but made no row."""

    MISSING_FIELD = "missing_field"
    WRONG_TYPE = "wrong_type"
    INVALID_VALUE = "invalid_value"
    NOT_LISTED = "not_listed"
    CLOSED = "closed"
    PROSPECT_POST = "prospect_post"
    DUPLICATE_IDENTIFIER = "duplicate_identifier"
    JUNK = "junk"


class CloseReason(StrEnum):
    """On what authority a posting was closed."""

    ABSENT = "absent"
    BOARD_GONE = "board_gone"
    BOARD_EMPTY = "board_empty"
    EXPIRED = "expired"
    SOURCE_CLOSED = "source_closed"
    PAGE_GONE = "page_gone"
    AGED_OUT = "aged_out"


class SourceState(StrEnum):
    """What an operator should think of a source."""

    HEALTHY = "healthy"
    SUSPECT = "suspect"
    FAILING = "failing"
    RETIRED = "retired"


#: why a source is not healthy: what its last crawl met, or one of ours; `source_health.reason` begins with one of them
HEALTH_REASONS = frozenset(
    {
        *CrawlReason,
        *CrawlOutcome,  # where a crawl ended badly and gave no reason
        "dropped",
        "not_in_registry",
        "retired_by_tag",
    }
)


class MatchReason(StrEnum):
    """Why a posting belongs to its position, strongest first."""

    CANONICAL = "canonical"
    REQUISITION = "requisition"
    EXACT = "exact"
    CLOSE_TITLE = "close_title"
    TEXT = "text"
    DIRECTORY = "directory"
