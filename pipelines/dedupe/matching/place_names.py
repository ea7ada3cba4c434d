"""Names of places as literals: countries, states, other spellings of a city. How to read a place is not here."""

from collections import defaultdict
from functools import cache

import pycountry

from pipelines.companies import fold, word_set
from pipelines.dedupe.matching.city_spellings import MORE_SPELLINGS

# Spellings pycountry does not have; the value is ISO 3166-1 alpha-2.
COUNTRY_SPELLINGS = {
    "usa": "US", "us": "US", "u s": "US", "u s a": "US", "united states of america": "US",
    "the us": "US", "continental us": "US", "continental u s": "US", "contiguous us": "US",
    "continental united states": "US", "contiguous united states": "US", "america": "US",
    "estados unidos": "US", "etats unis": "US", "uk": "GB", "u k": "GB", "great britain": "GB", "britain": "GB",
    "reino unido": "GB", "royaume uni": "GB", "vereinigtes konigreich": "GB", "deutschland": "DE", "alemanha": "DE",
    "alemania": "DE", "allemagne": "DE", "osterreich": "AT", "schweiz": "CH", "suisse": "CH", "svizzera": "CH",
    "espana": "ES", "espanha": "ES", "espagne": "ES", "italia": "IT", "italie": "IT", "brasil": "BR", "bresil": "BR",
    "franca": "FR", "francia": "FR", "frankreich": "FR", "nederland": "NL", "the netherlands": "NL", "holland": "NL",
    "belgie": "BE", "belgique": "BE", "polska": "PL", "sverige": "SE", "norge": "NO", "danmark": "DK", "suomi": "FI",
    "ceska republika": "CZ", "czech republic": "CZ", "czechia": "CZ", "magyarorszag": "HU",
    "turkey": "TR", "turkiye": "TR",
    "russia": "RU", "south korea": "KR", "korea": "KR", "republic of korea": "KR", "vietnam": "VN", "viet nam": "VN",
    "taiwan": "TW", "uae": "AE", "u a e": "AE", "emirates": "AE", "ksa": "SA", "hong kong": "HK", "macau": "MO",
    "ivory coast": "CI", "bolivia": "BO", "venezuela": "VE", "tanzania": "TZ", "moldova": "MD",
    "iran": "IR", "laos": "LA",
    "canada": "CA", "can": "CA", "mexico": "MX", "prc": "CN", "mainland china": "CN",
    "eire": "IE", "republic of ireland": "IE",
    "nihon": "JP", "nippon": "JP", "日本": "JP", "中国": "CN", "한국": "KR", "대한민국": "KR",
    "台灣": "TW", "deutschlandweit": "DE",
}  # fmt: skip

# A state, province or UK nation: its ISO country and the code it is known by.
_STATES_BY_COUNTRY = {
    "US": """
        AL:alabama AK:alaska AZ:arizona AR:arkansas CA:california CO:colorado CT:connecticut DE:delaware FL:florida
        GA:georgia HI:hawaii ID:idaho IL:illinois IN:indiana IA:iowa KS:kansas KY:kentucky LA:louisiana ME:maine
        MD:maryland MA:massachusetts MI:michigan MN:minnesota MS:mississippi MO:missouri MT:montana NE:nebraska
        NV:nevada NH:new_hampshire NJ:new_jersey NM:new_mexico NY:new_york NC:north_carolina ND:north_dakota OH:ohio
        OK:oklahoma OR:oregon PA:pennsylvania RI:rhode_island SC:south_carolina SD:south_dakota TN:tennessee TX:texas
        UT:utah VT:vermont VA:virginia WA:washington WV:west_virginia WI:wisconsin WY:wyoming DC:district_of_columbia
        """,
    "CA": """
        ON:ontario QC:quebec BC:british_columbia AB:alberta MB:manitoba SK:saskatchewan NS:nova_scotia NB:new_brunswick
        NL:newfoundland_and_labrador PE:prince_edward_island
        """,
    "AU": "NSW:new_south_wales VIC:victoria QLD:queensland TAS:tasmania ACT:australian_capital_territory",
    "GB": "ENG:england SCT:scotland WLS:wales NIR:northern_ireland",
}

STATES = {
    spelling: (country, code)
    for country, rows in _STATES_BY_COUNTRY.items()
    for code, name in (row.split(":") for row in rows.split())
    for spelling in (name.replace("_", " "), code.lower())
} | {"calif": ("US", "CA"), "d c": ("US", "DC"), "mass": ("US", "MA")}

