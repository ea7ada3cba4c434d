"""Which words make an amount other money than pay: funding, equity, a budget, perks, pay for other hours.

All are for text in small letters, like the words for pay.
"""

import re

_ENGLISH_OTHER = (
    r"funding|funded|raised?|series [a-f]|valuation|valued|revenues?|arr|acvs?|tcv|gmv|gtv|aum|assets|equity"
    r"|options|rsus?|stock|shares|credits?|budgets?(?! for th(?:is|e) (?:role|position|job))"
    r"|bonus(?:es)?|sign-on|signing|referral|refer|reimburse\w*|allowance"
    r"|401\s?\(?k\)?|match|matching|savings|contracts|contract values?|deals?|gift|quota|portfolio"
    r"|market (?:size|cap\w*|value|share)|customers|transactions|volume|sales of|loans?|investment|invested|investors?"
    r"|insurance|perks?|per diem|wellness|wellbeing|learning|education|commut\w*|relocation|stipends?|tuition"
    r"|contributions?|expenses?|costs?|spend|spent|spending|prices?|pricing|priced|donat\w*|grants?|prizes?"
    r"|scholarships?"
    r"|fertility|study|coverage|(?<!us )premiums?|hsa|fsa|hra|deductible|home office|tips?|overtime|differential"
    r"|incentives?|salary packaging|packaging (?:of|up)"
    r"|turnover|penalt(?:y|ies)|funds?|sales targets?|targets? of|projects?|fees?|fines?|award(?:s|ed)?|gifts|goals?"
    r"|procurement|retainers?|sponsor\w*|donors?"
    r"|save[sd]?|saving"
    r"|lodging|housing|travel|vouchers?|discounts?|super\w* contribution"
    r"|(?<!total )rewards?|royalt\w+|for (?:training|conferences)"
    r"|membership|lunch|meals?|phone|internet|coworking|co-working|kit|parental|severance|accommodation"
    r"|worth|towards?|rents?|rental|burn|mortgages?|loss(?:es)?|downtime"
    r"|bill(?:s|ed|ing)? (?:(?:out|clients|customers) )?at|bills?(?= (?:is|was|of|runs?)\b)"
    r"|deferred comp(?:ensation)?|workers['\u2019]? comp(?:ensation)?"
    r"|take-home (?:tests?|tasks?|exercises?|trials?)|trial (?:day|task|shift|project)s?"
)
_FOREIGN_OTHER = (
    r"miete[rn]?|loyers?|huur|hyror?|czynsz|alquiler|aluguel|affitto|umsatz|zulage\w*"
    r"|finanzierung|gefördert|sachbezug|rabatte?"
    r"|investier\w+|gutschein\w*|deutschlandticket|jobticket|jobrad|weiterbildung\w*|fortbildung\w*|werbe\w*"
    r"|provision\w*"
    r"|levée?|levé|chiffre d'affaires|prime|primes|ticket|titres?-restaurant|mutuelle|remboursement|panier|indemnit\w+"
    r"|facturaci[oó]n|facturamos|captamos|faturamento|vale|vr|auxílio|auxilio|bônus|bono|bonos|plr|vales|formación"
    r"|rimbors[oi]|reembolsos?|erstattung|fatturato|buoni|welfare|premio|opleiding\w*|eindejaars\w*|vakantiegeld|omzet"
    r"|premi[aęei]|budżet\w*|dofinansowani\w*|przychod\w*|bonus\w*|polecenie|obrat|stravenk\w*|příspěvek|friskvård\w*"
    r"|omsättning|omsätter|frokost\w*|lounas\w*|liikunta\w*|tunjangan|asuransi|phụ cấp|thưởng|yemek|премия"
    r"|бонус|выручк\w+"
)
_OTHER_ENDINGS = r"(?:budget|(?<=\w)kosten|prämien?|zuschuss|zuschüsse|vergoeding)"
#: a job's name holds such words too, and speaks of no money: "Grants Manager", "Learning & Development Partner"
_NO_TITLE = (
    r"(?!(?:\s*(?:&|and\b|/)\s*\w+)?(?:\s+(?!(?:for|to|of|per|every|each|as|an?|the|your|our|and|with|from|by|in)\b)\w+){0,2}\s+"
    r"(?:manager|director|lead|analyst|engineer|developer|designer|architect"
    r"|officer|specialist|coordinator|administrator|assistant|associate|consultant|advis[eo]r|partner|agent|broker"
    r"|underwriter|accountant|controller|nurse|clerk|representative|rep|executive|supervisor|planner|buyer|strategist"
    r"|scientist|estimator|adjuster|counsel|educator|trainer|professional)s?\b)"
)
OTHER_MONEY = re.compile(rf"(?:\b(?:{_ENGLISH_OTHER}|{_FOREIGN_OTHER})|{_OTHER_ENDINGS})\b{_NO_TITLE}")
#: pay for other hours than those of the job, or besides it
SIDE_PAY = re.compile(
    r"\b(?:on-?call|call(?:-?back|-?out|-?in)?|stand-?by|detention|layover|hazard|holiday|weekend|overtime|ot|sick"
    r"|severance|vacation|bonus|incentive|commission|merit|premium|trial|referral|bill(?:ing|able)?)"
    r" (?:pay|rates?|wages?|compensation)\b",
)

