// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Countries.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// One country a line, the code and its name; the neighbours and the British, whom one meets most, come first.
const QString frenchNames = uR"(BE Belgique
FR France
NL Pays-Bas
LU Luxembourg
DE Allemagne
GB Royaume-Uni
AF Afghanistan
ZA Afrique du Sud
AL Albanie
DZ Algérie
AD Andorre
AO Angola
AG Antigua-et-Barbuda
SA Arabie saoudite
AR Argentine
AM Arménie
AU Australie
AT Autriche
AZ Azerbaïdjan
BS Bahamas
BH Bahreïn
BD Bangladesh
BB Barbade
BZ Belize
BJ Bénin
BT Bhoutan
BY Biélorussie
MM Birmanie
BO Bolivie
BA Bosnie-Herzégovine
BW Botswana
BR Brésil
BN Brunei
BG Bulgarie
BF Burkina Faso
BI Burundi
KH Cambodge
CM Cameroun
CA Canada
CV Cap-Vert
CF Centrafrique
CL Chili
CN Chine
CY Chypre
CO Colombie
KM Comores
CG Congo (Brazzaville)
CD Congo (Kinshasa)
KP Corée du Nord
KR Corée du Sud
CR Costa Rica
CI Côte d’Ivoire
HR Croatie
CU Cuba
DK Danemark
DJ Djibouti
DM Dominique
EG Égypte
AE Émirats arabes unis
EC Équateur
ER Érythrée
ES Espagne
EE Estonie
SZ Eswatini
US États-Unis
ET Éthiopie
FJ Fidji
FI Finlande
GA Gabon
GM Gambie
GE Géorgie
GH Ghana
GR Grèce
GD Grenade
GT Guatemala
GN Guinée
GQ Guinée équatoriale
GW Guinée-Bissau
GY Guyana
HT Haïti
HN Honduras
HK Hong Kong
HU Hongrie
MH Îles Marshall
SB Îles Salomon
IN Inde
ID Indonésie
IQ Irak
IR Iran
IE Irlande
IS Islande
IL Israël
IT Italie
JM Jamaïque
JP Japon
JO Jordanie
KZ Kazakhstan
KE Kenya
KG Kirghizistan
KI Kiribati
XK Kosovo
KW Koweït
LA Laos
LS Lesotho
LV Lettonie
LB Liban
LR Libéria
LY Libye
LI Liechtenstein
LT Lituanie
MK Macédoine du Nord
MG Madagascar
MY Malaisie
MW Malawi
MV Maldives
ML Mali
MT Malte
MA Maroc
MU Maurice
MR Mauritanie
MX Mexique
FM Micronésie
MD Moldavie
MC Monaco
MN Mongolie
ME Monténégro
MZ Mozambique
NA Namibie
NR Nauru
NP Népal
NI Nicaragua
NE Niger
NG Nigeria
NO Norvège
NZ Nouvelle-Zélande
OM Oman
UG Ouganda
UZ Ouzbékistan
PK Pakistan
PW Palaos
PS Palestine
PA Panama
PG Papouasie-Nouvelle-Guinée
PY Paraguay
PE Pérou
PH Philippines
PL Pologne
PT Portugal
QA Qatar
DO République dominicaine
RO Roumanie
RU Russie
RW Rwanda
KN Saint-Christophe-et-Niévès
SM Saint-Marin
VC Saint-Vincent-et-les-Grenadines
LC Sainte-Lucie
SV Salvador
WS Samoa
ST Sao Tomé-et-Principe
SN Sénégal
RS Serbie
SC Seychelles
SL Sierra Leone
SG Singapour
SK Slovaquie
SI Slovénie
SO Somalie
SD Soudan
SS Soudan du Sud
LK Sri Lanka
SE Suède
CH Suisse
SR Suriname
SY Syrie
TJ Tadjikistan
TW Taïwan
TZ Tanzanie
TD Tchad
CZ Tchéquie
TH Thaïlande
TL Timor oriental
TG Togo
TO Tonga
TT Trinité-et-Tobago
TN Tunisie
TM Turkménistan
TR Turquie
TV Tuvalu
UA Ukraine
UY Uruguay
VU Vanuatu
VA Vatican
VE Venezuela
VN Viêt Nam
YE Yémen
ZM Zambie
ZW Zimbabwe)"_s;

