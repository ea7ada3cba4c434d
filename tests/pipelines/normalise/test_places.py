import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.normalise.places.cities import CITIES
from pipelines.normalise.places.countries import country_of, stated_country
from pipelines.normalise.places.names import CITY_ALIASES
from pipelines.normalise.places.reading import limits_of, places_in, read_places
from pipelines.normalise.places.regions import REGIONS
from warehouse.readings import PlaceReading

Named = tuple[str | None, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # city, state, country in every order
        ("San Mateo, CA, United States", ("San Mateo", "CA", "US")),
        ("New York, New York, United States", ("New York", "NY", "US")),
        ("Toronto, ON, CA", ("Toronto", "ON", "CA")),
        ("Sydney, New South Wales, Australia", ("Sydney", "NSW", "AU")),
        ("London, England, United Kingdom", ("London", "England", "GB")),
        ("Brazil - Rio de Janeiro", ("Rio de Janeiro", None, "BR")),
        ("US, CA, Santa Clara", ("Santa Clara", "CA", "US")),
        ("Pune, Maharashtra - India", ("Pune", "Maharashtra", "IN")),
        ("Barcelona, Barcelona, Spain", ("Barcelona", None, "ES")),
        ("Mexico City, Mexico City, Mexico", ("Mexico City", None, "MX")),
        ("Austin, TX", ("Austin", "TX", "US")),
        ("Portland, OR", ("Portland", "OR", "US")),
        ("Fort Wayne, IN", ("Fort Wayne", "IN", "US")),
        ("Washington, D.C., United States", ("Washington", "DC", "US")),
        ("State College, PA", ("State College", "PA", "US")),
        ("Winston-Salem, NC", ("Winston-Salem", "NC", "US")),
        # without commas, with hyphens
        ("London United Kingdom", ("London", None, "GB")),
        ("USA - Provo UT", ("Provo", "UT", "US")),
        ("Mountain View CA USA", ("Mountain View", "CA", "US")),
        ("São Paulo-Brazil", ("São Paulo", None, "BR")),
        ("Massy -France", ("Massy", None, "FR")),
        ("Iași. Romania", ("Iași", None, "RO")),
        ("Stratford-upon-Avon, UK", ("Stratford-upon-Avon", None, "GB")),
        # decoration
        ("Belgium-Brussels Office", ("Brussels", None, "BE")),
        ("NYC Global HQ", ("New York", "NY", "US")),
        ("SF Office - 171 2nd, 4th floor", ("San Francisco", "CA", "US")),
        ("Greater Boston Area", ("Boston", "MA", "US")),
        ("Acme - Headquarters (Lehi, UT)", ("Lehi", "UT", "US")),
        ("New York Office (or Remote)", ("New York", "NY", "US")),
        # a code is a state's or a country's
        ("Chicago, IL", ("Chicago", "IL", "US")),
        ("Tel Aviv, IL", ("Tel Aviv", None, "IL")),
        ("Wilmington, DE", ("Wilmington", "DE", "US")),
        ("Hamburg, DE", ("Hamburg", None, "DE")),
        ("Bangalore, IN", ("Bangalore", None, "IN")),
        ("Cordoba, AR", ("Cordoba", None, "AR")),
        ("Little Rock, AR", ("Little Rock", "AR", "US")),
        ("Amsterdam, NL", ("Amsterdam", None, "NL")),
        ("St. John's, NL", ("St. John's", None, None)),
        ("CA-Toronto", ("Toronto", "ON", "CA")),
        ("CA", (None, None, None)),
        ("Ontario, CA", (None, None, None)),
        ("Ontario, CAN", (None, "ON", "CA")),
        # namesakes
        ("Paris, TX", ("Paris", "TX", "US")),
        ("London, ON", ("London", "ON", "CA")),
        ("London, Ontario", ("London", "ON", "CA")),
        ("Dublin, OH", ("Dublin", "OH", "US")),
        ("Dublin, IE", ("Dublin", None, "IE")),
        ("Vancouver, WA", ("Vancouver", "WA", "US")),
        ("Cambridge", ("Cambridge", None, None)),
        ("Cambridge, MA", ("Cambridge", "MA", "US")),
        ("Cambridge, UK", ("Cambridge", None, "GB")),
        ("Georgia", (None, None, None)),
        ("Georgia, United States", (None, "GA", "US")),
        ("Atlanta, Georgia", ("Atlanta", "GA", "US")),
        ("Tbilisi, Georgia", ("Tbilisi", None, "GE")),
        ("Lawrenceville, Georgia", ("Lawrenceville", None, None)),
        ("Lebanon, TN", ("Lebanon", "TN", "US")),
        ("South Jordan, UT", ("South Jordan", "UT", "US")),
        ("Washington, United States", (None, None, "US")),
        ("Victoria", ("Victoria", None, None)),
        ("Melbourne, Victoria, Australia", ("Melbourne", "VIC", "AU")),
        ("Perth, Western Australia", ("Perth", "Western Australia", "AU")),
        ("San Jose", ("San Jose", None, None)),
        ("San Jose, CA", ("San Jose", "CA", "US")),
        ("San José, Costa Rica", ("San José", None, "CR")),
        ("Birmingham", ("Birmingham", None, None)),
        ("Birmingham, AL", ("Birmingham", "AL", "US")),
        ("Birmingham, UK", ("Birmingham", None, "GB")),
        ("Sofia", ("Sofia", None, "BG")),
        ("Waterloo", ("Waterloo", None, None)),
        ("Waterloo, ON", ("Waterloo", "ON", "CA")),
        ("Manchester", ("Manchester", None, None)),
        ("Kansas-Topeka", ("Topeka", "KS", "US")),
        ("Freiburg im Breisgau", ("Freiburg im Breisgau", None, "DE")),
        # countries by usual names
        ("Seoul, Korea", ("Seoul", None, "KR")),
        ("Kimpese, Democratic Republic of Congo", ("Kimpese", None, "CD")),
        ("Sarajevo, Bosnia & Herzegovina", ("Sarajevo", None, "BA")),
        ("Brno, Czech Republic", ("Brno", None, "CZ")),
        ("Continental U.S.", (None, None, "US")),
        ("UAE - Dubai", ("Dubai", None, "AE")),
        ("China - Hong Kong", ("Hong Kong", None, "HK")),
        ("Singapore", ("Singapore", None, "SG")),
        ("Northern Ireland", (None, "Northern Ireland", "GB")),
        # words that are no place
        ("Remote", (None, None, None)),
        ("Remoto", (None, None, None)),
        ("Télétravail", (None, None, None)),
        ("EMEA", (None, None, None)),
        ("Anywhere", (None, None, None)),
        ("Unspecified", (None, None, None)),
        ("🌍", (None, None, None)),
        ("\u202eBerlin", ("Berlin", None, "DE")),
        ("東京", ("Tokyo", None, "JP")),
        ("East and Central time zones preferred", (None, None, None)),
        ("N/A", (None, None, None)),
        ("Worldwide", (None, None, None)),
        ("SEA", (None, None, None)),
        ("Head Office", (None, None, None)),
        ("Remote (EST)", (None, None, None)),
        # a code between a city and its country is a province's
        ("Perth, WA, Australia", ("Perth", "WA", "AU")),
        ("Perth WA", ("Perth", "WA", "AU")),
        ("Sydney NSW 2000", ("Sydney", "NSW", "AU")),
        ("Sydney CBD, Inner West & Eastern Suburbs", ("Sydney", None, "AU")),
        ("Amsterdam, NH, NL", ("Amsterdam", "NH", "NL")),
        ("Bogota, D.C., Colombia", ("Bogota", "DC", "CO")),
        ("Johannesburg, GP, ZA", ("Johannesburg", "GP", "ZA")),
        ("Milan, MI, Italy", ("Milan", "MI", "IT")),
        ("Montreal, QB, CAN", ("Montreal", "QC", "CA")),
        # regions without their country
        ("Reading, Berkshire", ("Reading", "Berkshire", "GB")),
        ("West Midlands, England, UK", (None, "West Midlands", "GB")),
        ("Flanders, New Jersey", ("Flanders", "NJ", "US")),
        ("Makati City, Metro Manila", ("Makati City", "Metro Manila", "PH")),
        # postcodes and buildings
        ("10115 Berlin", ("Berlin", None, "DE")),
        ("D-80331 München, Germany", ("München", None, "DE")),
        ("Friedrichstraße 123, 10117 Berlin", ("Berlin", None, "DE")),
        ("1017 AB Amsterdam", ("Amsterdam", None, "NL")),
        ("82008 Unterhaching, Germany", ("Unterhaching", None, "DE")),
        ("14810 Manchester Rd, Ballwin, MO 63021, USA", ("Ballwin", "MO", "US")),
        ("WeWork, Koramangala, Bangalore", ("Bangalore", None, "IN")),
        ("The Hague", ("The Hague", None, "NL")),
        ("Raleigh-Durham, NC", ("Raleigh-Durham", "NC", "US")),
        # from the large to the small, without commas
        ("東京都港区", ("Tokyo", None, "JP")),
        ("リモート(東京)", ("Tokyo", None, "JP")),
        ("千葉県 柏市", ("柏市", "千葉県", "JP")),
        ("静岡県", (None, None, "JP")),
        ("上海市浦东新区", ("Shanghai", None, "CN")),
        ("日本 大阪府大阪市北区", ("Osaka", None, "JP")),
        ("서울특별시 강남구", ("Seoul", None, "KR")),
        ("경기도 성남시 분당구", ("성남시", "경기도", "KR")),
        ("台北市信義區", ("Taipei", None, "TW")),
        ("新竹縣竹北市", ("Hsinchu", None, "TW")),
        ("Curitiba/PR", ("Curitiba", "PR", "BR")),
        ("Campo Grande - MS", ("Campo Grande", "MS", "BR")),
        ("Victoria, BC", ("Victoria", "BC", "CA")),
        ("Distribution Center - Reno, NV", ("Reno", "NV", "US")),
        ("Field - Southeast", (None, None, None)),
        ("Groningen", ("Groningen", None, "NL")),
        ("新北市板橋區", ("新北市", None, "TW")),
        ("대한민국", (None, None, "KR")),
    ],
)
def test_one_place_is_read_right_or_not_at_all(text: str, place: Named) -> None:
    found = read_places([PlaceReading(text)])
    assert [(each.locality, each.region, each.country) for each in found] == [place]


