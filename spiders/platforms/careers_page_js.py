"""A company's own careers page that only JavaScript fills: read like any `careers_page`, once a browser rendered it.

Format and access: as `careers_page` (https://schema.org/JobPosting in the page as it stands once its scripts have run).
A registry line that names this platform asks for the browser extra; no other board ever starts one.
Quirks: what the scripts ask for is fetched by the crawl, one thing at a time, so a page takes many delays.
Unverified: no page of a real company has been rendered with it yet.
"""

from typing import ClassVar

from spiders.platforms.careers_page import CareersPage


class CareersPageJs(CareersPage):
    """Postings of one company's own site, as a browser shows them."""

    name = "careers_page_js"
    needs_browser: ClassVar[bool] = True


PLATFORM = CareersPageJs()
