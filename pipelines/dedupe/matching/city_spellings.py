"""Further spellings of cities, a city a line: languages of a country, transliterations, names given up."""

from pipelines.companies import fold

_TABLE = """
dusseldorf: duesseldorf
munich: muenchen
cologne: koeln
nuremberg: nuernberg
zurich: zuerich
munster: muenster
osnabruck: osnabrueck
wurzburg: wuerzburg
lubeck: luebeck
gottingen: goettingen
tubingen: tuebingen
saarbrucken: saarbruecken
furth: fuerth
monchengladbach: moenchengladbach
gutersloh: guetersloh
frankfurt: frankfurt a m
freiburg: freiburg br
gothenburg: goeteborg
aalborg: alborg
alesund: aalesund
oulu: uleaborg
vantaa: vanda
reggio emilia: reggio nell emilia
reggio calabria: reggio di calabria
bolzano: bozen, bolzano bozen
livorno: leghorn
lleida: lerida
girona: gerona
alicante: alacant
palma: palma de mallorca
bilbao: bilbo
pamplona: iruna
mechelen: malines
kortrijk: courtrai
namur: namen
tournai: doornik
strasbourg: strassburg
marseille: marseilles
saint gallen: st gallen, sankt gallen
neuchatel: neuenburg
biel: biel bienne, bienne
poznan: posen
brno: brunn
nicosia: lefkosia
limassol: lemesos
larnaca: larnaka
heraklion: iraklio
yerevan: erevan
almaty: alma ata
astana: nur sultan
tashkent: toshkent
kiev: киев, київ
herzliya: herzeliya, herzliyya
petah tikva: petach tikva, petah tiqwa, petah tikwa
raanana: ra anana
tel aviv: tel aviv jafo, תל אביב
riyadh: al riyadh, ar riyadh
jeddah: jiddah, jedda
khobar: al khobar
cairo: al qahirah
algiers: alger
tangier: tanger
marrakesh: marrakech
buenos aires: capital federal, caba, ciudad autonoma de buenos aires, autonomous city of buenos aires
santiago: santiago de chile
cali: santiago de cali
bogota: bogota d c, bogota dc
lima: lima metropolitana
jakarta: dki jakarta, jakarta raya, greater jakarta
south jakarta: jakarta selatan
central jakarta: jakarta pusat
north jakarta: jakarta utara
west jakarta: jakarta barat
east jakarta: jakarta timur
ho chi minh city: thanh pho ho chi minh, tp ho chi minh, tphcm, tp hcm
hanoi: ha noi
da nang: danang
taipei: taipei city, 台北, 台北市, 臺北市
hsinchu: hsinchu city
beijing: peking
penang: pulau pinang
kuala lumpur: wilayah persekutuan kuala lumpur
makati: makati city
taguig: taguig city
pasig: pasig city
cebu: cebu city
davao: davao city
bangalore: bengaluru urban, bangalore urban
visakhapatnam: vizag
tiruchirappalli: trichy
puducherry: pondicherry
mangalore: mangaluru
cork: cork city
galway: galway city
limerick: limerick city
fort worth: ft worth
fort lauderdale: ft lauderdale
fort myers: ft myers
fort collins: ft collins
fort wayne: ft wayne
"""

MORE_SPELLINGS = {
    fold(spelling.strip()): city
    for city, _, spellings in (line.partition(":") for line in _TABLE.strip().splitlines())
    for spelling in spellings.split(",")
}