def test_a_country_field_with_half_a_character_is_stored_without_it() -> None:
    assert read_places([PlaceReading(country="\ud800")]) == []
    damaged = [PlaceReading("", "", "", "\ud800"), PlaceReading("", "", "", "Oz\ud800")]
    assert [place.location for place in read_places(damaged)] == ["Oz"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Chicago; San Francisco", ["Chicago US", "San Francisco US"]),
        ("Lehi, UT | Plano, TX", ["Lehi US", "Plano US"]),
        ("New York/ San Francisco", ["New York US", "San Francisco US"]),
        ("Tel Aviv • Berlin", ["Tel Aviv IL", "Berlin DE"]),
        ("San Francisco, CA or New York City, NY", ["San Francisco US", "New York City US"]),
        ("New York, United States, Los Angeles, United States", ["New York US", "Los Angeles US"]),
        ("Denver, CO, Chicago, IL, Phoenix, AZ, New York", ["Denver US", "Chicago US", "Phoenix US", "New York US"]),
        ("Chicago, IL, United States, Toronto, Ontario, Canada", ["Chicago US", "Toronto CA"]),
        ("San Francisco (CA),  Denver (CO)", ["San Francisco US", "Denver US"]),
        ("SF, Denver, or NYC", ["San Francisco US", "Denver US", "New York US"]),
        ("US-San Francisco, US-Chicago, US-Texas", ["San Francisco US", "Chicago US", "None US"]),
        ("CA-Toronto, CA-Montreal", ["Toronto CA", "Montreal CA"]),
        ("Ljubljana, Slovenia, Limassol, Cyprus", ["Ljubljana SI", "Limassol CY"]),
        ("Denver & Houston", ["Denver US", "Houston US"]),
        ("São Paulo e Remoto", ["São Paulo BR"]),
        ("Madrid y Barcelona", ["Madrid ES", "Barcelona ES"]),
        ("Bosnia and Herzegovina", ["None BA"]),
        ("Kenya, Rwanda, Burundi", ["None KE", "None RW", "None BI"]),
        ("Flexible: Poland, Spain, and Kenya", ["None PL", "None ES", "None KE"]),
        ("Paris, France; Paris, France", ["Paris FR"]),
        ("San Francisco, CA, OR Anywhere in the Continental U.S.", ["San Francisco US", "None US"]),
    ],
)
def test_several_places_in_one_line(text: str, countries: list[str]) -> None:
    assert [f"{place.locality} {place.country}" for place in read_places([PlaceReading(text)])] == countries