const QString dutchNames = uR"(BE België
FR Frankrijk
NL Nederland
LU Luxemburg
DE Duitsland
GB Verenigd Koninkrijk
AF Afghanistan
ZA Zuid-Afrika
AL Albanië
DZ Algerije
AD Andorra
AO Angola
AG Antigua en Barbuda
SA Saoedi-Arabië
AR Argentinië
AM Armenië
AU Australië
AT Oostenrijk
AZ Azerbeidzjan
BS Bahama’s
BH Bahrein
BD Bangladesh
BB Barbados
BZ Belize
BJ Benin
BT Bhutan
BY Wit-Rusland
MM Myanmar
BO Bolivia
BA Bosnië en Herzegovina
BW Botswana
BR Brazilië
BN Brunei
BG Bulgarije
BF Burkina Faso
BI Burundi
KH Cambodja
CM Kameroen
CA Canada
CV Kaapverdië
CF Centraal-Afrikaanse Republiek
CL Chili
CN China
CY Cyprus
CO Colombia
KM Comoren
CG Congo-Brazzaville
CD Congo-Kinshasa
KP Noord-Korea
KR Zuid-Korea
CR Costa Rica
CI Ivoorkust
HR Kroatië
CU Cuba
DK Denemarken
DJ Djibouti
DM Dominica
EG Egypte
AE Verenigde Arabische Emiraten
EC Ecuador
ER Eritrea
ES Spanje
EE Estland
SZ Eswatini
US Verenigde Staten
ET Ethiopië
FJ Fiji
FI Finland
GA Gabon
GM Gambia
GE Georgië
GH Ghana
GR Griekenland
GD Grenada
GT Guatemala
GN Guinee
GQ Equatoriaal-Guinea
GW Guinee-Bissau
GY Guyana
HT Haïti
HN Honduras
HK Hongkong
HU Hongarije
MH Marshalleilanden
SB Salomonseilanden
IN India
ID Indonesië
IQ Irak
IR Iran
IE Ierland
IS IJsland
IL Israël
IT Italië
JM Jamaica
JP Japan
JO Jordanië
KZ Kazachstan
KE Kenia
KG Kirgizië
KI Kiribati
XK Kosovo
KW Koeweit
LA Laos
LS Lesotho
LV Letland
LB Libanon
LR Liberia
LY Libië
LI Liechtenstein
LT Litouwen
MK Noord-Macedonië
MG Madagaskar
MY Maleisië
MW Malawi
MV Maldiven
ML Mali
MT Malta
MA Marokko
MU Mauritius
MR Mauritanië
MX Mexico
FM Micronesië
MD Moldavië
MC Monaco
MN Mongolië
ME Montenegro
MZ Mozambique
NA Namibië
NR Nauru
NP Nepal
NI Nicaragua
NE Niger
NG Nigeria
NO Noorwegen
NZ Nieuw-Zeeland
OM Oman
UG Oeganda
UZ Oezbekistan
PK Pakistan
PW Palau
PS Palestina
PA Panama
PG Papoea-Nieuw-Guinea
PY Paraguay
PE Peru
PH Filipijnen
PL Polen
PT Portugal
QA Qatar
DO Dominicaanse Republiek
RO Roemenië
RU Rusland
RW Rwanda
KN Saint Kitts en Nevis
SM San Marino
VC Saint Vincent en de Grenadines
LC Saint Lucia
SV El Salvador
WS Samoa
ST Sao Tomé en Principe
SN Senegal
RS Servië
SC Seychellen
SL Sierra Leone
SG Singapore
SK Slowakije
SI Slovenië
SO Somalië
SD Soedan
SS Zuid-Soedan
LK Sri Lanka
SE Zweden
CH Zwitserland
SR Suriname
SY Syrië
TJ Tadzjikistan
TW Taiwan
TZ Tanzania
TD Tsjaad
CZ Tsjechië
TH Thailand
TL Oost-Timor
TG Togo
TO Tonga
TT Trinidad en Tobago
TN Tunesië
TM Turkmenistan
TR Turkije
TV Tuvalu
UA Oekraïne
UY Uruguay
VU Vanuatu
VA Vaticaanstad
VE Venezuela
VN Vietnam
YE Jemen
ZM Zambia
ZW Zimbabwe)"_s;

std::vector<Country> readList(const QString &lines)
{
    std::vector<Country> result;
    for (const QString &line : lines.split(u'\n'))
        result.push_back({line.left(2), line.mid(3)});
    return result;
}

} // namespace

const std::vector<Country> &countries(Language language)
{
    static const std::vector<Country> french = readList(frenchNames);
    static const std::vector<Country> dutch = readList(dutchNames);
    return language == Language::Dutch ? dutch : french;
}

QString countryName(const QString &code, Language language)
{
    const auto &all = countries(language);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Country &country) { return country.code == code.toUpper(); });
    return found == all.end() ? code : found->name;
}

QStringList dutchProvinces()
{
    return {
        u"Brabant-Septentrional"_s,   u"Drenthe"_s,  u"Flevoland"_s,  u"Frise"_s,   u"Groningue"_s, u"Gueldre"_s, u"Hollande-Méridionale"_s,
        u"Hollande-Septentrionale"_s, u"Limbourg"_s, u"Overijssel"_s, u"Utrecht"_s, u"Zélande"_s};
}

} // namespace guichet
