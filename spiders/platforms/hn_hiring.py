"""Hacker News, "Ask HN: Who is hiring?": the current month's thread, one comment an employer.

API: https://hn.algolia.com/api (public, no key): the newest threads of the account that opens them, then one thread
with its comments. Access: 10,000 requests an hour; a crawl makes two.
Quirks: comments are free text. By custom the first line is `Company | Role | Place | REMOTE | pay`, in any order behind
the company; a comment without such a line is chatter, one whose line names no role is rejected. Replies are not read.
The author's name never lands, nor do e-mail addresses and phone numbers. Deleted comments have no text.
"""

import re
from html import unescape
from typing import Any, ClassVar

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Page, Payload, Source
from spiders.platforms.feeds import Feed, json_fetch, numbered
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

#: the replies under a comment are other people's words
_DROPPED = frozenset({"author", "children"})
_THREAD = re.compile(r"Ask HN: Who is hiring\?", re.IGNORECASE)
_LONGEST_LINE = 2_000
_LONGEST_PART = 120

_LINK = re.compile(r"[(\[]?\s*(?:https?://|\bwww\.)[^\s)\]]+\s*[)\]]?")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_BARE_WORKPLACE = re.compile(
    r"(?:(?:100%|fully|remote|on-?site|hybrid|in[- ]person|in[- ]office)[\s,/&]*)+", re.IGNORECASE
)
_GLOSS = re.compile(r"\s*\([^()]*\)?$")
_TRADE = (
    r"engineers?|developers?|programmers?|designers?|scientists?|researchers?|analysts?|managers?|directors?|head of"
    r"|architects?|swe|consultants?|recruiters?|executives?|representatives?|specialists?|coordinators?|technicians?"
    r"|administrators?"
)
_TRADES = re.compile(rf"\b(?:{_TRADE})\b", re.IGNORECASE)
_NO_COMPANY = re.compile(rf"\b(?:{_TRADE}|lead|position|wanted|hiring|seeking)\b", re.IGNORECASE)
#: counts as a role only where nothing else is said in the same part of the line
_ROLE = re.compile(
    rf"\b(?:{_TRADE}|engineering|devs?|eng|vp|c[efpt]o|leads?|leader|sre|devops|full[- ]?stack|front[- ]?end"
    r"|back[- ]?end|co-?founders?|interns?|execs?|advocates?|writers?|operators?|associates?|experts?|gtm"
    r"|technical staff|roles?|positions?|openings?|jobs?)\b",
    re.IGNORECASE,
)
_NO_SINGLE_ROLE = re.compile(
    r"(?:(?:multiple|various|several|many|all|open|different|\d+\+?)\s+)*(?:roles?|positions?|openings?|jobs?|leads?)",
    re.IGNORECASE,
)
#: what a part of the line speaks of; the first that fits counts
_SUBJECTS = (
    ("visa", re.compile(r"\bvisas?\b|sponsor|relocation|citizen|clearance", re.IGNORECASE)),
    ("pay", re.compile(r"[$€£¥]\s?\d|\d\s?k\b|\b(?:usd|eur|gbp)\b|\bequity\b|\bsalary\b", re.IGNORECASE)),
    ("workplace", re.compile(r"\bremote|\bon-?site\b|\bhybrid\b|\bin[- ](?:person|office)\b", re.IGNORECASE)),
    ("employment", re.compile(r"\b(?:full|part)[- ]?time\b|\bcontract|\bfreelanc|\binternship|\bft\b", re.IGNORECASE)),
    (
        "place",
        re.compile(
            r", ?[A-Z]{2}\b|\b(?:USA?|UK|EU|NYC|SF|DC|Europe|EMEA|LATAM|Canada|Germany|France|Spain|Italy|Ireland|India"
            r"|Israel|Australia|Austria|Switzerland|Netherlands|Portugal|Poland|Norway|Sweden|Denmark|Finland|Japan"
            r"|Singapore|United (?:States|Kingdom)|New York|San Francisco|Bay Area|Los Angeles|Seattle|Boston|Austin"
            r"|Chicago|London|Berlin|Munich|Paris|Amsterdam|Zurich|Toronto|Bangalore|Bengaluru)\b"
        ),
    ),
)


