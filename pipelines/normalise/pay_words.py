"""Which words make an amount pay and not funding, equity or a budget, and which join or open the ends of a range."""

import re

from pipelines.normalise.pay_units import BEFORE_JOIN

#: what joins the two ends of a range, with the first end's period
BETWEEN = re.compile(
    rf"{BEFORE_JOIN}\s*,?\s*(?:mid-?point:?\s*\S+\s*)?"
    r"(?:[-\\\u2013\u2014\u2212~\u301c\uff5e]+(?:\s*and\b)?|\bto\b|\band\b|\b(?:rising |and goes "
    r"|and extends )?up ?to\b|\brising to\b"
    r"|\bbis(?: zu)?\b"
    r"|\bà\b|\ba\b|\bal\b|\bhasta\b|\baté\b|\btill?\b|\btot(?: en met)?\b|\bt/m\b|\bdo\b|\bдо\b|\btil\b|\bthrough\b"
    r"|(?P<weak>\b(?:und|et|y|e|en|och|og|i)\b)|[,;]?\s*(?=\bmax))"
    r"\s*(?:\bmax(?:imum|imaal|imal|\.)?:?\s*)?",
    re.IGNORECASE,
)
#: what stands before the first end where a weak word joins it to the second
BETWEEN_LEAD = re.compile(
    r"\b(?:between|zwischen|entre|tussen|tra|fra|mellan|mellem|mellom|minimaal|mindestens|między)\W*(?:den?\s*)?\Z",
    re.IGNORECASE,
)