_OUTSIDERS = (
    r"households|families|clients|customers|users|(?<!team )(?<!crew )members|people|residents|neighbou?rs|farmers"
    r"|hosts|sellers|creators|owners|founders|landlords|influencers|artists|models|tenants|renters|readers|parents"
    r"|freelancers|patients|consumers|borrowers|taxpayers|retirees|workers|americans|zzp[\u2019']?ers"
)
_LEARNERS = r"students|graduates|alumni|learners|participants"
#: what ends in "s" before "pay" and pays no one: a job, or no payer at all
_OWN = ("role", "position", "job", "opening", "level", "internship", "contract", "shift", "sale", "bonu", "plu", "hour",
        "day", "week", "alway", "doe")  # fmt: skip
#: whose pay is the job's, wherever they are
_OURS = (
    r"employees|associates|candidates|applicants|hires|members|interns|fellows|residents|colleagues|positions|roles|jobs|openings"
    r"|ranges|salaries|wages|rates|levels|offers|locations|offices|cities|hubs|states|zones|this|is|as|has|was"
)
#: whose pay it may be where nothing is said of them: jobs that are advertised so
_TRADES = (
    r"drivers|technicians|nurses|caregivers|aides|cooks|servers|mechanics|operators|installers|reps|electricians|welders"
    r"|plumbers|guards|officers|teachers|tutors|workers|trainees|apprentices|agents|engineers|developers|managers"
    r"|consultants|analysts|specialists|operatives|cleaners|pickers|packers|assemblers|others|they|you|who|always"
)
_OTHERS = rf"\b(?!(?:{_OURS})\b)[^\W\d_]{{3,}}s"
_GETTING = (
    r"earn|make|gross|net|pocket|get|receive|see|bring (?:in|home)|take home|cash out|command"
    r"|(?:are|get) (?:paid|offered)"
)
#: what somebody who is hired does with the pay of others
_HANDLING = (
    r"negotiat(?:e|es|ing)|administer(?:s|ing)?|manag(?:e|es|ing)|prepar(?:e|es|ing)|process(?:es|ing)?|set(?:s|ting)?"
    r"|benchmark(?:s|ing)?|audit(?:s|ing)?|oversee(?:s|ing)?|calculat(?:e|es|ing)|reconcil(?:e|es|ing)|forecast(?:s|ing)?"
)
_ON_OUR_PLATFORM = (
    r"auf unserer plattform|mit unserer app|über unsere app|sur notre plateforme|avec notre app\w*"
    r"|en nuestra plataforma|con nuestra app|na nossa plataforma|sulla nostra piattaforma|op ons platform|via onze app"
)
_BEFORE_AMOUNT = r"(?: (?:between|from|about|around|up to))?\s*\Z"
_EARNED_ELSEWHERE = (
    rf"{_OTHERS} (?:in|across|at|around|throughout|on|who|that) (?:[\w'\u2019]+ ){{1,5}}(?:{_GETTING})\b"
    rf"|\b(?!(?:{_OURS}|{_TRADES})\b)(?<!our )[^\W\d_]{{3,}}s (?:earn|make|get){_BEFORE_AMOUNT}"
    rf"|{_OTHERS} (?:nationally |nationwide )?(?:gross|net|pocket|command|cash out|bring (?:in|home)|are offered)\b"
    r"|most (?:\w+ ){1,3}(?:earn|make|get|are paid)\b"
)
#: what is paid to others, or decided of their pay
_HANDLED = (
    rf"(?<!we )(?:pays?|paying)(?: (?!(?:{_OURS}|you|our|an?|the|up|at|from|between|about|and|top)\b)[\w-]+){{0,2}}"
    rf" (?!(?:{_OURS})\b)[^\W\d_]{{3,}}s(?: \(\Z|{_BEFORE_AMOUNT})"
    r"|(?:pays?|paid|paying) \w+s who\b|(?:their|whose) (?:own )?(?:rates?|wages?|salar(?:y|ies)|pay)\b"
    rf"|(?<!we )(?:{_HANDLING}) (?:\w+ ){{0,3}}(?:rates|wages|salaries|payrolls?)\b"
    rf"|(?:{_OTHERS}|workers|employees|people|staff) with (?:wages|salaries|pay)\b|lost (?:wages|pay|earnings)\b"
    r"|total (?:wages|payroll)\b|petty cash\b|(?:agreement|contract) covers\b"
    rf"|{_OTHERS} you (?:mentor|supervise|support|manage|coach|train|lead|serve|place|recruit)\b"
    r"|(?:parking|room|hotel|shipping|freight|interest|mortgage|tax|exchange|rental|nightly|spot) rates?\b"
)
_EARN_ABROAD = r"verdienen|verdient|gagnent|ganan|ganham|guadagnano"
_EARNED_ABROAD = (
    rf"(?:{_ON_OUR_PLATFORM})\b[^.]{{0,40}}\b(?:{_EARN_ABROAD})\b"
    rf"|(?:{_EARN_ABROAD}) (?:\w+ ){{0,4}}"
    r"(?:im schnitt|durchschnittlich|en moyenne|de media|em média|in media|gemiddeld)\b"
    r"|(?:trouvent|finden|encuentran|consiguen) (?:un|einen?) (?:\w+ ){1,2}à?\b"
)
#: pay in law, in statistics and in disputes
_IN_LAW = (
    r"median (?:\w+ )?(?:salary|salaries|incomes?|earnings)\b|prevailing (?:wages?|rates?)\b"
    r"|(?:salary|wage|earnings|income|pay) (?:threshold|limit|cap)s?\b|(?:above|below) the threshold\b"
    r"|minimum wages? (?:in|is now|rises?|rose|goes|went|increase[sd]?|laws?|compliance)\b"
    r"|mindestlohn (?:steigt|stieg)|gesetzliche\w* mindestlohn|smic (?:est|passe)"
    r"|sal[aá]rio m[ií]nimo (?:passou|subiu|sube|nacional)"
    r"|(?:wage|pay) (?:theft|gaps?|disputes?)\b|\d ?[x\u00d7] (?:\w+ )?(?:salary|earnings)\b"
)
#: money that changes hands elsewhere: "our customers pay us $10,000", "drivers on our platform earn $20 an hour"
PAID_BY_OTHERS = re.compile(
    r"\b(?:"
    r"(?:customers?|clients?|users?|participants?|patients?|merchants?|writers?|companies) (?:\w+ )?(?:pays?|paid)\b"
    r"|(?:claim|policy|buyer|tenant|subscriber|sponsor|borrower|family|household|brand|scholarship|fund|grant|insurer"
    r"|insurance|plan|award|county|state|city|government) pays\b|(?:pays?|paid) us\b"
    r"|(?:pays|paid) (?:out|users|customers|members|creators)\b|workers (?:\w+ )?paid\b"
    r"|(?:contractors|vendors|suppliers|clients|customers|participants)['\u2019]"
    r" (?:\w+ )?(?:rates?|pay|wages|salaries)\b"
    r"|(?:crew|vendor|client|customer|supplier) rates?\b"
    rf"|(?:{_OUTSIDERS})\b[^.]{{0,40}}\bpay{_BEFORE_AMOUNT}"
    rf"|(?:{_OUTSIDERS})\b[^.]{{0,30}}\b(?:earn|earns|earning|makes?|making|are paid)\b"
    r"|(?:on|in|across|through|use|using|with) our (?:\w+ )?(?:network|platform|marketplace|app|program(?:me)?s?"
    r"|bootcamps?|community)\b[^.]{0,40}\b(?:earns?|earning|makes?|making|paid|bill|take home)\b"
    rf"|(?:{_LEARNERS}) (?:of|in|from|who|that) [^.]{{0,60}}\b(?:earn|make|salary|salaries)\b"
    rf"|(?:{_LEARNERS}) (?:\w+ ){{0,4}}(?:hikes?|placed|packages?|offers?)\b|offer(?:s|ed)? our (?:{_LEARNERS})\b"
    r"|we place\b|help(?:s|ing|ed)? (?!you\b)(?:\w+ ){1,4}(?:find|get|land|earn|make)\b"
    r"|(?:jobs|shifts|gigs|roles) (?:that|which) pay\b|jobs? (?:paying|with (?:an? )?(?:\w+ ){0,3}salar(?:y|ies))\b"
    rf"|(?:charges?|charging|bills?|billed|lose|loses|losing|facture|facturent|who pays?|that pay|quotes?"
    rf"|asks?|(?:can|now) ask(?: for)?|costs?|costing"
    rf"|spends?|wast(?:es?|ing)|saves?|saving|kostet|kosten|coûte(?:nt)?|cuestan?|custam?|costano){_BEFORE_AMOUNT}"
    r"|an? (?:\w+ ){1,3}(?:earns|makes|(?:can|could) (?:earn|make|gross))\s*\Z"
    r"|top (?:\w+ )?(?:reps|sellers|performers|earners|closers)\b"
    rf"|{_EARNED_ELSEWHERE}|{_HANDLED}|{_EARNED_ABROAD}"
    # pay in general
    r"|(?:salaries|wages|pay) (?:\w+ ){0,4}(?:grew|rose|fell|climbed|jumped)\b"
    r"|(?:plans|pay|compensation|salaries|wages) (?:at|of) our (?:customers|clients|users)\b"
    rf"|salar(?:y|ies) of (?:our |the )?(?:{_LEARNERS}|clients|customers|users|members)\b"
    r"|(?:median|average) (?:\w+ )?(?:salary|salaries|wages?|pay) (?:in|across)\b"
    rf"|{_IN_LAW}"
    r"|(?:law|legal|national|federal|statutory|state|raise[sd]?|raising|increase[sd]?) (?:the )?minimum wages?\b"
    r"|(?:law|legislation|bill) \w+ the minimum wage\b|minimum wages of\b)"
    rf"|s{''.join(f'(?<!{word}s)' for word in _OWN)}(?<![\W\d]us)(?<!ss) pay{_BEFORE_AMOUNT}"
    r"|% of (?:[\w-]+ )?salar(?:y|ies)\b"
)