class HnHiring(Feed):
    """The current thread of "Who is hiring?"."""

    name = "hn_hiring"
    first_url = "https://hn.algolia.com/api/v1/search_by_date?tags=story,author_whoishiring&hitsPerPage=10"
    own_pages = r"news\.ycombinator\.com/submitted\?id=whoishiring"
    delay_s: ClassVar[float] = 2.0

    def page(self, source: Source, answer: Answer) -> Page:
        """The newest thread to ask for, or the thread's top comments."""
        document = object_of(answer)
        if "hits" in document:
            return Page(follow=[json_fetch(f"https://hn.algolia.com/api/v1/items/{_newest_thread(document['hits'])}")])
        comments = payloads_of(document.get("children"), '"children"')
        return Page([scrubbed(comment, _DROPPED) for comment in comments if optional_text(comment.get("text"))])

    def identifier(self, payload: Payload) -> str:
        """The comment's number."""
        return numbered(payload)

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One comment as a posting. Raises PayloadError(`junk`) for one without the customary first line."""
        text = required_text(payload, "text")
        company, parts = _first_line(text)
        said = _by_subject(parts)
        identifier = self.identifier(payload)
        return PostingReading(
            identifier=identifier,
            title=_role(said["role"]),
            url=f"https://news.ycombinator.com/item?id={identifier}",
            company=company,
            places=_places(said),
            workplace="; ".join(said["workplace"]) or None,
            employment_type="; ".join(said["employment"]) or None,
            pays=[PayReading(text=part) for part in said["pay"]],
            description_html=text,
            posted=payload.get("created_at_i"),
            attribution=f"Hacker News, https://news.ycombinator.com/item?id={identifier}",
        )


def _newest_thread(hits: Any) -> int:
    """The number of the newest thread that asks who is hiring; the account opens two other ones each month."""
    threads = [hit for hit in payloads_of(hits, '"hits"') if _THREAD.match(hit.get("title") or "")]
    numbers = [int(hit["objectID"]) for hit in threads if str(hit.get("objectID")).isdecimal()]
    if not numbers:
        raise PayloadError(RejectReason.MISSING_FIELD, "no thread that asks who is hiring")
    return max(numbers)


def _first_line(text: str) -> tuple[str, list[str]]:
    """The company and the other parts of a comment's first line, without links."""
    line = re.split(r"<p>|<pre>|\n", text, maxsplit=1)[0][:_LONGEST_LINE]
    line = " ".join(unescape(re.sub(r"<[^>]*>", " ", line)).split())
    parts = [" ".join(_LINK.sub(" ", part).split()).strip(" -\u2013\u2014,") for part in line.split("|")]
    if len(parts) < 3:
        raise PayloadError(RejectReason.JUNK, "the first line is not `Company | Role | Place`")
    company = _GLOSS.sub("", parts[0])
    if not company or len(company) > _LONGEST_PART or _NO_COMPANY.search(company):
        raise PayloadError(RejectReason.MISSING_FIELD, "the first line does not begin with a company")
    return company, [part for part in parts[1:] if part and len(part) <= _LONGEST_PART and not _HOST.fullmatch(part)]


def _by_subject(parts: list[str]) -> dict[str, list[str]]:
    """The parts of the line by what they speak of. A role beside something else counts where none stands alone."""
    said: dict[str, list[str]] = {"role": [], **{subject: [] for subject, _ in _SUBJECTS}}
    mixed = []
    for part in parts:
        subject = next((subject for subject, words in _SUBJECTS if words.search(part)), "role")
        if _ROLE.search(part) and subject in {"role", "place"}:
            said["role"].append(part)
        elif subject != "role":
            said[subject].append(part)
            mixed += [part] if _TRADES.search(part) else []
    said["role"] += mixed
    return said


def _role(parts: list[str]) -> str:
    named = [part for part in parts if not _NO_SINGLE_ROLE.fullmatch(part)]
    if not named:
        raise PayloadError(RejectReason.MISSING_FIELD, "the first line names no role")
    return named[0]


def _places(said: dict[str, list[str]]) -> list[PlaceReading]:
    """What speaks of a place; a bare "REMOTE" does not, nor does "Remote engineers"."""
    named = [part for part in said["workplace"] if not _BARE_WORKPLACE.fullmatch(part) and part not in said["role"]]
    return [PlaceReading(part) for part in (*said["place"], *named)]


PLATFORM = HnHiring()
