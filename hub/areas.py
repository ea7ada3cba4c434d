"""Which groups of countries, as published for remote work, a country lies in: "remote for Germany" finds "DACH" too."""

_EU = frozenset("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split())
_NORDICS = frozenset("DK FI IS NO SE".split())
_BALTICS = frozenset("EE LV LT".split())
_BALKANS = frozenset("AL BA BG HR GR XK ME MK RO RS SI".split())
_UK_IRELAND = frozenset("GB IE".split())
_WEST = frozenset("AT BE CH DE FR LI LU MC NL ES PT IT GR MT CY".split()) | _UK_IRELAND
_EAST = frozenset("BG BY CZ EE HR HU LT LV MD PL RO RS SI SK UA".split())
_EUROPE = _EU | _NORDICS | _BALTICS | _BALKANS | _WEST | _EAST | frozenset("AD SM VA GI".split())
_GULF = frozenset("AE BH KW OM QA SA".split())
_MIDDLE_EAST = _GULF | frozenset("EG IL IQ IR JO LB PS SY TR YE".split())
_AFRICA = frozenset(
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW "
    "SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW".split()
)
_MENA = _MIDDLE_EAST | frozenset("DZ LY MA TN".split())
_SOUTHEAST_ASIA = frozenset("BN ID KH LA MM MY PH SG TH TL VN".split())
_ASIA = _SOUTHEAST_ASIA | frozenset("AF AM AZ BD BT CN GE HK IN JP KG KR KZ LK MN MO MV NP PK TJ TM TW UZ".split())
_ANZ = frozenset("AU NZ".split())
_OCEANIA = _ANZ | frozenset("FJ FM KI MH NR PG PW SB TO TV VU WS".split())
_CARIBBEAN = frozenset("AG BB BS CU DM DO GD HT JM KN LC PR TT VC".split())
_CENTRAL_AMERICA = frozenset("BZ CR GT HN NI PA SV".split())
_SOUTH_AMERICA = frozenset("AR BO BR CL CO EC GY PE PY SR UY VE".split())
_NORTH_AMERICA = frozenset("CA MX US".split())
_LATIN_AMERICA = _SOUTH_AMERICA | _CENTRAL_AMERICA | frozenset("MX CU DO HT PR".split())

#: by the names that normalising publishes
GROUPS: dict[str, frozenset[str]] = {
    "ANZ": _ANZ,
    "APAC": _ASIA | _OCEANIA,
    "Africa": _AFRICA,
    "Americas": _NORTH_AMERICA | _LATIN_AMERICA | _CARIBBEAN,
    "Asia": _ASIA,
    "Balkans": _BALKANS,
    "Baltics": _BALTICS,
    "Benelux": frozenset("BE NL LU".split()),
    "Caribbean": _CARIBBEAN,
    "Central America": _CENTRAL_AMERICA,
    "DACH": frozenset("DE AT CH".split()),
    "EMEA": _EUROPE | _MIDDLE_EAST | _AFRICA,
    "Eastern Europe": _EAST,
    "Europe": _EUROPE,
    "European Union": _EU,
    "Iberia": frozenset("ES PT".split()),
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


def areas_of(country: str) -> list[str]:
    """A country's code and every group it lies in."""
    return [country, *(group for group, members in GROUPS.items() if country in members)]
