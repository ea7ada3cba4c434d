"""One file a platform. Files are found by walking this folder; none is listed by hand."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from spiders.platforms.base import Platform


def platform_named(name: str) -> Platform:
    """One platform; the files of the others are not read, as a process that crawls or reads one has no use for them."""
    found: Platform = import_module(f"{__name__}.{name}").PLATFORM
    return found


@cache
def platforms() -> dict[str, Platform]:
    """Every platform by its name, which is also its file's name."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    found = (getattr(module, "PLATFORM", None) for module in modules)
    return {platform.name: platform for platform in found if platform is not None}