# Codes of provinces that boards write behind a city like a US state or a country ("Milano (MI)", "Curitiba - PR").
_PROVINCE_CODES = {
    "ZA": "EC FS GP LP MP NW WC",
    "AU": "WA SA NT",
    "BR": "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO",
    "CH": "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH",
    "DE": "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH",
    "ES": "AL AV BA BI CC CE CO CR CS CU GC GI GR GU LE LO LU MA ML MU NA PM PO SA SE SG SO SS TE TF TO VA VI ZA",
    "IN": "AP AR AS BR CG CH DL GA GJ HP HR JH JK KA KL LA MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UK UP UT WB",
    "IT": """
        AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR
        GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ
        RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV
        """,
    "NL": "DR FL FR GE GR LI NB NH OV UT ZE ZH",
}

PROVINCE_CODES: defaultdict[str, set[str]] = defaultdict(set)
for _country, _codes in _PROVINCE_CODES.items():
    for _code in _codes.split():
        PROVINCE_CODES[_code].add(_country)

# Another spelling of the same city, or a name for the whole of it.
CITY_SPELLINGS = {
    "nyc": "new york", "new york city": "new york", "manhattan": "new york", "sf": "san francisco",
    "la": "los angeles", "washington dc": "washington", "washington d c": "washington", "dc": "washington",
    "district of columbia": "washington", "st louis": "saint louis", "st paul": "saint paul", "the city": "london",
    "city of london": "london", "central london": "london", "inner london": "london", "outer london": "london",
    "north london": "london", "south london": "london", "east london": "london", "west london": "london",
    "north west london": "london", "south west london": "london", "north east london": "london",
    "south east london": "london", "munchen": "munich", "koln": "cologne", "nurnberg": "nuremberg", "wien": "vienna",
    "frankfurt am main": "frankfurt", "frankfurt main": "frankfurt", "zurich": "zurich",
    "geneve": "geneva", "genf": "geneva",
    "goteborg": "gothenburg", "kobenhavn": "copenhagen", "praha": "prague", "warszawa": "warsaw",
    "cracow": "krakow", "lisboa": "lisbon", "sevilla": "seville", "milano": "milan", "roma": "rome",
    "torino": "turin", "firenze": "florence", "napoli": "naples", "bruxelles": "brussels", "brussel": "brussels",
    "antwerpen": "antwerp", "den haag": "the hague", "s gravenhage": "the hague", "hague": "the hague",
    "bengaluru": "bangalore",
    "bombay": "mumbai", "gurugram": "gurgaon", "new delhi": "delhi", "madras": "chennai",
    "tel aviv yafo": "tel aviv", "tel aviv jaffa": "tel aviv", "ciudad de mexico": "mexico city", "cdmx": "mexico city",
    "bucuresti": "bucharest", "beograd": "belgrade", "athina": "athens", "helsingfors": "helsinki", "kyiv": "kiev",
    "ho chi minh": "ho chi minh city", "saigon": "ho chi minh city", "hcmc": "ho chi minh city",
    "bale": "basel", "basle": "basel", "berne": "bern", "luzern": "lucerne", "hannover": "hanover",
    "genova": "genoa", "venezia": "venice", "padova": "padua", "mantova": "mantua", "gent": "ghent", "gand": "ghent",
    "brugge": "bruges", "liege": "luik", "leuven": "louvain", "anvers": "antwerp", "bois le duc": "s hertogenbosch",
    "den bosch": "s hertogenbosch", "zaragoza": "saragossa", "la coruna": "a coruna", "donostia": "san sebastian",
    "oporto": "porto", "arhus": "aarhus", "abo": "turku", "tammerfors": "tampere", "esbo": "espoo", "moskva": "moscow",
    "sankt petersburg": "saint petersburg", "st petersburg": "saint petersburg", "lvov": "lviv", "kharkov": "kharkiv",
    "odesa": "odessa", "calcutta": "kolkata", "poona": "pune", "mysuru": "mysore", "cochin": "kochi",
    "trivandrum": "thiruvananthapuram", "baroda": "vadodara", "breslau": "wroclaw", "danzig": "gdansk",
    "quebec city": "quebec", "newcastle upon tyne": "newcastle", "kingston upon hull": "hull",
    "東京": "tokyo", "東京都": "tokyo", "大阪": "osaka", "大阪府": "osaka", "大阪市": "osaka", "京都": "kyoto",
    "京都府": "kyoto", "京都市": "kyoto", "名古屋市": "nagoya", "名古屋": "nagoya",
    "福岡市": "fukuoka", "福岡": "fukuoka", "横浜": "yokohama", "横浜市": "yokohama",
    "北京": "beijing", "北京市": "beijing", "上海": "shanghai",
    "上海市": "shanghai", "深圳": "shenzhen", "深圳市": "shenzhen", "杭州": "hangzhou",
    "广州": "guangzhou", "서울": "seoul", "서울특별시": "seoul", "부산": "busan", "москва": "moscow",
    "санкт петербург": "saint petersburg",
    "минск": "minsk", "казань": "kazan",
}  # fmt: skip

