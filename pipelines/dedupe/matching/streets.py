"""Streets, floors and suites: the parts of an address that lie in a town. Which town is not read here."""

import re

from pipelines.companies import fold

_NON_WORD = re.compile(r"[\W_]+")
_STREET = re.compile(
    # English: "Main Street", "12 Harbour Road", "K Street NW"; the rest of its words name much besides streets
    r".+(?<! le) (?:street|st|str|road|rd|avenue|ave|lane|ln|boulevard|blvd|parkway|pkwy|highway|hwy|crescent)"
    r"(?: [nsew]| [ns][ew]| north| south| east| west)?(?: \d+[a-z]?)?"
    r"|\d+[a-z]?(?: \d+)? .+ (?:way|drive|dr|court|ct|place|pl|square|sq|close|row|circle|cir|terrace|plaza|loop|quay"
    r"|walk|wharf|mews|grove|gardens|hill|gate|pike|trail|rise)(?: [nsew]| [ns][ew])?"
    r"|\d+[a-z]? (?:[a-z]+ )?broadway"
    # German, Dutch, Nordic: the word ends the name; where towns end so, too, a number must follow
    r"|(?:\d+[a-z]? )?(?:.* )?(?!weinstr)[^ ]*(?:strasse|str|straat|gracht|gata|gatan|gaten|veien|vegen|vagen|vej|katu)"
    r"(?: \d+ ?[a-z]?(?: \d+ ?[a-z]?)?)?"
    r"|(?:.* )?[^ ]*(?:weg|platz|allee|gasse|ring|damm|ufer|chaussee|laan|plein|kade|singel|dreef|gade|gate|alle"
    r"|torv|tie)"
    r" \d+ ?[a-z]?(?: \d+ ?[a-z]?)?"
    # Romance and Polish: it begins the name
    r"|(?:\d+(?: (?:bis|ter))? )?(?:rue|avenue|av|ave|boulevard|bd|bld|blvd|chemin|impasse|quai|route|allees?) .+"
    r"|(?:via|viale|piazza|piazzale|corso|calle|avenida|avda|paseo|carrer|carretera|passeig|rua|travessa|rodovia|praca"
    r"|estrada|ul|ulica|aleje) .+"
    r"|\d+ (?:place|square|cours|esplanade) .+"
    r"|(?:plaza|alameda|camino|ronda|largo|al|plac|placa|gran via|place|cours) .*[^ ] \d+[a-z]?"
    # inside a building, or one of many in any town
    r"|(?:suite|ste|floor|fl|unit|level|building|bldg|block|room|etage|piso|planta|andar|sector|phase|plot|tower|wing)"
    r" [a-z]?\d*[a-z]?"
    r"|(?:business|retail|science|technology|tech|industrial|enterprise|innovation|shopping|office|it)"
    r" (?:park|estate|centre|center|campus|district)"
    r"|\d+(?:st|nd|rd|th|\.)? (?:floor|etage|og|stock|piso|planta|andar)"
)
_WITH_NUMBER = re.compile(r"[^\W\d_]{3,}.*\s\d{1,4}\s?[a-zA-Z]?(?:\s?-\s?\d{1,4})?\s*$")
_WITH_POSTCODE = re.compile(r"\s*(?:[A-Z]{1,2}-)?\d{3} ?\d{1,3}\s+[^\W\d_]{2,}")


def without_streets(parts: list[str]) -> list[str]:
    """The parts of an address without its street: a name and a number before a town with its postcode is one, too."""
    town = next((at for at, part in enumerate(parts) if _WITH_POSTCODE.match(part)), 0)
    return [
        part
        for at, part in enumerate(parts)
        if not _STREET.fullmatch(_NON_WORD.sub(" ", fold(part)).strip())
        and not (at < town and _WITH_NUMBER.match(part))
    ]
