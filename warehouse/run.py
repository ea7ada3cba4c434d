"""The values of one run that every step is handed, so that no step reads a clock or the environment itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its id, its clock (one UTC instant for the whole run), and how patient the lifecycle is."""

    run_id: str
    as_of: datetime
    close_after: int = 2
