"""Words of made-up postings for the benchmarks: employers, roles, places in several spellings, sentences."""

from itertools import product
from random import Random

LEVELS = ("", "", "", "Junior", "Senior", "Senior", "Staff", "Principal", "Lead")
ROLES = (
    "Product Manager", "Software Engineer", "Data Engineer", "Data Scientist", "Data Analyst", "Account Executive",
    "Account Manager", "Product Designer", "Marketing Manager", "Customer Success Manager", "Backend Engineer",
    "Frontend Engineer", "Site Reliability Engineer", "Machine Learning Engineer", "Security Engineer", "Nurse",
    "Financial Analyst", "Accountant", "Recruiter", "Sales Development Representative", "Operations Manager",
    "Program Manager", "Project Manager", "Technical Writer", "QA Engineer", "Mechanical Engineer", "Electrician",
    "Store Associate", "Warehouse Associate", "Delivery Driver", "Legal Counsel", "Business Analyst", "Office Manager",
    "Research Scientist", "Solutions Architect", "Support Specialist", "Content Strategist", "Growth Manager",
    "Supply Chain Planner", "Process Engineer", "Firmware Engineer", "Game Designer", "Actuary", "Chemist", "Teacher",
    "Physiotherapist", "Payroll Specialist", "Compliance Officer", "Procurement Manager", "Field Technician",
)  # fmt: skip
TEAMS = (
    "Payments", "Search", "Ads", "Identity", "Checkout", "Logistics", "Mobile", "Platform", "Infrastructure", "Growth",
    "Billing", "Onboarding", "Trust", "Maps", "Messaging", "Marketplace", "Lending", "Fraud", "Pricing", "Storage",
    "Networking", "Analytics", "Robotics", "Imaging", "Oncology", "Retail", "Wholesale", "Energy", "Mobility", "Media",
    "Partnerships", "Enterprise", "Public Sector", "Education", "Gaming", "Subscriptions", "Loyalty", "Compliance",
)  # fmt: skip
# City, state or none, country; other spellings of the city after a bar.
_CITIES = """
New York|NYC,NY,US;San Francisco|SF,CA,US;Boston,MA,US;Austin,TX,US;Denver,CO,US;Seattle,WA,US;Chicago,IL,US
Atlanta,GA,US;Portland,OR,US;Portland,ME,US;Miami,FL,US;Dallas,TX,US;Houston,TX,US;Phoenix,AZ,US;Detroit,MI,US
Nashville,TN,US;Raleigh,NC,US;Pittsburgh,PA,US;Columbus,OH,US;Minneapolis,MN,US;Saint Louis|St. Louis,MO,US
Los Angeles|LA,CA,US;San Diego,CA,US;Oakland,CA,US;Salt Lake City,UT,US;Boise,ID,US;Tampa,FL,US;Richmond,VA,US
Toronto,ON,CA;Vancouver,BC,CA;Montreal,QC,CA;Calgary,AB,CA;London,,GB;Leeds,,GB;Manchester,,GB;Bristol,,GB
Edinburgh,,GB;Dublin,,IE;Cork,,IE;Berlin,,DE;Munich|München,,DE;Hamburg,,DE;Cologne|Köln,,DE;Stuttgart,,DE
Frankfurt|Frankfurt am Main,,DE;Leipzig,,DE;Vienna|Wien,,AT;Graz,,AT;Zurich|Zürich,,CH;Geneva|Genève,,CH;Paris,,FR
Lyon,,FR;Nantes,,FR;Toulouse,,FR;Madrid,,ES;Barcelona,,ES;Valencia,,ES;Lisbon|Lisboa,,PT;Porto,,PT;Milan|Milano,,IT
Rome|Roma,,IT;Turin|Torino,,IT;Amsterdam,,NL;Rotterdam,,NL;Utrecht,,NL;Brussels|Bruxelles,,BE;Ghent,,BE
Stockholm,,SE;Gothenburg|Göteborg,,SE;Malmö,,SE;Oslo,,NO;Bergen,,NO;Copenhagen|København,,DK;Aarhus,,DK;Helsinki,,FI
Tampere,,FI;Warsaw|Warszawa,,PL;Krakow|Kraków,,PL;Wroclaw,,PL;Prague|Praha,,CZ;Brno,,CZ;Budapest,,HU;Bucharest,,RO
Athens,,GR;Tel Aviv,,IL;Bangalore|Bengaluru,,IN;Mumbai,,IN;Pune,,IN;Hyderabad,,IN;Chennai,,IN;Tokyo,,JP;Osaka,,JP
Seoul,,KR;Singapore,,SG;Sydney,,AU;Melbourne,,AU;Brisbane,,AU;Auckland,,NZ;Mexico City|CDMX,,MX;Recife,,BR
"""
COUNTRIES = {
    "US": ("United States", "USA"), "CA": ("Canada",), "GB": ("United Kingdom", "UK"), "IE": ("Ireland",),
    "DE": ("Germany", "Deutschland"), "AT": ("Austria",), "CH": ("Switzerland",), "FR": ("France",), "ES": ("Spain",),
    "PT": ("Portugal",), "IT": ("Italy",), "NL": ("Netherlands",), "BE": ("Belgium",), "SE": ("Sweden",),
    "NO": ("Norway",), "DK": ("Denmark",), "FI": ("Finland",), "PL": ("Poland",), "CZ": ("Czech Republic",),
    "HU": ("Hungary",), "RO": ("Romania",), "GR": ("Greece",), "IL": ("Israel",), "IN": ("India",), "JP": ("Japan",),
    "KR": ("South Korea",), "SG": ("Singapore",), "AU": ("Australia",), "NZ": ("New Zealand",), "MX": ("Mexico",),
    "BR": ("Brazil",),
}  # fmt: skip
FORMS = (
    ", Inc.", " Inc", " LLC", ", LLC", " GmbH", " Ltd", " Ltd.", " Limited", " S.A.", " AG", " B.V.", " Pty Ltd",
    " Oy", " AB", " KK", " Corp.", " Corporation", " Co., Ltd.", " PLC", " SE",
)  # fmt: skip
_HEADS = (
    "Quill", "Fjord", "Copper", "Amber", "Lumen", "Cedar", "Harbor", "Nimbus", "Onyx", "Pine", "Raven", "Silver",
    "Tidal", "Umber", "Vesper", "Willow", "Zephyr", "Birch", "Cobalt", "Delta", "Ember", "Falcon", "Granite", "Hazel",
    "Indigo", "Juniper", "Kestrel", "Linden", "Maple", "North", "Opal", "Prairie", "Quartz", "River", "Sable", "Thorn",
)  # fmt: skip
_MIDDLES = (
    "a", "be", "co", "da", "en", "fi", "go", "ha", "in", "ja", "ko", "lu", "me", "no", "or", "pa", "qui", "ra", "so",
    "ta", "un", "ve", "wa", "xe", "yo", "zi", "bru", "cle", "dra", "fle", "gri", "pla", "sto", "tru", "vel", "wen",
)  # fmt: skip
_TAILS = (
    "works", "line", "stone", "leaf", "field", "craft", "bridge", "ware", "forge", "path", "point", "ridge", "scape",
    "shift", "sphere", "spring", "stack", "stead", "vale", "view", "ward", "wave", "well", "wise", "yard", "mark",
)  # fmt: skip
_VERBS = ("build", "own", "improve", "review", "plan", "measure", "document", "shape", "maintain", "launch", "prepare")
_GERMAN = ("du entwickelst", "du planst", "wir suchen", "du betreust", "gemeinsam gestalten wir", "du prüfst")
_PEOPLE = (
    "customers",
    "partners",
    "engineers",
    "clinicians",
    "analysts",
    "suppliers",
    "drivers",
    "designers",
    "teachers",
)
_THINGS = (
    "the roadmap", "release notes", "weekly forecasts", "data pipelines", "incident reports", "test rigs", "contracts",
    "design reviews", "training plans", "sensor readings", "price lists", "audit trails", "service levels",
    "dashboards", "inventories", "interview guides", "supplier audits", "onboarding journeys", "board papers",
    "safety checks",
)  # fmt: skip
_GERMAN_THINGS = ("die Planung", "unsere Berichte", "neue Werkzeuge", "alle Prüfungen", "den Einkauf", "die Schulungen")
_TIMES = (
    "every week",
    "each quarter",
    "from day one",
    "across regions",
    "with little supervision",
    "at scale",
    "by hand",
)

