"""Whether the browser extra is installed, and what to do where it is not. Imports nothing of it."""

from importlib.util import find_spec

HOW_TO_INSTALL = (
    "this board needs a browser: pip install --require-hashes -r requirements/browser.txt into Rolecall's environment, "
    "and install Chromium (`apt-get install chromium`, or `playwright install chromium`)"
)


def what_is_missing() -> str | None:
    """What a person must install before a page can be rendered, None where nothing is missing."""
    return None if find_spec("playwright") else HOW_TO_INSTALL