CITY_SPELLINGS |= MORE_SPELLINGS

# What only titles call a city: as a place, the code is its state's.
SHORT_CITIES = {"sp": "sao paulo", "rj": "rio de janeiro", "bh": "belo horizonte", "poa": "porto alegre"}

# Danish post towns: "København K".
CITY_SPELLINGS |= {
    f"{spelling} {district}": city
    for city, spellings, districts in (
        ("copenhagen", ("kobenhavn", "copenhagen"), ("k", "v", "n", "s", "o", "nv", "sv")),
        ("aarhus", ("aarhus", "arhus"), ("c", "n", "v")),
        ("odense", ("odense",), ("c", "m", "n", "s", "v", "no", "nv", "so", "sv")),
    )
    for spelling in spellings
    for district in districts
}

# Parts of a city that boards name in its stead, by the city and its country; none that is a well-known town elsewhere.
_PARTS = {
    ("london", "GB"): """
        croydon islington hackney lambeth southwark lewisham wandsworth hammersmith shoreditch canary_wharf haringey
        walthamstow ealing hounslow hillingdon tower_hamlets newham redbridge bexley bromley brixton
        kings_cross paddington mayfair holborn vauxhall battersea wembley tottenham chiswick city_of_westminster
        london_bridge farringdon clerkenwell moorgate marylebone bermondsey white_city bloomsbury whitechapel aldgate
        euston wimbledon putney st_pancras old_street
        """,
    ("new york", "US"): "brooklyn queens bronx the_bronx staten_island long_island_city harlem",
    ("san diego", "US"): "la_jolla kearny_mesa",
    ("los angeles", "US"): "hollywood north_hollywood playa_vista sherman_oaks woodland_hills encino",
    ("paris", "FR"): "la_defense paris_la_defense",
    ("dublin", "IE"): "sandyford ballsbridge tallaght blanchardstown dun_laoghaire leopardstown",
    ("bangalore", "IN"): "whitefield koramangala electronic_city hsr_layout marathahalli indiranagar bellandur hebbal",
    ("mumbai", "IN"): "andheri bandra powai goregaon lower_parel vikhroli malad bandra_kurla_complex bkc",
    ("hyderabad", "IN"): "hitec_city gachibowli madhapur kondapur",
    ("sydney", "AU"): "north_sydney surry_hills parramatta macquarie_park barangaroo pyrmont",
    ("melbourne", "AU"): "docklands collingwood south_melbourne cremorne",
    ("pune", "IN"): "hinjewadi hinjawadi kharadi viman_nagar magarpatta baner",
    ("chennai", "IN"): "guindy taramani sholinganallur perungudi",
    ("gurgaon", "IN"): "cyber_city dlf_cyber_city",
    ("berlin", "DE"): "kreuzberg friedrichshain prenzlauer_berg charlottenburg neukolln adlershof",
    ("hamburg", "DE"): "hafencity", ("munich", "DE"): "schwabing",
    ("stockholm", "SE"): "kista sodermalm", ("seoul", "KR"): "gangnam gangnam_gu seocho",
    ("sao paulo", "BR"): "vila_olimpia itaim_bibi barra_funda morumbi",
    ("toronto", "CA"): "north_york etobicoke",
    ("singapore", "SG"): "jurong jurong_east changi tampines",
    ("amsterdam", "NL"): "amsterdam_zuidoost amsterdam_zuid zuidas",
    ("jakarta", "ID"): "jakarta_selatan jakarta_pusat jakarta_barat south_jakarta central_jakarta",
    ("manila", "PH"): "metro_manila",
}  # fmt: skip