CITIES = tuple(
    (tuple(names.split("|")), state or None, country)
    for names, state, country in (row.split(",") for line in _CITIES.split("\n") for row in line.split(";") if row)
)


def company_names(count: int, picker: Random) -> list[str]:
    """So many different names."""
    names = [f"{head}{middle}{tail}" for head, middle, tail in product(_HEADS, _MIDDLES, _TAILS)]
    picker.shuffle(names)
    return [names[at] if at < len(names) else f"{names[at % len(names)]} {at}" for at in range(count)]


def sentences(count: int, picker: Random) -> list[str]:
    """So many sentences of about 110 letters, hardly two alike."""
    pick = picker.choice
    return [
        f"You will {pick(_VERBS)} {pick(_THINGS)} for {picker.randrange(2, 900)} {pick(_PEOPLE)} {pick(_TIMES)}, then"
        f" {pick(_VERBS)} {pick(_THINGS)} together with our {pick(TEAMS).lower()} {pick(_PEOPLE)}."
        for _ in range(count)
    ]


def german_sentences(count: int, picker: Random) -> list[str]:
    """The same in German."""
    pick = picker.choice
    return [
        f"Bei uns {pick(_GERMAN)} {pick(_GERMAN_THINGS)} für {picker.randrange(2, 900)} Menschen und {pick(_GERMAN)}"
        f" {pick(_GERMAN_THINGS)} mit dem Bereich {pick(TEAMS)}."
        for _ in range(count)
    ]
