"""Which words name the period that pay is for, in the languages of job ads, and where such a word stands."""

import re
from functools import lru_cache

from warehouse.vocabulary import PayUnit

#: words for a period; short forms that count only alone or behind "per" or "/"; words that make a sentence speak of it
_UNITS = (
    (
        PayUnit.HOUR,
        r"hour|stunde|heure|hora|uur|godzin[aęy]|hodinu|timm?en?|timma|tunti|tunnilta|час|годину|saat|giờ|ώρα|oră|óra|sat"
        r"|uro|valandą|ชั่วโมง",
        r"hr|hrs|h|std|godz\.?|hod\.?|ora|jam|u",
        r"hourly|\w*stundenlohn|stundensatz|(?:taux|tarif|salaire) horaire|uurloon|uurtarief|timlön|timelønn?|timeløn"
        r"|tuntipalkka|לשעה|saatlik|stawka godzinowa|órabér|óránként"
        r"|tunnis|satnica|hodinovo|tunnihind",
    ),
    (
        PayUnit.DAY,
        r"day|jour|dia|día|dzień|den|dag|päivä|день|gün|ngày|hari|giorno",
        r"d|tag",
        r"daily|day rate|tagessatz|tjm|taux journalier|dagstarief|daglön|tarifa diaria|diarios|manday|dniówka",
    ),
    (PayUnit.WEEK, r"week|woche|semaine|semana|veckan?|uge|uke|viikko|settimana|tydzień", "wk|w",
     "weekly|wöchentlich|semanal(?:es|mente)?|semanais|hebdomadaires?|settimanali?|tygodniowo"),
    (
        PayUnit.MONTH,
        r"month|monat|mois|maand|mês|miesiąc|miesiącu|månad(?:en)?|måned(?:en)?|kuukausi|kuukaudessa|měsíc|місяць|месяц|месец|tháng"
        r"|bulan|mese|lună|lun[ai]|lunar|hónap|hó|mesiac|mjesec|mesec|mėnesį|mēnesī|เดือน"
        r"|μήνα",
        r"mo|mes|m|mies\.?|měs\.?|mån\.?|md\.?|mdr\.?|mnd\.?|mėn\.?|mēn\.?|kk|мес|міс|ay|monthly",
        r"monthly|monatlich\w*|\w*monats(?:gehalt|lohn|brutto\w*|entgelt|gage)|mensual(?:es|mente)?|mensais|mensal"
        r"|mensuel(?:le)?s?|mensil[ei]|maandelijks|maand(?:salaris|loon|inkomen)|miesięcznie|miesięczne|měsíčně|měsíční"
        r"|månadslön|månedsløn|månedslønn|kuukausipalkka|щомісяця|ежемесячно|месечно|mesečno|mjesečno|mesačne|aylık|לחודש"
        r"|havi|havonta|kuus|kuukaudessa|monatl\.|mtl\.|ต่อเดือน|شهريا|شهرياً|μηνιαί\w+",
    ),
    (
        PayUnit.YEAR,
        r"year|annum|jahr|jaar|année|ano|año|rok|år(?:et)?|vuosi|vuodessa|год|рік|năm|tahun|anno|χρόνο|év|godinu|metus|gadā",
        r"yr|an|y|v|yearly",
        r"annual|annually|annuali[sz]ed|yearly|\w*jahres(?:gehalt|lohn|brutto\w*|entgelt|zielgehalt|vergütung|salär)"
        r"|jährlich\w*|annuel(?:le)?s?|anual(?:es|mente)?|anuais|annu[oei]|ral|rocznie|ročně|årslønn?|årsløn|årslön"
        r"|vuosipalkka|yıllık|לשנה|ετησί\w+|jaar(?:salaris|loon|basis|inkomen)|évi|éves|évente|годишно|godišnje|ročne|aastas|anuală?",
    ),
)  # fmt: skip
_PER = (
    r"(?:/|per\b|pr\.?\s|an?\b|pro\b|par\b|por\b|im\b|i\b|de l['’]|à l['’]|al?\b|ao\b|za\b|na\b|на\b|på\b|в\b"
    r"|за\b|mỗi\b|pe\b|la\b|l['’]|all['’]|each\b|every\b|die\b|ต่อ"
    r"|p/|je\b)"
)
_ANY_UNIT = "|".join(f"{words}|{short}|{spoken}" for _, words, short, spoken in _UNITS)
_ANY_SPOKEN = "|".join(f"{spoken}" for *_, spoken in _UNITS)
_STATED_UNITS = tuple(
    (
        unit,
        re.compile(rf"(?<![^\W\d_])(?:{words}|{spoken})(?![^\W\d_])|(?:\A|{_PER})\s*(?:{short})(?!\w)", re.IGNORECASE),
    )
    for unit, words, short, spoken in _UNITS
)
_SPOKEN_UNITS = tuple(
    (
        unit,
        re.compile(rf"(?<![^\W\d_])(?<!bi-)(?<!semi-)(?:{spoken}|(?:per|pro|par|por) (?:{words}))(?![^\W\d_])"),
    )
    for unit, words, _, spoken in _UNITS
)
#: what may stand between an amount and its period: before or after tax, with sales tax, as an employee
_TAX = (
    r"(?:(?:brutt?o|brutos|brutto-?|brut|bruts|gross|nets?|nett[oi]?|netos?|lord[ioa]|hrubého|hrubá|čistého|μικτά"
    r"|καθαρά|gaji kotor|до вычета|бруто|нето|bruttó|nettó|neto|bruto|líquid[oa]s?|hrubej|fixed|base|ctc|clt"
    r"|pj|b2b|uop|kr\.)(?!\w)|\+\s*(?:vat|iva|moms|btw|mwst)\b)"
)
_TO_PERIOD = rf"\+?[\s()]*(?:\(?{_TAX}\)?[\s/,]*){{0,4}}"
#: a period written right behind an amount
UNIT_BEHIND = re.compile(
    rf"{_TO_PERIOD}((?:{_PER}\s*|(?<=/))(?:{_ANY_UNIT})|{_ANY_SPOKEN}|p[./]?\s?[ahdw]|p[./]?\s?c?m)(?![^\W\d_])"
    r"(?!\s+(?:rate|pay|wages?|salary|range)\s*:)",
)
#: what stands between the first end of a range and the word that joins it to the second
BEFORE_JOIN = (
    rf"\s*(?:{_TAX}\s*)?(?:(?:(?:/|\bper\s|\ban?\s)\s*(?:{_ANY_UNIT})|{_ANY_SPOKEN})(?!\w)\.?)?"
    r"(?:\s*\(?min(?:imum)?\b\.?\)?)?"
)
#: what a text may say of the first end before it goes on to the second: "in our lowest market", "(entry level)"
ASIDE = r"(?:\b(?:in|for|at)(?:\s[^\W\d]+){1,6}?|\s*\([^\W\d]+(?:[\s-][^\W\d]+){0,4}\))"
#: a month's pay, of which the year has more than twelve: "x 14"
_SALARIES_A_YEAR = re.compile(rf"(?:\s|{_TAX}|[,(])*(?:(?:[x×*]|mal)\s?1[2-6]\b|1[2-6]\s?(?:[x×]|mal\b))")
_LONGEST_UNIT = 80  # characters that tax words and a period take
_ARTICLE = re.compile(r"\Aan?\s+", re.IGNORECASE)  # "an hour" speaks of no French year
_SHORT_FORMS = tuple(
    (re.compile(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (r"p[./]?\s?a\Z", "year"),
        (r"p[./]?\s?h\Z", "hour"),
        (r"p[./]?\s?c?m\Z", "month"),
        (r"p[./]?\s?d\Z", "day"),
        (r"p[./]?\s?w\Z", "week"),
    )
)


@lru_cache(4096)
def pay_unit(words: str | None) -> PayUnit | None:
    """The period that a field or a few words name; None where they name none or several."""
    return _only(_STATED_UNITS, (words or "").replace("_", " "))


def unit_behind(line: str, at: int) -> tuple[PayUnit | None, int]:
    """The period written behind an amount that ends at this place, and where its words end."""
    behind = line[at : at + _LONGEST_UNIT].lower()
    if found := UNIT_BEHIND.match(behind):
        words = found[1].strip()
        short = next((word for pattern, word in _SHORT_FORMS if pattern.match(words)), None)
        return pay_unit(short or _ARTICLE.sub("", words)), at + found.end()
    if found := _SALARIES_A_YEAR.match(behind):
        return PayUnit.MONTH, at + found.end()
    return None, at


def spoken_unit(sentence: str) -> PayUnit | None:
    """The period that a sentence speaks of: "annual salary", "per hour". A year of experience is none."""
    return _only(_SPOKEN_UNITS, sentence.lower())


def _only(patterns: tuple[tuple[PayUnit, re.Pattern[str]], ...], text: str) -> PayUnit | None:
    found = [unit for unit, pattern in patterns if pattern.search(text)]
    return found[0] if len(found) == 1 else None
