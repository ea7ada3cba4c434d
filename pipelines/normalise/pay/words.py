"""Which words make an amount pay and not funding, equity or a budget, and which join or open the ends of a range.

All are for text in small letters: to look for hundreds of words in any case takes five times as long.
"""

import re

from pipelines.normalise.pay.units import ASIDE, BEFORE_JOIN

#: what joins the two ends of a range, with the first end's period
BETWEEN = re.compile(
    rf"{BEFORE_JOIN}\s*,?\s*(?:mid-?point:?\s*\S+\s*)?"
    rf"(?:(?:to\s*)?[-\\\u2013\u2014\u2212~\u301c\uff5e]+(?:\s*and\b)?"
    rf"|(?:{ASIDE}\s*)?(?:\bto\b|\b(?:rising |and goes |and extends )?up ?to\b|\brising to\b|\b(?P<and>and)\b)"
    r"|\bbis(?: zu)?\b"
    r"|\bà\b|\ba\b|\bal\b|\bhasta\b|\baté\b|\btill?\b|\btot(?: en met)?\b|\bt/m\b|\bdo\b|\bдо\b|\btil\b|\bthrough\b"
    r"|(?P<weak>\b(?:und|et|y|e|en|och|og|i|és|și|ja)\b)"
    r"|[,;/|]?\s*(?:and (?:an? )?)?(?=\b(?:max|(?:salary )?ceiling)))"
    r"\s*(?:\b(?:max(?:imum|imaal|imal|\.)?|(?:salary )?ceiling(?: of)?):?\s*"
    r"|\b(?:step|grade|level|stufe) \d\d?:?\s*)?",
)
#: what stands before the first end where a weak word joins it to the second
BETWEEN_LEAD = re.compile(
    r"\b(?:between|rang(?:e of|es? from)|zwischen|entre|tussen|tra|fra|mellan|mellem|mellom|minimaal|mindestens|między"
    r"|între|između|mezi|medzi|между|між|välillä)\W*(?:(?:about|around|approx\w*|roughly|den?|los|las|i)\W*){0,2}\Z",
)

