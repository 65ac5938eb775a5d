// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Countries.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// One country a line, the code and its name; the neighbours and the British, whom one meets most, come first.
const QString list = uR"(BE Belgique
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

std::vector<Country> readList()
{
    std::vector<Country> result;
    for (const QString &line : list.split(u'\n'))
        result.push_back({line.left(2), line.mid(3)});
    return result;
}

} // namespace

const std::vector<Country> &countries()
{
    static const std::vector<Country> all = readList();
    return all;
}

QString countryName(const QString &code)
{
    const auto &all = countries();
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
