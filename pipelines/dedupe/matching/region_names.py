"""Well-known areas of many towns that sources write in a town's place, as literals. How they compare is not here."""

# A row: name | country and states | other names, chief towns among them | towns.
# "=" comes before the chief town that a name has in it, "?" behind a town that is unsure.
ROWS = """
bay area | US CA | san francisco, sf, san francisco bay=san francisco, san francisco bay area=san francisco,
 sf bay=san francisco, sf bay area=san francisco
 | san francisco, south san francisco, oakland, berkeley, san jose, palo alto, east palo alto, menlo park, mountain
 view, sunnyvale, santa clara, cupertino, redwood city, redwood shores, san mateo, foster city, burlingame, millbrae,
 san bruno, san carlos, belmont?, brisbane?, emeryville, alameda, fremont, newark?, hayward, union city?, milpitas,
 campbell?, los gatos, los altos, saratoga?, pleasanton, livermore, san ramon, walnut creek, concord?, pleasant hill?,
 lafayette?, richmond?, san leandro, daly city, pacifica, half moon bay, san rafael, novato, mill valley, sausalito,
 corte madera, larkspur, petaluma, santa rosa?, napa, vallejo, benicia, fairfield?, vacaville, danville?, dublin?,
 morgan hill, gilroy, stanford, moffett field, portola valley, hercules?, antioch?, brentwood?

silicon valley | US CA |
 | palo alto, east palo alto, mountain view, sunnyvale, santa clara, san jose, cupertino, menlo park, milpitas,
 campbell?, los gatos, los altos, saratoga?, redwood city, redwood shores, fremont, san mateo, foster city, stanford,
 san carlos, morgan hill, moffett field

greater boston | US MA | boston
 | boston, cambridge?, somerville, waltham, burlington?, lexington?, woburn, newton?, watertown?, quincy?, brookline,
 bedford?, needham, framingham, natick, marlborough?, wellesley, medford?, malden?, andover?, north andover, lowell,
 billerica, chelmsford?, westford, wilmington?, norwood?, canton?, braintree?, dedham, southborough, westborough,
 hopkinton, acton?, concord?, maynard, beverly?, peabody, danvers, salem?, chelsea?, everett?, arlington?, tewksbury,
 littleton?, boxborough, mansfield?, foxborough, weymouth?, hingham, wakefield?, reading?, stoneham

research triangle | US NC | raleigh durham, raleigh durham chapel hill, raleigh, research triangle park, rtp
 | raleigh, durham, chapel hill, cary, morrisville, apex, holly springs, wake forest, garner, carrboro, hillsborough?

dallas fort worth | US TX | dallas, dfw, dallas ft worth
 | dallas, fort worth, plano, irving, frisco, richardson, arlington?, addison, carrollton, grapevine, southlake,
 westlake?, mckinney, allen?, lewisville, coppell, farmers branch, las colinas, garland, mesquite, grand prairie,
 flower mound, denton, roanoke?, colony?, euless, bedford?, hurst, haslet, rockwall, wylie, prosper, keller

new york metro | US NY NJ CT | new york, new york city, nyc, tri state
 | new york, brooklyn, queens, bronx, long island city, jersey city, hoboken, newark?, white plains, yonkers, stamford?,
 greenwich?, secaucus, weehawken, paramus, fort lee, new rochelle, purchase, tarrytown, rye?, armonk, mineola,
 melville?, garden city?, great neck, new hyde park, hackensack, east rutherford, parsippany, morristown, florham park,
 short hills, bridgewater?, edison, iselin, piscataway, bedminster

greater los angeles | US CA | los angeles, la
 | los angeles, santa monica, culver city, burbank, glendale?, pasadena?, long beach, torrance, el segundo, venice?,
 playa vista, marina del rey, beverly hills, west hollywood, hollywood?, inglewood, hawthorne, manhattan beach,
 redondo beach, calabasas, woodland hills, sherman oaks, carson?, gardena, monrovia?, alhambra?, cerritos,
 industry?, thousand oaks, westlake village, agoura hills, santa clarita, van nuys, chatsworth, irvine, anaheim,
 costa mesa, santa ana, newport beach

greater seattle | US WA | seattle, puget sound
 | seattle, bellevue, redmond, kirkland, bothell, renton, tacoma, everett?, kent?, issaquah, tukwila, lynnwood,
 mercer island, woodinville, seatac, auburn?, federal way, sammamish, shoreline, edmonds, mukilteo, puyallup

washington metro | US DC VA MD | washington, washington dc, washington d c, dc, dmv, washington dc baltimore
 | washington, arlington?, alexandria?, reston, herndon, mclean, tysons, tysons corner, vienna?, falls church, fairfax,
 chantilly?, ashburn, sterling?, dulles, leesburg, bethesda, rockville, silver spring, gaithersburg, germantown?,
 college park?, greenbelt, hyattsville, laurel?, columbia?, annapolis junction, fort meade, springfield?, manassas,
 quantico, fort belvoir, lorton, lanham, landover, suitland, chevy chase, crystal city, rosslyn, baltimore

northern virginia | US VA |
 | arlington?, alexandria?, reston, herndon, mclean, tysons, tysons corner, vienna?, falls church, fairfax, chantilly?,
 ashburn, sterling?, dulles, leesburg, springfield?, manassas, lorton, fort belvoir

chicagoland | US IL IN WI | chicago
 | chicago, evanston, oak brook, naperville, schaumburg, rosemont, deerfield?, northbrook, skokie, downers grove, lisle,
 lake forest?, oakbrook terrace, itasca, des plaines, elk grove village, arlington heights, hoffman estates,
 bolingbrook, aurora?, joliet, elgin?, lombard, oak park, vernon hills, buffalo grove, glenview, libertyville,
 lincolnshire?, north chicago, waukegan, warrenville, bannockburn?, melrose park, bensenville

greater philadelphia | US PA NJ DE | philadelphia
 | philadelphia, conshohocken, king of prussia, malvern?, wayne?, camden?, cherry hill, wilmington?, radnor,
 bala cynwyd, blue bell, horsham?, exton, chesterbrook, plymouth meeting, west chester, newtown square,
 fort washington, collegeville, mount laurel, bensalem, berwyn

greater houston | US TX | houston
 | houston, the woodlands, woodlands, sugar land, katy, spring?, pasadena?, pearland, stafford?, baytown, league city,
 conroe, humble?, missouri city, kingwood, tomball

metro atlanta | US GA | atlanta
 | atlanta, alpharetta, duluth?, marietta?, sandy springs, norcross, peachtree corners, roswell?, dunwoody, smyrna?,
 kennesaw, johns creek, lawrenceville?, decatur?, suwanee

denver metro | US CO | denver, denver boulder
 | denver, boulder, aurora?, lakewood?, broomfield, westminster?, golden?, englewood?, littleton?, centennial,
 greenwood village, lone tree, louisville?, longmont, arvada, highlands ranch, castle rock

twin cities | US MN | minneapolis, minneapolis st paul, minneapolis saint paul
 | minneapolis, saint paul?, bloomington?, eden prairie, plymouth?, minnetonka, edina, eagan, maple grove,
 st louis park, golden valley, roseville?, burnsville, chanhassen, brooklyn park, fridley, shakopee

metro detroit | US MI | detroit
 | detroit, dearborn, troy?, auburn hills, southfield, warren?, novi, livonia, farmington hills, ann arbor,
 sterling heights, birmingham?, royal oak, rochester hills, plymouth?

phoenix metro | US AZ | phoenix, valley of the sun
 | phoenix, scottsdale, tempe, chandler, mesa, gilbert, glendale?, peoria?, goodyear

south florida | US FL | miami, miami fort lauderdale, miami ft lauderdale
 | miami, fort lauderdale, boca raton, coral gables, doral, miami beach, hollywood?, plantation?, sunrise?, weston?,
 west palm beach, palm beach gardens, delray beach, pompano beach, deerfield beach, aventura, miramar

greater toronto | CA ON | toronto, gta
 | toronto, mississauga, markham, brampton, vaughan, richmond hill, oakville, burlington?, north york, etobicoke,
 scarborough?, pickering?, ajax, oshawa, milton?, newmarket?, aurora?, concord?

metro vancouver | CA BC | vancouver, lower mainland
 | vancouver, burnaby, richmond?, surrey?, coquitlam, north vancouver, west vancouver, delta?, langley?,
 new westminster, port coquitlam, port moody

greater montreal | CA QC | montreal
 | montreal, laval?, longueuil, brossard, dorval, saint laurent?, pointe claire, boucherville, terrebonne

delhi ncr | IN | ncr delhi, ncr india, delhi national capital
 | delhi, gurgaon, noida, greater noida, faridabad, ghaziabad

mumbai metropolitan | IN | mumbai
 | mumbai, navi mumbai, thane, airoli, vashi

klang valley | MY | kuala lumpur
 | kuala lumpur, petaling jaya, shah alam, subang jaya, cyberjaya, puchong, klang

jabodetabek | ID | jakarta
 | jakarta, tangerang, bekasi, depok, bogor, tangerang selatan

ile de france | FR | idf, paris, region parisienne=paris
 | paris, la defense, nanterre, courbevoie, puteaux, levallois perret, boulogne billancourt, issy les moulineaux,
 neuilly sur seine, saint denis, saint ouen, montreuil, massy, saclay, palaiseau, velizy villacoublay, velizy,
 versailles, guyancourt, rueil malmaison, clichy, gennevilliers, colombes, montrouge, malakoff, vanves, ivry sur seine,
 vitry sur seine, creteil, evry, evry courcouronnes, noisy le grand, marne la vallee, roissy en france, roissy, orly,
 cergy, argenteuil, asnieres sur seine, suresnes, sevres, chatillon, bagneux, arcueil, gentilly, villejuif, vincennes,
 charenton le pont, pantin, bobigny, aubervilliers, saint germain en laye, poissy, les ulis, antony, meudon,
 la garenne colombes, bois colombes, rungis, melun, trappes, montigny le bretonneux, elancourt, gif sur yvette, orsay,
 fontenay sous bois, saint cloud, saint quentin en yvelines

greater lyon | FR | lyon
 | lyon, villeurbanne, ecully, limonest, saint priest, bron, venissieux, vaulx en velin, dardilly

rhein main | DE | frankfurt, rhein main gebiet, rhine main, frankfurt rhine main, frankfurt rhein main
 | frankfurt, wiesbaden, mainz, darmstadt, offenbach, offenbach am main, eschborn, bad homburg,
 bad homburg vor der hohe, hanau, russelsheim, russelsheim am main, kronberg, kronberg im taunus, bad vilbel, dreieich,
 neu isenburg, langen, morfelden walldorf, kelsterbach, raunheim, oberursel, bad soden, sulzbach, schwalbach

ruhrgebiet | DE | ruhr, ruhrpott, metropole ruhr, ruhr valley
 | essen, dortmund, bochum, duisburg, gelsenkirchen, oberhausen, mulheim, mulheim an der ruhr, herne, hagen, hamm,
 recklinghausen, bottrop, witten, castrop rauxel, marl, gladbeck, herten, hattingen, unna, lunen, moers, dinslaken

rhein ruhr | DE | rhine ruhr
 | essen, dortmund, bochum, duisburg, gelsenkirchen, oberhausen, mulheim, herne, hagen, hamm, recklinghausen, bottrop,
 witten, dusseldorf, cologne, bonn, krefeld, wuppertal, leverkusen, neuss, monchengladbach, solingen, ratingen

cologne bonn | DE | koln bonn, koln
 | cologne, bonn, leverkusen, bergisch gladbach, bruhl, hurth, troisdorf, siegburg

rhein neckar | DE | rhine neckar, rhein neckar kreis
 | mannheim, heidelberg, ludwigshafen, ludwigshafen am rhein, walldorf, weinheim, speyer, schwetzingen, frankenthal,
 wiesloch, st leon rot, viernheim, hockenheim, ladenburg, sinsheim

greater munich | DE | munich, munchen
 | munich, garching, garching bei munchen, unterfohring, ismaning, ottobrunn, taufkirchen, unterschleissheim,
 oberhaching, grunwald, freising, dachau, haar, planegg, martinsried, germering, gilching, aschheim, feldkirchen,
 unterhaching, neubiberg, hallbergmoos, oberpfaffenhofen, starnberg, poing, puchheim, gauting, grafelfing

greater stuttgart | DE | stuttgart
 | stuttgart, sindelfingen, boblingen, ludwigsburg, esslingen, esslingen am neckar, leinfelden echterdingen, waiblingen,
 gerlingen, ditzingen, weissach, leonberg, fellbach, kornwestheim, renningen, filderstadt, goppingen, nurtingen,
 holzgerlingen, herrenberg, bietigheim bissingen, schwieberdingen, winnenden, ehningen, ostfildern

greater nuremberg | DE | nuremberg, nurnberg
 | nuremberg, erlangen, furth, herzogenaurach, schwabach, forchheim

greater hamburg | DE | hamburg
 | hamburg, norderstedt, ahrensburg, wedel, pinneberg, buxtehude, reinbek, glinde, quickborn, elmshorn

greater berlin | DE | berlin, berlin brandenburg
 | berlin, potsdam, schonefeld, teltow, kleinmachnow, hennigsdorf, ludwigsfelde

randstad | NL |
 | amsterdam, rotterdam, the hague, utrecht, leiden, delft, haarlem, almere, amstelveen, hoofddorp, schiphol,
 zoetermeer, gouda, dordrecht, hilversum, nieuwegein, zaandam, schiedam, rijswijk, capelle aan den ijssel, diemen,
 houten, amersfoort, vlaardingen, alphen aan den rijn, woerden, badhoevedorp, leidschendam, zeist

greater amsterdam | NL | amsterdam
 | amsterdam, amstelveen, hoofddorp, schiphol, diemen, almere, haarlem, zaandam, badhoevedorp

greater brussels | BE | brussels, brussel
 | brussels, zaventem, diegem, machelen, vilvoorde, anderlecht, evere, groot bijgaarden

greater zurich | CH | zurich
 | zurich, winterthur, dubendorf, opfikon, glattbrugg, wallisellen, kloten, schlieren, dietikon, uster, horgen,
 ruschlikon, thalwil, wadenswil, kilchberg, rumlang, volketswil, adliswil, bulach, regensdorf

greater madrid | ES | madrid, comunidad de madrid, community of madrid
 | madrid, alcobendas, pozuelo de alarcon, las rozas, las rozas de madrid, getafe, alcala de henares, leganes,
 tres cantos, san sebastian de los reyes, torrejon de ardoz, boadilla del monte, majadahonda, mostoles, fuenlabrada,
 coslada, alcorcon

greater barcelona | ES | barcelona
 | barcelona, l hospitalet de llobregat, hospitalet de llobregat, cornella de llobregat, sant cugat del valles,
 sant cugat, badalona, esplugues de llobregat, sant joan despi, el prat de llobregat, terrassa, sabadell,
 cerdanyola del valles, mataro, viladecans, sant just desvern, rubi, granollers

greater lisbon | PT | lisbon, lisboa
 | lisbon, oeiras, amadora, sintra, cascais, almada, loures, odivelas, setubal, carnaxide, alges, porto salvo

greater porto | PT | porto
 | porto, matosinhos, vila nova de gaia, maia, gondomar

greater milan | IT | milan, milano
 | milan, assago, segrate, sesto san giovanni, san donato milanese, monza, rho, cinisello balsamo, cologno monzese,
 agrate brianza, vimercate, basiglio, rozzano, pero, cernusco sul naviglio, peschiera borromeo, buccinasco

greater stockholm | SE | stockholm, stockholm county, stockholms lan
 | stockholm, solna, sundbyberg, kista, nacka, sodertalje, taby, danderyd, lidingo, huddinge, jarfalla, sollentuna,
 upplands vasby, marsta, haninge

greater gothenburg | SE | gothenburg, goteborg
 | gothenburg, molndal, partille, kungsbacka, landvetter, molnlycke, kungalv

greater copenhagen | DK | copenhagen, capital region of denmark, region hovedstaden, storkobenhavn
 | copenhagen, ballerup, lyngby, kongens lyngby, hellerup, gentofte, glostrup, soborg, herlev, hvidovre, brondby,
 albertslund, taastrup, kastrup, frederiksberg, horsholm, bagsvaerd, valby, birkerod, allerod, hillerod, gladsaxe,
 rodovre

greater oslo | NO | oslo
 | oslo, fornebu, lysaker, sandvika, baerum, asker, lillestrom, ski, lorenskog, kolbotn

greater helsinki | FI | helsinki, uusimaa
 | helsinki, espoo, vantaa, kauniainen, kerava, jarvenpaa, tuusula

tricity | PL | trojmiasto, tri city
 | gdansk, gdynia, sopot

greater dublin | IE | dublin
 | dublin, swords, leixlip, maynooth, naas, bray, greystones, celbridge

thames valley | GB ENG | m4 corridor
 | reading, slough, maidenhead, bracknell, newbury, wokingham, high wycombe, marlow, theale

gush dan | IL | tel aviv, tel aviv yafo
 | tel aviv, herzliya, ramat gan, petah tikva, givatayim, bnei brak, holon, rishon lezion

greater sao paulo | BR | sao paulo, grande sao paulo
 | sao paulo, barueri, alphaville, osasco, guarulhos, santo andre, sao bernardo do campo, sao caetano do sul, cotia,
 diadema
"""