@pytest.mark.parametrize(
    ("reading", "place"),
    [
        (PlaceReading("San Francisco, CA (HQ)", "San Fransisco", "California ", "USA"), ("San Francisco", "CA", "US")),
        (PlaceReading("Toronto", "Toronto", "Ontario", "Canada"), ("Toronto", "ON", "CA")),
        (PlaceReading("Remote (Canada)", "Remote", None, "Canada"), (None, None, "CA")),
        (PlaceReading("Bergen", None, None, "NO"), ("Bergen", None, "NO")),
        (PlaceReading("Tbilisi", None, None, "Georgia"), ("Tbilisi", None, "GE")),
        (PlaceReading("London, UK", None, None, "Canada"), (None, None, "CA")),
        (PlaceReading("Springfield", "Springfield", "Illinois", "United States"), ("Springfield", "IL", "US")),
        (PlaceReading("Paris", "Paris", "", "France, Metropolitan"), ("Paris", None, "FR")),
        (PlaceReading(None, "Berlin", None, "Germany"), ("Berlin", None, "DE")),
        (PlaceReading(None, None, None, "GB"), (None, None, "GB")),
        (PlaceReading("Munich", "Munich", "BY", ""), ("Munich", "BY", "DE")),
    ],
)
def test_address_fields_win_over_the_text(reading: PlaceReading, place: Named) -> None:
    assert [(each.locality, each.region, each.country) for each in read_places([reading])] == [place]


