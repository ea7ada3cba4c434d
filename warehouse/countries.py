"""Countries by their ISO 3166-1 code: the name a reader knows, and the groups it lies in as published for remote work.

"Remote for Germany" finds "DACH" too.
"""

from functools import cache

#: where ISO's own name is not the one in use
_NAMES = {
    "CD": "DR Congo",
    "FK": "Falkland Islands",
    "FM": "Micronesia",
    "PS": "Palestine",
    "RU": "Russia",
    "VA": "Vatican City",
    "VG": "British Virgin Islands",
    "VI": "US Virgin Islands",
    "XK": "Kosovo",
}


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EU = _codes("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE")
_NORDICS = _codes("DK FI IS NO SE")
_BALTICS = _codes("EE LV LT")
_BALKANS = _codes("AL BA BG HR GR XK ME MK RO RS SI")
_UK_IRELAND = _codes("GB IE")
_WEST = _codes("AT BE CH DE FR LI LU MC NL ES PT IT GR MT CY") | _UK_IRELAND
_EAST = _codes("BG BY CZ EE HR HU LT LV MD PL RO RS SI SK UA")
_EUROPE = _EU | _NORDICS | _BALTICS | _BALKANS | _WEST | _EAST | _codes("AD SM VA GI")
_GULF = _codes("AE BH KW OM QA SA")
_MIDDLE_EAST = _GULF | _codes("EG IL IQ IR JO LB PS SY TR YE")
_AFRICA = _codes(
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW "
    "SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW"
)
_MENA = _MIDDLE_EAST | _codes("DZ LY MA TN")
_SOUTHEAST_ASIA = _codes("BN ID KH LA MM MY PH SG TH TL VN")
_ASIA = _SOUTHEAST_ASIA | _codes("AF AM AZ BD BT CN GE HK IN JP KG KR KZ LK MN MO MV NP PK TJ TM TW UZ")
_ANZ = _codes("AU NZ")
_OCEANIA = _ANZ | _codes("FJ FM KI MH NR PG PW SB TO TV VU WS")
_CARIBBEAN = _codes("AG BB BS CU DM DO GD HT JM KN LC PR TT VC")
_CENTRAL_AMERICA = _codes("BZ CR GT HN NI PA SV")
_SOUTH_AMERICA = _codes("AR BO BR CL CO EC GY PE PY SR UY VE")
_NORTH_AMERICA = _codes("CA MX US")
_LATIN_AMERICA = _SOUTH_AMERICA | _CENTRAL_AMERICA | _codes("MX CU DO HT PR")

#: by the names that normalising publishes
GROUPS: dict[str, frozenset[str]] = {
    "ANZ": _ANZ,
    "APAC": _ASIA | _OCEANIA,
    "Africa": _AFRICA,
    "Americas": _NORTH_AMERICA | _LATIN_AMERICA | _CARIBBEAN,
    "Asia": _ASIA,
    "Balkans": _BALKANS,
    "Baltics": _BALTICS,
    "Benelux": _codes("BE NL LU"),
    "Caribbean": _CARIBBEAN,
    "Central America": _CENTRAL_AMERICA,
    "DACH": _codes("DE AT CH"),
    "EMEA": _EUROPE | _MIDDLE_EAST | _AFRICA,
    "Eastern Europe": _EAST,
    "Europe": _EUROPE,
    "European Union": _EU,
    "Iberia": _codes("ES PT"),
    "Latin America": _LATIN_AMERICA,
    "MENA": _MENA,
    "Middle East": _MIDDLE_EAST,
    "Nordics": _NORDICS,
    "North America": _NORTH_AMERICA,
    "Oceania": _OCEANIA,
    "South America": _SOUTH_AMERICA,
    "Southeast Asia": _SOUTHEAST_ASIA,
    "UK and Ireland": _UK_IRELAND,
    "Western Europe": _WEST,
}


@cache
def country_names() -> dict[str, str]:
    """Every country by its code, in the order of the codes."""
    import pycountry

    iso = {each.alpha_2: getattr(each, "common_name", None) or each.name for each in pycountry.countries}
    return dict(sorted((iso | _NAMES).items()))


def areas_of(country: str) -> list[str]:
    """A country's code and every group it lies in."""
    return [country, *(group for group, members in GROUPS.items() if country in members)]
