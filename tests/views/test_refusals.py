"""Every broken rule has a sentence."""

import importlib
import pkgutil

import pytest

import domain
import services
from domain.negotiation import BelowMoq
from domain.refusal import Refusal
from tests.views.goods import CHINESE, ENGLISH
from views.refusals import SENTENCES, refusal_text
from views.reply import MAX_TOAST_LENGTH

FACTS = {
    "count": 10, "moq": 50, "unit": "piece", "sold_in": "pair", "most": 500, "term": "quantity",
    "what": "product", "listed_in": "CNY",
}  # fmt: skip


def refusals() -> list[type[Refusal]]:
    for package in (domain, services):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if not module.ispkg:
                importlib.import_module(module.name)
    told = [kind for kind in Refusal.__subclasses__() if is_of_the_trade(kind.__module__)]
    return sorted(told, key=lambda kind: kind.__name__)


def is_of_the_trade(module: str) -> bool:
    """Files and the command line refuse too, but not in a chat."""
    return module.startswith(("domain.", "services.")) and not module.startswith("services.importing")


@pytest.mark.parametrize("kind", refusals())
def test_every_refusal_has_a_sentence_that_fits_a_toast(kind: type[Refusal]) -> None:
    assert kind in SENTENCES
    for reader in (ENGLISH, CHINESE):
        assert 0 < len(refusal_text(reader, kind(**FACTS))) <= MAX_TOAST_LENGTH


def test_a_quantity_below_the_moq_is_told_where_the_factory_starts() -> None:
    refusal = BelowMoq(count=10, moq=50, unit="piece")

    assert refusal_text(ENGLISH, refusal) == "10 pieces is below the MOQ: the factory starts at 50 pieces."
    assert refusal_text(CHINESE, refusal) == "10件低于起订量：该商品50件起订。"


def test_a_refusal_without_its_facts_is_still_answered() -> None:
    assert refusal_text(ENGLISH, BelowMoq()) == "That is not possible. Nothing has changed."
