"""Which fields a recorded answer holds, looked up by plain paths in the raw document: nothing here asks a reader.

A path is keys joined by dots; a list stands for each of its entries. A field is held where a path leads to something
that says anything: an amount that is not zero, an employment type that is one.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

FIELDS = ("title", "description", "location", "date_posted", "url", "employment_type", "salary")

#: by platform: where the records lie, and in each the paths of FIELDS, any of which will do; "id" tells records apart
PATHS: dict[str, dict[str, str]] = {
    "greenhouse": {
        "records": "jobs", "id": "id", "title": "title", "description": "content", "url": "absolute_url",
        "location": "location.name offices.name", "date_posted": "first_published",
        "salary": "pay_input_ranges.min_cents metadata.value.min_value",
    },
    "lever": {
        "records": "", "id": "id", "title": "text",
        "description": "description descriptionBody lists.content additional",
        "location": "categories.location categories.allLocations", "date_posted": "createdAt", "url": "hostedUrl",
        "employment_type": "categories.commitment", "salary": "salaryRange.min salaryRange.max",
    },
    "ashby": {
        "records": "jobs", "id": "id", "title": "title", "description": "descriptionHtml descriptionPlain",
        "location": "location", "date_posted": "publishedAt", "url": "jobUrl", "employment_type": "employmentType",
        "salary": "compensation.scrapeableCompensationSalarySummary",
    },
    "workday": {
        "records": "jobPostingInfo", "title": "title", "description": "jobDescription", "location": "location",
        "date_posted": "startDate", "url": "externalUrl", "employment_type": "timeType",
    },
    "smartrecruiters": {
        "records": "content", "id": "id", "title": "name", "description": "jobAd.sections.jobDescription.text",
        "location": "location.city location.fullLocation", "date_posted": "releasedDate", "url": "ref applyUrl id",
        "employment_type": "typeOfEmployment.label",
    },
    "workable": {
        "records": "jobs", "id": "shortcode", "title": "title", "description": "description",
        "location": "city country locations.city", "date_posted": "published_on created_at", "url": "url shortlink",
        "employment_type": "employment_type",
    },
    "bamboohr": {
        "records": "result", "id": "id", "title": "jobOpeningName", "url": "id",
        "location": "location.city location.state atsLocation.city atsLocation.country",
        "employment_type": "employmentStatusLabel",
    },
    "rippling": {"records": "", "id": "uuid", "title": "name", "url": "url", "location": "workLocation.label"},
    "breezy": {
        "records": "", "id": "id", "title": "name", "description": "description", "url": "url", "salary": "salary",
        "location": "location.name location.city", "date_posted": "published_date", "employment_type": "type.name",
    },
    "icims": {
        "records": "jobs.data", "id": "slug", "title": "title", "description": "description", "url": "slug apply_url",
        "location": "full_location city location_name", "date_posted": "posted_date",
        "employment_type": "employment_type", "salary": "salary_min_value salary_max_value",
    },
    "eightfold": {
        "records": "positions", "id": "id", "title": "name", "description": "job_description",
        "location": "location locations", "date_posted": "t_create", "url": "canonicalPositionUrl",
    },
    "phenom": {
        "records": "eagerLoadRefineSearch.data.jobs", "id": "jobSeqNo", "title": "title", "url": "jobSeqNo",
        "location": "location cityStateCountry multi_location", "date_posted": "postedDate", "employment_type": "type",
    },
    "personio": {
        "records": "position", "id": "id", "title": "name", "url": "id", "location": "office",
        "description": "jobDescriptions.jobDescription.value", "date_posted": "createdAt",
        "employment_type": "schedule employmentType",
    },
    "recruitee": {
        "records": "offers", "id": "id", "title": "title", "description": "description requirements",
        "location": "location city", "date_posted": "published_at created_at", "url": "careers_url",
        "employment_type": "employment_type_code", "salary": "salary.min salary.max",
    },
    "pinpoint": {
        "records": "data", "id": "id", "title": "title", "description": "description", "url": "url",
        "location": "location.name", "employment_type": "employment_type",
        "salary": "compensation_minimum compensation_maximum",
    },
    "teamtailor": {
        "records": "items", "title": "title", "description": "content_html", "url": "url",
        "location": "_jobposting.jobLocation.address.addressLocality", "date_posted": "date_published",
    },
    "arbeitnow": {
        "records": "data", "id": "slug", "title": "title", "description": "description", "location": "location",
        "date_posted": "created_at", "url": "url", "employment_type": "job_types",
    },
    "himalayas": {
        "records": "jobs", "id": "guid", "title": "title", "description": "description", "url": "applicationLink guid",
        "location": "locationRestrictions", "date_posted": "pubDate", "employment_type": "employmentType",
        "salary": "minSalary maxSalary",
    },
    "jobicy": {
        "records": "jobs", "id": "id", "title": "jobTitle", "description": "jobDescription", "location": "jobGeo",
        "date_posted": "pubDate", "url": "url", "employment_type": "jobType", "salary": "salaryMin salaryMax",
    },
    "remotive": {
        "records": "jobs", "id": "id", "title": "title", "description": "description", "url": "url",
        "location": "candidate_required_location", "date_posted": "publication_date", "employment_type": "job_type",
        "salary": "salary",
    },
    "remoteok": {
        "records": "", "id": "id", "title": "position", "description": "description", "location": "location",
        "date_posted": "date epoch", "url": "url", "salary": "salary_min salary_max",
    },
    "themuse": {
        "records": "results", "id": "id", "title": "name", "description": "contents", "location": "locations.name",
        "date_posted": "publication_date", "url": "refs.landing_page",
    },
    "usajobs": {
        "records": "SearchResult.SearchResultItems", "id": "MatchedObjectId",
        "title": "MatchedObjectDescriptor.PositionTitle", "url": "MatchedObjectDescriptor.PositionURI",
        "description": "MatchedObjectDescriptor.UserArea.Details.JobSummary",
        "location": "MatchedObjectDescriptor.PositionLocation.LocationName",
        "date_posted": "MatchedObjectDescriptor.PublicationStartDate",
        "salary": "MatchedObjectDescriptor.PositionRemuneration.MinimumRange",
    },
    "weworkremotely": {
        "records": "channel.item", "id": "guid", "title": "title", "description": "description", "url": "link guid",
        "location": "region country state", "date_posted": "pubDate", "employment_type": "type",
    },
    "hn_hiring": {"records": "children", "id": "id", "description": "text", "url": "id", "date_posted": "created_at_i"},
    "JobPosting": {
        "records": "", "title": "title", "description": "description", "date_posted": "datePosted",
        "location": "jobLocation.address.addressLocality jobLocation.address.addressRegion "
        "jobLocation.address.addressCountry jobLocation.name",
        "employment_type": "employmentType",
        "salary": "baseSalary.value.minValue baseSalary.value.value baseSalary.value",
    },
}  # fmt: skip

_LD = re.compile(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STATE = re.compile(r"phApp\.ddo\s*=\s*")
_AMOUNT = re.compile(r"[1-9]")
#: what stands in fields for the employment type and is none: levels of experience, contracts that do not end, grants
_NO_TYPES = frozenset(
    (
        "permanent",
        "scholarship",
        "berufserfahren",
        "berufseinstieg",
        "professional / experienced",
        "entry",
        "teamleitung",
    )
)


def held_fields(platform: str, text: str) -> dict[str, set[str]]:
    """The fields each record of an answer holds, by the record's id, or by its place where it has none."""
    name = platform if text.lstrip().startswith(("{", "[", "<?xml")) or platform == "phenom" else "JobPosting"
    paths = PATHS.get(name)
    if paths is None:
        return {}
    held: dict[str, set[str]] = {}
    for number, record in enumerate(_records(paths["records"], name, text)):
        key = next(iter(_values(record, paths["id"])), "") if "id" in paths else ""
        held[str(key or number)] = {name for name in FIELDS if name in paths and _holds(record, name, paths[name])}
    return held


