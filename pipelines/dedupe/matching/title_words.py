"""Words of job titles as literals: decoration to drop, spellings to make one, words that set two openings apart."""

from pipelines.companies import word_set

# One word for every spelling. A value of two words stands for both; an empty one drops the word.
SPELLINGS = {
    "sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior", "mgr": "manager", "mngr": "manager",
    "eng": "engineer", "engr": "engineer", "engineering": "engineer", "dev": "developer",
    "swe": "software engineer", "mgmt": "management",
    "dir": "director", "assoc": "associate", "asst": "assistant", "exec": "executive", "rep": "representative",
    "internship": "intern", "internships": "intern", "admin": "administrator", "administration": "administrator",
    "tech": "technical", "ops": "operation", "intl": "international", "fullstack": "fullstack", "js": "javascript",
    "swd": "software developer", "vp": "vp", "svp": "svp", "avp": "avp", "ii": "2", "iii": "3", "iv": "4", "i": "1",
    "desenvolvedora": "developer", "desarrolladora": "developer", "programadora": "programador",
    "engenheira": "engineer", "cdi": "", "vollzeit": "", "sokes": "", "recrutons": "",
    "offer": "", "offre": "", "vaga": "", "hiring": "", "wanted": "", "recrute": "",
    "united kingdom": "uk", "usa": "us", "entwickler": "developer",
    "desenvolvedor": "developer", "desarrollador": "developer", "sviluppatore": "developer", "utvecklare": "developer",
    "mjukvaruutvecklare": "software developer", "backendutvecklare": "backend developer",
    "frontendutvecklare": "frontend developer", "fullstackutvecklare": "fullstack developer",
    "softwareentwickler": "software developer", "softwareingenieur": "software engineer",
    "developpeur": "developer", "developpeuse": "developer",
    "grad": "graduate", "dotnet": "net", "programme": "program", "rn": "registered nurse",
    "lpn": "licensed practical nurse", "cna": "certified nursing assistant",
    "sdr": "sale development representative", "bdr": "business development representative",
    "csm": "customer success manager", "sre": "site reliability engineer", "hrbp": "hr business partner",
    "tpm": "technical program manager", "pmm": "product marketing manager",
    "cdd": "fixedterm", "ftc": "fixedterm",
    "ingenieur": "engineer", "ingeniero": "engineer", "engenheiro": "engineer", "maths": "mathematic", "pl": "pleno",
}  # fmt: skip

# Two words that are one: looked for side by side.
COMPOUNDS = {
    ("full", "stack"): "fullstack", ("front", "end"): "frontend", ("back", "end"): "backend", ("node", "js"): "nodejs",
    ("react", "js"): "react", ("vue", "js"): "vue", ("e", "commerce"): "ecommerce", ("dev", "ops"): "devops",
    ("vice", "president"): "vp", ("united", "kingdom"): "uk", ("united", "states"): "us", ("go", "lang"): "golang",
    ("type", "script"): "typescript", ("java", "script"): "javascript", ("cyber", "security"): "cybersecurity",
    ("data", "base"): "database", ("head", "quarters"): "headquarters", ("data", "centre"): "datacenter",
    ("data", "center"): "datacenter", ("health", "care"): "healthcare", ("pre", "sales"): "presales",
    ("co", "op"): "intern", ("machine", "learning"): "ml", ("user", "experience"): "ux", ("user", "interface"): "ui",
    ("post", "doctoral"): "postdoctoral", ("post", "doc"): "postdoc",
    ("fixed", "term"): "fixedterm", ("fixedterm", "contract"): "fixedterm",
    ("z", "j"): "jezykiem", ("z", "jezykiem"): "jezykiem",
    ("senior", "vp"): "svp", ("sr", "vp"): "svp", ("assistant", "vp"): "avp", ("asst", "vp"): "avp",
    ("dot", "net"): "net", ("mid", "market"): "midmarket", ("business", "dev"): "business development",
    ("quality", "assurance"): "qa", ("business", "intelligence"): "bi", ("artificial", "intelligence"): "ai",
    ("human", "resources"): "hr", ("pessoa", "desenvolvedora"): "developer", ("pessoa", "engenheira"): "engineer",
    ("pessoa", "programadora"): "programador", ("pessoa", "analista"): "analista",
}  # fmt: skip

