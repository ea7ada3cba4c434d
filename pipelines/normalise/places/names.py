"""Names of places as data: other names of countries, groups of countries, states, short forms of cities. No rules here.

Keys are folded (`pipelines.companies.fold`) and without dots. ISO names of countries come from pycountry.
"""

#: usual names that ISO 3166 does not list; an empty code says that the name alone decides nothing
COUNTRY_ALIASES = {
    "usa": "US", "us": "US", "united states of america": "US", "the united states": "US", "america": "US",
    "estados unidos": "US", "continental us": "US", "conus": "US",
    "uk": "GB", "great britain": "GB", "britain": "GB", "the united kingdom": "GB", "united kingdon": "GB",
    "united kingdo": "GB", "united stated": "US", "uae": "AE", "emirates": "AE",
    "korea": "KR", "south korea": "KR", "republic of korea": "KR", "korea south": "KR", "north korea": "KP",
    "russia": "RU", "czech republic": "CZ", "czechia": "CZ", "turkey": "TR", "turkiye": "TR",
    "vietnam": "VN", "viet nam": "VN", "taiwan": "TW", "iran": "IR", "syria": "SY", "laos": "LA", "moldova": "MD",
    "tanzania": "TZ", "venezuela": "VE", "bolivia": "BO", "brunei": "BN", "macedonia": "MK", "palestine": "PS",
    "ivory coast": "CI", "cote d'ivoire": "CI", "cape verde": "CV", "swaziland": "SZ", "burma": "MM",
    "democratic republic of congo": "CD", "dr congo": "CD", "drc": "CD", "holland": "NL", "the netherlands": "NL",
    "nederland": "NL", "deutschland": "DE", "allemagne": "DE", "espana": "ES", "italia": "IT", "brasil": "BR",
    "schweiz": "CH", "suisse": "CH", "osterreich": "AT", "belgique": "BE", "belgie": "BE", "polska": "PL",
    "sverige": "SE", "norge": "NO", "danmark": "DK", "suomi": "FI", "eire": "IE", "republic of ireland": "IE",
    "france, metropolitan": "FR", "metropolitan france": "FR", "mexico": "MX", "hong kong sar": "HK", "macau": "MO",
    "macao": "MO", "kosovo": "XK", "日本": "JP", "中国": "CN", "대한민국": "KR", "한국": "KR",
    "the philippines": "PH", "philipines": "PH", "bosnia": "BA", "isreal": "IL", "mainland china": "CN",
    "prc": "CN", "ksa": "SA",
    "georgia": "", "jersey": "", "est": "", "congo": "", "virgin islands": "", "na": "", "sa": "",
}  # fmt: skip

#: parts of a country that are written where a country would stand
HOME_NATIONS = {"england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB"}

#: groups of countries a remote job may be limited to, by what is published for them
GROUPS = {
    "EMEA": "emea", "Europe": "europe|europa|eu timezone|european timezone|european time zone|continental europe",
    "European Union": "eu|european union|eea|eu countries", "Eastern Europe": "eastern europe|cee|central europe",
    "Western Europe": "western europe|southern europe", "DACH": "dach", "Nordics": "nordics|nordic|scandinavia",
    "Benelux": "benelux", "Baltics": "baltics", "Balkans": "balkans", "Iberia": "iberia", "UK and Ireland": "uki",
    "APAC": "apac|asia pacific|asia-pacific|apj|japac", "Asia": "asia", "Southeast Asia": "southeast asia"
        "|south east asia",
    "Latin America": "latam|latin america|latinamerica|latinoamerica", "South America": "south america|sudamerica",
    "Central America": "central america", "North America": "north america|namer|noram|northern america",
    "Americas": "americas|amer|the americas|north to south america", "Middle East": "middle east|gcc",
    "MENA": "mena", "Africa": "africa|sub-saharan africa", "ANZ": "anz", "Oceania": "oceania",
    "Caribbean": "caribbean",
}  # fmt: skip

WORLDWIDE = {
    "anywhere", "worldwide", "global", "globally", "world", "everywhere", "international", "any location",
    "all locations", "work from anywhere",
}  # fmt: skip