def _records(path: str, name: str, text: str) -> list[Any]:
    if name == "JobPosting":
        return list(_postings_of(text))
    if name == "phenom":
        start = _STATE.search(text)
        document = json.JSONDecoder().raw_decode(text, start.end())[0] if start else {}
    elif text.lstrip().startswith("<"):
        document = _tree(ElementTree.fromstring(text))  # noqa: S314 - recorded files of ours
    else:
        document = json.loads(text)
    return list(_values(document, path)) or [document]


def _postings_of(html: str) -> Iterator[Any]:
    """The JobPostings of a page's JSON-LD blocks."""
    for block in _LD.findall(html):
        try:
            document = json.loads(block.strip(), strict=False)
        except ValueError:
            continue
        nodes = document.get("@graph", [document]) if isinstance(document, dict) else document
        yield from (node for node in nodes if "JobPosting" in str(node.get("@type")))


def _tree(element: ElementTree.Element) -> Any:
    """An XML element as nested lists of its children by name, or its text."""
    if not len(element):
        return element.text
    children: dict[str, list[Any]] = {}
    for child in element:
        children.setdefault(child.tag, []).append(_tree(child))
    return children


def _holds(record: Any, name: str, paths: str) -> bool:
    return any(_says(name, value) for path in paths.split(" ") for value in _values(record, path))


def _says(name: str, value: Any) -> bool:
    text = "" if value in (None, {}, []) else str(value).strip()
    if name == "salary":
        return bool(_AMOUNT.search(text))
    return text not in {"", "0", "None"} and not (name == "employment_type" and text.lower() in _NO_TYPES)


def _values(node: Any, path: str) -> Iterator[Any]:
    if isinstance(node, list):
        for each in node:
            yield from _values(each, path)
    elif not path:
        yield node
    elif isinstance(node, dict):
        key, _, rest = path.partition(".")
        if key in node:
            yield from _values(node[key], rest)
