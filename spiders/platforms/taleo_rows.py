"""The lists of Taleo's two editions: cards of Business Edition, rows of Enterprise. What they mean, `taleo` reads.

Their formats are documented nowhere; they are what the pages hold, as recorded or as other crawlers report.
"""

import re
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.platforms.base import Answer, Payload
from spiders.platforms.json_ld_blocks import parsed
from spiders.platforms.parsing import object_of, optional_text, payloads_of

_CARD = ".oracletaleocwsv2-accordion-head-info"
_PLACE = re.compile(r"\b(?:location|city|state|province|region)\b", re.IGNORECASE)
#: ends each row of the old list, and names its title and number
_SUBMISSION = re.compile(
    r"Submission for the position: (?P<title>.*) - \(Job Number: (?P<number>[^()]+)\)\Z", re.DOTALL
)
_SHORT_DAY = re.compile(r"[A-Z][a-z]{2} \d{1,2}, \d{4}")
_OLD_TOTAL = re.compile(r"listRequisition\.nbElements!\|!(\d+)")
_ROW_FIELDS = 42  # of a row in the old list, from its id on


def cards_of(page: LexborHTMLParser) -> list[Payload]:
    """The cards of a Business Edition list, each once. Columns are the employer's choice: the sort menu names them."""
    columns = _place_columns(page)
    cards: dict[str, Payload] = {}
    for node in page.css(_CARD):
        if card := _card(node, columns):
            cards.setdefault(card["id"], card)
    return list(cards.values())


def next_of(page: LexborHTMLParser) -> str | None:
    """The address of the next page of cards, as linked."""
    link = page.css_first("a.jscroll-next[href]")
    return link.attributes.get("href") if link else None


def _card(node: LexborNode, columns: list[int]) -> Payload | None:
    link = node.css_first("a[href*='rid=']")
    number = parse_qs(urlsplit((link.attributes.get("href") or "") if link else "").query).get("rid")
    if link is None or not number:
        return None
    cells = [" ".join(cell.text().split()) for cell in node.css("div[tabindex]")]
    place = ", ".join(cells[column] for column in columns if column < len(cells) and cells[column])
    return {"id": number[0], "title": " ".join(link.text().split()), **({"place": place} if place else {})}


def _place_columns(page: LexborHTMLParser) -> list[int]:
    """Which cells of a card name its place: the title is column 0 and no cell."""
    found: set[int] = set()
    for node in page.css("[value*='sortColumn='], [href*='sortColumn=']"):
        address = node.attributes.get("value") or node.attributes.get("href") or ""
        number = re.search(r"sortColumn=(\d+)", address)
        if number and int(number[1]) and _PLACE.search(node.text()):
            found.add(int(number[1]) - 1)
    return sorted(found)


def rows_of(answer: Answer) -> tuple[list[Payload], int | None, int]:
    """The rows of an Enterprise list, the stated total, and the page's number."""
    document = object_of(answer)
    paging = document.get("pagingData")
    paging = paging if isinstance(paging, dict) else {}
    rows = [_row(row) for row in payloads_of(document.get("requisitionList"), '"requisitionList"')]
    total, number = paging.get("totalCount"), paging.get("currentPageNo")
    return rows, total if type(total) is int else None, number if type(number) is int else 1


def _row(stated: Payload) -> Payload:
    """A row: its first column is the title; one that is a list, written as text, names places."""
    columns = [text for each in stated.get("column") or () if (text := optional_text(each))]
    lists = [parsed(column) for column in columns if column.startswith("[")]
    places = [place for each in lists if isinstance(each, list) for place in each if optional_text(place)]
    entry: dict[str, Any] = {
        "id": stated.get("contestNo") or stated.get("jobId"),
        "title": columns[0] if columns else None,
    }
    return {key: value for key, value in (entry | {"place": "; ".join(places) or None}).items() if value}


def old_rows_of(text: str) -> tuple[list[Payload], int | None]:
    """The rows of the old list and its total. Fields have no names: a row is told by the words it ends with."""
    fields = [unquote(field).replace("\\:", ":") for field in text.split("!|!")]
    rows = []
    for end, field in enumerate(fields):
        if found := _SUBMISSION.fullmatch(field):
            row = fields[max(0, end - _ROW_FIELDS + 1) : end]
            start = next((at for at, each in enumerate(row) if each == found["title"]), len(row))
            rows.append(_old_row(row[start:], found["title"], found["number"]))
    total = _OLD_TOTAL.search(text)
    return rows, int(total[1]) if total else None


def _old_row(row: list[str], title: str, number: str) -> Payload:
    """What stands behind the job's number is its place, then the days it shows, the first of them its posting."""
    at = row.index(number) if number in row else len(row)
    days = [field for field in row[at:] if _SHORT_DAY.fullmatch(field)]
    place = row[at + 1] if at + 1 < len(row) else ""
    entry = {"id": number, "title": title, "place": place.strip(), "posted": days[0] if days else None}
    return {key: value for key, value in entry.items() if value}
