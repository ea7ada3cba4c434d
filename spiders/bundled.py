"""Files of ours that are crawled like a site: `bundled://curated/<name>.yaml` is one of the curated lists.

Nobody is asked. A scheme of its own, because `file:` would let any page send the crawler into the file system.
"""

import re
from pathlib import Path

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.http import Response, TextResponse

_HERE = Path(__file__).parent
#: the shipped lists, and those of the sample sites
FOLDERS = (_HERE / "registry" / "curated", _HERE / "sample_sites" / "curated")
_ADDRESS = re.compile(r"bundled://curated/(?P<file>[a-z0-9-]+\.yaml)")


class BundledDownloadHandler(BaseDownloadHandler):
    """Answers with a curated list, or 404 where there is none."""

    async def download_request(self, request: Request) -> Response:
        """The file's text."""
        if found := _ADDRESS.fullmatch(request.url):
            for path in (folder / found["file"] for folder in FOLDERS):
                if path.is_file():
                    return TextResponse(request.url, body=path.read_bytes(), encoding="utf-8")
        return TextResponse(request.url, status=404, body=b"", encoding="utf-8")