PARTS = {name.replace("_", " "): (city, country) for (city, country), names in _PARTS.items() for name in names.split()}

# Well-known cities by the countries in which one of the name, standing alone, may lie. None is said to be around
# another: of several that commas part, each is a place of its own.
_CITIES = {
    "GB": "london manchester birmingham leeds edinburgh glasgow bristol cardiff belfast",
    "IE": "dublin",
    "FR": "paris lyon marseille toulouse lille nantes bordeaux",
    "DE": "berlin munich hamburg cologne frankfurt dusseldorf stuttgart leipzig hannover nuremberg",
    "ES": "madrid barcelona valencia malaga seville", "PT": "lisbon porto",
    "NL": "amsterdam rotterdam eindhoven", "BE": "brussels antwerp ghent", "SE": "stockholm gothenburg malmo",
    "DK": "copenhagen aarhus", "NO": "oslo bergen", "FI": "helsinki tampere",
    "PL": "warsaw krakow gdansk wroclaw poznan",
    "CZ": "prague brno", "SK": "bratislava", "SI": "ljubljana", "HR": "zagreb", "RS": "belgrade", "GR": "athens",
    "HU": "budapest", "RO": "bucharest", "BG": "sofia", "LT": "vilnius", "LV": "riga", "EE": "tallinn",
    "UA": "kyiv lviv", "AT": "vienna graz linz", "CH": "zurich geneva basel lausanne",
    "IT": "milan rome turin bologna", "IL": "tel_aviv", "TR": "istanbul", "AE": "dubai abu_dhabi", "QA": "doha",
    "SA": "riyadh", "JP": "tokyo osaka nagoya", "KR": "seoul busan",
    "CN": "beijing shanghai shenzhen hangzhou guangzhou chengdu", "HK": "hong_kong", "SG": "singapore", "TW": "taipei",
    "PH": "manila", "VN": "hanoi ho_chi_minh_city", "ID": "jakarta", "TH": "bangkok", "MY": "kuala_lumpur",
    "IN": "bangalore mumbai chennai gurgaon delhi hyderabad pune kolkata jaipur",
    "PK": "hyderabad", "AU": "sydney melbourne brisbane", "NZ": "auckland wellington",
    "CA": "toronto montreal ottawa vancouver calgary", "MX": "mexico_city guadalajara monterrey",
    "BR": "sao_paulo rio_de_janeiro belo_horizonte curitiba porto_alegre florianopolis recife",
    "US": """
        new_york san_francisco los_angeles chicago boston seattle austin denver atlanta houston dallas miami
        philadelphia phoenix san_diego san_jose portland minneapolis detroit charlotte nashville raleigh salt_lake_city
        pittsburgh saint_louis kansas_city orlando tampa las_vegas indianapolis columbus san_antonio baltimore
        dublin manchester birmingham bristol vancouver melbourne athens
        """,
    "CR": "san_jose", "CL": "san_antonio", "VE": "valencia",
    "PE": "lima", "CO": "bogota medellin", "AR": "buenos_aires", "UY": "montevideo", "KE": "nairobi", "NG": "lagos",
    "EG": "cairo", "ZA": "cape_town johannesburg",
}  # fmt: skip
CITY_COUNTRIES = {
    city.replace("_", " "): frozenset(country for country, cities in _CITIES.items() if city in cities.split())
    for city in " ".join(_CITIES.values()).split()
}

