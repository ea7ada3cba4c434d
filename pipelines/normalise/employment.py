"""Employment types: each platform's and employer's words for them, as the words of schema.org."""

import re
from functools import lru_cache

from pipelines.companies import fold
from warehouse.vocabulary import EmploymentType

#: said of a contract that does not end: tells nothing about its hours, and is not contracting
_PERMANENT = re.compile(
    r"\b(?:unlimited|permanent|indefinite|unbefristet\w*|open ended|regular|employment) contract\w*"
    r"|\bcontrato indefinido|\bcdi\b|\bpermanent\b|\bunbefristet\w*"
)

#: the first kind whose words occur decides; hours count only where no kind of relation is named
_RELATIONS = {
    EmploymentType.INTERN: (
        r"interns?|internships?|praktik\w*|stagiaire|stage|estagio|pasantia|becario|tirocinio|co ?op|staz|praktyki"
        "|インターン\\w*|实习\\w*|實習\\w*|인턴\\w*|стажировка"
    ),
    EmploymentType.VOLUNTEER: r"volunteer\w*|ehrenamt\w*|benevole|voluntari\w*",
    EmploymentType.PER_DIEM: "per diem|prn|day labou?r",
    EmploymentType.TEMPORARY: (
        r"temp|temporary|temporaire|temporal|fixed term|limited term|befristet\w*|seasonal|cdd|interim|ftc|tijdelijk"
        "|契約社員|派遣\\w*|계약직|파견직|vikariat|zeitarbeit"
    ),
    EmploymentType.CONTRACTOR: (
        r"contract|contractors?|contracting|freelanc\w*|contingent|consultant|1099|c2c|b2b|業務委託|프리랜서"
    ),
}
_HOURS = {
    EmploymentType.PART_TIME: (
        "part ?time|teilzeit|temps partiel|medio tiempo|tiempo parcial|media jornada|deeltijd|meio periodo"
        r"|tempo parcial|werkstudent\w*|working student|minijob|nebenjob|side job|^side|aushilf\w*|hilfstatigkeit|pt"
        "|deltid|osa aikainen|niepelny etat|czesc etatu|castecny uvazek|частичная занятость|アルバイト"
        "|パート\\w*|兼职|兼職|아르바이트|시간제"
    ),
    EmploymentType.FULL_TIME: (
        "full ?time|vollzeit|temps plein|temps complet|tiempo completo|jornada completa|voltijd|tempo integral"
        "|periodo integral|tempo pieno|full or part ?time|fte|ft"
        "|heltid|fuldtid|kokoaikainen|pelny etat|plny uvazek|полная занятость|正社員|全职|全職|정규직"
    ),
}
#: kinds of relation that schema.org has no word for; they count where no hours are named
_OTHER = re.compile(r"\b(?:apprentic\w*|ausbildung|azubi|apprentissage|alternance)\b|^other$")
_RELATION_PATTERNS = {kind: re.compile(rf"\b(?:{words})\b") for kind, words in _RELATIONS.items()}
_HOUR_PATTERNS = {kind: re.compile(rf"\b(?:{words})\b") for kind, words in _HOURS.items()}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(4096)
def employment_type(stated: str | None) -> EmploymentType | None:
    """The employment type that words state; None where they name none, or both full and part time."""
    if not stated:
        return None
    words = " ".join(re.findall(r"\w+", fold(_CAMEL.sub(" ", stated)).replace("_", " ")))
    words = _PERMANENT.sub(" ", words)
    for kind, pattern in _RELATION_PATTERNS.items():
        if pattern.search(words):
            return kind
    hours = [kind for kind, pattern in _HOUR_PATTERNS.items() if pattern.search(words)]
    if len(hours) == 1:
        return hours[0]
    return EmploymentType.OTHER if not hours and _OTHER.search(words) else None
