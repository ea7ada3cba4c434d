"""Recognising platform and board from a URL, on the real registry beside the repository: right, wrong, null, speed."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from urllib.parse import unquote

from spiders.detection import detect, detect_by_form
from spiders.registry import COMPANIES, load_csv

REGISTRY = Path(__file__).resolve().parents[2] / "shared" / "data" / "registry" / "companies.tsv"


@dataclass(slots=True)
class Score:
    """How the boards of one platform were recognised; `wrong` names another platform or another board."""

    right: int = 0
    wrong: int = 0
    null: int = 0
    misses: list[str] = field(default_factory=list)


def read_boards(path: Path) -> list[tuple[str, str, str]]:
    """(platform, board, url) of every line that has a URL."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [(row["platform"], row["board"], row["url"]) for row in rows if row["url"]]


def measure(boards: Iterable[tuple[str, str, str]]) -> dict[str, Score]:
    """The scores by platform, by the form of the URL alone: the registry may not vouch for itself.

    Boards are compared without case and percent-encoding, as the platforms do.
    """
    scores: dict[str, Score] = {}
    for platform, board, url in boards:
        score = scores.setdefault(platform, Score())
        found = detect_by_form(url)
        if found is None:
            score.null += 1
        elif found[0] == platform and _folded(found[1]) == _folded(board):
            score.right += 1
        else:
            score.wrong += 1
        if found is None or found[0] != platform or _folded(found[1]) != _folded(board):
            score.misses.append(f"{url} is {board}, not {found}")
    return scores


def _folded(board: str) -> str:
    return unquote(board).casefold()


def urls_per_second(urls: Sequence[str]) -> float:
    """Speed on one core, the tables being loaded."""
    detect("https://careers.acme.example")  # no form tells, so the registry is read too
    started = perf_counter()
    for url in urls:
        detect(url)
    return len(urls) / (perf_counter() - started)


def main() -> None:
    """Print the table."""
    boards = read_boards(REGISTRY)
    scores = measure(boards)
    print(f"{'platform':18}{'right':>8}{'wrong':>8}{'null':>8}  for example")
    for platform, score in sorted(scores.items(), key=lambda item: -sum((item[1].right, item[1].wrong, item[1].null))):
        example = score.misses[0][:110] if score.misses else ""
        print(f"{platform:18}{score.right:8}{score.wrong:8}{score.null:8}  {example}")
    counts = [sum(getattr(score, name) for score in scores.values()) for name in ("right", "wrong", "null")]
    print("all               " + "".join(f"{count:8}" for count in counts))
    print("share             " + "".join(f"{count / len(boards):8.2%}" for count in counts))
    print(f"{urls_per_second([url for _, _, url in boards]):,.0f} URLs a second")
    started = perf_counter()
    shipped = load_csv(COMPANIES)
    print(f"{len(shipped)} shipped boards loaded in {perf_counter() - started:.2f} s")


if __name__ == "__main__":
    main()
