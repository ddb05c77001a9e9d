"""Freight: estimated side by side, put into an offer, and replaced by the seller's own figure."""

from pathlib import Path

from bot.demo import RATES
from storage.database import open_database
from storage.rate_import import import_rates
from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market
from tests.conversations.test_comparing import with_mugs


async def with_rates(market: Market, file: Path = RATES) -> None:
    async with open_database(market.settings.database_url) as database:
        assert (await import_rates(database, file)).added


async def test_a_buyer_compares_the_ways_to_ship_and_takes_one_into_her_offer(market: Market) -> None:
    ann = market.ann
    await with_rates(market)
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("🔎", "Ceramic coffee mug")).id)
    page = await ann.sees("Ceramic coffee mug", "by quantity")

    await ann.presses("Freight", on=page.id)
    await ann.sees("Which country shall the goods go to?")
    await ann.types("Germny")
    await ann.presses("Germany", on=(await ann.sees("I know no country called “Germny”")).id)
    await ann.sees("50 pieces to Germany", "neither weight nor size", "0.35 kg")
    await ann.types("0.35 kg, 12x9x10 cm")
    await ann.sees("17.5 kg · 0.054 CBM", "By rail", "Weight and size are as you wrote them")
    await ann.types("500 pcs")
    shown = await ann.sees(
        "500 pieces to Germany", "175 kg", "By sea: $165.00", "32–42 days", "example rates"
    )
    await ann.presses("Ship by sea", on=shown.id)
    await ann.sees("Your inquiry", "Quantity: 500 pieces", "Shipping: sea freight")

    await ann.types("6.5, 15 days")
    await ann.presses("Edit", on=(await ann.sees("Nothing is sent yet", "sea freight")).id)
    await ann.presses("Shipping")
    question = await ann.sees("How shall the goods travel?")
    await ann.presses("Freight", on=question.id)
    await ann.presses("Back", on=(await ann.sees("500 pieces to Germany", "By air: $1,067.50")).id)
    await ann.presses("Freight", on=(await ann.sees("How shall the goods travel?")).id)
    await ann.presses("Ship by air", on=(await ann.sees("500 pieces to Germany", "By air: $1,067.50")).id)
    await ann.sees("Nothing is sent yet", "CN¥6.50", "Shipping: air freight")
    await ann.presses("Cancel")
    await ann.types("vacuum bottle")
    await ann.sees("🔎", "bottle")


async def test_a_sellers_figure_replaces_the_estimate_on_both_cards(market: Market) -> None:
    ann, li = market.ann, market.li
    await with_rates(market)
    await enter(ann, li, market.invitation)
    sent = await inquire(ann)
    await ann.presses("Freight", on=sent.id)
    await ann.types("法国")
    await ann.sees("500 pieces to France")

    card = await li.sees("陶瓷咖啡杯", "500")
    await li.presses("运费", on=card.id)
    screen = await li.sees("500件，发往法国", "直接写您的运费")
    await li.presses("50件", on=screen.id)
    await li.types("海运 2300美元")
    await li.sees("50件，发往法国", "CNY")
    await li.types("海运 2300")
    await li.presses("发送", on=(await li.sees("海运：500件运费¥2,300.00", "发往法国")).id)

    await li.sees("轮到您", "海运：500件到法国共¥2,300.00（卖家报的运费）")
    told = await ann.sees(
        "The seller says what freight costs", "By sea: CN¥2,300.00 for 500 pieces to France"
    )
    await ann.presses("Freight", on=told.id)
    await ann.sees("By sea: CN¥2,300.00\nCN¥4.60 / piece · the seller's figure")


async def test_a_reply_about_freight_is_a_figure_and_never_for_an_older_version(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await inquire(ann)
    card = await li.sees("陶瓷咖啡杯", "500")

    await li.types("运费2300", reply_to=card.id)
    asked = await li.sees("500件运费¥2,300.00", "哪种方式？")
    await li.types("6.6元", reply_to=card.id)
    await li.presses("发送", on=(await li.sees("还没有发出")).id)
    await li.sees("等待买家回复")
    toast = await li.presses("空运", on=asked.id)

    assert "已有更新的报价" in toast
    assert "2,300" not in (await ann.sees("6.60")).text


async def test_a_way_to_ship_goes_into_the_inquiry_to_several(market: Market) -> None:
    ann = market.ann
    await with_rates(market)
    await with_mugs(market)
    await ann.types("/compare mug with lid")
    listed = await ann.sees("Who shall get your inquiry?")
    await ann.presses("Write the inquiry", on=listed.id)
    await ann.sees("Your inquiry to 7 suppliers", "How many?")
    await ann.types("500 pcs at 7, 15 days")
    await ann.presses("Edit", on=(await ann.sees("Nothing is sent yet", "CN¥7.00")).id)
    await ann.presses("Shipping")
    await ann.presses("Freight", on=(await ann.sees("How shall the goods travel?")).id)
    await ann.presses("Germany", on=(await ann.sees("Which country shall the goods go to?")).id)
    await ann.types("0.35 kg, 12x9x10 cm")

    await ann.presses("Ship by sea", on=(await ann.sees("500 pieces to Germany", "By sea: ")).id)

    await ann.sees("Your inquiry to", "Shipping: sea freight", "Jingdezhen Kiln: CN¥7.00")
