"""Whether two records are the same vacancy, and on what evidence. Which pairs to ask about is not decided here."""

from typing import NamedTuple

from pipelines.companies import is_longer_name
from pipelines.dedupe.matching.features import Features
from pipelines.dedupe.matching.identities import UrlIdentity, requisition_shape
from pipelines.dedupe.matching.place_names import CITY_SPELLINGS, countries
from pipelines.dedupe.matching.places import Place, PlaceRelation, compare_places, lands_of
from pipelines.dedupe.matching.spans import long_apart
from pipelines.dedupe.matching.texts import shared_part
from pipelines.dedupe.matching.titles import (
    TitleRelation,
    compare_titles,
    goes_on,
    intakes_conflict,
    is_retold,
    share_words,
)
from warehouse.vocabulary import MatchReason


class Verdict(NamedTuple):
    """Why two records are one vacancy. A verdict at or over IDENTITY holds whatever the places say."""

    reason: MatchReason
    weight: float


IDENTITY = 100.0
SAME_PAGE = 95.0
SAME_REQUISITION = 90.0
SAME_TEXT = 80.0
SAME_WORDS = 70.0
NEAR_TITLE = 60.0
NO_TEXT = 50.0
PART_TITLE = 45.0
WIDE_PLACE = 40.0

# Shares of the shorter text found in the longer one.
REPEATED = 0.85
REWORDED = 0.75
UNRELATED = 0.6
# Where the title leaves something out, and the letters that the shorter text then has to have.
WHOLE = 0.9
# The same where a source of no ids lists both.
WHOLE_AGAIN = 0.95
TELLING = 500
# A text of fewer tells where it is all there is: neither much longer in the other, nor cut.
COMPLETE = 300
CUT = ("...", "\u2026")


def compare(left: Features, right: Features) -> Verdict | None:
    """The verdict on a candidate pair; None when they are not, or not provably, one vacancy.

    What is listed anew after a long while is a new opening, unless it is the very posting that came back.
    """
    verdict = compare_words(left, right)
    if verdict is None or verdict.weight >= IDENTITY:
        return verdict
    apart = long_apart((left.first_seen, left.last_seen), (right.first_seen, right.last_seen))
    return None if apart else verdict


def compare_words(left: Features, right: Features) -> Verdict | None:
    """The verdict on what the records say, whenever they were listed."""
    if same_posting(left, right):
        return Verdict(MatchReason.REQUISITION, IDENTITY)
    if _contradict(left, right):
        return None
    place = compare_places(left.places, right.places)
    title = _compare_titles(left, right, place)
    if place is PlaceRelation.CONFLICT or title is TitleRelation.OTHER:
        return _retitled(left, right, place)
    return _by_number(left, right, title, place) or _by_words(left, right, title, place)


def _compare_titles(left: Features, right: Features, place: PlaceRelation) -> TitleRelation:
    """How far the titles agree; one that goes on with the other's own place says no more: that left it out."""
    title = compare_titles(left.title, right.title)
    if title is TitleRelation.SAME or not goes_on(left.title, right.title):
        return title
    shorter = min(left, right, key=lambda one: len(one.title.words))
    more = set(left.title.words) ^ set(right.title.words)
    places = left.places + right.places if place is PlaceRelation.EQUAL else shorter.places
    return TitleRelation.SAME if more and _names_place(more, places) else title


def _names_place(words: set[str], places: tuple[Place, ...]) -> bool:
    """Whether the words are of the name of one of the places, or of the country it is in."""
    if any(words <= set(name.split()) for place in places for name in place.names):
        return True
    word = next(iter(words)) if len(words) == 1 else ""
    town, land = CITY_SPELLINGS.get(word), countries().get(word)
    return any(town in place.names or land in lands_of(place) for place in places)


def same_posting(left: Features, right: Features) -> bool:
    """Both URLs lead to one posting of one platform, and nothing says that its id was used again."""
    one, other = left.url, right.url
    is_one_page = one.page == other.page and _is_one_address(left, right)  # a requisition in one town
    if one.platform != other.platform or not (is_one_page or _is_one_id(one, other)):
        return False
    if intakes_conflict(left.title, right.title):
        return False
    if left.title.words == right.title.words:
        return True
    return _akin(left, right) and (one.is_platform_id or share_words(left.title, right.title))