def test_address_fields_speak_of_the_first_place_only() -> None:
    places = read_places([PlaceReading("New York, NY; Oslo", country="US")])
    assert [(place.locality, place.country) for place in places] == [("New York", "US"), ("Oslo", "NO")]


@pytest.mark.parametrize(
    ("readings", "limits"),
    [
        ([PlaceReading("Remote - US")], ["US"]),
        ([PlaceReading("Remote (United States | Canada)")], ["US", "CA"]),
        ([PlaceReading("Remote, EMEA")], ["EMEA"]),
        ([PlaceReading("Remoto - Brasil")], ["BR"]),
        ([PlaceReading("EU - Remote")], ["European Union"]),
        ([PlaceReading("LatAm", None, None, "Panama")], ["Latin America"]),
        ([PlaceReading("Remote", country="European Union")], ["European Union"]),
        ([PlaceReading("Anywhere in France, Belgium")], ["FR", "BE"]),
        ([PlaceReading("Anywhere")], []),
        ([PlaceReading("Remote")], []),
        ([PlaceReading("Remote, Bangalore")], ["IN"]),
        ([PlaceReading("New York, NY"), PlaceReading("Remote - UK")], ["GB"]),
        ([PlaceReading("New York, NY")], []),
        ([PlaceReading("Remote - Germany and Switzerland")], ["DE", "CH"]),
    ],
)
def test_where_remote_work_is_limited_to(readings: list[PlaceReading], limits: list[str]) -> None:
    assert limits_of(read_places(readings)) == limits


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("UK", "GB"),
        ("U.S.A.", "US"),
        ("the Netherlands", "NL"),
        ("Türkiye", "TR"),
        ("Côte d'Ivoire", "CI"),
        ("DEU", "DE"),
        ("Can", None),
        ("Georgia", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_by_any_of_its_names(name: str, code: str | None) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    ("stated", "code"),
    [("us", "US"), ("gbr", "GB"), (" Germany ", "DE"), ("Georgia", "GE"), ("EMEA", None), (None, None)],
)
def test_a_field_for_countries_holds_nothing_else(stated: str | None, code: str | None) -> None:
    assert stated_country(stated) == code


def test_no_city_is_listed_in_two_places() -> None:
    names = [name for cities in CITIES.values() for name in cities.split("|")]
    assert len(names) == len(set(names))
    assert {place.split("-")[0] for place in CITIES} == {stated_country(place.split("-")[0]) for place in CITIES}
    assert {stated_country(country) for country in REGIONS} == set(REGIONS)
    assert all(read_places([PlaceReading(alias)])[0].country for alias in CITY_ALIASES if len(alias) > 3)


@given(
    st.lists(
        st.sampled_from(
            ["Remote", "CA", "Georgia", "Paris", "TX", "US", "-", ",", "(", ")", "/", ";", " or ", " ", "or"]
        )
        | st.text(max_size=6)
    ).map("".join)
)
def test_any_text_has_places_with_codes_that_exist(text: str) -> None:
    for place in places_in(text):
        assert place.country is None or stated_country(place.country) == place.country
