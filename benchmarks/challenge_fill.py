"""What is read of the recorded answers of challenge sources: records read and rejected, how full their fields are."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from dagster_project.reading import read_document
from spiders.platforms.base import Source
from warehouse.errors import PayloadError

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "payloads" / "challenges"
#: when the newest recordings were made: what lies far ahead of it has no deadline
AS_OF = datetime(2026, 11, 22, tzinfo=UTC)
#: platform, board, and the answers that came from it
ANSWERS = (
    ("devpost", "hackathons", "devpost/api_2024-07.json"),
    ("devpost", "hackathons", "devpost/api_pages/*.json"),
    ("unstop", "hackathons", "unstop/api_hackathons_2024-07.json"),
    ("mlh", "2027", "mlh/*.html"),
    ("devfolio", "hackathons", "devfolio/search_*.json"),
    ("devfolio", "hackathons", "devfolio/next_data_*.json"),
    ("hackerearth", "challenges", "hackerearth/chrome_*.json"),
    ("hackerearth", "challenges", "hackerearth/ajax_*.json"),
    ("kaggle", "competitions", "kaggle/list_*.json"),
    ("kaggle", "competitions", "kaggle/meta_kaggle_Competitions*.csv"),
    ("zindi", "competitions", "zindi/*.json"),
    ("mlcontests", "mlcontests", "mlcontests/competitions.json"),
)
FIELDS = {
    "name": ("name",),
    "url": ("url",),
    "deadline": ("application_deadline", "is_evergreen"),
    "dates": ("application_deadline", "start_date", "end_date", "is_evergreen"),
    "prize": ("prize_amount", "prize_text"),
    "mode": ("attendance_mode",),
    "text": ("description_text",),
}


def measure(platform: str, board: str, pattern: str) -> tuple[Counter[str], Counter[str]]:
    """How many records have each field, `read` among them, and how many were rejected for which reason.

    Raises FileNotFoundError where nothing is recorded.
    """
    paths = sorted(FOLDER.glob(pattern))
    if not paths:
        raise FileNotFoundError(2, "nothing recorded", str(FOLDER / pattern))
    filled, rejected = Counter[str](), Counter[str]()
    for path in paths:
        for result in read_document(Source("", platform, board), path.read_text("utf-8"), AS_OF):
            if isinstance(result, PayloadError):
                rejected[str(result.reason)] += 1
                continue
            filled["read"] += 1
            filled.update(field for field, columns in FIELDS.items() if any(result.get(name) for name in columns))
    return filled, rejected


def main() -> None:
    """Print the table."""
    print(f"{'answers':40}{'read':>6}" + "".join(f"{field:>9}" for field in FIELDS) + "  rejected")
    for platform, board, pattern in ANSWERS:
        filled, rejected = measure(platform, board, pattern)
        shares = "".join(f"{filled[field] / max(filled['read'], 1):9.0%}" for field in FIELDS)
        reasons = ", ".join(f"{count} {reason}" for reason, count in rejected.items())
        print(f"{pattern:40}{filled['read']:6}{shares}  {reasons}")


if __name__ == "__main__":
    main()