STOP_WORDS = word_set(
    """
    and or of the a an for to in at with on by from und oder der die das den fur im mit et ou le la les de du des un
    une pour en e da do das dos para com na no um uma y el los las i och till pa med som inom au aux son sa chez bei our
    your we us new
    """
) - {"us", "i", "new"}

# Words that make two openings of titles otherwise alike; a typo never bridges them.
LEVEL_WORDS = word_set(
    """
    senior junior staff principal lead leader head chief director vp svp avp evp manager intern trainee apprentice
    associate assistant specialist expert graduate student executive president partner group mid middle entry
    pleno senior estagio estagiario especialista werkstudent praktikum praktikant azubi ausbildung experienced
    master deputy supervisor coordinator distinguished fellow founding
    """
)

# Words of a team's place in a title that set two openings apart: contract, shift, language, part of a territory.
OPENING_WORDS = word_set(
    """
    grad graduates trainees
    temporary temp casual seasonal contract contractor fixed fixedterm maternity cover prn bank freelance perdiem
    parttime part fulltime permanent cdd alternance apprenticeship stage stagiaire practicas dual coop phd postdoc
    doctoral bachelor midmarket
    night day evening weekend shift nachtdienst dagdienst nacht tag spat fruh nuit jour early late
    north south east west northern southern eastern western northeast northwest southeast southwest central
    english german french dutch spanish italian portuguese swedish danish norwegian finnish polish czech arabic japanese
    mandarin cantonese chinese korean hebrew turkish russian ukrainian greek hungarian romanian hindi thai vietnamese
    """
)

# Names of a trade or tool with a figure in them, which is no level.
NUMBERED_TERMS = word_set(
    """
    b2b b2c d2c b2g p2p web3 ue4 ue5 unreal5 2d 3d 4g 5g k8s html5 css3 s4 4hana s4hana 365 d365 m365 o365 ec2 r2r o2c
    h2r i18n l10n a11y
    """
)

# Intake words: one opening may be listed with or without them, never with two different ones.
SEASONS = frozenset({"summer", "winter", "spring", "fall", "autumn"})

# What stands between an employer's name and the role, before or after it.
CONNECTORS = word_set(
    """
    na no em pour para per voor at bei chez till hos pa for with recrute recherche cherche sucht seeks seeking hires is
    hiring zoekt soker cerca ricerca busca contrata procura
    """
)

# A whole segment of a title that says nothing about the role.
DECORATION = word_set(
    """
    copy hiring remote hybrid onsite remoto fulltime urgent new now immediate start wfh anywhere telework teletravail
    clt pj urgente perm bonus
    """
) | {
    "full time", "permanent", "now hiring", "we are hiring", "were hiring", "hiring now", "urgent hiring", "copy of",
    "all genders", "all gender", "gn", "multiple levels", "multiple locations", "multiple positions",
    "various locations", "all industry levels", "home office", "100 remote", "remote possible", "remote moglich",
    "work from home",
    "open", "immediate start", "apply now", "vollzeit", "unbefristet", "cdi", "temps plein", "remote only", "wfh only",
    "on site", "100 remoto", "remote first", "fully remote", "wfh remote", "hybrid remote", "remote hybrid",
    "multiple openings", "clt pj", "pj clt", "clt ou pj", "ab sofort", "vollzeit teilzeit", "vollzeit oder teilzeit",
    "voll oder teilzeit", "bonus and benefits", "sponsorship available", "no sponsorship", "visa sponsorship",
    "visa sponsorship available", "up to", "w2 only", "immediate joiner", "immediate joiners", "immediate joiners only",
    "urgent requirement", "urgent opening", "walk in", "walkin", "work from office", "wfo",
    "リモート可", "フルリモート", "フルリモート可", "在宅勤務可", "在宅可", "正社員", "急募", "未経験歓迎",
}  # fmt: skip

# A segment that is about the workplace has one of the first; all of the second then say nothing about the role.
WORKPLACE_WORDS = word_set(
    """
    remote remoto remota remotely hybrid hibrido hibrida presencial onsite wfh anywhere homeoffice teletravail telework
    """
)
WORKPLACE_DETAILS = WORKPLACE_WORDS | word_set(
    """
    first fully only based friendly eligible possible moglich within or office home 100 option optional work from
    """
)