US_STATES = {
    "AL": "alabama", "AK": "alaska", "AZ": "arizona", "AR": "arkansas", "CA": "california", "CO": "colorado",
    "CT": "connecticut", "DE": "delaware", "DC": "district of columbia", "FL": "florida", "GA": "georgia",
    "HI": "hawaii", "ID": "idaho", "IL": "illinois", "IN": "indiana", "IA": "iowa", "KS": "kansas", "KY": "kentucky",
    "LA": "louisiana", "ME": "maine", "MD": "maryland", "MA": "massachusetts", "MI": "michigan", "MN": "minnesota",
    "MS": "mississippi", "MO": "missouri", "MT": "montana", "NE": "nebraska", "NV": "nevada", "NH": "new hampshire",
    "NJ": "new jersey", "NM": "new mexico", "NY": "new york", "NC": "north carolina", "ND": "north dakota",
    "OH": "ohio",
    "OK": "oklahoma", "OR": "oregon", "PA": "pennsylvania", "RI": "rhode island", "SC": "south carolina",
    "SD": "south dakota", "TN": "tennessee", "TX": "texas", "UT": "utah", "VT": "vermont", "VA": "virginia",
    "WA": "washington", "WV": "west virginia", "WI": "wisconsin", "WY": "wyoming",
}  # fmt: skip

CANADIAN_PROVINCES = {
    "AB": "alberta", "BC": "british columbia", "MB": "manitoba", "NB": "new brunswick",
    "NL": "newfoundland and labrador", "NS": "nova scotia", "NT": "northwest territories", "NU": "nunavut",
    "ON": "ontario", "PE": "prince edward island", "QC": "quebec", "SK": "saskatchewan", "YT": "yukon",
}  # fmt: skip

AUSTRALIAN_STATES = {
    "NSW": "new south wales", "QLD": "queensland", "TAS": "tasmania", "VIC": "victoria",
    "ACT": "australian capital territory",
}  # fmt: skip
#: codes of states that mean another country or state as well, unless a city of this country stands before
SHARED_CODES = {
    "AU": {"WA", "SA", "NT"},
    "BR": {"PR", "SC", "BA", "ES", "PE", "AL", "MA", "MT", "MS", "PA", "CE", "GO"},
}

#: short forms and slips of city names
CITY_ALIASES = {
    "nyc": "New York", "ny": "New York", "new york metro": "New York", "greater new york": "New York",
    "sf": "San Francisco",
    "san fransisco": "San Francisco", "sfo": "San Francisco", "bay area": "San Francisco Bay Area",
    "sf bay area": "San Francisco Bay Area", "greater boston": "Boston", "greater london": "London",
    "dc": "Washington",
    "washington dc": "Washington", "slc": "Salt Lake City", "atl": "Atlanta", "mountainview": "Mountain View",
    "cdmx": "Mexico City", "hcmc": "Ho Chi Minh City", "ho chi minh": "Ho Chi Minh City", "saigon": "Ho Chi Minh City",
    "hcm city": "Ho Chi Minh City", "bgc": "Taguig", "東京": "Tokyo", "大阪": "Osaka", "서울": "Seoul",
    "上海": "Shanghai", "北京": "Beijing", "frankfurt/main": "Frankfurt am Main", "ldn": "London",
}  # fmt: skip

#: states with the name of their city: the city as a locality
CITY_STATES = {"SG": "Singapore", "HK": "Hong Kong", "MO": "Macao", "MC": "Monaco"}

#: names of countries that are also names of American towns, or end them ("Lebanon, TN", "South Jordan")
TOWNS = {
    "jordan", "lebanon", "georgia", "jersey", "guinea", "mexico", "peru", "cuba", "chad", "mali", "malta", "ireland",
    "norway", "poland", "jamaica", "panama", "denmark", "holland", "dominica",
}  # fmt: skip

#: cities that a code behind them places in another country than the American state of that code
CODE_CITIES = {
    "AR": "cordoba|rosario|mendoza|la plata", "CO": "cali|barranquilla|cartagena|bucaramanga|pereira",
    "DE": "bonn|essen|dortmund|bremen|mannheim|augsburg|freiburg|aachen|jena|ulm|walldorf|garching|wolfsburg",
    "IN": "indore|nagpur|surat|chandigarh|mohali|thane|navi mumbai|mysore|mysuru|trivandrum|thiruvananthapuram"
        "|vadodara",
    "IL": "ramat gan|ramat-gan|petah tikva|ra'anana|raanana|rehovot|beer sheva|yokneam|rishon lezion",
    "CA": "kitchener|halifax|saskatoon|regina|kelowna|burnaby|markham|laval", "MA": "rabat|tangier|marrakech",
    "ID": "bandung|surabaya|bali|denpasar", "PA": "panama", "MT": "valletta|sliema|msida", "AL": "tirana",
    "ME": "budva", "MD": "chisinau", "VA": "vatican city",
}  # fmt: skip
