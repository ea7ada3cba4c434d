"""Which posting a URL is, and which requisition a posting fills. How much that proves is not decided here."""

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple
from urllib.parse import unquote

from pipelines.companies import word_set

_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


class UrlIdentity(NamedTuple):
    """What a URL says about its posting.

    `platform` with `identifier` is one posting wherever it is linked from; `requisition` may stand behind several;
    `page` is the address without tracking, None when it is only a careers page. Where the site is no known platform,
    its host stands for the platform and the id is the longest number in the address: likely, not certain, an id.
    """

    platform: str | None = None
    identifier: str | None = None
    requisition: str | None = None
    page: str | None = None
    is_platform_id: bool = False

    @property
    def leads_nowhere(self) -> bool:
        """Whether it names neither a posting nor a page of one."""
        return not (self.identifier or self.page)


NOTHING = UrlIdentity()

# A word the URL must have, the platform, and the pattern whose first group is its id of the posting.
# Source: the forms the platforms give their own posting URLs.
_POSTING_PATTERNS = tuple(
    (mark, platform, re.compile(pattern, re.IGNORECASE))
    for mark, platform, pattern in (
        ("gh_jid", "greenhouse", r"[?&]gh_jid=(\d{4,})"),
        ("greenhouse", "greenhouse", r"greenhouse\.io/(?:[^?#]*/)?jobs/(\d{4,})"),
        ("greenhouse", "greenhouse", r"greenhouse\.io/embed/job_app\?(?:[^#]*&)?token=(\d{4,})"),
        ("lever", "lever", rf"lever\.co/(?:v0/postings/)?[^/?#]+/({_UUID})"),
        ("ashby", "ashby", rf"ashbyhq\.com/[^/?#]+/({_UUID})"),
        ("ashby", "ashby", rf"[?&]ashby_jid=({_UUID})"),
        ("smartrecruiters", "smartrecruiters", r"smartrecruiters\.com/[^/?#]+/(\d{9,})"),
        ("smartrecruiters", "smartrecruiters", rf"smartrecruiters\.com/[^?#]*/publication/({_UUID})"),
        ("workable", "workable", r"workable\.com/(?:[^?#]*/)?j/([0-9A-F]{8,12})\b"),
        ("rippling", "rippling", rf"rippling\.com/(?:[^?#]*/)?jobs/({_UUID})"),
        ("pinpoint", "pinpoint", rf"pinpointhq\.com/(?:[^?#]*/)?postings/({_UUID})"),
        ("breezy", "breezy", r"breezy\.hr/p/([0-9a-f]{12})\b"),
        ("jobvite", "jobvite", r"jobvite\.com/(?:[^?#]*/)?job/(o[0-9A-Za-z]{8})\b"),
        ("linkedin", "linkedin", r"linkedin\.com/jobs/view/(?:[^/?#]*-)?(\d{8,})"),
        ("indeed", "indeed", r"indeed\.[a-z.]+/[^?#]*\?(?:[^#]*&)?jk=([0-9a-f]{16})"),
        ("adzuna", "adzuna", r"adzuna\.[a-z.]+/(?:jobs/)?(?:details|land/ad)/(\d{6,})"),
        ("google", "google", r"google\.com/[^?#]*jobs/results/(\d{12,})"),
        ("jobright", "jobright", r"jobright\.ai/jobs/info/([0-9a-f]{24})"),
        ("ultipro", "ultipro", rf"ultipro\.[a-z]+/[^#]*[?&]opportunityid=({_UUID})"),
        ("gem.com", "gem", r"jobs\.gem\.com/[^/?#]+/([\w-]{20,})"),
        ("tiktok", "bytedance", r"tiktok\.com/(?:[^?#]*/)?(?:position|search)/(\d{15,})"),
        ("bytedance", "bytedance", r"bytedance\.com/(?:[^?#]*/)?(?:position|search)/(\d{15,})"),
    )
)

# Ids that are unique on one host, or with one client's key, only: the groups together are the identifier.
_HOST_PATTERNS = tuple(
    (mark, platform, re.compile(pattern, re.IGNORECASE))
    for mark, platform, pattern in (
        ("recruitee", "recruitee", r"^([^/]+\.recruitee\.com/o/[^/?#]+)"),
        ("personio", "personio", r"^([^/]+\.jobs\.personio\.)(?:de|com)(/job/\d+)"),
        ("bamboohr", "bamboohr", r"^([^/]+\.bamboohr\.com/)(?:careers|jobs/view\.php\?id=)/?(\d+)"),
        ("icims", "icims", r"^([^/]+\.icims\.com/jobs/\d+)"),
        ("applytojob", "jazzhr", r"^([^/]+\.applytojob\.com/apply/[0-9A-Za-z]{8,12})\b"),
        ("/careers", "eightfold", r"^([^/]+/careers)(?:/job/|\?(?:[^#]*&)?pid=)(\d{9,})"),
        ("adp.com", "adp", rf"adp\.com/[^#]*[?&]cid=({_UUID})[^#]*&jobid=(\d{{4,}})"),
        ("paycomonline", "paycom", r"paycomonline\.net/[^#]*[?&](job=\d+)[^#]*&(clientkey=[0-9a-f]{8,})"),
        ("/jobs/", "teamtailor", r"^([^/]+/jobs/\d{5,})-"),
    )
)

# Both, those of one mark together.
_PATTERNS = tuple(
    (mark, tuple((platform, pattern.search) for _, platform, pattern in patterns))
    for mark, patterns in groupby((*_POSTING_PATTERNS, *_HOST_PATTERNS), itemgetter(0))
)

