"""What a factory writes of a sample, in either language: price, freight, days, and whether it is refunded."""

from decimal import Decimal

import pytest

from language.sample_quote import SampleSaid, read_sample_quote

LINES = """
样品费50,运费30,5天 | 50 30 5
50 + 30 freight, 5 days | 50 30 5
50+30, 5 days | 50 30 5
样品50元，运费30元，5天发货 | 50 30 5 CNY
样品费五十，运费三十，五天 | 50 30 5
sample 50, shipping 30, ready in 5 days | 50 30 5
Sample is free, shipping $25, 3 days | 0 25 3 USD
free sample, 30 freight, 1 week | 0 30 7
样品免费，运费30 | 0 30 -
免费样品，包邮，3天 | 0 0 3
50 free shipping 3 days | 50 0 3
包邮50元 3天 | 50 0 3 CNY
50 yuan for the sample and 30 for courier, 7 days | 50 30 7 CNY
USD 12.5 each + USD 20 express, 4 days, refundable with bulk order | 12.5 20 4 USD refund
样品费80，下大货后退，运费35，一周 | 80 35 7 refund
样费100 运费40 7天 下大货可退 | 100 40 7 refund
样品费100不退 运费40 | 100 40 - kept
80/30/5 | 80 30 5
80 30 5 | 80 30 5
¥80 freight ¥30 | 80 30 - CNY
1,200 sample, 150 freight, 10 days | 1200 150 10
样品50运费30 5天 | 50 30 5
50元样品费30元运费5天 | 50 30 5 CNY
50 sample 30 freight 5 days | 50 30 5
运费30样品50 | 50 30 -
sample fee 49.9, express 25.5, non-refundable | 49.9 25.5 - kept
打样费200，快递费25，10个工作日 | 200 25 10
5天,50,运费30 | 50 30 5
sample 50 | 50 - -
freight 30 | - 30 -
3 days | - - 3
样品50块，快递20块，两天 | 50 20 2 CNY
單價50，郵費12 | 50 12 -
50 + 30 + 5 | 50 30 5
RMB 50 sample cost plus RMB 30 shipping cost, 5 working days, refunded against bulk | 50 30 5 CNY refund
样品费50，运费30，5天，下大货退样品费 | 50 30 5 refund
样品费0，运费30，3天 | 0 30 3
shipping 30 price 50 | 50 30 -
大货下单后返还 | - - - refund
样品５０元，运费３０元 | 50 30 - CNY
price 8.50 / freight 0 / 2 days | 8.50 0 2
"""
UNREAD = """
hello
总共80
样品免费，运费到付
sample 50 or 60, freight 30
样品50-60元
-5 sample
50€ + $30
sample 50, sample 60
1 2 3 4
we can talk about it
"""


def written(said: SampleSaid | None) -> str:
    assert said is not None
    figures = ["-" if each is None else str(each) for each in (said.price, said.freight, said.days)]
    refund = {True: "refund", False: "kept", None: ""}[said.is_refundable]
    return " ".join(each for each in (*figures, said.currency or "", refund) if each)


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_a_factory_names_its_sample_in_one_line(line: str) -> None:
    words, _, meant = line.rpartition(" | ")

    assert written(read_sample_quote(words)) == meant


@pytest.mark.parametrize("words", UNREAD.strip().splitlines())
def test_what_is_uncertain_is_asked_again(words: str) -> None:
    assert read_sample_quote(words) is None


def test_a_free_sample_is_a_price() -> None:
    assert read_sample_quote("免费样品，运费30") == SampleSaid(Decimal(0), Decimal(30))
