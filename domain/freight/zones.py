"""Countries that goods can be sent to, and the zones of a tariff, after the regions of UN M49."""

from typing import Final

CHINA: Final = "CN"
"""The origin of a rate that holds from all of mainland China."""
ANYWHERE: Final = "world"
"""The destination of a rate that holds for every country."""

_ZONES: Final = {
    "africa": (
        "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA "
        "MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW"
    ),
    "central_asia": "KG KZ TJ TM UZ",
    "east_asia": "HK JP KP KR MN MO TW",
    "southeast_asia": "BN ID KH LA MM MY PH SG TH TL VN",
    "south_asia": "AF BD BT IN IR LK MV NP PK",
    "middle_east": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    "europe": (
        "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI "
        "LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA"
    ),
    "north_america": "BM CA GL PM US",
    "latin_america": (
        "AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN "
        "KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI"
    ),
    "oceania": "AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS",
    "eu": "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK",
}
ZONES: Final = {zone: frozenset(codes.split()) for zone, codes in _ZONES.items()}
"""The zones of a tariff and their countries by ISO 3166-1 alpha-2 code; `eu` is the customs union of 2026."""
COUNTRIES: Final = frozenset().union(*ZONES.values())
"""Every country that goods can be sent to."""


def zones_of(country: str) -> tuple[str, ...]:
    """The zones that hold a country, the smallest first."""
    return tuple(sorted((zone for zone, held in ZONES.items() if country in held), key=_size))


def _size(zone: str) -> int:
    return len(ZONES[zone])
