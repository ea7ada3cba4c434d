"""Places that are one, places that are apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dedupe.matching.place_reading import read_places
from pipelines.dedupe.matching.places import PlaceRelation, compare_places
from pipelines.dedupe.matching.regions import REGIONS, Region

EQUAL = [
    ("London", "London, UK"),
    ("USA - New York NY", "New York, NY"),
    ("Mountain View CA USA", "Mountain View, California"),
    ("Germany-Berlin", "Berlin, Germany"),
    ("London Bridge, UK", "London, England, United Kingdom"),
    ("Hinjewadi", "Pune, Maharashtra, India"),
    ("Canada-British Columbia-Vancouver", "Vancouver, BC"),
    ("SF, NY, Seattle", "Seattle; New York City; San Francisco"),
    ("US Remote - EST", "Remote, US"),
    ("Freiburg i. Br.", "Freiburg"),
    ("Ludwigshafen am Rhein", "Ludwigshafen"),
    ("Melbourne CBD", "Melbourne, Victoria"),
    ("Reggio nell'Emilia", "Reggio Emilia (RE)"),
    ("Jakarta Selatan", "South Jakarta, Jakarta, Indonesia"),
    ("Johannesburg, GP", "Johannesburg, South Africa"),
    ("Remote (Continental U.S.)", "Remote, United States"),
    ("Kyiv", "Київ"),
    ("London, England, United Kingdom", "Central London, London"),
    ("Birmingham, West Midlands", "Birmingham, England, UK"),
    ("Balsall Heath, Birmingham", "Birmingham, England, UK"),
    ("Bristol BS34 8JH", "Greater Bristol Area, United Kingdom"),
    ("Milpitas, CA 95035", "Milpitas, California, United States"),
    ("New York City", "New York, NY"),
    ("NYC", "New York, New York, USA"),
    ("San Francisco Bay Area", "SF"),
    ("San Jose Office (Zanker)", "San Jose, CA"),
    ("Head Office - Oslo", "Oslo, Norway"),
    ("Munich", "München, Bayern"),
    ("Göteborg", "Gothenburg, Sweden"),
    ("Bengaluru, India", "Bangalore"),
    ("Lisboa/Portugal", "Lisbon, Portugal"),
    ("São Paulo - SP", "Sao Paulo/SP"),
    ("USA - Carrollton TX", "Carrollton, Texas"),
    ("United States, Washington, Redmond", "Redmond, WA, US"),
    ("Remote", "100% Remote"),
    ("Remote - US", "United States (Remote)"),
    ("Remote, United States", "remote,Remote, USA"),
    ("Remote,Warsaw, Poland", "Warszawa"),
    ("India", "All cities, India"),
    ("Washington, D.C.", "Washington DC"),
    ("Berlin; London", "London, UK | Berlin, Germany"),
    ("London; United Kingdom", "London +1 more"),
    ("Remote (US or Canada)", "Remote - Canada; Remote - US"),
    ("Curitiba - PR", "Curitiba, Paraná, Brasil"),
    ("Milano (MI)", "Milan, Italy"),
    ("Perth WA", "Perth, Western Australia, Australia"),
    ("Bern, BE", "Bern, Switzerland"),
    ("Bâle", "Basel, Switzerland"),
    ("Remote (EU)", "Europe (Remote)"),
    ("Paris 9e", "Paris, France"),
    ("Croydon", "London, UK"),
    ("La Jolla, CA, US", "San Diego, CA"),
    ("Jakarta Selatan, Indonesia", "Jakarta"),
    ("Köln-Ehrenfeld", "Köln, Nordrhein-Westfalen"),
    ("Worldwide", "Remote"),
    ("Anywhere in the World", "Remote"),
    ("Québec (QC)", "Quebec City, QC"),
    ("Dublin 2", "Dublin, Ireland"),
    ("Hybrid work in Leeds LS1", "Leeds, England, UK"),
    ("Manchester, Greater Manchester", "Manchester M1"),
    ("Croydon, Greater London", "London, UK"),
    ("City of Edinburgh, Scotland", "Edinburgh"),
    ("Den Haag", "The Hague, Netherlands"),
    ("Main Street, Leeds", "4 Main St, Leeds"),
    ("Main Street, Leeds", "Leeds, England"),
    ("Docklands, Melbourne VIC", "Melbourne, Victoria, Australia"),
    ("12 Harbour Road, Oslo", "Oslo, Norway"),
    ("Rue de Lyon, Paris", "Paris, France"),
    ("Hauptstraße 5, Köln", "Cologne, Germany"),
    ("Hauptstr. 5, Köln", "Köln, Hauptstraße 7"),
    ("Av. Paulista, 1374, São Paulo", "São Paulo - SP"),
    ("C/ Mayor 5, Madrid", "Madrid, Spain"),
    ("Suite 400, 100 Main St, Tulsa, OK", "Tulsa, Oklahoma"),
    ("Lister Meile 20, 30161 Hannover", "Hannover"),
    ("Vasagatan 12, 111 20 Stockholm", "Stockholm, Sweden"),
    ("Refshalevej 167, 1432 København K", "Copenhagen"),
    ("69007 Lyon Cedex 07", "Lyon, France"),
    ("Main Street", "Main Street, UK"),
    ("Greater Boston Area", "Boston, MA"),
    ("SF Bay Area", "Bay Area"),
    ("Region Stuttgart", "Stuttgart Metropolitan Area"),
    ("Tel Aviv-Israel", "Tel Aviv, Israel"),
    ("London United Kingdom", "London, UK"),
    ("Austin Texas", "Austin, TX"),
    ("New York New York", "New York, NY"),
    ("Hauts-de-France", "Hauts de France"),
    ("Zuid-Holland", "Zuid Holland, Netherlands"),
    ("Remote International", "Remote"),
    ("東京都渋谷区", "Tokyo, Japan"),
    ("大阪府", "大阪"),
    ("北京市朝阳区", "Beijing"),
    ("Москва", "Moscow, Russia"),
    ("Berlin, London", "London, UK | Berlin, Germany"),
    ("Palo Alto, Bay Area", "Palo Alto, CA"),
]

PARTLY = [
    ("New York, New York; Salt Lake City, Utah", "New York, NY", PlaceRelation.PART),
    ("Redmond, WA / Atlanta, GA", "Atlanta", PlaceRelation.PART),
    ("Berlin; Oslo", "Oslo; Madrid", PlaceRelation.OVERLAP),
    ("Remote", "Remote - Poland", PlaceRelation.WIDER),
    ("Canada", "Toronto, Ontario", PlaceRelation.WIDER),
    ("Remote - US", "Boston, MA", PlaceRelation.WIDER),
    ("Remote - EMEA", "Dubai, UAE", PlaceRelation.WIDER),
    ("Europe", "Istanbul, Turkey", PlaceRelation.WIDER),
    ("LatAm", "Bogota", PlaceRelation.WIDER),
    ("Boston, Lincolnshire", "United Kingdom", PlaceRelation.WIDER),
    ("Cambridge", "United Kingdom", PlaceRelation.WIDER),
    ("Vancouver - Remote", "Remote - US", PlaceRelation.WIDER),
    ("North America", "Mexico", PlaceRelation.WIDER),
    ("Main Street, Leeds", "High Street 4, Leeds", PlaceRelation.PART),
    ("Av. Paulista, São Paulo", "Rua Augusta 1500, São Paulo", PlaceRelation.PART),
    ("San Francisco Bay Area", "Oakland, CA", PlaceRelation.WIDER),
    ("San Francisco Bay Area", "Palo Alto", PlaceRelation.WIDER),
    ("San Francisco Bay Area", "Silicon Valley", PlaceRelation.WIDER),
    ("Bay Area", "San Francisco", PlaceRelation.WIDER),
    ("Bay Area", "California", PlaceRelation.WIDER),
    ("Greater Boston", "Cambridge, MA", PlaceRelation.WIDER),
    ("Research Triangle", "Durham, NC", PlaceRelation.WIDER),
    ("Dallas-Fort Worth Metroplex", "Dallas, TX", PlaceRelation.WIDER),
    ("Dallas/Fort Worth", "Plano, TX", PlaceRelation.WIDER),
    ("DFW", "Irving, Texas", PlaceRelation.WIDER),
    ("Rhein-Main-Gebiet", "Frankfurt am Main", PlaceRelation.WIDER),
    ("Ruhrgebiet", "Essen", PlaceRelation.WIDER),
    ("Ruhrgebiet", "Essen, Ruhrgebiet", PlaceRelation.WIDER),
    ("Randstad, Netherlands", "Utrecht", PlaceRelation.WIDER),
    ("Île-de-France", "Paris", PlaceRelation.WIDER),
    ("Docklands, Melbourne VIC", "Greater Melbourne Area", PlaceRelation.WIDER),
    ("Paris area", "Nanterre, Île-de-France", PlaceRelation.WIDER),
    ("Europe", "Ruhrgebiet", PlaceRelation.WIDER),
    ("Bolton, Greater Manchester", "Greater Manchester, England, United Kingdom", PlaceRelation.OVERLAP),
    ("Manchester", "Greater Manchester, England", PlaceRelation.OVERLAP),
    ("Guildford, Surrey", "Surrey, UK", PlaceRelation.OVERLAP),
    ("Carlow, County Carlow", "County Carlow, Ireland", PlaceRelation.OVERLAP),
    ("Toledo, Lucas County", "Lucas County", PlaceRelation.OVERLAP),
    ("Mysore, Karnataka", "Karnataka, India", PlaceRelation.OVERLAP),
    ("London, Berlin, Remote", "Berlin, Germany", PlaceRelation.PART),
    ("Bay Area, Austin", "Austin, TX", PlaceRelation.PART),
    ("Bay Area, Austin", "San Francisco, CA", PlaceRelation.WIDER),
    ("New York, NY, San Francisco, CA", "San Francisco", PlaceRelation.PART),
    ("New York, NY, Chicago", "Chicago; Boston", PlaceRelation.OVERLAP),
    ("Oslo", None, PlaceRelation.UNKNOWN),
    ("Unspecified", "Oslo", PlaceRelation.UNKNOWN),
    ("Multiple Locations", "Oslo", PlaceRelation.UNKNOWN),
]

CONFLICT = [
    ("Leeds, West Yorkshire", "Bradford, West Yorkshire"),
    ("Leeds, England, UK", "Manchester, England, UK"),
    ("Portland, OR", "Portland, ME"),
    ("Paris, France", "Paris, TX"),
    ("Remote - Hungary", "Remote - Portugal"),
    ("Remote-APAC", "Remote-EMEA"),
    ("Remote,Warsaw, Poland", "Remote,Prague, Czech Republic"),
    ("Boston - remote first in US", "Denver - remote first in US"),
    ("Remote - US", "Toronto, Ontario"),
    ("England", "Scotland"),
    ("Saint-Denis", "Saint-Jérôme"),
    ("Berlin-Mitte", "Berlin-Wedding"),
    ("Croydon", "Ealing, London"),
    ("Croydon, Australia", "London"),
    ("Detroit, MI", "Milan, Italy"),
    ("Dublin, CA", "Dublin, Ireland"),
    ("Canada - Remote (ON, AB, BC, or NS Only)", "United States - Remote"),
    ("Dublin, Ireland", "Dublin, Ohio"),
    ("Essen, North Rhine-Westphalia, Germany", "Cologne, North Rhine-Westphalia, Germany"),
    ("Porto/Portugal", "Lisboa/Portugal"),
    ("Bolton, Greater Manchester", "Manchester, England, UK"),
    ("Europe", "United States"),
    ("San Francisco", "Brazil"),
    ("London", "Remote - US"),
    ("Paris", "Paris, TX"),
    ("London United Kingdom", "London, Ontario"),
    ("Berlin", "Berlin, NH"),
    ("Remote - EMEA", "Remote - US"),
    ("Remote (LatAm)", "Austin, TX"),
    ("Bolton, Greater Manchester", "Stockport, Greater Manchester"),
    ("Head Office - Oslo", "Head Office - Bergen"),
    ("London, Berlin", "Paris, Vienna"),
    ("Vancouver - Remote", "United Kingdom - Remote"),
    ("New York, London", "Boston, MA"),
    ("Store 12 - London", "Store 12 - Leeds"),
    ("Regional Office, Munich", "Regional Office, Hamburg"),
    ("Main Street, Leeds", "Main Street, York"),
    ("12 Harbour Road, Oslo", "Harbour Road 12, Bergen"),
    ("Rue de Lyon, Marseille", "Lyon"),
    ("Bahnhofstr. 1, Hannover", "Bahnhofstr. 1, Bonn"),
    ("Sector 62, Noida", "Sector 62, Gurgaon"),
    ("Business Park, Leeds", "Business Park, York"),
    ("120 5th Avenue, Tampa", "120 5th Avenue, Naples"),
    ("Niigata, Honshu", "Yamagata, Honshu"),
    ("Germany-Berlin", "Germany-Munich"),
    ("Guinea-Bissau", "Guinea"),
    ("Neustadt am Rübenberge", "Neustadt an der Weinstraße"),
    ("USA - New York NY", "Buffalo, NY"),
    ("Kansas City, KS", "Kansas City, MO"),
    ("Chester-le-Street, County Durham", "Durham, County Durham"),
    ("Neustadt an der Weinstraße, Germany", "Speyer, Germany"),
    ("Oakland, CA", "Palo Alto, San Francisco Bay Area"),
    ("San Francisco", "Palo Alto, San Francisco Bay Area"),
    ("San Francisco Bay Area", "Los Angeles"),
    ("San Francisco Bay Area", "Greater Boston"),
    ("Greater Boston", "Cambridge, England"),
    ("Greater Boston", "Cambridge"),
    ("Essen, Ruhrgebiet", "Dortmund, Ruhrgebiet"),
    ("Ruhrgebiet", "Köln"),
    ("Vienna", "DMV"),
    ("Singapore; Sydney, New South Wales, Australia", "Hong Kong"),
]

ROWS = [(a, b, PlaceRelation.EQUAL) for a, b in EQUAL] + PARTLY + [(a, b, PlaceRelation.CONFLICT) for a, b in CONFLICT]


@pytest.mark.parametrize(("left", "right", "relation"), ROWS)
def test_places_agree_as_far_as_they_do(left: str, right: str | None, relation: PlaceRelation) -> None:
    one, other = read_places(left), read_places(right)
    assert compare_places(one, other) is relation
    assert compare_places(other, one) is relation


@given(st.text(max_size=60))
def test_any_text_can_be_read_and_equals_itself(text: str) -> None:
    places = read_places(text)
    assert compare_places(places, places) is (PlaceRelation.EQUAL if places else PlaceRelation.UNKNOWN)


def test_a_city_inside_its_country_knows_the_country() -> None:
    (place,) = read_places("Oslo; Norway")
    assert (place.head, place.countries) == ("oslo", {"NO"})


def test_hostile_brackets_are_read_in_time() -> None:
    assert read_places("(" * 50_000) == ()
    assert read_places("(a," * 20_000)


@pytest.mark.parametrize("region", REGIONS.values(), ids=REGIONS)
def test_a_region_lies_around_each_of_its_towns(region: Region) -> None:
    around = read_places(region.name)
    named = {name for place in around for name in place.names}
    for town in sorted(region.towns - region.unsure):
        relation = PlaceRelation.EQUAL if town in named else PlaceRelation.WIDER
        assert compare_places(around, read_places(town)) is relation, town