def _is_one_id(one: UrlIdentity, other: UrlIdentity) -> bool:
    """Both addresses have the same id."""
    return one.identifier is not None and one.identifier == other.identifier


def siblings(left: Features, right: Features) -> bool:
    """Two postings of one board or platform: it gave them two ids, so it holds them for two postings."""
    if left.url.platform and left.url.platform == right.url.platform:
        return left.url.identifier != right.url.identifier or left.url.identifier is None
    return left.source is not None and left.source == right.source


def unlike_texts(left: Features, right: Features) -> bool:
    """Both describe the job, and not the same job."""
    share = _shared_text(left, right)
    return share is not None and share < UNRELATED


def _shared_text(left: Features, right: Features) -> float | None:
    """The share of the shorter text that stands in the longer one; below UNRELATED it no longer counts how much."""
    if left.description is None or right.description is None:
        return None
    return shared_part(left.letters(), right.letters(), UNRELATED)


def _akin(left: Features, right: Features) -> bool:
    """Employers of one family, or one name the start of the other."""
    return left.family == right.family or _has_longer_name(left.company, right.company)


def _has_longer_name(one: str | None, other: str | None) -> bool:
    """One name is the start of the other, or none is known."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def _contradict(left: Features, right: Features) -> bool:
    """A fact that no likeness outweighs."""
    if left.language and right.language and left.language != right.language:
        return True
    if not left.requisition or not right.requisition or left.requisition == right.requisition:
        return False
    return siblings(left, right) or requisition_shape(left.requisition) == requisition_shape(right.requisition)


def _by_number(left: Features, right: Features, title: TitleRelation, place: PlaceRelation) -> Verdict | None:
    """One page, or one requisition of one employer, whose title and place agree."""
    if left.url.page is not None and left.url.page == right.url.page and _is_page_of_both(left, right, title):
        return Verdict(MatchReason.REQUISITION, SAME_PAGE)
    if left.requisition is None or left.requisition != right.requisition or not _is_one_employer(left, right):
        return None
    if siblings(left, right) and (place is not PlaceRelation.EQUAL or _is_other_team(left, right, title)):
        return None  # a board lists one requisition once for every city or team it hires for
    return None if unlike_texts(left, right) else Verdict(MatchReason.REQUISITION, SAME_REQUISITION)


def _is_page_of_both(left: Features, right: Features, title: TitleRelation) -> bool:
    """The title under which each has the page is the other's, or says more of it to another source."""
    return title >= TitleRelation.CLOSE or (title is TitleRelation.PART and _is_one_address(left, right))


def _is_other_team(left: Features, right: Features, title: TitleRelation) -> bool:
    """One board lists both under one number, one with a team: employers use a number for several openings."""
    return title is TitleRelation.PART and not _is_one_address(left, right)


def _is_one_address(left: Features, right: Features) -> bool:
    """Two sources link to one requisition of one board."""
    return (
        left.url.requisition is not None
        and left.url.requisition == right.url.requisition
        and left.source != right.source
    )


def _retitled(left: Features, right: Features, place: PlaceRelation) -> Verdict | None:
    """One requisition of one employer at one place, whose titles say the role in other words."""
    if place is not PlaceRelation.EQUAL or left.requisition is None or left.requisition != right.requisition:
        return None
    if siblings(left, right) and not _is_one_address(left, right):
        return None
    if not _is_one_employer(left, right) or not is_retold(left.title, right.title) or unlike_texts(left, right):
        return None
    return Verdict(MatchReason.REQUISITION, SAME_REQUISITION)


def _is_one_employer(left: Features, right: Features) -> bool:
    """One family, or a name that has all of the other."""
    return left.family is not None and right.family is not None and is_longer_name(left.family, right.family)


def _is_one_name(left: Features, right: Features, title: TitleRelation) -> bool:
    """One family; in a copy's title also the same letters: "EOT Labs" is seen to have a word to drop, not "eotlabs"."""
    if left.family is None or left.family == right.family:
        return left.family is not None
    return left.company == right.company and title is TitleRelation.SAME and not siblings(left, right)


def _is_begun(left: Features, right: Features) -> bool:
    """A name whose first words, too few to be sure of, are all of the other, or what an address made of it."""
    return left.family in right.beginnings or right.family in left.beginnings


