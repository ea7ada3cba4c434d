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
    "desenvolvedora": "desenvolvedor", "offer": "", "offre": "", "vaga": "", "hiring": "", "wanted": "", "recrute": "",
    "united kingdom": "uk", "usa": "us",
}  # fmt: skip

# Two words that are one: looked for side by side.
COMPOUNDS = {
    ("full", "stack"): "fullstack", ("front", "end"): "frontend", ("back", "end"): "backend", ("node", "js"): "nodejs",
    ("react", "js"): "react", ("vue", "js"): "vue", ("e", "commerce"): "ecommerce", ("dev", "ops"): "devops",
    ("vice", "president"): "vp", ("united", "kingdom"): "uk", ("united", "states"): "us", ("go", "lang"): "golang",
    ("type", "script"): "typescript", ("java", "script"): "javascript", ("cyber", "security"): "cybersecurity",
    ("data", "base"): "database", ("head", "quarters"): "headquarters", ("data", "centre"): "datacenter",
    ("data", "center"): "datacenter", ("health", "care"): "healthcare", ("pre", "sales"): "presales",
    ("co", "op"): "intern",
}  # fmt: skip

STOP_WORDS = word_set(
    """
    and or of the a an for to in at with on by from und oder der die das den fur im mit et ou le la les de du des un une
    pour en e da do das dos para com na no um uma y el los las i och till pa med som au aux chez bei our your we us new
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

# Intake words: one opening may be listed with or without them, never with two different ones.
SEASONS = frozenset({"summer", "winter", "spring", "fall", "autumn"})

# A whole segment of a title that says nothing about the role.
DECORATION = word_set(
    """
    copy hiring remote hybrid onsite remoto fulltime urgent new now immediate start wfh anywhere telework teletravail
    """
) | {
    "full time", "permanent", "now hiring", "we are hiring", "were hiring", "hiring now", "urgent hiring", "copy of",
    "all genders", "all gender", "gn", "multiple levels", "multiple locations", "multiple positions",
    "various locations", "all industry levels", "home office", "100 remote", "remote possible", "remote moglich",
    "work from home",
    "open", "immediate start", "apply now", "vollzeit", "unbefristet", "cdi", "temps plein", "remote only", "wfh only",
    "on site", "100 remoto", "remote first", "fully remote", "wfh remote", "hybrid remote", "remote hybrid",
    "multiple openings",
}  # fmt: skip

# A segment that is about the workplace has one of the first; all of the second then say nothing about the role.
WORKPLACE_WORDS = word_set(
    """
    remote remoto remota remotely hybrid hibrido onsite wfh anywhere homeoffice teletravail telework
    """
)
WORKPLACE_DETAILS = WORKPLACE_WORDS | word_set(
    """
    first fully only based friendly eligible possible moglich within or office home 100 option optional work from
    """
)
