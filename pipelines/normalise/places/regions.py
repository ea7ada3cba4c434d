"""Regions of countries as data: names that mean no other place of note. The states that have short forms lie beside.

Keys are folded and without dots, as in `names`.
"""

REGIONS = {
    "IN": "karnataka|maharashtra|tamil nadu|telangana|haryana|uttar pradesh|west bengal|gujarat|kerala|rajasthan"
        "|madhya pradesh|andhra pradesh|odisha|bihar|uttarakhand|jharkhand|chhattisgarh|himachal pradesh|assam",
    "DE": "bavaria|bayern|hesse|hessen|sachsen|saxony|baden-wurttemberg|north rhine-westphalia|nordrhein-westfalen"
        "|niedersachsen|lower saxony|brandenburg|rheinland-pfalz|rhineland-palatinate|schleswig-holstein|thuringen"
        "|thuringia|sachsen-anhalt|saxony-anhalt|saarland|mecklenburg-vorpommern",
    "AT": "steiermark|styria|tirol|tyrol|oberosterreich|upper austria|niederosterreich|lower austria|karnten|carinthia"
        "|vorarlberg|burgenland",
    "GB": "cambridgeshire|berkshire|oxfordshire|hertfordshire|hampshire|buckinghamshire|bedfordshire|northamptonshire"
        "|leicestershire|nottinghamshire|derbyshire|staffordshire|warwickshire|worcestershire|gloucestershire|wiltshire"
        "|lancashire|north yorkshire|west yorkshire|south yorkshire|east yorkshire"
        "|lincolnshire|shropshire|herefordshire|west midlands|east midlands|greater manchester|merseyside"
        "|tyne and wear|west sussex|east sussex|aberdeenshire|city of edinburgh|south east england"
        "|north west england|county antrim",
    "IE": "county dublin|co dublin|county cork|county galway|county kerry|county kildare|county limerick|leinster",
    "AU": "western australia|south australia",
    "ES": "catalonia|cataluna|catalunya|andalusia|andalucia|basque country|pais vasco|comunidad de madrid"
        "|community of madrid|comunidad valenciana|galicia|canarias|islas baleares",
    "FR": "ile-de-france|occitanie|brittany|bretagne|normandy|normandie|hauts-de-seine|provence|hauts-de-france"
        "|auvergne-rhone-alpes|nouvelle-aquitaine|grand est|pays de la loire|provence-alpes-cote d'azur"
        "|bourgogne-franche-comte|centre-val de loire",
    "NL": "north holland|noord-holland|zuid-holland|south holland|noord-brabant|north brabant|gelderland|overijssel",
    "BE": "flanders|vlaanderen|wallonia|wallonie|vlaams-brabant|flemish brabant|oost-vlaanderen|west-vlaanderen",
    "CH": "ticino|vaud|aargau|thurgau|solothurn",
    "IT": "lombardy|lombardia|lazio|piemonte|emilia-romagna|veneto|tuscany|toscana|liguria|sicily"
        "|sicilia|campania|puglia|friuli-venezia giulia|trentino-alto adige",
    "PL": "mazowieckie|malopolskie|dolnoslaskie|wielkopolskie|pomorskie|slaskie|lodzkie|zachodniopomorskie|lubelskie"
        "|podkarpackie|masovian voivodeship|lesser poland",
    "BR": "minas gerais|santa catarina|rio grande do sul|parana|pernambuco|ceara|bahia|espirito santo|goias",
    "MX": "jalisco|nuevo leon|estado de mexico|guanajuato|baja california|sonora|chihuahua|coahuila|quintana roo",
    "ZA": "gauteng|western cape|kwazulu-natal|eastern cape|mpumalanga",
    "PH": "metro manila|cavite|calabarzon|central luzon",
    "MY": "selangor|johor|wilayah persekutuan", "ID": "west java|jawa barat|dki jakarta|jawa timur|banten",
    "KR": "gyeonggi-do|gyeonggi", "SE": "vastra gotaland|stockholms lan|skane", "FI": "uusimaa",
    "DK": "hovedstaden|capital region of denmark|midtjylland|sjaelland", "NO": "viken|vestland|rogaland",
    "CN": "guangdong|zhejiang|jiangsu|sichuan|hubei|shandong|fujian|hunan|liaoning|shaanxi|henan",
    "JP": "hokkaido|kanagawa|saitama|aichi|hyogo|tokyo-to|kanagawa prefecture",
}  # fmt: skip