def _by_words(left: Features, right: Features, title: TitleRelation, place: PlaceRelation) -> Verdict | None:
    """The same title at the same employer and place, checked against the text where there is one."""
    if title in {TitleRelation.PART, TitleRelation.COHORT} or not _is_one_name(left, right, title):
        return _by_whole_text(left, right, title, place)
    if title < TitleRelation.CLOSE:
        return None
    share = _shared_text(left, right)
    if place < PlaceRelation.OVERLAP:
        return _in_wider_place(left, right, title, share)
    if siblings(left, right):
        least = REPEATED if left.url.is_platform_id or title is not TitleRelation.SAME else REWORDED
        repeats = share is not None and share >= least and place is PlaceRelation.EQUAL
        return Verdict(_reason(title), SAME_WORDS + share) if repeats and share is not None else None
    if share is None:
        return _without_text(left, right, title, place)
    if share < REWORDED:
        return None
    return Verdict(_reason(title), (SAME_TEXT if title is TitleRelation.SAME else NEAR_TITLE) + share)


def _by_whole_text(left: Features, right: Features, title: TitleRelation, place: PlaceRelation) -> Verdict | None:
    """A copy that lost a team or intake of the title, or has a longer name: all of a telling text must agree.

    "Tally" is the beginning of many employers' names: they are one for the same title only.
    """
    if title not in {TitleRelation.PART, TitleRelation.SAME, TitleRelation.COHORT} or place < PlaceRelation.PART:
        return None
    is_again = siblings(left, right)
    if title is TitleRelation.COHORT and (is_again or place is not PlaceRelation.EQUAL):
        return None
    if is_again and not (place is PlaceRelation.EQUAL and _is_without_ids(left, right)):
        return None
    is_known = _is_one_employer(left, right)
    if not is_known and (title is not TitleRelation.SAME or not _is_begun(left, right)):
        return None
    is_alike = is_known and not is_again and title is TitleRelation.SAME and place is PlaceRelation.EQUAL
    if not _is_telling(left, right, COMPLETE if is_alike else TELLING):
        return None
    share = _shared_text(left, right)
    least = REPEATED if is_known and title is TitleRelation.SAME else WHOLE
    if share is None or share < (WHOLE_AGAIN if is_again else least):
        return None
    return Verdict(MatchReason.TEXT, PART_TITLE + share)


def _is_without_ids(left: Features, right: Features) -> bool:
    """Whether one employer's postings are of a source without addresses, where a vacancy posted again is a new row."""
    return left.family == right.family and left.url.leads_nowhere and right.url.leads_nowhere


def _is_telling(left: Features, right: Features, telling: int) -> bool:
    """Whether what both texts have in common can be more than how the employer begins every text."""
    shorter, longer = sorted((len(left.letters()), len(right.letters())))
    if shorter >= telling or shorter < COMPLETE:
        return shorter >= telling
    return shorter >= WHOLE * longer and not any((one.description or "").endswith(CUT) for one in (left, right))


def _without_text(left: Features, right: Features, title: TitleRelation, place: PlaceRelation) -> Verdict | None:
    """With no text to check, only the very same words will do: "Acme Motors" and "Acme Software" are two employers."""
    is_one_name = _has_longer_name(left.company, right.company) or left.family in {left.company, right.company}
    if title is TitleRelation.SAME and place >= PlaceRelation.PART and is_one_name:
        return Verdict(MatchReason.EXACT, NO_TEXT + place)
    if title is TitleRelation.CLOSE and place is PlaceRelation.EQUAL and left.company == right.company:
        return Verdict(MatchReason.CLOSE_TITLE, NO_TEXT)
    return None


def _in_wider_place(left: Features, right: Features, title: TitleRelation, share: float | None) -> Verdict | None:
    """One source leaves the city out: all of the text must be there, and no board says where one of its own two is."""
    is_nowhere = not left.places and not right.places
    if left.title.places and right.title.places and left.title.places.isdisjoint(right.title.places):
        return None
    if title is not TitleRelation.SAME or (siblings(left, right) and not is_nowhere):
        return None
    return Verdict(MatchReason.TEXT, WIDE_PLACE + share) if share is not None and share >= REPEATED else None


def _reason(title: TitleRelation) -> MatchReason:
    """The reason a title alone gives."""
    return MatchReason.EXACT if title is TitleRelation.SAME else MatchReason.CLOSE_TITLE