# States and counties that no town is named after: one alone is not the town that lies in it.
_COUNTIES = word_set(
    """
    surrey kent essex sussex norfolk suffolk cornwall devon dorset somerset cumbria merseyside cleveland rutland
    west_midlands east_sussex west_sussex tyne_and_wear greater_manchester county_durham isle_of_wight fife
    highland scottish_borders gwent dyfed gwynedd
    bayern bavaria hessen hesse sachsen saxony sachsen_anhalt thuringen thuringia niedersachsen lower_saxony
    brandenburg nordrhein_westfalen north_rhine_westphalia baden_wurttemberg rheinland_pfalz rhineland_palatinate
    saarland schleswig_holstein mecklenburg_vorpommern tirol steiermark karnten vorarlberg oberosterreich
    auvergne_rhone_alpes provence_alpes_cote_d_azur nouvelle_aquitaine occitanie bretagne brittany normandie grand_est
    hauts_de_france pays_de_la_loire centre_val_de_loire bourgogne_franche_comte alsace lorraine
    lombardia lombardy piemonte piedmont lazio toscana tuscany veneto emilia_romagna campania puglia sicilia sicily
    liguria cataluna catalunya catalonia andalucia andalusia comunidad_de_madrid community_of_madrid pais_vasco galicia
    comunidad_valenciana noord_holland north_holland zuid_holland south_holland noord_brabant north_brabant gelderland
    limburg vlaanderen flanders wallonie wallonia skane smaland dalarna mazowieckie malopolskie dolnoslaskie pomorskie
    karnataka maharashtra tamil_nadu telangana haryana uttar_pradesh west_bengal gujarat kerala rajasthan punjab
    andhra_pradesh madhya_pradesh parana santa_catarina rio_grande_do_sul minas_gerais bahia pernambuco ceara goias
    espirito_santo jalisco nuevo_leon selangor gyeonggi_do
    """
)
COUNTIES = frozenset(name.replace("_", " ") for name in _COUNTIES)
COUNTY_STARTS = ("county ", "landkreis ", "kreis ", "provincia di ", "provincia de ", "departement ")
COUNTY_ENDS = ("shire", " county", " lan", " voivodeship", " prefecture", " province", " district", " parish")

# Wider than a country: says nothing about the city, but two different ones are different places.
AREAS = word_set(
    """
    emea apac latam eu europe asia americas nordics dach anz mena uki africa oceania benelux
    """
) | {
    "north america", "south america", "latin america", "asia pacific", "middle east", "european union",
    "southern europe", "northern europe", "eastern europe", "western europe", "central europe", "southeast asia",
}  # fmt: skip

# Another spelling of an area.
AREA_SPELLINGS = {"eu": "europe", "european union": "europe", "latin america": "latam"}

# Countries by the part of the world where boards count them, and the parts that an area reaches into.
_PARTS_OF_THE_WORLD = {
    "europe": "GB IE FR DE ES PT IT NL BE LU CH AT DK SE NO FI IS PL CZ SK HU RO BG GR HR SI RS EE LV LT UA",
    "middle east and africa": "AE SA QA EG ZA NG KE MA",
    "north america": "US CA",
    "latam": "MX BR AR CO CL PE UY CR EC",
    "asia pacific": "CN JP KR IN AU NZ SG HK TW MY TH VN PH ID",
}
PART_OF_COUNTRY = {country: part for part, countries in _PARTS_OF_THE_WORLD.items() for country in countries.split()}
PARTS_OF_AREA = {
    "europe": {"europe"}, "nordics": {"europe"}, "dach": {"europe"}, "benelux": {"europe"}, "uki": {"europe"},
    "southern europe": {"europe"}, "northern europe": {"europe"}, "eastern europe": {"europe"},
    "western europe": {"europe"}, "central europe": {"europe"}, "emea": {"europe", "middle east and africa"},
    "mena": {"middle east and africa"}, "middle east": {"middle east and africa"}, "africa": {"middle east and africa"},
    "north america": {"north america", "latam"}, "americas": {"north america", "latam"}, "latam": {"latam"},
    "south america": {"latam"}, "apac": {"asia pacific"}, "asia": {"asia pacific"}, "asia pacific": {"asia pacific"},
    "southeast asia": {"asia pacific"}, "anz": {"asia pacific"}, "oceania": {"asia pacific"},
}  # fmt: skip

# Names a city has in common with the state around it: alone, the city is meant.
CITY_FIRST = frozenset({"new york", "washington", "quebec", "victoria", "la"})

# City and country at once.
CITY_STATES = frozenset({"singapore", "hong kong", "luxembourg", "monaco", "macau"})


def town_of(name: str) -> str:
    """The town that a folded name is another spelling of; else the name itself."""
    return CITY_SPELLINGS.get(name, name)


@cache
def countries() -> dict[str, str]:
    """Folded country name, or ISO alpha-3 code, to ISO alpha-2."""
    names = dict(COUNTRY_SPELLINGS)
    for country in pycountry.countries:
        for label in ("name", "common_name", "official_name", "alpha_3"):
            if spelling := getattr(country, label, None):
                names.setdefault(" ".join(fold(spelling).replace(",", " ").replace("-", " ").split()), country.alpha_2)
    return names


@cache
def alpha2_codes() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code, upper case."""
    return frozenset(country.alpha_2 for country in pycountry.countries)