_ROLE_RANGE = r"(?:range|budget) for th(?:is|e) (?:role|position|job)|(?:role|position|job)['\u2019]s (?:\w+ )?range"
_ENGLISH_PAY = (
    # a label of several things begins with the pay
    r"(?:salary|compensation|comp|pay)\s*(?:&|and|/|\+)\s*(?:equity|bonus|stock|options|benefits|perks)(?=[\s:]*\Z)"
    r"|salary|salaries|compensation|comp|pays?(?!\s+for\s+your\b)|paid|wages?|earnings?|remuneration|ctc|ote"
    r"|hourly(?!\s+(?:workers|employees|staff|team))|rates?"
    r"|(?:base|cash|hiring|annual|annually|expected|target(?:ed)?"
    r"|posted|different|current|market|starting|budgeted|national|local|gross) range"
    r"|(?:internship|fellowship|apprenticeship|residency)(?=[\s,:(-]*\Z)"
    r"|you(?:['\u2019]ll| will| can)? (?:earn|make|take home|be paid)(?=\W*\Z)"
    r"|interns (?:earn|make)|(?:employees|hires|candidates) (?:\w+ ){0,5}(?:earn|make)(?: between| from)?(?=\W*\Z)"
    r"|every(?:one|body) (?:\w+ ){0,4}(?:earns|makes)"
    r"|band (?:[a-z]\d?|\d\d?)|(?:gross|brutto|bruttó|bruto|brut)(?=[\s:]*\Z)"
    rf"|{_ROLE_RANGE}|(?:b2b|uop)(?=\W*\Z)"
    r"|(?:base|basic|cash|package(?: annuel)?)(?=\s*(?:[:(]|for\b[^.]{1,60}:\s*\Z|of\b|\Z))"
    r"|fee for this (?:role|position)|ir35"
    r"|(?:total|target) cash|(?:gs|wg|nf|nh)-\d{1,2}|year (?:\w+ )?income"
    r"|(?:intern\w*|fellowship|apprenticeship|residency)[^.]{0,60}\bstipend"
    r"|(?<![^\n|\u2022] )stipend(?=:\s*\Z)"
)
_ENGLISH_PLAIN = (
    rf"{_ROLE_RANGE}"
    r"|salary|salaries|compensation|comp|base pay|hiring range|pay (?:range|rate|band|scale)|(?:hourly|day|weekly"
    r"|monthly) (?:rate|pay)|pay(?=\s*:|\s(?:of|is|starts?|starting|from)\b)|(?:role|position|job) pays"
    r"|wage|remuneration|ctc|ote|on-target earnings"
    r"|(?<!benefits )(?<!perks )package (?:of|up to|worth)(?=\W*\Z)"
    r"|(?:base|basic)(?=(?:\s+(?:of|is|in the))?\s*:?\s*\Z)"
)
#: words for pay in other languages, plain enough for a lone amount
_FOREIGN_PLAIN = (
    # German, Dutch, Scandinavian, Finnish
    r"lohn(?:band|spanne|rahmen)?|jahresbrutto\w*|jahressalär|salär\w*|entlohnung|loon|salaris\w*|inschaling"
    r"|(?!lønn?so?m|lönsam)l[öø]n(?!n?so?m)\w*|avlønn\w+|aflønning|palk(?:ka|an|at)\w*"
    # French, Spanish, Catalan, Portuguese, Italian, Romanian
    r"|salaires?|salariale|rémunération|gratification|appointements|salarios?|salarial|sueldos?|retribuci[oó]n"
    r"|remuneraci[oó]n|renta (?:líquida|bruta)|salari|retribució|salários?|remuneração|vencimento|ordenado"
    r"|ral|retribuzione|stipendi[oi]|paga|salariu\w*|salariale?|remunerați\w+"
    # Slavic and Baltic
    r"|wynagrodzeni\w+|widełki|zarobk\w+|pensj\w+|mzd\w+|mzdov\w+|plat(?=\s*(?::|od\b|\Z))|platov\w+|plać?[ae](?=\s*:)"
    r"|plaća|zarada|зарплат\w*|оклад\w*|заработн\w+ плат\w+|заробітн\w+ плат\w+|зп|з/п|заплат\w+"
    r"|възнаграждение|atlyginim\w+|darbo užmokest\w+|alga|atalgojum\w+|palk|palga\w*|töötasu"
    # others
    r"|(?:alap|óra|havi|munka)?bér(?:ezés\w*|ek|e)?|fizetés\w*|maaş\w*|ücret\w*|mức lương|lương|gaji|upah|sahod|sweldo"
    r"|μισθ\w+|αποδοχές|שכר|ال?راتب|เงินเดือน|ค่าจ้าง"
)
#: how longer words for pay end, and what a lost line break glues to the word before
_ENDINGS = (
    r"(?:gehalt(?:s\w+)?|salary(?=\s?:)|(?:stunden|monats|jahres|brutto|grund|tarif)lohn|entgelt|vergütung"
    r"|(?:uur|maand|jaar|bruto|basis)loon|salaris|lön(?:en)?|lønn?|palkka)"
)
_FOREIGN = (
    r"bezahlung|verdien(?:st|t|en)|entgeltgruppe|besoldungsgruppe|tvöd|tv-l|fixum|fixe"
    r"|taux horaire|tjm|traitement|pago|faixa(?=\s*:)|honorarios|compenso|ersättning|beloning"
    r"|stawk\w+|ставка|оплата|доход\w*|odměn\w+|odmena|ohodnocení|venit(?:ul)?|jövedelem|thu nhập|pendapatan|รายได้"
    r"|contratação pj"
)
#: words for pay that also mean other things; enough beside a range, or an amount with its period
PAY_WORDS = re.compile(rf"(?:\b(?:{_ENGLISH_PAY}|{_FOREIGN_PLAIN}|{_FOREIGN})|{_ENDINGS})\b")
#: those that make even a lone amount pay
PLAIN_PAY_WORDS = re.compile(rf"(?:\b(?:{_ENGLISH_PLAIN}|{_FOREIGN_PLAIN})|{_ENDINGS})\b")
#: those that need an amount with its period: "earn $50 an hour"
EARN_WORDS = re.compile(r"\b(?:earn|earning|averag(?:e|es|ing)|starting at|up to|make)\W*\Z")
#: pay at the target of sales: what it comes to with commission, and no base pay
ON_TARGET = re.compile(r"\b(?:ote|on[\s-]target(?: earnings)?)\b")
#: the same behind an amount, where it is said of the next one: "$60k, OTE $120k"
ON_TARGET_OF_NEXT = re.compile(
    r"\b(?:ote|on[\s-]target(?: earnings)?)\s*(?::|of\b|is\b|up to\b)?\s*[$€£\d].*", re.IGNORECASE
)
#: the same before an amount, where it is said of the last one: "$120k OTE / $60k base"
ON_TARGET_OF_LAST = re.compile(r"\A\s*(?:ote|on[\s-]target(?: earnings)?)\s*[(/,;|]")
#: periods between those known, and tax words of Europeans: behind pay, and behind little else
GROSS_BEHIND = re.compile(
    r"[\s(]*(?:bi-?weekly|semi-?monthly|fortnightly|(?:per|a) fortnight|quincenal(?:es)?"
    r"|gross(?=\s*(?:/|per\b|an?\b|p\.|monthly\b|annual))"
    r"|(?:(?:(?:per|a|/)\s?)?(?:month|year|annum)|monthly|yearly|annual(?:ly)?) gross"
    r"|brutto|bruttó|bruto|brutos|bruts?|brut[oă]|lordi|lordo|hrubého|hrubej"
    r"|libres|líquid[oa]s|b/a|до вычета)(?!\w)",
)
#: the least that must be paid, as Austrian law has ads state it
LEAST_PAY = re.compile(
    r"\b(?:(?:kollektivvertragliche\w*|kv-?)?\s?mindest(?:gehalt|lohn|entgelt|brutto\w*|grundgehalt|jahres\w+"
    r"|monats\w+)"
    r"|minimum (?:\w+ ){0,3}(?:salary|wage|pay|compensation|remuneration)"
    r"|(?:gehalt|salary|pay|wage) (?:starts|startet|beginnt|begins))\b",
)
#: the line over a list of ranges: "the salary for each place is listed below"
LIST_LEAD = re.compile(
    r"\b(?:below|following|as follows|by (?:location|zone|level|tier|geography)|each (?:location|zone|level|tier))\b",
)
#: what makes the amount before it pay: "$90,000 base salary"
PAY_BEHIND = re.compile(
    r"[^\w.!?;|]*(?:in\W+)?(?:(?:annual|annually|yearly|base|gross|starting|total|target|cash|brut|brutto)\W+){0,2}"
    r"(?:salary|salaries|compensation|comp|base|basic|base pay|fte|take-?home|ote|on-target"
    r"|\w*gehalt|\w*lohn|\w*entgelt|salaire|salario)\b(?! (?:level|threshold|limit|test)\b)",
)
#: what is added to pay and to nothing else: "$170k-$210k + equity"
MORE_BEHIND = re.compile(
    r"[\s,(\u2022|]*(?:fixed|base|doe|pro rata)?\s*(?:(?:\+|plus\b|inc(?:l|luding|\.)?\b)\s*(?:[\w%$£€.,-]+ ){0,3}"
    r"(?:equity|esops?|vsop|options"
    r"|bonus(?:es)?|commissions?|stock|benefits|car|pension|overtime|tips|gratuities|package|profit share"
    r"|super(?:annuation)?|kiwisaver|bspce|variable|incentives?|provision|prämien?|variables?|primes?|comisiones|premi[ae])\b"
    r"|\d\d days\b|pension\b|offers (?:equity|bonus|commission)|for this (?:role|position|job))",
)
#: what only pay depends on: "up to £60,000 depending on experience", "£600 inside IR35"
DEPENDS_BEHIND = re.compile(
    r"[\s,(]*(?:(?:dependent|depending|based) (?:up)?on (?:\w+ )?(?:experience|skills|seniority"
    r"|qualifications|what you)|doe\b|commensurate with"
    r"|je nach (?:\w+ )?(?:erfahrung|qualifikation|berufserfahrung)|selon (?:\w+ )?(?:expérience|profil)"
    r"|según (?:\w+ )?(?:experiencia|valía|perfil)|w zależności od doświadczenia|(?:inside|outside) ir35)",
)
#: where the words behind an amount turn to something else: "$90,000, plus equity" is no equity
BEHIND_ENDS = re.compile(
    r"[+,;.()|\u2022]|\b(?:plus|and|with|as well|depending|based|inclu\w+|inc|incl|inkl|exclu\w+|zzgl|zuzüglich|sowie"
    r"|más|mais|più|oltre)\b",
)
#: "12-18 LPA" is lakhs a year
LAKH_A_YEAR = re.compile(r"\bl?pa\b|\dlpa\b")
#: what leaves an amount's other end open
AT_MOST = re.compile(
    r"(?:\bup(?: ?to)?|\bmax(?:imum)?\.?(?: (?:\w+ )?(?:salary|pay|rate|wage))?(?: of)?|\bbis(?: zu)?|\bjusqu['\u2019]à"
    r"|\bhasta|\btot|\baté|\bfino a|\bdo|\bдо|\bupp till|\bopp til|\bop til|\bpână la|\bakár)[:\s]*\Z",
)
AT_LEAST = re.compile(
    r"\b(?:from|starts? at|starting(?: at| from)?|min(?:imum)?\.?(?: of)?|at least|ab|à partir de|desde"
    r"|a partir de|vanaf"
    r"|mindestens|mind\.|beginnt bei|startet bei|minstens|minimaal|od|від|от|fra|från|dès)[:\s]*\Z",
)
