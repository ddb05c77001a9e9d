"""What carriers charge for: the greater of weight and volume, by the custom of each way to ship."""

from typing import Final

from domain.freight.load import CUBIC_CM_PER_CBM, GRAMS_PER_KG, Load
from domain.terms import Shipping

CUBIC_CM_PER_KG: Final = {
    Shipping.SEA: 1000,
    Shipping.RAIL: 2000,
    Shipping.AIR: 6000,
    Shipping.EXPRESS: 5000,
}
"""How much room one kg may take before the volume is charged.

- sea: W/M, "weight or measurement": one freight ton is 1 CBM or 1,000 kg, whichever is more;
- rail: forwarders between China and Europe count 1 CBM as 500 kg; a custom, not a rule, and some differ;
- air: IATA TACT Rules 3.9, volume weight at 6,000 cm³ a kg (1 CBM = 166.7 kg);
- express: the service guides of DHL Express, FedEx and UPS, L × W × H in cm / 5,000 (1 CBM = 200 kg).
"""

STEP_GRAMS: Final = 500
"""Charged weights are rounded up to the half kg (IATA TACT Rules 3.9; DHL Express service guide)."""
LEAST_CUBIC_CM: Final = CUBIC_CM_PER_CBM
"""Loads that share a container (LCL) are charged for at least 1 CBM, by sea and by rail."""


class LoadUnknown(ValueError):
    """Neither the weight nor the volume of a load is known."""


def volumetric_grams(load: Load, method: Shipping) -> int | None:
    """The weight, in grams, that the volume counts for; None while the volume is not known.

    Volumetric kg = cm³ / the method's divisor, see CUBIC_CM_PER_KG.
    """
    if load.cubic_cm is None:
        return None
    return -(-load.cubic_cm * GRAMS_PER_KG // CUBIC_CM_PER_KG[method])


def chargeable_grams(load: Load, method: Shipping) -> int:
    """The greater of weight and volumetric weight in grams, rounded up to the half kg. Raises LoadUnknown."""
    greater = _greater(load.grams, volumetric_grams(load, method))
    return -(-greater // STEP_GRAMS) * STEP_GRAMS


def chargeable_cubic_cm(load: Load, method: Shipping) -> int:
    """The greater of volume and weight measured as volume, in cm³, at least 1 CBM. Raises LoadUnknown.

    W/M: 1 CBM for each 1,000 kg by sea, for each 500 kg by rail, see CUBIC_CM_PER_KG.
    """
    grams = load.grams
    measured = None if grams is None else -(-grams * CUBIC_CM_PER_KG[method] // GRAMS_PER_KG)
    return max(_greater(load.cubic_cm, measured), LEAST_CUBIC_CM)


def _greater(one: int | None, other: int | None) -> int:
    known = [each for each in (one, other) if each is not None]
    if not known:
        raise LoadUnknown()
    return max(known)
