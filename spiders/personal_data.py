"""People's phone numbers and e-mail addresses taken out of payloads, before anything lands.

What belongs here: patterns and the walk over a payload. Which keys a platform uses for people, its file says.
"""

import re
from collections.abc import Set
from typing import Any

from spiders.platforms.base import Payload

EMAIL_REMOVED = "[e-mail removed]"
PHONE_REMOVED = "[phone removed]"

#: what people write between the digits of one number, also inside HTML
_GAP = r"(?:(?:[\s.\-\u2010-\u2015()*\u200b\u2060\u2190-\u21ff\u2b00-\u2bff_]|&nbsp;|&#160;|&#xa0;){1,4})"
_AT = r"(?:@|&#64;|&#x40;|&commat;|\s?[\[({]\s?at\s?[\])}]\s?)"
_DOT = r"(?:\.|\s?[\[({]\s?dot\s?[\])}]\s?)"
_FREE_MAIL = r"(?:g(?:oogle)?mail|y(?:ahoo|mail|andex)|hotmail|outlook|live|icloud|proton(?:mail)?|rediffmail|aol|gmx)"
#: a blank before the sign is an address only where the host gives out mailboxes ("apply @ event.com" is a link)
_EMAIL = re.compile(
    rf"(?:mailto:)?(?<![\w.%+\-])[\w.%+\-]{{1,64}}(?:{_AT}\s?|\s{_AT}\s?(?={_FREE_MAIL}\b))"
    rf"[a-z0-9\-]{{1,63}}(?:{_DOT}[a-z0-9\-]{{1,63}}){{0,3}}{_DOT}[a-z]{{2,24}}\b",
    re.IGNORECASE,
)
_INDIAN_MOBILE = (
    rf"(?:\+?91{_GAP}?|0{_GAP}?)?"
    rf"(?:[6-9]\d{{4}}{_GAP}?\d{{5}}|[6-9]\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{4}}|[6-9]\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}"
    rf"|[6-9]\d{{3}}{_GAP}\d{{6}}|[6-9]\d{{5}}{_GAP}\d{{4}}|[6-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}|[6-9](?:{_GAP}\d){{9}})"
)
_INTERNATIONAL = rf"(?:\+|\b00)[1-9](?:{_GAP}?\d){{7,14}}"
_NORTH_AMERICAN = rf"(?:1{_GAP})?\(?[2-9]\d{{2}}{_GAP}[2-9]\d{{2}}{_GAP}\d{{4}}"
_WITH_TRUNK_ZERO = rf"\(?0\d{{2,4}}{_GAP}(?:\d{{6,8}}|\d{{3,4}}{_GAP}\d{{4}}|\d{{3}}{_GAP}\d{{2}}{_GAP}?\d{{2}})"
_SHAPES = f"{_INTERNATIONAL}|{_INDIAN_MOBILE}|{_NORTH_AMERICAN}|{_WITH_TRUNK_ZERO}"
_PHONE = (
    rf"(?<![\w#=₹$€£+])(?<![a-z_]/)\(?(?:{_SHAPES})"
    r"(?!\d|\.(?:png|jpe?g|gif|webp|svg|pdf|mp4))"  # uploads are often named by their second since 1970
)
_CONTACT_LINK = r"(?:tel:|sms:|(?:https?://)?(?:api\.|web\.|chat\.)?\b(?:wa\.me/|whatsapp\.com/send/?\?)[^\s\"'<>]*?)"
#: links that are a number, then links that only hold digits, then numbers
_NUMBERS = re.compile(
    rf"(?P<contact>{_CONTACT_LINK}\+?[\d\-\s%]{{8,20}})|(?P<link>(?:https?:)?//[^\s\"'<>]+)|(?P<phone>{_PHONE})",
    re.IGNORECASE,
)
#: digits in groups, as in a phone number, and the identity of a thing
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def without_personal_data(text: str) -> str:
    """The text with every phone number and e-mail address replaced by a mark that says so. Other links stay whole."""
    if "@" in text or "&#" in text or "&commat" in text or re.search(r"[\[({]\s?at\s?[\])}]", text, re.IGNORECASE):
        text = _EMAIL.sub(EMAIL_REMOVED, text)
    return _NUMBERS.sub(_without_number, text)


def _without_number(found: re.Match[str]) -> str:
    return found[0] if found["link"] else PHONE_REMOVED


def has_phone(text: str) -> bool:
    """Whether a text holds a phone number, or held one before it was taken out."""
    return PHONE_REMOVED in text or any(not found["link"] for found in _NUMBERS.finditer(text))


def has_email(text: str) -> bool:
    """Whether a text holds an e-mail address, or held one before it was taken out."""
    return EMAIL_REMOVED in text or _EMAIL.search(text) is not None


def scrubbed(payload: Payload, dropped: Set[str]) -> Payload:
    """A copy of a payload without the keys `dropped`, at any depth, and with every text cleaned of personal data.

    A text that is a link or a UUID as a whole stays as it is: the numbers in it are file names and ids.
    """
    return {key: _scrubbed(value, dropped) for key, value in payload.items() if key not in dropped}


def _scrubbed(value: Any, dropped: Set[str]) -> Any:
    if isinstance(value, str):
        is_address = value.startswith(("http://", "https://", "//")) or _UUID.fullmatch(value)
        return value if is_address else without_personal_data(value)
    if isinstance(value, dict):
        return scrubbed(value, dropped)
    if isinstance(value, list):
        return [_scrubbed(item, dropped) for item in value]
    return value
