"""A button of the offer form pressed: a usual answer, or the reading that was meant."""

from services.drafting import Form, answered, refined
from services.ladders import read_ladder
from services.offer_fields import STAYING, Field
from services.offer_values import read_value


def pressed(form: Form, field: Field, value: str) -> Form:
    """The form with the answer taken; a field of several answers stays open. Raises NotFound."""
    ladder = read_ladder(value, form.matter) if field is Field.PRICE else None
    part = ladder or read_value(field, value, form.matter.goods)
    stays = field in STAYING and form.draft.current is field
    return refined(form, part) if stays else answered(form, part)
