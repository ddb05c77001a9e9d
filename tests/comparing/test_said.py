"""How a comparison says what freight comes to, where to, and how to find out."""

from domain.terms import Shipping
from services.comparing.comparison import Comparison
from services.landing import Landed
from tests.builders import price
from tests.comparing.test_comparison import quote
from tests.views.goods import ENGLISH
from views.callback_data.freight import BringFreight
from views.comparison import side_by_side
from views.comparison_buttons import freight


def test_freight_and_landed_cost_are_said_roughly_with_the_country() -> None:
    shipped = quote(freight={Shipping.SEA: price("1.8265", "USD")}, landed=Landed(price("22.7855")))
    paid_by_seller = quote("9.125", landed=Landed(price("9.125")))

    said = side_by_side(ENGLISH, Comparison([shipped, paid_by_seller], country="DE"), 0)

    assert "Sea freight: $1.83" in said
    assert "Landed unit cost: CN¥22.79" in said
    assert "Landed unit cost: <b>CN¥9.1250 ★</b>" in said
    assert "Freight and landed cost are to Germany" in said


def test_freight_that_is_not_known_is_asked_for_the_compared_quantity() -> None:
    (button,) = freight(ENGLISH, Comparison([quote(), quote("9")]))

    assert BringFreight.unpack(button.data).count == 500
