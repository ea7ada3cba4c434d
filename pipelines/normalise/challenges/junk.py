"""Which challenges are none: tests of the organiser's page, homework of a class, spam, names that say nothing.

The words are data. A real event with an odd name ("Counterspell Vancouver", "Demo Day", "TestFest") must pass.
"""

import re
import unicodedata

from spiders.personal_data import has_phone
from warehouse.vocabulary import ChallengeKind

#: what advertisers of other things call them; each phrase is far from any event's name
SPAM_PHRASES: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:my|your) (?:ex|lover|husband|wife) back\b|\bspell ?casters?\b|\blove spells?\b|\blost love\b",
        "spell casting",
    ),
    (
        r"\b(?:customer|premier|technical) (?:care|support|service|help) ?(?:number\b|line\b|phone\b|\+?\d)"
        r"|\bhelpline number\b|\btoll[- ]free number\b",
        "support number",
    ),
    (r"\b(?:buy|purchase|sell)\b.*\b(?:verified|aged|old)\b.*\baccounts?\b", "account trade"),
    (
        r"\brecover\b.*\b(?:lost|stolen|scammed)\b.*\b(?:btc|bitcoins?|crypto|funds|usdt)\b|\bhire a hacker\b",
        "recovery scam",
    ),
    (r"\bcytotec\b|\bkürtaj\b|\bdüşük hapı|\babortion pills?\b|\bviagra\b|\bcialis\b", "pills"),
    (r"\bsatın al\b|\bsipariş\b|\bgörüntülü görüşme\b|\bcanlı bahis\b|\bomegle\b|\btaraftarium\d*\b", "advert"),
    (r"\b\d+x?bet\b|\bslot gacor\b|\btogel\b|\bjudi online\b|\b\w{3,}toto\b|\bonline casino\b|\bnhà cái\b", "gambling"),
    (r"\bescorts?\b.*\b(?:service|call|agency)|\bcall girls?\b", "escorts"),
    (
        r"\bi will do\b.*\b(?:marketing|seo|promotion)\b|\bclipping path\b|\bdata recovery services? in\b",
        "service advert",
    ),
)
_SPAM = tuple((re.compile(words, re.IGNORECASE), what) for words, what in SPAM_PHRASES)

#: names that were typed to get past a form
PLACEHOLDERS = frozenset(
    {
        "n a",
        "na",
        "none",
        "null",
        "tbd",
        "tba",
        "untitled",
        "xyz",
        "abc",
        "123",
        "1234",
        "12345",
        "dummy",
        "mock",
        "do not use",
    }
)
_KEYBOARD_ROW = re.compile(r"(?:asd|sdf|qwe|zxc|hjk|jkl)[asdfghjklqwertyzxcvb]*")
_LATIN_WITHOUT_VOWELS = re.compile(r"[bcdfghjklmnpqrstvwxz]{9,}")

_TEST = re.compile(r"test(?:e|ing|s)?\d*")
#: words that say nothing beside "test"
_GENERIC = frozenset(
    {
        *(
            "hackathon",
            "hackaton",
            "hackathons",
            "hack",
            "hacks",
            "event",
            "events",
            "competition",
            "challenge",
            "contest",
        ),
        *(
            "quiz",
            "site",
            "server",
            "platform",
            "page",
            "demo",
            "internal",
            "my",
            "new",
            "a",
            "the",
            "this",
            "is",
            "just",
        ),
        *("only", "for", "inc", "submission", "do", "not", "submit", "and", "opportunity", "hello", "high", "school"),
    }
)
_ANY_TEST = re.compile(
    rf"{_TEST.pattern}|(?:test(?:ing)?(?:hack(?:s|ath?on)?|event|site|server|only)|hack(?:athon)?test)\d*"
)
#: events about testing, and tests that one sits
_REAL_TESTS = re.compile(
    r"\b(?:penetration|pen|software|load|stress|usability|user|ab|a b|unit|qa|security|crash|flight|api|app|beta) test"
    r"|\btest(?:ing)? (?:fest|festival|driven|automation|bed|drive|cup|series|engineering|marathon|athon)"
    # what entrants are to test
    r"|\bto test (?!(?:the|this|our|my|it|out|platform|site|page|system|hackathon|event|submissions?)\b)\w",
)
#: what a class has to hand in; numbered, or with the word that says so
_HOMEWORK = re.compile(
    r"\bhome ?works?\b(?: ?#?\d|$)|\bhw ?#?\d|\bassignment ?#?\d|\bproblem set\b|\bpset ?\d"
    r"|\b(?:programming|mid ?term|course|class|demo) assignment\b",
)
#: words that a hackathon may use, and a class's leaderboard means as they are
_COURSEWORK = re.compile(
    r"\bhome ?works?\b|\bcourse ?work\b|\bfinal exam\b"
    r"|\b(?:course|class|term|semester|final|capstone) project\b"
    r"|\b[a-z]{2,5} ?\d{3}[a-z]{0,2} .*\b(?:lab|project|assignment|midterm|exam)\b",
)
_DEMO_EVENT = re.compile(r"\bdemo ?(?:hackathon|event|challenge|competition|contest|quiz)\b")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_MOST_SYMBOLS = 8


def junk_in(name: str, organizer: str | None, kind: ChallengeKind) -> str | None:
    """Why a challenge of this name is none, or None where nothing speaks against it."""
    if has_phone(unicodedata.normalize("NFKC", name)):
        return "spam: phone number in the name"
    if spam := _spam(name) or _spam(organizer or ""):
        return spam
    if sum(unicodedata.category(sign).startswith("S") and sign > "~" for sign in name) > _MOST_SYMBOLS:
        return f"name drawn in symbols {name!r}"
    if _says_nothing(_words(name)):
        return f"placeholder name {name!r}"
    if _is_bare_test(name) or _is_test_event(name, kind):
        return f"test event {name!r}"
    if _is_homework(name, kind):
        return f"class homework {name!r}"
    if organizer and _is_bare_test(organizer):
        return f"test event of organizer {organizer!r}"
    return None


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]


def _spam(text: str) -> str | None:
    text = unicodedata.normalize("NFKC", text)  # digits and letters drawn as symbols are what they look like
    return next((f"spam: {what}" for words, what in _SPAM if words.search(text)), None)


def _says_nothing(words: list[str]) -> bool:
    joined = " ".join(words)
    is_one_word = len(words) == 1
    return joined in PLACEHOLDERS or (
        is_one_word and bool(_KEYBOARD_ROW.fullmatch(joined) or _LATIN_WITHOUT_VOWELS.fullmatch(joined))
    )


def _is_bare_test(name: str) -> bool:
    """Nothing but "test", numbers and words that any event has."""
    words = _words(_CAMEL.sub(" ", name))
    rest = [word for word in words if not _ANY_TEST.fullmatch(word)]
    return len(rest) < len(words) and all(word in _GENERIC or word.isdecimal() for word in rest)


def _is_homework(name: str, kind: ChallengeKind) -> bool:
    words = " ".join(_words(name))
    return bool(
        _HOMEWORK.search(words)
        or (kind in {ChallengeKind.COMPETITION, ChallengeKind.CASE} and _COURSEWORK.search(words))
    )


def _is_test_event(name: str, kind: ChallengeKind) -> bool:
    """A hackathon with "test" in its name; in a competition or quiz the test is what one sits."""
    words = _words(name)
    joined = " ".join(words)
    if _DEMO_EVENT.search(joined):
        return True
    if kind is not ChallengeKind.HACKATHON or _REAL_TESTS.search(joined):
        return False
    return any(_TEST.fullmatch(word) for word in words)