_ENGLISH_PAY = (
    r"salary|salaries|compensation|comp|pay|paid|pays|wage|wages|earnings?|remuneration|ctc|ote|hourly|rates?"
    r"|(?:base|cash|hiring|annual|annually|expected|target|posted|market|salary) range|range for th(?:is"
    r"|e) (?:role|position|job)"
    r"|(?:base|basic|package)(?=\s*(?:[:(]|of\b|\Z))|fee for this (?:role|position)|ir35"
    r"|year (?:\w+ )?income|intern\w*[^.]{0,60}\bstipend"
)
_ENGLISH_PLAIN = (
    r"salary|salaries|compensation|comp|base pay|pay (?:range|rate|band|scale)|(?:hourly|day|weekly"
    r"|monthly) (?:rate|pay)"
    r"|wage|remuneration|ctc|ote|on-target earnings|(?:base|basic)(?=\s*:?\s*\Z)"
)
#: words for pay in other languages, plain enough for a lone amount
_FOREIGN_PLAIN = (
    r"lohn(?:band|spanne|rahmen)?|jahresbrutto\w*|jahressalär"
    r"|salaires?|salariale|rémunération|gratification|salarios?|salarial|sueldo|retribuci[oó]n|remuneraci[oó]n"
    r"|salários?|remuneração|renta (?:líquida|bruta)|ral|retribuzione|stipendi[oi]|salaris(?:indicatie|range)?"
    r"|wynagrodzeni\w+|widełki|zarobki|pensja|mzd[auy]|plat(?=\s*:)|palkka\w*"
    r"|зарплата|оклад|заработная плата|заробітна плата|зп|maaş\w*|ücret|mức lương|lương|gaji|μισθός|αποδοχές|שכר"
)
#: how longer words for pay end
_ENDINGS = (
    r"(?:gehalt(?:s\w+)?|(?:stunden|monats|jahres|brutto)lohn|entgelt|vergütung|(?:uur|maand|jaar|bruto)loon|salaris"
    r"|lön(?:en)?|lønn?|palkka)"
)
_FOREIGN = r"bezahlung|verdienst|fixum|fixe|taux horaire|tjm|stawka|ставка|оплата|доход|odměna|thu nhập|contratação pj"
#: words for pay that also mean other things; enough beside a range, or an amount with its period
PAY_WORDS = re.compile(rf"(?:\b(?:{_ENGLISH_PAY}|{_FOREIGN_PLAIN}|{_FOREIGN})|{_ENDINGS})\b", re.IGNORECASE)
#: those that make even a lone amount pay
PLAIN_PAY_WORDS = re.compile(rf"(?:\b(?:{_ENGLISH_PLAIN}|{_FOREIGN_PLAIN})|{_ENDINGS})\b", re.IGNORECASE)
#: those that need an amount with its period: "earn $50 an hour"
EARN_WORDS = re.compile(r"\b(?:earn|earning|averag(?:e|es|ing)|starting at|up to|make)\W*\Z", re.IGNORECASE)
#: pay at the target of sales: what it comes to with commission, and no base pay
ON_TARGET = re.compile(r"\b(?:ote|on[\s-]target(?: earnings)?)\b", re.IGNORECASE)
#: the least that must be paid, as Austrian law has ads state it
LEAST_PAY = re.compile(
    r"\b(?:(?:kollektivvertragliche\w*|kv-?)?\s?mindest(?:gehalt|lohn|entgelt|brutto\w*|grundgehalt|jahres\w+"
    r"|monats\w+)"
    r"|minimum (?:\w+ ){0,3}(?:salary|wage|pay|compensation|remuneration)"
    r"|(?:gehalt|salary|pay|wage) (?:starts|startet|beginnt|begins))\b",
    re.IGNORECASE,
)
#: the line over a list of ranges: "the salary for each place is listed below"
LIST_LEAD = re.compile(
    r"\b(?:below|following|as follows|by (?:location|zone|level|tier|geography)|each (?:location|zone|level|tier))\b",
    re.IGNORECASE,
)
#: what makes the amount before it pay: "$90,000 base salary"
PAY_BEHIND = re.compile(
    r"[^\w.!?;|]*(?:(?:annual|annually|yearly|base|gross|starting|total|target|cash|brut|brutto)\W+){0,2}"
    r"(?:salary|compensation|comp|base|base pay|ote|on-target|gehalt|salaire|salario)\b",
    re.IGNORECASE,
)
#: what is added to pay and to nothing else: "$170k-$210k + equity"
MORE_BEHIND = re.compile(
    r"[\s,(\u2022|]*(?:fixed|base)?\s*(?:(?:\+|plus\b|inc(?:l|luding|\.)?\b)\s*(?:\w+ ){0,2}(?:equity|esops?"
    r"|bonus(?:es)?|commissions?"
    r"|stock|benefits"
    r"|super(?:annuation)?)\b|offers (?:equity|bonus|commission))",
    re.IGNORECASE,
)
#: what only pay depends on: "up to £60,000 depending on experience", "£600 inside IR35"
DEPENDS_BEHIND = re.compile(
    r"[\s,(]*(?:(?:dependent|depending|based) (?:up)?on (?:\w+ )?(?:experience|skills|seniority)|doe\b"
    r"|commensurate with"
    r"|je nach (?:erfahrung|qualifikation)|selon (?:expérience|profil)|según (?:experiencia|valía)"
    r"|(?:inside|outside) ir35)",
    re.IGNORECASE,
)
#: money that changes hands elsewhere: "our customers pay us $10,000"
PAID_BY_OTHERS = re.compile(
    r"\b(?:customers?|clients?|users?|participants?|patients?|merchants?|writers?|companies) (?:\w+ )?(?:pay"
    r"|pays|paid)\b"
    r"|\bjob paying\b|\b(?:pays|paid) (?:out|users|customers|members|creators)\b",
    re.IGNORECASE,
)
#: where the words behind an amount turn to something else: "$90,000, plus equity" is no equity
BEHIND_ENDS = re.compile(r"[+,;.()|\u2022]|\b(?:plus|and|with|as well|depending|based)\b", re.IGNORECASE)
#: "12-18 LPA" is lakhs a year
LAKH_A_YEAR = re.compile(r"\bl?pa\b|\dlpa\b", re.IGNORECASE)
#: what leaves an amount's other end open
AT_MOST = re.compile(
    r"(?:\bup ?to|\bmax(?:imum)?\.?(?: of)?|\bbis(?: zu)?|\bjusqu'à|\bhasta|\btot|\baté|\bfino a|\bdo|\bдо)[:\s]*\Z",
    re.IGNORECASE,
)
AT_LEAST = re.compile(
    r"\b(?:from|starts? at|starting(?: at| from)?|min(?:imum)?\.?(?: of)?|at least|ab|à partir de|desde"
    r"|a partir de|vanaf"
    r"|mindestens|mind\.|beginnt bei|startet bei|minstens|minimaal|od|від|от|fra|från|dès)[:\s]*\Z",
    re.IGNORECASE,
)
_ENGLISH_OTHER = (
    r"funding|funded|raised?|series [a-f]|valuation|valued|revenues?|arr|acvs?|tcv|gmv|gtv|aum|assets|equity"
    r"|options|rsus?|stock|shares|credits?|budgets?|bonus(?:es)?|sign-on|signing|referral|refer|reimburse\w*|allowance"
    r"|401\s?\(?k\)?|match|matching|savings|contracts|contract values?|deals?|gift|quota|portfolio"
    r"|market (?:size|cap\w*|value|share)|customers|transactions|volume|sales of|loans?|investment|invested|investors?"
    r"|insurance|perks?|per diem|wellness|wellbeing|learning|education|commut\w*|relocation|stipends?|tuition"
    r"|contributions?|expenses?|costs?|spend|spent|spending|prices?|pricing|priced|donat\w*|grants?|prizes?"
    r"|scholarships?"
    r"|fertility|study|coverage|premiums?|hsa|fsa|hra|deductible|home office|tips|overtime|differential"
    r"|incentives?|packaging"
    r"|turnover|penalt(?:y|ies)|funds?|sales targets?|targets? of|projects?|fees?|fines?|awards?|gifts|goals?"
    r"|procurement"
    r"|save[sd]?|saving"
    r"|lodging|housing|travel|vouchers?|discounts?|super\w* contribution|reward|royalt\w+|for (?:training|conferences)"
    r"|membership|lunch|meals?|phone|internet|coworking|co-working|kit|parental|severance|accommodation"
)
_FOREIGN_OTHER = (
    r"umsatz|zulage\w*|finanzierung|gefördert|sachbezug|rabatte?"
    r"|investier\w+|gutschein\w*|deutschlandticket|jobticket|jobrad|weiterbildung\w*|fortbildung\w*|werbe\w*"
    r"|provision\w*"
    r"|levée?|levé|chiffre d'affaires|prime|primes|ticket|titres?-restaurant|mutuelle|remboursement|panier|indemnit\w+"
    r"|facturaci[oó]n|facturamos|captamos|faturamento|vale|vr|auxílio|auxilio|bônus|bono|bonos|plr|vales|formación"
    r"|fatturato|buoni|welfare|premio|opleidings\w*|eindejaars\w*|vakantiegeld|omzet"
    r"|premi[aęei]|budżet\w*|dofinansowani\w*|przychod\w*|bonus\w*|polecenie|obrat|stravenk\w*|příspěvek|friskvård\w*"
    r"|omsättning|omsätter|frokost\w*|lounas\w*|liikunta\w*|tunjangan|asuransi|phụ cấp|thưởng|yemek|премия"
    r"|бонус|выручк\w+"
)
_OTHER_ENDINGS = r"(?:budget|prämien?|zuschuss|zuschüsse|vergoeding)"
OTHER_MONEY = re.compile(rf"(?:\b(?:{_ENGLISH_OTHER}|{_FOREIGN_OTHER})|{_OTHER_ENDINGS})\b", re.IGNORECASE)
