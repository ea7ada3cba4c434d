"""Which platform and board a URL belongs to, from the URL alone."""

from urllib.parse import urlsplit

from spiders.platforms import platforms


def detect(url: str) -> tuple[str, str] | None:
    """(platform, board) of a careers URL, or None where no platform knows it."""
    bare = url.strip().split("://", 1)[-1]
    if not urlsplit(f"//{bare}").hostname:
        return None
    for name, platform in platforms().items():
        board = platform.board_of(bare)
        if board:
            return name, board
    return None