_WORKDAY = re.compile(
    r"^[^/]+\.myworkday(?:jobs|site)\.com/[^?#]*_((?:JR|REQ|R|P)?[-_]?\d[\dA-Z]*(?:-\d{3,})?)"
    r"(?:-\d{1,2})?(?:/apply[^/]*)?/?(?:[?#]|$)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"^(?:utm_.*|gh_src|src|source|ref|refid|trk|trackingid|lever-(?:source|origin|via).*|jk|promotion|fbclid|gclid|se|v"
    r"|oga|trid|recommended|from|mode|iis.*|ss|s|lang|locale)$",
    re.IGNORECASE,
)
_APPLY = re.compile(r"/(?:apply|application|applications/new|thanks)/?$", re.IGNORECASE)
_APPLY_ENDS = frozenset("yYnNwWsS")  # no path that _APPLY shortens ends otherwise
_SCHEME = re.compile(r"^\w+://(?:www\.)?")
_NUMBER = re.compile(r"\d{4}")
_NAMED = re.compile(r"[0-9a-f]{8}-|[^/?#=]-[^/?#=]+-[^/?#=]|=[^&]*\d{3}")
# Not the digits inside of a key: "3a1b2c3d4e5f607182".
_LONG_NUMBER = re.compile(r"(?<![0-9a-fA-F])\d{6,}(?![0-9a-fA-F])")
_LONG_ID = re.compile(rf"{_UUID}|(?<![0-9a-f])\d{{6,}}(?![0-9a-f])", re.IGNORECASE)
_CAREERS = word_set(
    "job jobs career careers opening openings position positions join join-us about company work-with-us en us"
)

_PUNCTUATION = re.compile(r"[\W_]+")
# What companies type where an id is asked for.
_JUNK = re.compile(
    r"n/?a|none|null|tbd|tba|one|test|see opening id|not applicable|evergreen|pipeline|1234+5*|req|(?:19|20)\d\d",
    re.IGNORECASE,
)


def read_url(url: str | None) -> UrlIdentity:
    """The posting and requisition a URL names."""
    text = (url or "").strip()
    scheme, found, rest = text.partition("://")
    address = rest.removeprefix("www.") if found and scheme.isalnum() else _SCHEME.sub("", text)
    if "." not in address:
        return NOTHING
    lowered = address.lower()
    if "myworkday" in lowered and (workday := _WORKDAY.match(address)):
        requisition = requisition_key(workday[1])
        return UrlIdentity("workday", None, requisition, _workday_page(address, requisition))
    for mark, patterns in _PATTERNS:
        if mark in lowered:
            for platform, search in patterns:
                if posting := search(address):
                    return UrlIdentity(platform, "".join(posting.groups()).lower(), None, None, True)
    return _read_unknown_site(address)


def _workday_page(address: str, requisition: str | None) -> str | None:
    """A requisition in one town: the board's language and the title in the address change from link to link."""
    site, _, posting = address.partition("/job/")
    town, _, title = posting.partition("/")
    if requisition is None or "_" not in title:
        return _page(address)
    return f"{site.partition('/')[0]}/job/{town}/{requisition}".lower()


def _read_unknown_site(address: str) -> UrlIdentity:
    """Host and longest id of an address no platform's pattern fits."""
    page = _page(address)
    if page is None:
        return NOTHING
    rest = page[page.find("/") + 1 :] if "/" in page else ""
    ids = (_LONG_ID if rest.count("-") > 3 else _LONG_NUMBER).findall(rest)
    if not ids:
        return UrlIdentity(None, None, None, page)
    longest = ids[0] if len(ids) == 1 else max(reversed(ids), key=len)  # a board's own id comes before the posting's
    return UrlIdentity(address.partition("/")[0].lower(), longest.lower(), None, page)


@lru_cache(maxsize=65536)
def requisition_key(text: str | None) -> str | None:
    """The requisition id in one spelling; None for what is typed instead of one ("See Opening ID", "N/A", "ONE")."""
    plain = (text or "").strip()
    key = _PUNCTUATION.sub("", plain).upper()
    if _JUNK.fullmatch(plain) or len(key) > 24 or len(set(key)) == 1:
        return None
    digits = sum(map(str.isdigit, key))
    is_id = digits >= 3 and (len(key) - digits <= 6 or sum(map(str.isalpha, key)) <= 6)
    return key if is_id else None


def requisition_shape(key: str) -> str:
    """The pattern of a requisition id: ids of one numbering system share it."""
    return re.sub(r"\d", "9", key)


def _is_tracking(parameter: str) -> bool:
    """A query parameter that says who linked, not what."""
    return bool(_TRACKING.match(unquote(parameter).partition("=")[0].rstrip("[]")))


def _page(address: str) -> str | None:
    """The address without tracking parameters, fragment and apply form; None where it names no single posting."""
    path, kept = address, ""
    if "?" in address or "#" in address or "&" in address:
        path, _, query = address.partition("#")[0].replace("?", "&").partition("&")
        kept = "&".join(sorted(part for part in query.split("&") if part and not _is_tracking(part)))
    path = path.rstrip("/")
    host, slash, rest = (_APPLY.sub("", path) if path[-1:] in _APPLY_ENDS else path).partition("/")
    page = host.lower() + slash + rest + (kept and "?" + kept)
    return page if _is_specific(page) else None


def _is_specific(page: str) -> bool:
    """Whether the address has a number or a phrase in it, as a posting's has, and is not the page of all of them."""
    if not _NUMBER.search(page) and not _NAMED.search(page):
        return False
    return not _CAREERS.issuperset(page.rstrip("/").split("/")[1:])
