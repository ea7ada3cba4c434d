"""What evidence is worth. A hub applies from THRESHOLD; the numbers were set on the labelled development listings."""

THRESHOLD = 0.5
SECOND_THRESHOLD = 0.55  # a further hub beside one the title names

NAMED = 0.8  # the title names the job
NAMED_TOO = 0.62  # a second job in the same piece of the title: "business analyst/data analyst"
NAMED_LATER = 0.35  # a job in a later piece: "sourcer, product management"
NAMED_BY_FIELD = 0.6  # no job named, but a field: "growth"
SPELLING = 0.95  # factor for a job named with a misspelled word
CONTEST = 0.05  # by how much more the rest must speak for a hub that contests a title
HINT = {"field": 0.3, "strong": 0.25, "fair": 0.12, "hint": 0.25}
COVERED = 0.5  # factor for a hint inside a job of another hub: "marketing" in "marketing operations manager"

DEPARTMENT = {"title": 0.3, "field": 0.3, "department": 0.3, "strong": 0.25, "fair": 0.1}
TAG = {
    "title": 0.12,
    "field": 0.12,
    "strong": 0.12,
    "fair": 0.06,
}
CHALLENGE_TAG = {"challenge strong": 0.08, "challenge fair": 0.06, "challenge weak": 0.04}  # often machine-made
TAGS_AT_MOST = 0.24
CHALLENGE_TAGS_AT_MOST = 0.16
TEXT = {
    "strong": 0.07,
    "fair": 0.035,
    "weak": 0.015,
    "challenge strong": 0.15,
    "challenge fair": 0.08,
    "challenge weak": 0.05,
    "challenge job": 0.05,  # a job title in a challenge's text is as likely a judge's
    "challenge told": 0.35,  # the text says what it is: "a product management case competition"
}
TEXT_AT_MOST = 0.4
TEXT_ALONE_AT_MOST = 0.55  # where the title says nothing
TEXT_NAMES_JOB = 0.35  # "we are looking for a ...", "as a ..."

CHALLENGE_MORE = 0.1  # a second phrase of a hub in a challenge's title
CHALLENGE = {
    "challenge strong": 0.8,
    "challenge name": 0.8,  # "product hackathon"
    "challenge coined": 0.8,  # "productathon"
    "challenge fair": 0.45,
    "challenge qualified": 0.4,  # a name behind a word that says which product: "skincare product challenge"
    "challenge weak": 0.3,
}
CHALLENGE_CATEGORY = {"challenge category": 0.35}  # the organiser's own category has the hub's name
CHALLENGE_HOST = {"challenge host": 0.2}
