"""What matters of a listing, as one hash a field: two readings with the same facts are the same listing unchanged."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

import orjson

#: fields whose change is news; dates and stamps are left out because platforms renew them without an edit
FACT_FIELDS = (
    "title", "company", "department", "requisition_id", "places", "workplace_type", "applicant_location_requirements",
    "employment_type", "salaries", "language", "description_text", "url", "apply_url",
)  # fmt: skip
CHALLENGE_FACT_FIELDS = (
    "name", "organizer", "kind", "is_evergreen", "start_date", "end_date", "application_deadline", "attendance_mode",
    "location", "prize_text", "team_size_min", "team_size_max", "is_invite_only", "themes", "description_text", "url",
)  # fmt: skip

_SHORT = 200  # characters of a place, a company or a department, which listings share


def facts_of(values: Mapping[str, object], fields: Sequence[str] = FACT_FIELDS) -> str:
    """JSON of 8 hexadecimal characters by field, for the fields that say anything."""
    stated = ((name, values.get(name)) for name in fields)
    return orjson.dumps({name: _hash(value) for name, value in stated if value is not None and value != "[]"}).decode()


def _hash(value: object) -> str:
    text = value if isinstance(value, str) else orjson.dumps(value, default=str).decode()
    return _hash_of_short(text) if len(text) <= _SHORT else _hash_of(text)


def _hash_of(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


_hash_of_short = lru_cache(16384)(_hash_of)
