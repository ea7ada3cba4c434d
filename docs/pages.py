"""The generated pages by name: what each holds is written elsewhere, in the models and at the head of each query."""

from pathlib import Path

from docs.dictionary import dictionary
from docs.recipes import cookbook

FOLDER = Path(__file__).parent


def pages() -> dict[str, str]:
    """Every page's text, as it must lie in this folder."""
    return {"data_dictionary.md": dictionary(), "cookbook.md": cookbook(FOLDER / "cookbook")}
