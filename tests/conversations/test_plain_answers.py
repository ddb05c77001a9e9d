"""Terms typed without replying to the card: a newcomer does not know of replies."""

from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market


async def test_terms_typed_plainly_answer_the_one_offer_that_waits(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")

    await market.li.types("6.6元 20天")

    draft = await market.li.sees("还没有发出", "陶瓷咖啡杯", "¥6.60", "20 天")
    assert "📨 发送" in draft.buttons


async def test_plain_words_of_agreement_show_what_to_press(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")

    await market.li.types("好的")

    assert "✅ 接受" in (await market.li.sees("请点“接受”")).buttons


async def test_of_several_offers_the_person_chooses(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    await market.ann.types("water bottle")
    await market.ann.presses("1", on=(await market.ann.sees("Stainless steel water bottle", "1.")).id)
    await market.ann.presses("Negotiate", on=(await market.ann.sees("Stainless", "Price per piece")).id)
    await market.ann.types("600 pcs at 14, 15 days")
    await market.ann.presses("Send", on=(await market.ann.sees("Nothing is sent yet", "600")).id)
    await market.li.sees("轮到您了", "600件")

    await market.li.types("6.6元 20天")

    await market.li.sees("哪一笔", "500件", "600件")


async def test_goods_are_searched_while_an_offer_waits(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")

    await market.li.types("保温杯500毫升")

    await market.li.sees("不锈钢保温杯")


async def test_a_question_to_the_seller_that_was_typed_as_a_search_is_told_where_to_go(
    market: Market,
) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)

    await market.ann.types("how do i pay?")

    await market.ann.sees("To write to a seller, please reply to the card")
