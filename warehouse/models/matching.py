"""What deduplication remembers of postings, so that the next run looks at the changes only. Can be made again."""

from pydantic import AwareDatetime
from sqlmodel import SQLModel

from warehouse import columns as c


class IntMatch(SQLModel, table=True):
    """Grain: one posting ever seen, as last matched. Key: listing_id."""

    __tablename__ = "int_matches"
    listing_id: str = c.text("source record", primary_key=True)
    content_hash: str = c.text("hash of what was matched and by which rules")
    neighbourhood: str = c.text("postings that share match keys, directly or through others; the smallest listing_id")
    cluster: str = c.text("postings of one vacancy; the smallest listing_id")
    is_canonical: bool = c.flag("speaks for its cluster among the matched")
    match_reason: str = c.text("warehouse.vocabulary.MatchReason")


class IntMeetingKey(SQLModel, table=True):
    """Grain: one key under which a posting meets others: a posting id, page, requisition or title of an employer.

    It meets those with the same key in one of its places, or all where one of them holds the key anywhere.
    """

    __tablename__ = "int_meeting_keys"
    listing_id: str = c.text("source record", primary_key=True)
    match_key: int = c.key("hash of what is shared", primary_key=True)
    place_key: int = c.key("hash of the name of a place where the key holds, 0: anywhere", primary_key=True)


class IntTitle(SQLModel, table=True):
    """Grain: one title of an employer. Its key is its role's key xor a number of the employer. Key: title_key."""

    __tablename__ = "int_titles"
    title_key: int = c.key("hash of employer and role", primary_key=True)
    role_key: int = c.key("hash of the role")


class IntShorterTitle(SQLModel, table=True):
    """Grain: one title of an employer and one that is less of it: what stands before a comma, or under a shorter name.

    Perhaps somebody holds that one, too.
    """

    __tablename__ = "int_shorter_titles"
    title_key: int = c.key("hash of employer and role", primary_key=True)
    head_key: int = c.key("hash of the shorter employer or role", primary_key=True)


class IntRoleWord(SQLModel, table=True):
    """Grain: one long word of a role, which is the words of a title. Roles a typo apart share the key of the others."""

    __tablename__ = "int_role_words"
    role_key: int = c.key("hash of the role", primary_key=True)
    rest_key: int = c.key("hash of its other words", primary_key=True)
    word: str = c.text("the word")


class IntCloseRole(SQLModel, table=True):
    """Grain: two roles that are a typo apart, once each way round."""

    __tablename__ = "int_close_roles"
    role_key: int = c.key("hash of one role", primary_key=True)
    close_key: int = c.key("hash of the other", primary_key=True)


class IntCloseTitle(SQLModel, table=True):
    """Grain: two titles of one employer that are a typo apart, or of which one goes on where the other ends."""

    __tablename__ = "int_close_titles"
    title_key: int = c.key("hash of one title", primary_key=True)
    close_key: int = c.key("hash of the other", primary_key=True)


class IntMatchGap(SQLModel, table=True):
    """Grain: one posting last seen too long before a neighbour came for the two to be one, unless it is seen again."""

    __tablename__ = "int_match_gaps"
    listing_id: str = c.text("source record", primary_key=True)
    last_seen_at: AwareDatetime = c.instant("when it was last seen, as last matched")


class IntMemberState(SQLModel, table=True):
    """Grain: one listing as it was when its published listing was last put together."""

    __tablename__ = "int_member_states"
    listing_id: str = c.text("source record", primary_key=True)
    state_hash: str = c.text("hash of its state in the lifecycle")
    is_bare: bool = c.flag("it had no text of its own")
